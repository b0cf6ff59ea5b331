import { beforeAll, describe, expect, it } from "vitest";
import type { Visit } from "#contract/visits.ts";
import { addEmployer, as, newId, type Page, Visitor } from "./support.ts";

type Problem = { code: string };

let advisor: Visitor;
let colleague: Visitor;
let today: string;
const day = (offset: number) => new Date(Date.parse(`${today}T12:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
const me = (visitor = advisor) => visitor.person?.id as string;

beforeAll(async () => {
	[advisor, colleague] = await Promise.all([as("advisor"), as("advisor", 1)]);
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});

const visitBody = (employerId: string, fields: object = {}) => ({
	id: newId(),
	status: "planned",
	employerIds: [employerId],
	adviserIds: [me()],
	mode: "onSite",
	occurredOn: day(7),
	...fields,
});

/** A calendar as whoever follows it reads it: lines unfolded, one record per event. */
const eventsIn = (text: string) =>
	text
		.replace(/\r\n[ \t]/g, "")
		.split("BEGIN:VEVENT\r\n")
		.slice(1)
		.map((event) =>
			Object.fromEntries(
				event
					.split("\r\nEND:", 1)[0]
					?.split("\r\n")
					.filter((line) => line.includes(":"))
					.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]) ?? [],
			),
		);
const open = async (visitor: Visitor, withFollowUps: boolean) => (await visitor.post<{ file: string }>("/account/calendar", { withFollowUps })).body.file;
/** Without a session, as Outlook does. */
const read = async (file: string) => {
	const { body, headers } = await new Visitor().get<string>(`/calendar/${file}`);
	expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
	return { text: body, events: eventsIn(body) };
};

describe("le calendrier d’une personne", () => {
	it("montre ses visites et, si elle le veut, ses suivis : l’employeur et son lieu, rien de ce qui est écrit ; ni celles des autres", async () => {
		const employer = await addEmployer(advisor, { name: `Fromagerie « L’Été; nord, inc. » ${newId().slice(0, 8)}` });
		const secret = "Plan de relève confidentiel";
		const timed = visitBody(employer.id, { headline: secret, summary: secret, durationMinutes: 90, report: { startsAt: "13:30", place: secret } });
		const whole = visitBody(employer.id, { occurredOn: day(8), headline: secret });
		const far = visitBody(employer.id, { occurredOn: day(400) });
		const other = visitBody(employer.id, { adviserIds: [me(colleague)] });
		const made = await Promise.all([timed, whole, far].map((body) => advisor.post<Visit>("/visits", body)));
		expect([...made, await colleague.post("/visits", other)].map(({ status }) => status)).toEqual([201, 201, 201, 201]);
		const followUp = { id: newId(), employerId: employer.id, kind: "call", title: secret, ownerId: me(), dueOn: day(9) };
		expect((await advisor.post("/follow-ups", followUp)).status).toBe(201);

		const file = await open(advisor, true);
		const { text, events } = await read(file);
		const of = (id: string) => events.find(({ UID }) => UID === `${id}@jalon`);
		const name = employer.name.replace(/[;,]/g, "\\$&");
		expect(of(timed.id)).toMatchObject({ SUMMARY: name, LOCATION: "Saint-Hyacinthe", STATUS: "CONFIRMED", SEQUENCE: "0" });
		const compact = (on: string) => on.replaceAll("-", "");
		expect(of(timed.id)).toMatchObject({
			"DTSTART;TZID=America/Toronto": `${compact(day(7))}T133000`,
			"DTEND;TZID=America/Toronto": `${compact(day(7))}T150000`,
		});
		expect(of(timed.id)?.URL).toMatch(new RegExp(`^http://[^/]+/visites/${timed.id}$`));
		expect(of(whole.id)).toMatchObject({ "DTSTART;VALUE=DATE": compact(day(8)), "DTEND;VALUE=DATE": compact(day(9)), TRANSP: "TRANSPARENT" });
		expect(of(followUp.id)).toMatchObject({ SUMMARY: `Suivi – ${name}`, "DTSTART;VALUE=DATE": compact(day(9)) });
		expect([of(far.id), of(other.id)]).toEqual([undefined, undefined]);
		expect(text).not.toContain("relève");
		expect(text).toContain("BEGIN:VTIMEZONE\r\nTZID:America/Toronto");
		// Folded by the library, by characters: an accent counts for one.
		for (const line of text.split("\r\n")) expect([...line].length).toBeLessThanOrEqual(75);

		// The same event, moved, then cancelled; the follow-ups taken out; the file of one visit is the same event.
		await advisor.patch(`/visits/${timed.id}`, { occurredOn: day(10) }, { ifMatch: 1 });
		await advisor.post(`/visits/${whole.id}/cancellation`, { reason: "Fermé" }, { ifMatch: 1 });
		await advisor.patch("/account/calendar", { withFollowUps: false });
		const after = (await read(file)).events;
		const now = (id: string) => after.find(({ UID }) => UID === `${id}@jalon`);
		expect(now(timed.id)).toMatchObject({ "DTSTART;TZID=America/Toronto": `${compact(day(10))}T133000`, SEQUENCE: "1" });
		expect(now(whole.id)).toMatchObject({ STATUS: "CANCELLED", SUMMARY: `Visite annulée – ${name}` });
		expect(now(followUp.id)).toBeUndefined();
		const one = await colleague.get<string>(`/visits/${timed.id}/calendar`);
		expect(one.headers.get("content-disposition")).toContain(`visite-${day(10)}.ics`);
		expect(eventsIn(one.body)).toEqual([now(timed.id)]);
	});

	it("d’une personne qui ne lit pas le terrain est vide, et celui d’une gestionnaire ne montre pas les visites de son équipe", async () => {
		const manager = await as("manager");
		expect((await read(await open(manager, true))).text).not.toContain("Fromagerie «");
		expect((await read(await open(await as("auditor"), true))).events).toEqual([]);
	});
});

describe("une invitation", () => {
	const key = () => `${newId()}${newId()}`.replaceAll("-", "").slice(0, 40);
	const ofInvitation = async (invitationKey: string, visitor = advisor) =>
		(await visitor.get<Page<Visit>>(`/visits?filter=${encodeURIComponent(`invitationKey==${invitationKey}`)}`)).body.items;

	it("déposée deux fois en même temps ne donne qu’une visite ; annulée, elle peut revenir ; une collègue a la sienne", async () => {
		const employer = await addEmployer(advisor);
		const invitationKey = key();
		const body = (fields = {}) => visitBody(employer.id, { invitationKey, ...fields });
		const answers = await Promise.all([advisor.post<Problem & Visit>("/visits", body()), advisor.post<Problem & Visit>("/visits", body())]);
		expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
		expect(answers.find(({ status }) => status === 409)?.body.code).toBe("invitation-taken");
		const [kept, ...others] = await ofInvitation(invitationKey);
		expect([kept?.invitationKey, others]).toEqual([invitationKey, []]);

		expect((await colleague.post("/visits", body({ adviserIds: [me(colleague)] }))).status).toBe(201);
		expect((await ofInvitation(invitationKey)).length).toBe(2);
		await advisor.post(`/visits/${kept?.id}/cancellation`, { reason: "Remise" }, { ifMatch: 1 });
		expect((await advisor.post("/visits", body())).status).toBe(201);
		for (const wrong of ["A".repeat(40), "a".repeat(39), "courriel@exemple.ca"])
			expect((await advisor.post("/visits", { ...body(), invitationKey: wrong })).status).toBe(400);
	});
});
