import { beforeAll, describe, expect, it } from "vitest";
import type { Partner, PartnerRow } from "#contract/partners.ts";
import { as, type Page, type Visitor } from "./support.ts";

let advisor: Visitor;
let today: string;
beforeAll(async () => {
	advisor = await as("advisor");
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});
const list = async (query: string) => (await advisor.get<Page<PartnerRow>>(`/partners?${query}`)).body;

describe("les partenaires de la région", () => {
	it("se trouvent sans accent, par un bout de leur nom", async () => {
		const all = await list("limit=500");
		expect(all.total).toBeGreaterThanOrEqual(23);
		const found = await list("q=chateauguay%20ville");
		expect(found.items.map(({ name }) => name)).toEqual(["Ville de Châteauguay"]);
	});

	it("se comptent par type et par territoire, chaque nombre ouvrant autant de lignes", async () => {
		const { body } = await advisor.get<Record<string, { value: string | null; count: number }[]>>("/partners/facets?fields=type,mrcCode,hasAgreement");
		for (const [field, counts] of Object.entries(body))
			for (const { value, count } of counts) {
				const { total } = await list(`filter=${field}${value === null ? "=null=true" : `==${value}`}`);
				expect([field, value, total]).toEqual([field, value, count]);
			}
	});

	it("montrent leurs ententes, et disent lesquelles sont en vigueur aujourd’hui", async () => {
		const { items } = await list("sort=-activeAgreements,name&limit=3");
		for (const row of items) {
			const { status, body } = await advisor.get<Partner>(`/partners/${row.id}`);
			expect(status).toBe(200);
			const inForce = body.agreements.filter(({ signedOn, endOn, endedEarlyOn }) => signedOn <= today && (endedEarlyOn ?? endOn) >= today);
			expect(inForce.length).toBe(row.activeAgreements);
			expect(body.agreements.filter(({ isActive }) => isActive)).toEqual(inForce);
			expect(body.agreements.every(({ committedCents }) => committedCents > 0)).toBe(true);
		}
	});
});
