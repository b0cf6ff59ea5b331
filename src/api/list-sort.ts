import { type RawBuilder, sql } from "kysely";
import type { FieldSet, FieldType } from "#contract/filter.ts";
import { casts } from "./list-filter.ts";
import { invalid } from "./refusal.ts";

export type Sort = { field: string; descending: boolean };
/** `neverNull`: no row lacks it, which lets one index serve both directions. */
export type SortKey = Sort & { column: RawBuilder<unknown>; type: FieldType; neverNull: boolean };

export function parseSort(text: string, fields: FieldSet): Sort[] {
	return text
		.split(",")
		.slice(0, 4)
		.map((part) => {
			const descending = part.startsWith("-");
			const field = descending ? part.slice(1) : part;
			if (!Object.hasOwn(fields, field) || !fields[field]?.sort) throw invalid("query.sort", "sort");
			return { field, descending };
		});
}

const collated = (key: SortKey) => (key.type === "text" ? sql`${key.column} collate "und-x-icu"` : sql`${key.column}`);

/** A total order: it always ends in the id, and a missing value always comes last. Where none is missing it is not said: PostgreSQL would want an index of its own for it. */
const direction = ({ descending, neverNull }: SortKey) => sql.raw(descending ? (neverNull ? "desc" : "desc nulls last") : "asc");
export const orderBy = (keys: SortKey[], id: RawBuilder<unknown>) =>
	sql.join([...keys.map((key) => sql`${collated(key)} ${direction(key)}`), keys[0]?.descending ? sql`${id} desc` : sql`${id} asc`]);

type Cursor = { values: (string | null)[]; id: string };

const toBase64 = (text: string) =>
	btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""))
		.replace(/\+/g, "-")
		.replace(/\//g, "_")
		.replace(/=+$/, "");
const fromBase64 = (text: string) =>
	new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0)));

export const encodeCursor = (sort: string, values: unknown[], id: string) =>
	toBase64(JSON.stringify([sort, values.map((value) => (value === null ? null : String(value))), id]));

const shapes: Record<FieldType, RegExp> = {
	text: /^[^\0]*$/,
	code: /^[^\0]*$/,
	id: /^[0-9a-f-]{36}$/,
	number: /^-?[0-9]{1,9}$/,
	date: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
	boolean: /^(true|false)$/,
};

/** A cursor belongs to one sort and was made here; anything else is refused. */
export function decodeCursor(text: string, sort: string, keys: SortKey[]): Cursor {
	try {
		const [madeFor, values, id] = JSON.parse(fromBase64(text)) as [unknown, unknown, unknown];
		const valid =
			madeFor === sort &&
			Array.isArray(values) &&
			values.length === keys.length &&
			typeof id === "string" &&
			shapes.id.test(id) &&
			keys.every((key, index) => values[index] === null || (typeof values[index] === "string" && shapes[key.type].test(values[index])));
		if (valid) return { values: values as (string | null)[], id: id as string };
	} catch {
		// fall through: unreadable is refused like forged
	}
	throw invalid("query.after", "cursor");
}

const boundOf = (key: SortKey, value: string) => sql`${value}::${sql.raw(casts[key.type])}`;

/** Rows strictly after the cursor, in the list's order. */
function beyond(keys: SortKey[], values: (string | null)[], last: RawBuilder<boolean>): RawBuilder<boolean> {
	const [key, ...others] = keys;
	if (!key) return last;
	const rest = beyond(others, values.slice(1), last);
	const value = values[0] ?? null;
	if (value === null) return sql<boolean>`(${key.column} is null and ${rest})`;
	const bound = boundOf(key, value);
	return sql<boolean>`(${collated(key)} ${sql.raw(key.descending ? "<" : ">")} ${bound} or ${key.column} is null or (${key.column} = ${bound} and ${rest}))`;
}

/**
 * What follows the cursor, as one run or two to be read one after the other: the values, then the missing ones.
 * Each is a range of an index; said in one breath (« greater, or missing »), the index would be read from its start at every page.
 */
export function runsAfter(keys: SortKey[], id: RawBuilder<unknown>, cursor: Cursor): RawBuilder<boolean>[] {
	const [key, ...others] = keys as [SortKey, ...SortKey[]];
	const operator = sql.raw(key.descending ? "<" : ">");
	const last = sql<boolean>`${id} ${operator} ${cursor.id}::uuid`;
	const rest = beyond(others, cursor.values.slice(1), last);
	const value = cursor.values[0] ?? null;
	if (value === null) return [sql<boolean>`(${key.column} is null and ${rest})`];
	const bound = boundOf(key, value);
	const run =
		others.length === 0
			? sql<boolean>`(${collated(key)}, ${id}) ${operator} (${bound}, ${cursor.id}::uuid)`
			: sql<boolean>`(${collated(key)} ${operator}= ${bound} and (${collated(key)} ${operator} ${bound} or ${rest}))`;
	return key.neverNull ? [run] : [run, sql<boolean>`${key.column} is null`];
}
