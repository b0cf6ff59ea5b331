import { beforeAll, describe, expect, it } from "vitest";
import type { FollowUp, FollowUpProposal } from "#contract/follow-ups.ts";
import type { MyDay } from "#contract/my-day.ts";
import { addEmployer, as, newId, type Page, peopleOf, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string; message: string }[]; current?: { version: number } };
type Reply = FollowUp & Problem;

let advisor: Visitor;
let colleague: Visitor;
let today: string;
beforeAll(async () => {
	advisor = await as("advisor");
	colleague = await as("advisor", 1);
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});

const add = (employerId: string, fields: Record<string, unknown> = {}, visitor = advisor) =>
	visitor.post<Reply>("/follow-ups", {
		id: newId(),
		employerId,
		kind: "call",
		title: "Rappeler pour le quart de nuit",
		ownerId: visitor.person?.id,
		dueOn: "2027-01-15",
		...fields,
	});
const change = (followUp: { id: string; version: number }, body: Record<string, unknown>, visitor = advisor) =>
	visitor.patch<Reply>(`/follow-ups/${followUp.id}`, body, { ifMatch: followUp.version });
const read = async (id: string) => (await advisor.get<FollowUp>(`/follow-ups/${id}`)).body;
const isListed = async (id: string, employerId: string, filter: string) =>
	(await advisor.get<Page<FollowUp>>(`/follow-ups?filter=employerId==${employerId};${filter}`)).body.items.some((item) => item.id === id);

describe("consigner un suivi", () => {
	it("dit quoi, qui et pour quand", async () => {
		const employer = await addEmployer(advisor);
		const { status, body } = await add(employer.id);
		expect(status).toBe(201);
		expect(body).toMatchObject({
			employerName: employer.name,
			title: "Rappeler pour le quart de nuit",
			ownerId: advisor.person?.id,
			dueOn: "2027-01-15",
			doneOn: null,
			createdOn: today,
			can: { update: true },
		});
		expect(await read(body.id)).toEqual(body);
	});

	it("le rattache au dossier ouvert de l’employeur", async () => {
		const employer = await addEmployer(advisor);
		const supportCase = newId();
		await advisor.post("/support-cases", { id: supportCase, employerId: employer.id, advisorId: null, openedOn: today });
		expect((await add(employer.id)).body.supportCaseId).toBe(supportCase);
	});

	it.each([
		[{ kind: "danser" }, "kind", "code"],
		[{ title: "" }, "title", "required"],
		[{ title: "deux\nlignes" }, "title", "one-line"],
		[{ dueOn: "2027-13-01" }, "dueOn", "date"],
		[{ ownerId: "abc" }, "ownerId", "id"],
	])("refuse %o à côté du champ", async (fields, path, code) => {
		const employer = await addEmployer(advisor);
		const { status, body } = await add(employer.id, fields);
		expect(status).toBe(400);
		expect(body.errors?.map((error) => [error.path, error.code])).toContainEqual([path, code]);
	});

	it("ne le confie qu’à une personne de la région", async () => {
		const employer = await addEmployer(advisor);
		for (const ownerId of [newId(), (await peopleOf("advisor")).at(-1)?.id]) {
			const isOurs = (await advisor.get<{ people: { id: string }[] }>("/reference")).body.people.some(({ id }) => id === ownerId);
			if (isOurs) continue;
			const { status, body } = await add(employer.id, { ownerId });
			expect([status, body.errors?.[0]?.path]).toEqual([400, "ownerId"]);
		}
	});

	it("laisse une collègue s’en charger elle-même, sans donner d’ordre à l’employeur d’une autre", async () => {
		const employer = await addEmployer(advisor);
		expect((await add(employer.id, {}, colleague)).status).toBe(201);
		expect((await add(employer.id, { ownerId: advisor.person?.id }, colleague)).status).toBe(403);
	});
});

