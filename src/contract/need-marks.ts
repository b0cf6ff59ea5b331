import * as z from "zod/mini";
import { endpoint, fieldRoles, type Role } from "./endpoint.ts";
import { can, count, id, idParams, line, localDate, nothing, occupationCode, version } from "./primitives.ts";

/** Those who keep up what needs are measured by. */
const keepers = ["manager"] as const satisfies Role[];

/** Of a mark: from which day it holds (until the next one), where it was read, and whether somebody has checked it in the official text. */
const mark = { validFrom: localDate, source: line(200), isValidated: z.boolean() };

/** Hourly, from which the programme of temporary foreign workers calls a wage « high » in Québec (domain §1.4). */
export const wageThreshold = z.strictObject({ id, ...mark, cents: z.int(), version, can });
export type WageThreshold = z.output<typeof wageThreshold>;
const thresholdBody = { ...mark, cents: count(1, 100_000_00) };

/** Occupations eligible for simplified processing, from a day on. As long as it is not validated, it is an excerpt: it says who is in it, not who is not. */
export const simplifiedList = z.strictObject({ id, ...mark, occupationCodes: z.array(z.string()), version, can });
export type SimplifiedList = z.output<typeof simplifiedList>;
const listBody = { ...mark, occupationCodes: z.array(occupationCode).check(z.minLength(1, { error: "required" }), z.maxLength(600)) };

/** What a need is measured by; the wage and the occupation are those of the need, on its day. Null: nothing is known of that day, or no wage was noted. */
export const wageHint = z.nullable(z.strictObject({ side: z.enum(["high", "low"]), thresholdCents: z.int(), validFrom: localDate, isValidated: z.boolean() }));
export type WageHint = z.output<typeof wageHint>;
export const simplifiedHint = z.nullable(z.strictObject({ isListed: z.boolean(), validFrom: localDate, isValidated: z.boolean() }));
export type SimplifiedHint = z.output<typeof simplifiedHint>;

export const thresholdCreation = z.strictObject({ id, ...thresholdBody });
export const thresholdChange = z.partial(z.strictObject(thresholdBody));
export const listCreation = z.strictObject({ id, ...listBody });
export const listChange = z.partial(z.strictObject(listBody));

export const listNeedMarks = endpoint({
	id: "listNeedMarks",
	method: "GET",
	path: "/need-marks",
	summary: "What needs are measured by: the dated thresholds of a high wage, and the dated lists of simplified processing, the latest first (domain §1.4).",
	output: z.strictObject({ thresholds: z.array(wageThreshold), lists: z.array(simplifiedList), can }),
	roles: fieldRoles,
});
export const createWageThreshold = endpoint({
	id: "createWageThreshold",
	method: "POST",
	path: "/wage-thresholds",
	summary: "Adds the threshold of a high wage from a day on: needs recorded from that day are measured by it.",
	body: thresholdCreation,
	output: wageThreshold,
	status: 201,
	roles: keepers,
	refusals: ["id-taken"],
});
export const updateWageThreshold = endpoint({
	id: "updateWageThreshold",
	method: "PATCH",
	path: "/wage-thresholds/{id}",
	summary: "Corrects a threshold: its day, its amount, its source, or that it was checked.",
	params: idParams,
	body: thresholdChange,
	output: wageThreshold,
	ifMatch: true,
	roles: keepers,
	refusals: ["not-found"],
});
export const removeWageThreshold = endpoint({
	id: "removeWageThreshold",
	method: "DELETE",
	path: "/wage-thresholds/{id}",
	summary: "Takes a threshold away: the one before it holds again.",
	params: idParams,
	output: nothing,
	status: 204,
	ifMatch: true,
	roles: keepers,
	refusals: ["not-found"],
});
export const createSimplifiedList = endpoint({
	id: "createSimplifiedList",
	method: "POST",
	path: "/simplified-lists",
	summary: "Adds a version of the list of occupations eligible for simplified processing, from a day on.",
	body: listCreation,
	output: simplifiedList,
	status: 201,
	roles: keepers,
	refusals: ["id-taken"],
});
export const updateSimplifiedList = endpoint({
	id: "updateSimplifiedList",
	method: "PATCH",
	path: "/simplified-lists/{id}",
	summary: "Corrects a version of the list: its day, its occupations, its source, or that it was checked.",
	params: idParams,
	body: listChange,
	output: simplifiedList,
	ifMatch: true,
	roles: keepers,
	refusals: ["not-found"],
});
export const removeSimplifiedList = endpoint({
	id: "removeSimplifiedList",
	method: "DELETE",
	path: "/simplified-lists/{id}",
	summary: "Takes a version of the list away: the one before it holds again.",
	params: idParams,
	output: nothing,
	status: 204,
	ifMatch: true,
	roles: keepers,
	refusals: ["not-found"],
});
