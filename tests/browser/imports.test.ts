import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, test } from "vitest";
import type { Employer, EmployerRow } from "#contract/employers.ts";
import { launchChromium } from "../support/chromium.ts";
import { csvOf, fictionalRow, headings, workbookOf } from "../support/import-files.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { readApi } from "./support/api.ts";
import { sidewaysScroll } from "./support/judge.ts";
import { desk, expect, openVisitor, phone, type Visitor } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

const administrator = { name: "Line Gagné", email: "line.gagne@exemple.ca", password: "trois petits chats gris" };
const own = "le lac gelait en novembre";
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

/** What a regional office would bring: 500 employers, the first 200 known already, with another size. */
const known = 200;
const brought = 500;
const before = Array.from({ length: known }, (_, index) => fictionalRow(index));
const after = Array.from({ length: brought }, (_, index) =>
	fictionalRow(index).map((cell, column) => (index < known && column === 3 ? String(Number(cell) + 1) : cell)),
);

/** Chooses the file as one does with the button. */
async function choose(page: Page, name: string, content: Uint8Array | string, mimeType = "text/csv") {
	await page.goto("/importations/nouvelle");
	const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Choisir un fichier" }).click()]);
	await chooser.setFiles({ name, mimeType, buffer: Buffer.from(content) });
}
async function bring(page: Page, name: string, content: Uint8Array | string, mimeType?: string) {
	await choose(page, name, content, mimeType);
	await expect(heading(page, name)).toBeVisible();
}