describe("terminer un suivi", () => {
	it("le marque fait, puis à faire de nouveau", async () => {
		const { body: followUp } = await add((await addEmployer(advisor)).id);
		const done = await change(followUp, { doneOn: today, outcome: "Joint : rencontre en janvier." });
		expect(done.body).toMatchObject({ doneOn: today, outcome: "Joint : rencontre en janvier.", version: 2 });
		expect((await change(done.body, { doneOn: null })).body).toMatchObject({ doneOn: null, version: 3 });
	});

	it("refuse d’être fait demain", async () => {
		const { body: followUp } = await add((await addEmployer(advisor)).id);
		const { status, body } = await change(followUp, { doneOn: "2099-01-01" });
		expect([status, body.errors?.[0]?.path, body.errors?.[0]?.code]).toEqual([400, "doneOn", "date-in-future"]);
		expect(await read(followUp.id)).toEqual(expect.objectContaining({ doneOn: null, version: 1 }));
	});

	it("refuse une version dépassée et la main d’une collègue", async () => {
		const { body: followUp } = await add((await addEmployer(advisor)).id);
		expect((await change(followUp, { doneOn: today }, colleague)).status).toBe(403);
		await change(followUp, { dueOn: "2027-02-01" });
		const { status, body } = await change(followUp, { doneOn: today });
		expect([status, body.current?.version]).toEqual([412, 2]);
		expect((await read(followUp.id)).doneOn).toBeNull();
	});
});

describe("la liste des suivis", () => {
	it("dit en retard ce qui était dû avant aujourd’hui et n’est pas fait", async () => {
		const employer = await addEmployer(advisor);
		const { body: overdue } = await add(employer.id, { dueOn: "2021-04-01" });
		const { body: dueToday } = await add(employer.id, { dueOn: today });
		expect(await isListed(overdue.id, employer.id, "late==true")).toBe(true);
		expect(await isListed(dueToday.id, employer.id, "late==true")).toBe(false);
		await change(overdue, { doneOn: today });
		expect(await isListed(overdue.id, employer.id, "late==true")).toBe(false);
		expect(await isListed(overdue.id, employer.id, "done==true")).toBe(true);
	});

	it("compte par personne et par type", async () => {
		const { body } = await advisor.get<Record<string, { value: string | null; count: number }[]>>(
			"/follow-ups/facets?fields=ownerId,kind,late&filter=done==false",
		);
		const { total } = (await advisor.get<Page>("/follow-ups?limit=1&filter=done==false")).body;
		// One that is shared counts for each of those who share it.
		for (const field of ["kind", "late"]) expect(body[field]?.reduce((sum, { count }) => sum + count, 0)).toBe(total);
		for (const field of ["ownerId", "kind"] as const) {
			const most = body[field]?.[0];
			const { body: rows } = await advisor.get<Page<FollowUp>>(`/follow-ups?limit=500&filter=done==false;${field}==${most?.value}`);
			const names = (item: FollowUp): string[] => (field === "kind" ? [item.kind] : [item.ownerId, ...item.coOwnerIds]);
			expect([rows.total, rows.items.every((item) => names(item).includes(String(most?.value)))]).toEqual([most?.count, true]);
		}
	});
});

describe("un suivi à plusieurs", () => {
	it("est dans les suivis de chacun, et chacun l’écrit", async () => {
		const third = await as("recruitmentAdvisor");
		const employer = await addEmployer(advisor);
		const { body: shared } = await add(employer.id, { coOwnerIds: [colleague.person?.id, colleague.person?.id, advisor.person?.id] });
		expect(shared).toMatchObject({ ownerId: advisor.person?.id, coOwnerIds: [colleague.person?.id], origin: "hand" });
		const isIn = (person: Visitor) => isListed(shared.id, employer.id, `done==false;ownerId==${person.person?.id}`);
		expect([await isIn(advisor), await isIn(colleague), await isIn(third)]).toEqual([true, true, false]);
		expect((await change(shared, { title: "Rappeler ensemble" }, third)).status).toBe(403);
		const { body: done } = await change(shared, { doneOn: today }, colleague);
		expect(done).toMatchObject({ doneOn: today, version: 2 });
		const { status, body } = await add(employer.id, { coOwnerIds: [newId()] });
		expect([status, body.errors?.[0]?.path]).toEqual([400, "coOwnerIds.0"]);
	});
});

