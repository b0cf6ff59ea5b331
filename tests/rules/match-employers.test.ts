import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchEmployers } from "#lib/match-employers.ts";
import { nextPoint, project, scaleOf } from "#ui/charts/point-geometry.ts";

const employer = (name: string, municipalityName: string | null = null, neq: string | null = null) => ({ name, municipalityName, neq });
const list = [
	employer("Cabinet d’ébénisterie Lacroix", "Chambly"),
	employer("Ébénisterie du Mont", "Mont-Saint-Hilaire", "1144223344"),
	employer("Aliments St-Rémi inc.", "Saint-Rémi"),
];
const found = (text: string) => matchEmployers(text, list).map(({ name }) => name);

describe("chercher un employeur sans réseau", () => {
	it.each([
		["eben", ["Ébénisterie du Mont", "Cabinet d’ébénisterie Lacroix"]],
		["LACROIX eben", ["Cabinet d’ébénisterie Lacroix"]],
		["saint remi", ["Aliments St-Rémi inc."]],
		["1144 22", ["Ébénisterie du Mont"]],
		["hilaire", ["Ébénisterie du Mont"]],
		["introuvable", []],
		["de la", []],
		["", list.map(({ name }) => name)],
	])("« %s »", (text, names) => {
		expect(found(text)).toEqual(names);
	});

	it("ne rend que des employeurs donnés, chacun une fois ; à égalité, le plus récent reste le premier", () => {
		const names = fc.array(
			fc.constantFrom(...list).chain((one) => fc.integer({ min: 0, max: 99 }).map((number) => ({ ...one, number }))),
			{ maxLength: 20 },
		);
		fc.assert(
			fc.property(names, fc.constantFrom("eben", "e", "saint", "m", "1144"), (rows, text) => {
				const shown = matchEmployers(text, rows);
				expect(new Set(shown).size).toBe(shown.length);
				expect(shown.every((row) => rows.includes(row))).toBe(true);
				for (const one of list) {
					const same = (those: typeof rows) => those.filter(({ name }) => name === one.name);
					expect(same(shown)).toEqual(same(shown).length > 0 ? same(rows) : []);
				}
				expect(matchEmployers(text, shown)).toEqual(shown);
			}),
		);
	});
});

describe("la carte des municipalités", () => {
	const center = { latitude: 45.6, longitude: -72.9 };
	it("met le centre au milieu, le nord en haut et l’ouest à gauche, et une barre d’échelle ronde", () => {
		expect(project(center, center, 10)).toEqual({ x: 0.5, y: 0.5 });
		expect(project({ latitude: 45.68, longitude: -73 }, center, 20).y).toBeLessThan(0.5);
		expect(project({ latitude: 45.68, longitude: -73 }, center, 20).x).toBeLessThan(0.5);
		for (const width of [11, 22, 45, 67, 112, 224]) {
			expect(scaleOf(width)).toBeLessThanOrEqual(width / 4);
			expect(String(scaleOf(width))).toMatch(/^(1|2|5)0*$/);
		}
	});

	it("se parcourt aux flèches, vers le plus proche de ce côté", () => {
		const marks = [
			{ id: "centre", x: 0.5, y: 0.5 },
			{ id: "est", x: 0.7, y: 0.52 },
			{ id: "nord", x: 0.5, y: 0.2 },
			{ id: "nord-est", x: 0.8, y: 0.1 },
		];
		const [from] = marks as [(typeof marks)[number]];
		expect(["ArrowRight", "ArrowUp", "ArrowLeft", "End", "x"].map((key) => nextPoint(key, from, marks)?.id)).toEqual([
			"est",
			"nord",
			undefined,
			"nord-est",
			undefined,
		]);
	});
});
