import * as z from "zod/mini";
import { employer } from "./employers.ts";
import { counsellorRoles, endpoint } from "./endpoint.ts";
import { followUpSettlements } from "./follow-up-settlements.ts";
import { code, idParams } from "./primitives.ts";

/**
 * An employer that is no longer accompanied leaves the lists and the counts, never the past. Its open cases are closed with `closeReason`, each open follow-up is
 * done or cancelled, its open needs end: nothing is left to be done for whom nobody sees any more.
 */
export const employerArchiving = z.strictObject({
	reason: code,
	closeReason: z.optional(z.nullable(code)),
	followUps: z.optional(followUpSettlements),
});

export const archiveEmployer = endpoint({
	id: "archiveEmployer",
	method: "POST",
	path: "/employers/{id}/archiving",
	summary: "Archives an employer with a reason, closes what is open of it, in one batch. It leaves lists and counts; its record is still read.",
	params: idParams,
	body: employerArchiving,
	output: employer,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found", "employer-archived", "cases-open", "follow-ups-open"],
});
export const unarchiveEmployer = endpoint({
	id: "unarchiveEmployer",
	method: "POST",
	path: "/employers/{id}/unarchiving",
	summary: "Brings an archived employer back into the lists. What was closed stays closed.",
	params: idParams,
	output: employer,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found", "not-archived"],
});
