import { setImmediate as letOthersIn } from "node:timers/promises";
import type { LoadExample } from "#api/demonstration.ts";
import type { DocumentStore } from "#api/documents/document-store.ts";
import type { OpenDatabase } from "./database.ts";

/** The region of the demonstration: whoever loads it joins it. */
const regionCode = "16";

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

/** The files of the fictional region, where documents are kept: what stands already stays. */
export async function keepDemonstrationFiles(store: DocumentStore): Promise<void> {
	const { demonstrationFiles } = await import("../../mocks/world/data/documents.ts");
	for (const { sha256, bytes } of demonstrationFiles) {
		if (await store.open(sha256)) continue;
		const received = await store.receive([bytes]);
		await received.keep();
		await received.drop();
	}
}

/** The same region, asked for by the administrator of an office where nothing is yet: whole or not at all. */
export const exampleOf =
	({ query, atOnce }: OpenDatabase, store: DocumentStore): LoadExample =>
	async ({ administratorId, at, today, requestId }, tell) => {
		const { world } = await import("../../mocks/world/world.ts");
		const { loadWorld } = await import("../../mocks/world/load.ts");
		// The embedded engine never leaves this thread by itself: what is told would reach nobody before the end.
		const tellNow = async (done: number, of: number) => {
			tell(done, of);
			await letOthersIn();
		};
		await tellNow(0, 100);
		await keepDemonstrationFiles(store);
		const isLoaded = await atOnce(async (once) => {
			// Of two who ask at the same time, the second finds the first.
			await once("lock table demonstration, employer in exclusive mode");
			const { rows } = await once("select is_office_empty() as empty");
			if (rows[0]?.empty !== true) return false;
			await loadWorld({ query: once }, world({ today }), today, tellNow);
			await once("select journal_begin($1, $2, $2, $3)", [administratorId, requestId, at.toISOString()]);
			await once("update person set region_code = $2 where id = $1 and region_code <> $2", [administratorId, regionCode]);
			await once("insert into demonstration values ($1)", [at.toISOString()]);
			return true;
		});
		if (isLoaded) await query("analyze");
		return isLoaded;
	};
