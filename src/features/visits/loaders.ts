import type { LoaderFunctionArgs } from "react-router";
import { getEmployer } from "#contract/employers.ts";
import { apiQuery } from "#lib/api.ts";
import { prefetchList } from "#lib/list-view.ts";
import { queryClient } from "#lib/query-client.ts";
import { requireOperation } from "#lib/session.ts";
import { visitQuery } from "./queries.ts";
import { visitsSource } from "./visits-source.ts";

export const loadVisits = ({ request }: LoaderFunctionArgs) => prefetchList(visitsSource, request);

/** The form must open without the network: an employer that cannot be read is chosen by hand. */
export const loadNewVisit = async ({ request }: LoaderFunctionArgs) => {
	await requireOperation("createVisit");
	const id = new URL(request.url).searchParams.get("employeur");
	if (id) await queryClient.prefetchQuery(apiQuery(getEmployer, { params: { id } }));
	return null;
};

/** The form starts on its way with the record: most reports are opened to be written. */
export const loadVisit = async ({ params }: LoaderFunctionArgs) => {
	void import("./ReportForm.tsx").catch(() => undefined);
	await queryClient.ensureQueryData(visitQuery(params.id ?? ""));
	return null;
};
