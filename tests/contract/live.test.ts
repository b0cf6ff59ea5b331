import pg from "pg";
import { afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { changesChannel, Listener } from "../../src/server/listener.ts";
import { clusterUrl, createDatabase, dropDatabase } from "../support/postgres.ts";
import { addEmployer, as, base, newId, type Visitor } from "./support.ts";

type Changes = { items: { seq: number; entity: string; entityId: string; rootId: string }[]; next: number };

/** What one hears, as it comes: the events by their number, and whether the stream goes on. */
class Listening {
	readonly seen: number[] = [];
	text = "";
	isOver = false;
	readonly #stop = new AbortController();
	response!: Response;

	static async open(visitor: Visitor, query = ""): Promise<Listening> {
		const listening = new Listening();
		const signal = listening.#stop.signal;
		listening.response = await fetch(`${base()}/changes/stream${query}`, { headers: { cookie: visitor.cookie, accept: "text/event-stream" }, signal });
		opened.push(listening);
		if (listening.response.ok) void listening.#read();
		return listening;
	}

	async #read() {
		try {
			for await (const chunk of this.response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
				this.text += chunk;
				this.seen.splice(0, Infinity, ...[...this.text.matchAll(/^id: (\d+)$/gm)].map(([, seq]) => Number(seq)));
			}
		} catch {
			// Cut by the reader.
		}
		this.isOver = true;
	}

	close() {
		this.#stop.abort();
	}
}
const opened: Listening[] = [];
afterEach(() => {
	for (const listening of opened.splice(0)) listening.close();
});

/** Within five seconds, which is what is promised. */
const soon = (check: () => void | Promise<void>) =>
	expect.poll(async () => Promise.resolve(check()).then(() => true), { timeout: 5_000, interval: 20 }).toBe(true);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let advisor: Visitor;
let colleague: Visitor;
let manager: Visitor;
beforeAll(async () => {
	[advisor, colleague, manager] = await Promise.all([as("advisor"), as("advisor", 1), as("manager")]);
});
const changesSince = async (visitor: Visitor, since: number | string) => (await visitor.get<Changes>(`/changes?since=${since}`)).body;

