import { type RawBuilder, sql } from "kysely";
import type { FieldSet, FieldType } from "#contract/filter.ts";
import { invalid } from "./refusal.ts";

export type Sort = { field: string; descending: boolean };
export type SortKey = Sort & { column: RawBuilder<unknown>; type: FieldType };

export function parseSort(text: string, fields: FieldSet): Sort[] {
	return text.split(",").slice(0, 4).map((part) => {
		const descending = part.startsWith("-");
		const field = descending ? part.slice(1) : part;
		if (!Object.hasOwn(fields, field) || !fields[field]?.sort) throw invalid("query.sort", "sort");
		return { field, descending };
	});
}

const collated = (key: SortKey) => (key.type === "text" ? sql`${key.column} collate "und-x-icu"` : sql`${key.column}`);

/** A total order: it always ends in the id, and a missing value always comes last. */
export const orderBy = (keys: SortKey[], id: RawBuilder<unknown>) =>
	sql.join([...keys.map((key) => (key.descending ? sql`${collated(key)} desc nulls last` : sql`${collated(key)} asc nulls last`)), keys[0]?.descending ? sql`${id} desc` : sql`${id} asc`]);

type Cursor = { values: (string | null)[]; id: string };

const toBase64 = (text: string) => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const fromBase64 = (text: string) => new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0)));

export const encodeCursor = (sort: string, values: unknown[], id: string) => toBase64(JSON.stringify([sort, values.map((value) => (value === null ? null : String(value))), id]));

const shapes: Record<FieldType, RegExp> = { text: /^[^\0]*$/, code: /^[^\0]*$/, id: /^[0-9a-f-]{36}$/, number: /^-?[0-9]{1,9}$/, date: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, boolean: /^(true|false)$/ };

/** A cursor belongs to one sort and was made here; anything else is refused. */
export function decodeCursor(text: string, sort: string, keys: SortKey[]): Cursor {
	try {
		const [madeFor, values, id] = JSON.parse(fromBase64(text)) as [unknown, unknown, unknown];
		const valid =
			madeFor === sort && Array.isArray(values) && values.length === keys.length && typeof id === "string" && shapes.id.test(id) &&
			keys.every((key, index) => values[index] === null || (typeof values[index] === "string" && shapes[key.type].test(values[index])));
		if (valid) return { values: values as (string | null)[], id: id as string };
	} catch {
		// fall through: unreadable is refused like forged
	}
	throw invalid("query.after", "cursor");
}

const casts: Record<FieldType, string> = { text: "text", code: "text", id: "uuid", number: "int", date: "date", boolean: "boolean" };

/** Rows strictly after the cursor in the list's order, nulls last. The redundant first bound lets an index start at the right place. */
export function cursorCondition(keys: SortKey[], id: RawBuilder<unknown>, cursor: Cursor): RawBuilder<boolean> {
	const descendingId = keys[0]?.descending ?? false;
	let condition = descendingId ? sql<boolean>`${id} < ${cursor.id}::uuid` : sql<boolean>`${id} > ${cursor.id}::uuid`;
	for (let index = keys.length - 1; index >= 0; index -= 1) {
		const key = keys[index] as SortKey;
		const value = cursor.values[index] ?? null;
		if (value === null) {
			condition = sql<boolean>`(${key.column} is null and ${condition})`;
			continue;
		}
		const bound = sql`${value}::${sql.raw(casts[key.type])}`;
		const beyond = key.descending ? sql<boolean>`${collated(key)} < ${bound}` : sql<boolean>`${collated(key)} > ${bound}`;
		condition = sql<boolean>`(${beyond} or ${key.column} is null or (${key.column} = ${bound} and ${condition}))`;
	}
	return condition;
}
