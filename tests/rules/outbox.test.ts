import fc from "fast-check";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { EndpointDefinition } from "#contract/endpoint.ts";
import { endpoints } from "#contract/endpoints.ts";
import { listVisits, visit, visitRow } from "#contract/visits.ts";
import { openStore } from "#lib/device/store.ts";
import { ApiError, NetworkError } from "#lib/http.ts";
import { endpointNamed, kindOf, listOf } from "#lib/outbox/catalogue.ts";
import { type Draft, type Item, sendable } from "#lib/outbox/item.ts";
import { metBy } from "#lib/outbox/meeting.ts";
import { overlaid } from "#lib/outbox/overlay.ts";
import { projected } from "#lib/outbox/projections.ts";
import { makeQueue, type News, type PassEnd } from "#lib/outbox/queue.ts";
import { makeReadAgain } from "#lib/outbox/read-again.ts";
import { makeMemoryDevice } from "../support/memory-device.ts";

type Row = { id: string; version: number; [field: string]: unknown };

/** An API as small as can be: versions, keys that answer again, and a network that may drop what it carries, before or after. */
function makeApi() {
	const rows = new Map<string, Row>();
	const answers = new Map<string, Row>();
	const log: { key: string; operation: string; id: string; authorId: string }[] = [];
	const problem = (status: number, code: string, more: object = {}) =>
		new ApiError({ type: code, title: code, status, code, requestId: "r", ...more } as never);
	let weather: () => "clear" | "lostBefore" | "lostAfter" | number = () => "clear";
	const send = async (_: EndpointDefinition, { key, operation, input, subject, ifMatch, authorId }: Item): Promise<unknown> => {
		const today = weather();
		if (today === "lostBefore") throw new NetworkError("lost");
		if (typeof today === "number")
			throw problem(today, today === 401 ? "not-signed-in" : today === 503 ? "unavailable" : today >= 500 ? "unexpected-error" : "invalid-input");
		const again = answers.get(key);
		const row = rows.get(subject.id);
		if (!again) {
			if (operation === "create" && row) throw problem(409, "id-taken");
			if (operation === "update" && !row) throw problem(404, "not-found");
			if (operation === "update" && row?.version !== ifMatch) throw problem(412, "version-mismatch", { current: row });
			const saved = { ...row, ...(input.body as object), id: subject.id, version: (row?.version ?? 0) + 1 };
			rows.set(subject.id, saved);
			answers.set(key, saved);
			log.push({ key, operation, id: subject.id, authorId });
		}
		if (today === "lostAfter") throw new NetworkError("lost");
		return answers.get(key);
	};
	return { rows, log, send, setWeather: (next: typeof weather) => (weather = next) };
}

const me = "f0000000-0000-4000-8000-000000000001";
const endpoint = { id: "update", method: "PATCH", path: "/visits/{id}" } as EndpointDefinition;
let keys = 0;
const newKey = () => `key-${++keys}`;

/** One lock for all the tabs of a test, as the browser has. */
function makeLocks() {
	const turns = new Map<string, Promise<unknown>>();
	return async <T>(lock: string, work: () => Promise<T>): Promise<T> => {
		const turn = (turns.get(lock) ?? Promise.resolve()).then(work, work);
		turns.set(
			lock,
			turn.catch(() => undefined),
		);
		return turn;
	};
}

const opened = async (
	api: ReturnType<typeof makeApi>,
	{
		device = makeMemoryDevice(),
		person = me,
		alone = makeLocks(),
		isShown = false,
	}: { device?: ReturnType<typeof makeMemoryDevice>; person?: string; alone?: ReturnType<typeof makeLocks>; isShown?: boolean } = {},
) => {
	const store = await openStore(device, person, () => 0);
	let items: readonly Item[] = [];
	const sent: News[] = [];
	const queue = makeQueue({
		store,
		endpointOf: async () => endpoint,
		send: api.send,
		merge: metBy,
		alone: alone as never,
		newKey,
		onItems: (now) => {
			items = now;
		},
		onSent: (news) => void sent.push(news),
		isReturned: () => false,
		onStopped: () => isShown,
	});
	await queue.refresh();
	return { queue, device, alone, sent, items: () => items, add: (draft: Draft) => queue.add(draft, (operation) => operation === "create") };
};

