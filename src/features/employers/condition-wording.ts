import type { Condition, FieldSet, Filter } from "#contract/filter.ts";
import type { fr } from "./text.fr.ts";

/** How the fields and values of a list are named: labels, codes, people, days. */
export type Naming = {
	fields: FieldSet;
	field: (name: string) => string;
	/** A code, an id or a number, as a person reads it. */
	value: (field: string, value: string) => string;
	missing: (field: string) => string;
	day: (day: string) => string;
};
type Words = typeof fr.conditions;

const dayWords = { "==": "onDay", "=lt=": "dayBefore", "=le=": "dayUntil", "=gt=": "dayAfter", "=ge=": "daySince" } as const;
const numberWords = { "=lt=": "lessThan", "=le=": "atMost", "=gt=": "moreThan", "=ge=": "atLeast" } as const;

function conditionValue({ field, comparison, values }: Condition, naming: Naming, words: Words): string {
	if (comparison === "=null=") return values[0] === "true" ? naming.missing(field) : words.known;
	const first = values[0] ?? "";
	const isDay = naming.fields[field]?.type === "date";
	if (isDay && comparison in dayWords) return words[dayWords[comparison as keyof typeof dayWords]](naming.day(first));
	if (comparison in numberWords) return words[numberWords[comparison as keyof typeof numberWords]](naming.value(field, first));
	const named = words.or(values.map((value) => naming.value(field, value)));
	return comparison === "!=" || comparison === "=out=" ? words.not(named) : named;
}

const onlyField = (filter: Filter): string | null => {
	if ("field" in filter) return filter.field;
	const fields = new Set(("any" in filter ? filter.any : filter.all).map(onlyField));
	return fields.size === 1 ? ([...fields][0] ?? null) : null;
};

const wordsOf = (filter: Filter, naming: Naming, words: Words): string => {
	if ("field" in filter) return conditionValue(filter, naming, words);
	const parts = ("any" in filter ? filter.any : filter.all).map((item) => wordsOf(item, naming, words));
	return "any" in filter ? words.or(parts) : words.and(parts);
};

/** A part of a filter as a chip reads it: « Étape » and « Recrutement ou Plan ». A group over several fields has no single name. */
export function describe(filter: Filter, naming: Naming, words: Words, colon: string): { name: string; value: string } {
	const field = onlyField(filter);
	if (field !== null) return { name: naming.field(field), value: wordsOf(filter, naming, words) };
	const parts = ("any" in filter ? filter.any : "all" in filter ? filter.all : []).map((item) => {
		const part = describe(item, naming, words, colon);
		return part.name ? `${part.name}${colon}${part.value}` : part.value;
	});
	return { name: "", value: "any" in filter ? words.or(parts) : words.and(parts) };
}
