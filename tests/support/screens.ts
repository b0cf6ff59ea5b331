import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { root } from "./source-tree.ts";

const run = promisify(execFile);
/** A process of its own: under Vitest, NODE_ENV is "test" and React would be its development build. */
const build = (...options: string[]) =>
	run(process.execPath, ["node_modules/vite/bin/vite.js", "build", "--logLevel", "error", ...options], {
		cwd: root,
		env: { ...process.env, NODE_ENV: "production" },
	});

/** The screens for a server, in `dist`, and the static demonstration, in `dist-demo`. */
export async function buildScreens(): Promise<void> {
	await build();
	await build("--mode", "demo");
}
