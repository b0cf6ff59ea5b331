import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { hasAccounts } from "#api/accounts.ts";
import { ChangeStreams } from "#api/change-streams.ts";
import { createApi } from "#api/create-api.ts";
import { DigestWork } from "#api/digests/digest-work.ts";
import { followLinesByClock, followMissionsByClock } from "#api/house-clock.ts";
import { ImportWork } from "#api/imports/import-work.ts";
import { NewerDatabase } from "#api/migrate.ts";
import { dayOf } from "#api/rules/calendar.ts";
import { scheduleBackups } from "./backup/schedule.ts";
import { upgradeEngine } from "./backup/upgrade.ts";
import { type OpenDatabase, openEmbedded, openPostgres } from "./database.ts";
import { exampleOf, keepDemonstrationFiles, loadDemonstration } from "./demo.ts";
import { documentFolder } from "./document-folder.ts";
import { lookAfterDocuments } from "./document-upkeep.ts";
import { refuseAtTheDoor } from "./door.ts";
import { claimFolder } from "./embedded/claim-folder.ts";
import { openControl } from "./embedded/control.ts";
import { Gate } from "./gate.ts";
import { listen } from "./listen.ts";
import { smtpMail } from "./mail.ts";
import { passwordsOf } from "./passwords.ts";
import { cookieSessions } from "./sessions.ts";
import { isLoopback, type Settings } from "./settings.ts";
import { refusalExitCode, StartRefusal } from "./start-refusal.ts";
import { securityHeaders, serveStatic } from "./static-files.ts";
import { stopOnSignal } from "./stop.ts";
import { scheduleUpkeep } from "./upkeep.ts";
import { askerOf, noteAsker, readAsker } from "./who-asks.ts";

const root = join(import.meta.dirname, "../../dist");
const now = () => new Date();
/** The engine gave up: those who wait get their answer, then the parent starts another process. */
const fallen = 70;

type Api = (request: Request) => Promise<Response>;

const log = (entry: object) => console.error(JSON.stringify({ at: now().toISOString(), ...entry }));

/** Well under what proxies and our own limit of silence allow. */
const beatEvery = 15_000;

/** How long an import waits, once the lease of a fallen process has run out. */
const takeUpEvery = 15_000;

/** How late a digest may be after its hour. */
const sendEvery = 60_000;

function mailLine({ mail, publicOrigin, demonstration }: Settings): string {
	if (!mail) return `No e-mail leaves from here${demonstration ? ": the people of the demonstration are fictional" : ": SMTP_URL is not set"}.`;
	return publicOrigin ? `E-mail leaves as ${mail.from}.` : `E-mail leaves as ${mail.from}; without PUBLIC_ORIGIN, its links only open on this computer.`;
}

type Answering = { api: Api; changes: ChangeStreams; imports: ImportWork; digests: DigestWork | null };

async function apiOf(opened: OpenDatabase, settings: Settings, gate: Gate, address: string): Promise<Answering> {
	const isWritable = () => gate.room?.isWritable() !== false;
	const { database, listen: hear } = opened;
	const { host, publicOrigin, trustProxy, demonstration, idleSeconds } = settings;
	const isSecure = (request: Request) => askerOf(request).origin.startsWith("https:");
	// Reached from this computer only, whoever opens Jalon first is its owner; from elsewhere, the console's reader is.
	const passwords = passwordsOf({ asksForCode: !isLoopback(host) || publicOrigin !== null || trustProxy > 0 });
	if (passwords.setupCode && !demonstration && !(await hasAccounts(database)))
		console.info(`The first administration account asks for this code, until this process stops: ${passwords.setupCode}`);
	const sessions = cookieSessions(database, { isSecure, idleSeconds, isWritable, now });
	const changes = new ChangeStreams({ database, sessions, now, log });
	await hear((region) => changes.changed(region === null ? null : [region]));
	setInterval(() => changes.beat(), beatEvery).unref();
	// PostgreSQL works for everybody at once; the embedded engine, for one after the other.
	const breathe = () => (settings.databaseUrl === null ? gate.giveWay() : new Promise<void>((resolve) => setImmediate(resolve)));
	const imports = new ImportWork({ database, now, newId: randomUUID, breathe, log });
	const store = documentFolder(settings.documentsDir);
	const digests =
		settings.mail &&
		new DigestWork({ database, now, newId: randomUUID, mail: smtpMail(settings.mail), origin: () => publicOrigin ?? address, isWritable, log });
	const api = createApi({
		database,
		sessions,
		changes,
		imports,
		documents: { store, filesPerRecord: settings.documentsPerRecord, bytesPerRecord: settings.documentMegabytesPerRecord * 1_000_000 },
		...(digests ? { digests } : {}),
		now,
		newId: randomUUID,
		demonstration,
		...(demonstration ? {} : { passwords, example: exampleOf(opened, store) }),
		source: (request) => askerOf(request).address,
		origin: (request) => askerOf(request).origin,
		log,
	});
	return { api, changes, imports, digests };
}

