import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossNeeds, others } from "#features/labour-needs/need-matrix.ts";

const cell = (occupationCode: string, mrcCode: string | null, posts: number) => ({
	occupationCode,
	occupationLabel: `L${occupationCode}`,
	mrcCode,
	posts,
	needs: 1,
});

describe("les postes à combler, croisés par profession et MRC", () => {
	it("les plus demandées d’abord ; les MRC de trop, et ce qui n’en a pas, ensemble", () => {
		const { columns, rows, totals } = crossNeeds(
			[cell("72106", "54", 6), cell("72106", "58", 2), cell("94141", "54", 1), cell("94141", "53", 3), cell("72106", null, 4)],
			2,
		);
		expect(columns).toEqual(["54", "53", others]);
		expect(rows.map(({ code, values, total }) => [code, values, total])).toEqual([
			["72106", [6, 0, 6], 12],
			["94141", [1, 3, 0], 4],
		]);
		expect(totals).toEqual([7, 3, 6]);
	});

	it("rien ne se perd ni ne se compte deux fois, quel que soit le nombre de colonnes", () => {
		const cells = fc.uniqueArray(
			fc.tuple(fc.constantFrom("72106", "94141", "63202"), fc.constantFrom("54", "53", "58", null), fc.integer({ min: 1, max: 30 })),
			{
				selector: ([code, mrc]) => `${code} ${mrc}`,
			},
		);
		fc.assert(
			fc.property(cells, fc.integer({ min: 1, max: 6 }), (drawn, most) => {
				const { rows, totals } = crossNeeds(
					drawn.map(([code, mrc, posts]) => cell(code, mrc, posts)),
					most,
				);
				const sum = drawn.reduce((all, [, , posts]) => all + posts, 0);
				expect(rows.reduce((all, { total }) => all + total, 0)).toBe(sum);
				expect(totals.reduce((all, one) => all + one, 0)).toBe(sum);
				for (const { values, total } of rows) expect(values.reduce((all, one) => all + one, 0)).toBe(total);
			}),
		);
	});
});
