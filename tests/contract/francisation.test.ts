import { beforeAll, describe, expect, it } from "vitest";
import { addSpan } from "#contract/business-days.ts";
import type { FollowUp, FollowUpProposal } from "#contract/follow-ups.ts";
import type { ToolUse } from "#contract/tool-uses.ts";
import type { Visit } from "#contract/visits.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string; message: string }[] };
type Measure = { value: number; parts: { keys: (string | null)[]; value: number }[] };

let advisor: Visitor;
let manager: Visitor;
let today: string;
const ago = (days: number) => addSpan(today, { count: -days, unit: "day" });
beforeAll(async () => {
	advisor = await as("advisor");
	manager = await as("manager");
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});

const bodyOf = (employerId: string, event: string, occurredOn: string, fields: Record<string, unknown> = {}) => ({
	...{ id: newId(), employerId, tool: "francisation", event, occurredOn, quantity: 1, mission: null, source: "declared", note: null },
	...fields,
});
const record = (...step: Parameters<typeof bodyOf>) => advisor.post<ToolUse & Problem>("/tool-uses", bodyOf(...step));
const stepsOf = async (employerId: string) =>
	(await advisor.get<Page<ToolUse>>(`/tool-uses?sort=occurredOn&filter=employerId==${employerId};tool==francisation`)).body.items;

describe("la francisation d’un employeur", () => {
	it("est une suite de faits datés, chacun avec sa source, une note et, d’un cours, le nombre de personnes", async () => {
		const { id } = await addEmployer(advisor);
		await record(id, "francisationInformed", ago(60), { note: "Au téléphone", helpedById: advisor.person?.id });
		await record(id, "francisationRegistered", ago(50));
		await record(id, "courseStarted", ago(20), { participants: 8 });
		await record(id, "courseStarted", ago(10));
		await record(id, "oqlfAttestation", ago(5), { source: "extract" });
		expect((await stepsOf(id)).map(({ event, occurredOn, participants, source, note }) => [event, occurredOn, participants, source, note])).toEqual([
			["francisationInformed", ago(60), null, "declared", "Au téléphone"],
			["francisationRegistered", ago(50), null, "declared", null],
			["courseStarted", ago(20), 8, "declared", null],
			["courseStarted", ago(10), null, "declared", null],
			["oqlfAttestation", ago(5), null, "extract", null],
		]);
	});

	it("n’est ni un usage du Portail, ni une mission, ni un geste qui commence un canal", async () => {
		const { id, name } = await addEmployer(advisor);
		await record(id, "courseStarted", today);
		const { body } = await advisor.get<{ missionsJoined: number }>(`/employers/${id}`);
		const none = (await advisor.get<Page>(`/employers?q=${name}&filter=portal==none`)).body.total;
		const accounts = (await advisor.get<Page>(`/portal-accounts?filter=employerId==${id}`)).body.total;
		expect([body.missionsJoined, none, accounts]).toEqual([0, 1, 0]);
	});

	it.each([
		["francisationInformed", { occurredOn: "2099-01-01" }, "occurredOn", "date-in-future", /futur|venir/],
		["tookPart", {}, "event", "tool-event", /n’appartient pas/],
		["oqlfRegistered", { participants: 4 }, "participants", "participants-of-course", /Seul un cours/],
		["courseStarted", { participants: 0 }, "participants", "too-small", /./],
		["oqlfAttestation", { occurredOn: "2025-09-09" }, "occurredOn", "attestation-before-registration", /2025-09-10/],
	])("refuse à côté de sa case : %s %o", async (event, fields, path, code, message) => {
		const { id } = await addEmployer(advisor);
		await record(id, "oqlfRegistered", "2025-09-10");
		const { status, body } = await record(id, event, today, fields);
		expect([status, body.errors?.map((error) => [error.path, error.code])]).toEqual([400, expect.arrayContaining([[path, code]])]);
		expect(body.errors?.find((error) => error.path === path)?.message).toMatch(message);
		expect(await stepsOf(id)).toHaveLength(1);
	});

	it("se corrige, se reprend et s’annule ; son historique la garde", async () => {
		const { id } = await addEmployer(advisor);
		const { body: course } = await record(id, "courseStarted", ago(9), { participants: 8 });
		const { body: corrected } = await advisor.patch<ToolUse>(`/tool-uses/${course.id}`, { participants: 11 }, { ifMatch: 1 });
		expect([corrected.participants, corrected.version]).toEqual([11, 2]);
		const key = newId();
		await advisor.patch(`/tool-uses/${course.id}`, { event: "francisationInformed", participants: null }, { ifMatch: 2, key });
		expect((await stepsOf(id)).map(({ event, participants }) => [event, participants])).toEqual([["francisationInformed", null]]);
		expect((await advisor.post(`/batches/${key}/undo`, undefined)).status).toBe(200);
		expect((await stepsOf(id)).map(({ event, participants }) => [event, participants])).toEqual([["courseStarted", 11]]);
		const { body: read } = await advisor.get<ToolUse>(`/tool-uses/${course.id}`);
		expect((await advisor.delete(`/tool-uses/${course.id}`, { ifMatch: read.version })).status).toBe(204);
		expect(await stepsOf(id)).toEqual([]);
	});

	it("deux personnes qui consignent la même inscription en même temps : une seule l’écrit", async () => {
		for (let round = 0; round < 4; round += 1) {
			const { id } = await addEmployer(advisor);
			const answers = await Promise.all([advisor, manager, advisor].map((who) => who.post("/tool-uses", bodyOf(id, "oqlfRegistered", today))));
			expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
		}
	});
});

