import { useMemo } from "react";
import { type ImportFieldName, type ImportTarget, importFields } from "#contract/import-fields.ts";
import type { ImportRow } from "#contract/import-rows.ts";
import { formatNeq, formatPhone, useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { text } from "./text.ts";

/** What a row does, and its values, as a person reads them: names for codes, spaces in numbers. */
export function useRowWords(target?: ImportTarget) {
	const isOfOccupations = target === "occupations";
	const words = useWords(text);
	const { list, number } = useFormat();
	const { sectorLabel, mrcName, personName, municipalities } = useReference();
	return useMemo(() => {
		const municipality = new Map(municipalities.map(({ code, name }) => [code, name]));
		const wordFor = (field: ImportFieldName, value: string): string => {
			switch (importFields[field].type) {
				case "neq":
					return formatNeq(value);
				case "phone":
					return formatPhone(value);
				case "sector":
					return sectorLabel(value);
				case "mrc":
					return mrcName(value);
				case "municipality":
					return municipality.get(value) ?? value;
				case "person":
					return personName(value) || value;
				case "count":
					return number(Number(value));
				default:
					return value;
			}
		};
		/** One line for the list: the first thing to know of the row. */
		const detailOf = ({ outcome, errors, changes, matches, sameAsRow, choice }: ImportRow): string => {
			const [error] = errors;
			if (outcome === "error" && error) return errors.map(({ message, column }) => (column ? `${words.row.cell(column)} · ${message}` : message)).join(" ");
			const noted = error ? errors.map(({ message }) => message).join(" ") : "";
			const own = changes.filter(({ isNew }) => !isNew);
			const fields = list(own.map(({ field }) => words.importFields[field]));
			const [match] = matches;
			return [
				outcome === "update" && (own.length > 0 ? words.rows.changes(fields) : words.rows.adds(list(changes.map(({ field }) => words.importFields[field])))),
				outcome === "same" && words.rows.nothing,
				noted,
				outcome !== "update" && outcome !== "same" && match && words.rows.looksLike(match.name, list(match.reasons.map((reason) => words.row.reasons[reason]))),
				sameAsRow !== null && (isOfOccupations ? words.rows.sameTitle : words.rows.sameAs)(number(sameAsRow)),
				choice !== null && words.rows.chosen,
			]
				.filter(Boolean)
				.join(" · ");
		};
		return { wordFor, detailOf };
	}, [words, isOfOccupations, list, number, sectorLabel, mrcName, personName, municipalities]);
}
