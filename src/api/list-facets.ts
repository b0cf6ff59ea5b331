import { type RawBuilder, sql } from "kysely";
import type { Context } from "./caller.ts";
import { and, conditionsOf, type ListDefinition, readFilter } from "./list.ts";
import { withoutField } from "./list-filter.ts";
import { invalid } from "./refusal.ts";

/** Facets of one value a row and of the same conditions: the rows are read once for all of them. */
function countsOf(list: ListDefinition, context: Context, names: string[], conditions: RawBuilder<boolean>[]): RawBuilder<unknown> {
	const values = names.map((_, index) => sql.ref(`value_${index}`));
	const ofItsOwn = (then: (index: number) => RawBuilder<unknown>) =>
		sql`case ${sql.join(
			values.map((value, index) => sql`when grouping(${value}) = 0 then ${then(index)}`),
			sql` `,
		)} end`;
	const columns = sql.join(names.map((name, index) => sql`${list.column(name, context)} as ${sql.ref(`value_${index}`)}`));
	const sets = sql.join(values.map((value) => sql`(${value})`));
	return sql`select ${ofItsOwn((index) => sql`${names[index]}::text`)} as field, ${ofItsOwn((index) => sql`(${values[index]})::text`)} as value, count(*) as count
		from (select ${columns} from ${list.from} where ${and(conditions)}) found group by grouping sets (${sets})`;
}

/** Counts by value for each facet, with every filter but its own: one statement. */
export async function readFacets(
	context: Context,
	list: ListDefinition,
	query: { q?: string; filter?: string; fields: string },
): Promise<Record<string, { value: string | null; count: number }[]>> {
	const names = [...new Set(query.fields.split(","))];
	for (const name of names) if (!Object.hasOwn(list.fields, name) || !list.fields[name]?.facet) throw invalid("query.fields", "facet");
	const filter = readFilter(query.filter, list.fields);
	const parts: RawBuilder<unknown>[] = [];
	const alike = new Map<string, { names: string[]; conditions: RawBuilder<boolean>[] }>();
	for (const name of names) {
		const rest = filter ? withoutField(filter, name) : null;
		const conditions = conditionsOf(list, context, { q: query.q, filter: rest, facet: name });
		const many = list.many?.(name);
		if (many) {
			// Joined, a row comes once per value: it is counted once for each.
			parts.push(
				sql`select ${name}::text as field, (${list.column(name, context)})::text as value, count(distinct ${list.id}) as count from ${list.from} join ${many.table} on ${many.on} where ${and(conditions)} group by 2`,
			);
			continue;
		}
		const key = JSON.stringify([rest, name === list.unlessNamed?.field]);
		alike.set(key, { names: [...(alike.get(key)?.names ?? []), name], conditions });
	}
	for (const group of alike.values()) parts.push(countsOf(list, context, group.names, group.conditions));
	const { rows } = await sql<{
		field: string;
		value: string | null;
		count: string;
	}>`select * from (${sql.join(parts, sql` union all `)}) counted order by count desc, value`.execute(context.db);
	return Object.fromEntries(
		names.map((name) => [name, rows.filter((row) => row.field === name).map((row) => ({ value: row.value, count: Number(row.count) }))]),
	);
}
