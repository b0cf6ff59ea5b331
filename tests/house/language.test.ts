import { expect, test } from "vitest";
import { parsed, walk } from "../support/source-tree.ts";

const all = parsed(["src/**/*.{ts,tsx}", "mocks/**/*.{ts,tsx}", "tests/**/*.{ts,tsx}", "vite.config.ts"]);

test("Le code ne contient aucun « any »", () => {
	const faults = all.flatMap((file) =>
		[...walk(file.program)].filter(({ type }) => type === "TSAnyKeyword").map((node) => `${file.path}:${file.lineOf(node.start)}`),
	);
	expect(faults).toEqual([]);
});

test("Rien de ce que Node ne sait pas effacer : ni énumération, ni espace de noms, ni propriété de paramètre", () => {
	const unerasable = ["TSEnumDeclaration", "TSParameterProperty", "TSImportEqualsDeclaration", "TSExportAssignment"];
	const faults = all.flatMap((file) =>
		[...walk(file.program)]
			.filter((node) => unerasable.includes(node.type) || (node.type === "TSModuleDeclaration" && node.declare !== true))
			.map((node) => `${file.path}:${file.lineOf(node.start)} ${node.type}`),
	);
	expect(faults).toEqual([]);
});

test("Chaque export porte un nom, sauf là où un outil veut un export par défaut", () => {
	const faults = all
		.filter(({ path }) => /^(src|mocks)\//.test(path))
		.flatMap((file) =>
			[...walk(file.program)].filter(({ type }) => type === "ExportDefaultDeclaration").map((node) => `${file.path}:${file.lineOf(node.start)}`),
		);
	expect(faults).toEqual([]);
});
