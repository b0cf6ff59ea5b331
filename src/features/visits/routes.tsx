import type { RouteObject } from "react-router";

export const visitsRoutes: RouteObject[] = [];
