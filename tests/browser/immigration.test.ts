import { randomUUID } from "node:crypto";
import type { Browser } from "playwright";
import { afterAll, beforeAll, inject, expect as same, test } from "vitest";
import type { EmployerRow } from "#contract/employers.ts";
import type { ImmigrationLine } from "#contract/immigration-lines.ts";
import { paths } from "#lib/paths.ts";
import { blankLine } from "../support/blank-bodies.ts";
import { launchChromium } from "../support/chromium.ts";
import { employerBody } from "../support/employer-body.ts";
import { readApi, writeApi } from "./support/api.ts";
import { accessibilityFaults, sidewaysScroll } from "./support/judge.ts";
import { settled } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
import { desk, expect, openVisitor, phone } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

test.each([
	["au bureau", desk],
	["au téléphone", phone],
])("%s, j’ajoute une embauche sous un surnom, un numéro est refusé, une étape se date, et l’histoire la garde", { timeout: 240_000 }, async (_, viewport) => {
	const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server, { viewport, expected: /status of 400/ });
	const advisor = await signInAs(context.request, "advisor");
	await page.goto(paths.immigration());
	await settled(page);
	const { items: mine } = await readApi<{ items: EmployerRow[] }>(page, `/employers?limit=5&filter=${encodeURIComponent(`advisorId==${advisor.id}`)}`);
	const employer = mine[viewport === desk ? 0 : 1];
	if (!employer) throw new Error("Nobody is entrusted to this person.");
	same(await sidewaysScroll(page)).toEqual([]);
	same(await accessibilityFaults(page)).toEqual([]);

	await page.getByRole("button", { name: "Ajouter une embauche" }).click();
	const dialog = page.getByRole("dialog", { name: "Ajouter une embauche" });
	await dialog.getByRole("combobox", { name: "Employeur" }).pressSequentially(employer.name.slice(0, 12));
	await page.getByRole("option", { name: employer.name }).first().click();
	const label = `Soudeuse ${viewport.width} – Tunisie`;
	const labelBox = dialog.getByRole("textbox", { name: "Étiquette" });
	await labelBox.fill("Passeport AB1234567");
	await dialog.getByRole("button", { name: "Enregistrer" }).click();
	await expect(dialog.getByText("Cela ressemble à un numéro", { exact: false }).first()).toBeVisible();
	await labelBox.fill(label);
	await dialog.getByRole("combobox", { name: "Parcours" }).selectOption({ label: "PMI, mobilité internationale" });
	await expect(dialog.getByLabel("Demande déposée")).toHaveCount(0);
	await dialog.getByLabel("Offre acceptée").fill("2026-03-02");
	await dialog.getByLabel("Arrivée").fill("2026-06-01");
	await dialog.getByRole("button", { name: "Enregistrer" }).click();
	await expect(dialog.getByText("Une étape qui suit est datée", { exact: false }).first()).toBeVisible();
	same(await accessibilityFaults(page)).toEqual([]);
	await dialog.getByLabel("Permis demandé").fill("2026-03-20");
	await dialog.getByLabel("Permis approuvé").fill("2026-05-20");
	await dialog.getByRole("button", { name: "Enregistrer" }).click();
	await expect(dialog).toHaveCount(0);

	const { items } = await readApi<{ items: ImmigrationLine[] }>(page, `/immigration-lines?filter=${encodeURIComponent(`employerId==${employer.id}`)}`);
	const line = items.find((one) => one.label === label);
	same(line).toMatchObject({ state: "arrived", path: "imp", permitApprovedOn: "2026-05-20" });
	await page.goto(paths.immigrationLine(line?.id ?? ""));
	await expect(page.getByRole("heading", { level: 1, name: label })).toBeVisible();
	const steps = page.getByRole("listitem");
	await expect(steps.filter({ hasText: "Permis approuvé" })).toContainText("61\u00A0jours après");
	await expect(steps.filter({ hasText: "Entrée en poste" })).toContainText("Prochaine étape");
	same(await sidewaysScroll(page)).toEqual([]);
	same(await accessibilityFaults(page)).toEqual([]);

	await page.getByRole("button", { name: "Modifier" }).focus();
	await page.keyboard.press("Enter");
	const form = page.getByRole("dialog", { name: `Modifier ${label}` });
	await form.getByLabel("Entrée en poste").fill("2026-06-08");
	await form.getByLabel("Entrée en poste").press("Enter");
	await expect(page.getByText("En poste", { exact: true }).first()).toBeVisible();
	await page
		.getByRole("link", { name: /historique/i })
		.first()
		.click();
	await expect(page.getByText("Entrée en poste le", { exact: false }).and(page.locator(":not(option)")).first()).toBeVisible();

	await page.goto(paths.immigration({ vue: "delais" }));
	await expect(page.getByRole("table", { name: "Délais par étape\u00A0: PMI, mobilité internationale" })).toContainText("Permis demandé → Permis approuvé");
	same(await sidewaysScroll(page)).toEqual([]);
	same(takeComplaints()).toEqual([]);
	await close();
});

