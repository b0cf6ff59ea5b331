import type { RouteObject } from "react-router";

export const toolUsesRoutes: RouteObject[] = [];
