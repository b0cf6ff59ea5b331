import { beforeAll, describe, expect, it } from "vitest";
import type { EmployerBrief } from "#contract/employer-brief.ts";
import type { FollowUp } from "#contract/follow-ups.ts";
import type { Problem } from "#contract/primitives.ts";
import type { TextChoice } from "#contract/text-choices.ts";
import type { Visit } from "#contract/visits.ts";
import { addDays } from "#lib/days.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

let advisor: Visitor;
let colleague: Visitor;
let manager: Visitor;
let auditor: Visitor;
let today: string;
let employer: { id: string };
beforeAll(async () => {
	[advisor, colleague, manager, auditor] = [await as("advisor"), await as("advisor", 1), await as("manager"), await as("auditor")];
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
	employer = await addEmployer(advisor, { advisorId: advisor.person?.id });
});

const me = () => advisor.person?.id ?? "";
/** A draft of the employer's, dated, with a report. */
async function draft(occurredOn: string, report: object, more: object = {}, visitor = advisor): Promise<Visit> {
	const id = newId();
	const body = {
		id,
		status: "draft",
		employerIds: [employer.id],
		adviserIds: [visitor.person?.id],
		mode: "phone",
		occurredOn,
		headline: "Appel",
		report,
		...more,
	};
	const { status, body: visit } = await visitor.post<Visit>("/visits", body);
	expect(status).toBe(201);
	return visit;
}
const complete = <T = Visit>(visit: Visit, more: object = {}, visitor = advisor) =>
	visitor.post<T>(`/visits/${visit.id}/completion`, { completedOn: today, ...more }, { ifMatch: visit.version });
const promises = async (state: string) => (await advisor.get<Page<FollowUp>>(`/follow-ups?filter=employerId==${employer.id};promise==${state}`)).body;
const step = (title: string, more: object = {}) => ({ id: newId(), kind: "call", title, ownerId: me(), dueOn: addDays(today, 5), promised: true, ...more });

describe("les engagements pris", () => {
	it("une visite ne se termine pas avec un engagement sans responsable ni échéance", async () => {
		const visit = await draft(today, { nextSteps: [step("Envoyer le guide", { ownerId: null, dueOn: null })] });
		const { status, body } = await complete<Problem>(visit);
		expect([status, body.errors?.map(({ path }) => path)]).toEqual([422, ["report.nextSteps.0.ownerId", "report.nextSteps.0.dueOn"]]);
	});

	it("pris à la visite ou choisi au moment de terminer, il devient un suivi promis ; à venir, en retard, tenu, abandonné : chaque nombre est celui de sa liste", async () => {
		const [typed, chosen] = [step("Envoyer le guide"), step("Rappeler la directrice")];
		const { status } = await complete(await draft(today, { nextSteps: [typed, step("Relire nos notes", { promised: false })] }), {
			followUps: [{ ...chosen, ruleCode: null }],
		});
		expect(status).toBe(200);
		expect((await promises("toCome")).items.map(({ title }) => title).sort()).toEqual(["Envoyer le guide", "Rappeler la directrice"]);

		const late = newId();
		await advisor.post("/follow-ups", {
			id: late,
			employerId: employer.id,
			kind: "call",
			title: "Donner une réponse",
			ownerId: me(),
			dueOn: addDays(today, -3),
			promised: true,
		});
		const { body: guide } = await advisor.get<FollowUp>(`/follow-ups/${typed.id}`);
		await advisor.patch(`/follow-ups/${guide.id}`, { doneOn: today }, { ifMatch: guide.version });
		const { body: call } = await advisor.get<FollowUp>(`/follow-ups/${chosen.id}`);
		await advisor.patch(`/follow-ups/${call.id}`, { doneOn: today, cancelReason: "notNeeded" }, { ifMatch: call.version });

		const { body: facets } = await advisor.get<Record<string, { value: string | null; count: number }[]>>(
			`/follow-ups/facets?fields=promise&filter=employerId==${employer.id}`,
		);
		const counts = Object.fromEntries((facets.promise ?? []).map(({ value, count }) => [String(value), count]));
		expect(counts).toMatchObject({ late: 1, kept: 1, givenUp: 1 });
		for (const state of ["late", "kept", "givenUp", "toCome"]) expect((await promises(state)).total).toBe(counts[state] ?? 0);
		expect((await promises("late")).items[0]?.id).toBe(late);
	});
});

