import * as z from "zod/mini";
import { endpoint, fieldRoles } from "./endpoint.ts";
import { indicatorRow, measure, periodQuery, periods } from "./indicators.ts";
import { id, localDate } from "./primitives.ts";

/** The figures of the region, each by its indicator: a screen shows those that it knows and that are there. */
export const dashboard = z.strictObject({
	today: localDate,
	...periods.shape,
	measures: z.array(measure),
	/** The cases that sleep as of the day, the longest first. */
	sleeping: z.array(indicatorRow),
	/** The territories that were of the region on some day of the window: 15 until 2021-07-07, 13 since. One without a tile is listed only. */
	territories: z.array(
		z.strictObject({
			code: z.string(),
			name: z.string(),
			until: z.nullable(localDate),
			tile: z.nullable(z.strictObject({ label: z.string(), column: z.int(), row: z.int() })),
		}),
	),
	/** The missions by which a figure is broken down, the latest first. */
	missions: z.array(z.strictObject({ id, name: z.string(), startsOn: localDate })),
});
export type Dashboard = z.output<typeof dashboard>;

export const getDashboard = endpoint({
	id: "getDashboard",
	method: "GET",
	path: "/dashboard",
	summary:
		"Where the region stands: the indicators of a period as of a day, beside the equal window before. Each is that of /indicators, and its rows are there.",
	query: periodQuery,
	output: dashboard,
	roles: fieldRoles,
	core: true,
});
