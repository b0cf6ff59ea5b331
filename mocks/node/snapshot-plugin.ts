import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Plugin } from "vite";
import { dayOf } from "#api/rules/calendar.ts";
import type { Scenario } from "../world/world.ts";
import { currentVersion, migrationsFolder, snapshotFile, worldFolder } from "./snapshot.ts";

const id = "virtual:jalon-snapshots";
/** The others are told in the page, from the empty one. */
const scenarios: readonly Scenario[] = ["region", "vide"];
const addressOf = (scenario: Scenario) => `@jalon/${scenario}.snapshot`;

const making = new Map<string, Promise<string>>();

/** The file of a scenario as the sources tell it today; asked twice at once, made once. */
function provide(scenario: Scenario): Promise<string> {
	const options = { scenario, today: dayOf(new Date()) };
	const { file, exists } = snapshotFile(options);
	if (exists) return Promise.resolve(file);
	const pending = making.get(file) ?? make(JSON.stringify(options));
	making.set(file, pending);
	return pending.finally(() => making.delete(file));
}

function make(options: string): Promise<string> {
	const child = spawn(process.execPath, [join(import.meta.dirname, "write-snapshot.ts"), options], { stdio: ["ignore", "pipe", "inherit"] });
	let output = "";
	child.stdout.on("data", (chunk) => {
		output += chunk;
	});
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", (code) => (code === 0 ? resolve(output.trim()) : reject(new Error(`The snapshot of the region could not be made (code ${code}).`))));
	});
}

/** Prepared databases for the browser home: made when first asked for in development, emitted beside the screens in a static demonstration. */
export function snapshots(): Plugin {
	let isBuild = false;
	let base = "/";
	const emitted = new Map<Scenario, string>();
	return {
		name: "jalon-snapshots",
		configResolved(config) {
			isBuild = config.command === "build";
			base = config.base;
		},
		configureServer(server) {
			// Ready, most of the time, before the page asks. Component tests, on this same server, may never ask.
			if (server.config.mode === "development") void provide("region").catch((error: Error) => server.config.logger.error(error.message));
			const isSource = (file: string) => [worldFolder, migrationsFolder].some((folder) => !relative(folder, file).startsWith(".."));
			server.watcher.on("change", (file) => {
				const loaded = server.moduleGraph.getModuleById(`\0${id}`);
				if (isSource(file) && loaded) server.moduleGraph.invalidateModule(loaded);
			});
			server.middlewares.use((request, response, next) => {
				const path = new URL(request.url ?? "/", "http://localhost").pathname;
				const scenario = scenarios.find((one) => path === `${base}${addressOf(one)}`);
				if (!scenario) return next();
				provide(scenario).then((file) => {
					response.writeHead(200, { "content-type": "application/octet-stream", "cache-control": "no-store" });
					response.end(readFileSync(file));
				}, next);
			});
		},
		resolveId: (wanted) => (wanted === id ? `\0${id}` : undefined),
		async load(wanted) {
			if (wanted !== `\0${id}`) return undefined;
			if (isBuild)
				for (const scenario of scenarios) {
					const source = readFileSync(await provide(scenario));
					emitted.set(scenario, this.emitFile({ type: "asset", name: `${scenario}.snapshot`, source }));
				}
			const address = (scenario: Scenario) =>
				isBuild ? `import.meta.ROLLUP_FILE_URL_${emitted.get(scenario)}` : JSON.stringify(`${base}${addressOf(scenario)}`);
			return `export const version = ${JSON.stringify(currentVersion())};\nexport const day = "${dayOf(new Date())}";\nexport const snapshots = { ${scenarios.map((one) => `${one}: ${address(one)}`).join(", ")} };`;
		},
	};
}
