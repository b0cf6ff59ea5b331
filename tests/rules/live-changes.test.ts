import { randomUUID } from "node:crypto";
import type { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Caller, findCaller, servingRole } from "#api/caller.ts";
import { ChangeStreams } from "#api/change-streams.ts";
import { createApi } from "#api/create-api.ts";
import type { Tables } from "#api/sql/tables.ts";
import { isTouched } from "#lib/live/concerns.ts";
import { openPrepared } from "../../mocks/node.ts";
import { cookieSessions } from "../../src/server/sessions.ts";

let pglite: PGlite;
let database: Kysely<Tables>;
let streams: ChangeStreams;
let api: (request: Request) => Promise<Response>;
let clock: Date;
let person: string;
beforeAll(async () => {
	pglite = await openPrepared();
	await pglite.exec(`set role ${servingRole}`);
	database = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
	person = (await database.selectFrom("person").select("id").where("role", "=", "advisor").where("region_code", "=", "16").executeTakeFirstOrThrow()).id;
}, 60_000);
afterAll(() => pglite.close());
beforeEach(() => {
	clock = new Date("2026-11-24T15:00:00Z");
	const now = () => clock;
	const log = () => undefined;
	const sessions = cookieSessions(database, { isSecure: () => false, idleSeconds: 1800, now });
	// Nobody listens to the database here: what a home would say, the test says.
	streams = new ChangeStreams({ database, sessions, now, log, most: { session: 3, process: 100 } });
	api = createApi({ database, sessions, changes: streams, now, newId: randomUUID, demonstration: true, log });
});

const later = (minutes: number) => {
	clock = new Date(clock.getTime() + minutes * 60_000);
};
async function signIn(): Promise<string> {
	const body = JSON.stringify({ personId: person });
	const response = await api(new Request("http://jalon.test/api/session", { method: "POST", body, headers: { "content-type": "application/json" } }));
	return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}
const ask = (cookie: string, path: string) => api(new Request(`http://jalon.test/api${path}`, { headers: { cookie } }));

/** Reads as it comes: `words` is everything so far. */
function hear(response: Response) {
	const heard = { words: "", isOver: false };
	void (async () => {
		for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) heard.words += chunk;
		heard.isOver = true;
	})();
	return heard;
}
const listen = async (cookie: string) => hear(await ask(cookie, "/changes/stream"));
const settle = async (work: () => void) => {
	work();
	await expect.poll(() => streams.isIdle, { interval: 1 }).toBe(true);
	await new Promise((resolve) => setTimeout(resolve, 1));
};
const numbers = (words: string) => [...words.matchAll(/^id: (\d+)$/gm)].map(([, seq]) => Number(seq));

it("un fil où rien ne se passe dit quand même qu’il vit", async () => {
	const heard = await listen(await signIn());
	await settle(() => streams.beat());
	await settle(() => streams.beat());
	expect(heard.words.match(/^: $/gm)?.length).toBe(2);
	expect(numbers(heard.words).length).toBe(1);
});

it("une annonce perdue par la base est rattrapée au battement suivant", async () => {
	const heard = await listen(await signIn());
	await pglite.exec(`
		begin; set local role none; select journal_begin(null, gen_random_uuid(), null, now());
		update employer set activity = 'Écrit sans que personne ne l’entende' where id = (select id from employer where region_code = '16' order by id limit 1); commit`);
	await settle(() => streams.beat());
	const [first = 0, second] = numbers(heard.words);
	expect(second).toBe(first + 1);
	await settle(() => streams.beat());
	expect(numbers(heard.words).length).toBe(2);
});

it("ce qui s’écrit dans une autre région ne réveille personne ici", async () => {
	const heard = await listen(await signIn());
	await settle(() => streams.changed(["06"]));
	expect(numbers(heard.words).length).toBe(1);
	await settle(() => streams.changed(["06", "16"]));
	expect(numbers(heard.words).length).toBe(2);
	await settle(() => streams.changed(null));
	expect(numbers(heard.words).length).toBe(3);
});