const write = (operation: "create" | "update", id: string, body: object, more: Partial<Draft> = {}): Draft => ({
	key: operation === "create" ? id : newKey(),
	authorId: me,
	operation,
	input: { params: operation === "create" ? {} : { id }, body },
	subject: { kind: "visits", id },
	ifMatch: operation === "create" ? null : 1,
	base: null,
	before: operation === "create" ? null : {},
	shown: body as Record<string, unknown>,
	touches: ["listVisits"],
	keptAt: "2026-11-26T12:00:00Z",
	...more,
});

beforeEach(() => {
	keys = 0;
});

/** Each line: a write of one of three visits. */
const plans = fc.array(fc.record({ visit: fc.integer({ min: 0, max: 2 }), headline: fc.string({ maxLength: 5 }) }), { minLength: 1, maxLength: 12 });
const weathers = fc.array(fc.constantFrom("clear" as const, "lostBefore" as const, "lostAfter" as const, 500, 503), { maxLength: 25 });

test("Quel que soit le réseau, chaque visite est écrite une fois, dans l’ordre où on l’a tapée, et son dernier mot est celui qui reste", async () => {
	await fc.assert(
		fc.asyncProperty(plans, weathers, fc.array(fc.boolean(), { maxLength: 12 }), async (plan, weather, pauses) => {
			const api = makeApi();
			const skies = [...weather];
			api.setWeather(() => skies.shift() ?? "clear");
			const { queue, add, items, sent } = await opened(api);
			const known = new Set<number>();
			for (const [at, { visit, headline }] of plan.entries()) {
				// The screen has the last version that was acknowledged.
				const ifMatch = sent.findLast(({ output }) => (output as Row).id === `visit-${visit}`)?.output as Row | undefined;
				await add(
					known.has(visit)
						? write("update", `visit-${visit}`, { headline }, { ifMatch: ifMatch?.version ?? 1 })
						: write("create", `visit-${visit}`, { headline }),
				);
				known.add(visit);
				if (pauses[at]) await queue.pass();
			}
			for (let end: PassEnd | null = null, tries = 0; end !== "done" && tries < 40; tries++) end = await queue.pass();
			expect(items()).toEqual([]);
			for (const visit of known) expect(api.rows.get(`visit-${visit}`)?.headline).toBe(plan.findLast((one) => one.visit === visit)?.headline);
			expect(new Set(api.log.map(({ key }) => key)).size).toBe(api.log.length);
			expect(
				api.log
					.filter(({ operation }) => operation === "create")
					.map(({ id }) => id)
					.sort(),
			).toEqual([...known].map((visit) => `visit-${visit}`).sort());
		}),
		{ numRuns: 60 },
	);
});

test("La page se ferme, l’ordinateur s’éteint : ce qui attendait attend encore, et part sous la même clé", async () => {
	const api = makeApi();
	const before = await opened(api);
	api.setWeather(() => "lostAfter");
	await before.add(write("create", "a", { headline: "un" }));
	await before.queue.pass();
	api.setWeather(() => "clear");
	const after = await opened(api, { device: before.device });
	expect(after.items().map(({ key, tries }) => [key, tries])).toEqual([["a", 1]]);
	expect(await after.queue.pass()).toBe("done");
	expect(api.log).toHaveLength(1);
});

test("Deux onglets qui envoient à la fois envoient chaque écriture une seule fois", async () => {
	const api = makeApi();
	const one = await opened(api);
	const two = await opened(api, one);
	for (const id of ["a", "b", "c"]) await one.add(write("create", id, {}));
	await Promise.all([one.queue.pass(), two.queue.pass(), one.queue.pass()]);
	expect(api.log.map(({ id }) => id)).toEqual(["a", "b", "c"]);
	expect(one.sent.length + two.sent.length).toBe(3);
});

