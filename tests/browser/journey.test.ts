import type { Browser, Locator, Page } from "playwright";
import { afterAll, beforeAll, inject, test } from "vitest";
import type { Occupation, Reference } from "#contract/reference.ts";
import type { SessionPerson } from "#contract/session.ts";
import type { SupportCaseRow } from "#contract/support-cases.ts";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi } from "./support/api.ts";
import { openStage, readFunnel } from "./support/funnel.ts";
import type { Homes } from "./support/homes.ts";
import { arrowTo } from "./support/keys.ts";
import { isLong } from "./support/long.ts";
import { settled } from "./support/pages.ts";
import { signIn, signOut } from "./support/session.ts";
import { expect, openVisitor } from "./support/visitor.ts";
import { plain } from "./support/words.ts";

/** Stages whose exit asks for something that no record shows. */
const asked: Record<string, string> = { supportPlan: "planAgreed", recruitment: "candidateRetained", selection: "offerAccepted" };

type Chosen = { row: SupportCaseRow; from: Reference["stages"][number]; to: Reference["stages"][number]; criterion: string };

/** One of the person's own cases, at a stage that is left with evidence; an accented name where there is one. */
async function chooseCase(page: Page, person: SessionPerson): Promise<Chosen> {
	const { stages, criteria } = await readApi<Reference>(page, "/reference");
	const filter = `advisorId==${person.id};stage=in=(${Object.keys(asked).join(",")})`;
	const { items } = await readApi<{ items: SupportCaseRow[] }>(page, `/support-cases?limit=200&filter=${encodeURIComponent(filter)}`);
	const movable = items.filter(({ can, pausedUntil }) => can.move && pausedUntil === null);
	const row = movable.find(({ employerName }) => plain(employerName) !== employerName.toLowerCase()) ?? movable[0];
	if (!row) throw new Error(`${person.name} has no case that could be moved here.`);
	const at = stages.findIndex(({ code }) => code === row.stage);
	const [from, to] = [stages[at], stages[at + 1]];
	const criterion = criteria.find(({ code }) => code === asked[row.stage])?.labelFr;
	if (!from || !to || !criterion) throw new Error(`The reference does not know what follows ${row.stage}.`);
	return { row, from, to, criterion };
}

