import type { LoaderFunctionArgs } from "react-router";
import type { JournalEntity } from "#contract/journal.ts";
import { queryClient } from "#lib/query-client.ts";
import { requireOperation, whenMay } from "#lib/session.ts";
import { historyQuery } from "./history-query.ts";
import { entities, isKind } from "./kinds.ts";
import { readerOf, storedQuery } from "./restorable.ts";

/** Started with the navigation, awaited by nobody: the page draws its skeleton at once, and says itself what failed. */
export function startHistory(entity: JournalEntity, id: string) {
	void whenMay("listHistory", () => queryClient.prefetchInfiniteQuery(historyQuery(entity, id)));
	void whenMay(readerOf(entity), () => queryClient.prefetchQuery(storedQuery(entity, id)));
}

export const loadHistory = async ({ params: { kind, id = "" } }: LoaderFunctionArgs) => {
	await requireOperation("listHistory");
	if (isKind(kind)) startHistory(entities[kind], id);
	return null;
};
