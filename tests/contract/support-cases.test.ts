import { beforeAll, describe, expect, it } from "vitest";
import { addEmployer, as, newId, type Page, peopleOf, Visitor } from "./support.ts";

type Case = { id: string; stage: string; version: number; [field: string]: unknown };
type Problem = { code: string; errors?: { path: string; code: string; message: string }[]; missing?: { criterion: string; label: string }[]; current?: Case };
type Column = { stage: string; total: number; openPosts: number; sleeping: number; items: Case[] };
type Board = { columns: Column[] };

const daysFrom = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const someNeq = () => `11${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`;

let advisor: Visitor;
let colleague: Visitor;
let manager: Visitor;
let today = "";
beforeAll(async () => {
	[advisor, colleague, manager] = await Promise.all([as("advisor"), as("advisor", 1), as("manager")]);
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});

async function openCase(fields: Record<string, unknown> = {}, openedOn = today): Promise<{ employerId: string; record: Case; name: string }> {
	const employer = await addEmployer(advisor, fields);
	const { status, body } = await advisor.post<Case>("/support-cases", { id: newId(), employerId: employer.id, advisorId: advisor.person?.id, openedOn });
	expect(status).toBe(201);
	return { employerId: employer.id, record: body, name: employer.name };
}

const move = (record: Case, toStage: string, fields: Record<string, unknown> = {}, who = advisor) =>
	who.post<Case & Problem>(`/support-cases/${record.id}/moves`, { id: newId(), toStage, movedOn: today, ...fields }, { ifMatch: record.version });
const proof = (criterion: string, occurredOn = today) => ({ id: newId(), criterion, occurredOn, note: "Confirmé au téléphone" });
const read = async (id: string) => (await advisor.get<Case>(`/support-cases/${id}`)).body;

/** Refused, in those terms, and the record is byte for byte what it was. */
async function expectRefusal(record: Case, attempt: () => Promise<{ status: number; body: Problem }>, status: number, code: string) {
	const before = await read(record.id);
	const answer = await attempt();
	expect([answer.status, answer.body.code]).toEqual([status, code]);
	expect(await read(record.id)).toEqual(before);
	return answer.body;
}

describe("un nouveau dossier", () => {
	it("commence à la première étape, et son histoire aussi", async () => {
		const { record, employerId } = await openCase();
		expect(record).toMatchObject({ employerId, stage: "toContact", stageEnteredOn: today, openedOn: today, closedOn: null, version: 1, evidence: [] });
		expect(record.can).toEqual({ update: true, move: true, reopen: false });
		expect(record.stageChanges).toMatchObject([{ fromStage: null, toStage: "toContact", movedOn: today, movedBy: advisor.person?.id }]);
	});

	it("ne s’ouvre ni demain, ni chez l’employeur d’une collègue, ni chez un employeur inconnu", async () => {
		const employer = await addEmployer(colleague);
		const body = { id: newId(), employerId: employer.id, advisorId: null, openedOn: today };
		expect((await advisor.post("/support-cases", body)).status).toBe(403);
		const later = await colleague.post<Problem>("/support-cases", { ...body, openedOn: daysFrom(today, 1) });
		expect([later.status, later.body.errors?.[0]?.path, later.body.errors?.[0]?.code]).toEqual([400, "openedOn", "date-in-future"]);
		const unknown = await advisor.post<Problem>("/support-cases", { ...body, id: newId(), employerId: newId() });
		expect([unknown.status, unknown.body.errors?.[0]?.path]).toEqual([400, "employerId"]);
	});

	it("n’est pas visible d’une autre région ni de qui n’accompagne pas d’employeurs", async () => {
		const { record } = await openCase();
		expect((await (await as("integrationAgent")).get(`/support-cases/${record.id}`)).status).toBe(403);
		for (const person of await peopleOf("advisor")) {
			const visitor = await new Visitor().signIn(person);
			const { body } = await visitor.get<{ person: { regionCode: string } }>("/session");
			const { status } = await visitor.get(`/support-cases/${record.id}`);
			expect([person.name, status]).toEqual([person.name, body.person.regionCode === "16" ? 200 : 404]);
		}
	});
});

