import { randomUUID } from "node:crypto";
import type { PGlite } from "@electric-sql/pglite";
import fc from "fast-check";
import { Kysely, PGliteDialect } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servingRole } from "#api/caller.ts";
import { addressOf, digestAddress } from "#api/digests/addresses.ts";
import { DigestWork } from "#api/digests/digest-work.ts";
import { alertsOf, type Fact, isItsHour, isToTell, pauseAfter, type Told } from "#api/rules/digests.ts";
import type { Tables } from "#api/sql/tables.ts";
import { alertKinds, usualDigest } from "#contract/digests.ts";
import { paths } from "#lib/paths.ts";
import { openPrepared } from "../../mocks/node.ts";
import { smtpMail } from "../../src/server/mail.ts";
import { type Letter, openPostOffice, type PostOffice } from "../support/post-office.ts";

const names = fc.constantFrom("visit:1", "visit:2", "referral:1", "referral:2", "case:1", "followUp:1", "followUp:2");
const facts = fc.array(
	fc.record<Fact>({
		kind: fc.constantFrom(...alertKinds),
		fact: names,
		state: fc.constantFrom("a", "b"),
		isLate: fc.boolean(),
		covers: fc.subarray(["referral:1", "referral:2", "case:1"], { maxLength: 2 }),
	}),
	{ maxLength: 12 },
);

describe("une alerte par fait", () => {
	it("aucun fait n’est dit deux fois, ni sous une forme plus pressante et une autre, et aucun n’est tu", () => {
		fc.assert(
			fc.property(facts, (given) => {
				const alerts = alertsOf(given);
				expect(new Set(alerts.map(({ fact }) => fact)).size).toBe(alerts.length);
				const rank = ({ kind }: Fact) => alertKinds.indexOf(kind);
				for (const one of alerts) for (const other of alerts) if (rank(other) < rank(one)) expect(other.covers).not.toContain(one.fact);
				for (const { fact } of given) expect(alerts.some((one) => one.fact === fact || one.covers.includes(fact))).toBe(true);
				expect(alerts.map(rank)).toEqual(alerts.map(rank).sort((a, b) => a - b));
			}),
		);
	});

	const late: Fact = { kind: "followUp", fact: "followUp:1", state: "2026-11-20", isLate: true, covers: [] };
	const told = (fields: Partial<Told>) =>
		new Map([["followUp:1", { fact: "followUp:1", toldAs: "2026-11-20", toldOn: "2026-11-20", seenAs: null, ...fields }]]);
	it.each<[string, Partial<Fact>, Partial<Told> | null, string, boolean]>([
		["jamais dit", {}, null, "2026-11-24", true],
		["dit la veille", {}, { toldOn: "2026-11-26" }, "2026-11-27", false],
		["dit vendredi, encore en retard lundi", {}, { toldOn: "2026-11-20" }, "2026-11-23", true],
		["dit lundi, le lendemain", {}, { toldOn: "2026-11-23" }, "2026-11-24", false],
		["dit la semaine d’avant, un lundi férié : le mardi", {}, { toldOn: "2026-10-07" }, "2026-10-13", true],
		["dit vendredi, et qui n’est pas en retard", { isLate: false }, { toldOn: "2026-11-20" }, "2026-11-23", false],
		["reporté, puis dû de nouveau", { state: "2026-11-24" }, { toldOn: "2026-11-23" }, "2026-11-24", true],
	])("%s", (_title, fact, before, today, expected) => {
		expect(isToTell({ ...late, ...fact }, before ? told(before) : new Map(), today)).toBe(expected);
	});

	it.each<[string, string, number, Partial<typeof usualDigest>, boolean]>([
		["mardi à 6 h", "2026-11-24", 6, {}, false],
		["mardi à 7 h", "2026-11-24", 7, {}, true],
		["mardi à 23 h, si le serveur s’éveille tard", "2026-11-24", 23, {}, true],
		["samedi", "2026-11-28", 9, {}, false],
		["samedi, pour qui le veut", "2026-11-28", 9, { workingDaysOnly: false }, true],
		["le jour de l’Action de grâce", "2026-10-12", 9, {}, false],
		["pour qui n’en veut pas", "2026-11-24", 9, { byMail: false }, false],
	])("l’heure d’envoi : %s", (_title, day, hour, preference, expected) => {
		expect(isItsHour({ ...usualDigest, ...preference }, day, hour)).toBe(expected);
	});

	it("on attend de plus en plus avant d’essayer encore, une heure au plus", () => {
		expect([1, 2, 3, 4, 5, 6, 40].map(pauseAfter)).toEqual([2, 4, 8, 16, 32, 60, 60]);
	});

	it("les liens du courriel sont les adresses des écrans", () => {
		const recordId = randomUUID();
		const to = Object.fromEntries(alertKinds.map((kind) => [kind, addressOf({ kind, recordId })]));
		expect(to).toEqual({
			visit: paths.visit(recordId),
			report: paths.visit(recordId),
			signal: paths.signals({ signal: recordId }),
			followUp: paths.followUps({ suivi: recordId }),
			referralReceived: paths.referrals({ aiguillage: recordId }),
			referralSent: paths.referrals({ aiguillage: recordId }),
			sleepingCase: paths.supportCases({ dossier: recordId }),
		});
		expect(digestAddress).toBe(paths.digest());
	});
});

