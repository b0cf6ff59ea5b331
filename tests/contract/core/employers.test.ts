import { beforeAll, describe, expect, it } from "vitest";
import type { EmployerRow } from "#contract/employers.ts";
import { type Answer, as, type Page, type Visitor } from "../support.ts";
import { filtered, type Problem } from "./finding.ts";

let advisor: Visitor;
let everyone: EmployerRow[];
let total: number;
const pages = 6;

async function walk(sort: string, limit: number): Promise<EmployerRow[]> {
	const rows: EmployerRow[] = [];
	let after: string | null = null;
	for (let page = 0; page < pages && (page === 0 || after); page += 1) {
		const query: Record<string, string> = { sort, limit: String(limit), ...(after ? { after } : {}) };
		const { status, body }: Answer<Page<EmployerRow>> = await advisor.get(`/employers?${new URLSearchParams(query)}`);
		expect(status).toBe(200);
		rows.push(...body.items);
		after = body.next;
	}
	return rows;
}
/** A region of any size: a few pages of it when it is large. */
const isWhole = () => total <= pages * 500;
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

beforeAll(async () => {
	advisor = await as("advisor");
	total = (await advisor.get<Page>("/employers?limit=1")).body.total;
	everyone = await walk("name", 500);
});

describe("la liste des employeurs", () => {
	it("annonce le total et, à la fin, qu’il n’y a plus rien", async () => {
		expect(total).toBeGreaterThan(10);
		if (isWhole()) expect(everyone.length).toBe(total);
		const { body } = await advisor.get<Page>(`/employers?limit=10&offset=${total - 1}`);
		expect([body.items.length, body.total, body.next]).toEqual([1, total, null]);
	});

	it.each(["name", "-name", "-openPosts", "lastVisitOn", "-lastVisitOn", "nextStepOn,-openPosts", "employeeCount"])(
		"se parcourt par curseur sans perdre ni répéter une ligne, et se rejoint par position, triée par %s",
		async (sort) => {
			const limit = Math.min(500, Math.max(3, Math.ceil(total / (pages - 1))));
			const rows = await walk(sort, limit);
			expect(new Set(idsOf(rows)).size).toBe(rows.length);
			if (isWhole()) expect(rows.length).toBe(total);
			const { body } = await advisor.get<Page<EmployerRow>>(`/employers?sort=${sort}&limit=7&offset=5`);
			expect(idsOf(body.items)).toEqual(idsOf(rows.slice(5, 12)));
		},
	);

	it("range les noms comme un dictionnaire français, dans les deux sens", async () => {
		const names = everyone.map(({ name }) => name);
		expect(names).toEqual([...names].sort(new Intl.Collator("fr").compare));
		if (isWhole()) expect((await walk("-name", 500)).map(({ name }) => name).reverse()).toEqual(names);
	});

	it.each(["lastVisitOn", "nextStepOn", "openPosts", "employeeCount"] as const)("range par %s, ce qui manque à la fin dans les deux sens", async (field) => {
		for (const sort of [field, `-${field}`]) {
			const values = (await walk(sort, 500)).map((row) => row[field]);
			const known = values.filter((value) => value !== null);
			expect(values.slice(0, known.length)).toEqual(known);
			const sorted = [...known].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
			expect(known).toEqual(sort === field ? sorted : sorted.reverse());
		}
	});

	it("se cherche par le nom, sans accents ni majuscules", async () => {
		const accented = everyone.find(({ name }) => /[éèêàçô]/i.test(name)) ?? everyone[0];
		const q = (accented?.name ?? "")
			.normalize("NFD")
			.replace(/\p{Diacritic}/gu, "")
			.toUpperCase();
		const { body } = await advisor.get<Page<EmployerRow>>(`/employers?${new URLSearchParams({ q })}`);
		expect(idsOf(body.items)).toContain(accented?.id);
		expect((await advisor.get<Page>("/employers?q=zzqqxxww")).body).toEqual({ items: [], total: 0, next: null });
	});
});

