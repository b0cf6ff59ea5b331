import { randomUUID } from "node:crypto";
import type { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servingRole } from "#api/caller.ts";
import { createApi } from "#api/create-api.ts";
import type { Tables } from "#api/sql/tables.ts";
import { headerSessions, personHeader } from "../../mocks/home/header-sessions.ts";
import { dayOfTests, openPrepared } from "../../mocks/node.ts";
import { journalWrites } from "../support/journal-writes.ts";

let db: PGlite;
beforeAll(async () => {
	db = await openPrepared();
}, 60_000);
afterAll(() => db.close());

type Row = Record<string, unknown>;
const { read, write, undo } = journalWrites(() => db);
const one = async (sql: string, parameters?: unknown[]) => (await read(sql, parameters))[0] ?? {};
const entities = async () => (await read("select name from journal_entity order by position")).map(({ name }) => String(name));
const instant = async () => String((await one("select journal_instant() as at")).at);
/** A whole table in one word: the database compares, not the test. */
const digest = async (rows: string, parameters?: unknown[]) =>
	(await one(`select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by id)), '') as word from ${rows} t`, parameters)).word;
const stands = (table: string) => digest(table);
const known = (table: string, at: string) => digest(`${table}_known_at($1::timestamptz)`, [at]);

describe("ce que l’on savait à un instant", () => {
	it("est, maintenant, ce qui est écrit, pour chaque sorte de fiche consignée", async () => {
		const now = await instant();
		for (const table of await entities()) expect([table, await known(table, now)]).toEqual([table, await stands(table)]);
	});

	it("reste ce que l’on savait, pour chaque sorte de fiche, quand toutes changent et que certaines s’en vont", async () => {
		const at = await instant();
		const tables = await entities();
		const before = new Map<string, unknown>();
		for (const table of tables) before.set(table, await stands(table));
		// What is only ever added cannot be changed; the rest is written again as it is, which is a version of its own.
		const rewritable = tables.filter((table) => !["stage_change", "case_evidence", "visit_addendum"].includes(table));
		await write(rewritable.map((table) => [`update ${table} set region_code = region_code where id in (select id from ${table} order by id limit 30)`]));
		await write([
			["delete from tool_use where id in (select id from tool_use order by id limit 20)"],
			["update tool_use set quantity = quantity + 1 where id in (select id from tool_use order by id limit 20)"],
		]);
		expect(await stands("tool_use")).not.toBe(before.get("tool_use"));
		for (const table of tables) expect([table, await known(table, at)]).toEqual([table, before.get(table)]);
		const now = await instant();
		for (const table of tables) expect([table, await known(table, now)]).toEqual([table, await stands(table)]);
	});

	it("ne change plus une fois dit : ce qui s’écrit ensuite, même par une horloge en retard, vient après", async () => {
		const { id } = await one("select id from follow_up order by id limit 1");
		const at = await instant();
		const told = await known("follow_up", at);
		await write([["update follow_up set title = title || '…' where id = $1", [id]]], { at: new Date(Date.parse(at) - 3_600_000) });
		expect(await known("follow_up", at)).toBe(told);
		expect(await stands("follow_up")).not.toBe(told);
	});

	it("compte une fois la fiche chargée par une horloge en avance, puis changée aujourd’hui", async () => {
		const id = randomUUID();
		const ahead = "2031-01-01T12:00:00Z";
		await db.exec("begin");
		await read("select set_config('app.bulk', 'on', true)");
		await read("insert into partner (id, region_code, name, type, recorded_at) values ($1, '16', 'Chargé en avance', 'x', $2)", [id, ahead]);
		await read("select set_config('app.bulk', 'off', true), journal_loaded()");
		await db.exec("commit");
		for (const name of ["Un", "Deux"]) await write([["update partner set name = $2 where id = $1", [id, name]]]);
		for (const at of [ahead, "2031-01-01T12:00:01Z", await instant()])
			expect((await read("select id from partner_known_at($1::timestamptz) where id = $2", [at, id])).length).toBe(1);
		await expect(read("select 1 from revision where recorded_from > recorded_at")).resolves.toEqual([]);
		expect(
			(
				await one(
					"select pg_get_constraintdef(oid) as rule from pg_constraint where conrelid = 'revision'::regclass and pg_get_constraintdef(oid) like '%recorded_from <=%'",
				)
			).rule,
		).toBeTruthy();
	});
});