async function findEmployer(page: Page, name: string) {
	await page
		.getByRole("navigation", { name: "Navigation principale" })
		.getByRole("link", { name: /^Employeurs/ })
		.click();
	await page.getByRole("searchbox", { name: "Chercher un employeur" }).pressSequentially(plain(name));
	await expect(page).toHaveURL((url) => url.searchParams.get("q") === plain(name));
	await page.getByRole("table", { name: "Employeurs de la région" }).getByRole("link", { name, exact: true }).click();
	await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

async function logVisit(page: Page, name: string) {
	await page.getByRole("main").getByRole("link", { name: "Consigner une visite" }).click();
	await expect(page.getByRole("combobox", { name: "Employeur" })).toHaveValue(name);
	await page.getByRole("textbox", { name: "En une ligne" }).fill("Deux métiers à combler d’ici l’été");
	await page.getByRole("button", { name: "Compléter le rapport" }).click();
	await expect(page.getByRole("button", { name: "Ajouter un besoin" })).toBeVisible();
}

async function addNeed(page: Page, number: number, { labelFr, code }: Occupation, posts: string) {
	await page.getByRole("button", { name: "Ajouter un besoin" }).click();
	const line = page.getByRole("group", { name: `Besoin ${number}` });
	await line.getByRole("combobox", { name: "Profession (CNP)" }).pressSequentially(plain(labelFr).slice(0, 24));
	await page.getByRole("option").filter({ hasText: code }).click();
	await line.getByRole("textbox", { name: "Postes" }).fill(posts);
}

async function fillReport(page: Page, needs: Occupation[], step: string, portalEvent: string) {
	for (const [index, need] of needs.entries()) await addNeed(page, index + 1, need, String(index + 2));
	await page.getByRole("button", { name: "Remplir : Portail employeurs et Journées Québec" }).click();
	await page.getByRole("button", { name: "Ajouter un usage" }).click();
	const use = page.getByRole("group", { name: "Usage 1" });
	await use.getByRole("combobox", { name: "Usage" }).selectOption({ label: portalEvent });
	await use.getByRole("textbox", { name: "Nombre" }).fill("3");
	await page.getByRole("button", { name: "Ajouter une étape" }).click();
	const next = page.getByRole("group", { name: "Étape 1" });
	await next.getByRole("combobox", { name: "Nature" }).selectOption({ index: 1 });
	await next.getByRole("textbox", { name: "Quoi" }).fill(step);
	await page.getByRole("button", { name: "Terminer" }).click();
	// The catalogue proposes what follows; the step typed above is not proposed again.
	const proposed = page.getByRole("dialog", { name: "Suivis proposés" });
	const isFinished = page.getByText("Rapport complété.", { exact: false }).first();
	await expect(proposed.or(isFinished).first()).toBeVisible();
	if (await proposed.isVisible()) {
		await expect(proposed.getByRole("checkbox", { name: "Courriel de synthèse" })).toHaveCount(0);
		await page.keyboard.press("Enter");
	}
	await expect(page.getByText("Rapport complété.", { exact: false }).first()).toBeVisible();
}

async function seeOnRecord(page: Page, name: string, needs: Occupation[], step: string, portalEvent: string) {
	await page.getByRole("link", { name: "Ouvrir la fiche" }).click();
	await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
	await expect(page.getByRole("list", { name: "Prochaines étapes" }).getByText(step, { exact: true })).toBeVisible();
	const tabs = page.getByRole("navigation", { name: "Sections de la fiche" });
	await tabs.getByRole("link", { name: /^Besoins/ }).click();
	const table = page.getByRole("table", { name: "Besoins de main-d’œuvre" });
	for (const [index, { code }] of needs.entries())
		await expect(
			table
				.getByRole("row")
				.filter({ hasText: code })
				.filter({ hasText: `${index + 2} sur ${index + 2}` })
				.first(),
		).toBeVisible();
	await tabs.getByRole("link", { name: /^Outils et francisation/ }).click();
	await expect(
		page
			.getByRole("table", { name: "Usage des deux outils du ministère" })
			.getByRole("row")
			.filter({ hasText: portalEvent })
			.filter({ hasText: "Déclaré" })
			.first(),
	).toBeVisible();
}

const cardOf = (page: Page, stage: string, name: string): Locator =>
	page.getByRole("region", { name: stage, exact: true }).getByRole("listitem").filter({ hasText: name });

/** By keyboard: M opens the menu of the card, the arrows reach the stage, the dialog takes what is missing. */
async function moveCase(page: Page, { row: { employerName }, from, to, criterion }: Chosen) {
	await page
		.getByRole("navigation", { name: "Navigation principale" })
		.getByRole("link", { name: /^Dossiers/ })
		.click();
	await page.getByRole("searchbox", { name: "Rechercher un dossier" }).fill(plain(employerName));
	const card = cardOf(page, from.shortFr, employerName);
	await card.focus();
	await page.keyboard.press("m");
	await arrowTo(page, page.getByRole("menuitem", { name: `Déplacer vers ${to.labelFr}` }));
	await page.keyboard.press("Enter");
	const dialog = page.getByRole("dialog", { name: `Pour entrer à l’étape ${to.labelFr}` });
	await expect(dialog.getByRole("group", { name: criterion })).toBeVisible();
	await expect(card).toHaveCount(1);
	for (const note of await dialog.getByRole("textbox", { name: "Ce qui s’est passé" }).all()) await note.fill("Convenu au téléphone avec la directrice");
	await page.keyboard.press("Enter");
	await expect(dialog).toBeHidden();
	await expect(cardOf(page, to.shortFr, employerName)).toHaveCount(1);
	await expect(card).toHaveCount(0);
}

/** The list has as many rows as the number said: its last row carries that number. */
async function expectRows(page: Page, count: number) {
	const table = page.getByRole("table", { name: "Dossiers d’accompagnement" });
	await expect(table).toHaveAttribute("aria-rowcount", String(count + 1));
	await expect(table).not.toHaveAttribute("aria-busy", "true");
	await table.getByRole("row").nth(1).focus();
	await page.keyboard.press("End");
	await expect(table.getByRole("row").last()).toBeFocused();
	await expect(table.getByRole("row").last()).toHaveAttribute("aria-rowindex", String(count + 1));
}

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

/** The move that is tried before its evidence is given. */
const refusedMove = /status of 422 .*\/moves\)$/;