describe("un filtre", () => {
	/** As many rows as the list itself counts, and only those. */
	async function expectFilter(filter: string, matches: (row: EmployerRow) => boolean) {
		const { status, body } = await advisor.get<Page<EmployerRow>>(filtered("/employers", filter, { limit: "500" }));
		expect([filter, status, body.items.every(matches)]).toEqual([filter, 200, true]);
		if (isWhole()) expect([filter, body.total]).toEqual([filter, everyone.filter(matches).length]);
		return body.total;
	}
	const one = (field: "mrcCode" | "stage" | "advisorId") => String(everyone.find((row) => row[field] !== null)?.[field]);

	it("compare un code, plusieurs, tout sauf un, ou rien du tout", async () => {
		const [mrc, stage, advisorId] = [one("mrcCode"), one("stage"), one("advisorId")];
		expect(await expectFilter(`mrcCode==${mrc}`, (row) => row.mrcCode === mrc)).toBeGreaterThan(0);
		expect(await expectFilter(`advisorId==${advisorId}`, (row) => row.advisorId === advisorId)).toBeGreaterThan(0);
		await expectFilter(`stage=in=(${stage},toContact)`, (row) => row.stage === stage || row.stage === "toContact");
		await expectFilter(`stage!=${stage}`, (row) => row.stage !== stage);
		await expectFilter("stage=null=true", (row) => row.stage === null);
		await expectFilter("stage=null=false", (row) => row.stage !== null);
	});

	it("compare des nombres et des dates", async () => {
		const day = everyone.map(({ lastVisitOn }) => lastVisitOn).find((value) => value !== null) ?? "2021-01-01";
		expect(await expectFilter(`lastVisitOn=ge=${day}`, (row) => row.lastVisitOn !== null && row.lastVisitOn >= day)).toBeGreaterThan(0);
		await expectFilter(`lastVisitOn=lt=${day}`, (row) => row.lastVisitOn !== null && row.lastVisitOn < day);
		await expectFilter("openPosts=gt=0", (row) => row.openPosts > 0);
		await expectFilter("openPosts==0", (row) => row.openPosts === 0);
	});

	it("se combine par et, par ou et par parenthèses", async () => {
		const mrc = one("mrcCode");
		await expectFilter(`mrcCode==${mrc};openPosts=gt=0`, (row) => row.mrcCode === mrc && row.openPosts > 0);
		await expectFilter(`mrcCode==${mrc},openPosts=gt=0`, (row) => row.mrcCode === mrc || row.openPosts > 0);
		await expectFilter(`(mrcCode==${mrc},stage=null=true);openPosts==0`, (row) => (row.mrcCode === mrc || row.stage === null) && row.openPosts === 0);
	});
});

describe("une question mal posée", () => {
	it.each([
		["sort=motDePasse", "query.sort"],
		["sort=phone", "query.sort"],
		["after=abc", "query.after"],
		["after=abc&offset=2", "query.after"],
		["offset=-1", "query.offset"],
		["limit=0", "query.limit"],
		["limit=501", "query.limit"],
		["limit=beaucoup", "query.limit"],
		["inconnu=1", "query.inconnu"],
		["q=a%00b", "query.q"],
	])("%s est refusée par le nom du champ", async (query, field) => {
		const { status, body } = await advisor.get<Problem>(`/employers?${query}`);
		expect([status, body.code, body.errors?.map(({ path }) => path)]).toEqual([400, "invalid-input", [field]]);
	});

	it.each([
		["motDePasse==a", "filter-field", "motDePasse"],
		["openPosts==beaucoup", "filter-value", "beaucoup"],
		["lastVisitOn=ge=2021-02-30", "filter-value", "2021-02-30"],
		["name=gt=a", "filter-comparison", "name"],
		["((", "filter-syntax", ""],
		["mrcCode==54;", "filter-syntax", ""],
	])("le filtre « %s » est refusé en citant ce qui cloche", async (filter, code, quoted) => {
		const { status, body } = await advisor.get<Problem>(filtered("/employers", filter));
		expect([status, body.errors?.map((error) => [error.path, error.code])]).toEqual([400, [["query.filter", code]]]);
		expect(body.errors?.[0]?.message).toContain(quoted);
	});

	it("un curseur fait pour un autre tri n’en sert pas un nouveau", async () => {
		const { body } = await advisor.get<Page>("/employers?sort=name&limit=2");
		const { status, body: refused } = await advisor.get<Problem>(`/employers?sort=-openPosts&limit=2&after=${body.next}`);
		expect([status, refused.errors?.[0]?.path]).toEqual([400, "query.after"]);
	});
});
