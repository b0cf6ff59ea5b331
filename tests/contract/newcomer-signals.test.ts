import { beforeAll, describe, expect, it } from "vitest";
import type { ImmigrationLine } from "#contract/immigration-lines.ts";
import { addMonths } from "#contract/months.ts";
import type { Reference } from "#contract/reference.ts";
import type { Referral } from "#contract/referrals.ts";

import { blankLine } from "../support/blank-bodies.ts";
import { addEmployer, as, newId, type Page, referralBody, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string; message: string }[] };
type Answered = Referral & Problem;

let advisor: Visitor;
let colleague: Visitor;
let manager: Visitor;
let agent: Visitor;
let elsewhere: Visitor;
let here: string;
let today: string;
beforeAll(async () => {
	[advisor, colleague, manager, agent] = await Promise.all([as("advisor"), as("advisor", 1), as("manager"), as("integrationAgent")]);
	const reference = (await advisor.get<Reference>("/reference")).body;
	today = reference.today;
	here = reference.people.find(({ id }) => id === agent.person?.id)?.servicePointId ?? "";
	const others = reference.people.filter(({ role, atWork }) => role === "integrationAgent" && atWork);
	const other = others.findIndex(({ servicePointId }) => servicePointId !== here);
	expect([here !== "", other > 0]).toEqual([true, true]);
	const found = await Promise.all(others.map((_, n) => as("integrationAgent", n)));
	elsewhere = found.find(({ person }) => others.find(({ id }) => id === person?.id)?.servicePointId !== here) as Visitor;
});
const idOf = (visitor: Visitor) => visitor.person?.id as string;
const codes = ({ status, body }: { status: number; body: Problem }) => [status, ...(body.errors ?? []).map(({ path, code }) => `${path} ${code}`)];

/** Somebody hired by a new employer, here for two months unless said otherwise. */
async function arrived(fields: Record<string, unknown> = {}, employerId?: string): Promise<ImmigrationLine> {
	const { status, body } = await advisor.post<ImmigrationLine>("/immigration-lines", {
		...{ id: newId(), employerId: employerId ?? (await addEmployer(advisor)).id, ...blankLine, label: "Soudeur 2 – Tunisie", path: "openPermit" },
		...{ hiredOn: addMonths(today, -2), startedOn: addMonths(today, -2), ...fields },
	});
	expect(status).toBe(201);
	return body;
}
const lineAgain = async ({ id }: ImmigrationLine) => (await advisor.get<ImmigrationLine>(`/immigration-lines/${id}`)).body;
const signal = (fields: Record<string, unknown> = {}) =>
	referralBody(today, { toServicePointId: here, volets: ["settlement", "francization"], persons: 1, consentFrom: "person", ...fields });
const counted = (fields: Record<string, unknown> = {}) =>
	signal({ countsOnly: true, persons: 4, consentObtained: false, consentFrom: null, consentOn: null, consentMethod: null, ...fields });
const send = (body: Record<string, unknown>, visitor = advisor) => visitor.post<Answered>("/referrals", body);
const act = ({ id, version }: Referral, action: string, body: unknown, visitor = agent) =>
	visitor.post<Answered>(`/referrals/${id}/${action}`, body, { ifMatch: version });
const decline = ({ id, version }: ImmigrationLine, declinedOn: string | null, visitor = advisor) =>
	visitor.post<ImmigrationLine & Problem>(`/immigration-lines/${id}/newcomer-declining`, { declinedOn }, { ifMatch: version });
const found = async (filter: string, visitor = agent, q = "") =>
	(await visitor.get<Page<Referral>>(`/referrals?limit=500&filter=${encodeURIComponent(filter)}${q ? `&q=${encodeURIComponent(q)}` : ""}`)).body.items.map(
		({ id }) => id,
	);

