import { expect, test } from "vitest";
import { filesOf, read } from "../support/source-tree.ts";

const sheets = filesOf("src/**/*.css").map((path) => ({ path, source: read(path) }));
const matches = (pattern: RegExp) => sheets.flatMap(({ path, source }) => [...source.matchAll(pattern)].map(([, found]) => `${path}: ${found}`));

// What is judged by night is its colours, and at 320 px what is not colour: these two say why that is all there is to judge (browser/every-page).
test("De nuit, seules les couleurs changent", () => {
	expect(matches(/(prefers-color-scheme[^)]*)/g)).toEqual([]);
	expect(filesOf("src/**/*.{ts,tsx}").filter((path) => /prefers-color-scheme|colorScheme/.test(read(path)))).toEqual([]);
	const blocks = matches(/(\[data-theme[^{]*\{[^}]*\})/g);
	expect(blocks.length).toBeGreaterThan(0);
	expect(blocks.filter((block) => !/\{\s*color-scheme: (light|dark);\s*\}$/.test(block))).toEqual([]);
	const colours = matches(/light-dark\(((?:[^()]|\([^()]*\))*)\)/g);
	expect(colours.length).toBeGreaterThan(20);
	expect(
		colours.filter(
			(one) => !/: (?:#[0-9a-f]{3,8}|rgb\([^()]*\)|var\([^()]*\)|transparent)(?:, (?:#[0-9a-f]{3,8}|rgb\([^()]*\)|var\([^()]*\)|transparent))$/i.test(one),
		),
	).toEqual([]);
});

test("Entre 320 et 390 px de large, la mise en page est la même", () => {
	const widths = filesOf("src/**/*.{css,ts,tsx}").flatMap((path) => [...read(path).matchAll(/width[:<>=\s]+([0-9.]+)px\)/g)].map(([, width]) => Number(width)));
	expect(widths.length).toBeGreaterThan(20);
	expect(widths.filter((width) => width >= 320 && width <= 390)).toEqual([]);
});
