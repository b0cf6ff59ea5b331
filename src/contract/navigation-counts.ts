import * as z from "zod/mini";
import { endpoint, fieldRoles } from "./endpoint.ts";

export const navigationCounts = z.strictObject({
	employers: z.int(),
	supportCases: z.int(),
	openPosts: z.int(),
	lateFollowUps: z.int(),
	myDueFollowUps: z.int(),
});
export type NavigationCounts = z.output<typeof navigationCounts>;

export const getNavigationCounts = endpoint({
	id: "getNavigationCounts",
	method: "GET",
	path: "/navigation-counts",
	summary: "The counts beside the navigation.",
	output: navigationCounts,
	roles: fieldRoles,
});
