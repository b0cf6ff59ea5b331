import { expect, test } from "vitest";
import { ChunkSize } from "#api/imports/pace.ts";

/** An engine that takes so many milliseconds a row: the sizes that follow one another, and what each took. */
function chunksOf(millisecondsOfRow: number) {
	const chunk = new ChunkSize(20, { wanted: 70, least: 12, most: 400 });
	return Array.from({ length: 12 }, () => {
		const { size } = chunk;
		chunk.learn(size * millisecondsOfRow);
		return { size, took: size * millisecondsOfRow };
	});
}

test.each([0.5, 1, 2, 5])("À %s ms la ligne, un lot finit par prendre le temps voulu, sans plus que doubler d’un coup", (millisecondsOfRow) => {
	const chunks = chunksOf(millisecondsOfRow);
	for (const [index, { size }] of chunks.entries()) if (index > 0) expect(size).toBeLessThanOrEqual(2 * (chunks[index - 1]?.size ?? 0));
	const last = chunks.at(-1)?.took ?? 0;
	expect(last).toBeGreaterThan(60);
	expect(last).toBeLessThan(80);
});

test("Un lot ne descend pas sous sa plus petite taille et ne dépasse pas la plus grande", () => {
	expect(chunksOf(100).at(-1)?.size).toBe(12);
	expect(chunksOf(0).at(-1)?.size).toBe(400);
});
