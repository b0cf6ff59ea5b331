import { beforeAll, describe, expect, it } from "vitest";
import type { Visit, VisitPrefill, VisitRow } from "#contract/visits.ts";
import { type Answer, addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string; message: string }[]; current?: Visit };
type Answered = Visit & Problem;

let advisor: Visitor;
let colleague: Visitor;
let manager: Visitor;
let today: string;
const day = (offset: number) => new Date(Date.parse(`${today}T12:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
const me = () => advisor.person?.id as string;

beforeAll(async () => {
	[advisor, colleague, manager] = await Promise.all([as("advisor"), as("advisor", 1), as("manager")]);
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});

const need = (fields: Record<string, unknown> = {}) => ({ id: newId(), occupationCode: "72106", posts: 3, permanence: "permanent", ...fields });
const step = (fields: Record<string, unknown> = {}) => ({
	id: newId(),
	kind: "summaryEmail",
	title: "Courriel de synthèse",
	ownerId: me(),
	dueOn: day(2),
	...fields,
});
const use = (fields: Record<string, unknown> = {}) => ({
	id: newId(),
	tool: "employerPortal",
	event: "account",
	occurredOn: day(-1),
	quantity: 1,
	source: "declared",
	...fields,
});

async function log(fields: Record<string, unknown> = {}, visitor = advisor): Promise<Answer<Answered>> {
	const employerIds = (fields.employerIds as string[] | undefined) ?? [(await addEmployer(visitor)).id];
	const body = { id: newId(), status: "draft", mode: "onSite", occurredOn: today, headline: "Deux ébénistes partent en janvier", ...fields, employerIds };
	return visitor.post<Answered>("/visits", { adviserIds: [visitor.person?.id], ...body });
}
const change = (visit: Visit, body: Record<string, unknown>, visitor = advisor) =>
	visitor.patch<Answered>(`/visits/${visit.id}`, body, { ifMatch: visit.version });
const complete = (visit: Visit, completedOn = today, visitor = advisor) =>
	visitor.post<Answered>(`/visits/${visit.id}/completion`, { completedOn }, { ifMatch: visit.version });
const cancel = (visit: Visit, reason = "Employeur absent") =>
	advisor.post<Answered>(`/visits/${visit.id}/cancellation`, { reason }, { ifMatch: visit.version });
const addendum = (visit: Visit, text = "Le deuxième quart commence en mars.") => advisor.post<Answered>(`/visits/${visit.id}/addenda`, { id: newId(), text });
const codes = (answer: Answer<Answered>) => answer.body.errors?.map(({ path, code }) => `${path} ${code}`);
const stored = async (id: string) => (await advisor.get<Visit>(`/visits/${id}`)).body;
const count = async (filter: string, path = "/visits") => (await advisor.get<Page>(`${path}?limit=1&filter=${encodeURIComponent(filter)}`)).body.total;

const whole = () => ({ report: { needs: [need()], nextSteps: [step()] } });

describe("consigner une visite", () => {
	it("garde un brouillon d’une ligne avec sa prochaine étape, qui est déjà un suivi", async () => {
		const nextStep = step();
		const { status, body } = await log({ report: { nextSteps: [nextStep] } });
		expect(status).toBe(201);
		expect(body).toMatchObject({ status: "draft", createdBy: me(), version: 1, can: { update: true, complete: true, cancel: true, addendum: false } });
		expect(body.employers[0]).toMatchObject({ mrcCode: "54" });
		expect(body.advisers[0]).toMatchObject({ personId: me(), role: "advisor" });
		const { body: followUp } = await advisor.get(`/follow-ups/${nextStep.id}`);
		expect(followUp).toMatchObject({ visitId: body.id, title: "Courriel de synthèse", dueOn: day(2), doneOn: null });
	});

	it("se planifie à une date à venir", async () => {
		expect((await log({ status: "planned", occurredOn: day(12) })).body).toMatchObject({ status: "planned", occurredOn: day(12) });
	});

	it("est refusée à qui n’en fait pas partie, sauf gestionnaire", async () => {
		const refused = await log({ adviserIds: [colleague.person?.id] });
		expect([refused.status, codes(refused)]).toEqual([400, ["adviserIds self-or-colleague"]]);
		const { id } = await addEmployer(manager);
		expect((await log({ adviserIds: [me()], employerIds: [id] }, manager)).status).toBe(201);
	});

	it.each([
		["un employeur inconnu", () => ({ employerIds: [newId()] }), "employerIds.0 unknown-reference"],
		["une personne inconnue", () => ({ adviserIds: [me(), newId()] }), "adviserIds.1 unknown-reference"],
		["un mode inconnu", () => ({ mode: "pigeon" }), "mode code"],
		["une solution inconnue", () => ({ solutions: ["localPool", "magie"] }), "solutions.1 code"],
		["une profession inconnue", () => ({ report: { needs: [need({ occupationCode: "99999" })] } }), "report.needs.0.occupationCode unknown-reference"],
		["un responsable inconnu", () => ({ report: { nextSteps: [step({ ownerId: newId() })] } }), "report.nextSteps.0.ownerId unknown-reference"],
		["une personne-ressource d’un autre employeur", () => ({ report: { contactIds: [newId()] } }), "report.contactIds.0 unknown-reference"],
		["une date impossible", () => ({ occurredOn: "2026-02-30" }), "occurredOn date"],
		["aucun employeur", () => ({ employerIds: [] }), "employerIds required"],
	])("nomme le champ pour %s et n’écrit rien", async (_, fields, expected) => {
		const id = newId();
		const answer = await log({ id, ...fields() });
		expect([answer.status, codes(answer)]).toEqual([400, [expected]]);
		expect((await advisor.get(`/visits/${id}`)).status).toBe(404);
	});

	it("deux lignes ne portent pas le même identifiant, ni celui d’une autre visite", async () => {
		const line = need();
		expect(codes(await log({ report: { needs: [line, { ...need(), id: line.id }] } }))).toEqual(["report.needs.1.id id-taken"]);
		await log({ report: { needs: [line] } });
		const other = await log({ report: { needs: [{ ...line, posts: 40 }] } });
		expect([other.status, codes(other)]).toEqual([409, ["report.needs.0.id id-taken"]]);
		expect((await advisor.get(`/labour-needs/${line.id}`)).body.posts).toBe(3);
	});
});

const fill = (labourNeedId: string, quantity: number) =>
	advisor.post("/need-movements", { id: newId(), labourNeedId, kind: "filled", quantity, occurredOn: today, channel: "local", note: null });

describe("les lignes du rapport", () => {
	it("incomplètes restent telles que tapées, complètes deviennent besoin, suivi et usage d’outil du premier employeur", async () => {
		const [first, second] = await Promise.all([addEmployer(advisor), addEmployer(advisor)]);
		const supportCaseId = newId();
		await advisor.post("/support-cases", { id: supportCaseId, employerId: first.id, advisorId: me(), openedOn: today });
		const report = { needs: [need(), need({ posts: null })], nextSteps: [step()], toolUses: [use(), use({ event: null })] };
		const { body } = await log({ employerIds: [first.id, second.id], report });
		expect(body.employers.map(({ employerId }) => employerId)).toEqual([first.id, second.id]);
		expect(body).toMatchObject({ needs: 1, posts: 3 });
		expect(body.report.needs).toHaveLength(2);
		expect((await advisor.get(`/labour-needs/${report.needs[0]?.id}`)).body).toMatchObject({
			employerId: first.id,
			supportCaseId,
			visitId: body.id,
			posts: 3,
			recordedOn: today,
		});
		expect((await advisor.get(`/labour-needs/${report.needs[1]?.id}`)).status).toBe(404);
		expect((await advisor.get(`/follow-ups/${report.nextSteps[0]?.id}`)).body).toMatchObject({ employerId: first.id, supportCaseId });
		expect((await advisor.get(`/tool-uses/${report.toolUses[0]?.id}`)).body).toMatchObject({ employerId: first.id, recordedBy: me(), event: "account" });
		expect((await advisor.get(`/tool-uses/${report.toolUses[1]?.id}`)).status).toBe(404);
	});

	it("enregistrées de nouveau sans changement ne touchent pas au suivi qu’une collègue a reporté", async () => {
		const line = step();
		const { body: visit } = await log({ report: { nextSteps: [line] } });
		await advisor.patch(`/follow-ups/${line.id}`, { dueOn: day(9) }, { ifMatch: 1 });
		await change(visit, { summary: "Une phrase de plus.", report: { nextSteps: [line] } });
		expect((await advisor.get(`/follow-ups/${line.id}`)).body).toMatchObject({ dueOn: day(9), version: 2 });
	});

	it("modifiées changent leur fiche", async () => {
		const line = need();
		const { body: visit } = await log({ report: { needs: [line] } });
		await change(visit, { report: { needs: [{ ...line, posts: 5, hourlyWageCents: 2650 }] } });
		expect((await advisor.get(`/labour-needs/${line.id}`)).body).toMatchObject({ posts: 5, hourlyWageCents: 2650 });
	});

	it("retirées reprennent leur fiche, sauf si quelqu’un y a travaillé", async () => {
		const [kept, gone] = [step(), step()];
		const { body: visit } = await log({ report: { nextSteps: [kept, gone] } });
		await advisor.patch(`/follow-ups/${kept.id}`, { doneOn: today, outcome: "Envoyé" }, { ifMatch: 1 });
		await change(visit, { report: { nextSteps: [] } });
		expect((await advisor.get(`/follow-ups/${kept.id}`)).body).toMatchObject({ doneOn: today });
		expect((await advisor.get(`/follow-ups/${gone.id}`)).status).toBe(404);
	});

	it("ne demandent pas moins de postes que ceux déjà comblés", async () => {
		const line = need();
		const { body: visit } = await log({ report: { needs: [line] } });
		await fill(line.id, 2);
		const answer = await change(visit, { report: { needs: [{ ...line, posts: 1 }] } });
		expect([answer.status, codes(answer)]).toEqual([400, ["report.needs.0.posts posts-taken"]]);
		expect(await stored(visit.id)).toMatchObject({ version: visit.version, report: { needs: [{ posts: 3 }] } });
	});

	it("suivent la visite chez un autre employeur ou à une autre date, avec ce qui y a été fait", async () => {
		const line = need();
		const { body: visit } = await log({ report: { needs: [line] } });
		await fill(line.id, 1);
		const other = await addEmployer(advisor);
		await change(visit, { employerIds: [other.id], occurredOn: day(-4) });
		expect((await advisor.get(`/labour-needs/${line.id}`)).body).toMatchObject({ employerId: other.id, recordedOn: day(-4), postsFilled: 1 });
	});
});

describe("modifier une visite", () => {
	it("demande la version lue ; sinon montre l’actuelle, inchangée", async () => {
		const { body: visit } = await log();
		const { body: changed } = await change(visit, { summary: "Premier." });
		expect(changed.version).toBe(2);
		const late = await change(visit, { summary: "Second." });
		expect([late.status, late.body.code, late.body.current?.summary]).toEqual([412, "version-mismatch", "Premier."]);
		expect((await stored(visit.id)).summary).toBe("Premier.");
	});

	it("d’une collègue est refusée avant toute écriture ; la région peut la lire", async () => {
		const { body: visit } = await log();
		const answer = await change(visit, { summary: "Pas la mienne." }, colleague);
		expect([answer.status, answer.body.code]).toEqual([403, "forbidden"]);
		expect((await colleague.get<Visit>(`/visits/${visit.id}`)).body).toMatchObject({ summary: null, version: 1, can: { update: false, complete: false } });
		expect((await change(visit, { summary: "Relue." }, manager)).status).toBe(200);
	});

	it("ne permet pas de s’en retirer soi-même", async () => {
		const { body: visit } = await log();
		expect(codes(await change(visit, { adviserIds: [colleague.person?.id] }))).toEqual(["adviserIds self-or-colleague"]);
		expect((await change(visit, { adviserIds: [me(), colleague.person?.id] })).body.advisers).toHaveLength(2);
	});

	it("dit ce qui manque pour la compléter", async () => {
		const { body } = await log({ headline: null, report: { nextSteps: [{ id: newId(), kind: "call" }] } });
		expect(body.incomplete.map(({ path, code }) => `${path} ${code}`)).toEqual([
			"summary required",
			"report.needs need-or-none",
			"report.nextSteps.0.title required",
			"report.nextSteps.0.ownerId required",
			"report.nextSteps.0.dueOn required",
		]);
		expect(body.incomplete[0]?.message).toBe("À remplir.");
	});
});

describe("terminer un rapport", () => {
	it("le complète, et rien ne le ramène en arrière", async () => {
		const { body: visit } = await log(whole());
		const { status, body: done } = await complete(visit);
		expect([status, done.status, done.completedOn]).toEqual([200, "completed", today]);
		expect(done.can).toEqual({ update: true, complete: false, cancel: false, addendum: true });
		for (const answer of [await complete(done), await cancel(done), await change(done, { status: "draft" }), await change(done, { status: "planned" })])
			expect([answer.status, answer.body.code]).toEqual([422, "visit-not-editable"]);
		expect(await stored(visit.id)).toEqual(done);
	});

	it.each([
		["dans le futur", () => ({ occurredOn: day(1) }), ["occurredOn date-in-future"]],
		["sans un mot", () => ({ headline: null }), ["summary required"]],
		["sans besoin ni « aucun besoin »", () => ({ report: { nextSteps: [step()] } }), ["report.needs need-or-none"]],
		["sans suite ni raison", () => ({ report: { needs: [need()] } }), ["report.nextSteps next-step-or-reason"]],
		["avec une ligne inachevée", () => ({ report: { needs: [need({ posts: null })], nextSteps: [step()] } }), ["report.needs.0.posts required"]],
		[
			"avec une mission sans nom",
			() => ({ report: { noNeed: true, nextSteps: [step()], toolUses: [use({ tool: "journeesQuebec", event: "tookPart" })] } }),
			["report.toolUses.0.mission required"],
		],
		[
			"avec un usage d’un autre outil",
			() => ({ report: { noNeed: true, nextSteps: [step()], toolUses: [use({ event: "tookPart" })] } }),
			["report.toolUses.0.event tool-event"],
		],
	])("est refusé %s, et rien ne change", async (_, fields, expected) => {
		const { body: visit } = await log({ ...whole(), ...fields() });
		const answer = await complete(visit);
		expect([answer.status, answer.body.code, codes(answer)]).toEqual([422, "visit-incomplete", expected]);
		expect(await stored(visit.id)).toEqual(visit);
	});

	it("n’exige pas de besoin après un appel, ni de suite si l’on dit pourquoi", async () => {
		const { body: visit } = await log({ mode: "phone", noFollowUpReason: "employerDeclined" });
		expect((await complete(visit)).status).toBe(200);
	});

	it("se date entre la visite et aujourd’hui", async () => {
		const { body: visit } = await log({ ...whole(), occurredOn: day(-3) });
		expect(codes(await complete(visit, day(1)))).toEqual(["completedOn date-in-future"]);
		expect(codes(await complete(visit, day(-4)))).toEqual(["completedOn out-of-range"]);
		expect((await complete(visit, day(-3))).status).toBe(200);
	});

	it("laisse le besoin sans dossier si l’employeur n’en a pas, et le rattache au dossier ouvert depuis", async () => {
		const employer = await addEmployer(advisor);
		const [orphan, joined] = [whole(), whole()];
		await complete((await log({ employerIds: [employer.id], ...orphan })).body);
		expect((await advisor.get(`/labour-needs/${orphan.report.needs[0]?.id}`)).body.supportCaseId).toBe(null);
		const { body: draft } = await log({ employerIds: [employer.id], ...joined });
		const supportCaseId = newId();
		await advisor.post("/support-cases", { id: supportCaseId, employerId: employer.id, advisorId: me(), openedOn: today });
		await complete(draft);
		expect((await advisor.get(`/labour-needs/${joined.report.needs[0]?.id}`)).body.supportCaseId).toBe(supportCaseId);
	});

	it("permet encore une correction pendant 30 jours, qui le laisse complet", async () => {
		const { body: done } = await complete((await log({ ...whole(), occurredOn: day(-30) })).body, day(-30));
		expect(done.status).toBe("completed");
		const broken = await change(done, { report: { needs: [need({ posts: null })], nextSteps: [step()] } });
		expect([broken.status, broken.body.code, codes(broken)]).toEqual([422, "visit-incomplete", ["report.needs.0.posts required"]]);
		expect((await change(done, { summary: "Corrigé." })).body).toMatchObject({ status: "completed", summary: "Corrigé.", completedOn: day(-30) });
	});

	it("se verrouille ensuite : plus de correction, mais des compléments datés", async () => {
		const { body: locked } = await complete((await log({ ...whole(), occurredOn: day(-31) })).body, day(-31));
		expect(locked).toMatchObject({ status: "locked", can: { update: false, addendum: true } });
		const answer = await change(locked, { summary: "Trop tard." });
		expect([answer.status, answer.body.code]).toEqual([422, "visit-not-editable"]);
		const { body } = await addendum(locked);
		expect(body.addenda).toMatchObject([{ writtenOn: today, writtenBy: me(), text: "Le deuxième quart commence en mars." }]);
		expect(body.version).toBe(locked.version);
	});
});

describe("annuler, compléter après coup", () => {
	it("une visite s’annule avec une raison, et reprend les suivis qu’elle laissait", async () => {
		const { body: visit } = await log(whole());
		expect((await cancel(visit, " ")).status).toBe(400);
		const { body: cancelled } = await cancel(visit);
		expect(cancelled).toMatchObject({
			status: "cancelled",
			cancelReason: "Employeur absent",
			can: { update: false, complete: false, cancel: false, addendum: false },
			needs: 0,
		});
		expect(await count(`employerId==${visit.employers[0]?.employerId}`, "/follow-ups")).toBe(0);
		expect((await change(cancelled, { summary: "Si, finalement." })).status).toBe(422);
	});

	it("un complément attend que le rapport soit complété, et dit quelque chose", async () => {
		const { body: visit } = await log(whole());
		expect((await addendum(visit)).body.code).toBe("visit-not-editable");
		const { body: done } = await complete(visit);
		expect(codes(await addendum(done, "  "))).toEqual(["text required"]);
	});
});

describe("une séance de groupe", () => {
	it("compte pour chaque employeur présent, une fois comme événement, et pas comme accompagnement", async () => {
		const employers = await Promise.all(Array.from({ length: 5 }, () => addEmployer(advisor)));
		const employerIds = employers.map(({ id }) => id);
		const [, , third] = employerIds as [string, string, string];
		const supportCaseId = newId();
		await advisor.post("/support-cases", { id: supportCaseId, employerId: third, advisorId: me(), openedOn: today });
		const steps = [step(), step({ employerId: third })];
		const { body: visit } = await log({ employerIds, mode: "groupSession", report: { nextSteps: steps, needs: [need({ employerId: third })] } });
		const { status, body: done } = await complete(visit);
		expect([status, done.employers.length, done.needs]).toEqual([200, 5, 1]);
		for (const id of employerIds) expect(await count(`employerId==${id};status==completed`)).toBe(1);
		expect((await advisor.get(`/follow-ups/${steps[0]?.id}`)).body).toMatchObject({ employerId: employerIds[0], supportCaseId: null });
		expect((await advisor.get(`/follow-ups/${steps[1]?.id}`)).body).toMatchObject({ employerId: third, supportCaseId });
		const rows = async (figure: string) =>
			(await manager.get<Page>(`/indicators/${figure}/rows?from=${today}&to=${today}&asOf=${today}&limit=1&q=${encodeURIComponent(employers[2]?.name ?? "")}`))
				.body.total;
		expect([await rows("I04-interactions"), await rows("I04"), await rows("I02")]).toEqual([1, 0, 0]);
	});

	it("garde ses lignes chez les employeurs qui restent quand l’un d’eux en est retiré", async () => {
		const [first, second] = await Promise.all([addEmployer(advisor), addEmployer(advisor)]);
		const line = need({ employerId: second.id });
		const { body: visit } = await log({ employerIds: [first.id, second.id], report: { needs: [line] } });
		expect((await advisor.get(`/labour-needs/${line.id}`)).body.employerId).toBe(second.id);
		const refused = await change(visit, { employerIds: [first.id] });
		expect([refused.status, codes(refused)]).toEqual([400, ["report.needs.0.employerId employer-not-visited"]]);
		await change(visit, { employerIds: [first.id], report: { needs: [{ ...line, employerId: null }] } });
		expect((await advisor.get(`/labour-needs/${line.id}`)).body.employerId).toBe(first.id);
	});
});

describe("la visite d’un partenaire", () => {
	type Partner = { id: string; name: string; agreements: { id: string }[] };
	const partners = async () => {
		const { items } = (await advisor.get<{ items: Partner[] }>("/partners?limit=2&filter=hasAgreement%3D%3Dtrue")).body;
		return Promise.all(items.map(async ({ id }) => (await advisor.get<Partner>(`/partners/${id}`)).body)) as Promise<[Partner, Partner]>;
	};
	const ofPartner = (partnerId: string, fields: Record<string, unknown> = {}) => log({ employerIds: [], partnerId, ...fields });

	it("suit une entente, laisse des suivis au partenaire, n’accompagne aucun employeur et ne demande pas de besoin", async () => {
		const [partner] = await partners();
		const line = step({ title: "Relire le rapport d’étape" });
		const { status, body: visit } = await ofPartner(partner.id, { agreementId: partner.agreements[0]?.id, report: { nextSteps: [line] } });
		expect([status, visit.employers, visit.incomplete]).toEqual([201, [], []]);
		expect(visit.partner).toMatchObject({ partnerId: partner.id, partnerName: partner.name, agreementId: partner.agreements[0]?.id });
		expect(visit.can).toMatchObject({ update: true, complete: true });
		expect((await advisor.get<{ items: unknown[] }>(`/follow-up-proposals?visitId=${visit.id}`)).body.items).toEqual([]);
		expect((await complete(visit)).status).toBe(200);
		const { body: followUp } = await advisor.get(`/follow-ups/${line.id}`);
		expect(followUp).toMatchObject({ employerId: null, partnerId: partner.id, employerName: partner.name, visitId: visit.id, can: { update: true } });
		expect((await advisor.patch(`/follow-ups/${line.id}`, { doneOn: today, outcome: "Relu" }, { ifMatch: 1 })).status).toBe(200);
		expect(await count(`partnerId==${partner.id}`)).toBeGreaterThan(0);
		expect(
			(await manager.get<Page>(`/indicators/I04-interactions/rows?from=${today}&to=${today}&asOf=${today}&limit=500`)).body.items.map(({ id }) => id),
		).not.toContain(visit.id);
	});

	it.each([
		[
			"des employeurs à la fois",
			async ([one]: [Partner, Partner]) => ({ partnerId: one.id, employerIds: [(await addEmployer(advisor)).id] }),
			"partnerId one-subject",
		],
		[
			"l’entente d’un autre",
			async ([one, other]: [Partner, Partner]) => ({ partnerId: one.id, employerIds: [], agreementId: other.agreements[0]?.id }),
			"agreementId agreement-of-partner",
		],
		["un partenaire inconnu", async () => ({ partnerId: newId(), employerIds: [] }), "partnerId unknown-reference"],
		["un besoin", async ([one]: [Partner, Partner]) => ({ partnerId: one.id, employerIds: [], report: { needs: [need()] } }), "report.needs not-of-partner"],
	])("est refusée avec %s", async (_, fields, expected) => {
		const answer = await log(await fields(await partners()));
		expect([answer.status, codes(answer)]).toEqual([400, [expected]]);
	});

	it("devient celle d’un employeur si l’on s’est trompé, et ses suivis avec elle", async () => {
		const [partner] = await partners();
		const line = step();
		const { body: visit } = await ofPartner(partner.id, { report: { nextSteps: [line] } });
		const employer = await addEmployer(advisor);
		expect((await change(visit, { partnerId: null, agreementId: null, employerIds: [employer.id] })).status).toBe(200);
		expect((await advisor.get(`/follow-ups/${line.id}`)).body).toMatchObject({ employerId: employer.id, partnerId: null });
	});
});

describe("ce que l’on tape de travers", () => {
	it("une personne d’un autre employeur est refusée à côté de son champ, en mots", async () => {
		const contact = { id: newId(), name: "Line Côté", jobTitle: "RH" };
		const other = await addEmployer(advisor);
		await advisor.post("/contacts", { ...contact, employerId: other.id, phone: null, phoneExtension: null, email: null, isPrimary: false });
		const answer = await log({ report: { contactIds: [contact.id] } });
		expect([answer.status, codes(answer)]).toEqual([400, ["report.contactIds.0 contact-of-employer"]]);
		expect(answer.body.errors?.[0]?.message).toBe("Cette personne n’est pas rattachée à un employeur de la visite.");
	});

	it("la même visite consignée deux fois est dite, sans être refusée", async () => {
		const { id } = await addEmployer(advisor);
		const { body: first } = await log({ employerIds: [id], headline: "Premier" });
		expect(first.duplicates).toEqual([]);
		const { status, body: second } = await log({ employerIds: [id] });
		expect([status, second.duplicates]).toEqual([201, [{ id: first.id, status: "draft", mode: "onSite", headline: "Premier" }]]);
		expect((await log({ employerIds: [id], occurredOn: day(-1) })).body.duplicates).toEqual([]);
		expect((await log({ employerIds: [id] }, manager)).body.duplicates).toEqual([]);
		await cancel(second);
		expect((await stored(first.id)).duplicates).toEqual([]);
	});

	it("un texte de 20 000 caractères est refusé avec sa longueur ; les émojis et l’arabe passent, les commandes de sens non", async () => {
		const long = await log({ summary: "é".repeat(20_000) });
		expect([codes(long), long.body.errors?.[0]?.message]).toEqual([
			["summary too-long"],
			"Ce texte compte 20\u00A0000\u00A0caractères\u00A0; au plus 1\u00A0500.",
		]);
		expect((await log({ summary: "Deux postes 👷🏽‍♀️, شركة الأثاث" })).body.summary).toBe("Deux postes 👷🏽‍♀️, شركة الأثاث");
		expect(codes(await log({ summary: "abc\u202Edef" }))).toEqual(["summary forbidden-characters"]);
	});
});

describe("ce qu’a dit la dernière visite", () => {
	const prefill = async (employerId: string, before: string) =>
		(await advisor.get<VisitPrefill>(`/visits/prefill?employerId=${employerId}&before=${before}`)).body;

	it("revient bloc par bloc, de la visite qui l’a dit ; avant toute visite, de la fiche", async () => {
		const { id } = await addEmployer(advisor);
		expect((await prefill(id, today)).profile).toMatchObject({ visitId: null, block: { employeesTotal: expect.anything() } });
		const profile = { activity: "Meubles", employeesTotal: 45 };
		const { body: first } = await complete(
			(await log({ employerIds: [id], occurredOn: day(-9), noFollowUpReason: "employerDeclined", report: { noNeed: true, profile } })).body,
			day(-9),
		);
		await complete(
			(
				await log({
					employerIds: [id],
					occurredOn: day(-2),
					mode: "phone",
					noFollowUpReason: "employerDeclined",
					report: { capacity: { housing: "searching" } },
				})
			).body,
			day(-2),
		);
		expect(await prefill(id, today)).toEqual({
			profile: { visitId: first.id, occurredOn: day(-9), block: profile },
			capacity: { visitId: expect.any(String), occurredOn: day(-2), block: { housing: "searching" } },
			consent: null,
		});
		expect((await prefill(id, day(-5))).capacity).toBeNull();
	});
});

describe("la liste des visites", () => {
	it("se filtre par employeur, par personne et par MRC, même quand la visite en compte plusieurs", async () => {
		const [first, second] = [
			await addEmployer(advisor),
			await addEmployer(advisor, { establishment: { id: newId(), name: null, municipalityCode: "57005", address: null, postalCode: null } }),
		];
		await log({ employerIds: [first.id, second.id], adviserIds: [me(), colleague.person?.id] });
		for (const filter of [
			`employerId==${first.id}`,
			`employerId==${second.id}`,
			`employerId==${second.id};adviserId==${colleague.person?.id}`,
			`employerId==${first.id};mrcCode==57;mrcCode==54`,
			`employerId==${first.id};adviserId=in=(${colleague.person?.id},${newId()})`,
		])
			expect(await count(filter)).toBe(1);
		for (const filter of [`employerId==${first.id};mrcCode==58`, `employerId==${first.id};mrcCode!=57`, `employerId==${first.id};adviserId=out=(${me()})`])
			expect(await count(filter)).toBe(0);
	});

	it("compte autant de lignes que chaque facette l’annonce", async () => {
		const { body } = await advisor.get<Record<string, { value: string; count: number }[]>>("/visits/facets?fields=status,mode,adviserId,mrcCode");
		expect(Object.keys(body)).toEqual(["status", "mode", "adviserId", "mrcCode"]);
		for (const [field, values] of Object.entries(body))
			for (const { value, count: announced } of values.slice(0, 4)) expect(await count(`${field}==${value}`)).toBe(announced);
	});

	it("se cherche par le nom de l’employeur, sans accents", async () => {
		const mark = newId().slice(0, 8);
		const employer = await addEmployer(advisor, { name: `Ébénisterie ${mark}` });
		const { body: visit } = await log({ employerIds: [employer.id] });
		const { body } = await advisor.get<Page<VisitRow>>(`/visits?q=${encodeURIComponent(`ebenisterie ${mark}`)}`);
		expect(body.items.map(({ id }) => id)).toEqual([visit.id]);
		expect((await advisor.get<Record<string, unknown[]>>(`/visits/facets?fields=mode&q=${mark}`)).body).toEqual({ mode: [{ value: "onSite", count: 1 }] });
	});

	it("distingue les rapports verrouillés des rapports complétés", async () => {
		const [completed, locked] = [await count("status==completed"), await count("status==locked")];
		expect(locked).toBeGreaterThan(0);
		expect(await count("status=in=(completed,locked)")).toBe(completed + locked);
	});
});
