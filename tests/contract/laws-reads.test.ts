import { beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "#contract/endpoints.ts";
import { as, type Page, peopleOf, Visitor } from "./support.ts";

type Row = Record<string, unknown> & { id: string };

/**
 * Every list of the region keeps the same promises: what is written here is asked of each. That of who came in is not the counsellors' to read
 * (contract/accounts), what was imported is one person's file (contract/imports), employers to invite those of one mission (contract/planner), documents are those of one record (contract/documents), a table of
 * numbers has no pages (contract/questionnaire).
 */
const lists = endpoints
	.filter(
		({ id, query, roles }) =>
			id.startsWith("list") &&
			!id.startsWith("listImport") &&
			!id.startsWith("listDocuments") &&
			!id.startsWith("listMissionMatches") &&
			query &&
			["filter", "limit"].every((key) => key in (query as unknown as { shape: object }).shape) &&
			typeof roles !== "string" &&
			roles.includes("advisor"),
	)
	.map(({ id, path }) => ({ id, path: path.replace("/indicators/{id}", "/indicators/I01") }));
const sorts: Record<string, string[]> = {
	listEmployers: ["name", "-name", "lastVisitOn", "-lastVisitOn", "-openPosts", "nextStepOn,-openPosts"],
	listSupportCases: ["employerName", "-stageEnteredOn", "lastActivityOn"],
	listLabourNeeds: ["-recordedOn", "startOn", "-hourlyWageCents"],
	listVisits: ["-occurredOn", "occurredOn"],
	listFollowUps: ["dueOn", "-doneOn"],
	listToolUses: ["-occurredOn", "-quantity"],
	listPortalAccounts: ["-lastFactOn", "employerName", "-searches"],
	listImmigrationLines: ["-hiredOn", "employerName", "permitExpiresOn"],
	listMissions: ["-startsOn", "name"],
	listMissionRegistrations: ["employerName"],
	listSignals: ["-raisedOn", "employerName"],
	listReferrals: ["-sentOn", "replyExpectedOn"],
	listPartners: ["name", "-activeAgreements"],
	listIndicatorRows: ["title", "-on"],
};
/** An agent sends and receives referrals: theirs are read (contract/referrals), nothing else of these. */
const alsoForAgents = ["listReferrals"];

let advisor: Visitor;
beforeAll(async () => {
	advisor = await as("advisor");
});

async function walk(path: string, sort: string, limit: number): Promise<string[]> {
	const ids: string[] = [];
	let after: string | null = null;
	do {
		const query = new URLSearchParams({ sort, limit: String(limit), ...(after ? { after } : {}) });
		const { status, body } = await advisor.get<Page<Row>>(`${path}?${query}`);
		expect(status).toBe(200);
		ids.push(...body.items.map(({ id }) => id));
		after = body.next;
	} while (after && ids.length < 5000);
	return ids;
}

describe.each(lists)("la liste $id", ({ id, path }) => {
	it("annonce le total et rend autant de lignes", async () => {
		const { body } = await advisor.get<Page<Row>>(`${path}?limit=500`);
		expect(body.items.length).toBe(Math.min(body.total, 500));
		expect(body.total).toBeGreaterThan(0);
	});

	it.each(sorts[id] ?? [])("se parcourt par curseur sans perdre ni répéter une ligne, triée par %s", async (sort) => {
		const { body } = await advisor.get<Page<Row>>(`${path}?sort=${sort}&limit=1`);
		if (body.total > 900) return;
		const ids = await walk(path, sort, 37);
		expect(ids.length).toBe(body.total);
		expect(new Set(ids).size).toBe(ids.length);
		const { body: jumped } = await advisor.get<Page<Row>>(`${path}?sort=${sort}&limit=10&offset=20`);
		expect(jumped.items.map((row) => row.id)).toEqual(ids.slice(20, 30));
	});

	it.each([
		["sort=motDePasse", "query.sort"],
		["after=abc", "query.after"],
		["after=abc&offset=2", "query.after"],
		["offset=-1", "query.offset"],
		["limit=0", "query.limit"],
		["limit=beaucoup", "query.limit"],
		["limit=501", "query.limit"],
		["filter=motDePasse==a", "query.filter"],
		["filter=((", "query.filter"],
		["inconnu=1", "query.inconnu"],
		[`q=${encodeURIComponent("a\u0000b")}`, "query.q"],
	])("refuse %s en nommant le champ", async (query, field) => {
		const { status, body } = await advisor.get<{ errors: { path: string; message: string }[] }>(`${path}?${query}`);
		expect(status).toBe(400);
		expect(body.errors.map((error) => error.path)).toContain(field);
		expect(body.errors[0]?.message).toMatch(/[a-zé]/);
	});

	// An employer that left is counted by each region for its own time.
	if (id !== "listIndicatorRows")
		it("ne montre que sa région : l’Estrie et la Montérégie n’ont pas une ligne en commun", async () => {
			const counsellors = await peopleOf("advisor");
			const other = await as("advisor", counsellors.length - 1);
			expect((await other.get<{ person: { regionCode: string } }>("/session")).body.person.regionCode).toBe("05");
			const there = (await other.get<Page<Row>>(`${path}?limit=500`)).body;
			const [sort] = sorts[id] ?? [];
			if (!sort) throw new Error(`Say by what ${id} is sorted`);
			const here = new Set(await walk(path, sort, 500));
			expect(there.items.filter((row) => here.has(row.id))).toEqual([]);
			// Each office keeps its own calendar of the same missions.
			if (id !== "listMissions") expect(there.total).toBeLessThan(here.size);
		});

	it("ne répond pas à qui n’a pas ouvert de session, ni à qui n’a pas à la lire", async () => {
		expect((await new Visitor().get(path)).status).toBe(401);
		expect((await (await as("integrationAgent")).get(path)).status).toBe(alsoForAgents.includes(id) ? 200 : 403);
		expect((await (await as("auditor")).get(path)).status).toBe(403);
	});
});

describe("la liste des employeurs", () => {
	it("range É près de E et met les dates absentes à la fin, dans les deux sens", async () => {
		const { body } = await advisor.get<Page<{ name: string; id: string }>>("/employers?sort=name&limit=500");
		const names = body.items.map(({ name }) => name);
		expect(names).toEqual([...names].sort(new Intl.Collator("fr").compare));
		for (const sort of ["lastVisitOn", "-lastVisitOn"]) {
			const rows = (await advisor.get<Page<{ lastVisitOn: string | null; id: string }>>(`/employers?sort=${sort}&limit=500`)).body.items;
			const firstNull = rows.findIndex(({ lastVisitOn }) => lastVisitOn === null);
			if (firstNull >= 0) expect(rows.slice(firstNull).every(({ lastVisitOn }) => lastVisitOn === null)).toBe(true);
		}
	});

	it("compte autant de lignes que chaque valeur de facette l’annonce", async () => {
		const { body } = await advisor.get<Record<string, { value: string | null; count: number }[]>>("/employers/facets?fields=stage,mrcCode,portal");
		for (const [field, values] of Object.entries(body)) {
			for (const { value, count } of values.slice(0, 5)) {
				const filter = value === null ? `${field}=null=true` : `${field}==${value}`;
				expect((await advisor.get<Page>(`/employers?limit=1&filter=${encodeURIComponent(filter)}`)).body.total).toBe(count);
			}
		}
	});

	it("combine et, ou et parenthèses dans un filtre", async () => {
		const total = async (filter: string) => (await advisor.get<Page>(`/employers?limit=1&filter=${encodeURIComponent(filter)}`)).body.total;
		const [a, b, both, either] = await Promise.all([
			total("mrcCode==54"),
			total("openPosts=gt=0"),
			total("mrcCode==54;openPosts=gt=0"),
			total("(mrcCode==54,openPosts=gt=0)"),
		]);
		expect(either).toBe(a + b - both);
		expect(both).toBeGreaterThan(0);
		expect(await total("mrcCode==54;(openPosts=gt=0,openPosts==0)")).toBe(a);
	});
});