describe("le courriel du jour, reçu par un vrai serveur SMTP", () => {
	let pglite: PGlite;
	let post: PostOffice;
	let now = new Date();
	let works: DigestWork[];
	let readers: { id: string; email: string }[];
	/** The owner's hand: the role of the house is laid down for one statement. */
	const owner = async (sql: string, parameters: unknown[] = []) => {
		await pglite.exec("reset role; select set_config('app.bulk', 'on', false)");
		const { rows } = await pglite.query<Record<string, unknown>>(sql, parameters);
		await pglite.exec(`set role ${servingRole}`);
		return rows;
	};
	/** Two processes look at once; answers what arrived, a reader's letter each. */
	async function lookAt(instant: string): Promise<Letter[]> {
		now = new Date(instant);
		const before = post.letters.length;
		await Promise.all(works.map((work) => work.look()));
		return post.letters.slice(before);
	}
	const linksOf = ({ mail }: Letter) => [...(mail.text ?? "").matchAll(/https:\/\/jalon\.exemple\.ca\/(?!resume)\S+/g)].map(([link]) => link);

	beforeAll(async () => {
		pglite = await openPrepared();
		await pglite.exec(`set role ${servingRole}`);
		post = await openPostOffice();
		const people = await owner("select id from person where role = 'advisor' and region_code = '16' and valid_to is null order by id limit 3");
		readers = people.map(({ id }, index) => ({ id: String(id), email: `lectrice${index}@exemple.ca` }));
		for (const { id, email } of readers) {
			await owner("update person set email = $2 where id = $1", [id, email]);
			await owner("insert into account (person_id, changed_at) values ($1, now())", [id]);
		}
		const [, , silent] = readers;
		await owner("insert into digest_preference values ($1, false, 7, true, 'fr', 1)", [silent?.id]);
		await owner("update follow_up set title = title || ', à ne pas écrire'");
		const database = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
		const mail = smtpMail({ url: post.url, from: "Jalon <jalon@exemple.ca>" });
		const ports = { database, now: () => now, newId: randomUUID, mail, origin: () => "https://jalon.exemple.ca", log: () => undefined };
		works = [new DigestWork(ports), new DigestWork(ports)];
	}, 60_000);
	afterAll(async () => {
		await post?.close();
		await pglite?.close();
	});

	it("part à l’heure dite, une fois par personne quand deux serveurs regardent, et ne dit que ce qui peut s’écrire", async () => {
		expect(await lookAt("2026-11-24T11:59:00Z")).toEqual([]);
		const letters = await lookAt("2026-11-24T12:00:00Z");
		expect(letters.map(({ to }) => to).sort()).toEqual([["lectrice0@exemple.ca"], ["lectrice1@exemple.ca"]]);
		for (const letter of letters) {
			const { mail, from } = letter;
			expect(from).toBe("jalon@exemple.ca");
			expect(mail.subject).toMatch(/^Jalon\u00A0: \d+\u00A0nouvelles? alertes?, mardi 24\u00A0novembre 2026$/);
			expect(mail.headers.find(({ key }) => key === "list-unsubscribe")?.value).toBe("<https://jalon.exemple.ca/resume#reception>");
			expect(mail.text).toContain("Suivis à faire");
			expect(mail.html).toContain('<html lang="fr-CA">');
			const reader = readers.find(({ email }) => letter.to.includes(email));
			const due = await owner(
				"select coalesce(e.name, q.name) as name, f.title from follow_up f left join employer e on e.id = f.employer_id left join partner q on q.id = f.partner_id where f.owner_id = $1 and f.done_on is null and f.due_on <= '2026-11-24' order by f.promised desc, f.due_on, f.id limit 20",
				[reader?.id],
			);
			expect(due.length).toBeGreaterThan(0);
			for (const { name } of due) expect(mail.text).toContain(name);
			for (const text of [mail.text, mail.html]) expect(text).not.toContain("à ne pas écrire");
			expect(new Set(linksOf(letter)).size).toBe(linksOf(letter).length);
		}
		expect(await lookAt("2026-11-24T22:00:00Z")).toEqual([]);
	}, 60_000);

	it("le lendemain ne redit rien ; le lundi redit ce qui est encore en retard", async () => {
		const tuesday = new Map(post.letters.map((letter) => [letter.to[0], linksOf(letter)]));
		for (const letter of await lookAt("2026-11-25T12:30:00Z")) {
			const links = linksOf(letter);
			expect(links.filter((link) => tuesday.get(letter.to[0])?.includes(link))).toEqual([]);
		}
		expect(await lookAt("2026-11-28T12:30:00Z")).toEqual([]);
		const monday = await lookAt("2026-11-30T12:30:00Z");
		expect(monday.length).toBe(2);
		for (const letter of monday) expect(linksOf(letter).some((link) => tuesday.get(letter.to[0])?.includes(link))).toBe(true);
	}, 60_000);

	it("refusé par le serveur de courriel, il repart après une pause ; laissé par un serveur tombé, dix minutes après, sous le même nom", async () => {
		const [first] = readers;
		await owner("delete from told_alert");
		await owner("update digest_preference set by_mail = false");
		await owner("insert into digest_preference values ($1, false, 7, true, 'fr', 1) on conflict do nothing", [readers[1]?.id]);
		post.refuse("data", 451);
		expect(await lookAt("2026-12-01T13:00:00Z")).toEqual([]);
		const state = async () => (await owner("select state, fault, attempts from digest where person_id = $1 and day = '2026-12-01'", [first?.id]))[0];
		expect(await state()).toEqual({ state: "failed", fault: "later", attempts: 1 });
		expect(await lookAt("2026-12-01T13:01:00Z")).toEqual([]);
		const [sent] = await lookAt("2026-12-01T13:02:01Z");
		expect(sent?.to).toEqual([first?.email]);
		expect(await state()).toMatchObject({ state: "sent", fault: null });
		// The process fell between the mail server's yes and its note.
		await owner("delete from told_alert");
		await owner("update digest set state = 'claimed', claimed_at = '2026-12-01T13:02:01Z' where person_id = $1 and day = '2026-12-01'", [first?.id]);
		expect(await lookAt("2026-12-01T13:11:00Z")).toEqual([]);
		const [again] = await lookAt("2026-12-01T13:12:02Z");
		expect(again?.mail.messageId).toBe(sent?.mail.messageId);
		// An address that nobody has is not tried again that day.
		post.refuse("rcpt", 550);
		expect(await lookAt("2026-12-02T13:00:00Z")).toEqual([]);
		expect(await owner("select fault, retry_at from digest where person_id = $1 and day = '2026-12-02'", [first?.id])).toEqual([
			{ fault: "recipient", retry_at: null },
		]);
		await post.close();
		expect(await lookAt("2026-12-03T13:00:00Z")).toEqual([]);
		expect(await owner("select fault from digest where person_id = $1 and day = '2026-12-03'", [first?.id])).toEqual([{ fault: "unreachable" }]);
	}, 60_000);
});
