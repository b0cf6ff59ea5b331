import type { LoaderFunctionArgs } from "react-router";
import { openDrafts } from "#lib/drafts.ts";
import { prefetchList } from "#lib/list-view.ts";
import { queryClient } from "#lib/query-client.ts";
import { groupEmployerQuery, lineQuery, linesSource } from "./lines-source.ts";

export const loadLines = ({ request }: LoaderFunctionArgs) => prefetchList(linesSource, request);

export const loadLine = ({ params }: LoaderFunctionArgs) => queryClient.ensureQueryData(lineQuery(params.id ?? ""));

/** Begun on the record of an employer, it is for that one. */
export async function loadGroup({ request }: LoaderFunctionArgs) {
	const employerId = new URL(request.url).searchParams.get("employeur");
	await Promise.all([openDrafts(), employerId && queryClient.prefetchQuery(groupEmployerQuery(employerId))]);
	return null;
}
