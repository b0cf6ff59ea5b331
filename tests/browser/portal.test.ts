import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, inject, test } from "vitest";
import type { EmployerRow } from "#contract/employers.ts";
import type { PortalAccount } from "#contract/portal-accounts.ts";
import type { ToolUse } from "#contract/tool-uses.ts";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { csvOf } from "../support/import-files.ts";
import { readApi } from "./support/api.ts";
import { accessibilityFaults, sidewaysScroll } from "./support/judge.ts";
import { settled } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
import { expect, openVisitor, phone } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

/** An employer of this person that nobody has spoken of the Portail with. */
async function withoutAccount(page: Page, personId: string, skip = 0): Promise<EmployerRow> {
	const { items } = await readApi<{ items: EmployerRow[] }>(page, `/employers?limit=100&filter=${encodeURIComponent(`advisorId==${personId}`)}`);
	const { items: accounts } = await readApi<{ items: PortalAccount[] }>(page, "/portal-accounts?limit=500");
	const found = items.filter(({ id }) => !accounts.some(({ employerId }) => employerId === id))[skip];
	if (!found) throw new Error("Every employer of this person has an account.");
	return found;
}

test("Sur la fiche, au clavier : le compte est à ouvrir, puis ouvert, une activation trop tôt est refusée à côté de sa date, et l’étape se reprend", {
	timeout: 300_000,
}, async () => {
	const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server, { viewport: phone });
	const advisor = await signInAs(context.request, "advisor");
	await page.goto(paths.account());
	const employer = await withoutAccount(page, advisor.id);
	await page.goto(paths.employer(employer.id, "outils"));
	await settled(page);
	const account = page.getByRole("region", { name: "Compte au Portail employeurs" });
	await expect(account.getByText("Aucun compte connu")).toBeVisible();
	expect(await sidewaysScroll(page)).toEqual([]);

	// Two keys: the step, and Enter.
	await account.getByRole("button", { name: "Compte à ouvrir" }).focus();
	await page.keyboard.press("Enter");
	const dialog = page.getByRole("dialog", { name: "Ajouter un usage" });
	await dialog.getByRole("textbox", { name: "Note" }).focus();
	await page.keyboard.press("Enter");
	await expect(account.getByText("À ouvrir", { exact: true })).toBeVisible();
	const followUps = await readApi<{ items: { ruleCode: string; origin: string }[] }>(page, `/follow-ups?filter=employerId==${employer.id};done==false`);
	expect(followUps.items.filter(({ ruleCode, origin }) => ruleCode === "portalAccount" && origin === "catalogue")).toHaveLength(1);

	await account.getByRole("button", { name: "Compte ouvert" }).click();
	await expect(dialog.getByRole("combobox", { name: "Avec l’aide de" })).toHaveValue(advisor.id);
	await dialog.getByRole("button", { name: "Enregistrer" }).click();
	await expect(account.getByText("Ouvert", { exact: true })).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);

	await account.getByRole("button", { name: "Compte actif" }).click();
	await dialog.getByLabel("Date").fill("2024-01-15");
	await dialog.getByRole("button", { name: "Enregistrer" }).click();
	await expect(dialog.getByLabel("Date")).toHaveAttribute("aria-invalid", "true");
	await expect(dialog.getByText(/ne peut pas être actif avant/)).toBeVisible();
	await page.keyboard.press("Escape");
	const leave = page.getByRole("button", { name: /Abandonner|Fermer sans enregistrer/ });
	if (await leave.isVisible()) await leave.click();

	const table = page.getByRole("table", { name: "Usage des deux outils du ministère" });
	await table.getByRole("button", { name: /^Reprendre : Compte ouvert/ }).click();
	await expect(account.getByText("À ouvrir", { exact: true })).toBeVisible();
	// The refusal, and nothing else.
	expect(takeComplaints()).toEqual([expect.stringContaining("400 (Bad Request)")]);
	await close();
});

