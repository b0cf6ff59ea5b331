import { getEmployer } from "#contract/employers.ts";
import { countImmigrationLines, getImmigrationDelays, getImmigrationLine, immigrationLineFields, listImmigrationLines } from "#contract/immigration-lines.ts";
import { getRetention } from "#contract/retention.ts";
import { apiQuery } from "#lib/api.ts";
import { reads } from "#lib/reads.ts";

export const linesSource = {
	list: listImmigrationLines,
	counts: countImmigrationLines,
	fields: immigrationLineFields,
	facets: ["open", "state", "path", "country", "advisorId", "endReason"],
} as const;

export const lineQuery = (id: string) => apiQuery(getImmigrationLine, { params: { id } });
export const groupEmployerQuery = (id: string) => apiQuery(getEmployer, { params: { id } });
/** Of one employer, as far as it fits on its record: the permits that expire first. */
export const linesShown = 100;
export const linesOfQuery = (employerId: string) =>
	apiQuery(listImmigrationLines, { query: { filter: `employerId==${employerId};open==true`, sort: "permitExpiresOn,-hiredOn", limit: linesShown } });
export const lineCountsOfQuery = (employerId: string) => apiQuery(countImmigrationLines, { query: { fields: "state", filter: `employerId==${employerId}` } });
export const retentionQuery = (id: string) => apiQuery(getRetention, { params: { id } });
/** How long the steps took, of the lines that the search and the filter of the list keep. */
export const delaysQuery = ({ q, filter }: { q: string; filter: string }) =>
	apiQuery(getImmigrationDelays, { query: { ...(q ? { q } : {}), ...(filter ? { filter } : {}) } });

/** A step is told by the line, its delays and the figures, and makes or closes the follow-ups that it calls for. */
export const touchedByLine = reads(
	...(["listImmigrationLines", "countImmigrationLines", "getImmigrationLine", "getImmigrationDelays", "getRetention"] as const),
	...(["getDashboard", "getIndicator", "listIndicatorRows"] as const),
	...([
		"listFollowUps",
		"countFollowUps",
		"getFollowUp",
		"getMyDay",
		"getDigest",
		"countAlerts",
		"getNavigationCounts",
		"listEmployers",
		"getEmployer",
		"listTimeline",
	] as const),
);
