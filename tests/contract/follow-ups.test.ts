import { beforeAll, describe, expect, it } from "vitest";
import type { FollowUp } from "#contract/follow-ups.ts";
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
		for (const counts of Object.values(body)) expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(total);
		for (const field of ["ownerId", "kind"] as const) {
			const most = body[field]?.[0];
			const { body: rows } = await advisor.get<Page<FollowUp>>(`/follow-ups?limit=500&filter=done==false;${field}==${most?.value}`);
			expect([rows.total, new Set(rows.items.map((item) => item[field]))]).toEqual([most?.count, new Set([most?.value])]);
		}
	});
});
