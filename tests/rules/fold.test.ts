import type { PGlite } from "@electric-sql/pglite";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fold } from "#contract/fold.ts";
import { openPrepared } from "../../mocks/node.ts";

let database: PGlite;
beforeAll(async () => {
	database = await openPrepared();
}, 60_000);
afterAll(() => database.close());

const inSql = async (texts: string[]) =>
	(await database.query<{ folded: string }>("select fold(t) as folded from unnest($1::text[]) with ordinality as x(t, n) order by n", [texts])).rows.map(
		({ folded }) => folded,
	);

describe("le texte de recherche", () => {
	it.each([
		["Les Aliments St-Rémi inc.", "aliments saint remi"],
		["L’Œuvre d'Étienne & fils Ltée", "oeuvre etienne fils"],
		["Ste-Julie", "sainte julie"],
		["Boîtes S.E.N.C.", "boites"],
		["ÉBÉNISTERIE DU MONT", "ebenisterie mont"],
		["Châteauguay — Beloeil", "chateauguay beloeil"],
		["de la", ""],
	])("de « %s » est « %s »", async (text, expected) => {
		expect(fold(text)).toBe(expected);
		expect(await inSql([text])).toEqual([expected]);
	});

	it("est le même dans la base et à l’écran, quel que soit le nom", async () => {
		const word = fc.constantFrom(
			"Saint",
			"St",
			"Ste",
			"st.",
			"L’",
			"l'",
			"d’",
			"de",
			"du",
			"des",
			"la",
			"les",
			"le",
			"inc.",
			"Inc",
			"ltée",
			"Ltd",
			"enr.",
			"S.E.N.C.",
			"senc",
			"&",
			"et",
			"Œuvre",
			"Æ",
			"Érable",
			"Çà",
			"Noël",
			"Côté",
			"12",
			"3M",
			"-",
			"–",
			"(Québec)",
			"«",
			"»",
			"/",
		);
		const names = fc.sample(
			fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(" ")),
			{ numRuns: 400, seed: 16 },
		);
		expect(names.map(fold)).toEqual(await inSql(names));
	});
});
