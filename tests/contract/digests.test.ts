import { beforeAll, describe, expect, inject, it } from "vitest";
import type { Digest, DigestPreference } from "#contract/digests.ts";
import type { FollowUp } from "#contract/follow-ups.ts";
import type { Referral } from "#contract/referrals.ts";
import { openPostOffice } from "../support/post-office.ts";
import { createDatabase, dropDatabase } from "../support/postgres.ts";
import { startServer } from "../support/server.ts";
import { administrator, codeOf } from "./own-server.ts";
import { addEmployer, as, newId, type Page, referralBody, Visitor } from "./support.ts";

type Problem = { code: string; current?: DigestPreference };

const read = async (visitor: Visitor) => (await visitor.get<Digest>("/digest")).body;
const unseen = async (visitor: Visitor) => (await visitor.get<{ unseen: number }>("/digest/count")).body.unseen;
const follow = (visitor: Visitor, employerId: string, dueOn: string, fields: Record<string, unknown> = {}) =>
	visitor.post<FollowUp>("/follow-ups", { id: newId(), employerId, kind: "call", title: "Rappeler", ownerId: visitor.person?.id, dueOn, ...fields });

describe("le résumé du jour", () => {
	let advisor: Visitor;
	let colleague: Visitor;
	let today: string;
	beforeAll(async () => {
		[advisor, colleague] = [await as("advisor", 3), await as("advisor", 4)];
		today = (await advisor.get<{ today: string }>("/reference")).body.today;
	});

	it("dit chaque fait une fois, sous sa forme la plus pressante, et autant de nouvelles que la navigation en annonce", async () => {
		const employer = await addEmployer(advisor, { name: "Coopérative d’essai du résumé" });
		const [due, shared, later] = await Promise.all([
			follow(advisor, employer.id, today, { promised: true }),
			follow(advisor, employer.id, today, { coOwnerIds: [colleague.person?.id] }),
			follow(advisor, employer.id, "2099-01-15"),
		]);
		const referral = referralBody(today, { employerId: employer.id, toPersonId: colleague.person?.id, reason: "recruitment" });
		expect((await advisor.post<Referral>("/referrals", referral)).status).toBe(201);
		const [recalling] = (await advisor.get<Page<FollowUp>>(`/follow-ups?filter=employerId==${employer.id};kind==referralOutcome`)).body.items;
		await advisor.patch(`/follow-ups/${recalling?.id}`, { dueOn: today }, { ifMatch: recalling?.version as number });

		const mine = await read(advisor);
		const kinds = Object.fromEntries(mine.alerts.filter(({ employerId }) => employerId === employer.id).map(({ fact, kind }) => [fact, kind]));
		expect(kinds).toEqual({ [`followUp:${due.body.id}`]: "followUp", [`followUp:${shared.body.id}`]: "followUp", [`followUp:${recalling?.id}`]: "followUp" });
		expect(mine.alerts.some(({ fact }) => fact === `followUp:${later.body.id}`)).toBe(false);
		expect(new Set(mine.alerts.map(({ fact }) => fact)).size).toBe(mine.alerts.length);
		expect(mine.alerts.filter(({ isNew }) => isNew).length).toBe(mine.unseen);
		expect(await unseen(advisor)).toBe(mine.unseen);
		const theirs = (await read(colleague)).alerts.filter(({ employerId }) => employerId === employer.id);
		expect(theirs.map(({ kind, fact }) => [kind, fact]).sort()).toEqual([
			["followUp", `followUp:${shared.body.id}`],
			["referralReceived", `referral:${referral.id}`],
		]);
		// Once it is acknowledged, it is in hand.
		await colleague.post(`/referrals/${referral.id}/acknowledgement`, {}, { ifMatch: 1 });
		expect((await read(colleague)).alerts.some(({ fact }) => fact === `referral:${referral.id}`)).toBe(false);
	});

	it("ce qui a été vu n’est plus nouveau, pour cette personne seulement, jusqu’à ce que cela change", async () => {
		const employer = await addEmployer(advisor);
		const { body: followUp } = await follow(advisor, employer.id, today, { coOwnerIds: [colleague.person?.id] });
		const fact = `followUp:${followUp.id}`;
		const alertOf = async (visitor: Visitor) => (await read(visitor)).alerts.find((alert) => alert.fact === fact);
		const before = await unseen(advisor);
		expect(
			(
				await advisor.post("/digest/seen", {
					alerts: [
						{ fact, state: today },
						{ fact: `followUp:${newId()}`, state: today },
					],
				})
			).status,
		).toBe(204);
		expect(await unseen(advisor)).toBe(before - 1);
		expect(await alertOf(advisor)).toMatchObject({ isNew: false });
		expect(await alertOf(colleague)).toMatchObject({ isNew: true });
		const { body: earlier } = await advisor.patch<FollowUp>(`/follow-ups/${followUp.id}`, { dueOn: "2026-01-05" }, { ifMatch: followUp.version });
		expect(await alertOf(advisor)).toMatchObject({ isNew: true, isLate: true });
		await advisor.patch(`/follow-ups/${followUp.id}`, { doneOn: today }, { ifMatch: earlier.version });
		expect(await alertOf(advisor)).toBeUndefined();
	});

	it("chacun choisit son courriel ; un choix fait ailleurs entre-temps n’est pas écrasé", async () => {
		const { preference } = await read(colleague);
		expect(preference).toEqual({ byMail: true, hour: 7, workingDaysOnly: true, language: "fr", version: 0 });
		const change = (body: object, ifMatch: number) => colleague.patch<DigestPreference & Problem>("/digest/preference", body, { ifMatch });
		expect((await change({ hour: 9, language: "en" }, 0)).body).toEqual({ ...preference, hour: 9, language: "en", version: 1 });
		const stale = await change({ byMail: false }, 0);
		expect([stale.status, stale.body.code, stale.body.current?.hour]).toEqual([412, "version-mismatch", 9]);
		expect((await change({ hour: 24 }, 1)).status).toBe(400);
		expect((await read(colleague)).preference).toMatchObject({ byMail: true, hour: 9 });
		expect((await read(advisor)).preference.hour).toBe(7);
	});

	it("l’aide à l’intégration n’y lit que ses aiguillages ; l’administration, que la marche du courriel", async () => {
		const agent = await as("integrationAgent");
		expect((await read(agent)).alerts.filter(({ kind }) => !kind.startsWith("referral"))).toEqual([]);
		const admin = await as("administrator");
		expect((await admin.get("/digest")).status).toBe(403);
		const { status, body } = await admin.get("/mail-state");
		expect([status, Object.keys(body).sort()]).toEqual([200, ["fault", "isSetUp", "lastSentAt", "nothing", "sent", "waiting"]]);
		expect((await advisor.get("/mail-state")).status).toBe(403);
	});
});

