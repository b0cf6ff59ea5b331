import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, inject, test } from "vitest";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { employerBody } from "../support/employer-body.ts";
import { writeApi } from "./support/api.ts";
import { faultsInBothThemes, sidewaysScroll } from "./support/judge.ts";
import { signInAs } from "./support/session.ts";
import { expect, openVisitor, phone } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

const posts = (page: Page) => page.getByRole("region", { name: "Postes", exact: true });
const dialog = (page: Page) => page.getByRole("dialog");

async function add(page: Page, what: string, quantity: string, channel?: string) {
	await page.getByRole("button", { name: "Ajouter un mouvement" }).click();
	await dialog(page).getByText(what, { exact: true }).click();
	await dialog(page).getByLabel("Combien").fill(quantity);
	if (channel) await dialog(page).getByLabel("Par quelle voie").selectOption({ label: channel });
	await dialog(page).getByRole("button", { name: "Enregistrer" }).click();
}

test("Je note qui comble les postes d’un besoin et par quelle voie ; je ne peux pas en combler plus qu’il n’en reste ; je corrige, je reprends et je relis le passé", {
	timeout: 180_000,
}, async () => {
	const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server, { expected: /status of 400/ });
	const person = await signInAs(context.request, "advisor");
	await page.goto(paths.account());
	const [employerId, needId] = [randomUUID(), randomUUID()];
	await writeApi(page, "/employers", { ...employerBody({ id: employerId, name: "Atelier des mouvements" }), id: employerId, advisorId: person.id });
	const terms = {
		permanence: "permanent",
		startOn: null,
		hourlyWageCents: 2500,
		frenchLevel: 4,
		schedule: null,
		requirements: null,
		vacantMonths: 3,
		localEfforts: null,
	};
	await writeApi(page, "/labour-needs", { id: needId, employerId, occupationCode: "72106", posts: 12, ...terms });

	// From the employer's record, by the name of the occupation.
	await page.goto(paths.employer(employerId, "besoins"));
	await page.getByRole("link", { name: /^Soudeurs/ }).click();
	await expect(page.getByRole("heading", { level: 1 })).toContainText("Soudeurs");
	await expect(posts(page)).toContainText("12\u00A0postes ouverts. Aucun n’est encore comblé. Il en reste 12.");

	await add(page, "Postes comblés", "13", "Journées Québec");
	await expect(dialog(page).getByText("13\u00A0postes, mais 12\u00A0seulement sont ouverts à cette date.")).toBeVisible();
	expect(await faultsInBothThemes(page)).toEqual([]);
	// Nothing typed is lost.
	await dialog(page).getByLabel("Combien").fill("5");
	await dialog(page).getByRole("button", { name: "Enregistrer" }).press("Enter");
	await expect(dialog(page)).toHaveCount(0);
	await add(page, "Postes comblés", "3", "Recrutement local");
	await expect(posts(page)).toContainText("12\u00A0postes ouverts\u00A0: 5 comblés par une mission des Journées Québec et 3 localement. Il en reste 4.");

	const table = page.getByRole("grid", { name: /Mouvements des postes/ }).or(page.getByRole("table", { name: /Mouvements des postes/ }));
	await table.getByRole("button", { name: /^Corriger : 3 comblés/ }).click();
	await expect(dialog(page).getByLabel("Par quelle voie")).toHaveValue("local");
	await dialog(page).getByLabel("Combien").fill("2");
	await dialog(page).getByRole("button", { name: "Enregistrer" }).click();
	await expect(posts(page)).toContainText("5 comblés par une mission des Journées Québec et 2 localement. Il en reste 5.");

	await add(page, "Postes annulés", "5");
	await expect(posts(page)).toContainText("et 5 annulés. Il n’en reste aucun.");
	await table.getByRole("button", { name: /^Reprendre : 5 annulés/ }).click();
	await expect(posts(page)).toContainText("Il en reste 5.");
	expect(await faultsInBothThemes(page)).toEqual([]);
	expect(takeComplaints()).toEqual([]);

	// The history of the need tells the movements too.
	await page.getByRole("link", { name: "Historique" }).click();
	await expect(page.getByRole("main")).toContainText("un mouvement de postes");
	await page.goBack();

	await page.setViewportSize(phone);
	await expect(posts(page)).toContainText("Il en reste 5.");
	expect(await sidewaysScroll(page)).toEqual([]);
	expect(await faultsInBothThemes(page)).toEqual([]);
	await close();
});

