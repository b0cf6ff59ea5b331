import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type UserConfig } from "vite";

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
			for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
				if (!entry.isFile() || !/\.(js|css|html|svg|json|webmanifest)$/.test(entry.name) || entry.parentPath.includes(".vite")) continue;
				const file = join(entry.parentPath, entry.name);
				const bytes = readFileSync(file);
				if (bytes.length > 1024) writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
			}
		},
	};
};

// Two homes for the same screens: "server" talks to an API over HTTP; "browser" carries the API in the page (npm run dev, npm run demo).
export default defineConfig(async ({ command, mode }): Promise<UserConfig> => {
	const api = process.env.JALON_API;
	const home = mode === "demo" || (command === "serve" && !api) ? "browser" : "server";
	// Named only here, and only then: a production build needs neither the mocks nor their dependencies.
	const mocks =
		home === "browser" ? [(await import("msw/vite")).msw({ mode: "worker-only" }), (await import("./mocks/node/snapshot-plugin.ts")).snapshots()] : [];
	return {
		plugins: [react(), ...mocks, home === "server" && gzipTwins()],
		publicDir: "src/public",
		define: { "import.meta.env.VITE_HOME": JSON.stringify(home) },
		worker: { format: "es" },
		build: { outDir: mode === "demo" ? "dist-demo" : "dist", manifest: true, sourcemap: false, target: "es2022" },
		server: api ? { proxy: { "/api": api } } : {},
		// The worker's own dependencies too, or the first page would load twice.
		optimizeDeps: home === "browser" ? { entries: ["index.html", "mocks/home/api-worker.ts"] } : {},
	};
});
