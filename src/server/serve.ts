import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { createApi } from "#api/create-api.ts";
import { NewerDatabase } from "#api/migrate.ts";
import { dayOf } from "#api/rules/calendar.ts";
import { type OpenDatabase, openEmbedded, openPostgres } from "./database.ts";
import { loadDemonstration } from "./demo.ts";
import { claimFolder } from "./embedded/claim-folder.ts";
import { Gate } from "./gate.ts";
import { listen } from "./listen.ts";
import { cookieSessions } from "./sessions.ts";
import type { Settings } from "./settings.ts";
import { refusalExitCode, StartRefusal } from "./start-refusal.ts";
import { securityHeaders, serveStatic } from "./static-files.ts";
import { stopOnSignal } from "./stop.ts";
import { noteAsker, readAsker } from "./who-asks.ts";

const root = join(import.meta.dirname, "../../dist");
const now = () => new Date();
/** The engine gave up: those who wait get their answer, then the parent starts another process. */
const fallen = 70;

type Api = (request: Request) => Promise<Response>;

const apiOf = ({ database }: OpenDatabase, { demonstration }: Settings): Api =>
	createApi({
		database,
		sessions: cookieSessions(database, now),
		now,
		newId: randomUUID,
		demonstration,
		log: (entry) => console.error(JSON.stringify({ at: now().toISOString(), ...entry })),
	});

async function start(settings: Settings) {
	const gate = new Gate();
	const folder = settings.databaseUrl === null ? claimFolder(settings.dataDir) : null;
	gate.room = folder?.room ?? null;
	let api: Api | undefined;

	// It answers at once: 503 in words until the database is open, so that who sends people here knows.
	const listening = await listen(settings, async (request, { incoming }) => {
		const { pathname } = new URL(request.url);
		const asker = readAsker(incoming, settings);
		noteAsker(request, asker);
		const response = !pathname.startsWith("/api/")
			? await serveStatic(root, request)
			: pathname === "/api/ready"
				? gate.ready()
				: await gate.pass(request, async (passed) => (api ? api(passed) : new Response(null, { status: 503 })));
		for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
		if (asker.isSecure) response.headers.set("strict-transport-security", "max-age=31536000");
		return response;
	});

	const onAbort = () => {
		gate.state = "broken";
		setTimeout(() => process.exit(fallen), 300);
	};
	const opened = settings.databaseUrl
		? await openPostgres(settings.databaseUrl)
		: await openEmbedded(settings.dataDir, undefined, { onFull: () => folder?.room.release() ?? false, onAbort });
	if (settings.demonstration && (await loadDemonstration(opened, dayOf(now())))) console.info("Demonstration loaded.");
	api = apiOf(opened, settings);

	stopOnSignal(async () => {
		gate.state = "stopping";
		await listening.stop(10_000);
		await opened.close();
		folder?.leave();
	});
	gate.state = "ready";
	process.send?.("ready");
	console.info(`Jalon: ${settings.publicOrigin ?? listening.url}`);
}

/** The server: what cannot be started is said in words, and not tried again. */
export async function serve(settings: Settings): Promise<void> {
	try {
		await start(settings);
	} catch (error) {
		const isRefusal = error instanceof StartRefusal || error instanceof NewerDatabase;
		console.error(isRefusal ? error.message : error);
		process.exit(isRefusal && process.send ? refusalExitCode : 1);
	}
}
