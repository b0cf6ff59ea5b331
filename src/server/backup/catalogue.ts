import type { Connection } from "./connection.ts";

export type Column = { name: string; type: string; isIdentity: boolean };
export type Table = { name: string; columns: Column[]; key: string[] };

/** Rebuilt from the others, or the database's own book of migrations: every other table is kept, without having to be listed. */
export const derivedTables = [
	"employer_summary",
	"support_case_summary",
	"list_total",
	"contact_search",
	"employer_interaction",
	"employer_support",
	"portal_account",
	"mission_tally",
	"visit_signal",
	"employer_signal",
	"stage_passage",
];
const notKept = [...derivedTables, "migration"];

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

type Reference = { source: string; target: string };

/** Parents before children; tables that refer to each other come last, by name. */
export function inReferenceOrder(tables: string[], references: Reference[]): string[] {
	const ordered: string[] = [];
	let left = [...tables].sort();
	while (left.length > 0) {
		const free = left.filter((name) => !references.some(({ source, target }) => source === name && target !== name && left.includes(target)));
		ordered.push(...(free.length > 0 ? free : left));
		left = free.length > 0 ? left.filter((name) => !free.includes(name)) : [];
	}
	return ordered;
}

/** What is backed up, read from the database itself: a table added tomorrow is in tomorrow's backup. */
export async function readTables({ query }: Connection): Promise<Table[]> {
	const { rows } = await query(`
		select c.relname as name,
			(select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'isIdentity', a.attidentity <> '') order by a.attnum)
				from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')::text as columns,
			coalesce((select json_agg(a.attname order by k.position) from pg_index i cross join unnest(i.indkey::int2[]) with ordinality k (attnum, position)
				join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary), '[]')::text as key
		from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
	const references = await query("select conrelid::regclass::text as source, confrelid::regclass::text as target from pg_constraint where contype = 'f'");
	const tables = new Map(
		rows
			.map((row) => ({ name: String(row.name), columns: JSON.parse(String(row.columns)) as Column[], key: JSON.parse(String(row.key)) as string[] }))
			.map((table) => [table.name, table]),
	);
	const names = [...tables.keys()].filter((name) => !notKept.includes(name));
	return inReferenceOrder(names, references.rows as Reference[]).flatMap((name) => tables.get(name) ?? []);
}

/** Where each identity stands. A number that was given, then rolled back, is not given twice. */
export async function readSequences({ query }: Connection, tables: Table[]): Promise<Record<string, string>> {
	const found: Record<string, string> = {};
	for (const { name, columns } of tables) {
		for (const column of columns.filter(({ isIdentity }) => isIdentity)) {
			const { rows } = await query("select pg_get_serial_sequence($1, $2) as sequence", [`public.${quoted(name)}`, column.name]);
			const last = await query(`select last_value::text as last, is_called as given from ${String(rows[0]?.sequence)}`);
			if (last.rows[0]?.given === true) found[`${name}.${column.name}`] = String(last.rows[0].last);
		}
	}
	return found;
}

export async function readMigrationNames({ query }: Connection): Promise<string[]> {
	const { rows } = await query("select to_regclass('public.migration') is not null as exists");
	if (rows[0]?.exists !== true) return [];
	return (await query('select name from migration order by name collate "C"')).rows.map((row) => String(row.name));
}
