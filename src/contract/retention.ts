import * as z from "zod/mini";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import { can, id, idParams, localDate, nothing, version } from "./primitives.ts";

/** After how many months of work it is asked whether the person is still employed (domain §2.4 and §3.1). */
export const retentionMonths = [1, 3, 6, 12] as const;
export type RetentionMonths = (typeof retentionMonths)[number];
const months = z.literal([...retentionMonths]);

/** Still employed, left, not known, or not reached yet. */
export const retentionStates = ["employed", "left", "unknown", "toCome"] as const;
export type RetentionState = (typeof retentionStates)[number];

export const retentionCheck = z.strictObject({
	id,
	immigrationLineId: id,
	months,
	knownOn: localDate,
	stillEmployed: z.boolean(),
	recordedById: id,
	recordedByName: z.string(),
	version,
	/** `update`: correct it; `remove`: take it back. */
	can,
});
export type RetentionCheck = z.output<typeof retentionCheck>;

/** What is known of one line at work. A departure tells of the months before and after it; a check of a later month, of those before. */
export const retention = z.strictObject({
	immigrationLineId: id,
	startedOn: z.nullable(localDate),
	/** The day of the departure, by the end of the line. */
	leftOn: z.nullable(localDate),
	/** One each of 1, 3, 6 and 12 months; none before the start of work is known. */
	items: z.array(z.strictObject({ months, dueOn: localDate, state: z.enum(retentionStates), check: z.nullable(retentionCheck) })),
	/** `add`: record a check. */
	can,
});
export type Retention = z.output<typeof retention>;

const said = { knownOn: localDate, stillEmployed: z.boolean() };
export const retentionCheckCreation = z.strictObject({ id, immigrationLineId: id, months, ...said });
export const retentionCheckChange = z.partial(z.strictObject(said));

export const getRetention = endpoint({
	id: "getRetention",
	method: "GET",
	path: "/immigration-lines/{id}/retention",
	summary: "What is known of one person hired after 1, 3, 6 and 12 months of work: still employed, left, unknown or to come.",
	params: idParams,
	output: retention,
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const createRetentionCheck = endpoint({
	id: "createRetentionCheck",
	method: "POST",
	path: "/retention-checks",
	summary:
		"Records whether a person is still employed after so many months, and closes the follow-up that asked it. Before the start of work or the day of the check, or against the departure, it is refused beside its field.",
	body: retentionCheckCreation,
	output: retentionCheck,
	status: 201,
	roles: counsellorRoles,
	refusals: ["id-taken"],
});
export const updateRetentionCheck = endpoint({
	id: "updateRetentionCheck",
	method: "PATCH",
	path: "/retention-checks/{id}",
	summary: "Corrects what is known of a person after so many months of work.",
	params: idParams,
	body: retentionCheckChange,
	output: retentionCheck,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found"],
});
export const removeRetentionCheck = endpoint({
	id: "removeRetentionCheck",
	method: "DELETE",
	path: "/retention-checks/{id}",
	summary: "Takes back what was said after so many months of work; the follow-up that it closed comes back.",
	params: idParams,
	output: nothing,
	status: 204,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found"],
});

export const retentionEndpoints = [getRetention, createRetentionCheck, updateRetentionCheck, removeRetentionCheck] as const;
