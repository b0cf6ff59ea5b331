import { listQuestions, listSignalProtocols } from "#contract/questions.ts";
import { apiQuery } from "#lib/api.ts";
import { queryClient } from "#lib/query-client.ts";
import { reads } from "#lib/reads.ts";
import { requireOperation } from "#lib/session.ts";

export const questionsQuery = (year: number) => apiQuery(listQuestions, { query: { year } });
export const protocolSettingsQuery = apiQuery(listSignalProtocols, {});
/** Signals follow what raises them. */
export const touchedByQuestions = reads("listQuestions", "getQuestion", "getQuestionnaire", "listSignals", "countSignals", "listSignalTrends", "getDashboard");

export async function loadQuestions() {
	await requireOperation("updateQuestion");
	void queryClient.prefetchQuery(protocolSettingsQuery);
	return null;
}