describe("avancer un dossier", () => {
	it("nomme tous les critères des étapes franchies qui manquent, dans la langue de qui demande", async () => {
		const { record } = await openCase({ neq: someNeq() });
		const problem = await expectRefusal(record, () => move(record, "needsAssessment"), 422, "criteria-missing");
		expect(problem.missing).toEqual([
			{ criterion: "interactionLogged", label: "Un échange avec l’employeur est consigné" },
			{ criterion: "visitHeld", label: "Une visite ou une rencontre a eu lieu" },
		]);
		const english = await advisor.post<Problem>(
			`/support-cases/${record.id}/moves`,
			{ id: newId(), toStage: "needsAssessment", movedOn: today },
			{ ifMatch: record.version, headers: { "accept-language": "en-CA" } },
		);
		expect(english.body.missing?.[1]?.label).toBe("A visit or a meeting took place");
	});

	it("est accepté avec une preuve datée de chaque critère qui manque, sous la même clé", async () => {
		const { record } = await openCase();
		const id = newId();
		expect((await move(record, "firstContact", { id })).status).toBe(422);
		const evidence = [proof("interactionLogged", daysFrom(today, -3)), proof("neqVerified")];
		const { status, body } = await move(record, "firstContact", { id, evidence });
		expect(status).toBe(200);
		expect(body).toMatchObject({ stage: "firstContact", stageEnteredOn: today, version: record.version + 1 });
		expect(body.stageChanges).toMatchObject([{ toStage: "toContact" }, { id, fromStage: "toContact", toStage: "firstContact", movedBy: advisor.person?.id }]);
		expect(body.evidence).toMatchObject([
			{ criterion: "interactionLogged", occurredOn: daysFrom(today, -3), note: "Confirmé au téléphone", recordedBy: advisor.person?.id },
			{ criterion: "neqVerified", occurredOn: today },
		]);
	});

	it("garde la preuve : reculer puis avancer ne la redemande pas", async () => {
		const { record } = await openCase();
		const there = await move(record, "firstContact", { evidence: [proof("interactionLogged"), proof("neqVerified")] });
		const back = await move(there.body, "toContact", { reason: "Mauvaise personne jointe" });
		expect(back.status).toBe(200);
		expect((await move(back.body, "firstContact")).status).toBe(200);
	});

	it("tient pour montrés le NEQ, la visite, le besoin et le Portail qui sont consignés", async () => {
		const { record, employerId } = await openCase({ neq: someNeq() });
		const visit = { status: "draft", employerIds: [employerId], adviserIds: [advisor.person?.id], occurredOn: today };
		const logged = await advisor.post("/visits", { id: newId(), ...visit, mode: "phone", headline: "Appel" });
		expect(logged.status).toBe(201);
		const afterCall = await expectRefusal(record, () => move(record, "needsAssessment"), 422, "criteria-missing");
		expect(afterCall.missing?.map(({ criterion }) => criterion)).toEqual(["visitHeld"]);
		expect((await advisor.post("/visits", { id: newId(), ...visit, mode: "onSite", headline: "Visite" })).status).toBe(201);
		const need = {
			permanence: null,
			startOn: null,
			hourlyWageCents: null,
			frenchLevel: null,
			schedule: null,
			requirements: null,
			vacantMonths: null,
			localEfforts: null,
		};
		expect((await advisor.post("/labour-needs", { id: newId(), employerId, occupationCode: "72106", posts: 3, ...need })).status).toBe(201);
		const account = { tool: "employerPortal", event: "account", occurredOn: today, quantity: 1, mission: null, source: "declared", note: null };
		expect((await advisor.post("/tool-uses", { id: newId(), employerId, ...account })).status).toBe(201);
		const rest = await expectRefusal(record, () => move(record, "recruitment"), 422, "criteria-missing");
		expect(rest.missing?.map(({ criterion }) => criterion)).toEqual(["reportCompleted", "planAgreed"]);
	});

	it.each([
		["à la même étape", { toStage: "toContact" }, "toStage", "same-stage"],
		["à une étape qui n’existe pas", { toStage: "nulle-part" }, "toStage", "code"],
		["demain", { movedOn: 1 }, "movedOn", "date-in-future"],
		["avant son ouverture", { movedOn: -1 }, "movedOn", "date-before-opening"],
		["avec une preuve à venir", { evidence: [{ criterion: "neqVerified", day: 1 }] }, "evidence.0.occurredOn", "date-in-future"],
		["avec une preuve d’un critère inconnu", { evidence: [{ criterion: "chance", day: 0 }] }, "evidence.0.criterion", "code"],
	])(
		"est refusé %s",
		async (_, { movedOn, evidence, ...fields }: { toStage?: string; movedOn?: number; evidence?: { criterion: string; day: number }[] }, path, code) => {
			const { record } = await openCase();
			const lines = evidence?.map(({ criterion, day }) => proof(criterion, daysFrom(today, day)));
			const asked = { ...(movedOn === undefined ? {} : { movedOn: daysFrom(today, movedOn) }), ...(lines ? { evidence: lines } : {}), ...fields };
			const problem = await expectRefusal(record, () => move(record, "firstContact", asked), 400, "invalid-input");
			expect(problem.errors?.map((error) => [error.path, error.code])).toEqual([[path, code]]);
			expect(problem.errors?.[0]?.message).not.toMatch(/^[a-z-]+$/);
		},
	);

	it("est refusé à une collègue, mais permis à la gestionnaire", async () => {
		const { record } = await openCase();
		const evidence = [proof("interactionLogged"), proof("neqVerified")];
		await expectRefusal(record, () => move(record, "firstContact", { evidence }, colleague), 403, "forbidden");
		expect((await colleague.get<Case>(`/support-cases/${record.id}`)).body.can).toEqual({ update: false, move: false, reopen: false });
		expect((await move(record, "firstContact", { evidence }, manager)).status).toBe(200);
	});

	it("est refusé sur une version dépassée, et montre le dossier tel qu’il est", async () => {
		const { record } = await openCase();
		await move(record, "firstContact", { evidence: [proof("interactionLogged"), proof("neqVerified")] });
		const problem = await expectRefusal(record, () => move(record, "firstContact"), 412, "version-mismatch");
		expect(problem.current?.stage).toBe("firstContact");
	});

	it("répété avec la même clé n’est écrit qu’une fois", async () => {
		const { record } = await openCase();
		const fields = { id: newId(), evidence: [proof("interactionLogged"), proof("neqVerified")] };
		const [first, second] = await Promise.all([move(record, "firstContact", fields), move(record, "firstContact", fields)]);
		expect([first?.status, second?.status]).toEqual([200, 200]);
		expect((await read(record.id)).stageChanges).toHaveLength(2);
	});
});

