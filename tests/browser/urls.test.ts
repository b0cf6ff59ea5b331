import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, inject, test } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { readApi } from "./support/api.ts";
import { settled } from "./support/pages.ts";
import { personOf, signIn, signInAs } from "./support/session.ts";
import { expect, openVisitor, type Visitor } from "./support/visitor.ts";
import { textOf } from "./support/words.ts";

let browser: Browser;
let visitor: Visitor;
let page: Page;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
	visitor = await openVisitor(browser, inject("homes").server);
	page = visitor.page;
});
afterEach(async () => {
	expect(visitor.takeComplaints()).toEqual([]);
	await visitor.close();
});

const table = (where: Page) => where.getByRole("table", { name: "Employeurs de la région" });
const searchBox = (where: Page) => where.getByRole("searchbox", { name: "Chercher un employeur" });
const facet = (where: Page) => where.getByRole("group", { name: "Étape" }).getByRole("checkbox").first();

/** What one sees of the list: words searched, first facet, sorted column, rows. */
async function lookOf(where: Page) {
	await settled(where);
	return {
		words: await searchBox(where).inputValue(),
		isTicked: await facet(where).isChecked(),
		sorted: await table(where)
			.getByRole("columnheader")
			.evaluateAll((heads) => heads.map((head) => head.getAttribute("aria-sort"))),
		rows: await table(where).getByRole("row").allInnerTexts(),
	};
}

async function search(where: Page) {
	await searchBox(where).pressSequentially("e");
	await expect(where).toHaveURL(/[?&]q=e/);
	await settled(where);
	await facet(where).check();
	await expect(where).toHaveURL(/filtre=/);
	await table(where).getByRole("button", { name: "Dernière visite" }).click();
	await expect(where).toHaveURL(/tri=/);
	await settled(where);
}

test("Ma recherche, mon filtre et mon tri sont dans l’adresse : ils survivent au rechargement et à un second onglet", { timeout: 300_000 }, async () => {
	await signInAs(visitor.context.request, "advisor");
	await page.goto("/employeurs");
	await settled(page);
	await search(page);
	const look = await lookOf(page);
	expect(look.isTicked).toBe(true);
	expect(look.rows.length).toBeGreaterThan(2);
	await page.reload();
	expect(await lookOf(page)).toEqual(look);
	const second = await visitor.context.newPage();
	await second.goto(page.url());
	expect(await lookOf(second)).toEqual(look);
});

