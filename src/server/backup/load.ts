import { readArchiveTables, readChecksums } from "./archive.ts";
import { derivedTables, quoted, readTables, type Table } from "./catalogue.ts";
import type { Connection } from "./connection.ts";
import { DamagedBackup } from "./damaged.ts";
import { insertOf, sameEverywhere, summing, sumOfTable } from "./rows.ts";
import { expectSum, expectWhole } from "./verify.ts";

const publicTables = "relnamespace = 'public'::regnamespace and relkind = 'r'";

/** Triggers of the house, references and forced row security: out of the way of a load, then back exactly as they were. */
async function setAside({ query, exec }: Connection): Promise<{ references(): Promise<void>; triggers(): Promise<void> }> {
	const triggers = await query(
		`select quote_ident(c.relname) as on_table, quote_ident(t.tgname) as name, t.tgenabled::text as enabled from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and c.${publicTables.replace(" and ", " and c.")}`,
	);
	const references = await query(
		"select conrelid::regclass::text as on_table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace",
	);
	const forced = await query(`select quote_ident(relname) as name from pg_class where ${publicTables} and relforcerowsecurity`);
	const all = async (rows: Record<string, unknown>[], statement: (row: Record<string, unknown>) => string) => {
		for (const row of rows) await exec(statement(row));
	};
	const modes: Record<string, string> = { O: "enable", A: "enable always", R: "enable replica", D: "disable" };
	await all(forced.rows, ({ name }) => `alter table public.${name} no force row level security`);
	await all(triggers.rows, ({ on_table, name }) => `alter table public.${on_table} disable trigger ${name}`);
	await all(references.rows, ({ on_table, name }) => `alter table ${on_table} drop constraint ${name}`);
	return {
		references: () => all(references.rows, ({ on_table, name, definition }) => `alter table ${on_table} add constraint ${name} ${definition}`),
		triggers: async () => {
			await all(triggers.rows, ({ on_table, name, enabled }) => `alter table public.${on_table} ${modes[String(enabled)]} trigger ${name}`);
			await all(forced.rows, ({ name }) => `alter table public.${name} force row level security`);
		},
	};
}

/** Read models hold nothing of their own: they are made again from what was loaded. */
async function rebuildReadModels({ query }: Connection) {
	await query(
		"select refresh_employer_summary(ids) from (select array_agg(id) as ids from (select id, row_number() over (order by id) / 500 as part from employer) e group by part) parts",
	);
	await query("select refresh_contact_search(array(select id from contact))");
	for (const name of ["employer", "support_case", "visit", "labour_need", "follow_up", "tool_use"]) await query("select recount_list($1)", [name]);
	await query("select rebuild_interactions()");
	await query("select rebuild_signals()");
	await query("select rebuild_portal_accounts()");
	await query("select rebuild_mission_tallies()");
}

async function loadTable(connection: Connection, table: Table, batches: AsyncGenerator<string[]>) {
	const insert = insertOf(table);
	const sum = summing();
	for await (const lines of batches) {
		sum.add(lines);
		await connection.query(insert, [`[${lines.join(",")}]`]);
	}
	return sum.end();
}

/**
 * Loads a backup into a database of the same migrations that holds nobody, in one transaction: all of it, or nothing. Before it is
 * committed, what was read is compared with the backup's checksums, and what is stored is read again and compared too.
 */
export async function loadArchive(connection: Connection, path: string): Promise<number> {
	const checksums = await readChecksums(path);
	const { exec, query } = connection;
	await exec(`begin; ${sameEverywhere}; select set_config('app.bulk', 'on', true)`);
	try {
		const tables = await readTables(connection);
		const wanted = Object.keys(checksums.tables);
		const differing = [
			...wanted.filter((name) => !tables.some((table) => table.name === name)),
			...tables.map(({ name }) => name).filter((name) => !wanted.includes(name)),
		];
		if (differing.length > 0) throw new DamagedBackup(`The backup ${path} and this database do not have the same tables: ${differing.join(", ")}.`);
		const aside = await setAside(connection);
		await exec(`truncate ${[...wanted, ...derivedTables].map((name) => `public.${quoted(name)}`).join(", ")}`);
		let rows = 0;
		const loaded = new Set<string>();
		for await (const { name, batches } of readArchiveTables(path)) {
			const table = tables.find((one) => one.name === name);
			if (!table) throw new DamagedBackup(`The backup ${path} has a table too many: ${name}.`);
			const sum = await loadTable(connection, table, batches());
			expectSum(path, checksums, name, sum);
			loaded.add(name);
			rows += sum.rows;
		}
		expectWhole(path, checksums, loaded);
		await aside.references();
		for (const [column, last] of Object.entries(checksums.sequences)) {
			const [table = "", name = ""] = column.split(".");
			await query("select setval(pg_get_serial_sequence($1, $2), $3::text::bigint)", [`public.${quoted(table)}`, name, last]);
		}
		for (const table of tables) {
			if ((await sumOfTable(connection, table)).sha256 !== checksums.tables[table.name]?.sha256)
				throw new DamagedBackup(`The table ${table.name} does not come out of this database as it went in.`);
		}
		await rebuildReadModels(connection);
		await aside.triggers();
		// As after any load: the embedded database would plan for a single row until its next upkeep.
		await exec("analyze");
		await exec("commit");
		return rows;
	} catch (error) {
		await exec("rollback").catch(() => undefined);
		throw error;
	}
}
