import { beforeAll, describe, expect, it } from "vitest";
import type { LabourNeed } from "#contract/labour-needs.ts";
import type { NeedMatrix } from "#contract/need-matrix.ts";
import { as, type Page, type Visitor } from "./support.ts";

let advisor: Visitor;
beforeAll(async () => {
	advisor = await as("advisor");
});

const matrixOf = async (filter = "", q = "") =>
	(await advisor.get<NeedMatrix>(`/labour-needs/matrix?${new URLSearchParams({ ...(filter && { filter }), ...(q && { q }) })}`)).body;
/** All of it, however many pages it takes: other stories add needs to the same office. */
async function listed(filter: string): Promise<LabourNeed[]> {
	const all: LabourNeed[] = [];
	for (let after: string | null = ""; after !== null; ) {
		const query: URLSearchParams = new URLSearchParams({ limit: "500", filter, ...(after && { after }) });
		const { body }: { body: Page<LabourNeed> } = await advisor.get(`/labour-needs?${query}`);
		all.push(...body.items);
		after = body.next;
	}
	return all;
}
const openOf = (needs: LabourNeed[]) => needs.reduce((sum, { openPosts }) => sum + openPosts, 0);

describe("les besoins croisés par profession et MRC", () => {
	it("font la somme des postes à combler de la liste, comme la navigation la dit", async () => {
		const matrix = await matrixOf();
		const open = await listed("open==true");
		expect([matrix.openPosts, matrix.openNeeds]).toEqual([openOf(open), open.length]);
		expect(matrix.cells.reduce((sum, { posts }) => sum + posts, 0)).toBe(matrix.openPosts);
		expect(matrix.sectors.reduce((sum, { open: posts }) => sum + posts, 0)).toBe(matrix.openPosts);
	});

	it("chaque case est la somme de la liste qu’elle ouvre", async () => {
		const { cells } = await matrixOf();
		expect(cells.length).toBeGreaterThan(10);
		for (const { occupationCode, mrcCode, posts, needs } of cells.slice(0, 12)) {
			const rows = await listed(`occupationCode==${occupationCode};${mrcCode === null ? "mrcCode=null=true" : `mrcCode==${mrcCode}`};open==true`);
			expect([rows.length, openOf(rows)]).toEqual([needs, posts]);
		}
	});

	it("chaque secteur dit ce qui est demandé, comblé, annulé et à combler", async () => {
		const { sectors } = await matrixOf();
		for (const { sectorCode, asked, filled, cancelled, open } of sectors) {
			const rows = await listed(sectorCode === null ? "sectorCode=null=true" : `sectorCode==${sectorCode}`);
			const sum = (of: (need: LabourNeed) => number) => rows.reduce((all, need) => all + of(need), 0);
			expect({ asked, filled, cancelled, open }).toEqual({
				asked: sum(({ posts }) => posts),
				filled: sum(({ postsFilled }) => postsFilled),
				cancelled: sum(({ postsCancelled }) => postsCancelled),
				open: openOf(rows),
			});
		}
	});

	it("suivent la recherche et les filtres de la liste, et refusent un filtre inconnu", async () => {
		const { cells, openPosts } = await matrixOf("teer==2");
		expect(cells.every(({ occupationCode }) => occupationCode[1] === "2")).toBe(true);
		expect(openPosts).toBe(openOf(await listed("teer==2;open==true")));
		const [first] = await listed("open==true");
		const named = await matrixOf("", first?.employerName);
		expect(named.openPosts).toBeGreaterThanOrEqual(first?.openPosts ?? 0);
		expect(named.openPosts).toBeLessThan((await matrixOf()).openPosts);
		expect((await advisor.get("/labour-needs/matrix?filter=humeur==bonne")).status).toBe(400);
	});
});

describe("les professions par titre courant", () => {
	const search = async (q: string) =>
		(await advisor.get<{ items: { code: string; title?: string | null }[] }>(`/occupations?${new URLSearchParams({ q })}`)).body.items[0];
	it.each([
		["soudeuse", "72106", "soudeuse"],
		["préposé aux bénéficiaires", "33102", "préposé aux bénéficiaires"],
		["operateur cnc", "94106", "opérateur CNC"],
		["plonbier", "72300", null],
		["9462", "94141", null],
	])("%s → %s", async (q, code, title) => {
		expect(await search(q)).toMatchObject({ code, title });
	});

	it("le catalogue les tient toutes, avec leurs titres et leurs codes de 2016", async () => {
		const { items } = (await advisor.get<{ items: { code: string; titles: string[]; formerCodes: string[] }[] }>("/occupations/catalogue")).body;
		expect(items.length).toBeGreaterThan(90);
		expect(items.find(({ code }) => code === "33102")).toMatchObject({ formerCodes: ["3413"], titles: expect.arrayContaining(["PAB"]) });
	});
});