test("Précédent me ramène à ma liste telle que je l’avais laissée, Suivant à la fiche", { timeout: 300_000 }, async () => {
	await signInAs(visitor.context.request, "advisor");
	await page.goto("/employeurs");
	await settled(page);
	await search(page);
	const look = await lookOf(page);
	const link = table(page).getByRole("link").first();
	const name = await textOf(link);
	await link.click();
	await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
	await page.goBack();
	expect(await lookOf(page)).toEqual(look);
	await page.goForward();
	await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("Je cherche, puis je vais jusqu’à la dernière ligne trouvée : elle est là, comme les autres", { timeout: 300_000 }, async () => {
	await signInAs(visitor.context.request, "advisor");
	await page.goto("/employeurs?q=e");
	await settled(page);
	const total = Number(await table(page).getAttribute("aria-rowcount")) - 1;
	// More than what a search asks for at first.
	expect(total).toBeGreaterThan(120);
	await table(page).getByRole("row").nth(1).focus();
	await page.keyboard.press("End");
	const last = table(page).locator(`tr[aria-rowindex="${total + 1}"]`);
	await expect(last.getByRole("link")).toBeVisible();
	await expect(last).toBeFocused();
	const [expected] = (await readApi<{ items: { name: string }[] }>(page, `/employers?q=e&limit=1&offset=${total - 1}`)).items;
	await expect(last.getByRole("link")).toHaveText(expected?.name ?? "");
	// Without the words again: the pieces are larger, and none is taken for another.
	await searchBox(page).fill("");
	await expect(page).not.toHaveURL(/q=/);
	await settled(page);
	await table(page).getByRole("row").nth(1).focus();
	await page.keyboard.press("End");
	const { total: all } = await readApi<{ total: number }>(page, "/employers?limit=1");
	await expect(
		table(page)
			.locator(`tr[aria-rowindex="${all + 1}"]`)
			.getByRole("link"),
	).toBeVisible();
});

test("Un vieux lien dont le filtre n’existe plus montre la liste entière", { timeout: 300_000 }, async () => {
	await signInAs(visitor.context.request, "advisor");
	await page.goto("/employeurs?filtre=ancienChamp==1;stage=quoi=&tri=-inconnu,name");
	await settled(page);
	const { rows } = await lookOf(page);
	expect(rows.length).toBeGreaterThan(20);
	await page.goto("/dossiers?vue=liste&filtre=((");
	await settled(page);
	await expect(page.getByRole("table", { name: "Dossiers d’accompagnement" }).getByRole("row").nth(5)).toBeVisible();
	await page.goto("/tableau-de-bord?filtre=x");
	await expect(page.getByRole("heading", { level: 1, name: "Tableau de bord" })).toBeVisible();
});

test("Une adresse inconnue, ou une fiche qui n’existe pas, le dit et me laisse continuer", { timeout: 300_000 }, async () => {
	await signInAs(visitor.context.request, "advisor");
	await page.goto("/nulle-part");
	await expect(page.getByRole("heading", { level: 1, name: "Cette page n’existe pas" })).toBeVisible();
	await page.getByRole("main").getByRole("link", { name: "Voir les employeurs" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Employeurs" })).toBeVisible();
});

test("Une fiche qui n’existe pas le dit, sans perdre la navigation", { timeout: 300_000 }, async () => {
	const stranger = await openVisitor(browser, inject("homes").server, { expected: /status of (404|422|400) / });
	await signInAs(stranger.context.request, "advisor");
	await stranger.page.goto("/employeurs/00000000-0000-4000-8000-000000000000");
	await expect(stranger.page.getByRole("heading", { level: 1, name: "Cette page n’existe pas" })).toBeVisible();
	await expect(stranger.page.getByRole("navigation", { name: "Navigation principale" })).toBeVisible();
	await stranger.page.goto("/employeurs/pas-un-numero");
	await expect(stranger.page.getByRole("heading", { level: 1, name: "Cette page n’existe pas" })).toBeVisible();
	expect(stranger.takeComplaints()).toEqual([]);
	await stranger.close();
});

test("Un lien reçu pendant que ma session était fermée s’ouvre après la connexion", { timeout: 300_000 }, async () => {
	await page.goto("/employeurs?q=e&tri=-lastVisitOn");
	await expect(page).toHaveURL(/connexion\?suite=/);
	await signIn(page, "advisor");
	await expect(page).toHaveURL(/\/employeurs\?q=e&tri=-lastVisitOn$/);
	await expect(searchBox(page)).toHaveValue("e");
});

test("À la première ouverture, chacune arrive à la page de son travail", { timeout: 300_000 }, async () => {
	await page.goto("/");
	await signIn(page, "advisor");
	await expect(page.getByRole("heading", { level: 1, name: "Ma journée" })).toBeVisible();
	await visitor.context.clearCookies();
	await page.goto("/");
	const manager = await personOf(page, "manager");
	await page.getByRole("button", { name: manager.name }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Tableau de bord" })).toBeVisible();
});

test("Une adresse de retour qui mène ailleurs que chez nous n’est pas suivie", { timeout: 300_000 }, async () => {
	await page.goto("/connexion?suite=//ailleurs.example/");
	await signIn(page, "advisor");
	await expect(page).toHaveURL(/\/ma-journee$/);
});

test("J’efface les filtres de mes suivis : au rechargement, ils restent effacés", { timeout: 300_000 }, async () => {
	await signInAs(visitor.context.request, "advisor");
	await page.goto("/suivis");
	await settled(page);
	const inForce = page.getByRole("list", { name: "Filtres en vigueur" }).getByRole("listitem");
	await expect(inForce).toHaveCount(2);
	await page.getByRole("button", { name: "Effacer les filtres" }).first().click();
	await expect(inForce).toHaveCount(0);
	await settled(page);
	const rows = page.getByRole("table", { name: "Suivis de la région, les plus pressants d’abord" });
	const all = await rows.getAttribute("aria-rowcount");
	await page.reload();
	await settled(page);
	await expect(inForce).toHaveCount(0);
	await expect(rows).toHaveAttribute("aria-rowcount", all ?? "");
	// Opened from the navigation, the page shows again what is mine to do.
	await page
		.getByRole("navigation", { name: "Navigation principale" })
		.getByRole("link", { name: /^Suivis/ })
		.click();
	await expect(inForce).toHaveCount(2);
});
