import * as z from "zod/mini";
import { employer } from "./employers.ts";
import { endpoint, fieldRoles } from "./endpoint.ts";
import { followUp } from "./follow-ups.ts";
import { labourNeed } from "./labour-needs.ts";
import { id, idParams, localDate } from "./primitives.ts";
import { referral } from "./referrals.ts";
import { signal } from "./signals.ts";

/** What a colleague obtained is not asked again for so many days (features §4, item 17). */
export const rememberedDays = 90;
export const visitsRemembered = 3;

/** Where a fact comes from: the visit, its day, who was there. */
const source = { visitId: id, on: localDate, by: z.array(z.string()) };

/** A fact of a report: its block and field as the contract of the report names them, or a need (`label`: its occupation, `value`: its posts). */
export const knownFact = z.strictObject({
	block: z.enum(["profile", "capacity", "need"]),
	field: z.string(),
	label: z.nullable(z.string()),
	value: z.union([z.string(), z.number(), z.boolean()]),
	...source,
});
export type KnownFact = z.output<typeof knownFact>;

const pastVisit = z.strictObject({
	id,
	occurredOn: localDate,
	mode: z.string(),
	headline: z.nullable(z.string()),
	summary: z.nullable(z.string()),
	advisers: z.array(z.string()),
	contactIds: z.array(id),
});

export const employerBrief = z.strictObject({
	today: localDate,
	employer,
	/** The next visit that is planned, if there is one. */
	planned: z.nullable(z.strictObject({ id, occurredOn: localDate, mode: z.string(), advisers: z.array(z.string()) })),
	/** The last three that are completed, the latest first. */
	visits: z.array(pastVisit),
	/** Those with open posts. */
	needs: z.array(labourNeed),
	/** Every one that is open, the soonest due first. */
	followUps: z.array(followUp),
	/** Those of the last year about which nothing was done yet, of reports and of the questionnaire, the latest first. */
	signals: z.array(signal),
	/** Those that wait for an outcome, the one expected soonest first. */
	referrals: z.array(referral),
	known: z.array(knownFact),
});
export type EmployerBrief = z.output<typeof employerBrief>;

export const getEmployerBrief = endpoint({
	id: "getEmployerBrief",
	method: "GET",
	path: "/employers/{id}/brief",
	summary:
		"What to have in mind before a visit: whom to meet, the last three visits, open needs, every open follow-up with what was promised, signals, referrals, and what a colleague obtained in the last 90 days (features §4, items 12 and 17).",
	params: idParams,
	output: employerBrief,
	roles: fieldRoles,
	refusals: ["not-found"],
});
