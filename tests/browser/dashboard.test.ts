import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, inject, test } from "vitest";
import type { Indicator, IndicatorRow, Measure } from "#contract/indicators.ts";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi } from "./support/api.ts";
import { settled, turnTo } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
import { expect, openVisitor, type Visitor } from "./support/visitor.ts";

let browser: Browser;
let visitor: Visitor;
beforeAll(async () => {
	browser = await launchChromium();
	visitor = await openVisitor(browser, inject("homes").server);
	await signInAs(visitor.context.request, "manager");
	await visitor.page.goto(paths.dashboard());
	await settled(visitor.page);
	const { items } = await readApi<{ items: Indicator[] }>(visitor.page, "/indicators");
	for (const { id, reduction } of items) if (reduction === "sum") sums.add(id);
}, 300_000);
afterAll(async () => {
	await visitor.close();
	await browser.close();
});

/** Figures that add up what their rows hold: posts, people contacted. */
const sums = new Set<string>();

type Figure = { href: string; text: string };
/** Every link of the dashboard that shows a number, and the number: the first one said. The name of a mission holds its year, which is no figure. */
const figuresOf = (page: Page): Promise<Figure[]> =>
	page
		.getByRole("main")
		.getByRole("link")
		.evaluateAll((links) =>
			links.flatMap((link) => {
				const text = link.querySelector("[class*=value]")?.textContent ?? link.querySelector("b")?.textContent ?? link.textContent ?? "";
				return /\d/.test(text) && !link.getAttribute("href")?.startsWith("/missions/") ? [{ href: link.getAttribute("href") ?? "", text }] : [];
			}),
		);
const numberIn = (text: string) => Number((/\d[\d\u00A0\u202F\s]*/.exec(text)?.[0] ?? "").replace(/\D/g, ""));

/** What the page behind a link would count, asked as it asks: its list by the same filter, or the figure of its rows. */
async function countBehind(page: Page, href: string): Promise<{ total: number; sum: number | null }> {
	const url = new URL(href, "http://jalon.test");
	const filter = url.searchParams.get("filtre");
	const query = new URLSearchParams({ limit: "1", ...(filter ? { filter } : {}) });
	const lists: Record<string, string> = { "/dossiers": "/support-cases", "/suivis": "/follow-ups", "/signaux": "/signals" };
	const list = lists[url.pathname];
	// The accounts of the Portail stand as of a day.
	if (url.pathname === "/outils/portail") {
		const asOf = url.searchParams.get("au");
		return { ...(await readApi<{ total: number }>(page, `/portal-accounts?${query}${asOf ? `&asOf=${asOf}` : ""}`)), sum: null };
	}
	if (list) return { ...(await readApi<{ total: number }>(page, `${list}?${query}`)), sum: null };
	for (const [word, name] of Object.entries({ exercice: "fiscalYear", trimestre: "quarter", mois: "month", du: "from", jusquau: "to", au: "asOf" }))
		if (url.searchParams.has(word)) query.set(name, url.searchParams.get(word) ?? "");
	const id = url.pathname.split("/").at(-1) ?? "";
	const { total } = await readApi<{ total: number; items: IndicatorRow[] }>(page, `/indicators/${id}/rows?${query}`);
	if (!sums.has(id)) return { total, sum: null };
	query.delete("limit");
	return { total, sum: (await readApi<Measure>(page, `/indicators/${id}?${query}`)).value };
}

