import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { administrator, type EmptyServer, openHouse, startEmpty, stranger } from "./own-server.ts";
import { newId, type Visitor } from "./support.ts";

// A password is slow to judge, on purpose; more so on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

type Problem = { code: string; requestId: string };
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

describe.skipIf(inject("targetKind") === "url")("La sécurité, vue du dehors", () => {
	let server: EmptyServer;
	let admin: Visitor;
	beforeAll(async () => {
		server = await startEmpty({ REQUEST_SECONDS: "2" });
		admin = await openHouse(server);
	});
	afterAll(() => server?.stop());

	/** As a browser would not write it: any host, any path, any header. */
	const rawly = (path: string, headers: Record<string, string> = {}, origin = server.url) =>
		new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: string }>((resolve, reject) => {
			const { hostname, port } = new URL(origin);
			const request = httpRequest({ hostname, port, path, headers, agent: false }, (response) => {
				let body = "";
				response.on("data", (chunk) => {
					body += chunk;
				});
				response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
			});
			request.on("error", reject);
			request.end();
		});

	describe("chaque réponse", () => {
		const everywhere = [
			"/",
			"/employeurs",
			"/nulle.part",
			"/api/session",
			"/api/people",
			"/api/nulle-part",
			"/api/openapi.json",
			"/api/documentation",
			"/api/ready",
		];

		it.each(everywhere)("dit au navigateur de ne rien charger d’ailleurs, de ne pas l’encadrer, de ne rien deviner : %s", async (path) => {
			const { headers } = await rawly(path);
			const policy = String(headers["content-security-policy"]);
			expect(policy).toContain("default-src 'self'");
			expect(policy).toContain("frame-ancestors 'none'");
			expect(policy).toContain("object-src 'none'");
			expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
			expect(policy.split(";").find((part) => /script|default/.test(part))).not.toContain("unsafe-inline");
			expect(headers).toMatchObject({
				"x-content-type-options": "nosniff",
				"referrer-policy": "no-referrer",
				"cross-origin-opener-policy": "same-origin",
				"cross-origin-resource-policy": "same-origin",
			});
			expect(headers["permissions-policy"]).toContain("geolocation=(self)");
			expect(headers["x-powered-by"] ?? headers.server).toBeUndefined();
		});

		it.each(everywhere)("porte un numéro à elle : %s", async (path) => {
			const numbers = [await rawly(path), await rawly(path)].map(({ headers }) => String(headers["x-request-id"]));
			for (const number of numbers) expect(number).toMatch(uuid);
			expect(new Set(numbers).size).toBe(2);
		});

		it.each(everywhere.filter((path) => path.startsWith("/api/")))("de l’API demande de ne pas être gardée : %s", async (path) => {
			expect((await rawly(path)).headers["cache-control"]).toBe("no-store");
		});

		it("n’est permise à aucun autre site (aucun en-tête CORS)", async () => {
			const { headers } = await rawly("/api/session", { origin: "https://ailleurs.example" });
			expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
		});
	});

	describe("le témoin de session", () => {
		const enter = (headers: Record<string, string>) =>
			stranger(server, headers).post("/sign-in", { email: administrator.email, password: administrator.password });

		it("sur cet ordinateur, ne se lit pas dans la page et ne part vers aucun autre site", async () => {
			const cookie = (await enter({})).headers.get("set-cookie") ?? "";
			expect(cookie).toMatch(/^jalon_session=[A-Za-z0-9_-]{43}; /);
			expect(cookie.split("; ").slice(1).sort()).toEqual(["HttpOnly", "Max-Age=43200", "Path=/", "SameSite=Strict"]);
		});

		it("en https, ne voyage que par https et n’appartient qu’à cette adresse", async () => {
			const { headers } = await enter({ "x-forwarded-proto": "https" });
			const cookie = headers.get("set-cookie") ?? "";
			expect(cookie).toMatch(/^__Host-jalon_session=/);
			expect(cookie.split("; ").slice(1).sort()).toEqual(["HttpOnly", "Max-Age=43200", "Path=/", "SameSite=Strict", "Secure"]);
			expect(headers.get("strict-transport-security")).toMatch(/max-age=31536000/);
			const [pair = ""] = cookie.split(";");
			const plain = stranger(server, { cookie: pair.replace("__Host-", "") });
			expect((await plain.get("/people")).status).toBe(200);
			// The name that any neighbour may set does not open a session seen in https.
			expect((await stranger(server, { cookie: pair.replace("__Host-", ""), "x-forwarded-proto": "https" }).get("/people")).status).toBe(401);
		});
	});

	describe("l’adresse secrète d’un calendrier", () => {
		const open = async () => (await admin.post<{ file: string }>("/account/calendar", { withFollowUps: true })).body.file;

		it("n’est gardée nulle part, ni dans le journal du serveur ; elle ne se dit pas à d’autres sites ; changée ou révoquée, elle est morte aussitôt", async () => {
			const first = await open();
			const read = (file: string, headers = {}) => rawly(`/api/calendar/${file}`, headers);
			const answer = await read(first);
			expect(answer.status).toBe(200);
			expect(answer.headers).toMatchObject({ "referrer-policy": "no-referrer", "cache-control": "private, no-cache" });
			expect((await read(first, { "if-none-match": String(answer.headers.etag) })).status).toBe(304);
			const second = await open();
			expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
			const { status, body } = await admin.get<{ feed: { lastReadAt: string } }>("/account/calendar");
			expect([status, JSON.stringify(body).includes(second.slice(0, 20))]).toEqual([200, false]);
			expect(body.feed.lastReadAt).toMatch(/T\d\d:00:00/);
			await admin.delete("/account/calendar");
			expect((await read(second)).status).toBe(404);
			// Refused by the router, by the contract, by the record: none writes where it was.
			for (const path of [`${first}x`, `${first}/encore`, first.replace(".ics", "")]) expect((await read(path)).status).toBeGreaterThanOrEqual(400);
			for (const file of [first, second]) expect(server.output()).not.toContain(file.slice(0, 20));
			expect(server.output()).toContain("not-found");
			const kinds = (await admin.get<{ items: { kind: string }[] }>("/account-events?limit=3")).body.items.map(({ kind }) => kind);
			expect(kinds).toEqual(["calendarRevoked", "calendarOpened", "calendarOpened"]);
		});

		it("ne se devine pas : qui en essaie vingt doit attendre, et une bonne adresse passe pendant ce temps", async () => {
			const guesser = stranger(server);
			const file = await open();
			const statuses = [];
			for (let n = 10; n < 40; n += 1) statuses.push((await guesser.get(`/calendar/${"A".repeat(41)}${n}.ics`)).status);
			expect([statuses[0], statuses.at(-1)]).toEqual([404, 429]);
			expect((await guesser.get(`/calendar/${file}`)).status).toBe(200);
			// Nor does it shut the door of the office: signing in is counted apart.
			expect((await guesser.post("/sign-in", { email: administrator.email, password: "autre chose" })).status).toBe(401);
		});
	});

	describe("une écriture", () => {
		const attempt = (headers: Record<string, string>) =>
			admin.post<Problem>(
				"/people",
				{ id: newId(), name: "Venue d’ailleurs", email: `x${newId()}@exemple.ca`, role: "advisor", servicePointId: null },
				{ headers },
			);

		it.each([
			["d’un autre site", { origin: "https://ailleurs.example" }],
			["d’un voisin du même domaine", { "sec-fetch-site": "same-site" }],
			["d’un autre site, dit autrement", { "sec-fetch-site": "cross-site" }],
			["d’une page sans origine", { origin: "null" }],
			["de la même adresse, par un autre port", { origin: "http://127.0.0.1:1" }],
		])("%s est refusée, avec mon témoin et sans rien changer", async (_, headers) => {
			const before = (await admin.get("/people")).body;
			const { status, body } = await attempt(headers as unknown as Record<string, string>);
			expect([status, body.code]).toEqual([403, "cross-site"]);
			expect((await admin.get("/people")).body).toEqual(before);
		});

		it("de nos écrans passe", async () => {
			expect((await attempt({ origin: server.url, "sec-fetch-site": "same-origin" })).status).toBe(201);
		});

		it("d’un formulaire d’autrefois n’a pas le bon type de contenu", async () => {
			for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a", ""])
				expect((await admin.post<Problem>("/people", {}, { headers: { "content-type": type } })).status).toBe(415);
		});
	});

	it.skipIf(inject("targetKind") !== "embedded")("Un nom étranger qui mène à cet ordinateur n’ouvre rien", async () => {
		for (const host of ["ailleurs.example", "127.0.0.1.ailleurs.example"]) {
			const { status, body } = await rawly("/api/session/people", { host }, inject("target"));
			expect([status, (JSON.parse(body) as Problem).code]).toEqual([403, "cross-site"]);
		}
		expect((await rawly("/api/session/people", { host: "localhost" }, inject("target"))).status).toBe(200);
	});

	describe("les limites", () => {
		it("une adresse trop longue est refusée en mots ; des en-têtes démesurés, d’un numéro", async () => {
			const { status, body } = await admin.get<Problem>(`/employers?q=${"x".repeat(9_000)}`);
			expect([status, body.code]).toEqual([414, "address-too-long"]);
			const huge = await rawly("/api/session", { "x-long": "x".repeat(20_000) });
			expect([huge.status, uuid.test(String(huge.headers["x-request-id"]))]).toEqual([431, true]);
		});

		it.each([
			["ses en-têtes", "POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\n", "X-Lent: a\r\n"],
			["son contenu", "POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{", " "],
		])("qui envoie %s goutte à goutte est lâché", async (_, start, drop) => {
			const { hostname, port } = new URL(server.url);
			const began = Date.now();
			const answer = await new Promise<string>((resolve) => {
				const socket = connect(Number(port), hostname);
				let received = "";
				const drip = setInterval(() => socket.write(drop), 200);
				socket.on("data", (chunk) => {
					received += chunk;
				});
				socket.on("error", () => undefined);
				socket.on("close", () => {
					clearInterval(drip);
					resolve(received);
				});
				socket.write(start);
			});
			expect(Date.now() - began).toBeLessThan(15_000);
			expect(answer).toMatch(/^(HTTP\/1\.1 408 .*x-request-id: [0-9a-f-]{36}.*)?$/s);
		});
	});

	it.each([
		"/.env",
		"/.git/config",
		"/.vite/manifest.json",
		"/%2evite/manifest.json",
		"/..%2fpackage.json",
		"/../package.json",
		"/assets/..%2f..%2fpackage.json",
		"/package.json",
		"/src/main.tsx",
		"/src/server/main.ts",
		"/assets/index.js.map",
		"/%00",
		"/%E0%A4%A",
		"/.data/pg/PG_VERSION",
	])("Rien de ce qui n’est pas à montrer n’est servi : %s", async (path) => {
		const { status, body } = await rawly(path);
		expect([400, 404]).toContain(status);
		expect(body).not.toMatch(/import |sourcesContent|"dependencies"|\[core\]/);
	});

	it("Le journal du serveur retrouve chaque refus par son numéro, et ne contient rien de ce qui a été tapé", async () => {
		const typed = ["Toussaint-Rivard", "toussaint.rivard@exemple.ca", "1149876543", "mot-de-passe-tapé-au-mauvais-endroit", "recherche secrète"];
		const [name = "", email = "", neq = "", password = "", search = ""] = typed;
		const visitor = stranger(server);
		const answers = [
			await visitor.post<Problem>("/sign-in", { email, password }),
			await visitor.post<Problem>("/sign-in", { email: password, password: email }),
			await visitor.post<Problem>("/sign-in", undefined, { rawBody: `{"email": "${email}", "password": ${password}` }),
			await admin.post<Problem>("/people", { id: newId(), name, email, role: name, servicePointId: neq }),
			await admin.post<Problem>("/people", { id: name, [email]: password }),
			await admin.patch<Problem>(`/people/${encodeURIComponent(name)}`, { name: `${name}\u0000` }, { ifMatch: 1 }),
			await admin.get<Problem>(`/people/${newId()}?nom=${encodeURIComponent(name)}`),
			await admin.get<Problem>(`/employers?q=${encodeURIComponent(search)}&filter=${encodeURIComponent(`neq==${neq}`)}`),
			await admin.get<Problem>(`/${encodeURIComponent(name)}/${encodeURIComponent(email)}`),
			await visitor.post<Problem>("/setup", { id: newId(), name, email, password: "123456789012", regionCode: neq, code: name }),
			await admin.post<Problem>("/people", { name }, { headers: { origin: `https://${encodeURIComponent(name)}.example` } }),
		];
		expect(answers.map(({ status }) => status).filter((status) => status < 400 || status > 499)).toEqual([]);
		await new Promise((resolve) => setTimeout(resolve, 200));
		const log = server.output();
		for (const { body, headers } of answers) {
			expect(headers.get("x-request-id")).toBe(body.requestId);
			expect(log).toContain(body.requestId);
		}
		for (const word of [...typed, ...typed.map(encodeURIComponent), administrator.email, administrator.name, administrator.password])
			expect(log.toLowerCase()).not.toContain(word.toLowerCase());
	});
});