describe("la préparation d’une visite", () => {
	it("porte chaque suivi ouvert, les trois dernières visites, la prochaine, et ce qu’un collègue a obtenu depuis 90 jours, avec sa source", async () => {
		const with90 = (days: number) => addDays(today, -days);
		const noStep = { noFollowUpReason: "noNeed" };
		for (const [days, activity] of [
			[91, "Ancienne activité"],
			[200, "Plus ancienne"],
		] as const)
			await complete(await draft(with90(days), { profile: { activity, union: "Oui" } }, noStep));
		const need = { id: newId(), occupationCode: "94140", posts: 4 };
		const { body: obtained } = await complete(
			await draft(
				with90(90),
				{ profile: { shifts: "Jour et soir" }, capacity: { housing: "searching" }, signals: [{ code: "expansion", note: "Deuxième quart" }], needs: [need] },
				noStep,
				colleague,
			),
			{},
			colleague,
		);
		const planned = newId();
		await advisor.post("/visits", {
			id: planned,
			status: "planned",
			employerIds: [employer.id],
			adviserIds: [me()],
			mode: "onSite",
			occurredOn: addDays(today, 6),
		});

		const referral = { id: newId(), employerId: employer.id, toService: "francisationQuebec", reason: "recruitment", consentObtained: true };
		const consent = { consentFrom: "employer", consentOn: today, consentMethod: "spoken" };
		const empty = { toPersonId: null, toPartnerId: null, contactName: null, note: null };
		expect((await advisor.post("/referrals", { ...empty, ...referral, ...consent })).status).toBe(201);

		const { status, body: brief } = await advisor.get<EmployerBrief>(`/employers/${employer.id}/brief`);
		expect(status).toBe(200);
		const { items } = (await advisor.get<Page<FollowUp>>(`/follow-ups?filter=employerId==${employer.id};done==false&sort=dueOn&limit=500`)).body;
		expect(items.length).toBeGreaterThan(1);
		expect(brief.followUps).toEqual(items);
		expect(brief.planned?.id).toBe(planned);
		expect(brief.visits.map(({ occurredOn }) => occurredOn)).toEqual([today, with90(90), with90(91)]);
		const source = { visitId: obtained.id, on: with90(90), by: [colleague.person?.name] };
		expect(brief.known).toEqual([
			{ block: "profile", field: "shifts", label: null, value: "Jour et soir", ...source },
			{ block: "capacity", field: "housing", label: null, value: "searching", ...source },
			{ block: "need", field: "posts", label: brief.needs[0]?.occupationLabel, value: 4, ...source },
		]);
		expect(brief.signals).toMatchObject([{ code: "expansion", note: "Deuxième quart", raisedOn: with90(90), handling: null }]);
		expect(brief.referrals).toMatchObject([{ id: referral.id, toService: "francisationQuebec", endedOn: null }]);
		const handling = { id: newId(), signalId: brief.signals[0]?.id, note: "Nommé au comité", handledOn: today };
		expect((await advisor.post("/signal-handlings", handling)).status).toBe(201);
		expect((await advisor.get<EmployerBrief>(`/employers/${employer.id}/brief`)).body.signals).toEqual([]);
		expect(brief.employer).toEqual((await advisor.get(`/employers/${employer.id}`)).body);
	});
});

describe("le choix devant un texte sensible", () => {
	it("est consigné sans le texte ; qui l’a fait ne relit pas le registre, la gestion et la vérification le lisent, personne ne le récrit", async () => {
		const choice = { id: newId(), entity: "visit", recordId: newId(), field: "summary", kinds: ["health", "socialInsurance"], choice: "kept" };
		expect((await advisor.post("/text-choices", choice)).status).toBe(201);
		expect((await advisor.post("/text-choices", choice)).status).toBe(201);
		expect((await advisor.get("/text-choices")).status).toBe(403);
		for (const reader of [manager, auditor]) {
			const { body } = await reader.get<Page<TextChoice>>(`/text-choices?filter=personId==${me()};kind==health`);
			const found = body.items.filter(({ id }) => id === choice.id);
			expect(found).toHaveLength(1);
			expect(found[0]).toMatchObject({ ...choice, personName: advisor.person?.name });
		}
		expect((await advisor.post("/text-choices", { ...choice, id: newId(), text: "Mme X est malade" })).status).toBe(400);
		expect((await auditor.post("/text-choices", { ...choice, id: newId() })).status).toBe(403);
	});
});
