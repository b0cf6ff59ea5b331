import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type Rolldown, transformWithOxc, type UserConfig } from "vite";

/** Every file that was built, but the build's own. */
const builtFiles = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.parentPath.includes(".vite") && !entry.name.endsWith(".gz"))
		.map((entry) => join(entry.parentPath, entry.name));

/** A compressed twin beside each text file, made once here rather than at each request. */
const gzipTwins = (): Plugin => {
	let folder = "";
	return {
		name: "jalon-gzip",
		apply: "build",
		configResolved(config) {
			folder = resolve(config.root, config.build.outDir);
		},
		// After the files are written; closeBundle also runs after a failure, and would hide it.
		writeBundle() {
			for (const file of builtFiles(folder)) {
				if (!/\.(js|css|html|svg|json|webmanifest)$/.test(file)) continue;
				const bytes = readFileSync(file);
				if (bytes.length > 1024) writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
			}
		},
	};
};

/** What an endpoint says of itself is for the published contract (openapi.json): screens read none of it, and do not carry it. */
const withoutSummaries = (): Plugin => ({
	name: "jalon-without-summaries",
	enforce: "pre",
	apply: "build",
	transform: (code, id) => (id.includes("/src/contract/") ? { code: code.replace(/^\tsummary:\s*"(?:[^"\\]|\\.)*",\n/gm, ""), map: null } : null),
});

/** The worker that opens the screens without a network: `worker.js`, beside index.html, with the list of all that was built. Not where MSW's worker runs. */
const shellWorker = (): Plugin => {
	let folder = "";
	const source = join(import.meta.dirname, "src/app/device/shell-worker.ts");
	return {
		name: "jalon-shell-worker",
		apply: "build",
		configResolved(config) {
			folder = resolve(config.root, config.build.outDir);
		},
		async writeBundle() {
			const paths = builtFiles(folder).sort();
			const content = createHash("sha256");
			for (const path of paths) content.update(path.slice(folder.length)).update(readFileSync(path));
			const files = paths.map((path) => relative(folder, path).replaceAll(sep, "/")).filter((file) => file !== "config.json");
			const shell = { version: content.digest("hex").slice(0, 12), files };
			const { code } = await transformWithOxc(readFileSync(source, "utf8"), source);
			writeFileSync(join(folder, "worker.js"), `const shell = ${JSON.stringify(shell)};\n${code}`);
		},
	};
};

/**
 * What every page needs travels in two files, ours and the libraries' (which outlive a release), and what every list needs in one:
 * left alone, each module that two pages share becomes a file of its own, and forty small files compress and travel badly.
 */
const sharedGroups = (): Rolldown.CodeSplittingGroup[] => {
	const gather = (id: string, context: Rolldown.ChunkingContext, found = new Set<string>()): Set<string> => {
		if (found.has(id)) return found;
		found.add(id);
		for (const imported of context.getModuleInfo(id)?.importedIds ?? []) gather(imported, context, found);
		return found;
	};
	const neededBy = (file: string) => {
		let found: Set<string> | undefined;
		return (id: string, context: Rolldown.ChunkingContext) => {
			found ??= gather(join(import.meta.dirname, file), context);
			return found.has(id);
		};
	};
	const isShell = neededBy("index.html");
	const isList = neededBy("src/ui/list/ListPage.tsx");
	return [
		{ debugName: "libraries", name: (id, context) => (isShell(id, context) && /[\\/]node_modules[\\/]/.test(id) ? "libraries" : null), priority: 3 },
		{ debugName: "shell", name: (id, context) => (isShell(id, context) ? "shell" : null), priority: 2 },
		{ debugName: "lists", name: (id, context) => (isList(id, context) ? "lists" : null), priority: 1 },
	];
};

/** Named only when they are wanted: a production build needs neither the mocks nor their dependencies. */
async function mockPlugins(): Promise<Plugin[]> {
	const [{ msw }, { snapshots }, { staticSite }] = await Promise.all([
		import("msw/vite"),
		import("./mocks/node/snapshot-plugin.ts"),
		import("./mocks/node/static-site.ts"),
	]);
	return [msw({ mode: "worker-only" }), snapshots(), staticSite()];
}

// Two homes for the same screens: "server" talks to an API over HTTP; "browser" carries the API in the page (npm run dev, npm run demo).
export default defineConfig(async ({ command, mode }): Promise<UserConfig> => {
	const api = process.env.JALON_API;
	const home = mode === "demo" || (command === "serve" && !api) ? "browser" : "server";
	return {
		plugins: [react(), ...(home === "browser" ? await mockPlugins() : [withoutSummaries(), shellWorker(), gzipTwins()])],
		publicDir: "src/public",
		define: { "import.meta.env.VITE_HOME": JSON.stringify(home) },
		worker: { format: "es" },
		build: {
			outDir: mode === "demo" ? "dist-demo" : "dist",
			manifest: true,
			sourcemap: false,
			target: "es2022",
			rolldownOptions: { output: { codeSplitting: { groups: sharedGroups() } } },
		},
		server: api ? { proxy: { "/api": api } } : {},
		// The worker's own dependencies too, or the first page would load twice.
		optimizeDeps: home === "browser" ? { entries: ["index.html", "mocks/home/api-worker.ts"] } : {},
	};
});