describe("un suivi récurrent", () => {
	const weekly = async () => (await add((await addEmployer(advisor)).id, { dueOn: "2026-11-23", repeatEvery: 1, repeatUnit: "week" })).body;
	const others = async ({ id, employerId }: FollowUp) =>
		(await advisor.get<Page<FollowUp>>(`/follow-ups?filter=employerId==${employerId}`)).body.items.filter((item) => item.id !== id);

	it("revient quand il est fait, et s’en va si ce n’était pas fait", async () => {
		const first = await weekly();
		const { body: done } = await change(first, { doneOn: today });
		const [next] = await others(first);
		expect(next).toMatchObject({ title: first.title, doneOn: null, origin: "series", repeatEvery: 1, repeatUnit: "week", version: 1 });
		expect([(next?.dueOn ?? "") > today, await others(first).then(({ length }) => length)]).toEqual([true, 1]);
		await change(done, { doneOn: null });
		expect(await others(first)).toEqual([]);
	});

	it("garde la suite que quelqu’un a déjà reprise, et n’en fait pas une seconde", async () => {
		const first = await weekly();
		const { body: done } = await change(first, { doneOn: today });
		const [next] = await others(first);
		if (!next) throw new Error("no next occurrence");
		await change(next, { title: "Avec la nouvelle directrice" });
		const { body: again } = await change(done, { doneOn: null });
		await change(again, { doneOn: today });
		expect((await others(first)).map(({ title }) => title)).toEqual(["Avec la nouvelle directrice"]);
	});

	it("ne revient plus s’il est classé sans suite, avec sa raison", async () => {
		const first = await weekly();
		expect((await change(first, { cancelReason: "notNeeded" })).body.errors?.[0]?.path).toBe("doneOn");
		expect((await change(first, { doneOn: today, cancelReason: "lubie" })).body.errors?.[0]?.path).toBe("cancelReason");
		const { body: dropped } = await change(first, { doneOn: today, cancelReason: "notNeeded" });
		expect([dropped.cancelReason, await others(first)]).toEqual(["notNeeded", []]);
		expect((await change(dropped, { doneOn: null })).body).toMatchObject({ doneOn: null, cancelReason: null });
	});

	it("dit son intervalle et son unité, ou ni l’un ni l’autre", async () => {
		const { body } = await add((await addEmployer(advisor)).id, { repeatEvery: 2 });
		expect(body.errors?.[0]).toMatchObject({ path: "repeatUnit", code: "required" });
	});
});

describe("reporter", () => {
	it("compte les reports et garde la dernière raison ; avancer n’est pas reporter", async () => {
		const { body: followUp } = await add((await addEmployer(advisor)).id, { dueOn: "2026-11-20" });
		const { body: once } = await change(followUp, { dueOn: "2026-11-30", postponeReason: "unreachable", postponeNote: "Boîte vocale pleine" });
		expect(once).toMatchObject({ postponements: 1, postponeReason: "unreachable", postponeNote: "Boîte vocale pleine" });
		const { body: twice } = await change(once, { dueOn: "2026-12-07" });
		expect(twice).toMatchObject({ postponements: 2, postponeReason: null, postponeNote: null });
		expect((await change(twice, { dueOn: "2026-12-01" })).body).toMatchObject({ dueOn: "2026-12-01", postponements: 2 });
	});
});

