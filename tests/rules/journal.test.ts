import { randomUUID } from "node:crypto";
import type { PGlite } from "@electric-sql/pglite";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changesBetween } from "#api/rules/history.ts";
import { journalEntities } from "#contract/journal.ts";
import { openPrepared } from "../../mocks/node.ts";
import { journalWrites } from "../support/journal-writes.ts";

let db: PGlite;
beforeAll(async () => {
	db = await openPrepared();
}, 60_000);
afterAll(() => db.close());

const { read, write, undo: undoBatch } = journalWrites(() => db);
const undo = async (batch: string) => (await undoBatch(batch)).map(({ outcome }) => outcome);
const newEmployer = async (name = "Atelier du journal") => {
	const id = randomUUID();
	await write([["insert into employer (id, region_code, name, created_on) values ($1, '16', $2, '2026-01-05')", [id, name]]]);
	return id;
};
const nameOf = async (id: string) => (await read("select name from employer where id = $1", [id]))[0]?.name;

describe("le journal", () => {
	test("redonne les fiches comme on les savait à un instant, quoi qu’on leur ait fait depuis", async () => {
		const standing = async () => JSON.stringify(await read("select * from follow_up order by id"));
		const then = await standing();
		// An instant that is final: a write of the same millisecond is later than it.
		const at = String((await read("select journal_instant() as at"))[0]?.at);
		const ids = (await read("select id from follow_up order by id limit 40")).map(({ id }) => String(id));
		await write(ids.slice(0, 20).map((id) => ["update follow_up set title = title || ' (revu)' where id = $1", [id]]));
		const batch = await write([
			["update follow_up set title = 'Encore' where id = any($1::uuid[])", [ids.slice(5, 15)]],
			["delete from follow_up where id = any($1::uuid[])", [ids.slice(15, 25)]],
			[
				"insert into follow_up (id, region_code, employer_id, kind, title, owner_id, due_on, created_on) select gen_random_uuid(), region_code, employer_id, kind, title, owner_id, due_on, created_on from follow_up where id = $1",
				[ids[0]],
			],
		]);
		const known = async () => JSON.stringify(await read("select * from follow_up_known_at($1::timestamptz) order by id", [at]));
		expect(await standing()).not.toBe(then);
		expect(await known()).toBe(then);
		expect(new Set(await undo(batch))).toEqual(new Set(["undone"]));
		expect(await known()).toBe(then);
	});

	test("ne se laisse pas tromper par une horloge qui recule : deux périodes d’une fiche ne se chevauchent jamais", async () => {
		const id = await newEmployer();
		const other = await newEmployer();
		for (const minutes of [5, -60, 1, -30])
			for (const each of [id, other])
				await write([["update employer set name = name || '.' where id = $1", [each]]], { at: new Date(Date.now() + minutes * 60_000) });
		const periods = await read("select recorded_from, recorded_at from revision where entity_id = $1 order by version", [id]);
		expect(periods.length).toBe(5);
		for (const [index, period] of periods.entries()) if (index > 1) expect(period.recorded_from).toBe(periods[index - 1]?.recorded_at);
		const instants = (await read("select recorded_at from revision order by seq desc limit 8")).map(({ recorded_at }) => Date.parse(String(recorded_at)));
		expect(instants).toEqual([...instants].sort((a, b) => b - a));
		expect(instants.at(-1)).toBeGreaterThan(Date.now());
	});

	test("n’efface pas, en annulant un lot, ce qu’une collègue a écrit entre deux gestes de ce lot", async () => {
		const id = await newEmployer();
		const batch = await write([["update employer set phone = '+14505550101' where id = $1", [id]]]);
		await write([["update employer set name = 'Nom de la collègue' where id = $1", [id]]]);
		await write([["update employer set phone = '+14505550102' where id = $1", [id]]], { batch });
		expect(await undo(batch)).toEqual(["changedSince"]);
		expect(await nameOf(id)).toBe("Nom de la collègue");
	});

	test("annule un lot entier dans l’ordre des liens, et l’annulation s’annule", async () => {
		const id = randomUUID();
		const batch = await write([
			["insert into employer (id, region_code, name, created_on) values ($1, '16', 'En lot', '2026-01-05')", [id]],
			["insert into establishment (id, region_code, employer_id, municipality_code, is_main) values (gen_random_uuid(), '16', $1, '54048', true)", [id]],
			["update employer set name = 'En lot, revu' where id = $1", [id]],
		]);
		expect(await undo(batch)).toEqual(["undone", "undone"]);
		expect(await nameOf(id)).toBeUndefined();
		const [undoing] = await read("select batch_id from revision where entity_id = $1 order by seq desc limit 1", [id]);
		expect(await undo(String(undoing?.batch_id))).toEqual(["undone", "undone"]);
		expect(await nameOf(id)).toBe("En lot, revu");
		expect((await read("select version from employer where id = $1", [id]))[0]?.version).toBe(4);
	});

	test("ne se récrit pas, ne s’efface pas, et refuse qu’une fiche change d’identifiant", async () => {
		await expect(read("delete from revision where seq = 1")).rejects.toThrow(/append-only/);
		await expect(read("update revision set actor = null where seq = 1")).rejects.toThrow(/append-only/);
		await expect(read("truncate revision")).rejects.toThrow(/append-only/);
		const id = await newEmployer();
		await expect(write([["update employer set id = gen_random_uuid() where id = $1", [id]]])).rejects.toThrow(/never changes/);
		await expect(read("update employer set name = 'x' where id = $1", [id])).rejects.toThrow(/outside journal_begin/);
	});

	test("tient une ligne par fiche et par version, chaque fiche du monde a la sienne", async () => {
		const entities = (await read("select name from journal_entity")).map(({ name }) => String(name));
		// As many as the contract names, so that no migration forgets one nor adds one unsaid.
		expect(entities.length).toBe(journalEntities.length);
		for (const name of entities)
			expect([
				name,
				await read(`select t.id from ${name} t where not exists (select from revision r where r.entity_id = t.id and r.version = t.version)`),
			]).toEqual([name, []]);
	});
});

describe("ce qu’une version change à la précédente", () => {
	test("se dit champ par champ, les blocs du rapport un à un, sans la tenue de livres", () => {
		const before = { id: "a", version: 1, recordedAt: "x", name: "Avant", phone: null, report: { needs: [1], profile: "p" } };
		const after = { id: "a", version: 2, recordedAt: "y", name: "Après", phone: null, report: { needs: [1, 2], profile: "p" } };
		expect(changesBetween(before, after)).toEqual([
			{ field: "name", before: "Avant", after: "Après" },
			{ field: "report.needs", before: [1], after: [1, 2] },
		]);
		expect(changesBetween(null, { id: "a", name: "Neuf", phone: null })).toEqual([{ field: "name", before: null, after: "Neuf" }]);
	});

	test("ne dit rien quand rien n’a changé, et dit tout ce qui diffère", () => {
		const image = fc.dictionary(fc.constantFrom("name", "phone", "activity", "closedOn"), fc.oneof(fc.string(), fc.constant(null), fc.integer()), {
			noNullPrototype: true,
		});
		fc.assert(
			fc.property(image, image, (a, b) => {
				expect(changesBetween(a, a)).toEqual([]);
				const differs = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((field) => (a[field] ?? null) !== (b[field] ?? null));
				expect(
					changesBetween(a, b)
						.map(({ field }) => field)
						.sort(),
				).toEqual(differs.sort());
			}),
		);
	});
});
