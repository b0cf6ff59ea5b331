import type { QueryClient } from "@tanstack/react-query";
import { countImportRows, listImportRows } from "#contract/import-rows.ts";
import { type DataImport, getImport, listImports, workingImportStates } from "#contract/imports.ts";
import { apiQuery } from "#lib/api.ts";

export const isWorking = ({ state }: Pick<DataImport, "state">) => workingImportStates.includes(state);

/** One import; while the house works on it by itself, it is asked again and again. */
export const importQuery = (id: string) => ({
	...apiQuery(getImport, { params: { id } }),
	staleTime: 0,
	refetchInterval: ({ state: { data } }: { state: { data?: DataImport | undefined } }) => (data && isWorking(data) ? 500 : (false as const)),
});

/** The row of one number, whatever page of the list it is on. */
export const importRowQuery = (id: string, rowNumber: number) =>
	apiQuery(listImportRows, { params: { id }, query: { filter: `rowNumber==${rowNumber}`, limit: 1 } });

/** Where an import stands has changed: its rows and its line are no longer those that were read. */
export function readRowsAgain(client: QueryClient) {
	for (const list of [listImportRows, countImportRows, listImports]) void client.invalidateQueries({ queryKey: [list.id] });
}
