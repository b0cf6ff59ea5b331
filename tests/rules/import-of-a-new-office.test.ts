import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { servingRole } from "#api/caller.ts";
import type { OpenDatabase } from "../../src/server/database.ts";
import { openEmptyOffice } from "../support/empty-office.ts";

let opened: OpenDatabase;
const manager = randomUUID();
const rows = async (sql: string, parameters: unknown[] = []) => (await opened.query(sql, parameters)).rows;

beforeAll(async () => {
	opened = await openEmptyOffice();
	await opened.query("select set_config('app.bulk', 'on', false)");
	await opened.query(
		"insert into person (id, region_code, name, initials, role, valid_from) values ($1, '16', 'Gestion', 'G', 'manager', '2020-01-01')",
		[manager],
	);
	await opened.query("select set_config('app.bulk', 'off', false)");
}, 120_000);
afterAll(() => opened?.close());

/** As an import writes a chunk: employers, then the place and the person of each. */
async function bring(count: number) {
	const ids = Array.from({ length: count }, () => randomUUID());
	await opened.query("begin");
	await opened.query(`set local role ${servingRole}`);
	await opened.query("select set_config('app.person', $1, true), set_config('app.region', '16', true), set_config('app.role', 'manager', true), set_config('app.bulk', 'on', true)", [
		manager,
	]);
	await opened.query("insert into employer (id, region_code, name, created_on) select id, '16', 'Atelier', '2026-01-05' from unnest($1::uuid[]) id", [ids]);
	await opened.query("insert into establishment (id, region_code, employer_id, name, is_main) select gen_random_uuid(), '16', id, 'Siège', true from unnest($1::uuid[]) id", [ids]);
	await opened.query("insert into contact (id, region_code, employer_id, name, is_primary) select gen_random_uuid(), '16', id, 'Responsable', true from unnest($1::uuid[]) id", [ids]);
	await opened.query("commit");
}
/** Rows read one after the other, without an index. */
async function readWhole(table: string) {
	await rows("select pg_stat_force_next_flush()");
	return Number((await rows("select seq_tup_read as read from pg_stat_user_tables where relname = $1", [table]))[0]?.read);
}

test("La première importation d’un bureau neuf ne relit pas toutes les fiches pour chaque ligne qu’elle écrit", async () => {
	// The look-ups are planned while the tables hold in a page, as the statistics of a new office say.
	await opened.query("analyze");
	for (let chunk = 0; chunk < 4; chunk += 1) await bring(12);
	await opened.query("analyze employer, establishment, contact");
	for (let chunk = 0; chunk < 2; chunk += 1) await bring(12);
	const before = [await readWhole("employer"), await readWhole("establishment")];
	for (let chunk = 0; chunk < 20; chunk += 1) await bring(20);
	const [employers = 0, establishments = 0] = [await readWhole("employer"), await readWhole("establishment")].map((now, index) => now - (before[index] ?? 0));
	// 400 rows of each, some 300 there on average: a whole reading for each would be 120,000.
	expect(employers).toBeLessThan(5_000);
	expect(establishments).toBeLessThan(5_000);
});