describe("l’ordre du journal", () => {
	it("est celui des écritures reçues : numéros un à un, et jamais depuis un instantané d’avant le verrou", async () => {
		expect((await one("select cache_size::int as cached from pg_sequences where schemaname = 'public' and sequencename = 'revision_seq_seq'")).cached).toBe(1);
		await db.exec("begin isolation level repeatable read");
		await expect(read("select journal_begin(null, null, null, now())")).rejects.toThrow(/read committed/);
		await db.exec("rollback");
	});

	it("est le même vu d’une région : l’horloge et les versions tiennent compte de ce qu’elle ne voit pas", async () => {
		const id = randomUUID();
		const add = ["insert into partner (id, region_code, name, type) values ($1, '06', 'D’ailleurs', 'x')", [id]] as [string, unknown[]];
		await write([add], { at: new Date(Date.now() + 86_400_000) });
		await write([["delete from partner where id = $1", [id]]]);
		await db.exec(`begin; set local role ${servingRole}`);
		await read("select set_config('app.person', $1, true), set_config('app.region', '16', true), set_config('app.role', 'manager', true)", [randomUUID()]);
		expect(await read("select 1 from revision where entity_id = $1", [id])).toEqual([]);
		await read("select journal_begin(null, null, null, now())");
		// No screen writes a partner yet, and nobody is let near: what the caller was told by the journal holds for the house's own hand.
		await db.exec("set local role none");
		await read("insert into partner (id, region_code, name, type) values ($1, '16', 'D’ici', 'x')", [id]);
		const { version, recorded_at } = await one("select version, recorded_at from partner where id = $1", [id]);
		await db.exec("commit");
		expect(version).toBe(3);
		expect(Date.parse(String(recorded_at))).toBeGreaterThan(Date.now() + 80_000_000);
	});

	it("annonce aux deux régions la fiche qui passe de l’une à l’autre", async () => {
		const id = randomUUID();
		await write([["insert into partner (id, region_code, name, type) values ($1, '16', 'Qui déménage', 'x')", [id]]]);
		await write([["update partner set region_code = '06' where id = $1", [id]]]);
		const seenFrom = async (region: string) => {
			await db.exec(`begin; set local role ${servingRole}`);
			await read("select set_config('app.region', $1, true), set_config('app.role', 'auditor', true)", [region]);
			const found = await read("select version from revision where entity_id = $1 order by version", [id]);
			await db.exec("rollback");
			return found.map(({ version }) => version);
		};
		expect([await seenFrom("16"), await seenFrom("06"), await seenFrom("05")]).toEqual([[1, 2], [2], []]);
	});
});

