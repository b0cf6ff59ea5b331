import pg from "pg";
import { growWorld } from "../../mocks/world/set-based.sql.ts";
import { openPostgres } from "../../src/server/database.ts";
import { loadDemonstration } from "../../src/server/demo.ts";
import { clusterUrl, createDatabase } from "../support/postgres.ts";
import { dayOfMeasure } from "./day.ts";

/** A PostgreSQL database with the demonstration's region and `employers` more; none more when it is 0. */
export async function createGrown(employers: number): Promise<string> {
	const databaseUrl = await createDatabase();
	const opened = await openPostgres(databaseUrl);
	await loadDemonstration(opened, dayOfMeasure);
	await opened.close();
	if (employers > 0) {
		// A role that may load without checking every reference; the tables stay the application's.
		const admin = new URL(await clusterUrl());
		admin.pathname = new URL(databaseUrl).pathname;
		const client = new pg.Client({ connectionString: admin.href });
		await client.connect();
		try {
			await growWorld(client, employers, dayOfMeasure);
			// As autovacuum leaves a database that has lived: an index answers alone for what all can see.
			await client.query("vacuum analyze");
		} finally {
			await client.end();
		}
	}
	return databaseUrl;
}
