import { describe, expect, it } from "vitest";
import type { Dashboard } from "#contract/dashboard.ts";
import { figuresOf } from "#features/dashboard/figures.ts";
import { heatOf } from "#features/dashboard/heat.ts";
import { periodHolding, periodsOf } from "#features/dashboard/period-options.ts";
import { periodUrlOf, readPeriodUrl } from "#features/dashboard/period-url.ts";

const today = "2026-11-26";
const window = { kind: "fiscalYear", code: "2026-2027", from: "2026-04-01", to: "2027-03-31", asOf: today } as const;
const dashboard = (period: Dashboard["period"] = window): Dashboard => ({
	today,
	period,
	previousPeriod: period,
	measures: [],
	sleeping: [],
	territories: [],
	missions: [],
});

describe("un chiffre du tableau de bord ouvre la page de ses lignes", () => {
	const figures = figuresOf(dashboard(), true);
	it.each([
		["I06", "stage", "recruitment", "/dossiers?vue=liste&filtre=open%3D%3Dtrue%3Bstage%3D%3Drecruitment"],
		["I14", "personId", "a", "/suivis?filtre=late%3D%3Dtrue%3BownerId%3D%3Da"],
		["I02", "mrcCode", "54", "/tableau-de-bord/I02?filtre=mrcCode%3D%3D54&exercice=2026-2027&au=2026-11-26"],
		["I02", "sectorCode", null, "/tableau-de-bord/I02?filtre=sectorCode%3Dnull%3Dtrue&exercice=2026-2027&au=2026-11-26"],
	] as const)("%s, %s %s → %s", (id, field, key, path) => {
		const [where, query] = (figures.link(id, [[field, key]]) ?? "").split("?");
		const [wanted, search] = path.split("?");
		expect([where, Object.fromEntries(new URLSearchParams(query))]).toEqual([wanted, Object.fromEntries(new URLSearchParams(search))]);
	});

	it("à une date passée, ouvre le chiffre de ce jour-là et non la liste d’aujourd’hui", () => {
		expect(figuresOf(dashboard({ ...window, asOf: "2026-10-31" }), true).link("I06")).toBe("/tableau-de-bord/I06?exercice=2026-2027&au=2026-10-31");
	});

	it("là où l’API n’a pas ces lignes, seules les listes du jour s’ouvrent", () => {
		const elsewhere = figuresOf(dashboard(), false);
		expect([elsewhere.link("I02"), elsewhere.link("I06-sleeping")]).toEqual([undefined, "/dossiers?vue=liste&filtre=sleeping%3D%3Dtrue"]);
	});
});

describe("la période est dans l’adresse", () => {
	it.each([
		["exercice=2020-2021&au=2021-03-31", { fiscalYear: "2020-2021", asOf: "2021-03-31" }],
		["trimestre=2020-2021-T3", { quarter: "2020-2021-T3" }],
		["du=2021-01-01&jusquau=2021-02-28", { from: "2021-01-01", to: "2021-02-28" }],
		["du=2021-03-01&jusquau=2021-02-28", {}],
		["exercice=hier&au=2021-99-99", {}],
	])("%s", (address, query) => {
		expect(readPeriodUrl(new URLSearchParams(address))).toEqual(query);
		expect(readPeriodUrl(new URLSearchParams(periodUrlOf(query)))).toEqual(query);
	});

	it("propose les périodes commencées, la dernière d’abord", () => {
		expect(periodsOf("fiscalYear", today).slice(0, 2)).toEqual(["2026-2027", "2025-2026"]);
		expect(periodsOf("quarter", today).slice(0, 2)).toEqual(["2026-2027-T3", "2026-2027-T2"]);
		expect(periodsOf("month", today).slice(0, 2)).toEqual(["2026-11", "2026-10"]);
		expect(periodsOf("month", "2026-01-15").slice(0, 2)).toEqual(["2026-01", "2025-12"]);
	});

	it("passe d’une sorte à l’autre sans quitter le jour que l’on regarde", () => {
		expect(periodHolding("quarter", window.from, "2021-03-31")).toEqual({ quarter: "2020-2021-T4" });
		expect(periodHolding("month", window.from, "2021-03-31")).toEqual({ month: "2021-03" });
		expect(periodHolding("free", "2020-04-01", "2021-03-31")).toEqual({ from: "2020-04-01", to: "2021-03-31" });
	});
});

it("le tableau des MRC et des secteurs garde chaque part, les plus rares ensemble", () => {
	const part = (mrc: string | null, sector: string | null, value: number) => ({ keys: [mrc, sector], value });
	const { columns, rows } = heatOf([part("54", "11", 5), part("54", "31-33", 9), part("55", "62", 1), part(null, null, 2)], ["54", "55", "56"], 2);
	expect(columns).toEqual(["31-33", "11", "others"]);
	expect(rows).toEqual([
		{ code: "54", values: [9, 5, 0] },
		{ code: "55", values: [0, 0, 1] },
		{ code: "56", values: [0, 0, 0] },
		{ code: null, values: [0, 0, 2] },
	]);
});
