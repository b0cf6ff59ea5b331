import { beforeAll, describe, expect, it } from "vitest";
import type { LabourNeed } from "#contract/labour-needs.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string; message: string }[]; current?: { version: number } };
type Reply = LabourNeed & Problem;

const empty = {
	permanence: null,
	startOn: null,
	hourlyWageCents: null,
	frenchLevel: null,
	schedule: null,
	requirements: null,
	vacantMonths: null,
	localEfforts: null,
};

let advisor: Visitor;
let today: string;
beforeAll(async () => {
	advisor = await as("advisor");
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});

const record = (employerId: string, fields: Record<string, unknown> = {}, visitor = advisor) =>
	visitor.post<Reply>("/labour-needs", { id: newId(), employerId, occupationCode: "72106", posts: 4, ...empty, ...fields });
const change = (need: { id: string; version: number }, body: Record<string, unknown>, visitor = advisor) =>
	visitor.patch<Reply>(`/labour-needs/${need.id}`, body, { ifMatch: need.version });
const read = async (id: string) => (await advisor.get<LabourNeed>(`/labour-needs/${id}`)).body;

describe("consigner un besoin", () => {
	it("garde la profession, les postes et la date du jour", async () => {
		const employer = await addEmployer(advisor);
		const { status, body } = await record(employer.id, { hourlyWageCents: 24_50, frenchLevel: 5, permanence: "permanent", startOn: "2027-01-04" });
		expect(status).toBe(201);
		expect(body).toMatchObject({
			employerName: employer.name,
			posts: 4,
			openPosts: 4,
			postsFilled: 0,
			recordedOn: today,
			closedOn: null,
			hourlyWageCents: 24_50,
			frenchLevel: 5,
			version: 1,
		});
		expect(body.occupationLabel).toMatch(/^Soudeurs/);
		expect(body.can).toEqual({ update: true });
		expect(await read(body.id)).toEqual(body);
	});

	it("le rattache au dossier ouvert de l’employeur, s’il y en a un", async () => {
		const employer = await addEmployer(advisor);
		expect((await record(employer.id)).body.supportCaseId).toBeNull();
		const supportCase = newId();
		expect((await advisor.post("/support-cases", { id: supportCase, employerId: employer.id, advisorId: null, openedOn: today })).status).toBe(201);
		expect((await record(employer.id)).body.supportCaseId).toBe(supportCase);
	});

	it.each([
		[{ posts: 0 }, "posts", "too-small"],
		[{ posts: 1.5 }, "posts", "whole-number"],
		[{ occupationCode: "7210" }, "occupationCode", "occupation"],
		[{ occupationCode: "00000" }, "occupationCode", "unknown-reference"],
		[{ permanence: "parfois" }, "permanence", "code"],
		[{ frenchLevel: 13 }, "frenchLevel", "too-large"],
		[{ hourlyWageCents: 0 }, "hourlyWageCents", "too-small"],
		[{ startOn: "2027-02-30" }, "startOn", "date"],
		[{ startOn: "infinity" }, "startOn", "date"],
	])("refuse %o à côté du champ", async (fields, path, code) => {
		const employer = await addEmployer(advisor);
		const { status, body } = await record(employer.id, fields);
		expect(status).toBe(400);
		expect(body.errors?.map((error) => [error.path, error.code])).toContainEqual([path, code]);
		expect((await advisor.get<Page>(`/labour-needs?filter=employerId==${employer.id}`)).body.total).toBe(0);
	});

	it("refuse un employeur inconnu, et celui d’une collègue", async () => {
		const unknown = await record(newId());
		expect([unknown.status, unknown.body.errors?.[0]?.path]).toEqual([400, "employerId"]);
		const theirs = await addEmployer(await as("advisor", 1));
		expect((await record(theirs.id)).status).toBe(403);
		expect((await record(theirs.id, {}, await as("manager"))).status).toBe(201);
		expect((await advisor.get<Page<LabourNeed>>(`/labour-needs?filter=employerId==${theirs.id}`)).body.items[0]?.can).toEqual({ update: false });
	});
});