describe("reculer et fermer", () => {
	it("reculer demande une raison, qui reste dans l’histoire", async () => {
		const { record } = await openCase();
		const { body } = await move(record, "firstContact", { evidence: [proof("interactionLogged"), proof("neqVerified")] });
		const problem = await expectRefusal(record, () => move(body, "toContact"), 422, "reason-required");
		expect(problem.errors?.[0]?.path).toBe("reason");
		const back = await move(body, "toContact", { reason: "annulé" });
		expect((back.body.stageChanges as { reason: string }[]).at(-1)?.reason).toBe("annulé");
	});

	it("fermer demande une raison du vocabulaire", async () => {
		const { record } = await openCase();
		const none = await expectRefusal(record, () => move(record, "closed"), 400, "invalid-input");
		expect(none.errors).toMatchObject([{ path: "closeReason", code: "required" }]);
		const unknown = await expectRefusal(record, () => move(record, "closed", { closeReason: "boredom" }), 400, "invalid-input");
		expect(unknown.errors).toMatchObject([{ path: "closeReason", code: "code" }]);
	});

	it("fermer attend que les suivis du dossier soient finis", async () => {
		const { record, employerId } = await openCase();
		const followUp = { id: newId(), employerId, kind: "call", title: "Rappeler", ownerId: advisor.person?.id, dueOn: today };
		const { body: added } = await advisor.post<{ version: number; supportCaseId: string }>("/follow-ups", followUp);
		expect(added.supportCaseId).toBe(record.id);
		await expectRefusal(record, () => move(record, "closed", { closeReason: "needMet" }), 422, "follow-ups-open");
		await advisor.patch(`/follow-ups/${followUp.id}`, { doneOn: today }, { ifMatch: added.version });
		const { status, body } = await move(record, "closed", { closeReason: "needMet" });
		expect(status).toBe(200);
		expect(body).toMatchObject({ stage: "closed", closedOn: today, closeReason: "needMet", can: { update: false, move: false } });
	});

	it("fermer dit ce que devient chaque suivi : fait, ou confié à quelqu’un qui le fera", async () => {
		const { record, employerId } = await openCase();
		const [done, given, dropped] = [newId(), newId(), newId()];
		for (const id of [done, given, dropped])
			await advisor.post("/follow-ups", { id, employerId, kind: "call", title: "Rappeler", ownerId: advisor.person?.id, dueOn: today });
		expect((await read(record.id)).openFollowUps).toHaveLength(3);
		const close = (followUps: unknown[]) => move(record, "closed", { closeReason: "needMet", followUps });
		await expectRefusal(record, () => close([{ id: done, becomes: "done" }]), 422, "follow-ups-open");
		const lacking = await expectRefusal(
			record,
			() =>
				close([
					{ id: done, becomes: "done" },
					{ id: given, becomes: "given" },
					{ id: dropped, becomes: "cancelled" },
				]),
			400,
			"invalid-input",
		);
		expect(lacking.errors?.map(({ path }) => path)).toEqual(["followUps.1.ownerId", "followUps.2.cancelReason"]);
		const { status, body } = await close([
			{ id: done, becomes: "done", outcome: "Réglé" },
			{ id: given, becomes: "given", ownerId: colleague.person?.id },
			{ id: dropped, becomes: "cancelled", cancelReason: "notNeeded" },
		]);
		expect([status, body.stage]).toEqual([200, "closed"]);
		expect((await advisor.get(`/follow-ups/${dropped}`)).body).toMatchObject({ doneOn: today, cancelReason: "notNeeded" });
		expect((await advisor.get(`/follow-ups/${done}`)).body).toMatchObject({ doneOn: today, outcome: "Réglé" });
		expect((await advisor.get(`/follow-ups/${given}`)).body).toMatchObject({ doneOn: null, ownerId: colleague.person?.id });
	});

	it("l’employeur qui revient a un nouveau dossier, lié à celui qui reste fermé, et une seule fois", async () => {
		const { record } = await openCase();
		const reopening = (id = newId()) =>
			advisor.post<Case & Problem>(`/support-cases/${record.id}/reopening`, { id, advisorId: null, openedOn: today, reason: "Nouveau contrat" });
		await expectRefusal(record, reopening, 422, "not-closed");
		await move(record, "closed", { closeReason: "needMet" });
		expect((await read(record.id)).can).toMatchObject({ reopen: true });
		const { status, body } = await reopening();
		expect(status).toBe(201);
		expect(body).toMatchObject({ stage: "toContact", openedOn: today, reopenedFrom: { id: record.id, on: today }, reopenedAs: null });
		expect(body.stageChanges).toMatchObject([{ fromStage: null, reason: "Nouveau contrat" }]);
		const former = await read(record.id);
		expect(former).toMatchObject({ stage: "closed", reopenedAs: { id: body.id, on: today }, can: { reopen: false } });
		await expectRefusal(former, reopening, 409, "already-reopened");
	});

	it("un dossier fermé ne bouge plus", async () => {
		const { record } = await openCase();
		const { body } = await move(record, "closed", { closeReason: "abandoned" });
		await expectRefusal(body, () => move(body, "toContact", { reason: "Rouvrir" }), 422, "already-closed");
		const update = () => advisor.patch<Problem>(`/support-cases/${record.id}`, { advisorId: null }, { ifMatch: body.version });
		await expectRefusal(body, update, 422, "already-closed");
	});
});