describe("annuler un grand lot", () => {
	it("remet tout ce que personne n’a touché depuis, laisse et nomme le reste, et le fait vite", async () => {
		const ids = Array.from({ length: 2000 }, () => randomUUID());
		await write([
			["insert into partner (id, region_code, name, type) select id, '16', 'P' || n, 'x' from unnest($1::uuid[]) with ordinality as t(id, n)", [ids]],
		]);
		const before = await read("select id, name from partner where id = any($1::uuid[]) order by id", [ids]);
		const [twice, gone, touched] = [ids.slice(0, 500), ids.slice(500, 600), ids.slice(1000, 1003)];
		const extra = randomUUID();
		const batch = await write([
			["update partner set name = name || ' (lot)' where id = any($1::uuid[])", [ids]],
			["update partner set type = 'y' where id = any($1::uuid[])", [twice]],
			["delete from partner where id = any($1::uuid[])", [gone]],
			["insert into partner (id, region_code, name, type) values ($1, '16', 'Ajouté par le lot', 'x')", [extra]],
		]);
		await write([["update partner set name = 'Repris par une collègue' where id = any($1::uuid[])", [touched]]]);
		const started = performance.now();
		const outcomes = await undo(batch);
		expect(performance.now() - started).toBeLessThan(5000);
		expect(outcomes.length).toBe(2001);
		expect(
			outcomes
				.filter(({ outcome }) => outcome !== "undone")
				.map(({ entity_id }) => entity_id)
				.sort(),
		).toEqual([...touched].sort());
		const after = await read("select id, name from partner where id = any($1::uuid[]) order by id", [ids]);
		expect(after).toEqual(before.map((row) => (touched.some((id) => id === row.id) ? { ...row, name: "Repris par une collègue" } : row)));
		expect(await read("select 1 from partner where id = $1", [extra])).toEqual([]);
		expect(await read("select distinct type from partner where id = any($1::uuid[])", [ids])).toEqual([{ type: "x" }]);
	});

	it("d’un lot écrit dans deux régions, aucune des deux n’en défait la moitié", async () => {
		const [here, there] = [randomUUID(), randomUUID()];
		const add = "insert into partner (id, region_code, name, type) values ($1, $2, 'De deux régions', 'x')";
		const batch = await write([
			[add, [here, "16"]],
			[add, [there, "06"]],
		]);
		await db.exec(`begin; set local role ${servingRole}`);
		await read("select set_config('app.region', '16', true), set_config('app.role', 'manager', true), journal_begin(null, null, null, now())");
		await expect(read("select * from undo_batch($1::uuid)", [batch])).rejects.toThrow(/several regions/);
		await db.exec("rollback");
		expect((await read("select 1 from partner where id in ($1, $2)", [here, there])).length).toBe(2);
	});
});

describe("quand une table a changé de forme depuis", () => {
	let api: (request: Request) => Promise<Response>;
	let personId: string;
	const ask = async (path: string, init: RequestInit = {}) => {
		const response = await api(new Request(`http://jalon.test/api${path}`, { ...init, headers: { ...init.headers, [personHeader]: personId } }));
		return { status: response.status, body: (await response.json()) as Row & { items: Row[]; fields: Row; contacts: Row[] } };
	};
	const change = (path: string, method: string, body: unknown, version?: number) =>
		ask(path, {
			method,
			body: JSON.stringify(body),
			headers: {
				"content-type": "application/json",
				"idempotency-key": (body as { id?: string } | undefined)?.id ?? randomUUID(),
				...(version ? { "if-match": `"${version}"` } : {}),
			},
		});
	const contactId = randomUUID();
	let employerId: string;
	let past: { at: string; batch: string };

	beforeAll(async () => {
		api = createApi({
			database: new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: db }) }),
			sessions: headerSessions,
			now: () => new Date(`${dayOfTests}T15:00:00Z`),
			newId: randomUUID,
			demonstration: true,
			log: (entry) => console.error(JSON.stringify(entry)),
		});
		personId = String((await one("select id from person where role = 'manager' and region_code = '16' and disabled_at is null limit 1")).id);
		employerId = String((await one("select id from employer where region_code = '16' limit 1")).id);
		await write([
			[
				"insert into contact (id, region_code, employer_id, name, job_title, phone_extension) values ($1, '16', $2, 'Andrée Avant', 'Direction', '12')",
				[contactId, employerId],
			],
		]);
		const at = await instant();
		const batch = await write([["update contact set job_title = 'Comptabilité', name = 'Andrée Après', phone_extension = '34' where id = $1", [contactId]]]);
		past = { at, batch };
		// What an upgrade does: a column that must be filled, another that changes its name, another that goes.
		await db.exec(`
			alter table contact add column language text not null default 'fr';
			alter table contact rename column job_title to position_held;
			alter table contact drop column phone_extension;
			insert into journal_column (entity, name, absent) values ('contact', 'language', '"fr"');
			insert into journal_column (entity, name, former) values ('contact', 'position_held', '{job_title}')`);
	});

	it("ce qu’on savait avant se lit sous la forme d’aujourd’hui", async () => {
		expect(await read("select name, language, position_held, version from contact_known_at($1::timestamptz) where id = $2", [past.at, contactId])).toEqual([
			{ name: "Andrée Avant", language: "fr", position_held: "Direction", version: 1 },
		]);
		const now = await instant();
		expect(await known("contact", now)).toBe(await stands("contact"));
	});

	it("l’historique d’avant se lit encore, et ne prend pas le nouveau nom pour un changement", async () => {
		await db.exec(`set role ${servingRole}`);
		const { items } = (await ask(`/history/employer/${employerId}?limit=200`)).body;
		const version = await ask(`/history/contact/${contactId}/1`);
		await db.exec("reset role");
		const [changed] = items.filter(({ entityId }) => entityId === contactId);
		expect(changed?.changes).toEqual([
			{ field: "name", before: "Andrée Avant", after: "Andrée Après" },
			{ field: "positionHeld", before: "Direction", after: "Comptabilité" },
			// Gone from the table, still told.
			{ field: "phoneExtension", before: "12", after: null },
		]);
		expect([version.status, version.body.fields]).toEqual([200, expect.objectContaining({ positionHeld: "Direction", language: "fr" })]);
	});

	it("un lot d’avant s’annule", async () => {
		expect(await undo(past.batch)).toEqual([{ entity_id: contactId, outcome: "undone" }]);
		expect(await one("select name, position_held, language from contact where id = $1", [contactId])).toEqual({
			name: "Andrée Avant",
			position_held: "Direction",
			language: "fr",
		});
	});

	it("une fiche d’une table changée se rétablit par une modification ordinaire, d’avant le changement", async () => {
		const followUp = await one("select id, title, version from follow_up where region_code = '16' and done_on is null limit 1");
		await db.exec(
			`alter table follow_up add column urgency text not null default 'normale'; insert into journal_column (entity, name, absent) values ('follow_up', 'urgency', '"normale"'); set role ${servingRole}`,
		);
		const path = `/follow-ups/${followUp.id}`;
		const renamed = await change(path, "PATCH", { title: "Autre chose" }, Number(followUp.version));
		const old = await ask(`/history/followUp/${followUp.id}/${followUp.version}`);
		const restored = await change(path, "PATCH", { title: old.body.fields.title }, Number(renamed.body.version));
		await db.exec("reset role");
		expect([renamed.status, old.status, restored.status, restored.body.title]).toEqual([200, 200, 200, followUp.title]);
	});
});

