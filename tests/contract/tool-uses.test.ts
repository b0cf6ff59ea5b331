import { beforeAll, describe, expect, it } from "vitest";
import type { ToolUse } from "#contract/tool-uses.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string; message: string }[] };
type Reply = ToolUse & Problem;

let advisor: Visitor;
let today: string;
beforeAll(async () => {
	advisor = await as("advisor");
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});

const record = (employerId: string, fields: Record<string, unknown> = {}) =>
	advisor.post<Reply>("/tool-uses", {
		id: newId(),
		employerId,
		tool: "employerPortal",
		event: "account",
		occurredOn: today,
		quantity: 1,
		mission: null,
		source: "declared",
		note: null,
		...fields,
	});

describe("consigner un usage du Portail ou des Journées Québec", () => {
	it("garde l’outil, le moment, la source et qui l’a consigné", async () => {
		const employer = await addEmployer(advisor);
		const { status, body } = await record(employer.id, { event: "search", quantity: 12, source: "extract", note: "Relevé de mars" });
		expect(status).toBe(201);
		expect(body).toMatchObject({
			employerName: employer.name,
			tool: "employerPortal",
			event: "search",
			quantity: 12,
			source: "extract",
			recordedBy: advisor.person?.id,
			visitId: null,
			version: 1,
		});
		expect((await advisor.get<ToolUse>(`/tool-uses/${body.id}`)).body).toEqual(body);
	});

	it("change l’état du Portail dans la fiche de l’employeur", async () => {
		const employer = await addEmployer(advisor);
		const state = async (portal: string) => (await advisor.get<Page>(`/employers?q=${employer.name}&filter=portal==${portal}`)).body.total;
		expect(await state("none")).toBe(1);
		await record(employer.id);
		expect(await state("neverUsed")).toBe(1);
		await record(employer.id, { event: "contact", quantity: 3 });
		expect(await state("active")).toBe(1);
	});

	it("compte les missions auxquelles l’employeur a participé", async () => {
		const employer = await addEmployer(advisor);
		const mission = "Journées Québec Tunisie 2026";
		await record(employer.id, { tool: "journeesQuebec", event: "registered", mission });
		const joined = async () => (await advisor.get<{ missionsJoined: number }>(`/employers/${employer.id}`)).body.missionsJoined;
		expect(await joined()).toBe(0);
		await record(employer.id, { tool: "journeesQuebec", event: "tookPart", mission });
		expect(await joined()).toBe(1);
	});

	it.each([
		[{ occurredOn: "2099-01-01" }, "occurredOn", "date-in-future"],
		[{ event: "registered" }, "event", "tool-event"],
		[{ tool: "journeesQuebec", event: "tookPart" }, "mission", "required"],
		[{ source: "entendu" }, "source", undefined],
		[{ quantity: 0 }, "quantity", "too-small"],
	])("refuse %o à côté du champ", async (fields, path, code) => {
		const employer = await addEmployer(advisor);
		const { status, body } = await record(employer.id, fields);
		expect(status).toBe(400);
		const error = body.errors?.find((item) => item.path === path);
		expect(error).toBeDefined();
		if (code) expect(error?.code).toBe(code);
		expect((await advisor.get<Page>(`/tool-uses?filter=employerId==${employer.id}`)).body.total).toBe(0);
	});

	it("est refusé sur l’employeur d’une collègue", async () => {
		const theirs = await addEmployer(await as("advisor", 1));
		expect((await record(theirs.id)).status).toBe(403);
	});
});

describe("la liste des usages", () => {
	it("compte par outil, par moment, par source et par mission", async () => {
		const { body } = await advisor.get<Record<string, { value: string | null; count: number }[]>>("/tool-uses/facets?fields=tool,event,source,mission");
		const { total } = (await advisor.get<Page>("/tool-uses?limit=1")).body;
		for (const counts of Object.values(body)) expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(total);
		for (const field of ["tool", "event", "source", "mission"] as const) {
			const one = body[field]?.find(({ value }) => value !== null);
			const { body: rows } = await advisor.get<Page<ToolUse>>(`/tool-uses?${new URLSearchParams({ limit: "500", filter: `${field}=="${one?.value}"` })}`);
			expect([rows.total, new Set(rows.items.map((item) => item[field]))]).toEqual([one?.count, new Set([one?.value])]);
		}
	});
});