describe("mettre en pause et confier", () => {
	const change = (record: Case, fields: Record<string, unknown>) =>
		advisor.patch<Case & Problem>(`/support-cases/${record.id}`, fields, { ifMatch: record.version });

	it("une pause a une date de réveil et une raison ; le réveil les efface", async () => {
		const { record } = await openCase();
		const pausedUntil = daysFrom(today, 30);
		const paused = await change(record, { pausedUntil, pauseReason: "Déménagement de l’usine" });
		expect(paused.body).toMatchObject({ pausedUntil, pauseReason: "Déménagement de l’usine", version: 2 });
		const filter = (state: string) => advisor.get<Page<Case>>(`/support-cases?filter=${encodeURIComponent(`employerId==${record.employerId};${state}`)}`);
		expect((await filter("paused==true")).body.total).toBe(1);
		const awake = await change(paused.body, { pausedUntil: null });
		expect(awake.body).toMatchObject({ pausedUntil: null, pauseReason: null });
		expect((await filter("paused==true")).body.total).toBe(0);
	});

	it.each([
		["sans raison", { pausedUntil: 30 }, "pauseReason", "required"],
		["sans date", { pauseReason: "Été" }, "pausedUntil", "required"],
		["jusqu’à aujourd’hui", { pausedUntil: 0, pauseReason: "Été" }, "pausedUntil", "wake-up"],
		["pour plus de six mois", { pausedUntil: 190, pauseReason: "Été" }, "pausedUntil", "wake-up"],
	])("refuse une pause %s", async (_, { pausedUntil, ...fields }: { pausedUntil?: number; pauseReason?: string }, path, code) => {
		const { record } = await openCase();
		const asked = { ...fields, ...(pausedUntil === undefined ? {} : { pausedUntil: daysFrom(today, pausedUntil) }) };
		const problem = await expectRefusal(record, () => change(record, asked), 400, "invalid-input");
		expect(problem.errors?.map((error) => [error.path, error.code])).toEqual([[path, code]]);
	});

	it("se confie à une personne de la région, et à personne d’inconnu", async () => {
		const { record } = await openCase();
		const handed = await change(record, { advisorId: colleague.person?.id });
		expect(handed.body).toMatchObject({ advisorId: colleague.person?.id, version: 2 });
		await expectRefusal(record, () => change(handed.body, { advisorId: newId() }), 400, "invalid-input");
	});
});