describe("les étapes que dit un rapport de visite", () => {
	type Report = Visit & Problem;
	const line = (event: string, occurredOn: string, fields: object = {}) => ({
		id: newId(),
		tool: "francisation",
		event,
		occurredOn,
		quantity: 1,
		source: "declared",
		...fields,
	});
	const log = (employerIds: string[], toolUses: object[]) =>
		advisor.post<Report>("/visits", {
			...{ id: newId(), status: "draft", mode: "onSite", occurredOn: today, headline: "Cours de français", adviserIds: [advisor.person?.id], employerIds },
			report: { toolUses },
		});
	const save = ({ id, version }: Visit, toolUses: object[]) => advisor.patch<Report>(`/visits/${id}`, { report: { toolUses } }, { ifMatch: version });
	const faults = ({ body }: { body: Report }) => body.errors?.map(({ path, code }) => [path, code]);

	it("s’ajoutent à celles de l’employeur, dans leur ordre, et se corrigent dans le rapport", async () => {
		const { id } = await addEmployer(advisor);
		await record(id, "francisationInformed", ago(60));
		const steps = [line("francisationRegistered", ago(50)), line("oqlfRegistered", ago(40)), line("courseStarted", ago(30)), line("oqlfAttestation", ago(5))];
		const { status, body: visit } = await log([id], steps);
		expect(status).toBe(201);
		expect((await stepsOf(id)).map(({ event }) => event)).toEqual(["francisationInformed", ...steps.map(({ event }) => event)]);
		// The registration and the attestation move together: each is judged by what the report says now, not by what it said.
		const moved = steps.map((step) =>
			step.event === "oqlfRegistered" ? { ...step, occurredOn: ago(4) } : step.event === "oqlfAttestation" ? { ...step, occurredOn: ago(2) } : step,
		);
		expect((await save(visit, moved)).status).toBe(200);
		expect((await stepsOf(id)).slice(-2).map(({ event, occurredOn }) => [event, occurredOn])).toEqual([
			["oqlfRegistered", ago(4)],
			["oqlfAttestation", ago(2)],
		]);
	});

	it("qui en renversent l’ordre sont refusées à côté de leur case, en mots, et rien n’est écrit", async () => {
		const { id } = await addEmployer(advisor);
		await record(id, "oqlfRegistered", ago(20));
		const refused = await log([id], [line("courseStarted", ago(30)), line("oqlfAttestation", ago(25))]);
		expect([refused.status, faults(refused)]).toEqual([400, [["report.toolUses.1.occurredOn", "attestation-before-registration"]]]);
		expect(refused.body.errors?.[0]?.message).toBe(`L’inscription à l’OQLF est du ${ago(20)}\u00A0: l’attestation ne peut pas la précéder.`);
		expect(await stepsOf(id)).toHaveLength(1);
		expect(faults(await log([id], [line("oqlfRegistered", ago(3))]))).toEqual([["report.toolUses.0.event", "francisation-known"]]);
		// Within one report too, and when a draft is changed; a line that is not complete waits.
		const other = await addEmployer(advisor);
		const [registered, attested] = [line("oqlfRegistered", ago(8)), line("oqlfAttestation", ago(9))];
		expect(faults(await log([other.id], [registered, attested]))).toEqual([
			["report.toolUses.0.occurredOn", "registration-after-attestation"],
			["report.toolUses.1.occurredOn", "attestation-before-registration"],
		]);
		const { body: draft } = await log([other.id], [registered, line("oqlfAttestation", "", { occurredOn: null })]);
		expect(faults(await save(draft, [registered, attested]))).toEqual([["report.toolUses.1.occurredOn", "attestation-before-registration"]]);
		expect((await advisor.get<Visit>(`/visits/${draft.id}`)).body.version).toBe(draft.version);
		expect((await stepsOf(other.id)).map(({ event }) => event)).toEqual(["oqlfRegistered"]);
	});

	it("sont celles de l’employeur qu’elles nomment\u00A0: donnée à un autre, une étape est jugée parmi les siennes", async () => {
		const [first, second] = [await addEmployer(advisor), await addEmployer(advisor)];
		await record(second.id, "oqlfRegistered", ago(10));
		const step = line("oqlfAttestation", ago(15), { employerId: first.id });
		const { status, body: visit } = await log([first.id, second.id], [step]);
		expect(status).toBe(201);
		expect(faults(await save(visit, [{ ...step, employerId: second.id }]))).toEqual([["report.toolUses.0.occurredOn", "attestation-before-registration"]]);
	});
});

