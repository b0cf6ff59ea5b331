import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createApi } from "#api/create-api.ts";
import { isCommonPassword, resemblesEmail } from "#contract/passwords.ts";
import type { OpenDatabase } from "../../src/server/database.ts";
import { passwordsOf } from "../../src/server/passwords.ts";
import { cookieSessions } from "../../src/server/sessions.ts";
import { openEmptyOffice } from "../support/empty-office.ts";

// A password is slow to judge, on purpose; more so on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let opened: OpenDatabase;
let clock = new Date("2026-11-24T12:00:00Z");
let ask: (
	path: string,
	init?: { body?: unknown; method?: string; headers?: Record<string, string> },
) => Promise<{ status: number; body: Record<string, unknown> }>;
let cookie = "";
const scrypt = passwordsOf({ asksForCode: false });
/** Where only the counting of attempts is judged: none is right, and none takes its time. */
let isHurried = false;

beforeAll(async () => {
	opened = await openEmptyOffice();
	const now = () => clock;
	const api = createApi({
		database: opened.database,
		sessions: cookieSessions(opened.database, { isSecure: () => false, idleSeconds: 1800, now }),
		now,
		newId: randomUUID,
		demonstration: false,
		passwords: { ...scrypt, verify: (password, hash) => (isHurried ? Promise.resolve(false) : scrypt.verify(password, hash)) },
		// Each request from elsewhere: only the account counts here.
		source: () => randomUUID(),
		log: () => undefined,
	});
	ask = async (path, { body, method = body === undefined ? "GET" : "POST", headers = {} } = {}) => {
		const response = await api(
			new Request(`http://localhost/api${path}`, {
				method,
				headers: { "idempotency-key": randomUUID(), ...(body === undefined ? {} : { "content-type": "application/json" }), cookie, ...headers },
				...(body === undefined ? {} : { body: JSON.stringify(body) }),
			}),
		);
		cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
		return { status: response.status, body: response.status === 204 ? {} : ((await response.json()) as Record<string, unknown>) };
	};
}, 120_000);
afterAll(() => opened?.close());

const later = (minutes: number) => {
	clock = new Date(clock.getTime() + minutes * 60_000);
};
const first = { id: randomUUID(), name: "Line Gagné", email: "line.gagne@exemple.ca", password: "trois petits chats gris", regionCode: "16" };
const signIn = (email = first.email, password = first.password) => ask("/sign-in", { body: { email, password } });
const whoIs = async () => ((await ask("/session")).body.person as { name: string } | null)?.name ?? null;

const addPerson = async (email: string) => {
	const id = randomUUID();
	await ask("/people", { body: { id, name: "Rose Côté", email, role: "advisor", servicePointId: null }, headers: { "idempotency-key": id } });
	return { id, ...((await ask(`/people/${id}/temporary-password`, { method: "POST" })).body as { password: string }) };
};

it("la première ouverture, demandée quatre fois en même temps, n’ouvre qu’un compte", async () => {
	const bodies = Array.from({ length: 4 }, (_, index) => ({ ...first, id: randomUUID(), email: `autre${index}@exemple.ca` }));
	const statuses = (await Promise.all(bodies.map((body) => ask("/setup", { body })))).map(({ status }) => status);
	expect(statuses.toSorted()).toEqual([201, 409, 409, 409]);
	const { items } = (await ask("/people")).body as { items: { id: string; version: number }[] };
	expect(items.length).toBe(1);
	// Whichever of the four it was, its address is the first one's from here on.
	const ifMatch = { "if-match": `"${items[0]?.version}"` };
	expect((await ask(`/people/${items[0]?.id}`, { method: "PATCH", body: { email: first.email }, headers: ifMatch })).status).toBe(200);
});

it("ni le mot de passe ni le secret d’une session ne sont dans la base, sous aucune forme qui se lise", async () => {
	await signIn();
	const { password } = await addPerson("mai@exemple.ca");
	const token = cookie.split("=")[1] ?? "";
	expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
	const { rows: tables } = await opened.query(
		"select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
	);
	for (const { name } of tables)
		for (const secret of [first.password, password, token]) {
			const { rows } = await opened.query(`select count(*)::int as n from "${name}" t where t::text like '%' || $1 || '%'`, [secret]);
			expect([name, rows[0]?.n]).toEqual([name, 0]);
		}
	const { rows } = await opened.query("select password_hash from account");
	for (const { password_hash } of rows) expect(password_hash).toMatch(/^scrypt\$32768,8,3\$[\w-]{22}\$[\w-]{43}$/);
});

