import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

// `npm start`: the screens built when they are not, then the server.
const top = join(import.meta.dirname, "../..");

/** The screens are made again when what they are made of is newer: an update must never serve yesterday's. */
function areScreensStale(): boolean {
	const built = join(top, "dist/index.html");
	if (!existsSync(built)) return true;
	const sources = ["src", "index.html", "vite.config.ts", "package-lock.json"].flatMap((name) => {
		const path = join(top, name);
		return statSync(path).isDirectory()
			? readdirSync(path, { recursive: true, withFileTypes: true }).map((entry) => join(entry.parentPath, entry.name))
			: [path];
	});
	const since = statSync(built).mtimeMs;
	return sources.some((path) => statSync(path).mtimeMs > since);
}

if (areScreensStale()) {
	console.info("Building the screens…");
	const { status } = spawnSync(process.execPath, [join(top, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"], { cwd: top, stdio: "inherit" });
	if (status !== 0) process.exit(status ?? 1);
}
await import("./main.ts");
