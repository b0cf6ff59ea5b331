import type { LoaderFunctionArgs } from "react-router";
import { getEmployer } from "#contract/employers.ts";
import { apiQuery } from "#lib/api.ts";
import { openDrafts } from "#lib/drafts.ts";
import { prefetchList } from "#lib/list-view.ts";
import { queryClient } from "#lib/query-client.ts";
import { requireOperation, whenMay } from "#lib/session.ts";
import { loadBlocks } from "./lazy-blocks.tsx";
import { visitQuery } from "./queries.ts";
import { prefillQuery } from "./use-prefill.ts";
import { visitsSource } from "./visits-source.ts";

export const loadVisits = ({ request }: LoaderFunctionArgs) => prefetchList(visitsSource, request);

/** The form must open without the network: an employer that cannot be read is chosen by hand. */
export const loadNewVisit = async ({ request }: LoaderFunctionArgs) => {
	await Promise.all([requireOperation("createVisit"), openDrafts()]);
	const id = new URL(request.url).searchParams.get("employeur");
	if (id) await queryClient.prefetchQuery(apiQuery(getEmployer, { params: { id } }));
	return null;
};

export const loadStartVisit = async () => {
	await Promise.all([requireOperation("createVisit"), openDrafts()]);
	return null;
};

/** The form starts on its way with the record: most reports are opened to be written. */
export const loadVisit = async ({ params }: LoaderFunctionArgs) => {
	void import("./ReportForm.tsx").catch(() => undefined);
	void loadBlocks().catch(() => undefined);
	const [visit] = await Promise.all([queryClient.ensureQueryData(visitQuery(params.id ?? "")), openDrafts()]);
	// What the last visit said is there when the form is.
	if (visit.employers.length === 1 && visit.can.update) void whenMay("getVisitPrefill", () => queryClient.prefetchQuery(prefillQuery(visit)));
	return null;
};
