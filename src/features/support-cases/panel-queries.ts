import { listSupportCases } from "#contract/support-cases.ts";
import { apiQuery } from "#lib/api.ts";

/** The cases of an employer, the latest first. */
export const casesOfQuery = (employerId: string) =>
	apiQuery(listSupportCases, { query: { filter: `employerId==${employerId}`, sort: "-openedOn", limit: 50 } });
