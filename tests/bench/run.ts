/**
 * `npm run bench`: what cannot be asserted, because it varies with the machine, is printed.
 * `-- --quick` leaves out 200,000 employers; `-- --only embedded-207` (or several, with commas) measures that alone.
 */
import { parseArgs } from "node:util";
import { growWorld } from "../../mocks/world/set-based.sql.ts";
import { loadDemonstration } from "../../src/server/demo.ts";
import { dayOfMeasure } from "../speed/day.ts";
import { createGrown } from "../speed/grown.ts";
import { type Home, openHome } from "../speed/home.ts";
import { dropDatabase, stopOwnCluster } from "../support/postgres.ts";
import { measureApi } from "./api-measures.ts";
import { measureDurable } from "./durable.ts";
import { measureImports } from "./import.ts";
import { measureJournal } from "./journal.ts";
import { measureLines } from "./lines.ts";
import { measureLive } from "./live.ts";
import { loadOfMachine } from "./measure.ts";
import { measureMissions } from "./missions.ts";
import { measureOccupations } from "./occupations.ts";
import { measureOffline } from "./offline.ts";
import { measurePalette } from "./palette.ts";
import { measureResultsGrid } from "./results-grid.ts";
import { measureRowSecurity } from "./row-security.ts";
import { measureScreens } from "./screens.ts";
import { measureWriters } from "./writers.ts";

process.chdir(new URL("../..", import.meta.url).pathname);

const embedded = (more: number) => async (work: (home: Home) => Promise<void>) => {
	const home = await openHome("embedded", async (opened) => {
		await loadDemonstration(opened, dayOfMeasure);
		if (more > 0) await growWorld(opened, more, dayOfMeasure);
	});
	await work(home);
	await home.close();
};
const postgres = (more: number) => async (work: (home: Home) => Promise<void>) => {
	const databaseUrl = await createGrown(more);
	const home = await openHome({ databaseUrl });
	await work(home);
	await home.close();
	await dropDatabase(databaseUrl);
};

/** The demonstration's 207 employers accompanied, alone or with as many more. */
const worlds: Record<string, (work: (home: Home) => Promise<void>) => Promise<void>> = {
	"embedded-207": embedded(0),
	"embedded-20000": embedded(20_000),
	"postgres-207": postgres(0),
	"postgres-20000": postgres(20_000),
	"postgres-200000": postgres(200_000),
};

const { values } = parseArgs({ options: { quick: { type: "boolean", default: false }, only: { type: "string" } }, strict: true });
const names = [...Object.keys(worlds), "durable", "live", "writers", "import", "missions", "lines", "palette", "occupations", "offline", "screens"];
const chosen = values.only?.split(",") ?? names.filter((name) => !values.quick || name !== "postgres-200000");
const unknown = chosen.filter((name) => !names.includes(name));
if (unknown.length > 0) {
	console.error(`Nothing is called ${unknown.join(", ")}. They are: ${names.join(", ")}.`);
	process.exit(2);
}

console.log(`Node ${process.version}, ${loadOfMachine()}`);
try {
	for (const [name, open] of Object.entries(worlds)) {
		if (!chosen.includes(name)) continue;
		const started = performance.now();
		await open(async (home) => {
			const seeded = ((performance.now() - started) / 1000).toFixed(1);
			await measureApi(`${name} (seeded in ${seeded} s)`, home);
			await measureRowSecurity(name, home);
			await measureJournal(name, home.opened);
			console.log(`  ${loadOfMachine()}`);
		});
	}
	if (chosen.includes("durable")) await measureDurable(20_000);
	if (chosen.includes("live")) for (const kind of ["embedded", "postgres"] as const) await measureLive(kind, 200);
	if (chosen.includes("writers")) for (const kind of ["embedded", "postgres"] as const) await measureWriters(kind, [1, 10, 50]);
	if (chosen.includes("import")) for (const kind of ["embedded", "postgres"] as const) await measureImports(kind, values.quick ? [5_000] : [5_000, 100_000]);
	if (chosen.includes("missions"))
		for (const name of ["embedded-207", "postgres-207"])
			await worlds[name]?.(async (home) => {
				await measureMissions(name.split("-")[0] ?? name, home);
				if (name.startsWith("embedded")) await measureResultsGrid(home);
			});
	if (chosen.includes("lines")) for (const name of ["embedded-20000", "postgres-20000"]) await worlds[name]?.((home) => measureLines(name, home));
	if (chosen.includes("palette")) await measurePalette(20_000);
	if (chosen.includes("occupations")) await measureOccupations(60_000);
	if (chosen.includes("offline")) await measureOffline(2_000);
	if (chosen.includes("screens")) await measureScreens();
} finally {
	await stopOwnCluster();
}
