import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject, test } from "vitest";
import type { VisitRow } from "#contract/visits.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi } from "./support/api.ts";
import { sidewaysScroll } from "./support/judge.ts";
import { settled, turnTo } from "./support/pages.ts";
import { signIn } from "./support/session.ts";
import { desk, expect, openVisitor, phone, type Visitor } from "./support/visitor.ts";

/** In the browser's own home: its faults are switched on in the address or in the page. */
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

/** The lamp of the demonstration: what goes wrong from now on. */
async function chooseFault(page: Page, fault: string) {
	const tools = page.getByRole("complementary", { name: "Outils de la démonstration" });
	await tools.getByRole("button", { name: /^Démo/ }).click();
	await tools.getByRole("radio", { name: fault }).check();
	await tools.getByRole("button", { name: "Fermer" }).click();
}

/** What moved by itself while the page was filling up, as browsers measure it. */
const countShifts = () => {
	const seen = window as unknown as { shifts: number };
	seen.shifts = 0;
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
			if (!entry.hadRecentInput) seen.shifts += entry.value;
	}).observe({ type: "layout-shift", buffered: true });
};
const shiftsOf = (page: Page) => page.evaluate(() => (window as unknown as { shifts: number }).shifts);

/** How much waits on this device, in the bar of the window. */
const queued = (page: Page) => page.getByRole("banner").getByRole("link", { name: /à synchroniser$/ });

/** Something on the page says that more is coming. */
const isWaiting = (page: Page) => page.getByRole("main").evaluate((main) => main.querySelector('[aria-busy="true"], [role="status"]') !== null);

const lists = [
	["Employeurs", "/employeurs"],
	["Dossiers", "/dossiers"],
	["Besoins", "/besoins"],
	["Visites", "/visites"],
	["Suivis", "/suivis"],
	["Outils et francisation", "/outils"],
	["Tableau de bord", "/tableau-de-bord"],
] as const;