test("Ce qui n’a pas quitté l’appareil se complète ; ce qui l’a quitté ne change plus, la suite se met derrière et prend sa version", async () => {
	const api = makeApi();
	api.rows.set("a", { id: "a", version: 4, headline: "", mode: "call" });
	const { queue, add, items } = await opened(api);
	await add(write("update", "a", { headline: "un" }, { ifMatch: 4 }));
	await add(write("update", "a", { headline: "deux", mode: "onSite" }, { ifMatch: 4 }));
	expect(items()).toHaveLength(1);
	api.setWeather(() => "lostAfter");
	await queue.pass();
	await add(write("update", "a", { headline: "trois" }, { ifMatch: 4 }));
	expect(items()).toHaveLength(2);
	api.setWeather(() => "clear");
	expect(await queue.pass()).toBe("done");
	expect(api.rows.get("a")).toEqual({ id: "a", version: 6, headline: "trois", mode: "onSite" });
});

test("Une écriture refusée attend son auteur avec ses raisons ; la suite du même dossier attend avec elle, les autres partent", async () => {
	const api = makeApi();
	const { queue, add, items } = await opened(api);
	await add(write("create", "a", {}));
	await add(write("update", "a", { headline: "suite" }));
	await add(write("create", "b", {}));
	api.setWeather(() => (api.log.length === 0 && items()[0]?.state === "waiting" ? 422 : "clear"));
	await queue.pass();
	expect(api.log.map(({ id }) => id)).toEqual(["b"]);
	expect(items().map(({ state, refusal }) => [state, refusal?.code])).toEqual([
		["refused", "invalid-input"],
		["waiting", undefined],
	]);
	await queue.retry(items()[0]?.seq ?? 0);
	expect(await queue.pass()).toBe("done");
	expect(api.rows.get("a")?.headline).toBe("suite");
});

test("Corriger une création refusée la corrige elle-même : une seule écriture, sous l’identifiant de la fiche", async () => {
	const api = makeApi();
	const { queue, add, items } = await opened(api);
	await add(write("create", "a", { headline: "x" }));
	api.setWeather(() => 400);
	await queue.pass();
	await add(write("update", "a", { headline: "corrigé" }));
	expect(items()).toHaveLength(1);
	api.setWeather(() => "clear");
	await queue.pass();
	expect(api.log.map(({ key, operation }) => [key, operation])).toEqual([["a", "create"]]);
	expect(api.rows.get("a")?.headline).toBe("corrigé");
});

test("Un collègue a enregistré d’abord : ce qui ne se heurte pas se fond sans un mot, le reste attend un choix avec la base, le mien et le sien", async () => {
	const api = makeApi();
	api.rows.set("a", { id: "a", version: 2, headline: "leur titre", mode: "call" });
	api.rows.set("b", { id: "b", version: 2, headline: "leur titre", mode: "call" });
	const { queue, add, items } = await opened(api);
	await add(write("update", "a", { mode: "onSite" }, { base: { headline: "avant", mode: "call" } }));
	await add(write("update", "b", { headline: "mon titre", mode: "onSite" }, { base: { headline: "avant", mode: "call" } }));
	await queue.pass();
	expect(api.rows.get("a")).toEqual({ id: "a", version: 3, headline: "leur titre", mode: "onSite" });
	const [stopped] = items();
	expect([stopped?.state, stopped?.clashes]).toEqual(["conflict", [{ field: "headline", base: "avant", mine: "mon titre", theirs: "leur titre" }]]);
	await queue.settle(stopped?.seq ?? 0, new Set(["headline"]));
	expect(await queue.pass()).toBe("done");
	expect(api.rows.get("b")).toEqual({ id: "b", version: 3, headline: "leur titre", mode: "onSite" });
	expect(items()).toEqual([]);
});

test("La session a expiré : rien ne part, rien ne se perd ; une autre personne sur l’appareil n’en voit ni n’en envoie rien", async () => {
	const api = makeApi();
	const mine = await opened(api);
	await mine.add(write("create", "a", {}));
	api.setWeather(() => 401);
	expect(await mine.queue.pass()).toBe("ended");
	api.setWeather(() => "clear");
	const theirs = await opened(api, { device: mine.device, person: "f0000000-0000-4000-8000-000000000002", alone: mine.alone });
	expect(theirs.items()).toEqual([]);
	expect(await theirs.queue.pass()).toBe("done");
	expect(api.log).toEqual([]);
	expect(await mine.queue.pass()).toBe("done");
	expect(api.log.map(({ authorId }) => authorId)).toEqual([me]);
});

