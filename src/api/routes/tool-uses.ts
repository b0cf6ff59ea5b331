import type { Implementation } from "../implement.ts";

export const toolUseRoutes: Implementation[] = [];
