import { beforeAll, describe, expect, it } from "vitest";
import type { Measure } from "#contract/indicators.ts";
import type { QuestionnaireAnswer } from "#contract/questionnaire.ts";
import type { Question } from "#contract/questions.ts";
import type { Reference } from "#contract/reference.ts";
import type { Signal } from "#contract/signals.ts";
import type { Vocabulary, VocabularyTerm } from "#contract/vocabularies.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string }[] };

let [advisor, manager, administrator] = [] as unknown as [Visitor, Visitor, Visitor];
let today: string;
let year: number;
beforeAll(async () => {
	[advisor, manager, administrator] = await Promise.all([as("advisor"), as("manager"), as("administrator")]);
	today = (await advisor.get<Reference>("/reference")).body.today;
	year = Number(today.slice(0, 4));
});

const answer = (employerId: string, questionCode: string, value: string, fields: Record<string, unknown> = {}, visitor = advisor) =>
	visitor.post<QuestionnaireAnswer & Problem>("/questionnaire-answers", { id: newId(), employerId, year, questionCode, value, answeredOn: today, ...fields });
const signalsOf = async (employerId: string, visitor = manager, more = "") =>
	(await visitor.get<Page<Signal>>(`/signals?filter=employerId==${employerId}${more}`)).body.items;

describe("le questionnaire annuel", () => {
	it("« réduction d’effectifs » relève un signal rouge dans la liste de la gestion, avec sa date, sa source et qui l’a noté", async () => {
		const employer = await addEmployer(advisor);
		const { status, body } = await answer(employer.id, "staffing", "reduction");
		expect(status).toBe(201);
		expect(await signalsOf(employer.id)).toMatchObject([
			{ code: "layoffs", level: "red", source: "questionnaire", sourceId: body.id, raisedOn: today, raisedBy: advisor.person?.id, handling: null },
		]);
		// Corrigée, elle n’en relève plus ; annulée, elle le relève de nouveau.
		const key = newId();
		const change = { value: "stable", answeredOn: today };
		expect((await advisor.patch(`/questionnaire-answers/${body.id}`, change, { ifMatch: body.version, key })).status).toBe(200);
		expect(await signalsOf(employer.id)).toEqual([]);
		await advisor.post(`/batches/${key}/undo`, undefined);
		expect(await signalsOf(employer.id)).toMatchObject([{ code: "layoffs" }]);
	});

	it.each([
		["staffing", "peut-être", "value", "unknown-reference"],
		["hiring", "6", "value", "unknown-reference"],
		["inconnue", "yes", "questionCode", "unknown-reference"],
	])("refuse une réponse qui n’en est pas une (%s, %s)", async (questionCode, value, path, code) => {
		const employer = await addEmployer(advisor);
		const { status, body } = await answer(employer.id, questionCode, value);
		expect([status, body.errors?.map((error) => [error.path, error.code])]).toEqual([400, [[path, code]]]);
	});

	it("refuse une date à venir, une seconde réponse à la même question, et la version d’avant", async () => {
		const employer = await addEmployer(advisor);
		expect((await answer(employer.id, "moving", "no", { answeredOn: "2027-12-31" })).body.errors).toMatchObject([
			{ path: "answeredOn", code: "date-in-future" },
		]);
		const { body } = await answer(employer.id, "moving", "no");
		expect((await answer(employer.id, "moving", "yes")).body.code).toBe("already-answered");
		const change = { value: "yes", answeredOn: today };
		await advisor.patch(`/questionnaire-answers/${body.id}`, change, { ifMatch: 1 });
		expect((await advisor.patch(`/questionnaire-answers/${body.id}`, { value: null, answeredOn: today }, { ifMatch: 1 })).status).toBe(412);
	});

	it("donne à une année ses propres questions, aux mêmes codes ; les autres années gardent les leurs", async () => {
		const next = year + 20;
		const of = async (asked: number) => (await manager.get<{ setYear: number; items: Question[] }>(`/questions?year=${asked}`)).body;
		const before = await of(next);
		expect((await manager.post("/question-sets", { id: newId(), year: next })).status).toBe(201);
		expect((await manager.post<Problem>("/question-sets", { id: newId(), year: next })).body.code).toBe("already-prepared");
		const copied = await of(next);
		expect([copied.setYear, copied.items.map(({ code }) => code)]).toEqual([next, before.items.map(({ code }) => code)]);
		const [first] = copied.items as [Question];
		const { status } = await manager.patch(`/questions/${first.id}`, { wordingFr: "Votre effectif, l’an prochain" }, { ifMatch: first.version });
		expect(status).toBe(200);
		expect((await of(next)).items[0]?.wordingFr).toBe("Votre effectif, l’an prochain");
		expect((await of(year)).items[0]?.wordingFr).toBe(before.items[0]?.wordingFr);
	});

	it("corrige les mots d’une question déjà répondue, jamais sa forme ; ce qui relève un signal change les signaux aussitôt", async () => {
		const employer = await addEmployer(advisor);
		await answer(employer.id, "french", "yes");
		const find = async () => (await manager.get<{ items: Question[] }>(`/questions?year=${year}`)).body.items.find(({ code }) => code === "french") as Question;
		const question = await find();
		expect(question.isAnswered).toBe(true);
		expect((await manager.patch<Problem>(`/questions/${question.id}`, { kind: "text", raises: [] }, { ifMatch: question.version })).body.code).toBe(
			"question-answered",
		);
		const raises = [...question.raises, { answer: "yes", signal: "expansion", level: "amber" }];
		await manager.patch(`/questions/${question.id}`, { raises }, { ifMatch: question.version });
		expect(await signalsOf(employer.id)).toMatchObject([{ code: "expansion", questionCode: "french" }]);
		await manager.patch(`/questions/${question.id}`, { raises: question.raises }, { ifMatch: (await find()).version });
		expect(await signalsOf(employer.id)).toEqual([]);
	});
});

