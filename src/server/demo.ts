import type { OpenDatabase } from "./database.ts";

/** Loads the believable region once, into an empty database; a database that holds people is left as it is. */
export async function loadDemonstration({ query }: OpenDatabase, today: string): Promise<boolean> {
	const { rows } = await query("select 1 from person limit 1");
	if (rows.length > 0) return false;
	const { world } = await import("../../mocks/world/world.ts");
	const { loadWorld } = await import("../../mocks/world/load.ts");
	await loadWorld({ query }, world({ today }), today);
	// Without statistics a join of two hundred rows is planned as one of a single row; nobody gathers them by itself in the embedded database.
	await query("analyze");
	return true;
}
