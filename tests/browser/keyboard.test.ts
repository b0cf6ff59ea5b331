import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, inject, test } from "vitest";
import type { VisitRow } from "#contract/visits.ts";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { employerBody } from "../support/employer-body.ts";
import { readApi, writeApi } from "./support/api.ts";
import { arrowTo } from "./support/keys.ts";
import { settled } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
import { expect, openVisitor, type Visitor } from "./support/visitor.ts";
import { plain, textOf } from "./support/words.ts";

let browser: Browser;
let visitor: Visitor;
let page: Page;
let personId: string;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
	visitor = await openVisitor(browser, inject("homes").server);
	page = visitor.page;
	personId = (await signInAs(visitor.context.request, "advisor")).id;
	await page.goto("/employeurs");
	await settled(page);
}, 300_000);
afterEach(async () => {
	expect(visitor.takeComplaints()).toEqual([]);
	await visitor.close();
});

test("Je consigne une visite sans la souris : V, l’employeur, une ligne, et c’est tout", { timeout: 300_000 }, async () => {
	// Nobody else visits it today: that would be said before the line.
	const id = randomUUID();
	const name = `Atelier du clavier ${id.slice(0, 8)}`;
	await writeApi(page, "/employers", { ...employerBody({ id, name }), id, advisorId: personId });
	let keys = 0;
	const press = async (key: string) => {
		keys += 1;
		await page.keyboard.press(key);
	};
	await press("v");
	const employer = page.getByRole("combobox", { name: "Employeur" });
	await expect(employer).toBeFocused();
	await page.keyboard.type(plain(name));
	await press("Enter");
	await expect(employer).toHaveValue(name);
	await press("Tab");
	await expect(page.getByRole("textbox", { name: "En une ligne" })).toBeFocused();
	await page.keyboard.type("Cherche deux soudeurs pour le printemps");
	await press("Control+Enter");
	expect(keys).toBeLessThanOrEqual(6);
	await page.getByRole("status", { name: "Messages" }).getByRole("button", { name: "Compléter le rapport" }).press("Enter");
	await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
	await expect(page.getByRole("textbox", { name: "En une ligne" })).toHaveValue("Cherche deux soudeurs pour le printemps");
});

test("Le menu atteint au clavier avant d’être venu garde la main : une touche l’ouvre", async () => {
	let isCome: () => void = () => undefined;
	const come = new Promise<void>((resolve) => {
		isCome = resolve;
	});
	await page.route("**/aria-*.js", async (route) => {
		await come;
		await route.continue();
	});
	await page.reload();
	const menu = page.getByRole("button", { name: /^Menu de / });
	await menu.focus();
	await expect(menu).toHaveAttribute("aria-busy", "true");
	isCome();
	await expect(menu).not.toHaveAttribute("aria-busy", "true");
	await expect(menu).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("menuitem", { name: "Aide" })).toBeFocused();
});

test("Ce que je tape avant que les suggestions soient venues reste dans le champ, et se cherche", { timeout: 300_000 }, async () => {
	let come = () => {};
	const held = new Promise<void>((resolve) => {
		come = resolve;
	});
	await page.route("**/aria-*.js", async (route) => {
		await held;
		await route.continue();
	});
	const filter = encodeURIComponent(`adviserId==${personId};status==draft`);
	const { items } = await readApi<{ items: VisitRow[] }>(page, `/visits?limit=1&filter=${filter}`);
	await page.goto(`/visites/${items[0]?.id}`);
	await page.getByRole("button", { name: "Ajouter un besoin" }).click();
	await page
		.getByRole("textbox", { name: /^Profession/ })
		.last()
		.focus();
	await page.keyboard.type("soudeur");
	come();
	const occupation = page.getByRole("combobox", { name: /^Profession/ }).last();
	await expect(occupation).toBeFocused();
	await expect(occupation).toHaveValue("soudeur");
	await expect(page.getByRole("option").filter({ hasText: "72106" })).toBeVisible();
});

test("Dans la liste, les flèches vont d’une ligne à l’autre et Entrée ouvre la fiche", { timeout: 300_000 }, async () => {
	const rows = page.getByRole("table", { name: "Employeurs de la région" }).getByRole("row");
	await rows.nth(1).focus();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("ArrowUp");
	await expect(rows.nth(2)).toBeFocused();
	const name = await textOf(rows.nth(2).getByRole("link"));
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("Un dialogue garde le clavier chez lui, et me rend où j’étais quand je le quitte", { timeout: 300_000 }, async () => {
	await page.goto(`/employeurs?filtre=advisorId==${personId}`);
	await settled(page);
	await page.getByRole("table", { name: "Employeurs de la région" }).getByRole("link").first().click();
	const edit = page.getByRole("button", { name: "Modifier", exact: true });
	await edit.focus();
	await page.keyboard.press("Enter");
	const dialog = page.getByRole("dialog", { name: /^Modifier / });
	await expect(dialog.getByRole("textbox", { name: "Nom", exact: true })).toBeFocused();
	await page.keyboard.press("Escape");
	await expect(dialog).toBeHidden();
	await expect(edit).toBeFocused();
});

test("Le menu de la personne s’ouvre, se parcourt et se referme au clavier", { timeout: 300_000 }, async () => {
	const button = page.getByRole("button", { name: /^Menu de / });
	await button.focus();
	await page.keyboard.press("Enter");
	await arrowTo(page, page.getByRole("menuitem", { name: "Thème sombre" }));
	await page.keyboard.press("Escape");
	await expect(page.getByRole("menu")).toHaveCount(0);
	await expect(button).toBeFocused();
});

test("La première tabulation propose de passer au contenu, et y mène", { timeout: 300_000 }, async () => {
	await page.reload();
	await settled(page);
	await page.keyboard.press("Tab");
	const skip = page.getByRole("link", { name: "Passer au contenu" });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("main")).toBeFocused();
});

test("La liste des employeurs reste ouverte quand la page défile sous mon doigt", { timeout: 300_000 }, async () => {
	await page.setViewportSize({ width: 1440, height: 420 });
	await page.goto(paths.startVisit("groupe"));
	const employer = page.getByRole("main").getByRole("combobox").first();
	await employer.fill("a");
	const option = page.getByRole("option").first();
	await expect(option).toBeVisible();
	await page.evaluate(
		() =>
			new Promise((done) => {
				addEventListener("scroll", () => setTimeout(done, 100), { once: true, capture: true });
				scrollBy(0, 60);
			}),
	);
	await expect(option).toBeVisible();
	await option.click();
	await expect(employer).not.toHaveValue("a");
});
