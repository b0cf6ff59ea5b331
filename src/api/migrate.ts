export type Migration = { name: string; sql: string };

/** What migrating needs of a connection: PGlite and one pg client both have it. */
export type MigrationConnection = {
	exec(sql: string): Promise<unknown>;
	query(sql: string, parameters?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
};

/** The code is older than the database: it would misread it. */
export class NewerDatabase extends Error {}

/**
 * Applies what is missing, once, in one transaction, under an advisory lock: several processes may start together.
 * A database newer than the code is refused in words.
 */
export async function migrate(connection: MigrationConnection, migrations: Migration[]): Promise<string[]> {
	const applied: string[] = [];
	await connection.exec("begin");
	try {
		await connection.query("select pg_advisory_xact_lock(7241)");
		await connection.exec("create table if not exists migration (name text primary key, applied_at timestamptz not null default now())");
		const { rows } = await connection.query("select name from migration");
		const done = new Set(rows.map((row) => String(row.name)));
		const unknown = [...done].filter((name) => !migrations.some((migration) => migration.name === name));
		if (unknown.length > 0)
			throw new NewerDatabase(`This database was upgraded by a newer Jalon (${unknown.join(", ")}). Install that version, or restore an older backup.`);
		for (const migration of migrations) {
			if (done.has(migration.name)) continue;
			await connection.exec(migration.sql);
			await connection.query("insert into migration (name) values ($1)", [migration.name]);
			applied.push(migration.name);
		}
		await connection.exec("commit");
	} catch (error) {
		await connection.exec("rollback");
		throw error;
	}
	return applied;
}
