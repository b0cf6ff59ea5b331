import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, test } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { accessibilityFaults, faultsInBothThemes, sidewaysScroll } from "./support/judge.ts";
import { isLong } from "./support/long.ts";
import { settled } from "./support/pages.ts";
import { desk, expect, openVisitor, phone, type Visitor } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

/** What the tests provoke on purpose: refusals that the screen says in words. */
const expected = /status of (400|401|403|429)/;

async function judge(page: Page, { takeComplaints }: Visitor) {
	await settled(page);
	expect(await faultsInBothThemes(page)).toEqual([]);
	expect(takeComplaints()).toEqual([]);
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

/** Tab by tab, as far as the control; typed there. */
async function tabTo(page: Page, label: string | RegExp, typed?: string) {
	for (let presses = 0; presses < 25; presses++) {
		await page.keyboard.press("Tab");
		const name = await page.evaluate(() => {
			const focused = document.activeElement;
			const label = focused instanceof HTMLInputElement || focused instanceof HTMLSelectElement ? focused.labels?.[0] : null;
			return (label ?? focused)?.textContent ?? "";
		});
		if (typeof label === "string" ? !name.startsWith(label) : !label.test(name)) continue;
		if (typed !== undefined) await page.keyboard.type(typed);
		return;
	}
	throw new Error(`No tab leads to ${label}`);
}

const first = { name: "Line Gagné", email: "line.gagne@exemple.ca", password: "trois petits chats gris" };
const chosen = "le lac gelait en novembre";

async function createFirst(page: Page) {
	await page.goto("/");
	await expect(heading(page, "Créer le premier compte d’administration")).toBeVisible();
	await page.getByRole("textbox", { name: "Prénom et nom" }).fill(first.name);
	await page.getByRole("textbox", { name: "Adresse courriel" }).fill(first.email);
	await page.getByLabel("Mot de passe", { exact: false }).first().fill(first.password);
	await page.getByRole("combobox", { name: "Région" }).selectOption("16");
	await page.getByRole("button", { name: "Créer le compte" }).click();
	await expect(heading(page, "Premiers pas")).toBeVisible();
}

/** An office that nobody has opened yet, and whoever comes to it. */
function ownOffice(env: Record<string, string> = {}) {
	const office = {} as { server: RunningServer; visitor: Visitor };
	beforeAll(async () => {
		office.server = await startServer({ demo: false, env });
		office.visitor = await openVisitor(browser, office.server.url, { expected });
	}, 300_000);
	afterAll(async () => {
		await office.visitor?.close();
		await office.server?.stop();
	});
	return office;
}

describe("La première ouverture, dans un dossier vide", () => {
	const office = ownOffice();

	test("Je crée le premier compte d’administration au clavier, puis celui d’une conseillère, qui choisit son mot de passe", { timeout: 600_000 }, async () => {
		const { visitor } = office;
		const { page } = visitor;
		await page.goto("/employeurs");
		await expect(heading(page, "Créer le premier compte d’administration")).toBeVisible();
		await judge(page, visitor);

		await tabTo(page, "Prénom et nom", first.name);
		await tabTo(page, "Adresse courriel", first.email);
		await tabTo(page, "Mot de passe", "123456789012");
		await page.keyboard.press("Enter");
		await expect(page.getByText("Ce mot de passe est parmi les plus courants", { exact: false })).toBeVisible();
		await judge(page, visitor);
		const password = page
			.getByRole("group")
			.or(page.getByLabel("Mot de passe", { exact: false }))
			.first();
		await password.focus();
		await page.keyboard.press("Control+a");
		await page.keyboard.type(first.password);
		await tabTo(page, /^Afficher/);
		await page.keyboard.press("Enter");
		await expect(page.getByRole("textbox", { name: "Mot de passe" })).toHaveValue(first.password);
		await tabTo(page, "Région", "Montérégie");
		await tabTo(page, "Créer le compte");
		await page.keyboard.press("Enter");
		await expect(heading(page, "Premiers pas")).toBeVisible();
		await judge(page, visitor);
		await page.getByRole("link", { name: "Ajouter des personnes" }).press("Enter");
		await expect(heading(page, "Personnes et rôles")).toBeVisible();
		await expect(page.getByRole("list", { name: "Personnes de la région" }).getByText(first.name).first()).toBeVisible();
		await judge(page, visitor);

		await page.getByRole("button", { name: "Ajouter une personne" }).focus();
		await page.keyboard.press("Enter");
		const dialog = page.getByRole("dialog", { name: "Ajouter une personne" });
		await expect(dialog.getByRole("textbox", { name: "Prénom et nom" })).toBeFocused();
		await judge(page, visitor);
		await page.keyboard.type("Mai Nguyen");
		await tabTo(page, "Adresse courriel", "mai.nguyen@exemple.ca");
		await page.keyboard.press("Enter");
		const shown = page.getByRole("dialog", { name: "Mot de passe provisoire de Mai Nguyen" });
		const temporary = await shown.getByRole("textbox", { name: "Mot de passe provisoire" }).inputValue();
		expect(temporary).toMatch(/^[A-Z0-9-]{19}$/);
		await judge(page, visitor);
		await page.keyboard.press("Escape");
		await expect(shown).toHaveCount(0);
		await expect(page.getByRole("listitem").filter({ hasText: "Mai Nguyen" })).toContainText("Mot de passe provisoire");

		const mai = await openVisitor(browser, office.server.url, { expected });
		await mai.page.goto("/suivis");
		await expect(heading(mai.page, "Ouvrir une session")).toBeVisible();
		await judge(mai.page, mai);
		await tabTo(mai.page, "Adresse courriel", "MAI.NGUYEN@exemple.ca");
		await tabTo(mai.page, "Mot de passe", "pas celui-là");
		await mai.page.keyboard.press("Enter");
		await expect(mai.page.getByText("Adresse courriel ou mot de passe inexact.", { exact: false })).toBeVisible();
		await expect(mai.page.getByLabel("Mot de passe", { exact: false }).first()).toBeFocused();
		await mai.page.keyboard.type(temporary);
		await mai.page.keyboard.press("Enter");
		await expect(heading(mai.page, "Choisir votre mot de passe")).toBeVisible();
		await judge(mai.page, mai);
		await tabTo(mai.page, "Mot de passe provisoire", temporary);
		await tabTo(mai.page, "Nouveau mot de passe", chosen);
		await mai.page.keyboard.press("Enter");
		await expect(heading(mai.page, "Suivis")).toBeVisible();

		await mai.page.getByRole("button", { name: "Menu de Mai Nguyen" }).press("Enter");
		await mai.page.getByRole("menuitem", { name: "Mon compte" }).press("Enter");
		await expect(heading(mai.page, "Mon compte")).toBeVisible();
		await expect(mai.page.getByRole("list", { name: "Où ma session est ouverte" }).getByRole("listitem")).toHaveCount(1);
		await judge(mai.page, mai);

		await page.getByRole("button", { name: "Modifier Mai Nguyen" }).press("Enter");
		await judge(page, visitor);
		await page.getByRole("button", { name: "Désactiver le compte" }).press("Enter");
		await expect(page.getByRole("listitem").filter({ hasText: "Mai Nguyen" }).first()).toContainText("Compte désactivé");
		await mai.page.getByRole("link", { name: "Employeurs" }).first().click();
		await expect(mai.page.getByRole("dialog", { name: "Votre session est terminée" })).toBeVisible();
		await judge(mai.page, mai);
		await mai.close();
	});

	test("Je lis ensuite qui a ouvert une session et ce qui a été fait aux comptes, je cherche une personne, et je vais à son histoire", {
		timeout: 300_000,
	}, async () => {
		const { visitor } = office;
		const { page } = visitor;
		await page
			.getByRole("navigation", { name: "Navigation principale" })
			.getByRole("link", { name: /^Accès/ })
			.press("Enter");
		await expect(heading(page, "Journal des accès")).toBeVisible();
		await settled(page);
		const table = page.getByRole("table", { name: "Sessions ouvertes et changements aux comptes de la région" });
		await expect(table).toContainText(first.name);
		await page.getByRole("searchbox", { name: "Chercher une personne par son nom" }).pressSequentially("mai");
		await expect(page).toHaveURL(/[?&]q=mai/);
		await settled(page);
		await expect(table.getByRole("row").filter({ hasText: first.name }).filter({ hasNotText: "Mai Nguyen" })).toHaveCount(0);
		// The latest first: what was done above, and by whom.
		const told = [
			["Compte désactivé", first.name],
			["Mot de passe changé", "Elle-même ou lui-même"],
			["Session ouverte", "Elle-même ou lui-même"],
			["Mot de passe provisoire donné", first.name],
		];
		for (const [index, [event, by]] of told.entries()) {
			await expect(table.getByRole("row").nth(index + 1)).toContainText(event ?? "");
			await expect(table.getByRole("row").nth(index + 1)).toContainText(by ?? "");
		}
		await page.getByRole("radio", { name: "7 jours" }).press("Space");
		await expect(page).toHaveURL(/filtre=on/);
		await judge(page, visitor);
		await page.setViewportSize(phone);
		await judge(page, visitor);
		expect(await sidewaysScroll(page)).toEqual([]);
		await page.setViewportSize(desk);
		await table.getByRole("row").nth(1).getByRole("link").press("Enter");
		await expect(page).toHaveURL(/\/historique\/personne\//);
		await expect(page).toHaveTitle(/Mai Nguyen/);
	});
});

// It waits for the clock of a session, most of a minute.
if (isLong)
	describe("Une session laissée sans personne", () => {
		const office = ownOffice({ SESSION_IDLE_SECONDS: "24" });

		test("avertit avant de se fermer, puis attend que je revienne, avec ce que j’avais tapé", { timeout: 300_000 }, async () => {
			const { visitor } = office;
			const { page } = visitor;
			await createFirst(page);
			await page.goto("/mon-compte");
			await page.getByRole("textbox", { name: "Mot de passe actuel" }).or(page.getByLabel("Mot de passe actuel")).first().fill("commencé puis laissé");
			const warning = page.getByRole("dialog", { name: "Votre session va se fermer" });
			await expect(warning).toBeVisible();
			expect(await accessibilityFaults(page)).toEqual([]);
			await expect(page.getByRole("button", { name: "Rester" })).toBeFocused();
			await page.keyboard.press("Enter");
			await expect(warning).toHaveCount(0);
			await expect(warning).toBeVisible();
			const ended = page.getByRole("dialog", { name: "Votre session est terminée" });
			await expect(ended).toBeVisible();
			expect((await page.context().request.get("/api/people")).status()).toBe(401);
			await ended.getByRole("textbox", { name: "Adresse courriel" }).fill(first.email);
			await page.keyboard.press("Tab");
			await page.keyboard.type(first.password);
			await page.keyboard.press("Enter");
			await expect(ended).toHaveCount(0);
			await expect(page.getByLabel("Mot de passe actuel").first()).toHaveValue("commencé puis laissé");
			expect((await page.context().request.get("/api/people")).status()).toBe(200);
		});
	});

if (isLong)
	describe("Un bureau que l’on essaie d’abord", () => {
		const office = ownOffice();

		test("Je charge la démonstration au clavier, je la vois avancer, et je continue comme une conseillère dont la journée est remplie", {
			timeout: 300_000,
		}, async () => {
			const { visitor } = office;
			const { page } = visitor;
			await createFirst(page);
			await page.getByRole("button", { name: "Charger la démonstration" }).press("Enter");
			await expect(page.getByRole("progressbar", { name: "Chargement de la démonstration" })).toBeVisible();
			await expect(page.getByRole("heading", { name: "Ce bureau est une démonstration" })).toBeVisible({
				timeout: 120_000,
			});
			await judge(page, visitor);
			await page.getByRole("link", { name: "Continuer comme une autre personne" }).press("Enter");
			const choice = page.getByRole("button").filter({ hasText: "immigration régionale" }).first();
			await expect(choice).toBeVisible();
			await judge(page, visitor);
			await choice.press("Enter");
			await expect(heading(page, "Ma journée")).toBeVisible();
			await settled(page);
			expect(await page.getByRole("main").getByRole("link").count()).toBeGreaterThan(5);
		});
	});
