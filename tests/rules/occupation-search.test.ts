import type { PGlite } from "@electric-sql/pglite";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findOccupations, type SearchedOccupation } from "#contract/occupation-search.ts";
import { openPrepared } from "../../mocks/node.ts";

let database: PGlite;
let catalogue: SearchedOccupation[];
beforeAll(async () => {
	database = await openPrepared();
	const { rows } = await database.query<SearchedOccupation>(`select o.code, o.label_fr as "labelFr", o.label_en as "labelEn",
		coalesce((select json_agg(t.title order by t.language desc, t.title) from occupation_title t where t.occupation_code = o.code), '[]') as titles,
		coalesce((select json_agg(f.former_code) from occupation_former f where f.occupation_code = o.code), '[]') as "formerCodes"
		from occupation o order by o.label_fr collate "und-x-icu"`);
	catalogue = rows;
}, 60_000);
afterAll(() => database.close());

const first = (typed: string) => {
	const [found] = findOccupations(typed, catalogue);
	return found && [found.occupation.code, found.title];
};

describe("une profession se trouve comme on la dit", () => {
	it.each([
		["soudeur", "72106", "soudeur"],
		["Soudeuses", "72106", "soudeuse"],
		["plombière", "72300", "plombière"],
		["préposé aux bénéficiaires", "33102", "préposé aux bénéficiaires"],
		["preposee beneficiaires", "33102", "préposée aux bénéficiaires"],
		["PAB", "33102", "PAB"],
		["opérateur CNC", "94106", "opérateur CNC"],
		["opératrices cnc", "94106", "opératrice CNC"],
		["camionneuse", "73300", "camionneuse"],
		["cariste", "75101", "cariste"],
		["chauffeur de camion", "73300", "chauffeur de camion"],
		["manoeuvre d'usine", "95109", "manœuvre d’usine"],
		["journalière d’usine", "95109", "journalière d’usine"],
		["électricien", "72200", "électricien"],
		["frigoriste", "72402", "frigoriste"],
		["welder", "72106", "welder"],
		["machines à souder", "72106", null],
		["Labourers in metal fabrication", "95101", null],
	])("%s → %s (%s)", (typed, code, title) => {
		expect(first(typed)).toEqual([code, title]);
	});

	it.each([
		["soudeuur", "72106"],
		["souduer", "72106"],
		["plonbier", "72300"],
		["electrissien", "72200"],
		["camioneur", "73300"],
		["boulangé", "63202"],
		["préposé au bénéficière", "33102"],
	])("mal écrite : %s → %s", (typed, code) => {
		expect(findOccupations(typed, catalogue).map(({ occupation }) => occupation.code)).toContain(code);
	});

	it.each([
		["72106", ["72106"]],
		["9462", ["94141"]],
		["8431", ["84120", "85100"]],
		["2174", ["21230", "21232"]],
	])("par son code de la CNP 2021 ou de 2016 : %s", (typed, codes) => {
		expect(
			findOccupations(typed, catalogue)
				.map(({ occupation }) => occupation.code)
				.sort(),
		).toEqual(codes);
	});

	it("le deuxième chiffre du code est la FEER, et rien ne ressemble à n’importe quoi", () => {
		for (const { code } of catalogue) expect(Number(code[1])).toBeLessThanOrEqual(5);
		expect(findOccupations("xqzw kkvv", catalogue)).toEqual([]);
		expect(findOccupations("", catalogue)).toHaveLength(20);
	});

	it("chaque titre du catalogue trouve sa profession, sans accents et au pluriel aussi", () => {
		const titles = catalogue.flatMap(({ code, titles: own }) => own.map((title) => [code, title] as const));
		expect(titles.length).toBeGreaterThan(200);
		fc.assert(
			fc.property(fc.constantFrom(...titles), fc.boolean(), ([code, title], isPlain) => {
				const typed = isPlain ? title.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase() : /\p{L}$/u.test(title) ? `${title}s` : title;
				expect(findOccupations(typed, catalogue, 5).map(({ occupation }) => occupation.code)).toContain(code);
			}),
			{ numRuns: 300 },
		);
	});
});