describe("le catalogue", () => {
	it("dit ce qui suit chaque événement, et quand", async () => {
		const { items } = (await advisor.get<{ items: { code: string; dueCount: number; dueUnit: string }[] }>("/follow-up-rules")).body;
		expect(items.find(({ code }) => code === "visitSummary")).toMatchObject({ dueCount: 2, dueUnit: "businessDay" });
		expect(items.filter(({ code }) => code.startsWith("permitRenewal")).map(({ dueCount }) => dueCount)).toEqual([-180, -120, -90]);
	});

	it("propose la suite d’une visite ; ce qui est choisi est créé avec le rapport complété, et rien si on le refuse", async () => {
		const employer = await addEmployer(advisor);
		const id = newId();
		const call = { id, status: "draft", employerIds: [employer.id], adviserIds: [advisor.person?.id], mode: "phone", occurredOn: today, headline: "Appel" };
		const { body: visit } = await advisor.post<{ version: number }>("/visits", { ...call, solutions: ["employerPortal"] });
		const { items } = (await advisor.get<{ items: FollowUpProposal[] }>(`/follow-up-proposals?visitId=${id}`)).body;
		expect(items.map(({ ruleCode }) => ruleCode)).toEqual(["visitSummary", "visitDocumentation", "portalAccount", "languageOffice"]);
		const chosen = items.slice(0, 2).map(({ isChosen: _, ...proposal }) => ({ ...proposal, id: newId(), ownerId: advisor.person?.id }));
		const complete = (followUps: unknown[], version: number) =>
			advisor.post<Problem & { version: number }>(`/visits/${id}/completion`, { completedOn: today, followUps }, { ifMatch: version });
		const listed = async () => (await advisor.get<Page<FollowUp>>(`/follow-ups?filter=employerId==${employer.id}`)).body.items;
		// Neither a next step nor a reason: with nothing chosen, the report is not complete.
		expect((await complete([], visit.version)).status).toBe(422);
		expect((await complete([chosen[0], { ...chosen[1], kind: "lubie" }], visit.version)).body.errors?.[0]?.path).toBe("followUps.1.kind");
		expect(await listed()).toEqual([]);
		const shared = { ...chosen[1], title: "Envoyer le guide", coOwnerIds: [colleague.person?.id] };
		const { status } = await complete([chosen[0], shared], visit.version);
		expect(status).toBe(200);
		const made = await listed();
		expect(made.map(({ title, origin, visitId, coOwnerIds }) => [title, origin, visitId, coOwnerIds.length])).toEqual([
			["Courriel de synthèse", "catalogue", id, 0],
			["Envoyer le guide", "catalogue", id, 1],
		]);
		const report = (await advisor.get<{ status: string; report: { nextSteps: { id: string }[] } }>(`/visits/${id}`)).body;
		expect([report.status, report.report.nextSteps.map((step) => step.id)]).toEqual(["completed", made.map((one) => one.id)]);
	});
});

describe("ma journée", () => {
	it("a le même nombre que la liste que chaque colonne ouvre, et les premières lignes en sont les premières", async () => {
		const employer = await addEmployer(advisor);
		const { body: late } = await add(employer.id, { dueOn: "2021-04-01" });
		await add(employer.id, { dueOn: today, ownerId: colleague.person?.id, coOwnerIds: [advisor.person?.id] });
		const { body: day } = await advisor.get<MyDay>("/my-day");
		const lists = { visits: "/visits", due: "/follow-ups", expected: "/follow-ups", reports: "/visits", coming: "/follow-ups" } as const;
		const cases = { sleepingCases: "/support-cases", wakingCases: "/support-cases" } as const;
		for (const [name, path] of Object.entries({ ...lists, ...cases }) as [Exclude<keyof MyDay, "today">, string][]) {
			const group = day[name];
			const sort =
				{ visits: "occurredOn", reports: "occurredOn", sleepingCases: "lastActivityOn", wakingCases: "pausedUntil", due: "-promised,dueOn" }[name as string] ??
				"dueOn";
			const { body: rows } = await advisor.get<Page<{ id: string }>>(`${path}?limit=24&sort=${sort}&filter=${encodeURIComponent(group.filter)}`);
			expect([name, rows.total, rows.items.slice(0, group.items.length).map(({ id }) => id)]).toEqual([name, group.total, group.items.map(({ id }) => id)]);
		}
		// What was promised to an employer comes first, then the latest.
		expect(day.due.items.find(({ promised }) => !promised)?.id).toBe(late.id);
		const counts = (await advisor.get<{ myDueFollowUps: number }>("/navigation-counts")).body;
		expect(counts.myDueFollowUps).toBe(day.due.total);
	});
});
