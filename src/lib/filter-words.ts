import type { Condition, FieldSet, Filter } from "#contract/filter.ts";

/** How the fields and values of a list are named: labels, codes, people, days. */
export type Naming = {
	fields: FieldSet;
	field: (name: string) => string;
	/** A code, an id or a number, as a person reads it. */
	value: (field: string, value: string) => string;
	missing: (field: string) => string;
	day: (day: string) => string;
};
/** The words of comparisons, in the language of the screen. */
export type ConditionWords = {
	or: (items: string[]) => string;
	and: (items: string[]) => string;
	not: (value: string) => string;
	known: string;
} & Record<(typeof dayWords)[keyof typeof dayWords] | (typeof numberWords)[keyof typeof numberWords], (value: string) => string>;

const dayWords = { "==": "onDay", "=lt=": "dayBefore", "=le=": "dayUntil", "=gt=": "dayAfter", "=ge=": "daySince" } as const;
const numberWords = { "=lt=": "lessThan", "=le=": "atMost", "=gt=": "moreThan", "=ge=": "atLeast" } as const;

function conditionValue({ field, comparison, values }: Condition, naming: Naming, words: ConditionWords): string {
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

const wordingOf = (filter: Filter, naming: Naming, words: ConditionWords): string => {
	if ("field" in filter) return conditionValue(filter, naming, words);
	const parts = ("any" in filter ? filter.any : filter.all).map((item) => wordingOf(item, naming, words));
	return "any" in filter ? words.or(parts) : words.and(parts);
};

/** A part of a filter as a chip reads it: « Étape » and « Recrutement ou Plan ». A group over several fields has no single name. */
export function describe(filter: Filter, naming: Naming, words: ConditionWords, colon: string): { name: string; value: string } {
	const field = onlyField(filter);
	if (field !== null) return { name: naming.field(field), value: wordingOf(filter, naming, words) };
	const parts = ("any" in filter ? filter.any : "all" in filter ? filter.all : []).map((item) => {
		const part = describe(item, naming, words, colon);
		return part.name ? `${part.name}${colon}${part.value}` : part.value;
	});
	return { name: "", value: "any" in filter ? words.or(parts) : words.and(parts) };
}
