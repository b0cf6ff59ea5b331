import { type RawBuilder, sql } from "kysely";
import { type Comparison, type Condition, type FieldSet, type FieldType, type Filter, isAbout } from "#contract/filter.ts";
import { invalid } from "./refusal.ts";

/** The type that the text of a value is read as. */
export const casts: Record<FieldType, string> = { text: "text", code: "text", id: "uuid", number: "int", date: "date", boolean: "boolean" };
const orders: Partial<Record<Comparison, string>> = { "=gt=": ">", "=ge=": ">=", "=lt=": "<", "=le=": "<=" };

// 2021-02-30 has the right shape; PostgreSQL would refuse it with a fault of the server's.
const isDay = (value: string) => new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);

function conditionToSql({ field, comparison, values }: Condition, type: FieldType, column: RawBuilder<unknown>): RawBuilder<boolean> {
	if (type === "date" && comparison !== "=null=")
		for (const value of values)
			if (Number.isNaN(Date.parse(value)) || !isDay(value)) throw invalid("query.filter", "filter-value", { detail: `${field}: ${value}` });
	const cast = sql.raw(casts[type]);
	const value = sql`${values[0]}::${cast}`;
	const order = orders[comparison];
	if (order) return sql<boolean>`(${column}) ${sql.raw(order)} ${value}`;
	if (comparison === "=null=") return values[0] === "true" ? sql<boolean>`(${column}) is null` : sql<boolean>`(${column}) is not null`;
	if (comparison === "==") return sql<boolean>`(${column}) = ${value}`;
	if (comparison === "!=") return sql<boolean>`(${column}) is distinct from ${value}`;
	const list = sql`${`{${values.map((item) => JSON.stringify(item)).join(",")}}`}::${cast}[]`;
	return comparison === "=in=" ? sql<boolean>`(${column}) = any(${list})` : sql<boolean>`((${column}) = any(${list})) is not true`;
}

/** A field that has several values a row (the advisers of a visit): the table they stand in and how it is tied to the row. */
export type ManyValues = { table: RawBuilder<unknown>; on: RawBuilder<boolean> };

const positive: Partial<Record<Comparison, Comparison>> = { "!=": "==", "=out=": "=in=" };

/** With several values, « is » means that one of them is, « is not » that none is. */
function manyToSql(condition: Condition, type: FieldType, column: RawBuilder<unknown>, { table, on }: ManyValues): RawBuilder<boolean> {
	const comparison = positive[condition.comparison];
	const test = conditionToSql(comparison ? { ...condition, comparison } : condition, type, column);
	const exists = sql<boolean>`exists (select 1 from ${table} where ${on} and ${test})`;
	return comparison ? sql<boolean>`not ${exists}` : exists;
}

/** Tree → SQL; the columns are the list's own, the values always parameters. */
export function filterToSql(
	filter: Filter,
	fields: FieldSet,
	column: (field: string) => RawBuilder<unknown>,
	many?: (field: string) => ManyValues | undefined,
): RawBuilder<boolean> {
	if ("all" in filter)
		return sql<boolean>`(${sql.join(
			filter.all.map((item) => filterToSql(item, fields, column, many)),
			sql` and `,
		)})`;
	if ("any" in filter)
		return sql<boolean>`(${sql.join(
			filter.any.map((item) => filterToSql(item, fields, column, many)),
			sql` or `,
		)})`;
	const type = fields[filter.field]?.type ?? "text";
	const values = many?.(filter.field);
	return values ? manyToSql(filter, type, column(filter.field), values) : conditionToSql(filter, type, column(filter.field));
}

/** The filter less its top-level conditions on one field: a facet shows what choosing another value would give. */
export function withoutField(filter: Filter, field: string): Filter | null {
	if ("all" in filter) {
		const rest = filter.all.filter((item) => !isAbout(item, field));
		return rest.length === 0 ? null : { all: rest };
	}
	return isAbout(filter, field) ? null : filter;
}
