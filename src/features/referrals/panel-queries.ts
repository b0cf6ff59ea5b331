import { listReferrals } from "#contract/referrals.ts";
import { apiQuery } from "#lib/api.ts";

export const referralsShown = 4;
export const referralsOf = (employerId: string) => `employerId==${employerId}`;

/** What was sent of an employer, the latest first. */
export const employerReferralsQuery = (employerId: string) =>
	apiQuery(listReferrals, { query: { filter: referralsOf(employerId), sort: "-sentOn", limit: referralsShown } });

export const signalsOfLine = (lineId: string) => `immigrationLineId==${lineId}`;
/** The last signal of the person of a line. */
export const lineSignalsQuery = (lineId: string) => apiQuery(listReferrals, { query: { filter: signalsOfLine(lineId), sort: "-sentOn", limit: 1 } });
