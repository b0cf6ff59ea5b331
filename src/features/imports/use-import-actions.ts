import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { EndpointInput } from "#contract/endpoint.ts";
import { chooseImportRows } from "#contract/import-rows.ts";
import { applyImport, cancelImport, type DataImport, undoImport, updateImport } from "#contract/imports.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { call } from "#lib/http.ts";
import { addToast } from "#lib/toasts.ts";
import { importQuery, readRowsAgain } from "./queries.ts";

type Choice = EndpointInput<typeof chooseImportRows>["body"];
type Correction = EndpointInput<typeof updateImport>["body"];

/** What one may do to an import: each answers it as it stands, and its rows are read again. None is a write of the field: an import has its own way back. */
export function useImportActions({ id, version }: Pick<DataImport, "id" | "version">) {
	const client = useQueryClient();
	const params = { id };
	const { mutate, isPending } = useMutation({
		mutationFn: (act: () => Promise<DataImport>) => act(),
		onSuccess: (after) => {
			client.setQueryData(importQuery(id).queryKey, after);
			readRowsAgain(client);
		},
		onError: (error) => {
			addToast({ tone: "error", text: errorSentence(error) });
			void client.invalidateQueries({ queryKey: importQuery(id).queryKey });
		},
	});
	return {
		isPending,
		correct: (body: Correction) => mutate(() => call(updateImport, { params, body }, { ifMatch: version })),
		choose: (body: Choice) => mutate(() => call(chooseImportRows, { params, body })),
		apply: () => mutate(() => call(applyImport, { params })),
		cancel: () => mutate(() => call(cancelImport, { params })),
		undo: () => mutate(() => call(undoImport, { params })),
	};
}
export type ImportActions = ReturnType<typeof useImportActions>;