it("suivre les nouveautés ne tient pas une session éveillée, et le fil se ferme avec elle", async () => {
	const cookie = await signIn();
	const heard = await listen(cookie);
	for (let minutes = 0; minutes < 28; minutes += 4) {
		later(4);
		await settle(() => streams.beat());
		expect((await ask(cookie, "/changes")).status).toBe(200);
		expect((await ask(cookie, "/changes/stream?since=1")).status).toBeLessThan(500);
	}
	expect(heard.isOver).toBe(false);
	later(4);
	await settle(() => streams.beat());
	expect(heard.isOver).toBe(true);
	expect((await ask(cookie, "/changes")).status).toBe(401);
});

it("une personne désactivée, ou qui change de région, est mise dehors à la première annonce", async () => {
	for (const change of ["disabled_at = now()", "region_code = '06'"]) {
		const heard = await listen(await signIn());
		const asOwner = (set: string) =>
			pglite.exec(
				`begin; set local role none; select journal_begin(null, gen_random_uuid(), null, now()); update person set ${set} where id = '${person}'; commit`,
			);
		await asOwner(change);
		await settle(() => streams.changed(["16"]));
		expect([change, heard.isOver]).toEqual([change, true]);
		await asOwner("disabled_at = null, region_code = '16'");
	}
});

it("qui ne lit plus est lâché, et les autres continuent", async () => {
	const caller = (await findCaller(database, person, "2026-11-24")) as Caller;
	const stuck = await streams.open(caller, null);
	const reader = hear(await streams.open(caller, null));
	for (let word = 0; word < 20; word += 1) await settle(() => streams.changed(null));
	expect(numbers(reader.words).length).toBe(21);
	const left = hear(stuck);
	await expect.poll(() => left.isOver).toBe(true);
	expect(numbers(left.words).length).toBeLessThan(21);
});

it("quand le serveur s’arrête, chaque fil se ferme au lieu d’être coupé", async () => {
	const heard = await listen(await signIn());
	streams.end();
	await expect.poll(() => heard.isOver).toBe(true);
});

it("trop de fils d’une même session sont refusés en mots", async () => {
	const cookie = await signIn();
	for (let count = 0; count < 3; count += 1) await listen(cookie);
	const refused = await ask(cookie, "/changes/stream");
	expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([429, "too-many-streams"]);
	expect((await ask(await signIn(), "/changes/stream")).status).toBe(200);
});

it("une API sans fil ne le propose pas, et n’en a pas", async () => {
	const sessions = cookieSessions(database, { isSecure: () => false, idleSeconds: 1800, now: () => clock });
	const without = createApi({ database, sessions, now: () => clock, newId: randomUUID, demonstration: true, log: () => undefined });
	const headers = { cookie: await signIn() };
	const { operations } = (await (await without(new Request("http://jalon.test/api/session", { headers }))).json()) as { operations: string[] };
	expect(["listChanges", "streamChanges"].map((operation) => operations.includes(operation))).toEqual([true, false]);
	expect((await without(new Request("http://jalon.test/api/changes/stream", { headers }))).status).toBe(404);
});

it("une fiche n’est relue que pour ce qui la touche", () => {
	const fiche = { queryKey: ["getEmployer", { params: { id: "a" } }] };
	expect(isTouched(fiche, [{ record: "employer", id: "b" }])).toBe(false);
	expect(isTouched(fiche, [{ record: "employer", id: "a" }])).toBe(true);
	// Whose visit it is, only the employer's own answer says.
	expect(isTouched(fiche, [{ record: "visit", id: "c" }])).toBe(true);
	expect(isTouched({ queryKey: ["listHistory", { entity: "visit", id: "c" }] }, [{ record: "visit", id: "c" }])).toBe(true);
	expect(isTouched({ queryKey: ["getVisit", { params: { id: "d" } }] }, [{ record: "visit", id: "c" }])).toBe(false);
	expect(isTouched({ queryKey: ["listOccupations", {}] }, [{ record: "visit", id: "c" }])).toBe(false);
});
