import { type ImportTarget, importTargetRules, isOfFacts } from "#contract/import-fields.ts";
import { countImportRows, importRowFields, listImportRows } from "#contract/import-rows.ts";

const facetsOf = (target: ImportTarget) => {
	const { about } = importTargetRules[target];
	if (about === "occupation") return ["chosen"] as const;
	return isOfFacts(target) ? (["unmatched", "duplicate", "chosen"] as const) : (["duplicate", "chosen"] as const);
};

/** The rows of one import: a list like any other, of one thing. Their outcomes are counted by the import itself (OutcomeBar). */
export const importRowsSource = (id: string, target: ImportTarget) =>
	({
		list: listImportRows,
		counts: countImportRows,
		fields: importRowFields,
		facets: facetsOf(target),
		params: { id },
	}) as const;