describe("les nouveautés en direct", () => {
	it("ce qu’une collègue enregistre m’est annoncé tout de suite, par un numéro et rien d’autre", async () => {
		const listening = await Listening.open(advisor);
		await soon(() => expect(listening.seen.length).toBe(1));
		const start = listening.seen[0] ?? 0;
		const employer = await addEmployer(colleague, { name: "Boulangerie dont le nom ne voyage pas" });
		await soon(() => expect(listening.seen.length).toBeGreaterThan(1));
		expect((await changesSince(advisor, start)).items.map(({ rootId }) => rootId)).toContain(employer.id);
		expect(listening.text.replace(/retry: \d+\n|id: \d+\n|data: \{"seq":\d+\}\n|: ?\n|\n/g, "")).toBe("");
		const { headers } = listening.response;
		expect([headers.get("content-type"), headers.get("cache-control"), headers.get("x-accel-buffering")]).toEqual([
			"text/event-stream; charset=utf-8",
			"no-store",
			"no",
		]);
	});

	it("ce qui est refusé après avoir commencé à s’écrire n’est annoncé à personne", async () => {
		const id = newId();
		const employer = await addEmployer(advisor, { id });
		expect((await manager.patch(`/employers/${id}`, { name: "Retouché" }, { ifMatch: employer.version })).status).toBe(200);
		const listening = await Listening.open(colleague);
		// What came before may still be on its way.
		await pause(300);
		const before = listening.seen.length;
		// The establishment could be taken back, the employer no longer: all of it stays.
		expect((await advisor.post(`/batches/${id}/undo`, undefined)).status).toBe(409);
		await pause(400);
		expect(listening.seen.length).toBe(before);
	});

	it("huit personnes écrivent en même temps, la connexion tombe et revient : rien ne m’échappe", async () => {
		let since = (await advisor.get<Changes>("/changes")).body.next;
		const made = new Set<string>();
		const known = new Set<string>();
		const writers = 8;
		const rounds = 4;
		const writing = Promise.all(
			Array.from({ length: writers }, async () => {
				for (let round = 0; round < rounds; round += 1) made.add((await addEmployer(colleague)).id);
			}),
		);
		// As a screen does: it asks when it is told, and only then; every third time its connection falls.
		let listening = await Listening.open(advisor, `?since=${since}`);
		for (let told = 0, asked = 0; known.size < writers * rounds; told = listening.seen.length, asked += 1) {
			await soon(() => expect(listening.seen.length).toBeGreaterThan(told));
			const { items, next } = await changesSince(advisor, since);
			for (const { entity, entityId } of items) if (entity === "employer") known.add(entityId);
			since = next;
			if (asked % 3 !== 2) continue;
			listening.close();
			listening = await Listening.open(advisor, `?since=${since}`);
		}
		await writing;
		expect([...made].filter((id) => !known.has(id))).toEqual([]);
	});

	it("qui revient après une absence apprend d’abord qu’il y a du nouveau ; rien, quand rien n’a changé", async () => {
		const { next } = (await advisor.get<Changes>("/changes")).body;
		await addEmployer(colleague);
		const behind = await Listening.open(advisor, `?since=${next}`);
		await soon(() => expect(behind.seen[0]).toBeGreaterThan(next));
		// The announcement of that very write may still be on its way.
		await pause(500);
		const current = await Listening.open(advisor, `?since=${behind.seen.at(-1)}`);
		await soon(() => expect(current.text).toContain(": \n"));
		expect(current.seen).toEqual([]);
	});

	it("la vérification les suit aussi ; un rôle qui ne lit pas l’historique n’a pas de fil", async () => {
		const auditor = await Listening.open(await as("auditor"));
		await soon(() => expect(auditor.seen.length).toBe(1));
		const before = auditor.seen.length;
		await addEmployer(colleague);
		// The house may write something of its own meanwhile.
		await soon(() => expect(auditor.seen.length).toBeGreaterThan(before));
		expect((await (await as("integrationAgent")).get("/changes/stream")).status).toBe(403);
	});

	it("une session qu’on ferme ferme son fil aussitôt, et ne le rouvre pas", async () => {
		const visitor = await as("advisor", 2);
		const listening = await Listening.open(visitor);
		await soon(() => expect(listening.seen.length).toBe(1));
		expect((await visitor.delete("/session", { headers: { cookie: visitor.cookie } })).status).toBe(204);
		await soon(() => expect(listening.isOver).toBe(true));
	});

	it("au-delà de huit fenêtres, c’est dit, et une fenêtre fermée laisse sa place", async () => {
		const visitor = await as("advisor", 2);
		const windows: Listening[] = [];
		for (let count = 0; count < 8; count += 1) windows.push(await Listening.open(visitor));
		expect((await visitor.get<{ code: string }>("/changes/stream")).body.code).toBe("too-many-streams");
		windows[0]?.close();
		await soon(async () => expect((await Listening.open(visitor)).response.status).toBe(200));
	});
});

describe.runIf(inject("targetKind") === "postgres")("l’écoute de PostgreSQL", () => {
	it("perdue, revient d’elle-même, et dit que quelque chose a pu lui échapper", async () => {
		const url = await createDatabase();
		const heard: (string | null)[] = [];
		const listener = new Listener({ connectionString: url });
		const writer = new pg.Client({ connectionString: url });
		// The database's own superuser cuts the line, as a restart or a network would.
		const cutter = new pg.Client({ connectionString: await clusterUrl() });
		try {
			await Promise.all([listener.open((region) => heard.push(region)), writer.connect(), cutter.connect()]);
			await writer.query(`notify ${changesChannel}, '16'`);
			await soon(() => expect(heard).toEqual([null, "16"]));
			const database = new URL(url).pathname.slice(1);
			await cutter.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'jalon listener' and datname = $1", [database]);
			await soon(() => expect(heard).toEqual([null, "16", null]));
			await writer.query(`notify ${changesChannel}, '06'`);
			await soon(() => expect(heard.at(-1)).toBe("06"));
		} finally {
			await Promise.all([listener.close(), writer.end(), cutter.end()]);
			await dropDatabase(url);
		}
	});
});
