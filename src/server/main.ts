import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { createApi } from "#api/create-api.ts";
import { dayOf } from "#api/rules/calendar.ts";
import { openEmbedded, openPostgres } from "./database.ts";
import { loadDemonstration } from "./demo.ts";
import { cookieSessions } from "./sessions.ts";
import { readSettings } from "./settings.ts";
import { securityHeaders, serveStatic } from "./static-files.ts";

const settings = readSettings(process.env, process.argv.slice(2));
const root = join(import.meta.dirname, "../../dist");
const now = () => new Date();

const opened = settings.databaseUrl ? await openPostgres(settings.databaseUrl) : await openEmbedded(settings.dataDir);
if (settings.demonstration && (await loadDemonstration(opened, dayOf(now())))) console.info("Demonstration loaded.");

const api = createApi({
	database: opened.database,
	sessions: cookieSessions(opened.database, now),
	now,
	newId: randomUUID,
	demonstration: settings.demonstration,
	log: (entry) => console.error(JSON.stringify({ at: now().toISOString(), ...entry })),
});

async function answer(request: Request): Promise<Response> {
	const { pathname } = new URL(request.url);
	if (!pathname.startsWith("/api/")) return serveStatic(root, request);
	const response = await api(request);
	for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
	return response;
}

const server = serve({ fetch: answer, hostname: settings.host, port: settings.port }, ({ port }) => console.info(`Jalon: http://${settings.host}:${port}`));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
	process.once(signal, () => {
		server.close(() => void opened.close().finally(() => process.exit(0)));
		setTimeout(() => process.exit(0), 3000).unref();
	});
}
