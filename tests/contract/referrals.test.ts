import { beforeAll, describe, expect, it } from "vitest";
import { addSpan } from "#contract/business-days.ts";
import type { FollowUp } from "#contract/follow-ups.ts";
import type { Reference } from "#contract/reference.ts";
import type { Referral } from "#contract/referrals.ts";
import type { Visit } from "#contract/visits.ts";
import { type Answer, addEmployer, as, newId, type Page, referralBody, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string; message: string }[]; current?: Referral };
type Answered = Referral & Problem;

let advisor: Visitor;
let colleague: Visitor;
let agent: Visitor;
let otherAgent: Visitor;
let today: string;
beforeAll(async () => {
	[advisor, colleague, agent, otherAgent] = await Promise.all([as("advisor"), as("advisor", 1), as("integrationAgent"), as("integrationAgent", 1)]);
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});
const back = (count: number) => addSpan(today, { count: -count, unit: "businessDay" });

const body = (fields: Record<string, unknown> = {}) => referralBody(today, fields);
const send = (fields: Record<string, unknown>, visitor = advisor) => visitor.post<Answered>("/referrals", body(fields));
const act = (referral: Referral, action: string, sent: unknown, visitor = advisor) =>
	visitor.post<Answered>(`/referrals/${referral.id}/${action}`, sent, { ifMatch: referral.version });
const read = async (id: string, visitor = advisor) => (await visitor.get<Answered>(`/referrals/${id}`)).body;
const codes = (answer: Answer<Answered>) => answer.body.errors?.map(({ path, code }) => `${path} ${code}`);
const total = async (filter: string, visitor = advisor) => (await visitor.get<Page>(`/referrals?limit=1&filter=${encodeURIComponent(filter)}`)).body.total;
const followUpsOf = async (employerId: string) => (await advisor.get<Page<FollowUp>>(`/follow-ups?filter=employerId==${employerId}`)).body.items;
const idOf = (visitor: Visitor) => visitor.person?.id as string;

/** A referral written in the report of a visit of some time ago. */
async function sentLongAgo(days: number, fields: Record<string, unknown> = {}): Promise<Referral> {
	const employer = await addEmployer(advisor);
	const line = { id: newId(), toPersonId: idOf(colleague), reason: "recruitment", consentObtained: true, consentMethod: "spoken", ...fields };
	const { status } = await advisor.post("/visits", {
		id: newId(),
		status: "draft",
		mode: "onSite",
		occurredOn: back(days),
		headline: "Rencontre",
		employerIds: [employer.id],
		adviserIds: [idOf(advisor)],
		report: { referrals: [line] },
	});
	expect(status).toBe(201);
	return read(line.id);
}

