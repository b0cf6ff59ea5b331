import type { TestProject } from "vitest/node";
import { startOtherApi } from "../fixtures/other-api/server.ts";
import { createDatabase, dropDatabase, stopOwnCluster } from "./postgres.ts";
import { startServer } from "./server.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** Base address of the API under test, without a final slash. */
		target: string;
		targetKind: "embedded" | "postgres" | "url";
		/** How a command of the house finds the database under test; nothing for an address. */
		databaseOf: Record<string, string>;
	}
}

/**
 * The contract is judged over HTTP only. CONTRACT_TARGET says on what: `embedded` (the default), `postgres`, `other-api`
 * (it knows the core only) or the address of any implementation. Tests read it with `inject("target")`.
 */
export default async function setup(project: TestProject) {
	const wanted = process.env.CONTRACT_TARGET ?? "embedded";
	project.provide("databaseOf", {});
	if (/^https?:/.test(wanted)) {
		project.provide("target", wanted.replace(/\/$/, ""));
		project.provide("targetKind", "url");
		return undefined;
	}
	if (wanted === "other-api") {
		const other = await startOtherApi({ base: "/autre/api" });
		project.provide("target", other.api);
		project.provide("targetKind", "url");
		return other.stop;
	}
	if (wanted !== "embedded" && wanted !== "postgres") throw new Error(`CONTRACT_TARGET is embedded, postgres, other-api or an address, not ${wanted}`);
	const databaseUrl = wanted === "postgres" ? await createDatabase() : undefined;
	const server = await startServer({ ...(databaseUrl ? { databaseUrl } : {}) });
	project.provide("target", server.url);
	project.provide("targetKind", wanted);
	project.provide("databaseOf", databaseUrl ? { DATABASE_URL: databaseUrl } : { DATA_DIR: server.dataDir });
	return async () => {
		await server.stop();
		if (databaseUrl) await dropDatabase(databaseUrl);
		await stopOwnCluster();
	};
}
