import type { RouteObject } from "react-router";

export const supportCasesRoutes: RouteObject[] = [];
