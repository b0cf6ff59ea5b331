import { listLabourNeeds } from "#contract/labour-needs.ts";
import { apiQuery } from "#lib/api.ts";

export const openNeedsShown = 5;

/** Every need of an employer, the latest first. */
export const needsQuery = (employerId: string) =>
	apiQuery(listLabourNeeds, { query: { filter: `employerId==${employerId}`, sort: "-recordedOn", limit: 200 } });

/** What an employer still looks for, the most posts first. */
export const openNeedsQuery = (employerId: string) =>
	apiQuery(listLabourNeeds, { query: { filter: `employerId==${employerId};open==true`, sort: "-openPosts", limit: openNeedsShown } });
