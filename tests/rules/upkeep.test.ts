import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { OpenDatabase } from "../../src/server/database.ts";
import { forgetExpired, scheduleUpkeep } from "../../src/server/upkeep.ts";
import { openEmptyOffice } from "../support/empty-office.ts";

let opened: OpenDatabase;
const now = new Date("2026-11-24T12:00:00Z");
const person = randomUUID();
const ago = (interval: string) => `timestamptz '${now.toISOString()}' - interval '${interval}'`;
const left = async (table: string, name: string) => (await opened.query(`select ${name} as name from ${table} order by 1`)).rows.map((row) => row.name);

beforeAll(async () => {
	opened = await openEmptyOffice();
	await opened.query("select set_config('app.bulk', 'on', false)");
	await opened.query("insert into person (id, region_code, name, initials, role, valid_from) values ($1, '16', 'Personne', 'P', 'advisor', '2020-01-01')", [
		person,
	]);
}, 120_000);
afterAll(() => opened?.close());

it("les clés de plus de 90 jours, les sessions finies, les vieux essais, les lignes d’anciennes importations et les fichiers qui n’ont pas fini de venir s’oublient ; le reste demeure", async () => {
	await opened.query(`insert into idempotency_key (key, person_id, endpoint, body_hash, status, created_at)
		select gen_random_uuid(), '${person}', case when i <= 2300 then 'old' else 'recent' end, '', 1, case when i <= 2300 then ${ago("91 days")} else ${ago("89 days")} end from generate_series(1, 2310) i`);
	for (const [name, expires, seen] of [
		["ended", "-1 minute", "1 minute"],
		["idle", "-1 hour", "31 minutes"],
		["open", "-1 hour", "29 minutes"],
	])
		await opened.query(
			`insert into session (token_hash, person_id, created_at, expires_at, last_seen_at) values ('${name}', '${person}', ${ago("11 hours")}, ${name === "ended" ? ago("1 minute") : ago(String(expires))}, ${ago(String(seen))})`,
		);
	await opened.query(
		`insert into sign_in_attempt (scope, subject, failures, last_at) values ('account', 'old', 3, ${ago("25 hours")}), ('account', 'recent', 3, ${ago("23 hours")})`,
	);
	for (const [id, kept] of [
		["11111111-1111-4111-8111-111111111111", "2026-11-23"],
		["22222222-2222-4222-8222-222222222222", "2026-11-24"],
	]) {
		await opened.query(
			`insert into import (id, region_code, target, file_name, file_size, file_hash, format, state, created_by, created_at, kept_until, asked_by, asked_role)
				values ($1, '16', 'employers', 'liste.csv', 1, '', 'csv', 'applied', $2, ${ago("91 days")}, $3, $2, 'advisor')`,
			[String(id), person, String(kept)],
		);
		await opened.query("insert into import_row (import_id, region_code, row_number, cells) select $1, '16', i, '[]' from generate_series(1, 3) i", [
			String(id),
		]);
		await opened.query("insert into import_piece (import_id, position, region_code, bytes) select $1, i, '16', '' from generate_series(0, 1) i", [String(id)]);
	}
	for (const kept of ["2026-11-23", "2026-11-24"])
		await opened.query(
			`insert into import (id, region_code, target, file_name, file_size, file_hash, format, state, created_by, created_at, kept_until, asked_by, asked_role)
				values (gen_random_uuid(), '16', 'employers', 'en route.csv', 0, '', 'csv', 'receiving', $1, ${ago("1 day")}, $2, $1, 'advisor')`,
			[person, kept],
		);
	await opened.query(
		`insert into told_alert (person_id, fact, told_as, told_on) values ('${person}', 'visit:old', '', '2025-10-01'), ('${person}', 'visit:recent', '', '2025-12-01')`,
	);
	await opened.query(
		`insert into digest (id, person_id, region_code, day, state, claim, claimed_at) select gen_random_uuid(), '${person}', '16', day, 'sent', gen_random_uuid(), now() from unnest(array['2026-08-01', '2026-11-01']::date[]) day`,
	);
	expect(await forgetExpired(opened, now, 1800)).toEqual({
		idempotency_key: 2300,
		session: 2,
		sign_in_attempt: 1,
		told_alert: 1,
		digest: 1,
		import_row: 3,
		import_piece: 2,
		import: 1,
	});
	// Who brought what stays, and the stage of the other.
	expect(await left("import", "file_name")).toEqual(["en route.csv", "liste.csv", "liste.csv"]);
	expect(await left("import_row", "row_number")).toEqual([1, 2, 3]);
	expect(new Set(await left("idempotency_key", "endpoint"))).toEqual(new Set(["recent"]));
	expect(await left("session", "token_hash")).toEqual(["open"]);
	expect(await left("sign_in_attempt", "subject")).toEqual(["recent"]);
	expect(await forgetExpired(opened, now, 1800)).toEqual({
		idempotency_key: 0,
		session: 0,
		sign_in_attempt: 0,
		told_alert: 0,
		digest: 0,
		import_row: 0,
		import_piece: 0,
		import: 0,
	});
});

