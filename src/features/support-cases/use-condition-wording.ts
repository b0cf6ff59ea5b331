import { useMemo } from "react";
import type { Filter } from "#contract/filter.ts";
import { supportCaseFields } from "#contract/support-cases.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { text } from "./text.ts";

const fieldsOf = (filter: Filter): string[] => ("field" in filter ? [filter.field] : ("all" in filter ? filter.all : filter.any).flatMap(fieldsOf));

/** A filter that came with a link, in words: « Étape : Recrutement ou Plan », « Fermé le : à partir de 26 août 2026 ». */
export function useConditionWording() {
	const words = useWords(text);
	const { stageLabel, mrcName, personName } = useReference();
	const { prose } = useFormat();
	return useMemo(() => {
		const names: Record<string, (value: string) => string> = { stage: stageLabel, mrcCode: mrcName, advisorId: personName };
		const inWords = (field: string, value: string) => {
			const type = supportCaseFields[field as keyof typeof supportCaseFields]?.type;
			if (type === "boolean") return value === "true" ? words.yes : words.no;
			return type === "date" ? prose(value) : (names[field]?.(value) ?? value);
		};
		const describe = (filter: Filter): { name: string; value: string } => {
			if (!("field" in filter)) {
				const parts = ("all" in filter ? filter.all : filter.any).map(describe);
				const isOneField = new Set(fieldsOf(filter)).size === 1;
				return {
					name: isOneField ? (parts[0]?.name ?? "") : words.otherFilter,
					value: parts.map(({ name, value }) => (isOneField ? value : `${name} ${value}`)).join("any" in filter ? words.or : ", "),
				};
			}
			const name = words.fields[filter.field as keyof typeof words.fields] ?? filter.field;
			if (filter.comparison === "=null=") return { name, value: filter.values[0] === "true" ? words.unknown : words.known };
			const isDay = supportCaseFields[filter.field as keyof typeof supportCaseFields]?.type === "date";
			const compared =
				isDay && filter.comparison in words.dayComparisons
					? words.dayComparisons[filter.comparison as keyof typeof words.dayComparisons]
					: words.comparisons[filter.comparison];
			return { name, value: compared + filter.values.map((value) => inWords(filter.field, value)).join(words.or) };
		};
		return { fieldsOf, describe };
	}, [words, stageLabel, mrcName, personName, prose]);
}