test.each<[string, keyof Homes]>([
	["sur le serveur de démonstration", "server"],
	// The same API, in the page; its screens are seen each day where it fails (failure).
	...(isLong ? [["dans le navigateur seul, sans serveur", "mock"] satisfies [string, keyof Homes]] : []),
	["sur l’API d’un autre", "other"],
])("Je consigne ma visite, mon dossier avance, ma gestionnaire le voit dans son entonnoir, %s", { timeout: 600_000 }, async (_, home) => {
	const { page, takeComplaints, close } = await openVisitor(browser, inject("homes")[home], {
		expected: refusedMove,
		serviceWorkers: home === "mock" ? "allow" : "block",
	});
	await page.goto("/");
	const manager = await signIn(page, "manager");
	const before = await readFunnel(page);
	await signOut(page, manager);

	const counsellor = await signIn(page, "advisor");
	const chosen = await chooseCase(page, counsellor);
	const { employerName: name } = chosen.row;
	const needs = (await readApi<{ items: Occupation[] }>(page, "/occupations")).items.slice(0, 2);
	const { vocabularies } = await readApi<Reference>(page, "/reference");
	const portalEvent = vocabularies.portalEvent?.find(({ code }) => code === "search")?.labelFr ?? "";
	const step = `Présenter deux candidatures (${Date.now()})`;
	await findEmployer(page, name);
	await logVisit(page, name);
	await fillReport(page, needs, step, portalEvent);
	await seeOnRecord(page, name, needs, step, portalEvent);
	await moveCase(page, chosen);
	await signOut(page, counsellor);

	await signIn(page, "manager");
	const after = await readFunnel(page);
	const expected = new Map(before);
	const [from, to] = [chosen.from.shortFr, chosen.to.shortFr];
	expected.set(from, (before.get(from) ?? 0) - 1).set(to, (before.get(to) ?? 0) + 1);
	expect([...after]).toEqual([...expected]);
	await openStage(page, to);
	await expectRows(page, after.get(to) ?? 0);
	expect(takeComplaints()).toEqual([]);
	await close();
});

test("Sur l’API d’un autre, aucun écran ne demande ni n’offre ce qu’elle n’a pas", { timeout: 300_000 }, async () => {
	const { page, takeComplaints, close } = await openVisitor(browser, inject("homes").other);
	const asked: string[] = [];
	page.on("response", (response) => {
		if (response.status() >= 400) asked.push(`${response.status()} ${new URL(response.url()).pathname}`);
	});
	await page.goto(paths.followUps());
	const person = await signIn(page, "advisor");
	await expect(page).toHaveURL((url) => url.pathname === paths.followUps());
	const { items } = await readApi<{ items: SupportCaseRow[] }>(
		page,
		`/support-cases?limit=1&filter=${encodeURIComponent(`advisorId==${person.id};open==true`)}`,
	);
	const [row] = items;
	if (!row) throw new Error(`${person.name} has no open case.`);
	const { employerId } = row;
	const records = ([undefined, "besoins", "dossiers", "visites", "outils", "personnes"] as const).map((tab) => paths.employer(employerId, tab));
	const lists = [
		paths.employers({ filtre: `advisorId==${person.id}` }),
		paths.supportCases({ vue: "liste", dossier: row.id }),
		paths.labourNeeds(),
		paths.visits(),
	];
	for (const address of [...records, ...lists, paths.followUps(), paths.toolUses(), paths.dashboard()]) {
		await page.goto(address);
		await settled(page);
		expect([address, await page.getByRole("main").getByRole("alert").count()]).toEqual([address, 0]);
	}

	// What is ticked stays in sight, and no number stands beside it.
	await page.goto(paths.employers({ filtre: `advisorId==${person.id}` }));
	await settled(page);
	const box = page.getByRole("complementary", { name: "Filtrer les employeurs" }).getByRole("checkbox");
	await expect(box).toHaveCount(1);
	await expect(box).toBeChecked();
	await expect(page.getByRole("checkbox", { name: person.name, exact: true })).toBeVisible();
	await expect(page.getByRole("link", { name: "Ajouter un employeur" })).toHaveCount(0);
	await page.goto(paths.newEmployer());
	await expect(page.getByRole("heading", { level: 1, name: "Cette page n’existe pas" })).toBeVisible();

	await page.goto(paths.supportCases({ filtre: `advisorId==${person.id}` }));
	await settled(page);
	await page.getByRole("listitem").filter({ hasText: row.employerName }).first().focus();
	await page.keyboard.press("m");
	await expect(page.getByRole("menuitem", { name: /^Déplacer vers/ }).first()).toBeVisible();
	await expect(page.getByRole("menuitem", { name: /pause/i })).toHaveCount(0);
	expect(asked).toEqual([]);
	expect(takeComplaints()).toEqual([]);
	await close();
});
