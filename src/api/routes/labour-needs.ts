import type { Implementation } from "../implement.ts";

export const labourNeedRoutes: Implementation[] = [];
