import type { RouteObject } from "react-router";

export const employersRoutes: RouteObject[] = [];