test("Je vois les postes à combler par profession et par MRC ; chaque nombre ouvre la liste des besoins qu’il additionne", { timeout: 180_000 }, async () => {
	const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server);
	await signInAs(context.request, "manager");
	await page.goto(paths.labourNeeds());
	await page.getByText("Professions", { exact: true }).click();
	await expect(page).toHaveURL(/vue=professions/);
	const table = page.getByRole("table", { name: /Postes à combler par profession et par MRC/ });
	const cell = table.getByRole("row").nth(1).getByRole("link").nth(1);
	const [told = ""] = ((await cell.getAttribute("aria-label")) ?? "").split(",");
	expect(await faultsInBothThemes(page)).toEqual([]);
	await cell.press("Enter");
	await expect(page.getByRole("table", { name: "Besoins de main-d’œuvre de la région" })).toBeVisible();
	await expect(page.getByRole("main")).toContainText(told.replace(/\s/g, "\u00A0"));
	await page.goBack();
	// All of them, as the navigation says.
	const all = table.getByRole("row").last().getByRole("link").first();
	await expect(page.getByRole("navigation", { name: "Navigation principale" }).getByRole("link", { name: /^Besoins/ })).toContainText(
		(await all.textContent()) ?? "",
	);
	await expect(page.getByRole("region", { name: "Demande et postes comblés par secteur" })).toContainText("comblés");

	await page.setViewportSize(phone);
	await expect(table).toBeVisible();
	expect([...(await sidewaysScroll(page)), ...(await faultsInBothThemes(page)), ...takeComplaints()]).toEqual([]);
	await close();
});

test("Gestionnaire, je tiens à jour un seuil de salaire ; le besoin dit haut ou bas salaire à sa date", { timeout: 180_000 }, async () => {
	const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server, { expected: /status of 400/ });
	await signInAs(context.request, "manager");
	await page.goto(paths.needMarks());
	const [employerId, needId] = [randomUUID(), randomUUID()];
	await writeApi(page, "/employers", { ...employerBody({ id: employerId, name: "Atelier des seuils" }), id: employerId, advisorId: null });
	const terms = {
		permanence: null,
		startOn: null,
		hourlyWageCents: 3400,
		frenchLevel: null,
		schedule: null,
		requirements: null,
		vacantMonths: null,
		localEfforts: null,
	};
	await writeApi(page, "/labour-needs", { id: needId, employerId, occupationCode: "72106", posts: 1, ...terms });
	await page.goto(paths.labourNeed(needId));
	await expect(page.getByText(/^Haut salaire au .* ≥ 32,96/)).toBeVisible();

	await page.goto(paths.needMarks());
	await page.getByRole("button", { name: "Ajouter un seuil" }).click();
	await dialog(page).getByLabel("À partir du").fill("2024-11-08");
	await dialog(page).getByLabel("Seuil horaire").fill("34,62");
	await dialog(page).getByLabel("Source").fill("Canada.ca, lu le jour même");
	await dialog(page).getByLabel("Vérifié dans le texte officiel").check();
	await dialog(page).getByRole("button", { name: "Enregistrer" }).click();
	await expect(dialog(page).getByText("Un autre repère commence déjà ce jour-là.")).toBeVisible();
	await dialog(page).getByLabel("À partir du").fill("2025-06-27");
	await dialog(page).getByRole("button", { name: "Enregistrer" }).click();
	const thresholds = page.getByRole("region", { name: "Seuils du haut salaire" });
	await expect(thresholds).toContainText("34,62");
	expect(await faultsInBothThemes(page)).toEqual([]);
	await page.goto(paths.labourNeed(needId));
	await expect(page.getByText(/^Bas salaire au .* < 34,62/)).toBeVisible();

	await page.goto(paths.needMarks());
	await page.getByRole("button", { name: "Retirer le seuil du 27 juin 2025" }).click();
	await expect(thresholds).not.toContainText("34,62");
	await page.setViewportSize(phone);
	expect([...(await sidewaysScroll(page)), ...(await faultsInBothThemes(page)), ...takeComplaints()]).toEqual([]);
	await close();
});
