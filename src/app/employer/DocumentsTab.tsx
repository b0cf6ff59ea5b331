import { type LoaderFunctionArgs, useParams } from "react-router";
import { DocumentsCard } from "#features/documents/DocumentsCard.tsx";
import { documentsQuery } from "#features/documents/queries.ts";
import { queryClient } from "#lib/query-client.ts";

export function loadDocumentsTab({ params }: LoaderFunctionArgs) {
	void queryClient.prefetchInfiniteQuery(documentsQuery("employer", params.id ?? ""));
	return null;
}

/** What the employer gave or received; on its own, for it carries how files are sent. */
export function DocumentsTab() {
	const { id = "" } = useParams();
	return <DocumentsCard key={id} subject="employer" id={id} />;
}
