import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startServer } from "../../support/server.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** A data folder with the demonstration, stopped in good order: each test works on a copy. */
		prepared: string;
	}
}

/** Making a database takes longer than anything these tests do with it: made once. */
export default async function setup(project: TestProject) {
	const folder = mkdtempSync(join(tmpdir(), "jalon-prepared-"));
	await (await startServer({ dataDir: folder })).stop();
	project.provide("prepared", folder);
	return () => rmSync(folder, { recursive: true, force: true });
}

/** The data folder of a server that may still run, without its door. */
export const copyData = (from: string, to: string) => cpSync(from, to, { recursive: true, filter: (path) => !/\.sock$|lock\.db|reserve$/.test(path) });
