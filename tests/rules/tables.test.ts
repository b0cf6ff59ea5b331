import { readFileSync } from "node:fs";
import type { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPrepared } from "../../mocks/node.ts";

let database: PGlite;
beforeAll(async () => {
	database = await openPrepared();
}, 60_000);
afterAll(() => database.close());

const text = [
	"document-tables.ts",
	"digest-tables.ts",
	"field-tables.ts",
	"house-tables.ts",
	"import-tables.ts",
	"immigration-tables.ts",
	"mission-tables.ts",
	"model-tables.ts",
	"need-tables.ts",
	"reference-tables.ts",
	"referral-tables.ts",
	"tables.ts",
]
	.map((name) => readFileSync(new URL(`../../src/api/sql/${name}`, import.meta.url), "utf8"))
	.join("\n");
const pascal = (table: string) => table.replace(/(^|_)(\w)/g, (_, _separator, letter: string) => letter.toUpperCase());

it("le code connaît chaque table et chaque colonne de la base, et pas une de plus", async () => {
	const { rows } = await database.query<Record<string, string>>(
		"select table_name, string_agg(column_name, ' ' order by column_name) as names from information_schema.columns where table_schema = 'public' and table_name <> 'migration' group by 1 order by 1",
	);
	for (const { table_name, names } of rows) {
		const body = new RegExp(`export type ${pascal(String(table_name))}Table = \\{([^}]*)\\}`).exec(text)?.[1] ?? "";
		const written = [...body.matchAll(/^\t(\w+): /gm)].map(([, name]) => name).sort();
		expect([table_name, written]).toEqual([table_name, String(names).split(" ").sort()]);
	}
	expect([...text.matchAll(/^export type (\w+)Table = /gm)].length).toBe(rows.length);
});
