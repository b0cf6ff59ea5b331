import { readFileSync } from "node:fs";
import papa from "papaparse";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect as expectValue, inject, test } from "vitest";
import type { EmployerRow } from "#contract/employers.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi } from "./support/api.ts";
import { settled, turnTo } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
import { expect, openVisitor, type Visitor } from "./support/visitor.ts";

let browser: Browser;
let visitor: Visitor;
let page: Page;
beforeAll(async () => {
	browser = await launchChromium();
	visitor = await openVisitor(browser, inject("homes").server);
	page = visitor.page;
	await signInAs(visitor.context.request, "advisor");
	await page.goto("/employeurs");
	await settled(page);
}, 300_000);
afterAll(async () => {
	expectValue(visitor.takeComplaints()).toEqual([]);
	await browser.close();
});

async function exported(): Promise<{ name: string; text: string; cells: string[][] }> {
	const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Exporter (CSV)" }).click()]);
	const text = readFileSync(await download.path(), "utf8");
	return { name: download.suggestedFilename(), text, cells: papa.parse<string[]>(text.replace("\uFEFF", ""), { delimiter: ";", skipEmptyLines: true }).data };
}

test("J’exporte une liste filtrée : le fichier a toutes ses lignes, elles seules, dans leur ordre et en mots", { timeout: 300_000 }, async () => {
	const filter = "mrcCode==54";
	const query = `filter=${encodeURIComponent(filter)}&sort=-openPosts`;
	const { items, total } = await readApi<{ items: EmployerRow[]; total: number }>(page, `/employers?${query}&limit=500`);
	await turnTo(page, `/employeurs?filtre=${encodeURIComponent(filter)}&tri=-openPosts`);
	await settled(page);
	const { name, text, cells } = await exported();
	expectValue(name).toMatch(/^employeurs-\d{4}-\d{2}-\d{2}\.csv$/);
	expectValue(text.startsWith("\uFEFF")).toBe(true);
	const [headings = [], ...rows] = cells;
	expectValue(rows).toHaveLength(total);
	expectValue(rows.map(([employer]) => employer)).toEqual(items.map((row) => row.name));
	const columnOf = (heading: string) => rows.map((row) => row[headings.indexOf(heading)]);
	expectValue(new Set(columnOf("MRC"))).toEqual(new Set(["Les Maskoutains"]));
	expectValue(columnOf("NEQ")).toEqual(items.map(({ neq }) => neq ?? ""));
	expectValue(columnOf("Postes")).toEqual(items.map(({ openPosts }) => String(openPosts)));
	expectValue(columnOf("Dernière visite")).toEqual(items.map(({ lastVisitOn }) => lastVisitOn ?? ""));
	await expect(page.getByText(`${total} lignes exportées`)).toBeVisible();
});

test("J’exporte une liste plus longue que l’écran et que la page de l’API", { timeout: 300_000 }, async () => {
	const { total } = await readApi<{ total: number }>(page, "/visits?limit=1");
	expectValue(total).toBeGreaterThan(1000);
	await turnTo(page, "/visites");
	await settled(page);
	const { cells } = await exported();
	expectValue(cells).toHaveLength(total + 1);
});

test("J’imprime une fiche entière : chaque section, chaque ligne, et rien de ce qui ne sert qu’à l’écran", { timeout: 300_000 }, async () => {
	const { items } = await readApi<{ items: EmployerRow[] }>(page, "/employers?limit=1&sort=-openPosts");
	const [employer] = items;
	const { total: visits } = await readApi<{ total: number }>(page, `/visits?limit=1&filter=employerId==${employer?.id}`);
	await turnTo(page, `/employeurs/${employer?.id}/impression`);
	await settled(page);
	await page.emulateMedia({ media: "print", colorScheme: "dark" });
	const main = page.getByRole("main");
	await expect(main.getByText(/^Imprimé le .+ par /)).toBeVisible();
	await expect(main.getByRole("heading", { level: 1, name: employer?.name ?? "" })).toBeVisible();
	for (const name of ["Personnes-ressources", "Prochaines étapes", "Dossiers", "Besoins", "Visites", "Outils et francisation", "Fil"])
		await expect(main.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
	await expect(main.getByRole("table", { name: "Visites" }).locator("tbody tr")).toHaveCount(visits);
	await expect(page.getByRole("navigation")).toHaveCount(0);
	await expect(page.getByRole("button")).toHaveCount(0);
	// By night too, ink is dark on paper.
	await expect(main.getByRole("heading", { level: 1 })).toHaveCSS("color", "rgb(34, 54, 84)");
	await page.emulateMedia({ media: "screen", colorScheme: null });
});

test("Une liste s’imprime avec toutes les lignes qui sont là, et dit combien quand ce ne sont pas toutes", { timeout: 300_000 }, async () => {
	const rows = page.getByRole("table").locator("tbody tr");
	// Other stories add employers and visits to the same office: a page holds 250.
	for (const [address, list] of [
		["/employeurs", "/employers"],
		["/visites", "/visits"],
	] as const) {
		await turnTo(page, address);
		await settled(page);
		const { total } = await readApi<{ total: number }>(page, `${list}?limit=1`);
		await page.emulateMedia({ media: "print" });
		await expect(rows).toHaveCount(Math.min(total, 250));
		await expect(page.getByText(/^Les 250 premières lignes, sur /)).toHaveCount(total > 250 ? 1 : 0);
		await page.emulateMedia({ media: "screen" });
	}
});