test.each([
	["au bureau", desk],
	["au téléphone", phone],
])(
	"%s, trois personnes embauchées ensemble s’ajoutent dans une grille\u00A0: un bloc collé, une case refusée en mots, rien de perdu au rechargement",
	{ timeout: 240_000 },
	async (_, viewport) => {
		const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server, { viewport, expected: /status of 400/ });
		const advisor = await signInAs(context.request, "advisor");
		await page.goto(paths.immigration());
		await settled(page);
		const { items: mine } = await readApi<{ items: EmployerRow[] }>(page, `/employers?limit=5&filter=${encodeURIComponent(`advisorId==${advisor.id}`)}`);
		const employer = mine[viewport === desk ? 2 : 3];
		if (!employer) throw new Error("Nobody is entrusted to this person.");
		await page.getByRole("link", { name: "Embauche de groupe" }).click();
		await expect(page.getByRole("heading", { level: 1, name: "Embauche de groupe" })).toBeVisible();
		await page.getByRole("combobox", { name: "Employeur" }).pressSequentially(employer.name.slice(0, 12));
		await page.getByRole("option", { name: employer.name }).first().click();
		await page.getByLabel("Pays").selectOption({ label: "Tunisie" });
		await page.getByLabel("Nombre de personnes").fill("3");
		await page.getByLabel("Offres acceptées le").fill("2026-01-05");
		const label = `Soudeur ${viewport.width}`;
		await page.getByLabel("Étiquettes").fill(label);
		const grid = page.getByRole("grid", { name: "Personnes embauchées" });
		await expect(grid.getByText(`${label}\u00A03 – Tunisie`)).toBeVisible();
		const cell = (rank: number, name: string) => grid.getByRole("row").nth(rank).locator(`[data-label="${name}"]`);
		await cell(1, "Demande déposée").click();
		await page.evaluate(() => {
			const data = new DataTransfer();
			data.setData("text/plain", "2026-02-01\t2026-04-01\n2026-02-02\t2026-01-15\nfévrier");
			document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
		});
		await expect(page.getByText("1\u00A0case à corriger")).toBeVisible();
		await cell(3, "Demande déposée").click();
		await expect(page.getByText("Une date s’écrit année-mois-jour", { exact: false }).first()).toBeVisible();
		await page.keyboard.press("Control+a");
		await page.keyboard.press("Delete");
		await page.getByRole("button", { name: "Enregistrer 3\u00A0personnes" }).click();
		await expect(page.getByText("1\u00A0case à corriger")).toBeVisible();
		same(await accessibilityFaults(page)).toEqual([]);
		same(await sidewaysScroll(page)).toEqual([]);
		// The device keeps what is typed as one leaves.
		await page.waitForTimeout(1_500);
		await page.reload();
		await expect(grid.getByText(`${label}\u00A03 – Tunisie`)).toBeVisible();
		await cell(2, "Décision").click();
		await page.keyboard.type("2026-05-01");
		await page.getByRole("button", { name: "Enregistrer 3\u00A0personnes" }).click();
		await expect(page.getByText("3\u00A0dossiers d’immigration ajoutés")).toBeVisible();
		const { items } = await readApi<{ items: ImmigrationLine[] }>(
			page,
			`/immigration-lines?limit=200&filter=${encodeURIComponent(`employerId==${employer.id};country==TN`)}`,
		);
		same(
			items
				.filter((one) => one.label.startsWith(label))
				.map(({ label: said, decidedOn }) => [said, decidedOn])
				.sort(),
		).toEqual([
			[`${label}\u00A01 – Tunisie`, "2026-04-01"],
			[`${label}\u00A02 – Tunisie`, "2026-05-01"],
			[`${label}\u00A03 – Tunisie`, null],
		]);
		// Saved, the next group begins anew.
		await page.goto(paths.immigrationGroup());
		await expect(grid.getByText("Personne\u00A05", { exact: true }).first()).toBeVisible();
		await expect(grid.getByText(label, { exact: false })).toHaveCount(0);
		takeComplaints();
		await close();
	},
);

