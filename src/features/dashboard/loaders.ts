import { data, type LoaderFunctionArgs } from "react-router";
import { queryClient } from "#lib/query-client.ts";
import { requireOperation, whenMay } from "#lib/session.ts";
import { readPeriodUrl } from "./period-url.ts";
import { dashboardQuery, definitionsQuery } from "./queries.ts";

export const loadDashboard = ({ request }: LoaderFunctionArgs) => {
	void queryClient.prefetchQuery(dashboardQuery(readPeriodUrl(new URL(request.url).searchParams)));
	void whenMay("listIndicators", () => queryClient.prefetchQuery(definitionsQuery));
	return null;
};

export const loadIndicator = async ({ params }: LoaderFunctionArgs) => {
	await requireOperation("listIndicatorRows");
	const { items } = await queryClient.ensureQueryData(definitionsQuery);
	if (!items.some(({ id }) => id === params.id)) throw data(null, { status: 404 });
	return null;
};