test("La page du Portail : chaque chiffre ouvre sa liste et l’égale, aujourd’hui comme à une date passée ; la liste d’écarts rétrécit quand on consigne", {
	timeout: 300_000,
}, async () => {
	const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server);
	await signInAs(context.request, "manager");
	await page.goto(paths.portal());
	await settled(page);
	const funnel = page.getByRole("region", { name: "Du compte à ouvrir au compte qui sert" });
	const gaps = page.getByRole("region", { name: "À relancer" });
	expect(await accessibilityFaults(page)).toEqual([]);
	await funnel.getByRole("link", { name: /^Activés/ }).click();
	await expect(page.getByText(/\d\ssur\s\d/).first()).toBeVisible();
	expect(new URL(page.url()).searchParams.get("filtre")).toBe("wasActive==true");

	const gap = gaps.getByRole("link", { name: /jamais utilisés depuis 30/ });
	const before = Number((await gap.getByRole("strong").textContent()) ?? "-1");
	await gap.click();
	await settled(page);
	expect(new URL(page.url()).searchParams.get("filtre")).toBe("unusedFirst==true");
	const rows = await readApi<{ items: PortalAccount[]; total: number }>(page, "/portal-accounts?limit=1&filter=unusedFirst==true");
	expect(rows.total).toBe(before);
	await expect(page.getByText(`${before} comptes`, { exact: false }).first()).toBeVisible();

	// Somebody records a first use: one less.
	const [first] = rows.items;
	if (!first) throw new Error("Nobody to follow up.");
	await page.goto(paths.employer(first.employerId, "outils"));
	await settled(page);
	await page.getByRole("region", { name: "Compte au Portail employeurs" }).getByRole("button", { name: "Recherches" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Enregistrer" }).click();
	await expect(page.getByText("Usage consigné.")).toBeVisible();
	await page.goto(paths.portal({ filtre: "unusedFirst==true" }));
	await settled(page);
	await expect(gap.getByRole("strong")).toHaveText(String(before - 1));

	await page.getByLabel("À la date du").fill("2024-06-30");
	await expect(page.getByText("lu au 30 juin 2024", { exact: false })).toBeVisible();
	expect(new URL(page.url()).searchParams.get("au")).toBe("2024-06-30");
	await settled(page);
	const past = await readApi<{ total: number }>(page, "/portal-accounts?limit=1&asOf=2024-06-30");
	expect(past.total).toBeGreaterThan(0);
	await expect(funnel.getByRole("link", { name: new RegExp(`^Envisagés\\s*${past.total}`) })).toBeVisible();
	expect(takeComplaints()).toEqual([]);
	await close();
});

test("L’extrait du ministère : une ligne inconnue est gardée, rapprochée à la main après l’application, puis appliquée", { timeout: 300_000 }, async () => {
	const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server);
	const advisor = await signInAs(context.request, "advisor");
	await page.goto(paths.account());
	const known = await withoutAccount(page, advisor.id, 2);
	const other = await withoutAccount(page, advisor.id, 3);
	await signInAs(context.request, "manager");
	const file = csvOf([
		["NEQ", "Entreprise", "Date d’activation", "Recherches", "Date de l’extrait"],
		["", known.name, "2026-09-01", "6", "2026-10-31"],
		["8899887766", "Raison sociale jamais vue", "2026-09-02", "35 %", "2026-10-31"],
		["8899887755", "Autre raison sociale jamais vue", "2026-09-02", "4", "2026-10-31"],
	]);
	await page.goto(paths.newImport());
	await page.getByRole("radio", { name: "Extrait du Portail" }).check();
	const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Choisir un fichier" }).click()]);
	await chooser.setFiles({ name: "extrait-octobre.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
	await page.getByRole("link", { name: "Voir la vérification" }).click();
	await settled(page);
	const table = page.getByRole("table", { name: "Lignes du fichier" });
	await expect(table.getByText(/Un pourcentage n’est pas un nombre/)).toBeVisible();
	await expect(table.getByText(/à rapprocher à la main/)).toBeVisible();
	await page.getByRole("button", { name: "Appliquer" }).click();
	await expect(page.getByText(/Importation appliquée/)).toBeVisible({ timeout: 60_000 });

	await table.getByRole("row").filter({ hasText: "Autre raison sociale jamais vue" }).getByRole("link").click();
	const panel = page.getByRole("complementary", { name: "Ligne 4" });
	await expect(panel.getByText(/à rapprocher à la main/)).toBeVisible();
	await panel.getByRole("combobox", { name: "Un autre employeur" }).pressSequentially(other.name.slice(0, 12));
	await page.getByRole("option", { name: other.name }).first().click();
	await expect(panel.getByText("choisi à la main", { exact: false })).toBeVisible();
	// Matched is not written: nothing says that it is.
	await expect(page.getByText("1 ligne rapprochée attend d’être appliquée.".replace("1 ", "1\u00A0"))).toBeVisible();
	const matched = table.getByRole("row").filter({ hasText: "Autre raison sociale jamais vue" });
	await expect(matched.getByText("À mettre à jour")).toBeVisible();
	await expect(table.getByRole("row").filter({ hasText: known.name }).getByText("Mise à jour")).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByRole("button", { name: "Appliquer les lignes rapprochées" }).click();
	await expect(page.getByRole("button", { name: "Appliquer les lignes rapprochées" })).toHaveCount(0, { timeout: 60_000 });
	await expect(matched.getByText("Mise à jour")).toBeVisible();
	const { items } = await readApi<{ items: ToolUse[] }>(page, `/tool-uses?filter=employerId==${other.id};source==extract`);
	expect(items.map(({ event, quantity }) => `${event} ${quantity}`).sort()).toEqual(["account 1", "search 4"]);
	expect(takeComplaints()).toEqual([]);
	await close();
});
