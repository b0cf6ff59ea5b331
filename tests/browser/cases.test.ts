import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, inject, test } from "vitest";
import type { HandOver } from "#contract/hand-overs.ts";
import type { Reference } from "#contract/reference.ts";
import type { SessionPerson } from "#contract/session.ts";
import type { SupportCase } from "#contract/support-cases.ts";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { employerBody } from "../support/employer-body.ts";
import { readApi, writeApi } from "./support/api.ts";
import { faultsInBothThemes, headingFaults, sidewaysScroll } from "./support/judge.ts";
import { settled } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
import { desk, expect, openVisitor, phone, type Visitor } from "./support/visitor.ts";

let browser: Browser;
let visitor: Visitor;
let page: Page;
let manager: SessionPerson;
let reference: Reference;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
	visitor = await openVisitor(browser, inject("homes").server);
	page = visitor.page;
	manager = await signInAs(visitor.context.request, "manager");
	await page.goto("/accueil");
	reference = await readApi<Reference>(page, "/reference");
}, 300_000);
afterEach(async () => {
	expect(visitor.takeComplaints()).toEqual([]);
	await visitor.close();
});

const counsellors = () => reference.people.filter(({ role, atWork }) => atWork && role === "advisor");
const messages = () => page.getByRole("status", { name: "Messages" });

/** An employer of one's own with an open case; a follow-up for each title. */
async function openCase(titles: string[], advisorId: string | null = null) {
	const employer = employerBody({ name: `Érablière d’essai ${randomUUID().slice(0, 6)}`, advisorId });
	await writeApi(page, "/employers", employer);
	const supportCase = { id: randomUUID(), employerId: employer.id, advisorId, openedOn: reference.today };
	await writeApi(page, "/support-cases", supportCase);
	for (const title of titles)
		await writeApi(page, "/follow-ups", {
			id: randomUUID(),
			employerId: employer.id,
			kind: "call",
			title,
			ownerId: advisorId ?? manager.id,
			dueOn: reference.today,
		});
	return { id: supportCase.id, employerId: employer.id, name: String(employer.name) };
}
const act = async (entry: string) => {
	await page.getByRole("button", { name: "Déplacer", exact: true }).click();
	await page.getByRole("menuitem", { name: entry }).click();
};

test("Je mets un dossier en pause, je le ferme en disant ce que devient chaque suivi, puis je le rouvre par un nouveau", { timeout: 300_000 }, async () => {
	const one = await openCase(["Rappeler", "Envoyer le guide"]);
	await page.goto(paths.supportCases({ vue: "liste", dossier: one.id }));
	await settled(page);
	await act("Mettre en pause…");
	const pause = page.getByRole("dialog", { name: `Mettre en pause le dossier de ${one.name}` });
	await pause.getByRole("button", { name: "Dans 2\u00A0semaines" }).click();
	await pause.getByRole("textbox", { name: "Raison de la pause" }).fill("Arrêt de production");
	await pause.getByRole("button", { name: "Mettre en pause" }).click();
	await expect(page.getByText(/^En pause jusqu’au .*Arrêt de production$/)).toBeVisible();
	await act("Réveiller le dossier");
	await expect(page.getByText(/^En pause jusqu’au .*Arrêt de production$/)).toBeHidden();

	await act("Fermer le dossier…");
	const close = page.getByRole("dialog", { name: `Fermer le dossier de ${one.name}` });
	await close.getByRole("combobox", { name: "Raison de la fermeture" }).selectOption({ label: "Besoin comblé" });
	await close.getByRole("combobox", { name: "Ce que devient\u00A0: tous les suivis" }).selectOption({ label: "Fait" });
	await close.getByRole("combobox", { name: "Ce que devient\u00A0: Envoyer le guide" }).selectOption({ label: "Confié à…" });
	await close.getByRole("button", { name: "Fermer le dossier" }).click();
	// What is not chosen says so, and nothing is sent.
	await expect(close.getByText("À choisir.")).toBeVisible();
	const [receiver] = counsellors();
	await close.getByRole("combobox", { name: "À qui confier\u00A0: Envoyer le guide" }).selectOption(receiver?.id ?? "");
	await close.getByRole("button", { name: "Fermer le dossier" }).click();
	await expect(messages()).toContainText(`${one.name}\u00A0: dossier fermé`);

	await page.getByRole("button", { name: "Rouvrir par un nouveau dossier" }).click();
	await page.getByRole("link", { name: /^Suite du dossier fermé le / }).click();
	await expect(page.getByRole("link", { name: /^A une suite/ })).toBeVisible();
	const former = await readApi<SupportCase>(page, `/support-cases/${one.id}`);
	expect(former).toMatchObject({ stage: "closed", closeReason: "needMet", openFollowUps: [{ title: "Envoyer le guide", ownerId: receiver?.id }] });
	// Taken back: the closed case may be reopened again.
	await messages().getByRole("button", { name: "Annuler" }).last().click();
	await expect(page.getByRole("button", { name: "Rouvrir par un nouveau dossier" })).toBeVisible();
});

