import type { Condition, FieldSet, Filter } from "#contract/filter.ts";
import { parseFilter } from "#contract/filter.ts";
import { fold } from "#contract/fold.ts";

type Value = string | number | boolean | null;
/** What a row has for a field of its list; several values where the API's list has several; undefined: this device does not know. */
type Read = (field: string) => Value | readonly Value[] | undefined;

export type LocalList<Row> = {
	fields: FieldSet;
	/** The API's own order. */
	sort: string;
	/** Left out unless the filter names it, as the API does. */
	unlessNamed?: string;
	read: (row: Row, today: string) => Read;
	/** What a search looks in. */
	searched: (row: Row) => string;
};

/** A question that only the API can answer. */
class Unknown extends Error {}

const orders: Partial<Record<Condition["comparison"], (a: Value, b: Value) => boolean>> = {
	"=gt=": (a, b) => a !== null && b !== null && a > b,
	"=ge=": (a, b) => a !== null && b !== null && a >= b,
	"=lt=": (a, b) => a !== null && b !== null && a < b,
	"=le=": (a, b) => a !== null && b !== null && a <= b,
};

const known = (read: Read, field: string): Value | readonly Value[] => {
	const value = read(field);
	if (value === undefined) throw new Unknown(field);
	return value;
};

/** The same meaning as in SQL (api/list-filter.ts): a missing value is neither greater nor smaller, and « is not » lets it through. */
function matches(filter: Filter, fields: FieldSet, read: Read): boolean {
	if ("all" in filter) return filter.all.every((item) => matches(item, fields, read));
	if ("any" in filter) return filter.any.some((item) => matches(item, fields, read));
	const { field, comparison } = filter;
	const found = known(read, field);
	const values = Array.isArray(found) ? (found as readonly Value[]) : [found as Value];
	const asked = filter.values.map((text): Value => {
		const type = comparison === "=null=" ? "boolean" : fields[field]?.type;
		return type === "number" ? Number(text) : type === "boolean" ? text === "true" : text;
	});
	if (comparison === "=null=") return values.some((value) => value === null) === asked[0];
	if (comparison === "==" || comparison === "=in=") return values.some((value) => value !== null && asked.includes(value));
	if (comparison === "!=" || comparison === "=out=") return !values.some((value) => value !== null && asked.includes(value));
	return values.some((value) => orders[comparison]?.(value, asked[0] ?? null));
}

const names = (filter: Filter, field: string): boolean =>
	"field" in filter ? filter.field === field : ("all" in filter ? filter.all : filter.any).some((item) => names(item, field));

const collator = new Intl.Collator("fr-CA");
/** A missing value comes last, in both directions; the id settles the rest. */
function compare(a: Value, b: Value, descending: boolean): number {
	if (a === b) return 0;
	if (a === null) return 1;
	if (b === null) return -1;
	const order = typeof a === "string" && typeof b === "string" ? collator.compare(a, b) : a < b ? -1 : 1;
	return descending ? -order : order;
}

const folded = new WeakMap<object, string>();
function searchText<Row extends object>(row: Row, list: LocalList<Row>): string {
	const before = folded.get(row);
	if (before !== undefined) return before;
	const text = fold(list.searched(row));
	folded.set(row, text);
	return text;
}

type Query = { q?: string; filter?: string; sort?: string; limit?: number; offset?: number; after?: string };

/** What a list of the API would answer of the rows that are on this device; null when it cannot be known here. */
export function pageOf<Row extends { id: string }>(
	list: LocalList<Row>,
	rows: readonly Row[],
	{ q = "", filter: text, sort = list.sort, limit = 50, offset = 0, after }: Query,
	today: string,
): { items: Row[]; total: number; next: null } | null {
	if (after) return null;
	try {
		const filter = text ? parseFilter(text, list.fields) : null;
		const words = fold(q).split(" ").filter(Boolean);
		const hidden = list.unlessNamed && !(filter && names(filter, list.unlessNamed)) ? list.unlessNamed : null;
		const found = rows.filter((row) => {
			const read = list.read(row, today);
			return (
				(hidden === null || known(read, hidden) === false) &&
				(!filter || matches(filter, list.fields, read)) &&
				words.every((word) => searchText(row, list).includes(word))
			);
		});
		const keys = sort.split(",").map((key) => ({ field: key.replace(/^-/, ""), descending: key.startsWith("-") }));
		const sorted = found
			.map((row) => ({ row, values: keys.map(({ field }) => known(list.read(row, today), field) as Value) }))
			.sort((a, b) => {
				for (const [at, { descending }] of keys.entries()) {
					const order = compare(a.values[at] ?? null, b.values[at] ?? null, descending);
					if (order !== 0) return order;
				}
				return compare(a.row.id, b.row.id, keys[0]?.descending === true);
			})
			.map(({ row }) => row);
		return { items: sorted.slice(offset, offset + limit), total: sorted.length, next: null };
	} catch {
		return null;
	}
}