test.each([
	["au bureau", desk],
	["au téléphone", phone],
])(
	"%s, sur la fiche d’un employeur, je vois où en est chaque personne et ce qui expire d’abord, et j’en ajoute une de là",
	{ timeout: 240_000 },
	async (_, viewport) => {
		const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server, { viewport });
		await signInAs(context.request, "advisor");
		await page.goto(paths.immigration());
		await settled(page);
		const employer = { id: randomUUID(), name: `Laiterie ${randomUUID().slice(0, 6)}` };
		await writeApi(page, "/employers", employerBody(employer));
		await page.goto(paths.employer(employer.id));
		await page.getByRole("navigation", { name: "Sections de la fiche" }).getByRole("link", { name: "Immigration" }).click();
		await expect(page.getByText("Aucune personne embauchée à l’étranger")).toBeVisible();
		same(await accessibilityFaults(page)).toEqual([]);
		const { today } = await readApi<{ today: string }>(page, "/reference");
		const inDays = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
		const add = (label: string, fields: object) =>
			writeApi(page, "/immigration-lines", {
				...blankLine,
				id: randomUUID(),
				employerId: employer.id,
				label,
				path: "openPermit",
				hiredOn: inDays(-400),
				...fields,
			});
		await add("Fromagère 1", { startedOn: inDays(-390), permitExpiresOn: inDays(100) });
		await add("Fromagère 2", { startedOn: inDays(-390), permitExpiresOn: inDays(160) });
		await add("Fromager 3", {});
		await add("Fromager 4", { endedOn: inDays(-5), endReason: "withdrawnWorker" });
		await page.reload();
		const card = page.getByRole("region", { name: "Recrutement international" });
		const counts = card.getByRole("list", { name: "Où en sont les personnes embauchées" });
		await expect(counts.getByRole("listitem")).toHaveText([
			"1\u00A0en sélection",
			"0\u00A0démarche de permis",
			"0\u00A0arrivée",
			"2\u00A0en poste",
			"1\u00A0dossier terminé",
		]);
		const table = card.getByRole("table", { name: /^Dossiers d’immigration ouverts/ });
		await expect(table.getByRole("row").nth(1)).toContainText("Fromagère 1");
		const { items } = await readApi<{ items: ImmigrationLine[] }>(page, `/immigration-lines?filter=employerId==${employer.id}&limit=10`);
		const first = items.flatMap(({ renewalOn }) => (renewalOn ? [renewalOn] : [])).sort()[0];
		if (!first) throw new Error("The catalogue reminds of no permit.");
		await expect(table.getByText(first).first()).toBeVisible();
		await expect(card.getByText(/^Prochain renouvellement\u00A0: Fromagère 1, le /)).toBeVisible();
		same(await accessibilityFaults(page)).toEqual([]);
		same(await sidewaysScroll(page)).toEqual([]);

		await card.getByRole("button", { name: "Ajouter une embauche" }).focus();
		await page.keyboard.press("Enter");
		const dialog = page.getByRole("dialog", { name: "Ajouter une embauche" });
		await expect(dialog.getByRole("combobox", { name: "Employeur" })).toHaveCount(0);
		await dialog.getByRole("textbox", { name: "Étiquette" }).fill("Fromagère 5");
		await dialog.getByRole("button", { name: "Enregistrer" }).click();
		await expect(counts.getByRole("link", { name: "2\u00A0en sélection" })).toBeVisible();
		await expect(table.getByRole("link", { name: "Fromagère 5" })).toBeVisible();

		await card.getByRole("link", { name: "Embauche de groupe" }).click();
		await expect(page.getByRole("combobox", { name: "Employeur" })).toHaveValue(employer.name);
		await page.getByLabel("Nombre de personnes").fill("2");
		await page.getByRole("button", { name: "Enregistrer 2\u00A0personnes" }).click();
		await expect(counts.getByRole("link", { name: "4\u00A0en sélection" })).toBeVisible();
		await page
			.getByRole("navigation", { name: "Sections de la fiche" })
			.getByRole("link", { name: /^Dossiers/ })
			.click();
		// Beside its cases too, however many needs it has.
		await expect(page.getByRole("heading", { name: "Recrutement international" })).toBeVisible();
		await expect(counts.getByRole("link", { name: "4\u00A0en sélection" })).toBeVisible();
		await counts.getByRole("link", { name: "2\u00A0en poste" }).click();
		await expect(page.getByRole("table", { name: /^Personnes embauchées/ })).toHaveAttribute("aria-rowcount", "3");
		same(takeComplaints()).toEqual([]);
		await close();
	},
);
