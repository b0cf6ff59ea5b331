import { afterAll, beforeAll, expect, it } from "vitest";
import type { LoadingProgress, OfficeProgress } from "#contract/first-steps.ts";
import type { Session, SessionPerson } from "#contract/session.ts";
import { administrator, codeOf, type EmptyServer, startEmpty, stranger } from "./own-server.ts";
import { newId, type Page, type Visitor } from "./support.ts";

let server: EmptyServer;
let line: Visitor;
beforeAll(async () => {
	server = await startEmpty();
	line = stranger(server);
	await line.post("/setup", { id: newId(), ...administrator, regionCode: "05", code: codeOf(server) });
}, 120_000);
afterAll(() => server?.stop());

const progressOf = async (visitor: Visitor) => (await visitor.get<OfficeProgress>("/first-steps")).body;

async function load(visitor: Visitor): Promise<LoadingProgress[]> {
	const response = await fetch(`${server.api}/demonstration`, { method: "POST", headers: { cookie: visitor.cookie, "idempotency-key": newId() } });
	expect(response.status).toBe(200);
	return (await response.text())
		.split("\n\n")
		.filter(Boolean)
		.map((event) => JSON.parse(event.replace("data: ", "")) as LoadingProgress);
}

it("un bureau vide dit ce qui reste à faire, charge la démonstration une seule fois, et son administration continue comme l’une de ses personnes", async () => {
	const empty = await progressOf(line);
	expect(empty).toMatchObject({ isEmpty: true, isDemonstration: false, mayLoadDemonstration: true });
	expect(empty.steps.map(({ code, isDone }) => [code, isDone])).toEqual(
		["managers", "counsellors", "employers", "assigned", "cases", "visits"].map((code) => [code, false]),
	);
	expect((await line.get<{ items: SessionPerson[] }>("/session/people")).body.items).toEqual([]);
	expect((await stranger(server).post("/demonstration", undefined)).status).toBe(401);

	const told = await load(line);
	expect(told.length).toBeGreaterThan(5);
	expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).sort((a, b) => a - b));
	expect(told.at(-1)).toEqual({ done: told.at(-1)?.of, of: told.at(-1)?.of });

	const full = await progressOf(line);
	expect(full).toMatchObject({ isEmpty: false, isDemonstration: true, mayLoadDemonstration: false });
	expect(full.steps.filter(({ isDone }) => !isDone)).toEqual([]);
	// Who loads it joins its region, and is nobody's to choose: the account has a password.
	expect((await line.get<Session>("/session")).body).toMatchObject({ demonstration: true, person: { name: administrator.name, regionCode: "16" } });
	expect((await line.post("/demonstration", undefined)).body).toMatchObject({ code: "office-not-empty" });

	const { items } = (await line.get<{ items: SessionPerson[] }>("/session/people")).body;
	expect(items.some(({ name }) => name === administrator.name)).toBe(false);
	const chosen = items.find(({ role }) => role === "advisor");
	const unknown = stranger(server);
	expect((await unknown.get<{ items: SessionPerson[] }>("/session/people")).body.items).toEqual([]);
	expect((await unknown.post("/session", { personId: chosen?.id })).status).toBe(403);
	expect((await line.post("/session", { personId: chosen?.id })).status).toBe(200);
	expect((await line.get<Page<unknown>>("/employers?limit=1")).body.total).toBe(full.steps.find(({ code }) => code === "employers")?.count);
	// An advisor has nothing to choose.
	expect((await line.get<{ items: SessionPerson[] }>("/session/people")).body.items).toEqual([]);
}, 120_000);