describe("les signaux", () => {
	it("se traitent une fois, se rouvrent, et le disent", async () => {
		const employer = await addEmployer(advisor);
		await answer(employer.id, "moving", "yes");
		const [signal] = (await signalsOf(employer.id, advisor)) as [Signal];
		const handle = (id: string) =>
			advisor.post<Problem & { version: number }>("/signal-handlings", { id, signalId: signal.id, note: "MRC et Services Québec avisés", handledOn: today });
		const id = newId();
		const { status, body } = await handle(id);
		expect(status).toBe(201);
		expect((await handle(newId())).body.code).toBe("already-handled");
		expect(await signalsOf(employer.id, manager, ";handled==true")).toMatchObject([
			{ handling: { note: "MRC et Services Québec avisés", handledBy: advisor.person?.id } },
		]);
		expect((await advisor.send("DELETE", `/signal-handlings/${id}`, { ifMatch: body.version })).status).toBe(204);
		expect(await signalsOf(employer.id, manager, ";handled==false")).toHaveLength(1);
	});

	it("comptent autant au tableau de bord que dans la liste, et dans chaque case des tendances", async () => {
		const { body } = await manager.get<Measure & { period: { from: string; to: string; asOf: string } }>("/indicators/I22?by=type");
		const { from, to, asOf } = body.period;
		const during = `raisedOn=ge=${from};raisedOn=le=${[to, asOf].sort()[0]}`;
		const total = async (filter: string) => (await manager.get<Page>(`/signals?limit=1&filter=${filter}`)).body.total;
		expect(body.value).toBeGreaterThan(0);
		expect(await total(during)).toBe(body.value);
		const [part] = body.parts;
		expect(await total(`${during};code==${part?.keys[0]}`)).toBe(part?.value);
		const trends = (await manager.get<{ items: { sectorCode: string | null; year: number; count: number }[] }>("/signals/trends?filter=level==red")).body.items;
		const last = trends.findLast(({ sectorCode }) => sectorCode !== null);
		expect(await total(`level==red;sectorCode==${last?.sectorCode};year==${last?.year}`)).toBe(last?.count);
		expect(trends.reduce((sum, { count }) => sum + count, 0)).toBe(await total("level==red"));
	});
});