describe("Un mauvais jour", () => {
	let visitor: Visitor;
	let page: Page;
	let personId: string;
	beforeAll(async () => {
		visitor = await openVisitor(browser, inject("homes").mock, {
			serviceWorkers: "allow",
			expected: /status of (401|412|500|503)|ERR_FAILED|unexpected-error/,
		});
		await visitor.page.goto("/");
		personId = (await signIn(visitor.page, "advisor")).id;
		// Each page's own code is then at hand: what the tests wait for is data.
		for (const [, address] of lists) {
			await turnTo(visitor.page, address);
			await settled(visitor.page);
		}
	}, 600_000);
	afterAll(() => visitor.close());
	// Another tab of the same person: the first keeps the database open.
	beforeEach(async () => {
		page = await visitor.context.newPage();
		await page.addInitScript(countShifts);
	});
	afterEach(() => page.close());

	test("Quand le service est lent, chaque page garde sa forme en attendant", { timeout: 300_000 }, async () => {
		await page.goto("/accueil");
		await chooseFault(page, "Réponses lentes");
		for (const [title] of lists) {
			const before = await shiftsOf(page);
			await page
				.getByRole("navigation", { name: "Navigation principale" })
				.getByRole("link", { name: new RegExp(`^${title}`) })
				.click();
			await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
			expect(await isWaiting(page), title).toBe(true);
			await settled(page);
			expect((await shiftsOf(page)) - before, title).toBeLessThan(0.02);
		}
	});

	test.each(lists)("Quand le service échoue, la page le dit et je peux réessayer : %s", { timeout: 300_000 }, async (title, address) => {
		await page.goto(`${address}?panne=erreur`);
		await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
		const alert = page.getByRole("main").getByRole("alert");
		await expect(alert).toBeVisible();
		await chooseFault(page, "Aucune");
		await alert.getByRole("button", { name: "Réessayer" }).click();
		await expect(alert).toHaveCount(0);
		await settled(page);
		await expect(page.getByRole("main").getByRole("link").nth(3)).toBeVisible();
	});

	test("Hors ligne, ma visite est consignée sur l’appareil et se lit ; au retour elle part, une seule fois", { timeout: 300_000 }, async () => {
		await page.goto("/visites/nouvelle");
		await page.getByRole("combobox", { name: "Employeur" }).fill("a");
		await page.getByRole("option").first().click();
		const words = `Le directeur veut six soudeurs (${Date.now()})`;
		await page.getByRole("textbox", { name: "En une ligne" }).fill(words);
		await chooseFault(page, "Hors ligne");
		await page.getByRole("button", { name: "Enregistrer" }).click();
		await expect(page.getByText("Gardé sur cet appareil.", { exact: false })).toBeVisible();
		await expect(queued(page)).toHaveText(/^1\sà synchroniser$/);
		await expect(page.getByRole("table").getByText(words)).toBeVisible();
		await page.goto("/visites?panne=aucune");
		await settled(page);
		const written = async () => {
			const filter = encodeURIComponent(`adviserId==${personId};status==draft`);
			const { items } = await readApi<{ items: VisitRow[] }>(page, `/visits?limit=50&filter=${filter}`);
			return items.filter(({ headline }) => headline === words).length;
		};
		await expect.poll(written).toBe(1);
		await expect(queued(page)).toHaveCount(0);
	});

	test("Un suivi coché pendant que le service échoue reste coché, et part quand il répond", { timeout: 300_000 }, async () => {
		await page.goto("/suivis?panne=ecritures&filtre=done==false");
		await settled(page);
		const rows = page.getByRole("table", { name: /^Suivis de la région/ }).getByRole("row");
		const mine = rows.filter({ has: page.getByRole("checkbox", { name: /^Fait/, disabled: false }) }).first();
		const said = (await mine.allInnerTexts()).join("").trim();
		const alike = async () => (await rows.allInnerTexts()).filter((row) => row.trim() === said).length;
		const before = await alike();
		await mine.getByRole("checkbox").click();
		await expect(queued(page)).toHaveText(/^1\sà synchroniser$/);
		// In the bar of a phone too: its words give way, not the window.
		await page.setViewportSize(phone);
		expect(await sidewaysScroll(page)).toEqual([]);
		await page.setViewportSize(desk);
		// An employer may have two of the same name.
		await expect.poll(alike).toBe(before - 1);
		await chooseFault(page, "Aucune");
		await page.reload();
		await settled(page);
		await expect(queued(page)).toHaveCount(0);
		await expect.poll(alike).toBe(before - 1);
	});

	test("Un déplacement que le service refuse remet le tableau exactement comme il était", { timeout: 300_000 }, async () => {
		await page.goto(`/dossiers?panne=ecritures&filtre=advisorId==${personId}`);
		await settled(page);
		const board = page.getByRole("group", { name: "Tableau" });
		const before = await page.getByRole("main").getByRole("region").allInnerTexts();
		const card = page.getByRole("region", { name: "À contacter" }).getByRole("listitem").first();
		await card.focus();
		await page.keyboard.press("m");
		await page.getByRole("menuitem", { name: "Déplacer vers Premier contact" }).press("Enter");
		await expect(page.getByRole("status", { name: "Messages" }).getByRole("listitem")).toBeVisible();
		await settled(page);
		expect(await page.getByRole("main").getByRole("region").allInnerTexts()).toEqual(before);
		await expect(board).toBeVisible();
	});

	test("Si une collègue a modifié la fiche avant moi, je garde ce que j’ai tapé", { timeout: 300_000 }, async () => {
		await page.goto(`/employeurs?panne=conflit&filtre=advisorId==${personId}`);
		await page.getByRole("table", { name: "Employeurs de la région" }).getByRole("link").first().click();
		await page.getByRole("button", { name: "Modifier", exact: true }).click();
		const dialog = page.getByRole("dialog", { name: /^Modifier / });
		await dialog.getByRole("textbox", { name: "Activité" }).fill("Fabrication de cadres de bois");
		await dialog.getByRole("button", { name: "Enregistrer" }).click();
		await expect(dialog.getByText("Cette fiche a été modifiée pendant que vous écriviez.", { exact: false })).toBeVisible();
		await expect(dialog.getByRole("textbox", { name: "Activité" })).toHaveValue("Fabrication de cadres de bois");
	});
});

test("Dans une région toute neuve, chaque page dit qu’elle est vide et par où commencer", { timeout: 600_000 }, async () => {
	const { page, takeComplaints, close } = await openVisitor(browser, inject("homes").mock, { serviceWorkers: "allow" });
	await page.goto("/?scenario=vide");
	await signIn(page, "advisor");
	for (const [address, sentence] of [
		["/employeurs", "Aucun employeur pour l’instant"],
		["/dossiers", "Aucun dossier pour l’instant"],
		["/dossiers?vue=liste", "Aucun dossier pour l’instant"],
		["/besoins", "Aucun besoin pour l’instant"],
		["/visites", /^Aucune visite/],
		["/suivis", "Aucun suivi pour l’instant"],
		["/outils", /^Aucun usage/],
		["/tableau-de-bord", "Rien à compter encore"],
	] as const) {
		await turnTo(page, address);
		await expect(page.getByRole("main").getByText(sentence)).toBeVisible();
	}
	expect(takeComplaints()).toEqual([]);
	await close();
});