describe("le tableau de bord", () => {
	test.each([
		["l’exercice en cours", paths.dashboard()],
		["l’exercice 2020-2021, au 31 mars 2021", paths.dashboard({ exercice: "2020-2021", au: "2021-03-31" })],
		["un mois choisi", paths.dashboard({ mois: "2020-11" })],
	])("pour %s, chaque nombre ouvre une liste qui a autant de lignes", { timeout: 120_000 }, async (_, address) => {
		const { page, takeComplaints } = visitor;
		await turnTo(page, address);
		await expect(page.getByRole("region", { name: "Période du tableau de bord" })).toBeVisible();
		await settled(page);
		const figures = await figuresOf(page);
		expect(figures.length).toBeGreaterThan(60);
		const wrong: unknown[] = [];
		const judge = async ({ href, text }: Figure) => {
			const { total, sum } = await countBehind(page, href);
			// A share says what is on time of what was due: its link opens what was due.
			if (!text.includes("%") && numberIn(text) !== (sum ?? total)) wrong.push({ href, text, total, sum });
		};
		// Some at a time: as many as a browser would ask.
		for (let at = 0; at < figures.length; at += 6) await Promise.all(figures.slice(at, at + 6).map(judge));
		expect(wrong).toEqual([]);
		expect(takeComplaints()).toEqual([]);
	});

	test("Chaque mission a sa ligne, des inscriptions aux embauches, et un de ses nombres ouvre sa liste sous son nom", { timeout: 120_000 }, async () => {
		const { page } = visitor;
		await turnTo(page, paths.dashboard({ exercice: "2025-2026" }));
		await settled(page);
		const table = page.getByRole("table", { name: "Missions de la période, des inscriptions aux embauches" });
		const row = table
			.getByRole("row")
			.filter({ has: page.getByRole("link", { name: /participations?, / }) })
			.first();
		const mission = (await row.getByRole("cell").first().textContent())?.trim() ?? "";
		const participations = row.getByRole("link", { name: new RegExp(`participations?, ${mission}$`) });
		const count = Number(await participations.textContent());
		expect(count).toBeGreaterThan(0);
		await participations.click();
		await expect(page.getByRole("heading", { level: 1, name: "Participations aux Journées Québec" })).toBeVisible();
		await expect(page.getByRole("table", { name: /^Ce que compte/ })).toHaveAttribute("aria-rowcount", String(count + 1));
		await expect(page.getByText(mission, { exact: false }).first()).toBeVisible();
	});

	test("Un chiffre s’ouvre, se lit comme une liste, et le retour rend la période", { timeout: 120_000 }, async () => {
		const { page } = visitor;
		await turnTo(page, paths.dashboard({ exercice: "2020-2021" }));
		await expect(page.getByText("Du 1er avril 2020 au 31 mars 2021")).toBeVisible();
		await page.getByRole("link", { name: "207 Accompagnés depuis le déploiement" }).click();
		await expect(page.getByRole("heading", { level: 1, name: "Employeurs accompagnés depuis le déploiement" })).toBeVisible();
		await expect(page.getByRole("table", { name: /^Ce que compte/ })).toHaveAttribute("aria-rowcount", "208");
		await page.getByRole("navigation", { name: "Fil d’Ariane" }).getByRole("link", { name: "Tableau de bord" }).click();
		await expect(page.getByRole("heading", { level: 1, name: "Tableau de bord" })).toBeVisible();
		await expect(page.getByText("Du 1er avril 2020 au 31 mars 2021")).toBeVisible();
	});

	test("Au clavier, un dessin est un seul arrêt, les flèches vont d’une marque à l’autre, et la règle d’un chiffre s’ouvre et se ferme", {
		timeout: 120_000,
	}, async () => {
		const { page } = visitor;
		await turnTo(page, paths.dashboard());
		await settled(page);
		const heat = page.getByRole("table", { name: /^Employeurs accompagnés pendant la période/ });
		await expect(heat.locator('a[tabindex="0"]')).toHaveCount(1);
		await heat.locator('a[tabindex="0"]').focus();
		const first = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
		await page.keyboard.press("ArrowDown");
		const second = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
		expect(second).toMatch(/^\d+\u00A0employeurs?, .+, .+/);
		expect(second).not.toBe(first);
		await expect(heat.locator('a[tabindex="0"]')).toHaveCount(1);
		const rule = page.getByRole("button", { name: /: Visites$/ }).first();
		await rule.focus();
		await expect(page.getByRole("tooltip")).toContainText("Les appels ne sont pas des visites");
		await page.keyboard.press("Escape");
		await expect(page.getByRole("tooltip")).toBeHidden();
	});

	test("La période se choisit, l’adresse la garde, une date du futur est dite à côté de son champ", { timeout: 120_000 }, async () => {
		const { page } = visitor;
		await page.getByText("Trimestre", { exact: true }).click();
		await expect(page).toHaveURL(/trimestre=/);
		await page.getByRole("combobox", { name: "Trimestre" }).selectOption("2020-2021-T3");
		await expect(page.getByText("Du 1er octobre 2020 au 31 décembre 2020")).toBeVisible();
		await page.getByLabel("Lu à la date du").fill("2099-01-01");
		await expect(page.getByText("Cette date est dans le futur.")).toBeVisible();
		await page.getByLabel("Lu à la date du").fill("2020-11-15");
		await expect(page.getByText("Du 1er octobre 2020 au 15 novembre 2020")).toBeVisible();
	});
});
