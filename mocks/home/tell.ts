import type { PGlite } from "@electric-sql/pglite";
import { addDays, dayOf } from "#api/rules/calendar.ts";
import type { Scenario } from "../world/world.ts";
import type { HomeOptions } from "./messages.ts";

/** Some static servers announce the file as gzip content, and the browser then opens it on the way. */
async function readSnapshot(url: string): Promise<Blob> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url}: ${response.status}`);
	const bytes = await response.blob();
	const [first, second] = new Uint8Array(await bytes.slice(0, 2).arrayBuffer());
	return first === 0x1f && second === 0x8b ? new Response(bytes.stream().pipeThrough(new DecompressionStream("gzip"))).blob() : bytes;
}

/** Writes the rows that a scenario has and the empty one has not: the people and the places are the same. */
async function tell(pglite: PGlite, scenario: Scenario, today: string): Promise<void> {
	const [{ world }, { loadWorld }] = await Promise.all([import("../world/world.ts"), import("../world/load.ts")]);
	const told = world({ scenario: "vide", today });
	const rows = world({ scenario, today });
	const missing = Object.fromEntries(Object.entries(rows).map(([table, all]) => [table, told[table as keyof typeof told].length > 0 ? [] : all]));
	await pglite.transaction(async (transaction) => {
		await loadWorld({ query: (sql, parameters) => transaction.query(sql, parameters) }, missing as typeof rows, today);
		await transaction.query("update demonstration.origin set scenario = $1", [scenario]);
	});
	await pglite.exec("vacuum analyze");
}

type Told = { loadDataDir: Blob; finish(pglite: PGlite): Promise<void> };

/**
 * The prepared region when it was told less than a week ago, which takes a second. Otherwise the empty one, and the telling:
 * a static demonstration stays of its day, and the overload, ten times the region, is neither built nor sent for those who never ask for it.
 */
export async function prepareTelling({ snapshots, day }: HomeOptions, scenario: Scenario): Promise<Told> {
	const today = dayOf(new Date());
	const isReady = scenario === "vide" || (scenario === "region" && today < addDays(day, 7));
	return {
		loadDataDir: await readSnapshot(scenario === "region" && isReady ? snapshots.region : snapshots.vide),
		finish: async (pglite) => (isReady ? undefined : tell(pglite, scenario, today)),
	};
}