describe("aiguiller", () => {
	it("garde de qui, vers qui, pourquoi et avec quel consentement ; la réponse est attendue dans 15 jours ouvrables", async () => {
		const employer = await addEmployer(advisor);
		const { status, body: sent } = await send({ employerId: employer.id, toPersonId: idOf(agent), note: "Deux familles arrivent en mars." });
		expect(status).toBe(201);
		expect(sent).toMatchObject({
			employerName: employer.name,
			fromPersonId: idOf(advisor),
			toPersonId: idOf(agent),
			state: "sent",
			sentOn: today,
			replyExpectedOn: addSpan(today, { count: 15, unit: "businessDay" }),
			consentFrom: "employer",
			consentMethod: "spoken",
			unanswered: false,
			escalated: false,
			followed: true,
			can: { update: true, acknowledge: false, close: true, decline: false, withdraw: true },
		});
	});

	it.each([
		[{ consentObtained: false, toService: "oqlf" }, "consentObtained consent-required"],
		[{}, "toService required"],
		[{ toService: "oqlf", toPersonId: newId() }, "toService one-destination"],
		[{ toService: "parti" }, "toService code"],
		[{ toPartnerId: newId() }, "toPartnerId unknown-reference"],
		[{ toService: "oqlf", reason: "rien" }, "reason code"],
		[{ toService: "oqlf", consentOn: "2099-01-01" }, "consentOn date-in-future"],
		[{ toService: "oqlf", employerId: newId() }, "employerId unknown-reference"],
	])("refuse, en mots, %j", async (fields, expected) => {
		const answer = await send(fields);
		expect([answer.status, codes(answer)]).toEqual([400, [expected]]);
		expect(answer.body.errors?.[0]?.message).not.toBe("");
	});

	it("ne s’adresse ni à soi-même, ni à qui ne reçoit pas d’aiguillages", async () => {
		expect(codes(await send({ toPersonId: idOf(advisor) }))).toEqual(["toPersonId to-oneself"]);
		const auditor = await as("auditor");
		expect(codes(await send({ toPersonId: idOf(auditor) }))).toEqual(["toPersonId not-a-referral-receiver"]);
	});

	it("crée un seul suivi de son retour, qui se ferme avec lui et se rouvre si l’on se reprend", async () => {
		const employer = await addEmployer(advisor);
		const { body: sent } = await send({ employerId: employer.id, toService: "francisationQuebec", reason: "francization" });
		const [followUp, ...others] = await followUpsOf(employer.id);
		expect(others).toEqual([]);
		expect(followUp).toMatchObject({ kind: "referralOutcome", ruleCode: "referralOutcome", ownerId: idOf(advisor), dueOn: sent.replyExpectedOn, doneOn: null });
		expect(followUp?.title).toBe("Retour de la référence\u00A0: Francisation Québec");
		const key = newId();
		const closed = await advisor.post<Answered>(`/referrals/${sent.id}/closing`, { outcome: "serviceGiven", endedOn: today }, { ifMatch: sent.version, key });
		expect(closed.body).toMatchObject({ state: "closed", outcome: "serviceGiven", endedById: idOf(advisor), can: { close: false } });
		expect((await followUpsOf(employer.id))[0]).toMatchObject({ doneOn: today, outcome: "Service rendu" });
		expect((await advisor.post(`/batches/${key}/undo`, undefined)).status).toBe(200);
		expect(await read(sent.id)).toMatchObject({ state: "sent", endedOn: null, outcome: null });
		expect((await followUpsOf(employer.id))[0]).toMatchObject({ doneOn: null, outcome: null, dueOn: sent.replyExpectedOn });
	});

	it("ne part qu’une fois, même envoyé deux fois", async () => {
		const employer = await addEmployer(advisor);
		const sent = body({ employerId: employer.id, toService: "oqlf" });
		await Promise.all([advisor.post("/referrals", sent), advisor.post("/referrals", sent)]);
		expect(await total(`employerId==${employer.id}`)).toBe(1);
		expect((await followUpsOf(employer.id)).length).toBe(1);
	});
});