describe("signaler une personne, avec son consentement", () => {
	it("le point de services la reçoit ; une de ses agentes accuse réception, prévoit la rencontre et donne le résultat", async () => {
		const line = await arrived();
		const { status, body: sent } = await send(signal({ employerId: line.employerId, immigrationLineId: line.id, note: "Deux enfants d’âge scolaire." }));
		expect(status).toBe(201);
		expect(sent).toMatchObject({
			...{ toServicePointId: here, volets: ["settlement", "francization"], persons: 1, countsOnly: false, immigrationLineId: line.id },
			...{ consentFrom: "person", consentOn: today, state: "sent", followed: true },
		});
		expect(await lineAgain(line)).toMatchObject({ newcomerAnswer: "referred", newcomerOfferedOn: today });
		const { body: read } = await agent.get<Answered>(`/referrals/${sent.id}`);
		expect(read).toMatchObject({ immigrationLineId: null, can: { acknowledge: true, close: true, decline: true, update: false, withdraw: false } });
		expect(read.employerName).not.toBeNull();
		expect(JSON.stringify(read)).not.toContain(line.label);
		expect((await elsewhere.get(`/referrals/${sent.id}`)).status).toBe(404);
		const { body: received } = await act(read, "acknowledgement", { meetingOn: today });
		const { body: closed } = await act(received, "closing", { outcome: "serviceUnderWay", endedOn: today });
		expect(closed).toMatchObject({ state: "closed", endedById: idOf(agent) });
		expect(await found(`immigrationLineId==${line.id}`, advisor)).toEqual([sent.id]);
	});

	it("reprise, la ligne ne dit plus rien et le signalement n’est plus là", async () => {
		const line = await arrived();
		const key = newId();
		const body = signal({ id: key, employerId: line.employerId, immigrationLineId: line.id });
		expect((await advisor.post("/referrals", body, { key })).status).toBe(201);
		expect((await advisor.post(`/batches/${key}/undo`, undefined)).status).toBe(200);
		expect((await advisor.get(`/referrals/${key}`)).status).toBe(404);
		expect(await lineAgain(line)).toMatchObject({ newcomerAnswer: null, newcomerOfferedOn: null });
	});

	it.each([
		[{ volets: [] }, "volets required"],
		[{ volets: ["rien"] }, "volets code"],
		[{ persons: null }, "persons required"],
		[{ persons: 0 }, "persons too-small"],
		[{ persons: 2.5 }, "persons whole-number"],
		[{ persons: 2 }, "persons one-person-with-consent"],
		[{ consentFrom: "employer" }, "consentFrom consent-of-person"],
		[{ consentFrom: null }, "consentFrom required"],
		[{ consentObtained: false }, "consentObtained consent-required"],
		[{ consentOn: "2099-01-01" }, "consentOn date-in-future"],
		[{ consentOn: "2001-01-01" }, "consentOn consent-before-arrival"],
		[{ toServicePointId: newId() }, "toServicePointId unknown-reference"],
		[{ note: "UCI 1234-5678" }, "note identifier-in-note"],
		[{ note: "Voir soudeur 2 - tunisie" }, "note label-in-note"],
		[{ immigrationLineId: newId() }, "immigrationLineId unknown-reference"],
		[{ toService: "oqlf" }, "toService one-destination"],
		[{ toServicePointId: null, toService: "oqlf", immigrationLineId: null, persons: null }, "volets signal-only"],
	])("refuse, en mots, %j", async (fields, expected) => {
		const line = await arrived();
		const answer = await send(signal({ employerId: line.employerId, immigrationLineId: line.id, ...fields }));
		expect(codes(answer)).toEqual([400, expected]);
		expect(answer.body.errors?.[0]?.message).not.toMatch(/^$|n’est pas valide|^Cette valeur$/);
		expect(await lineAgain(line)).toEqual(line);
	});

	it("n’offre rien avant l’arrivée, après la fin, ni deux fois tant que la première est ouverte", async () => {
		const about = (line: ImmigrationLine) => signal({ employerId: line.employerId, immigrationLineId: line.id });
		expect(codes(await send(about(await arrived({ startedOn: null }))))).toEqual([400, "immigrationLineId not-arrived"]);
		expect(codes(await send(about(await arrived({ endedOn: today, endReason: "left" }))))).toEqual([400, "immigrationLineId line-over"]);
		const line = await arrived();
		const { body: sent } = await send(about(line));
		expect(codes(await send(about(line)))).toEqual([400, "immigrationLineId signal-open"]);
		expect(codes(await decline(await lineAgain(line), today))).toEqual([400, "declinedOn signal-open"]);
		expect((await act(sent, "withdrawal", { reason: "consentWithdrawn" }, advisor)).status).toBe(200);
		expect((await send(about(line))).status).toBe(201);
	});

	it("ne part que de qui accompagne l’employeur", async () => {
		const line = await arrived();
		expect((await send(signal({ employerId: line.employerId, immigrationLineId: line.id }), colleague)).status).toBe(403);
		expect((await send(signal({ employerId: line.employerId, immigrationLineId: line.id }), agent)).status).toBe(403);
		expect((await send(signal({ employerId: line.employerId, immigrationLineId: line.id }), manager)).status).toBe(201);
	});
});

