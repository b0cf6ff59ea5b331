import { listNeedMarks } from "#contract/need-marks.ts";
import { apiQuery } from "#lib/api.ts";
import { queryClient } from "#lib/query-client.ts";
import { reads } from "#lib/reads.ts";
import { requireOperation } from "#lib/session.ts";
import { rulesQuery } from "#lib/tool-rules/rules-query.ts";

export const needMarksQuery = apiQuery(listNeedMarks, {});

/** What needs are said to be changes with them. */
export const touchedByMark = reads("listNeedMarks", "listLabourNeeds", "getLabourNeed");

/** What is suggested follows. */
export const touchedByRule = reads("listToolRules", "suggestTools", "listMissionMatches", "countMissionMatches");

export async function loadNeedMarks() {
	await requireOperation("updateWageThreshold");
	void queryClient.prefetchQuery(needMarksQuery);
	void queryClient.prefetchQuery(rulesQuery);
	return null;
}
