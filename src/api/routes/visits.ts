import type { Implementation } from "../implement.ts";

export const visitRoutes: Implementation[] = [];
