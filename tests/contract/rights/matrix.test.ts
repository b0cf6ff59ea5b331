import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { camelName } from "#api/presenting.ts";
import { mayReadHistory } from "#api/rules/history.ts";
import { endpoints } from "#contract/endpoints.ts";
import { type JournalEntity, journalEntities } from "#contract/journal.ts";
import type { Connection } from "../../../src/server/backup/connection.ts";
import { type Cell, cellsOf, faultOf, prepare, send } from "./cells.ts";
import { asking, digestOf, openRights, type RightsHome } from "./home.ts";
import { differencesOfReading, differencesOfWriting, notShown, shown } from "./rows.ts";
import { samples } from "./samples.ts";

/** A few at a time: what is judged here is not how many can ask at once. */
async function each<T, R>(all: T[], work: (item: T) => Promise<R>): Promise<R[]> {
	const done: R[] = [];
	for (let from = 0; from < all.length; from += 6) done.push(...(await Promise.all(all.slice(from, from + 6).map(work))));
	return done;
}

const changedIn = (before: Record<string, string>, after: Record<string, string>) =>
	Object.keys({ ...before, ...after }).filter((table) => before[table] !== after[table]);

describe.skipIf(inject("targetKind") === "url")("La table des droits, éprouvée sur le serveur : chaque rôle, chaque opération, chaque territoire", () => {
	let home: RightsHome;
	let cells: Cell[];
	let live: Connection | null = null;
	/** Each cell where the base is watched while it is asked; elsewhere the same engine keeps the same law, and one in three is asked. */
	const asked = (all: Cell[]) => (home.isLive ? all : all.filter((_, at) => at % 3 === 0));
	beforeAll(async () => {
		const started = performance.now();
		home = await openRights();
		console.info(`matrix: the server of the matrix made and started in ${((performance.now() - started) / 1000).toFixed(1)} s`);
		cells = cellsOf(home);
		live = home.isLive ? await home.witness() : null;
	});
	afterAll(async () => {
		await live?.close();
		await home?.stop();
	});

	it("chaque point d’accès du contrat a sa demande d’essai, et aucune n’est de trop", () => {
		expect(Object.keys(samples).sort()).toEqual(endpoints.map(({ id }) => id).sort());
	});

	it("la matrice croise les six rôles et qui n’est personne, ce qui est à soi et ce qui ne l’est pas", () => {
		const denied = cells.filter(({ expected }) => expected !== "allowed").length;
		console.info(`matrix: ${cells.length} cells, ${denied} denied, ${cells.length - denied} allowed`);
		expect(new Set(cells.map(({ who }) => who.words)).size).toBe(10);
		expect(Math.min(denied, cells.length - denied)).toBeGreaterThan(200);
	});

	it("ce qui est refusé l’est dans les mots prévus, et laisse la base telle quelle, octet pour octet", async () => {
		const denied = asked(cells.filter(({ expected }) => expected !== "allowed"));
		const requests = await each(denied, async (cell) => ({ cell, request: await prepare(home, cell) }));
		const witness = live ?? (await home.witness());
		const whole = await digestOf(witness);
		let before = await digestOf(witness, "reference");
		if (!live) await witness.close();
		const faults: string[] = [];
		for (const { id } of endpoints) {
			const own = requests.filter(({ cell }) => cell.endpoint.id === id);
			const answers = await each(own, async ({ cell, request }) => faultOf(cell, await send(home, cell, request)));
			faults.push(...answers.flat());
			if (!live) continue;
			const after = await digestOf(live, "reference");
			const changed = changedIn(before, after);
			if (changed.length > 0) faults.push(`${id} : un refus a changé ${changed.join(", ")}`);
			before = after;
		}
		const copy = live ?? (await home.witness());
		const changed = changedIn(whole, await digestOf(copy));
		if (changed.length > 0) faults.push(`un refus a changé ${changed.join(", ")}`);
		if (!live) await copy.close();
		expect(faults).toEqual([]);
	}, 120_000);

	describe("et sous l’API, la base", () => {
		let witness: Connection;
		beforeAll(async () => {
			witness = live ?? (await home.witness());
		});
		afterAll(async () => {
			if (!live) await witness?.close();
		});

		it("montre à chaque rôle les lignes que l’API lui montre, et pas une de plus, dans chaque table", async () => {
			const { rows } = await witness.query("select name from table_access where access <> 'reference' order by 1");
			expect(rows.map(({ name }) => name)).toEqual(Object.keys({ ...shown, ...notShown }).sort());
			expect(await differencesOfReading(home, witness)).toEqual([]);
		}, 120_000);

		it("refuse d’écrire chaque ligne que la table des droits refuse, et laisse écrire les autres", async () => {
			expect(await differencesOfWriting(home, witness)).toEqual([]);
		}, 120_000);

		it("ouvre l’historique de chaque sorte de fiche aux rôles que nomme l’API", async () => {
			for (const person of Object.values(home.cast.of)) {
				const { rows } = await asking(witness, person, (query) => query("select name, may_read_journal(name) as may from journal_entity order by name"));
				expect(rows.length).toBe(journalEntities.length);
				for (const { name, may } of rows)
					expect([person.role, name, may]).toEqual([person.role, name, mayReadHistory(person.role, camelName(String(name)) as JournalEntity)]);
			}
		});
	});

	it("ce qui est permis est reçu, ou refusé pour une raison qui n’est pas un droit", async () => {
		const faults: string[] = [];
		const allowed = asked(cells.filter(({ expected }) => expected === "allowed"));
		for (const { id } of endpoints) {
			const own = allowed.filter(({ endpoint }) => endpoint.id === id);
			const answers = await each(own, async (cell) => faultOf(cell, await send(home, cell, await prepare(home, cell))));
			faults.push(...answers.flat());
		}
		expect(faults).toEqual([]);
	}, 120_000);
});
