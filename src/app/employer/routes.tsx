import type { RouteObject } from "react-router";

export const employerPageRoutes: RouteObject[] = [];
