import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedFields, mergeThreeWays } from "#lib/merge.ts";

type Values = Record<string, unknown>;

describe("deux personnes modifient la même fiche", () => {
	it.each<[string, Values, Values, Values, Values, string[]]>([
		["je n’ai rien touché : ce qui est là reste", { a: 1 }, { a: 1 }, { a: 2 }, { a: 2 }, []],
		["j’ai seule changé un champ : le mien entre", { a: 1 }, { a: 3 }, { a: 1 }, { a: 3 }, []],
		["deux champs différents : les deux entrent", { a: 1, b: 1 }, { a: 3, b: 1 }, { a: 1, b: 2 }, { a: 3, b: 2 }, []],
		["la même correction : personne n’a à choisir", { a: 1 }, { a: 2 }, { a: 2 }, { a: 2 }, []],
		["le même champ, autrement : il faut choisir", { a: 1, b: 1 }, { a: 2, b: 2 }, { a: 3, b: 1 }, { a: 2, b: 2 }, ["a"]],
		["un champ vidé d’un côté et rempli de l’autre : il faut choisir", { a: "x" }, { a: null }, { a: "y" }, { a: null }, ["a"]],
		["vide ou absent, c’est pareil", {}, { a: null }, { a: "y" }, { a: "y" }, []],
		["une liste se compare par son contenu", { a: [1] }, { a: [1] }, { a: [1, 2] }, { a: [1, 2] }, []],
	])("%s", (_, base, mine, theirs, merged, clashes) => {
		const result = mergeThreeWays(base, mine, theirs);
		expect(result.merged).toEqual(merged);
		expect(result.clashes.map(({ field }) => field)).toEqual(clashes);
	});

	it("dit pour chaque champ disputé d’où l’on part, le mien et l’autre", () => {
		expect(mergeThreeWays({ a: 1 }, { a: 2 }, { a: 3 }).clashes).toEqual([{ field: "a", base: 1, mine: 2, theirs: 3 }]);
	});

	const record = fc.record({ a: fc.constantFrom(null, 1, 2), b: fc.constantFrom(null, 1, 2), c: fc.constantFrom("", "x", "y"), d: fc.constantFrom([], [1]) });
	const text = (value: unknown) => JSON.stringify(value ?? null);

	it("n’invente aucune valeur, n’en perd aucune qu’une seule personne a changée, et voit les mêmes disputes des deux côtés", () => {
		fc.assert(
			fc.property(record, record, record, (base, mine, theirs) => {
				const { merged, clashes } = mergeThreeWays<Values>(base, mine, theirs);
				const disputed = new Set(clashes.map(({ field }) => field));
				for (const field of Object.keys(mine) as (keyof typeof mine)[]) {
					const [was, own, other, now] = [base[field], mine[field], theirs[field], merged[field]].map(text);
					expect([own, other]).toContain(now);
					if (own === was) expect(now).toBe(other);
					if (other === was) expect(now).toBe(own);
					expect(disputed.has(field)).toBe(own !== was && other !== was && own !== other);
				}
				const mirrored = mergeThreeWays<Values>(base, theirs, mine);
				expect(mirrored.clashes.map(({ field }) => field)).toEqual([...disputed]);
				if (disputed.size === 0) expect(mirrored.merged).toEqual(merged);
			}),
		);
	});
});

describe("un formulaire enregistré", () => {
	it.each<[string, Values, Values, Values]>([
		["rien n’a changé : rien n’est envoyé", { a: 1, b: [1] }, { a: 1, b: [1] }, {}],
		["le seul champ changé part", { a: 2, b: "x" }, { a: 1, b: "x" }, { a: 2 }],
		["un champ vidé part, vide", { a: null }, { a: "x" }, { a: null }],
		["une liste raccourcie part entière", { a: [1] }, { a: [1, 2] }, { a: [1] }],
	])("%s", (_, now, before, sent) => {
		expect(changedFields(now, before)).toEqual(sent);
	});
});
