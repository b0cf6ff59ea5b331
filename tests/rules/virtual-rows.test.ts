import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsToDraw, withGaps } from "#ui/grid/use-virtual-rows.ts";

const view = fc
	.record({ count: fc.integer({ min: 0, max: 200_000 }), first: fc.nat(200_000), span: fc.nat(120), keep: fc.option(fc.nat(250_000)) })
	.map(({ count, first, span, keep }) => {
		const start = Math.max(0, Math.min(first, count - 1));
		return { count, first: start, last: Math.max(start, Math.min(start + span, count - 1)), keep };
	});

describe("les lignes dessinées d’un tableau de 200 000 employeurs", () => {
	it("sont dans l’ordre, sans doublon, jamais plus de cent une", () => {
		fc.assert(
			fc.property(view, (seen) => {
				const indexes = rowsToDraw(seen);
				expect(indexes).toEqual([...new Set(indexes)].sort((a, b) => a - b));
				expect(indexes.length).toBeLessThanOrEqual(101);
				for (const index of indexes) expect(index).toBeLessThan(seen.count);
			}),
		);
	});

	it("comprennent toutes celles qu’on voit, et celle qui a le focus", () => {
		fc.assert(
			fc.property(view, (seen) => {
				if (seen.count === 0) return;
				const indexes = new Set(rowsToDraw(seen));
				for (let index = seen.first; index <= Math.min(seen.last, seen.first + 80); index += 1) expect(indexes.has(index)).toBe(true);
				if (seen.keep !== null && seen.keep < seen.count) expect(indexes.has(seen.keep)).toBe(true);
			}),
		);
	});

	it("et leurs vides ont ensemble la hauteur du tableau entier : la barre de défilement ne ment pas", () => {
		fc.assert(
			fc.property(view, (seen) => {
				const total = withGaps(rowsToDraw(seen), seen.count, 40).reduce((sum, item) => sum + (item.kind === "gap" ? item.height : 40), 0);
				expect(total).toBe(seen.count * 40);
			}),
		);
	});
});
