import type { TestProject } from "vitest/node";
import { dropDatabase, stopOwnCluster } from "../support/postgres.ts";
import { createGrown } from "./grown.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** A PostgreSQL database of 20,000 employers, which the tests of speed read and do not write. */
		grownDatabase: string;
	}
}

export const employersOfTests = 20_000;

/** Seeded once for all the files. */
export default async function setup(project: TestProject) {
	const started = performance.now();
	const databaseUrl = await createGrown(employersOfTests);
	console.log(`${employersOfTests} employers on PostgreSQL, seeded in ${((performance.now() - started) / 1000).toFixed(1)} s`);
	project.provide("grownDatabase", databaseUrl);
	return async () => {
		await dropDatabase(databaseUrl);
		await stopOwnCluster();
	};
}
