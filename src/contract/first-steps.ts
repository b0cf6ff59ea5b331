import * as z from "zod/mini";
import { endpoint, type Role } from "./endpoint.ts";

const settingUp = ["manager", "administrator"] as const satisfies Role[];

/** What an office needs before it works, in the order in which one does it. */
export const firstSteps = ["managers", "counsellors", "employers", "assigned", "cases", "visits"] as const;
export type FirstStep = (typeof firstSteps)[number];

export const officeProgress = z.strictObject({
	/** Nothing of the field, and nobody but who opened the door. */
	isEmpty: z.boolean(),
	/** The fictional region is here: its people may be tried. */
	isDemonstration: z.boolean(),
	/** This caller may load the fictional region now. */
	mayLoadDemonstration: z.boolean(),
	steps: z.array(
		z.strictObject({
			code: z.enum(firstSteps),
			isDone: z.boolean(),
			/** What there is of it; for « assigned », the employers that are still nobody's. */
			count: z.int(),
		}),
	),
});
export type OfficeProgress = z.output<typeof officeProgress>;

export const getFirstSteps = endpoint({
	id: "getFirstSteps",
	method: "GET",
	path: "/first-steps",
	summary: "What is left to set up in the office, from what is really there: numbers, and no name of an employer, so that the administration sees them too.",
	output: officeProgress,
	roles: settingUp,
});

export const loadingProgress = z.strictObject({ done: z.int(), of: z.int(), failed: z.optional(z.boolean()) });
export type LoadingProgress = z.output<typeof loadingProgress>;

export const loadDemonstration = endpoint({
	id: "loadDemonstration",
	method: "POST",
	path: "/demonstration",
	summary:
		"Loads the fictional region into an empty office, whole or not at all, and says how far it is as server-sent events; the last one has `done` equal to `of`. Its administrator joins the region of the demonstration. It is taken away only by starting afresh.",
	output: loadingProgress,
	roles: ["administrator"],
	events: true,
	refusals: ["office-not-empty"],
});
