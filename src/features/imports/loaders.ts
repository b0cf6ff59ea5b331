import type { LoaderFunctionArgs } from "react-router";
import { prefetchList } from "#lib/list-view.ts";
import { queryClient } from "#lib/query-client.ts";
import { requireOperation } from "#lib/session.ts";
import { importRowsSource } from "./import-rows-source.ts";
import { importsSource } from "./imports-source.ts";
import { importQuery, isWorking } from "./queries.ts";

export async function loadImports({ request }: LoaderFunctionArgs) {
	await requireOperation("listImports");
	return prefetchList(importsSource, request);
}

export const loadNewImport = () => requireOperation("createImport");

export async function loadImport({ request, params }: LoaderFunctionArgs) {
	await requireOperation("getImport");
	const id = params.id ?? "";
	// An address that leads nowhere is said by the page of what does not exist.
	const found = await queryClient.ensureQueryData(importQuery(id));
	return isWorking(found) ? null : prefetchList(importRowsSource(id, found.target), request);
}