test("Je confie le portefeuille d’une personne après l’avoir vu, une MRC à une autre, et je reprends tout", { timeout: 300_000 }, async () => {
	const [from, first, second] = counsellors();
	if (!from || !first || !second) throw new Error("Three counsellors are at work in the demonstration.");
	await page.goto(paths.employers({ filtre: `advisorId==${from.id}` }));
	await settled(page);
	await page.getByRole("link", { name: "Confier ce portefeuille" }).click();
	await expect(page.getByRole("heading", { level: 2, name: `Ce que tient ${from.name}` })).toBeVisible();
	const employers = (await page.getByRole("link", { name: /\d\semployeurs?$/ }).textContent()) ?? "";
	await page.getByRole("combobox", { name: "Confié à" }).selectOption(first.id);
	await page.getByRole("combobox", { name: "Raison" }).selectOption({ label: "Congé" });
	await page.locator("details").first().locator("summary").click();
	await page
		.getByRole("combobox", { name: /^À qui confier/ })
		.nth(1)
		.selectOption(second.id);
	await expect(page.getByRole("row", { name: new RegExp(second.name) })).toBeVisible();
	for (const viewport of [desk, phone]) {
		await page.setViewportSize(viewport);
		expect([...(await headingFaults(page)), ...(await sidewaysScroll(page)), ...(await faultsInBothThemes(page))]).toEqual([]);
	}
	await page.setViewportSize(desk);
	await page.getByRole("button", { name: "Confier le portefeuille" }).click();
	await expect(page.getByRole("heading", { level: 1, name: `Passation de ${from.name}` })).toBeVisible();
	const [made] = (await readApi<{ items: HandOver[] }>(page, "/hand-overs")).items;
	expect([made?.receivers.length, `${made?.employers}\u00A0employeurs`]).toEqual([2, employers]);
	expect(await faultsInBothThemes(page)).toEqual([]);

	await page.getByRole("button", { name: "Annuler la passation" }).click();
	await expect(page.getByText(/^Annulée par .* tout est revenu\.$/)).toBeVisible();
	await page.getByRole("link", { name: "Passations" }).first().click();
	await expect(page.getByRole("list", { name: "Passations de la région" })).toContainText("Annulée");
	await page.goto(paths.newHandOver(from.id));
	await expect(page.getByRole("link", { name: employers })).toBeVisible();
});

test("J’archive un employeur, sa fiche le dit, et il revient", { timeout: 300_000 }, async () => {
	const one = await openCase(["Rappeler"]);
	await page.goto(paths.employer(one.employerId));
	await settled(page);
	await page.getByRole("button", { name: "Archiver…" }).click();
	const dialog = page.getByRole("dialog", { name: `Archiver ${one.name}` });
	await dialog.getByRole("combobox", { name: "Raison de l’archivage" }).selectOption({ label: "Entreprise fermée" });
	await dialog.getByRole("combobox", { name: "Raison de la fermeture du dossier" }).selectOption({ label: "Entreprise fermée" });
	await dialog.getByRole("combobox", { name: "Ce que devient\u00A0: Rappeler" }).selectOption({ label: "N’est plus nécessaire" });
	await dialog.getByRole("button", { name: "Archiver" }).click();
	await expect(page.getByText(/^Archivé le .*Entreprise fermée/)).toBeVisible();
	await expect(page.getByRole("button", { name: "Modifier" })).toBeHidden();
	await page.goto(paths.employers({ q: one.name }));
	await expect(page.getByRole("link", { name: one.name })).toBeHidden();
	await page.getByRole("checkbox", { name: /^Archivés/ }).click();
	await page.getByRole("link", { name: one.name }).click();
	await page.getByRole("button", { name: "Désarchiver" }).click();
	await expect(page.getByRole("button", { name: "Archiver…" })).toBeVisible();
});

test("En couloirs, les flèches passent d’une personne à l’autre, et une étape se règle dans ses réglages", { timeout: 300_000 }, async () => {
	await page.goto("/dossiers?couloirs=conseillere");
	await settled(page);
	const lane = (nth: number) =>
		page
			.locator("section")
			.filter({ has: page.locator("h2 > button[aria-expanded]") })
			.nth(nth);
	await lane(0).getByRole("listitem").first().focus();
	for (let presses = 0; presses < 40 && (await lane(1).locator(":focus").count()) === 0; presses++) await page.keyboard.press("ArrowDown");
	await expect(lane(1).locator(":focus")).toHaveCount(1);
	await lane(0).getByRole("button", { expanded: true }).first().click();
	await expect(lane(0).getByRole("listitem")).toHaveCount(0);

	await page.goto(paths.stages());
	await settled(page);
	expect([...(await headingFaults(page)), ...(await faultsInBothThemes(page))]).toEqual([]);
	await page.getByRole("button", { name: "Modifier l’étape Rétention" }).click();
	const days = page.getByRole("textbox", { name: "Dort après (jours sans trace)" });
	await days.fill("mille");
	await page.getByRole("button", { name: "Enregistrer" }).click();
	await expect(days).toHaveAttribute("aria-invalid", "true");
	await days.fill("200");
	await page.getByRole("button", { name: "Enregistrer" }).click();
	await expect(page.getByText("Dort après 200\u00A0jours sans trace")).toBeVisible();
	await messages().getByRole("button", { name: "Annuler" }).click();
	await expect(page.getByText("Dort après 190\u00A0jours sans trace")).toBeVisible();
});
