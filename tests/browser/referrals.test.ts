import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, inject, test } from "vitest";
import type { Referral } from "#contract/referrals.ts";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi } from "./support/api.ts";
import { settled } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
import { desk, expect, openVisitor, phone, type Visitor } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

/** The browser writes down that an outcome without a word was refused. */
const refusedOutcome = /status of 400 .*\/closing/;

const panel = (page: Page) => page.getByRole("complementary").filter({ has: page.getByRole("heading", { name: /Accueil|Francisation|Logement/ }) });
const toast = (page: Page, words: string) => expect(page.getByText(words)).toBeVisible();

describe.each([
	["au bureau, par les touches", desk],
	["au téléphone", phone],
])("%s", (_, viewport) => {
	let counsellor: Visitor;
	let agent: Visitor;
	beforeAll(async () => {
		const home = inject("homes").server;
		[counsellor, agent] = await Promise.all([openVisitor(browser, home, { viewport }), openVisitor(browser, home, { viewport, expected: refusedOutcome })]);
	}, 120_000);
	afterAll(async () => {
		await Promise.all([counsellor.close(), agent.close()]);
	});

	test("J’aiguille le besoin d’une personne ; l’agente accuse réception, se reprend, puis donne le résultat", { timeout: 240_000 }, async () => {
		const me = await signInAs(counsellor.context.request, "advisor");
		const her = await signInAs(agent.context.request, "integrationAgent");
		const { page } = counsellor;
		const note = `Arrivée en mars, deux enfants d’âge scolaire (${viewport.width})`;

		await page.goto(paths.referrals());
		await page.getByRole("button", { name: "Aiguiller" }).press("Enter");
		const form = page.getByRole("dialog", { name: "Nouvel aiguillage" });
		await form.getByRole("radio", { name: "Un employeur" }).press("ArrowRight");
		await form.getByLabel("Collègue", { exact: false }).and(form.getByRole("combobox")).selectOption(her.id);
		await form.getByLabel("Motif").selectOption({ label: "Accueil et intégration d’une personne" });
		await form.getByLabel("Précisions utiles à qui le reçoit").fill(note);
		await form.getByRole("button", { name: "Envoyer" }).press("Enter");
		await expect(form.getByText("Un aiguillage ne part pas sans consentement")).toBeVisible();
		await form.getByRole("checkbox", { name: /Le consentement est obtenu/ }).press("Space");
		await form.getByRole("button", { name: "Envoyer" }).press("Enter");
		await toast(page, `Aiguillage envoyé\u00A0: ${her.name}`);
		await expect(form).toBeHidden();

		const { items } = await readApi<{ items: Referral[] }>(page, `/referrals?limit=50&filter=${encodeURIComponent(`fromPersonId==${me.id};open==true`)}`);
		const sent = items.find((one) => one.note === note);
		const opened = (on: Page) => on.getByRole("link", { name: "Besoin d’une personne" }).and(on.locator(`[href*="${sent?.id}"]`));

		// For her, it is the first page.
		const hers = agent.page;
		await hers.goto("/");
		await expect(hers.getByRole("heading", { level: 1, name: "Aiguillages" })).toBeVisible();
		await expect(hers.getByRole("radio", { name: "Reçus" })).toBeChecked();
		await opened(hers).click();
		await expect(panel(hers).getByText(note)).toBeVisible();
		await hers.getByRole("button", { name: "Accuser réception…" }).press("Enter");
		const acknowledgement = hers.getByRole("dialog", { name: "Accuser réception" });
		await acknowledgement.getByRole("button", { name: "Accuser réception" }).press("Enter");
		await toast(hers, "Accusé de réception consigné");
		await hers.getByRole("button", { name: "Annuler" }).press("Enter");
		await expect(hers.getByText("Annulé", { exact: true })).toBeVisible();
		await expect(hers.getByRole("button", { name: "Accuser réception…" })).toBeVisible();

		await hers.getByRole("button", { name: "Donner le résultat…" }).press("Enter");
		const outcome = hers.getByRole("dialog", { name: "Résultat de l’aiguillage" });
		await outcome.getByRole("button", { name: "Terminer" }).press("Enter");
		await expect(outcome.getByText("Choisissez le résultat, ou la visite")).toBeVisible();
		await outcome.getByRole("combobox", { name: /^Résultat/ }).selectOption({ label: "Prise en charge par le service" });
		await outcome.getByRole("button", { name: "Terminer" }).press("Enter");
		await toast(hers, "Aiguillage terminé");
		await expect(panel(hers).getByText("Prise en charge par le service")).toBeVisible();

		// On the side of whoever sent it.
		await page.goto(paths.referrals({ filtre: `fromPersonId==${me.id};state==closed;toPersonId==${her.id}` }));
		await settled(page);
		await opened(page).click();
		await expect(panel(page).getByText(note)).toBeVisible();
		await expect(panel(page).getByText("Prise en charge par le service")).toBeVisible();
		expect([...counsellor.takeComplaints(), ...agent.takeComplaints()]).toEqual([]);
	});
});