describe("informer l’employeur et le référer à l’OQLF", () => {
	const proposals = async (employerId: string) =>
		(await advisor.get<{ items: FollowUpProposal[] }>(`/follow-up-proposals?employerId=${employerId}`)).body.items.filter(
			({ ruleCode }) => ruleCode === "languageOffice",
		);
	const officeOf = async (employerId: string) =>
		(await advisor.get<Page<FollowUp>>(`/follow-ups?filter=employerId==${employerId}`)).body.items.map(({ id, doneOn, version }) => ({ id, doneOn, version }));
	const take = async (employerId: string) => {
		const [proposal] = await proposals(employerId);
		const { isChosen: _, ...body } = proposal ?? ({} as FollowUpProposal);
		await advisor.post("/follow-ups", { ...body, id: newId(), employerId, ownerId: advisor.person?.id });
	};

	it("se propose à 25 personnes et plus, sans statut connu ; une fois", async () => {
		const [small, large] = [await addEmployer(advisor, { employeeCount: 24 }), await addEmployer(advisor, { employeeCount: 25 })];
		expect([await proposals(small.id), (await proposals(large.id)).length]).toEqual([[], 1]);
		await take(large.id);
		expect(await proposals(large.id)).toEqual([]);
		const known = await addEmployer(advisor, { employeeCount: 80 });
		await record(known.id, "oqlfAttestation", ago(900));
		expect(await proposals(known.id)).toEqual([]);
	});

	it("se ferme dès qu’un fait le dit, et se rouvre s’il est repris ou annulé", async () => {
		const { id } = await addEmployer(advisor, { employeeCount: 60 });
		await take(id);
		// A course says nothing of the duty of the business.
		await record(id, "courseStarted", today);
		expect(await officeOf(id)).toMatchObject([{ doneOn: null }]);
		const { body: informed } = await record(id, "francisationInformed", today);
		expect(await officeOf(id)).toMatchObject([{ doneOn: today }]);
		await advisor.delete(`/tool-uses/${informed.id}`, { ifMatch: 1 });
		expect(await officeOf(id)).toMatchObject([{ doneOn: null }]);
		const key = newId();
		await advisor.post("/tool-uses", bodyOf(id, "oqlfRegistered", today, { id: key }), { key });
		expect(await officeOf(id)).toMatchObject([{ doneOn: today }]);
		expect((await advisor.post(`/batches/${key}/undo`, undefined)).status).toBe(200);
		expect(await officeOf(id)).toMatchObject([{ doneOn: null }]);
	});

	it("ce que quelqu’un a fait lui-même reste fait", async () => {
		const { id } = await addEmployer(advisor, { employeeCount: 60 });
		await take(id);
		const [office] = await officeOf(id);
		await advisor.patch(`/follow-ups/${office?.id}`, { doneOn: today }, { ifMatch: office?.version ?? 1 });
		const { body: informed } = await record(id, "francisationInformed", ago(3));
		await advisor.delete(`/tool-uses/${informed.id}`, { ifMatch: 1 });
		expect(await officeOf(id)).toMatchObject([{ doneOn: today }]);
	});
});

