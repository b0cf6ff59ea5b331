import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import type { OwnSession } from "#contract/account.ts";
import type { Role } from "#contract/endpoint.ts";
import type { ManagedPerson } from "#contract/people.ts";
import type { Reference } from "#contract/reference.ts";
import type { Session } from "#contract/session.ts";
import { employerBody } from "../support/employer-body.ts";
import { administrator, codeOf, type EmptyServer, startEmpty, stranger } from "./own-server.ts";
import { newId, type Visitor } from "./support.ts";

// A password is slow to judge, on purpose; more so on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

type Problem = { code: string; title: string; retryAfter?: number; requestId: string; errors?: { path: string; code: string }[] };
type Reply = Session & Problem;

const chosen = "le lac gelait en novembre";

describe.skipIf(inject("targetKind") === "url")("Les comptes", () => {
	let server: EmptyServer;
	let admin: Visitor;
	const folder = mkdtempSync(join(tmpdir(), "jalon-price-"));
	/** While this file exists, a password costs the server what it costs in an office. */
	const fullPrice = join(folder, "full");
	beforeAll(async () => {
		server = await startEmpty({
			JALON_SCRYPT_FULL_WHEN: fullPrice,
			NODE_OPTIONS: `--import=${new URL("../support/quick-scrypt.ts", import.meta.url)}`,
		});
	});
	afterAll(async () => {
		await server?.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	const enter = (visitor: Visitor, email: string, password: string, headers: Record<string, string> = {}) =>
		visitor.post<Reply>("/sign-in", { email, password }, { headers });
	const whoIs = async (visitor: Visitor) => (await visitor.get<Session>("/session")).body;
	const people = async () => (await admin.get<{ items: ManagedPerson[] }>("/people")).body.items;
	const readPerson = async (id: string) => (await admin.get<ManagedPerson>(`/people/${id}`)).body;
	const change = async (id: string, body: object) => admin.patch<ManagedPerson & Problem>(`/people/${id}`, body, { ifMatch: (await readPerson(id)).version });
	const issue = (id: string) => admin.post<{ password: string; validUntil: string }>(`/people/${id}/temporary-password`, undefined);

	let made = 0;
	/** A person who has chosen a password, and who is signed in. */
	async function add(role: Role = "advisor") {
		made += 1;
		const id = newId();
		const email = `personne.${made}@exemple.ca`;
		const { status } = await admin.post("/people", { id, name: `Personne ${made}`, email, role, servicePointId: null });
		expect(status).toBe(201);
		const temporary = (await issue(id)).body.password;
		const visitor = stranger(server);
		expect((await enter(visitor, email, temporary)).status).toBe(200);
		expect((await visitor.post("/account/password", { current: temporary, password: chosen })).status).toBe(204);
		return { id, email, visitor };
	}

	describe("à la première ouverture", () => {
		const ask = (fields: object) => stranger(server).post<Reply>("/setup", { id: newId(), ...administrator, code: codeOf(server), ...fields });

		it("disent que personne n’en a, et que la console du serveur montre un code", async () => {
			expect(await whoIs(stranger(server))).toMatchObject({ person: null, needsSetup: true });
			const { body } = await stranger(server).get<{ needed: boolean; codeRequired: boolean; regions: object[] }>("/setup");
			expect([body.needed, body.codeRequired, body.regions.length]).toEqual([true, true, 17]);
			expect(codeOf(server)).toMatch(/^[A-Z0-9]{4}(-[A-Z0-9]{4}){3}$/);
		});

		it.each([
			["sans le code", { code: undefined }, 403, "setup-code"],
			["avec un autre code", { code: "AAAA-AAAA-AAAA-AAAA" }, 403, "setup-code"],
			["avec un mot de passe de 11 caractères", { password: "chat gris 1" }, 400, "password-short"],
			["avec un mot de passe parmi les plus courants", { password: "MotDePasse2026!" }, 400, "password-common"],
			["avec une suite de touches", { password: "123456789012" }, 400, "password-common"],
			["avec son adresse pour mot de passe", { password: "line.gagne-2026" }, 400, "password-email"],
			["pour une région qui n’existe pas", { regionCode: "99" }, 400, "code"],
		])("ne s’ouvrent pas %s", async (_, fields, status, code) => {
			const answer = await ask(fields);
			expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([status, code]);
			expect((await whoIs(stranger(server))).needsSetup).toBe(true);
		});

		it("s’ouvrent une seule fois, même demandées cinq fois en même temps", async () => {
			const visitors = Array.from({ length: 5 }, () => stranger(server));
			const answers = await Promise.all(
				visitors.map((visitor, index) =>
					visitor.post<Reply>("/setup", { id: newId(), ...administrator, email: `line.gagne.${index}@exemple.ca`, code: codeOf(server).toLowerCase() }),
				),
			);
			expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
			admin = visitors[answers.findIndex(({ status }) => status === 201)] as Visitor;
			const { person } = await whoIs(admin);
			expect(person).toMatchObject({ name: administrator.name, role: "administrator", regionCode: "16" });
			expect((await change(person?.id ?? "", { email: administrator.email })).body.email).toBe(administrator.email);
			expect((await whoIs(stranger(server))).needsSetup).toBeUndefined();
			const again = await ask({ email: "autre@exemple.ca" });
			expect([again.status, again.body.code]).toEqual([409, "already-set-up"]);
		});
	});

	describe("pour entrer", () => {
		it("je tape mon adresse comme je veux, et j’entre même avec un témoin périmé ou falsifié", async () => {
			for (const cookie of ["", "jalon_session=; jalon_session=abc", `jalon_session=${"A".repeat(43)}`, "a=%%%; jalon_session=\u00E9"]) {
				const visitor = stranger(server);
				const { status, body } = await enter(visitor, "  Line.GAGNE@Exemple.CA ", administrator.password, cookie ? { cookie: encodeURI(cookie) } : {});
				expect([status, body.person?.name]).toEqual([200, administrator.name]);
				expect((await whoIs(visitor)).person?.name).toBe(administrator.name);
			}
		});

		it("une adresse inconnue et un mauvais mot de passe reçoivent les mêmes mots, dans le même temps", async () => {
			const { email } = await add();
			const timed = async (address: string) => {
				const times: number[] = [];
				const answers: unknown[] = [];
				for (let attempt = 0; attempt < 4; attempt++) {
					const start = performance.now();
					const { status, body } = await enter(stranger(server), address, "un autre mot de passe");
					times.push(performance.now() - start);
					answers.push({ ...body, requestId: "", status });
				}
				return { fastest: Math.min(...times), answers };
			};
			writeFileSync(fullPrice, "");
			const known = await timed(email);
			const unknown = await timed("personne.du.tout@exemple.ca").finally(() => rmSync(fullPrice));
			expect(unknown.answers).toEqual(known.answers);
			expect(known.answers[0]).toMatchObject({ status: 401, code: "sign-in-refused" });
			expect(unknown.fastest).toBeGreaterThan(known.fastest * 0.4);
			expect(unknown.fastest).toBeLessThan(known.fastest * 2.5);
		});

		it.each(["une personne qui a un compte", "une adresse inconnue"])("les essais d’affilée ralentissent, sans jamais fermer : %s", async (which) => {
			const email = which === "une adresse inconnue" ? "inconnue@exemple.ca" : (await add()).email;
			const answers = await Promise.all(Array.from({ length: 12 }, () => enter(stranger(server), email, "au hasard, encore")));
			const tried = answers.filter(({ status }) => status === 401).length;
			const refused = answers.filter(({ status }) => status === 429);
			expect(tried + refused.length).toBe(12);
			expect(tried).toBeLessThanOrEqual(7);
			const { body, headers } = refused.at(-1) as (typeof answers)[number];
			expect(body.code).toBe("too-many-attempts");
			expect(body.retryAfter).toBeGreaterThan(0);
			expect(body.retryAfter).toBeLessThanOrEqual(60);
			expect(headers.get("retry-after")).toBe(String(body.retryAfter));
			if (which === "une adresse inconnue") return;
			const right = () => enter(stranger(server), email, chosen);
			for (const end = Date.now() + 15_000; Date.now() < end && (await right()).status !== 200; ) await new Promise((resolve) => setTimeout(resolve, 300));
			expect((await right()).status).toBe(200);
		});

		it("les essais d’un même endroit sur bien des adresses ralentissent aussi", async () => {
			const visitor = stranger(server);
			const answers = await Promise.all(Array.from({ length: 26 }, (_, index) => enter(visitor, `balayage.${index}@exemple.ca`, "au hasard, encore")));
			expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
			// The proxy's entry counts, not what the asker wrote before it.
			const forged = await enter(visitor, "balayage.99@exemple.ca", "au hasard", { "x-forwarded-for": `192.0.2.7, 198.51.100.250` });
			expect(forged.status).toBe(401);
		}, 40_000);
	});

	describe("des personnes de la région", () => {
		it("s’ajoutent avec un mot de passe provisoire, montré une fois, qui ne sert qu’à en choisir un autre", async () => {
			const id = newId();
			const body = { id, name: "Mai Nguyen", email: "Mai.Nguyen@exemple.ca", role: "advisor", servicePointId: null };
			const created = await admin.post<ManagedPerson>("/people", body);
			expect(created.body).toMatchObject({ name: "Mai Nguyen", initials: "MN", email: "mai.nguyen@exemple.ca", account: "none", can: { issuePassword: true } });
			const { body: issued } = await issue(id);
			expect(JSON.stringify(await readPerson(id))).not.toContain(issued.password);
			const visitor = stranger(server);
			const entered = await enter(visitor, "mai.nguyen@exemple.ca", issued.password);
			expect(entered.body.mustChangePassword).toBe(true);
			const refused = await visitor.get<Problem>("/employers");
			expect([refused.status, refused.body.code]).toEqual([403, "password-change-required"]);
			const wrong = await visitor.post<Problem>("/account/password", { current: "pas celui-là", password: chosen });
			expect([wrong.status, wrong.body.errors?.[0]?.path]).toEqual([400, "current"]);
			expect((await visitor.post("/account/password", { current: issued.password, password: chosen })).status).toBe(204);
			expect((await visitor.get("/employers")).status).toBe(200);
			expect((await readPerson(id)).account).toBe("active");
			expect((await enter(stranger(server), "mai.nguyen@exemple.ca", issued.password)).status).toBe(401);
		});

		it("n’ont pas deux fois la même adresse", async () => {
			const { email } = await add();
			const { status, body } = await admin.post<Problem>("/people", { id: newId(), name: "Double", email, role: "advisor", servicePointId: null });
			expect([status, body.code, body.errors?.[0]?.path]).toEqual([409, "email-taken", "email"]);
		});

		it("changent de rôle dès leur prochaine demande", async () => {
			const { id, visitor } = await add("advisor");
			expect((await change(id, { role: "auditor" })).body.role).toBe("auditor");
			expect((await visitor.get("/employers")).status).toBe(403);
		});

		it("désactivées, sont dehors aussitôt, et n’entrent plus, dans les mêmes mots ; réactivées, elles entrent", async () => {
			const { id, email, visitor } = await add();
			expect((await visitor.get("/employers")).status).toBe(200);
			const { file } = (await visitor.post<{ file: string }>("/account/calendar", { withFollowUps: false })).body;
			const calendar = async () => (await stranger(server).get(`/calendar/${file}`)).status;
			expect(await calendar()).toBe(200);
			expect((await change(id, { isDisabled: true })).body.account).toBe("disabled");
			expect((await visitor.get("/employers")).status).toBe(401);
			expect(await calendar()).toBe(404);
			const refused = await enter(stranger(server), email, chosen);
			expect([refused.status, refused.body.code]).toEqual([401, "sign-in-refused"]);
			expect((await issue(id)).status).toBe(409);
			expect((await change(id, { isDisabled: false })).body.account).toBe("active");
			expect((await visitor.get("/employers")).status).toBe(401);
			expect((await enter(stranger(server), email, chosen)).status).toBe(200);
		});

		it("désactivées, ne reçoivent plus rien à faire, et gardent ce qu’elles avaient jusqu’à ce qu’on le confie", async () => {
			const gone = await add();
			const { visitor } = await add();
			const kept = employerBody({ advisorId: gone.id });
			expect((await visitor.post("/employers", kept)).status).toBe(201);
			await change(gone.id, { isDisabled: true });
			const { people: named } = (await visitor.get<Reference>("/reference")).body;
			expect(named.find(({ id }) => id === gone.id)).toMatchObject({ name: expect.any(String), atWork: false });
			const steps = { kind: "call", title: "Rappeler", ownerId: gone.id, dueOn: "2026-12-01" };
			const employer = employerBody();
			expect((await visitor.post("/employers", employer)).status).toBe(201);
			const visit = { status: "draft", employerIds: [employer.id], mode: "onSite", occurredOn: "2026-01-12" };
			const self = (await whoIs(visitor)).person?.id ?? "";
			const given: [string, object, string][] = [
				["/employers", employerBody({ advisorId: gone.id }), "advisorId"],
				["/support-cases", { id: newId(), employerId: employer.id, advisorId: gone.id, openedOn: "2026-01-12" }, "advisorId"],
				["/follow-ups", { id: newId(), employerId: employer.id, ...steps }, "ownerId"],
				["/visits", { id: newId(), ...visit, adviserIds: [self, gone.id] }, "adviserIds.1"],
				["/visits", { id: newId(), ...visit, adviserIds: [self], report: { nextSteps: [{ id: newId(), ...steps }] } }, "report.nextSteps.0.ownerId"],
			];
			for (const [path, body, field] of given) {
				const { status, body: problem } = await visitor.post<Problem>(path, body);
				expect([path, status, problem.errors]).toEqual([
					path,
					400,
					[{ path: field, code: "not-at-work", message: "Cette personne n’est plus en poste\u00A0: choisissez quelqu’un d’autre." }],
				]);
			}
			// What was theirs stays so while something else of it is changed.
			const manager = (await add("manager")).visitor;
			const { body: stored } = await manager.get<{ version: number }>(`/employers/${kept.id}`);
			const saved = await manager.patch<{ advisorId: string }>(`/employers/${kept.id}`, { advisorId: gone.id, activity: "Bois" }, { ifMatch: stored.version });
			expect([saved.status, saved.body.advisorId]).toEqual([200, gone.id]);
		});

		it("un mot de passe redonné ferme les sessions de la personne et remplace le sien", async () => {
			const { id, email, visitor } = await add();
			await issue(id);
			expect((await visitor.get("/employers")).status).toBe(401);
			expect((await enter(stranger(server), email, chosen)).status).toBe(401);
		});

		it("se gèrent par l’administration seulement : les autres rôles sont refusés, et rien ne change", async () => {
			const before = await people();
			for (const role of ["advisor", "manager", "auditor"] as const) {
				const { id, visitor } = await add(role);
				const target = before[0]?.id ?? "";
				const answers = [
					await visitor.get("/people"),
					await visitor.get(`/people/${id}`),
					await visitor.post("/people", { id: newId(), name: "X", email: "x@exemple.ca", role: "administrator", servicePointId: null }),
					await visitor.patch(`/people/${id}`, { role: "administrator" }, { ifMatch: 1 }),
					await visitor.post(`/people/${target}/temporary-password`, undefined),
				];
				expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
				expect((await readPerson(id)).role).toBe(role);
			}
			expect((await people()).filter(({ id }) => before.some((person) => person.id === id))).toEqual(before);
		});

		it("une administratrice ne change ni son rôle ni son propre accès, et ne lit aucun employeur", async () => {
			const self = (await whoIs(admin)).person?.id ?? "";
			expect((await readPerson(self)).can).toEqual({ update: true, changeRole: false, disable: false, issuePassword: false });
			for (const body of [{ role: "advisor" }, { isDisabled: true }]) expect((await change(self, body)).status).toBe(403);
			expect((await issue(self)).status).toBe(403);
			expect((await admin.get("/employers")).status).toBe(403);
			expect(await readPerson(self)).toMatchObject({ role: "administrator", account: "active" });
		});
	});

	describe("et leurs sessions", () => {
		it("se voient et se ferment d’ailleurs", async () => {
			const { email, visitor } = await add();
			const phone = stranger(server, {
				"user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1",
			});
			await enter(phone, email, chosen);
			const { items } = (await visitor.get<{ items: OwnSession[] }>("/account/sessions")).body;
			expect(items.map(({ device, isCurrent }) => [device, isCurrent]).sort((a, b) => Number(a[1]) - Number(b[1]))).toEqual([
				["Safari · iPhone", false],
				[null, true],
			]);
			expect((await visitor.delete("/account/sessions")).status).toBe(204);
			expect([(await phone.get("/employers")).status, (await visitor.get("/employers")).status]).toEqual([401, 200]);
		});

		it("finissent toutes quand le mot de passe change, sauf celle qui l’a changé", async () => {
			const { email, visitor } = await add();
			const phone = stranger(server);
			await enter(phone, email, chosen);
			const stolen = visitor.cookie;
			expect((await visitor.post("/account/password", { current: chosen, password: "une autre phrase de passe" })).status).toBe(204);
			expect((await visitor.get("/employers")).status).toBe(200);
			expect((await phone.get("/employers")).status).toBe(401);
			expect((await stranger(server).get("/employers", { headers: { cookie: stolen } })).status).toBe(401);
			expect((await enter(stranger(server), email, chosen)).status).toBe(401);
		});
	});

	it("Le journal des accès dit qui est entré et ce qu’on a fait aux comptes, à l’administration et à la vérification seulement", async () => {
		type Event = { id: string; personId: string; kind: string; actorId: string; at: string };
		const gone = await add();
		await change(gone.id, { isDisabled: true });
		const verifier = await add("auditor");
		const self = (await whoIs(admin)).person?.id;
		const ask = async (visitor: Visitor, query: string) =>
			(await visitor.get<{ items: Event[]; total: number; next: string | null }>(`/account-events?${query}`)).body;
		const ofPerson = await ask(verifier.visitor, `filter=${encodeURIComponent(`personId==${gone.id}`)}`);
		expect(ofPerson.items.map(({ kind, actorId }) => [kind, actorId === self ? "administration" : "elle-même"])).toEqual([
			["disabled", "administration"],
			["passwordChanged", "elle-même"],
			["signedIn", "elle-même"],
			["passwordIssued", "administration"],
			["opened", "administration"],
		]);
		expect([ofPerson.total, ofPerson.next]).toEqual([5, null]);
		const kinds = await ask(admin, `filter=${encodeURIComponent(`personId==${gone.id};kind=in=(signedIn,opened);on=ge=2020-01-01`)}&sort=seq`);
		expect(kinds.items.map(({ kind }) => kind)).toEqual(["opened", "signedIn"]);
		const first = await ask(admin, "limit=3");
		const second = await ask(admin, `limit=3&after=${first.next}`);
		expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(6);
		expect(first.total).toBeGreaterThan(6);
		expect((await ask(admin, "q=personne%20introuvable")).total).toBe(0);
		expect((await ask(admin, "q=gagne")).items.every(({ personId }) => personId === self)).toBe(true);
		const { kind } = (await admin.get<Record<string, { value: string; count: number }[]>>("/account-events/facets?fields=kind,personId")).body;
		expect(kind?.find(({ value }) => value === "disabled")?.count).toBeGreaterThan(0);
		expect((await (await add("manager")).visitor.get("/account-events")).status).toBe(403);
	});

	it("Deux administratrices qui se désactivent l’une l’autre en même temps : il en reste une", async () => {
		const other = await add("administrator");
		const self = (await whoIs(admin)).person?.id ?? "";
		const [mine, theirs] = [(await readPerson(other.id)).version, (await readPerson(self)).version];
		const answers = await Promise.all([
			admin.patch(`/people/${other.id}`, { isDisabled: true }, { ifMatch: mine }),
			other.visitor.patch(`/people/${self}`, { isDisabled: true }, { ifMatch: theirs }),
		]);
		expect(answers.filter(({ status }) => status === 200).length).toBe(1);
		const entries = await Promise.all([enter(stranger(server), administrator.email, administrator.password), enter(stranger(server), other.email, chosen)]);
		expect(entries.filter(({ status }) => status === 200).length).toBe(1);
	});
});