test("Une écriture sur laquelle le service échoue ne retient pas les autres ; un service malade est laissé en paix", async () => {
	const api = makeApi();
	const { queue, add, items } = await opened(api);
	for (const id of ["a", "b", "c", "d", "e"]) await add(write("create", id, {}));
	let calls = 0;
	api.setWeather(() => {
		calls += 1;
		return calls === 1 ? 500 : "clear";
	});
	expect(await queue.pass()).toBe("unreachable");
	expect(api.log.map(({ id }) => id)).toEqual(["b", "c", "d", "e"]);
	expect(items().map(({ subject }) => subject.id)).toEqual(["a"]);
	for (const id of ["f", "g", "h"]) await add(write("create", id, {}));
	calls = 0;
	api.setWeather(() => {
		calls += 1;
		return 500;
	});
	await queue.pass();
	expect(calls).toBe(3);
});

test("Une écriture abandonnée s’en va, et revient à sa place si on se ravise", async () => {
	const api = makeApi();
	const { queue, add, items } = await opened(api);
	for (const id of ["a", "b"]) await add(write("create", id, {}));
	const [first] = items();
	if (!first) throw new Error("Nothing waits.");
	expect(await queue.discard([first])).toBe(true);
	expect(items().map(({ subject }) => subject.id)).toEqual(["b"]);
	await queue.restore([first]);
	expect(sendable(items()).map(({ subject }) => subject.id)).toEqual(["a", "b"]);
});

test("Toute écriture qui peut attendre est connue de la file, avec la liste où elle se voit", () => {
	const mayWait = endpoints.filter(({ offline }) => offline);
	expect(mayWait.length).toBeGreaterThan(5);
	expect(mayWait.filter(({ id }) => !endpointNamed(id))).toEqual([]);
	// A round is several visits: none is drawn before they are.
	const drawnNowhere = mayWait.filter((endpoint) => listOf(kindOf(endpoint)).columns.length === 0);
	expect(drawnNowhere.map(({ id }) => id)).toEqual(["planTour"]);
});

test("Deux cents visites qui partent à la suite ne font pas relire deux cents fois la liste : une fois au départ, puis une fois par moment, sans en oublier", () => {
	vi.useFakeTimers();
	onTestFinished(() => void vi.useRealTimers());
	const read: string[][] = [];
	const readAgain = makeReadAgain((ids) => read.push([...ids]));
	readAgain(["listVisits"]);
	expect(read).toEqual([["listVisits"]]);
	for (let at = 0; at < 200; at += 1) {
		vi.advanceTimersByTime(80);
		readAgain(at % 2 ? ["listVisits"] : ["listVisits", "getMyDay"]);
	}
	vi.advanceTimersByTime(10_000);
	expect(read.length).toBeLessThan(14);
	expect(read.at(-1)).toContain("listVisits");
	readAgain(["listEmployers"]);
	expect(read.at(-1)).toEqual(["listEmployers"]);
});

test("Une visite envoyée n’est, dans une liste, que ce que la liste en dit : la page gardée sur l’appareil reste une réponse de l’API", () => {
	const { id, output } = listVisits;
	const mine = projected(
		"createVisit",
		{ body: { id: crypto.randomUUID(), status: "draft", mode: "phone", occurredOn: "2026-11-26" } },
		{},
		{
			employer: () => undefined,
			person: () => undefined,
			personId: crypto.randomUUID(),
			today: "2026-11-26",
		},
	);
	const recorded = visit.parse(mine);
	const waiting = (isNew: boolean) =>
		new Map([[recorded.id, { subject: { kind: "visits", id: recorded.id }, shown: { ...recorded, headline: "Dit" }, isNew }]]);
	const { report: _, ...more } = recorded;
	const known = Object.fromEntries(Object.entries(more).filter(([key]) => key in visitRow.shape));
	for (const [items, isNew] of [
		[[], true],
		[[known], false],
	] as const) {
		const page = overlaid(
			{ id, path: "/visits" },
			{ query: { filter: "mode==phone" } },
			{ items, total: items.length, next: null },
			waiting(isNew),
			{ personId: "", today: "2026-11-26" },
			listOf,
		);
		expect(output.parse(page)).toMatchObject({ total: 1, items: [{ headline: "Dit" }] });
	}
});