describe("Dans un dossier vide", () => {
	let server: RunningServer;
	let line: Visitor;
	let manager: Visitor;
	beforeAll(async () => {
		server = await startServer({ demo: false });
		line = await openVisitor(browser, server.url);
		manager = await openVisitor(browser, server.url);
	}, 300_000);
	afterAll(async () => {
		await line?.close();
		await manager?.close();
		await server?.stop();
	});

	test("l’administration ouvre le bureau, la gestion y importe 500 employeurs dont 200 connus, trois sont modifiés, et l’annulation en remet 497", {
		timeout: 300_000,
	}, async () => {
		const setup = await line.context.request.post("/api/setup", { data: { id: randomUUID(), ...administrator, regionCode: "16" } });
		expect(setup.status()).toBe(201);
		await line.page.goto("/");
		await expect(heading(line.page, "Premiers pas")).toBeVisible();
		await expect(line.page.getByRole("list", { name: "Trois façons de commencer" }).getByRole("listitem")).toHaveCount(3);
		await line.page.getByRole("link", { name: "Ajouter une personne à la gestion" }).click();
		await line.page.getByRole("button", { name: "Ajouter une personne" }).click();
		const form = line.page.getByRole("dialog", { name: "Ajouter une personne" });
		await form.getByRole("textbox", { name: "Prénom et nom" }).fill("Paule Archambault");
		await form.getByRole("textbox", { name: "Adresse courriel" }).fill("paule@exemple.ca");
		await form.getByRole("combobox", { name: "Rôle" }).selectOption({ label: "Gestionnaire" });
		await form
			.getByRole("button", { name: "Ajouter une personne" })
			.or(form.getByRole("button", { name: "Enregistrer" }))
			.click();
		const temporary = await line.page.getByRole("textbox", { name: "Mot de passe provisoire" }).inputValue();

		const { page, context } = manager;
		await page.goto("/");
		await page.getByRole("textbox", { name: "Adresse courriel" }).fill("paule@exemple.ca");
		await page.getByLabel("Mot de passe", { exact: false }).first().fill(temporary);
		await page.getByRole("button", { name: "Ouvrir la session" }).click();
		await expect(heading(page, "Choisir votre mot de passe")).toBeVisible();
		await page.getByLabel("Mot de passe provisoire").first().fill(temporary);
		await page.getByLabel("Nouveau mot de passe").first().fill(own);
		await page.getByRole("button", { name: "Enregistrer le mot de passe" }).click();
		await expect(heading(page, "Premiers pas")).toBeVisible();
		const employersStep = page.getByRole("list", { name: "Liste de départ" }).getByRole("listitem").filter({ hasText: "D’un fichier, ou un à un." });
		await expect(employersStep).toContainText("À faire");
		await employersStep.getByRole("link", { name: "Importer un fichier" }).click();
		await expect(heading(page, "Importer un fichier")).toBeVisible();

		// The office's first list, then the one that brings it up to date.
		await bring(page, "liste.csv", csvOf([headings, ...before]));
		await page.getByRole("link", { name: "Voir la vérification" }).click();
		await page.getByRole("button", { name: "Appliquer" }).click();
		await expect(page.getByText(`${known} lignes ajoutées`)).toBeVisible();

		await bring(page, "mise à jour.xlsx", workbookOf([headings, ...after]), xlsx);
		await expect(page.getByRole("combobox", { name: "Ce que devient Nb employés" })).toHaveValue("employeeCount");
		await page.getByRole("link", { name: "Voir la vérification" }).click();
		const outcomes = page.getByRole("list", { name: "Lignes par résultat" });
		await expect(outcomes.getByRole("link", { name: "300 À ajouter" })).toBeVisible();
		await outcomes.getByRole("link", { name: "200 À mettre à jour" }).click();
		await expect(page.getByText("200 lignes", { exact: false })).toBeVisible();
		await page.getByRole("table", { name: "Lignes du fichier" }).getByRole("link", { name: "2", exact: true }).press("Enter");
		const panel = page.getByRole("complementary", { name: "Ligne 2" });
		await expect(panel.getByRole("row", { name: "Nombre de personnes employées 5 6" })).toBeVisible();
		await page.keyboard.press("Escape");
		await expect(panel).toHaveCount(0);
		await page.getByRole("button", { name: "Appliquer" }).click();
		await expect(page.getByText("300 lignes ajoutées et 200 lignes mises à jour")).toBeVisible();

		// Two of those that were changed, one of those that were added.
		const { items } = await readApi<{ items: EmployerRow[] }>(page, "/employers?limit=500&sort=name");
		const edited = [0, 1, 499].map((index) => items.find(({ name }) => name === `Atelier importé ${index} inc.`));
		for (const row of edited) {
			const { version } = await readApi<Employer>(page, `/employers/${row?.id}`);
			const saved = await context.request.patch(`/api/employers/${row?.id}`, {
				data: { activity: "Précisé au téléphone" },
				headers: { "if-match": `"${version}"`, "idempotency-key": randomUUID() },
			});
			expect(saved.status()).toBe(200);
		}
		// Left, and found again in the list.
		await page.goto("/importations");
		await page.getByRole("link", { name: "mise à jour.xlsx" }).click();
		await page.getByRole("button", { name: "Annuler l’importation" }).click();
		await expect(page.getByText("497 employeurs remis comme avant", { exact: false })).toBeVisible();
		const left = page.getByRole("list", { name: "3 employeurs laissés en place, modifiés depuis" });
		await expect(left.getByRole("listitem")).toHaveCount(3);
		await expect(left).toContainText("Modifié par Paule Archambault");
		await left.getByRole("link").first().click();
		await expect(page).toHaveURL(/\/employeurs\/.+\/historique$/);
		const now = await readApi<{ items: EmployerRow[]; total: number }>(page, "/employers?limit=500&sort=name");
		expect(now.total).toBe(known + 1);
		expect(now.items.find(({ name }) => name === "Atelier importé 2 inc.")?.employeeCount).toBe(Number(before[2]?.[3]));
		expect([...line.takeComplaints(), ...manager.takeComplaints()]).toEqual([]);
	});

	test("un fichier qui n’en est pas un, une colonne qui manque et un NEQ de neuf chiffres disent pourquoi, et rien n’est écrit", {
		timeout: 120_000,
	}, async () => {
		const { page } = manager;
		const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
		await choose(page, "photo.csv", png);
		await expect(page.getByRole("alert")).toContainText("PNG");
		await expect(heading(page, "Importer un fichier")).toBeVisible();

		await bring(page, "sans nom.csv", "Ville;Secteur\r\nLongueuil;Construction\r\n");
		await expect(page.getByRole("alert")).toContainText("Il manque une colonne\u00A0: Nom de l’employeur ou NEQ");
		await expect(page.getByRole("link", { name: "Voir la vérification" })).toHaveCount(0);

		await bring(page, "neq.csv", "Nom;NEQ;Ville\r\nAtelier Untel;114000999;Longueuil\r\n");
		await page.getByRole("link", { name: "Voir la vérification" }).click();
		await expect(page.getByRole("table", { name: "Lignes du fichier" })).toContainText("Colonne\u00A0B · Un NEQ compte 10\u00A0chiffres");
		await page.getByRole("button", { name: "Appliquer" }).focus();
		await expect(page.getByText("Aucune ligne n’est à ajouter ni à mettre à jour.")).toBeVisible();
		// The refusal itself, which the browser writes down.
		expect(manager.takeComplaints().filter((one) => !/status of 400 /.test(one))).toEqual([]);
	});

	test("la gestion importe les appellations de la CNP, et un besoin se nomme par l’une d’elles ; à 390 px, rien ne déborde", { timeout: 120_000 }, async () => {
		const { page } = manager;
		await page.goto("/importations/nouvelle");
		await page.getByText("CNP 2021", { exact: true }).click();
		await expect(page.getByText("Statistique Canada", { exact: false })).toBeVisible();
		const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Choisir un fichier" }).click()]);
		const headings = ["Niveau", "Code de la CNP v1.0", "Titres de classes", "Nom du type d’élément Français", "Description d’élément Français"];
		const welders = ["5", "72106", "Soudeurs/soudeuses et opérateurs/opératrices de machines à souder et à braser"];
		const rows = [
			[...welders, "Tous les exemples", "soudeur/soudeuse de wagons"],
			[...welders, "Fonctions principales", "lire des plans"],
			["5", "99999", "Groupe inventé", "Tous les exemples", "rien"],
		];
		await chooser.setFiles({ name: "cnp.csv", mimeType: "text/csv", buffer: Buffer.from(csvOf([headings, ...rows], ",")) });
		await expect(heading(page, "cnp.csv")).toBeVisible();
		await page.getByRole("link", { name: "Voir la vérification" }).click();
		const table = page.getByRole("table", { name: "Lignes du fichier" });
		await expect(table).toContainText("72106 – soudeur/soudeuse de wagons");
		await expect(table).toContainText("Colonne\u00A0B · Un code de la CNP 2021 a cinq chiffres");
		await table.getByRole("link").first().click();
		await expect(page.getByText("Appellation d’emploi en français").last()).toBeVisible();
		await page.setViewportSize(phone);
		expect(await sidewaysScroll(page)).toEqual([]);
		await page.setViewportSize(desk);
		await page.getByRole("button", { name: "Appliquer" }).click();
		await expect(page.getByText("1\u00A0ligne ajoutée", { exact: false })).toBeVisible();
		const found = await readApi<{ items: { code: string; title: string | null }[] }>(page, "/occupations?q=soudeuse%20wagons");
		expect(found.items).toMatchObject([{ code: "72106", title: "soudeur/soudeuse de wagons" }]);
		expect(manager.takeComplaints()).toEqual([]);
	});
});
