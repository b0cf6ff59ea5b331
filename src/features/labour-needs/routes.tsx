import type { RouteObject } from "react-router";

export const labourNeedsRoutes: RouteObject[] = [];
