import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { servingRole } from "#api/caller.ts";
import { loadWorld } from "../../../mocks/world/load.ts";
import { type Connection, connectPostgres } from "../../../src/server/backup/connection.ts";
import { openSource } from "../../../src/server/backup/source.ts";
import { openEmbedded, openPostgres } from "../../../src/server/database.ts";
import { readSettings } from "../../../src/server/settings.ts";
import { createDatabase, dropDatabase } from "../../support/postgres.ts";
import { copyPrepared } from "../../support/prepared-folders.ts";
import { startServer } from "../../support/server.ts";
import { Visitor } from "../support.ts";
import { makeEstates, type Person } from "./estates.ts";

const hash = (token: string) => createHash("sha256").update(token).digest("hex");

/** Everything of a table that a refused call may change: when a session was last seen, and nothing else. */
const rowOf = (table: string) => (table === "session" ? "(to_jsonb(t) - 'last_seen_at')::text" : "t::text");

/** What each table holds, in a few letters; `but`: tables that the serving role may not write anyway, looked at less often. */
export async function digestOf({ query }: Connection, but: "reference" | "none" = "none"): Promise<Record<string, string>> {
	const { rows: tables } = await query(`select relname as name from pg_class left join table_access a on a.name = relname
		where relnamespace = 'public'::regnamespace and relkind = 'r' and coalesce(a.access, '') <> '${but}' order by 1`);
	const parts = tables.map(
		({ name }) =>
			`select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(md5(${rowOf(String(name))}), '' order by md5(${rowOf(String(name))}))), '') as held from "${name}" t`,
	);
	const { rows } = await query(parts.join(" union all "));
	return Object.fromEntries(rows.map(({ name, held }) => [String(name), String(held)]));
}

/** The server as an office runs it, on a small region of two sides, with a session already open for each person: signing in is judged elsewhere, and takes its time. */
export async function openRights() {
	const { world, cast, estates, estateOf } = makeEstates();
	const databaseUrl = inject("targetKind") === "postgres" ? await createDatabase() : null;
	const dataDir = mkdtempSync(join(tmpdir(), "jalon-rights-"));
	if (!databaseUrl) await copyPrepared("empty", dataDir);
	const opened = databaseUrl ? await openPostgres(databaseUrl) : await openEmbedded(dataDir);
	await loadWorld(opened, world, "2026-11-24");
	const tokens = new Map<string, string[]>();
	const people = [...Object.values(cast.of), cast.colleague, cast.visited, cast.neighbour, cast.neighbourManager, cast.disabled, cast.gone, cast.temporary];
	await opened.query("select set_config('app.bulk', 'on', false)");
	for (const { id } of people) {
		await opened.query("insert into account (person_id, changed_at, must_change) values ($1, now(), $2)", [id, id === cast.temporary.id]);
		await opened.query("select set_config('app.bulk', 'on', false)");
		await opened.query("update person set email = $1 || '@exemple.ca', disabled_at = case when id = $2::uuid then now() end where id = $3::uuid", [
			`p${id}`,
			cast.disabled.id,
			id,
		]);
		const own = Array.from({ length: 2 }, () => randomBytes(32).toString("base64url"));
		tokens.set(id, own);
		for (const token of own)
			await opened.query("insert into session (token_hash, person_id, created_at, expires_at) values ($1, $2, now(), now() + interval '2 hours')", [
				hash(token),
				id,
			]);
	}
	await opened.query("select set_config('app.bulk', 'off', false)");
	await opened.close();
	const server = await startServer({ demo: false, dataDir, ...(databaseUrl ? { databaseUrl } : {}) });
	const api = `${server.url}/api`;
	/** This person's browser; `spare` is another of theirs, which may be closed. */
	const as = (person: Person | null, spare = false) =>
		new Visitor({ api, headers: person ? { cookie: `jalon_session=${tokens.get(person.id)?.[spare ? 1 : 0]}` } : {} });
	/** The database itself, seen by its owner: as it is now (PostgreSQL), or a copy of it (embedded, whose files are the server's). */
	const witness = () => (databaseUrl ? connectPostgres(databaseUrl) : openSource(readSettings({ DATA_DIR: dataDir }, []), { whileRunning: true }));
	const stop = async () => {
		await server.stop();
		rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
		if (databaseUrl) await dropDatabase(databaseUrl);
	};
	return { cast, estates, estateOf, as, witness, stop, isLive: databaseUrl !== null };
}
export type RightsHome = Awaited<ReturnType<typeof openRights>>;

/** Under the serving role and as somebody, in a transaction that leaves nothing. */
export async function asking<T>({ exec, query }: Connection, { id, role, regionCode }: Person, work: (read: Connection["query"]) => Promise<T>): Promise<T> {
	await exec("begin");
	try {
		await exec(`set local role ${servingRole}`);
		await query(
			"select set_config('app.person', $1, true), set_config('app.region', $2, true), set_config('app.role', $3, true), journal_begin($1::uuid, null, null, now())",
			[id, regionCode, role],
		);
		return await work(query);
	} finally {
		await exec("rollback");
	}
}
