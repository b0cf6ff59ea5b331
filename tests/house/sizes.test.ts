import { expect, test } from "vitest";
import { filesOf, read } from "../support/source-tree.ts";

const medianLimit = 80;
const longestLimit = 300;

const measured = (patterns: string[]) =>
	filesOf(patterns)
		.map((path) => ({ path, lines: read(path).trimEnd().split("\n").length }))
		.sort((a, b) => a.lines - b.lines);

test("Les fichiers restent courts", () => {
	const files = measured(["src/**/*.{ts,tsx}", "mocks/**/*.{ts,tsx}"]);
	const at = (ratio: number) => files[Math.min(files.length - 1, Math.floor(files.length * ratio))];
	const median = at(0.5)?.lines ?? 0;
	const longest = files.at(-1);
	console.log(`${files.length} files: median ${median} lines, p90 ${at(0.9)?.lines}, longest ${longest?.lines} (${longest?.path})`);
	expect(median).toBeLessThanOrEqual(medianLimit);
	expect(files.filter(({ lines }) => lines > longestLimit)).toEqual([]);
});

test("Aucun dossier n’est enfoui à plus de trois niveaux sous src", () => {
	expect(filesOf("src/**/*").filter((path) => path.split("/").length > 5)).toEqual([]);
});
