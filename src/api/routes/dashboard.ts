import type { Implementation } from "../implement.ts";

export const dashboardRoutes: Implementation[] = [];