describe("recevoir et répondre", () => {
	it("accuse réception, dit le jour de la rencontre, puis rend le résultat", async () => {
		const { body: sent } = await send({ toPersonId: idOf(agent), consentFrom: "person" });
		const meetingOn = addSpan(today, { count: 3, unit: "businessDay" });
		const { body: received } = await act(await read(sent.id, agent), "acknowledgement", { meetingOn }, agent);
		expect(received).toMatchObject({ state: "acknowledged", acknowledgedOn: today, meetingOn });
		const { body: closed } = await act(received, "closing", { outcome: "serviceUnderWay", endedOn: today, endNote: "Plan d’action remis" }, agent);
		expect(closed).toMatchObject({ state: "closed", endedById: idOf(agent), endNote: "Plan d’action remis" });
		const again = await act(closed, "closing", { outcome: "serviceGiven", endedOn: today }, agent);
		expect([again.status, again.body.code]).toEqual([422, "referral-ended"]);
	});

	it("ne se ferme qu’avec un résultat ou une visite consignée", async () => {
		const { body: sent } = await send({ toPersonId: idOf(colleague) });
		const empty = await act(sent, "closing", { endedOn: today });
		expect([empty.status, codes(empty)]).toEqual([400, ["outcome outcome-or-visit"]]);
		expect(codes(await act(sent, "closing", { outcomeVisitId: newId(), endedOn: today }))).toEqual(["outcomeVisitId unknown-reference"]);
		expect(codes(await act(sent, "closing", { outcome: "serviceGiven", endedOn: back(4) }))).toEqual(["endedOn before-sending"]);
		const { body: list } = await advisor.get<Page<Visit>>("/visits?limit=1&filter=status==completed");
		const { body: closed } = await act(sent, "closing", { outcomeVisitId: list.items[0]?.id, endedOn: today }, colleague);
		expect(closed).toMatchObject({ state: "closed", outcome: null, outcomeVisitId: list.items[0]?.id });
	});

	it("décliné avec une raison, il revient à qui l’a envoyé : son suivi est à faire aujourd’hui", async () => {
		const employer = await addEmployer(advisor);
		const { body: sent } = await send({ employerId: employer.id, toPersonId: idOf(agent) });
		expect((await act(sent, "declining", { reason: "noCapacity" })).status).toBe(403);
		const { body: declined } = await act(sent, "declining", { reason: "noCapacity" }, agent);
		expect(declined).toMatchObject({ state: "declined", endReason: "noCapacity" });
		expect((await followUpsOf(employer.id))[0]).toMatchObject({ doneOn: null, dueOn: today });
	});

	it("se retire quand le consentement est retiré, et son suivi n’est plus à faire", async () => {
		const employer = await addEmployer(advisor);
		const { body: sent } = await send({ employerId: employer.id, toPersonId: idOf(agent) });
		expect((await act(sent, "withdrawal", { reason: "consentWithdrawn" }, agent)).status).toBe(403);
		expect((await act(sent, "withdrawal", { reason: "consentWithdrawn" })).body.state).toBe("withdrawn");
		expect((await followUpsOf(employer.id))[0]).toMatchObject({ doneOn: today, cancelReason: "notNeeded" });
	});

	it("envoyé à quelqu’un d’autre, il attend d’être reçu de nouveau", async () => {
		const { body: sent } = await send({ toPersonId: idOf(agent) });
		const { body: received } = await act(sent, "acknowledgement", {}, agent);
		const { body: moved } = await advisor.patch<Answered>(`/referrals/${sent.id}`, { toPersonId: idOf(otherAgent) }, { ifMatch: received.version });
		expect(moved).toMatchObject({ toPersonId: idOf(otherAgent), state: "sent", acknowledgedOn: null });
		expect((await agent.get(`/referrals/${sent.id}`)).status).toBe(404);
	});

	it("dit ce qui a changé entretemps plutôt que de l’écraser", async () => {
		const { body: sent } = await send({ toPersonId: idOf(agent) });
		await act(sent, "acknowledgement", {}, agent);
		const late = await act(sent, "withdrawal", { reason: "mistake" });
		expect([late.status, late.body.current?.state]).toEqual([412, "acknowledged"]);
	});

	it("l’agente d’aide à l’intégration se reprend : son accusé de réception s’annule", async () => {
		const { body: sent } = await send({ toPersonId: idOf(agent) });
		const key = newId();
		await agent.post(`/referrals/${sent.id}/acknowledgement`, {}, { ifMatch: sent.version, key });
		expect((await agent.post(`/batches/${key}/undo`, undefined)).status).toBe(200);
		expect(await read(sent.id)).toMatchObject({ state: "sent", acknowledgedOn: null });
	});
});

describe("qui lit quoi", () => {
	it("une agente lit ce qui lui est adressé, avec le nom de l’employeur, et rien d’autre", async () => {
		const employer = await addEmployer(advisor);
		const { body: sent } = await send({ employerId: employer.id, toPersonId: idOf(agent) });
		expect(await read(sent.id, agent)).toMatchObject({ employerName: employer.name, can: { acknowledge: true, update: false } });
		expect((await otherAgent.get(`/referrals/${sent.id}`)).status).toBe(404);
		expect((await agent.get(`/employers/${employer.id}`)).status).toBe(403);
		const { items } = (await agent.get<Page<Referral>>("/referrals?limit=500")).body;
		const { people } = (await agent.get<Reference>("/reference")).body;
		const point = people.find(({ id }) => id === idOf(agent))?.servicePointId;
		const isTheirs = ({ fromPersonId, toPersonId, toServicePointId }: Referral) =>
			[fromPersonId, toPersonId].includes(idOf(agent)) || (toServicePointId !== null && toServicePointId === point);
		expect(items.every(isTheirs)).toBe(true);
		expect((await send({ employerId: employer.id, toService: "oqlf" }, agent)).status).toBe(403);
		expect((await send({ toService: "servicesQuebec", consentFrom: "person" }, agent)).status).toBe(201);
	});
});

