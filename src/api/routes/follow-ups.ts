import type { Implementation } from "../implement.ts";

export const followUpRoutes: Implementation[] = [];
