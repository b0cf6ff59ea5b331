import { type ImportTarget, isOfFacts } from "#contract/import-fields.ts";
import { countImportRows, importRowFields, listImportRows } from "#contract/import-rows.ts";

/** The rows of one import: a list like any other, of one thing. Their outcomes are counted by the import itself (OutcomeBar). */
export const importRowsSource = (id: string, target: ImportTarget) =>
	({
		list: listImportRows,
		counts: countImportRows,
		fields: importRowFields,
		facets: isOfFacts(target) ? ["unmatched", "duplicate", "chosen"] : ["duplicate", "chosen"],
		params: { id },
	}) as const;