it("une session se ferme après 30 minutes sans personne, pas avant ; ce que la page demande seule ne compte pas", async () => {
	await signIn();
	later(29);
	expect(await whoIs()).toBe(first.name);
	later(29);
	expect(await whoIs()).toBe(first.name);
	for (let minutes = 0; minutes < 28; minutes += 4) {
		later(4);
		await ask("/session", { headers: { "x-jalon-background": "1" } });
	}
	expect(await whoIs()).toBe(first.name);
	for (let minutes = 0; minutes < 32; minutes += 4) {
		later(4);
		await ask("/session", { headers: { "x-jalon-background": "1" } });
	}
	expect(await whoIs()).toBeNull();
});

it("une session ne dure pas plus de 12 heures, quoi qu’on y fasse", async () => {
	await signIn();
	for (let minutes = 0; minutes < 700; minutes += 20) {
		later(20);
		expect(await whoIs()).toBe(first.name);
	}
	later(20);
	await whoIs();
	later(1);
	expect(await whoIs()).toBeNull();
});

it("un mot de passe provisoire ne sert qu’à en choisir un autre ; changé ailleurs, il ferme les autres sessions", async () => {
	await signIn();
	const { password } = await addPerson("alice@exemple.ca");
	await signIn("alice@exemple.ca", password);
	expect(await ask("/employers")).toMatchObject({ status: 403, body: { code: "password-change-required" } });
	const elsewhere = cookie;
	cookie = "";
	await signIn("alice@exemple.ca", password);
	expect((await ask("/account/password", { body: { current: password, password: "le lac gelait en novembre" } })).status).toBe(204);
	expect((await ask("/employers")).status).toBe(200);
	expect((await ask("/employers", { headers: { cookie: elsewhere } })).status).toBe(401);
});

it("une personne désactivée n’entre plus", async () => {
	await signIn();
	const { id, password } = await addPerson("zoe@exemple.ca");
	const { version } = (await ask(`/people/${id}`)).body;
	const disable = { method: "PATCH", body: { isDisabled: true }, headers: { "if-match": `"${version}"` } };
	expect((await ask(`/people/${id}`, disable)).status).toBe(200);
	expect((await signIn("zoe@exemple.ca", password)).status).toBe(401);
});

it("refuser une adresse inconnue coûte le même temps que refuser un mot de passe", async () => {
	const fastest = async (email: string) => {
		const times: number[] = [];
		for (let attempt = 0; attempt < 4; attempt++) {
			const start = performance.now();
			expect((await signIn(email, "au hasard, encore")).status).toBe(401);
			times.push(performance.now() - start);
		}
		return Math.min(...times);
	};
	const [known, unknown] = [await fastest(first.email), await fastest("personne.du.tout@exemple.ca")];
	expect(unknown).toBeGreaterThan(known * 0.4);
	later(120);
});

it("un mot de passe provisoire n’attend que trois jours", async () => {
	await signIn();
	const { password } = await addPerson("rose@exemple.ca");
	later(72 * 60 - 1);
	expect((await signIn("rose@exemple.ca", password)).status).toBe(200);
	later(2);
	expect((await signIn("rose@exemple.ca", password)).status).toBe(401);
});

it("après une heure sans essai, les essais sont oubliés ; d’ici là l’attente double, jusqu’à une minute par compte", async () => {
	later(120);
	const attempt = () => signIn("rose@exemple.ca", "au hasard, encore");
	isHurried = true;
	for (let free = 1; free <= 5; free++) expect((await attempt()).status).toBe(401);
	const waits: number[] = [];
	for (let failure = 6; failure <= 14; failure++) {
		const { status, body } = await attempt();
		expect(status).toBe(429);
		waits.push(Number(body.retryAfter));
		later(Number(body.retryAfter) / 60);
		expect((await attempt()).status).toBe(401);
	}
	expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
	later(61);
	for (let free = 1; free <= 5; free++) expect((await attempt()).status).toBe(401);
	isHurried = false;
});

it.each([
	"motdepasse2026",
	"MotDePasse!!!!",
	"P@ssw0rd1234",
	"azertyuiop123",
	"qwertyuiop12",
	"123456789012",
	"aaaaaaaaaaaa",
	"abcabcabcabc",
	"bienvenue2026",
	"montreal-2026",
	"JalonJalon2026",
])("« %s » est trop courant", (password) => {
	expect(isCommonPassword(password)).toBe(true);
});

it.each(["trois petits chats gris", "le lac gelait en novembre", "correct horse battery staple", "bonjour les voisins du rang", "Zq7-mV2k-Lp9x"])(
	"« %s » passe",
	(password) => {
		expect(isCommonPassword(password)).toBe(false);
		expect(resemblesEmail(password, first.email)).toBe(false);
	},
);

it("un mot de passe fait de l’adresse se reconnaît, chiffres et signes enlevés", () => {
	for (const password of ["linegagne2026!", "Line.Gagne@1234", "L1ne-G@gne-2026"]) expect(resemblesEmail(password, first.email)).toBe(true);
});
