import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Home, openHome } from "./home.ts";
import { loopsOf, planOf, plansAsServed, readings, sequentialScans } from "./plan.ts";
import { questions } from "./requests.ts";

/** A table above this is read by an index, or not at all. */
const limit = 10_000;

describe("à 20 000 employeurs", () => {
	let home: Home;
	let asked: Record<string, string>;
	beforeAll(async () => {
		home = await openHome({ databaseUrl: inject("grownDatabase") });
		await home.signIn("manager");
		asked = await questions(home);
	});
	afterAll(() => home.close());

	test("la base compte bien de quoi éprouver les index", async () => {
		const { rows } = await home.opened.query("select relname, reltuples::int as rows from pg_class where relname = any($1)", [
			["employer_summary", "visit", "visit_employer", "labour_need", "follow_up", "stage_change"],
		]);
		expect(rows.filter((table) => Number(table.rows) <= limit)).toEqual([]);
		expect(rows).toHaveLength(6);
	});

	test("aucune liste, ni le tableau des dossiers, ni le fil d’un employeur ne lit une grande table d’un bout à l’autre", async () => {
		const scans: Record<string, string[]> = {};
		for (const [name, path] of Object.entries(asked)) {
			for (const statement of await home.statementsOf(path)) {
				const tables = await sequentialScans(home.opened, await planOf(home.opened, statement), limit);
				if (tables.length > 0) scans[name] = [...(scans[name] ?? []), ...tables];
			}
		}
		expect(scans).toEqual({});
	});

	test.each(["/dashboard", "/dashboard?asOf=2026-10-15", "/dashboard?fiscalYear=2025-2026"])(
		"%s compte une période dans des index, et ne refait rien dix mille fois",
		async (path) => {
			const plans = await plansAsServed(home.opened, await home.statementsOf(path));
			expect(plans.length).toBeGreaterThan(2);
			const read = new Map<string, Set<string>>();
			for (const [table, node] of plans.flatMap(readings)) read.set(table, (read.get(table) ?? new Set()).add(node));
			// Passages, follow-ups and needs are read whole when the planner finds it cheaper.
			for (const table of ["visit", "employer_interaction", "tool_use"])
				expect([table, [...(read.get(table) ?? [])].filter((node) => node === "Seq Scan")]).toEqual([table, []]);
			expect([...(read.get("employer_interaction") ?? [])]).toContain("Index Only Scan");
			expect(plans.flatMap((plan) => loopsOf(plan, limit))).toEqual([]);
		},
	);

	test("un tri que sert un index ne trie rien : il lit la première page au bout de l’index", async () => {
		const sorted = Object.entries(asked).filter(([name]) => /^employers (by|from)/.test(name));
		expect(sorted.length).toBeGreaterThan(8);
		for (const [name, path] of sorted) {
			const [page] = (await home.statementsOf(path)).slice(-1);
			if (!page) throw new Error(name);
			const { rows } = await home.opened.query(`explain (analyze, format json, timing off) ${page.sql}`, [...page.parameters]);
			const [explained] = (rows[0] as { "QUERY PLAN": [{ Plan: Measured }] })["QUERY PLAN"];
			// Whatever node reads the summary returns a page, never the region.
			expect({ name, read: mostRead(explained.Plan) }).toEqual({ name, read: expect.toSatisfy((most: number) => most <= 60) });
		}
	});
});

type Measured = { "Relation Name"?: unknown; "Actual Rows"?: unknown; "Rows Removed by Filter"?: unknown; "Actual Loops"?: unknown; Plans?: Measured[] };
/** The most rows that one node took from a table. */
function mostRead(plan: Measured): number {
	const own = plan["Relation Name"] ? (Number(plan["Actual Rows"] ?? 0) + Number(plan["Rows Removed by Filter"] ?? 0)) * Number(plan["Actual Loops"] ?? 1) : 0;
	return Math.max(own, ...(plan.Plans ?? []).map(mostRead));
}