describe.skipIf(inject("targetKind") !== "postgres")("deux serveurs et un vrai serveur de courriel", () => {
	it("chaque personne reçoit un courriel, un seul, même quand les deux regardent en même temps", async () => {
		const [post, databaseUrl] = await Promise.all([openPostOffice(), createDatabase()]);
		const env = {
			NODE_OPTIONS: `--import=${new URL("../support/quick-scrypt.ts", import.meta.url)}`,
			JALON_SCRYPT_FULL_WHEN: "/nonexistent",
			TRUST_PROXY: "1",
			SMTP_URL: post.url,
			MAIL_FROM: "Jalon <jalon@exemple.ca>",
			PUBLIC_ORIGIN: "https://jalon.exemple.ca",
		};
		const start = () => startServer({ demo: false, databaseUrl, env });
		const [first, second] = await Promise.all([start(), start()]);
		try {
			expect(first.output()).toContain("E-mail leaves as Jalon <jalon@exemple.ca>.");
			// Behind the proxy of PUBLIC_ORIGIN, which says who asks.
			const at = ({ url }: { url: string }, place: number) =>
				new Visitor({
					api: `${url}/api`,
					headers: { "x-forwarded-for": `203.0.113.${place}`, "x-forwarded-host": "jalon.exemple.ca", "x-forwarded-proto": "https" },
				});
			const admin = at(first, 1);
			await admin.post("/setup", { id: newId(), ...administrator, code: codeOf(first) });
			const today = (await admin.get<{ today: string }>("/reference")).body.today;
			const enter = async (server: { url: string }, place: number, name: string) => {
				const [id, email, visitor] = [newId(), `personne${place}@exemple.ca`, at(server, place)];
				expect((await admin.post("/people", { id, name, email, role: "advisor", servicePointId: null })).status).toBe(201);
				const { body } = await admin.post<{ password: string }>(`/people/${id}/temporary-password`, undefined);
				expect((await visitor.post("/sign-in", { email, password: body.password })).status).toBe(200);
				await visitor.post("/account/password", { current: body.password, password: "quatre grands chiens noirs" });
				visitor.person = { id, name, role: "advisor" };
				const employer = await addEmployer(visitor, { name: `Chocolaterie Été & Fils ${place}` });
				expect((await follow(visitor, employer.id, today, { title: "Dire à Zoé que c’est prêt" })).status).toBe(201);
				return visitor;
			};
			const visitors = await Promise.all([enter(first, 2, "Ève Côté"), enter(second, 3, "Noël Hébert")]);
			// Nothing leaves at night or on a holiday, unless one says so: now, for both, on two servers at once.
			const saved = await Promise.all(visitors.map((visitor) => visitor.patch("/digest/preference", { hour: 0, workingDaysOnly: false }, { ifMatch: 0 })));
			expect(saved.map(({ status }) => status)).toEqual([200, 200]);
			await expect.poll(() => post.letters.map(({ to }) => to[0]).sort(), { timeout: 20_000 }).toEqual(["personne2@exemple.ca", "personne3@exemple.ca"]);
			// Asked again of both: nobody is written to twice.
			await Promise.all(visitors.map((visitor) => visitor.patch("/digest/preference", { language: "en" }, { ifMatch: 1 })));
			await expect
				.poll(async () => (await admin.get("/mail-state")).body, { timeout: 20_000 })
				.toMatchObject({ isSetUp: true, sent: 2, waiting: 0, fault: null });
			expect(post.letters.length).toBe(2);
			const letter = post.letters.find(({ to }) => to[0] === "personne2@exemple.ca");
			expect(letter?.mail.subject).toMatch(/^Jalon\u00A0: 1\u00A0nouvelle alerte, /);
			expect(letter?.mail.text).toContain("Chocolaterie Été & Fils 2");
			expect(letter?.mail.html).toContain("Chocolaterie Été &amp; Fils 2");
			expect(letter?.mail.text).not.toMatch(/Zoé|Chocolaterie Été & Fils 3/);
			expect(letter?.mail.text).toContain("https://jalon.exemple.ca/suivis?suivi=");
			expect((await read(visitors[0] as Visitor)).mail).toMatchObject({ isSetUp: true, address: "personne2@exemple.ca", state: "sent" });
			for (const { output } of [first, second]) expect(output()).not.toMatch(/personne[23]@|Chocolaterie/);
		} finally {
			await Promise.all([first.stop(), second.stop(), post.close()]);
			await dropDatabase(databaseUrl);
		}
	}, 120_000);
});