describe("sans réponse", () => {
	it.each([
		[15, false, false],
		[16, true, false],
		[30, true, false],
		[31, true, true],
	])("envoyé il y a %i jours ouvrables : sans réponse %s, porté à la gestion %s", async (days, unanswered, escalated) => {
		const sent = await sentLongAgo(days);
		expect([sent.sentOn, sent.unanswered, sent.escalated]).toEqual([back(days), unanswered, escalated]);
		const filter = `employerId==${sent.employerId}`;
		expect([await total(`${filter};unanswered==true`), await total(`${filter};escalated==true`)]).toEqual([Number(unanswered), Number(escalated)]);
		// On both sides.
		expect(await total(`${filter};unanswered==true;sideId==${idOf(colleague)}`, colleague)).toBe(Number(unanswered));
		expect(await total(`${filter};unanswered==true;sideId==${idOf(advisor)}`)).toBe(Number(unanswered));
	});

	it("n’est plus attendu une fois fermé, ni avant le jour de la rencontre prévue", async () => {
		const sent = await sentLongAgo(20);
		const { body: met } = await act(sent, "acknowledgement", { meetingOn: today }, colleague);
		expect([met.unanswered, met.escalated]).toEqual([false, false]);
		const { body: closed } = await act(met, "closing", { outcome: "serviceGiven", endedOn: today }, colleague);
		expect(closed.unanswered).toBe(false);
	});
});

describe("dans le rapport de visite", () => {
	const visitOf = async (referrals: unknown[]) => {
		const employer = await addEmployer(advisor);
		const visit = {
			id: newId(),
			status: "draft",
			mode: "phone",
			occurredOn: today,
			headline: "Appel",
			employerIds: [employer.id],
			adviserIds: [idOf(advisor)],
			noFollowUpReason: "referred",
			report: { referrals },
		};
		return { employer, ...(await advisor.post<Visit & Problem>("/visits", visit)) };
	};
	const line = (fields: Record<string, unknown> = {}) => ({
		id: newId(),
		toService: "oqlf",
		reason: "languageCompliance",
		consentObtained: true,
		consentMethod: "written",
		...fields,
	});

	it("une ligne complète devient un aiguillage sous son identifiant ; enlevée, elle le reprend", async () => {
		const sent = line();
		const { body: visit, employer } = await visitOf([sent, line({ consentObtained: false })]);
		expect(await total(`employerId==${employer.id}`)).toBe(1);
		expect(await read(sent.id)).toMatchObject({ visitId: visit.id, visitOn: today, consentOn: today, consentMethod: "written", followed: true });
		const put = (referrals: unknown[], version: number) => advisor.patch<Visit>(`/visits/${visit.id}`, { report: { referrals } }, { ifMatch: version });
		const { body: changed } = await put([{ ...sent, contactName: "Bureau de Longueuil" }], visit.version);
		expect((await read(sent.id)).contactName).toBe("Bureau de Longueuil");
		expect((await followUpsOf(employer.id)).length).toBe(1);
		await put([], changed.version);
		expect((await advisor.get(`/referrals/${sent.id}`)).status).toBe(404);
		expect(await followUpsOf(employer.id)).toEqual([]);
	});

	it("sans consentement, le rapport ne se termine pas, et dit pourquoi", async () => {
		const { body: visit } = await visitOf([line({ consentObtained: false })]);
		const answer = await advisor.post<Answered>(`/visits/${visit.id}/completion`, { completedOn: today }, { ifMatch: visit.version });
		expect([answer.status, codes(answer)]).toEqual([422, ["report.referrals.0.consentObtained consent-required"]]);
	});

	it("le catalogue ne propose pas une seconde fois ce que l’aiguillage suit déjà", async () => {
		const { body: visit } = await visitOf([line()]);
		const { body: proposed } = await advisor.get<{ items: { kind: string }[] }>(`/follow-up-proposals?visitId=${visit.id}`);
		expect(proposed.items.map(({ kind }) => kind)).not.toContain("referralOutcome");
	});
});

it("un aiguillage qui a eu son résultat compte l’employeur parmi ceux qui sont accompagnés", async () => {
	const employer = await addEmployer(advisor);
	const counted = async () => {
		const path = `/indicators/I01/rows?asOf=${today}&limit=1&q=${encodeURIComponent(employer.name)}`;
		return (await advisor.get<Page>(path)).body.total;
	};
	const { body: sent } = await send({ employerId: employer.id, toService: "servicesQuebec", reason: "recruitment" });
	expect(await counted()).toBe(0);
	await act(sent, "closing", { outcome: "serviceGiven", endedOn: today });
	expect(await counted()).toBe(1);
});