async function start(settings: Settings) {
	const gate = new Gate();
	const folder = settings.databaseUrl === null ? claimFolder(settings.dataDir) : null;
	gate.room = folder?.room ?? null;
	let api: Api | undefined;

	// It answers at once: 503 in words until the database is open, so that who sends people here knows.
	const listening = await listen(
		settings,
		async (request, { incoming }) => {
			const { pathname } = new URL(request.url);
			const asker = readAsker(incoming, settings);
			noteAsker(request, asker);
			const inside = () => {
				if (!pathname.startsWith("/api/")) return serveStatic(root, request);
				if (pathname === "/api/ready") return gate.ready();
				return gate.pass(request, async (passed) => (api ? api(passed) : new Response(null, { status: 503 })));
			};
			const response = refuseAtTheDoor(request, asker, settings, log) ?? (await inside());
			// A file that is downloaded has a stricter policy of its own.
			for (const [name, value] of Object.entries(securityHeaders)) if (!response.headers.has(name)) response.headers.set(name, value);
			if (asker.isSecure) response.headers.set("strict-transport-security", "max-age=31536000");
			// The API names its own requests: the others are named here, so that none is without.
			if (!response.headers.has("x-request-id")) response.headers.set("x-request-id", randomUUID());
			if (pathname.startsWith("/api/") && !response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
			return response;
		},
		log,
	);

	const onAbort = () => {
		gate.state = "broken";
		setTimeout(() => process.exit(fallen), 300);
	};
	if (folder) await upgradeEngine(settings, console.info);
	const opened = settings.databaseUrl
		? await openPostgres(settings.databaseUrl, undefined, settings.databaseAdminUrl ?? undefined)
		: await openEmbedded(settings.dataDir, undefined, { onFull: () => folder?.room.release() ?? false, onAbort });
	if (settings.demonstration) await keepDemonstrationFiles(documentFolder(settings.documentsDir));
	if (settings.demonstration && (await loadDemonstration(opened, dayOf(now())))) console.info("Demonstration loaded.");
	const answering = await apiOf(opened, settings, gate, listening.url);
	api = answering.api;

	// Some file systems have no sockets: the office opens all the same, and is backed up when it is closed.
	const closeControl =
		folder &&
		(await openControl(settings.dataDir, () => folder.copy(opened)).catch((error: NodeJS.ErrnoException) => {
			log({ level: "error", message: "no backup while running: its door cannot be opened", code: error.code });
			return null;
		}));
	scheduleBackups(settings, { log, isBusy: () => !answering.imports.isIdle() });
	scheduleUpkeep(opened, {
		now,
		idleSeconds: settings.idleSeconds,
		isWritable: () => gate.room?.isWritable() !== false,
		isQuiet: () => gate.isQuiet() && answering.imports.isIdle(),
		documents: () => lookAfterDocuments(settings.documentsDir, opened, { now: now(), log }),
		follow: async () => {
			const ports = { database: opened.database, now: now(), newId: randomUUID };
			await followMissionsByClock(ports);
			await followLinesByClock(ports);
		},
		log,
	});
	// What a fallen process had begun is taken up again, or back: at once when nobody else can be at work, when its lease has run out otherwise.
	const look = (alone: boolean) =>
		gate.room?.isWritable() !== false &&
		answering.imports
			.recover(alone)
			.catch((error: { code?: string }) => log({ level: "error", message: "what imports had begun could not be looked for", code: error.code }));
	look(folder !== null);
	setInterval(look, takeUpEvery, false).unref();
	if (answering.digests) {
		const { digests } = answering;
		void digests.look();
		setInterval(() => void digests.look(), sendEvery).unref();
	}
	console.info(mailLine(settings));
	stopOnSignal(async () => {
		gate.state = "stopping";
		closeControl?.();
		// A stream never ends by itself; its reader comes back, here or elsewhere.
		answering.changes.end();
		await Promise.all([answering.imports.stop(), answering.digests?.stop()]);
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
		// Of an error nobody foresaw, the stack only: a driver's error carries the rows themselves.
		console.error(isRefusal ? error.message : error instanceof Error ? error.stack : String(error));
		process.exit(isRefusal && process.send ? refusalExitCode : 1);
	}
}
