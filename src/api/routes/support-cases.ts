import type { Implementation } from "../implement.ts";

export const supportCaseRoutes: Implementation[] = [];