describe("quand une colonne a changé de type depuis", () => {
	const id = randomUUID();
	let past: { at: string; batch: string };
	beforeAll(async () => {
		await write([["insert into partner (id, region_code, name, type) values ($1, '16', 'Dont le type change', 'organisme')", [id]]]);
		const at = await instant();
		const batch = await write([["update partner set type = 'municipalité', name = 'Dont le type a changé' where id = $1", [id]]]);
		past = { at, batch };
		// A word becomes a number: the word is no number that the new type could read.
		await db.exec(`
			create function partner_type_code(value jsonb) returns jsonb language sql immutable as
				$$ select case when jsonb_typeof(value) = 'number' then value else to_jsonb(coalesce(array_position('{organisme,municipalité}', value #>> '{}'), 0)) end $$;
			alter table partner alter column type type int using (partner_type_code(to_jsonb(type)) #>> '{}')::int;
			insert into journal_column (entity, name, convert) values ('partner', 'type', 'partner_type_code')`);
	});

	it("ce qu’on savait avant se lit sous le type d’aujourd’hui, sans qu’aucune autre fiche en souffre", async () => {
		expect(await read("select name, type from partner_known_at($1::timestamptz) where id = $2", [past.at, id])).toEqual([
			{ name: "Dont le type change", type: 1 },
		]);
		const now = await instant();
		expect(await known("partner", now)).toBe(await stands("partner"));
	});

	it("un lot d’avant s’annule, et ce qui s’écrit depuis se relit comme écrit", async () => {
		expect(await undo(past.batch)).toEqual([{ entity_id: id, outcome: "undone" }]);
		expect(await one("select name, type from partner where id = $1", [id])).toEqual({ name: "Dont le type change", type: 1 });
		const at = await instant();
		await write([["update partner set type = 2 where id = $1", [id]]]);
		expect(await read("select type from partner_known_at($1::timestamptz) where id = $2", [at, id])).toEqual([{ type: 1 }]);
	});
});