describe("le tableau et la liste", () => {
	const board = async (query = "") => (await advisor.get<Board>(`/support-cases/board?limit=500${query}`)).body.columns;
	const list = async (filter: string) => (await advisor.get<Page<Case>>(`/support-cases?limit=500&filter=${encodeURIComponent(filter)}`)).body;

	it("dort ce qui est ouvert, sans pause, et sans trace depuis plus longtemps que l’étape ne le permet", async () => {
		const { body } = await advisor.get<{ stages: { code: string; staleAfterDays: number | null }[] }>("/reference");
		const limit = new Map(body.stages.map(({ code, staleAfterDays }) => [code, staleAfterDays]));
		const { items } = await list("open==true");
		expect(items.some(({ sleeping }) => sleeping)).toBe(true);
		for (const item of items) {
			const quiet = (Date.parse(today) - Date.parse(String(item.lastActivityOn))) / 86_400_000;
			const paused = item.pausedUntil !== null && String(item.pausedUntil) >= today;
			expect([item.id, item.sleeping]).toEqual([item.id, !paused && quiet > Number(limit.get(item.stage))]);
		}
		const counts = await advisor.get<Record<string, { value: string; count: number }[]>>(
			`/support-cases/facets?fields=sleeping,stage&filter=${encodeURIComponent("open==true")}`,
		);
		expect(counts.body.sleeping?.find(({ value }) => value === "true")?.count).toBe(items.filter(({ sleeping }) => sleeping).length);
	});

	it("un dossier ouvert il y a longtemps et laissé là dort ; en pause, il ne dort plus", async () => {
		const { record } = await openCase({}, daysFrom(today, -60));
		expect(record.sleeping).toBe(true);
		const paused = await advisor.patch<Case>(
			`/support-cases/${record.id}`,
			{ pausedUntil: daysFrom(today, 10), pauseReason: "Vacances" },
			{ ifMatch: record.version },
		);
		expect(paused.body.sleeping).toBe(false);
	});

	it("dit de chaque critère ce qui le montre : une fiche, ou une preuve, avec son jour et son auteur", async () => {
		const { record } = await openCase({ neq: someNeq() });
		const { body } = await move(record, "firstContact", { evidence: [proof("interactionLogged")] });
		const criteria = new Map((body.criteria as { code: string; proof: unknown }[]).map((one) => [one.code, one]));
		expect(criteria.get("interactionLogged")).toMatchObject({
			stage: "firstContact",
			kind: "entry",
			proof: { by: "evidence", on: today, personId: advisor.person?.id, note: "Confirmé au téléphone" },
		});
		expect(criteria.get("neqVerified")).toMatchObject({ proof: { by: "employer", recordId: record.employerId } });
		expect(criteria.get("meetingBooked")).toMatchObject({ stage: "firstContact", kind: "exit", proof: null });
	});

	it.each(["advisor", "servicePoint"])("en couloirs (%s), chaque colonne garde son compte, ses postes et ses cartes", async (lanes) => {
		type Laned = Board & { lanes: { id: string | null; total: number; openPosts: number; columns: Column[] }[] };
		const whole = await board();
		const { body } = await advisor.get<Laned>(`/support-cases/board?limit=500&lanes=${lanes}`);
		expect(body.lanes.length).toBeGreaterThan(1);
		for (const [index, column] of whole.entries()) {
			const cells = body.lanes.map(({ columns }) => columns[index] as Column);
			const sum = (of: "total" | "openPosts" | "sleeping") => cells.reduce((total, cell) => total + cell[of], 0);
			expect([sum("total"), sum("openPosts"), sum("sleeping")]).toEqual([column.total, column.openPosts, column.sleeping]);
			expect(cells.flatMap(({ items }) => items.map(({ id }) => id)).sort()).toEqual(column.items.map(({ id }) => id).sort());
			expect(body.columns[index]).toEqual({ ...column, items: [] });
		}
		const field = lanes === "advisor" ? "advisorId" : "servicePointId";
		for (const lane of body.lanes) {
			const { total } = await list(`${lane.id === null ? `${field}=null=true` : `${field}==${lane.id}`};open==true`);
			expect(total).toBe(lane.columns.slice(0, -1).reduce((sum, one) => sum + one.total, 0));
		}
	});

	it("montre plus de cartes d’une seule colonne", async () => {
		const { body } = await advisor.get<Board>("/support-cases/board?limit=1&more=recruitment:5");
		expect(body.columns.map(({ stage, total, items }) => [stage, items.length, total])).toEqual(
			body.columns.map(({ stage, total }) => [stage, Math.min(total, stage === "recruitment" ? 5 : 1), total]),
		);
	});

	it("le seuil d’une étape est celui que la région règle : la liste le suit aussitôt, et l’historique le garde", async () => {
		type Setting = { id: string; stage: string; staleAfterDays: number | null; version: number };
		const { body: settings } = await manager.get<{ items: Setting[] }>("/stage-settings");
		const one = settings.items.find(({ stage }) => stage === "retention") as Setting;
		const sleeping = async () => (await list("stage==retention;sleeping==true")).total;
		const open = (await list("stage==retention;open==true;paused==false")).total;
		const set = (staleAfterDays: number | null, version: number, who = manager) =>
			who.patch<Setting & Problem>(`/stage-settings/${one.id}`, { staleAfterDays }, { ifMatch: version });
		expect((await set(1, one.version, advisor)).status).toBe(403);
		const shorter = await set(1, one.version);
		expect([shorter.status, shorter.body.staleAfterDays, await sleeping()]).toEqual([200, 1, open]);
		expect((await set(2, one.version)).body.current).toMatchObject({ staleAfterDays: 1 });
		const never = await set(null, shorter.body.version);
		expect([never.body.staleAfterDays, await sleeping()]).toEqual([null, 0]);
		await set(one.staleAfterDays, never.body.version);
		const { body: history } = await manager.get<{ items: { changes: { field: string }[] }[] }>(`/history/stageSetting/${one.id}`);
		expect(history.items[0]?.changes.map(({ field }) => field)).toEqual(["staleAfterDays"]);
	});

	it("suit un déplacement : le compte et les postes passent d’une colonne à l’autre", async () => {
		const { record, name } = await openCase();
		const of = async () => Object.fromEntries((await board(`&q=${encodeURIComponent(name)}`)).map(({ stage, total }) => [stage, total]));
		expect(await of()).toMatchObject({ toContact: 1, firstContact: 0 });
		await move(record, "firstContact", { evidence: [proof("interactionLogged"), proof("neqVerified")] });
		expect(await of()).toMatchObject({ toContact: 0, firstContact: 1 });
	});
});