describe("les vocabulaires", () => {
	const termOf = async (vocabulary: string, code: string) =>
		(await administrator.get<{ items: Vocabulary[] }>("/vocabularies")).body.items
			.find(({ name }) => name === vocabulary)
			?.terms.find((one) => one.code === code) as VocabularyTerm;

	it("un secteur retiré n’est plus admis dans une fiche ; celles qui l’ont le gardent, et la liste le filtre encore", async () => {
		const employer = await addEmployer(advisor, { sectorCode: "55" });
		const term = await termOf("sector", "55");
		const key = newId();
		const { status } = await administrator.patch(`/terms/${term.id}`, { validTo: "2026-01-31", successor: "56" }, { ifMatch: term.version, key });
		expect(status).toBe(200);
		const { sectors } = (await advisor.get<Reference>("/reference")).body;
		expect(sectors.find(({ code }) => code === "55")).toMatchObject({ validTo: "2026-01-31", successor: "56" });
		const other = await addEmployer(advisor);
		const refused = await advisor.patch<Problem>(`/employers/${other.id}`, { sectorCode: "55" }, { ifMatch: other.version });
		expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([400, "sectorCode"]);
		expect((await advisor.patch(`/employers/${employer.id}`, { sectorCode: "55", activity: "Auberge" }, { ifMatch: employer.version })).status).toBe(200);
		expect((await advisor.get<Page<{ id: string }>>("/employers?filter=sectorCode==55&limit=500")).body.items.map(({ id }) => id)).toContain(employer.id);
		// Annulé, le terme est comme la région l’avait reçu.
		expect((await administrator.post(`/batches/${key}/undo`, undefined)).status).toBe(200);
		expect(await termOf("sector", "55")).toMatchObject({ validTo: null, version: 0 });
	});

	it("un terme se renomme et se déplace, l’historique dit de quoi à quoi ; ce dont Jalon se sert ne se retire pas", async () => {
		const term = await termOf("closeReason", "referred");
		const { body } = await administrator.patch<VocabularyTerm>(`/terms/${term.id}`, { labelFr: "Référé ailleurs" }, { ifMatch: term.version });
		expect((await advisor.get<Reference>("/reference")).body.vocabularies.closeReason?.find(({ code }) => code === "referred")?.labelFr).toBe(
			"Référé ailleurs",
		);
		const history = (await administrator.get<Page<{ changes: { field: string; before: unknown; after: unknown }[] }>>(`/history/termSetting/${term.id}`)).body;
		expect(history.items[0]?.changes).toEqual([{ field: "labelFr", before: term.labelFr, after: "Référé ailleurs" }]);
		await administrator.patch(`/terms/${term.id}`, { labelFr: term.labelFr }, { ifMatch: body.version });
		const held = await termOf("solution", "none");
		expect(held.heldBy).toBe("rules");
		expect((await administrator.patch<Problem>(`/terms/${held.id}`, { validTo: "2026-01-31" }, { ifMatch: held.version })).body.code).toBe("term-held");
		const added = { id: newId(), labelFr: "Vol à voile", labelEn: "Gliding", validFrom: today };
		expect((await administrator.post<Problem>("/terms", { ...added, vocabulary: "visitMode" })).body.code).toBe("vocabulary-closed");
		expect((await administrator.post<VocabularyTerm>("/terms", { ...added, vocabulary: "contactOrigin" })).body).toMatchObject({
			heldBy: null,
			can: { retire: true },
		});
		expect((await manager.patch(`/terms/${held.id}`, { labelFr: "x" }, { ifMatch: held.version })).status).toBe(403);
	});
});