describe("modifier un besoin", () => {
	it("ne change pas ses postes, que seuls ses mouvements changent", async () => {
		const { body: need } = await record((await addEmployer(advisor)).id);
		for (const body of [{ posts: 9 }, { postsFilled: 1 }, { postsCancelled: 1 }, { openPosts: 0 }]) {
			const { status, body: problem } = await change(need, body);
			expect([status, problem.errors?.[0]?.code]).toEqual([400, "unknown-field"]);
		}
		expect(await read(need.id)).toEqual(need);
	});

	it("ferme le besoin sans perdre ses postes, et le rouvre", async () => {
		const { body: need } = await record((await addEmployer(advisor)).id);
		const closed = await change(need, { closedOn: today });
		expect(closed.body).toMatchObject({ posts: 4, openPosts: 0, closedOn: today });
		expect((await change(closed.body, { closedOn: null })).body).toMatchObject({ openPosts: 4, closedOn: null });
		const { status, body } = await change({ ...need, version: 3 }, { closedOn: "2099-01-01" });
		expect([status, body.errors?.[0]?.code]).toEqual([400, "date-in-future"]);
	});

	it("refuse une version dépassée et la main d’une collègue, sans rien changer", async () => {
		const { body: need } = await record((await addEmployer(advisor)).id);
		const colleague = await change(need, { hourlyWageCents: 30_00 }, await as("advisor", 1));
		expect(colleague.status).toBe(403);
		await change(need, { hourlyWageCents: 25_00 });
		const stale = await change(need, { hourlyWageCents: 30_00 });
		expect([stale.status, stale.body.current?.version]).toEqual([412, 2]);
		expect((await read(need.id)).hourlyWageCents).toBe(25_00);
	});
});

describe("la liste des besoins", () => {
	it("montre d’abord les besoins consignés en dernier", async () => {
		const { body } = await advisor.get<Page<LabourNeed>>("/labour-needs?limit=200");
		const days = body.items.map(({ recordedOn }) => recordedOn);
		expect(days).toEqual([...days].sort().reverse());
	});

	it("se cherche par le nom de l’employeur, sans accents", async () => {
		const employer = await addEmployer(advisor, { name: `Pâtisserie Œuvrée ${newId().slice(0, 8)}` });
		await record(employer.id);
		const { body } = await advisor.get<Page<LabourNeed>>(
			`/labour-needs?q=${encodeURIComponent(employer.name.replace("Pâtisserie Œuvrée", "patisserie oeuvree"))}`,
		);
		expect(body.items.map(({ employerName }) => employerName)).toEqual([employer.name]);
	});

	it("donne les professions dans la langue de la personne", async () => {
		const { body: need } = await record((await addEmployer(advisor)).id);
		expect((await advisor.get<LabourNeed>(`/labour-needs/${need.id}`, { headers: { "accept-language": "en-CA" } })).body.occupationLabel).toMatch(/^Welders/);
	});

	it("filtre les besoins à combler par catégorie FEER et compte chaque valeur", async () => {
		const { body } = await advisor.get<Page<LabourNeed>>("/labour-needs?limit=500&filter=open==true;teer==2");
		expect(body.items.length).toBeGreaterThan(0);
		expect(body.items.every(({ openPosts, occupationCode }) => openPosts > 0 && occupationCode[1] === "2")).toBe(true);
		const { body: facets } = await advisor.get<Record<string, { value: string | null; count: number }[]>>(
			"/labour-needs/facets?fields=teer,open&filter=open==true",
		);
		expect(facets.teer?.find(({ value }) => value === "2")?.count).toBe(body.total);
		const { body: all } = await advisor.get<Page>("/labour-needs?limit=1");
		expect(facets.open?.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
	});
});