it("la base intégrée reprend la place des anciennes lignes et recompte ce dont ses plans dépendent, là où il le faut", async () => {
	const statistics = async () =>
		(await opened.query("select reltuples::int as rows, pg_relation_size(oid)::int as size from pg_class where relname = 'sign_in_attempt'")).rows[0] as Record<
			"rows" | "size",
			number
		>;
	const fill = (word: string) =>
		opened.query(
			`insert into sign_in_attempt (scope, subject, failures, last_at) select 'account', '${word}' || i, 1, ${ago("1 hour")} from generate_series(1, 3000) i`,
		);
	const clear = () => opened.query("delete from sign_in_attempt where subject <> 'recent'");
	await fill("a");
	expect(await opened.tidy?.(() => true)).toContain("sign_in_attempt");
	const { rows, size } = await statistics();
	expect(rows).toBe(3001);
	for (let round = 0; round < 4; round += 1) {
		await clear();
		await opened.tidy?.(() => true);
		await fill("b");
	}
	// Four times over in the same room.
	expect((await statistics()).size).toBeLessThan(size * 2);
	await clear();
	expect(await opened.tidy?.(() => true)).toContain("sign_in_attempt");
	expect((await statistics()).rows).toBe(1);
	expect(await opened.tidy?.(() => true)).toEqual([]);
});

it("une grande table n’est reprise que lorsque personne n’est là ; jusque-là, elle est recomptée", async () => {
	const table = "told_alert";
	const dead = async () =>
		Number(
			(await opened.query(`select n_dead_tup as n from pg_stat_user_tables where relname = '${table}' and pg_stat_force_next_flush() is not null`)).rows[0]?.n,
		);
	await opened.query(
		`insert into told_alert (person_id, fact, told_as, told_on) select '${person}', 'visit:' || i, '', '2026-11-01' from generate_series(1, 12000) i`,
	);
	await opened.query(`delete from told_alert where fact <> 'visit:recent' and substr(fact, 7)::int > 6000`);
	expect(await opened.tidy?.(() => false)).toContain(table);
	expect((await opened.query(`select reltuples::int as n from pg_class where relname = '${table}'`)).rows[0]?.n).toBeGreaterThan(5000);
	expect(await dead()).toBeGreaterThan(5000);
	expect(await opened.tidy?.(() => true)).toContain(table);
	expect(await dead()).toBe(0);
});

it("le serveur y regarde de lui-même, chaque heure, par petits lots, et pas sur un disque plein", async () => {
	vi.useFakeTimers();
	const asked: string[] = [];
	const errors: object[] = [];
	let isFull = false;
	let tidied = 0;
	const tidy = async () => {
		tidied += 1;
		return [];
	};
	const query: OpenDatabase["query"] = (sql) => {
		asked.push(sql);
		return errors.length === 0 && asked.length === 3 ? Promise.reject(new Error("lost")) : Promise.resolve({ rows: [] });
	};
	scheduleUpkeep({ query, tidy }, { now: () => now, idleSeconds: 1800, isWritable: () => !isFull, isQuiet: () => true, log: (entry) => errors.push(entry) });
	expect(asked).toEqual([]);
	await vi.advanceTimersByTimeAsync(10 * 60_000);
	expect(asked.length).toBe(3);
	expect(asked.every((sql) => sql.includes("limit 1000"))).toBe(true);
	expect(errors.length).toBe(1);
	await vi.advanceTimersByTimeAsync(60 * 60_000);
	expect([asked.length, tidied]).toEqual([11, 1]);
	isFull = true;
	await vi.advanceTimersByTimeAsync(60 * 60_000);
	expect([asked.length, tidied]).toEqual([11, 1]);
	vi.useRealTimers();
});

it("un dossier de documents illisible n’empêche pas de suivre les missions", async () => {
	vi.useFakeTimers();
	const errors: object[] = [];
	let followed = 0;
	scheduleUpkeep(
		{ query: () => Promise.resolve({ rows: [] }), tidy: () => Promise.resolve([]) },
		{
			...{ now: () => now, idleSeconds: 1800, isWritable: () => true, isQuiet: () => true, log: (entry: object) => errors.push(entry) },
			documents: () => Promise.reject(Object.assign(new Error("unreadable"), { code: "EACCES" })),
			follow: async () => {
				followed += 1;
			},
		},
	);
	await vi.advanceTimersByTimeAsync(10 * 60_000);
	expect([followed, errors]).toEqual([1, [expect.objectContaining({ code: "EACCES" })]]);
	vi.useRealTimers();
});
