import { useMemo } from "react";
import type { FieldSet } from "#contract/filter.ts";
import type { Naming } from "./filter-words.ts";
import { useFormat } from "./format.ts";
import { useReference } from "./reference.ts";

export type NamingWords = {
	fields: Record<string, string>;
	missing: Record<string, string> & { other: string };
	values?: Record<string, Record<string, string>>;
};

/** The fields of a list and their values as a person reads them: the list's own words, then what the reference names. */
export function useNaming(fields: FieldSet, words: NamingWords, codes?: Record<string, (value: string) => string>): Naming {
	const reference = useReference();
	const format = useFormat();
	return useMemo(() => {
		const known: Record<string, (value: string) => string> = {
			stage: reference.stageLabel,
			mrcCode: reference.mrcName,
			sectorCode: reference.sectorLabel,
			advisorId: reference.personName,
			ownerId: reference.personName,
			...codes,
		};
		return {
			fields,
			field: (name) => words.fields[name] ?? name,
			value: (field, value) => words.values?.[field]?.[value] ?? known[field]?.(value) ?? value,
			missing: (field) => words.missing[field] ?? words.missing.other,
			day: format.prose,
		};
	}, [fields, words, codes, reference, format]);
}
