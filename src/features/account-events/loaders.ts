import type { LoaderFunctionArgs } from "react-router";
import { prefetchList } from "#lib/list-view.ts";
import { requireOperation } from "#lib/session.ts";
import { accountEventsSource } from "./account-events-source.ts";

export async function loadAccountEvents({ request }: LoaderFunctionArgs) {
	await requireOperation("listAccountEvents");
	return prefetchList(accountEventsSource, request);
}