describe("compter, sans désigner personne", () => {
	it("l’agente lit un nombre, des volets, et rien qui mène à l’employeur ni aux lignes", async () => {
		const employer = await addEmployer(advisor);
		const lines = [await arrived({}, employer.id), await arrived({ label: "Soudeur 3 – Tunisie" }, employer.id)];
		const { status, body: sent } = await send(counted({ employerId: employer.id, countedLineIds: lines.map(({ id }) => id) }));
		expect(status).toBe(201);
		expect(sent).toMatchObject({
			persons: 4,
			countsOnly: true,
			immigrationLineId: null,
			consentFrom: null,
			consentOn: null,
			consentMethod: null,
			employerId: employer.id,
		});
		for (const line of lines) expect(await lineAgain(line)).toMatchObject({ newcomerAnswer: "counted", newcomerOfferedOn: today });
		const { body: read } = await agent.get<Answered>(`/referrals/${sent.id}`);
		expect(read).toMatchObject({ persons: 4, volets: sent.volets, employerId: null, employerName: null, municipalityName: null });
		// Neither by asking for the employer, nor by its name.
		expect(await found(`employerId==${employer.id}`)).toEqual([]);
		expect(await found("countsOnly==true", agent, employer.name)).toEqual([]);
		expect(await found("countsOnly==true")).toContain(sent.id);
		expect(await found("countsOnly==true", advisor, employer.name)).toEqual([sent.id]);
		expect((await act(read, "acknowledgement", {})).body.state).toBe("acknowledged");
	});

	it.each([
		[{ persons: 0 }, "persons too-small"],
		[{ contactName: "Accueil" }, "contactName counted-names-nobody"],
		[{ toServicePointId: null, toService: "oqlf", volets: [], persons: null }, "countsOnly signal-only"],
	])("refuse, en mots, %j", async (fields, expected) => {
		expect(codes(await send(counted(fields)))).toEqual([400, expected]);
	});

	it("ne renvoie pas à une ligne, et compte au moins celles qui sont choisies", async () => {
		const line = await arrived();
		expect(codes(await send(counted({ employerId: line.employerId, immigrationLineId: line.id })))).toEqual([400, "immigrationLineId counted-without-line"]);
		const second = await arrived({}, line.employerId);
		const both = { employerId: line.employerId, countedLineIds: [line.id, second.id], persons: 1 };
		expect(codes(await send(counted(both)))).toEqual([400, "persons fewer-than-lines"]);
		expect(codes(await send(counted({ countedLineIds: [line.id] })))).toEqual([400, "countedLineIds unknown-reference"]);
	});
});

describe("qui ne le souhaite pas", () => {
	it("le jour est dit, puis se reprend", async () => {
		const line = await arrived();
		const { body: declined } = await decline(line, today);
		expect(declined).toMatchObject({ newcomerAnswer: "declined", newcomerOfferedOn: today });
		expect((await decline(declined, null)).body).toMatchObject({ newcomerAnswer: null, newcomerOfferedOn: null });
	});

	it("ni avant l’arrivée, ni demain, ni par une collègue", async () => {
		const line = await arrived();
		expect(codes(await decline(line, "2099-01-01"))).toEqual([400, "declinedOn date-in-future"]);
		expect(codes(await decline(line, "2001-01-01"))).toEqual([400, "declinedOn before-arrival"]);
		expect(codes(await decline(await arrived({ startedOn: null }), today))).toEqual([400, "declinedOn not-arrived"]);
		expect((await decline(line, today, colleague)).status).toBe(403);
		expect(await lineAgain(line)).toEqual(line);
	});
});

it("se corrige tant qu’il est ouvert, et reste un signalement", async () => {
	const { body: sent } = await send(counted());
	const change = (body: object, version = sent.version) => advisor.patch<Answered>(`/referrals/${sent.id}`, body, { ifMatch: version });
	expect(codes(await change({ toServicePointId: null, toService: "oqlf" }))).toEqual([400, "toServicePointId one-destination"]);
	expect(codes(await change({ volets: [] }))).toEqual([400, "volets required"]);
	const { body: changed } = await change({ persons: 6, volets: ["employment"] });
	expect(changed).toMatchObject({ persons: 6, volets: ["employment"], toServicePointId: here });
});

it("se lit par volet, par point de services, et ceux qui ne font que compter", async () => {
	const { body: sent } = await send(counted({ volets: ["community", "employment"] }));
	for (const filter of ["volet==community", "volet==employment", `toServicePointId==${here}`, "destination==servicePoint", "countsOnly==true"])
		expect([filter, (await found(`${filter};fromPersonId==${idOf(advisor)}`, advisor)).includes(sent.id)]).toEqual([filter, true]);
	expect((await found("volet==francization", advisor)).includes(sent.id)).toBe(false);
	const { body } = await agent.get<{ items: { field: string; values: { value: string | null }[] }[] }>(
		"/referrals/facets?fields=volet,toServicePointId,countsOnly",
	);
	expect(JSON.stringify(body)).toContain("community");
});