describe("les chiffres de la francisation (I20)", () => {
	const measure = async (indicator: string, by: string, asOf = today) =>
		(await manager.get<Measure>(`/indicators/${indicator}?from=${ago(300)}&to=${today}&asOf=${asOf}&by=${by}`)).body;
	const at = ({ parts }: Measure, key: string) => parts.find(({ keys }) => keys[0] === key)?.value ?? 0;

	it.each([
		["I20", ["francisationInformed", "francisationInformed"], 1],
		["I20-registered", ["francisationRegistered", "oqlfRegistered"], 1],
		["I20-courses", ["courseStarted", "courseStarted"], 2],
		["I20-attested", ["oqlfAttestation"], 1],
	])("%s compte ce qui est consigné : %o ajoute %i, par taille, et ses lignes en sont le nombre", async (indicator, events, added) => {
		const before = await measure(indicator, "size");
		const { id } = await addEmployer(advisor, { employeeCount: 120 });
		for (const event of events) await record(id, event, ago(2));
		const after = await measure(indicator, "size");
		expect([after.value - before.value, at(after, "100-199") - at(before, "100-199")]).toEqual([added, added]);
		const rows = await manager.get<Page<{ employerId: string }>>(`/indicators/${indicator}/rows?from=${ago(300)}&to=${today}&limit=500&sort=title`);
		expect([rows.body.total, rows.body.items.filter(({ employerId }) => employerId === id).length]).toEqual([after.value, added]);
		for (const by of ["mrcCode", "sectorCode"]) expect((await measure(indicator, by)).parts.reduce((sum, part) => sum + part.value, 0)).toBe(after.value);
	});

	it("une attestation n’est pas connue avant son jour, et reste connue quand la période est passée", async () => {
		const known = async (asOf: string) => (await manager.get<Measure>(`/indicators/I20-attested?from=${asOf}&to=${asOf}&asOf=${asOf}`)).body.value;
		const before = [await known(ago(401)), await known(ago(400)), await known(today)];
		await record((await addEmployer(advisor)).id, "oqlfAttestation", ago(400));
		expect([await known(ago(401)), await known(ago(400)), await known(today)]).toEqual(before.map((value, index) => value + (index === 0 ? 0 : 1)));
	});
});
