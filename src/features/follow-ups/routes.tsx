import type { RouteObject } from "react-router";

export const followUpsRoutes: RouteObject[] = [];
