import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { Kysely, PGliteDialect } from "kysely";
import { servingRole } from "#api/caller.ts";
import { createApi } from "#api/create-api.ts";
import { parsers } from "#api/parsers.ts";
import type { Tables } from "#api/sql/tables.ts";
import { headerSessions, personHeader } from "./home/header-sessions.ts";
import { writeSnapshot } from "./node/snapshot.ts";
import type { Scenario } from "./world/world.ts";

type Options = { scenario?: Scenario; size?: number; today?: string };

export type TestApi = {
	/** The reference API, whole, on a database of its own. */
	api(request: Request): Promise<Response>;
	/** The same as somebody: `as(id)("/employers?limit=1")`; a write needs its own headers. */
	as(personId: string): (path: string, init?: RequestInit) => Promise<Response>;
	close(): Promise<void>;
};

export const dayOfTests = "2026-11-24";
const prepared = new Map<string, Promise<Blob>>();
function prepare(options: { scenario: Scenario; size?: number; today: string }): Promise<Blob> {
	const key = JSON.stringify(options);
	const blob = prepared.get(key) ?? writeSnapshot(options).then((file) => new Blob([gunzipSync(readFileSync(file))]));
	prepared.set(key, blob);
	return blob;
}

/** A region in a database of its own: made once per machine, read once per process, copied for each caller. */
export async function openPrepared({ scenario = "region", size, today = dayOfTests }: Options = {}): Promise<PGlite> {
	const loadDataDir = await prepare({ scenario, today, ...(size ? { size } : {}) });
	return PGlite.create({ extensions: { pg_trgm }, parsers, loadDataDir });
}

/** For tests in Node: no port, no cookie, the clock stopped at 10 in the morning of `today`. */
export async function createTestApi({ today = dayOfTests, ...options }: Options = {}): Promise<TestApi> {
	const pglite = await openPrepared({ today, ...options });
	await pglite.exec(`set role ${servingRole}`);
	const api = createApi({
		database: new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) }),
		sessions: headerSessions,
		now: () => new Date(`${today}T15:00:00Z`),
		newId: randomUUID,
		demonstration: true,
		log: (entry) => console.error(JSON.stringify(entry)),
	});
	const as =
		(personId: string) =>
		(path: string, init: RequestInit = {}) => {
			const request = new Request(`http://jalon.test/api${path}`, init);
			request.headers.set(personHeader, personId);
			return api(request);
		};
	return { api, as, close: () => pglite.close() };
}
