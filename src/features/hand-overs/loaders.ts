import type { LoaderFunctionArgs } from "react-router";
import { queryClient } from "#lib/query-client.ts";
import { requireOperation } from "#lib/session.ts";
import { handOverQuery, handOversQuery, portfolioQuery } from "./queries.ts";

export async function loadHandOvers() {
	await requireOperation("listHandOvers");
	void queryClient.prefetchQuery(handOversQuery);
	return null;
}

export async function loadNewHandOver({ request }: LoaderFunctionArgs) {
	await requireOperation("createHandOver");
	const from = new URL(request.url).searchParams.get("de");
	if (from) void queryClient.prefetchQuery(portfolioQuery(from));
	return null;
}

export async function loadHandOver({ params }: LoaderFunctionArgs) {
	await requireOperation("getHandOver");
	void queryClient.prefetchQuery(handOverQuery(params.id ?? ""));
	return null;
}
