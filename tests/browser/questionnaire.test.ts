import type { Browser } from "playwright";
import { afterAll, beforeAll, inject, test } from "vitest";
import type { EmployerRow } from "#contract/employers.ts";
import type { QuestionnaireAnswer } from "#contract/questionnaire.ts";
import type { Signal } from "#contract/signals.ts";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
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

test("Je réponds au questionnaire au clavier : « réduction d’effectifs » se voit sur la fiche, puis dans la liste de la gestion, où on la traite", {
	timeout: 300_000,
}, async () => {
	const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server, { viewport: phone });
	const advisor = await signInAs(context.request, "advisor");
	await page.goto(paths.account());
	const { items } = await readApi<{ items: EmployerRow[] }>(page, `/employers?limit=50&filter=${encodeURIComponent(`advisorId==${advisor.id}`)}`);
	let employer: EmployerRow | undefined;
	for (const one of items) {
		const { answers, year } = await readApi<{ answers: QuestionnaireAnswer[]; year: number }>(page, `/employers/${one.id}/questionnaire`);
		if (!answers.some((answer) => answer.year === year)) employer ??= one;
	}
	if (!employer) throw new Error("Every employer of this person has answered this year.");
	await page.goto(paths.employer(employer.id, "signaux"));
	await settled(page);
	expect(await sidewaysScroll(page)).toEqual([]);

	const staffing = page.getByRole("radiogroup", { name: /comment évoluera votre effectif/ });
	await staffing.getByRole("radio", { name: "Croissance" }).focus();
	await page.keyboard.press("Space");
	await page.keyboard.press("ArrowRight");
	await page.keyboard.press("ArrowRight");
	await expect(page.getByRole("status").filter({ hasText: "Enregistré" })).toBeVisible();
	await expect(page.getByRole("link", { name: "Signal rouge : Mises à pied prévues" })).toBeVisible();
	const { items: raised } = await readApi<{ items: Signal[] }>(page, `/signals?filter=employerId==${employer.id};handled==false;code==layoffs`);
	expect(raised.filter(({ source }) => source === "questionnaire")).toHaveLength(1);
	await page.reload();
	await expect(staffing.getByRole("radio", { name: "Réduction d’effectifs" })).toBeChecked();
	expect(takeComplaints()).toEqual([]);

	await signInAs(context.request, "manager");
	await page.goto(paths.signals({ filtre: "handled==false;code==layoffs", signal: raised[0]?.id ?? "" }));
	const panel = page.getByRole("complementary", { name: employer.name });
	await expect(panel.getByText("Services Québec")).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);
	await panel.getByRole("button", { name: "Noter ce qui a été fait" }).click();
	await page.getByRole("textbox", { name: "Ce qui a été fait" }).fill("Services Québec prévenu le jour même");
	await page.keyboard.press("Enter");
	await expect(page.getByText("Signal traité : Mises à pied prévues")).toBeVisible();
	await expect(panel.getByText("Services Québec prévenu le jour même")).toBeVisible();
	await page.getByRole("button", { name: "Annuler", exact: true }).click();
	await expect(panel.getByRole("button", { name: "Noter ce qui a été fait" })).toBeVisible();
	await close();
});

test("L’administration retire un terme et l’annule ; ce dont Jalon se sert ne se retire pas", { timeout: 300_000 }, async () => {
	const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server);
	await signInAs(context.request, "administrator");
	await page.goto(paths.vocabularies({ vocabulaire: "solution" }));
	await settled(page);
	expect([...(await accessibilityFaults(page)), ...(await sidewaysScroll(page))]).toEqual([]);
	await expect(page.getByRole("button", { name: "Retirer Aucune" })).toHaveCount(0);
	await page.getByRole("button", { name: "Retirer PMI" }).click();
	await expect(page.getByText("Terme retiré : PMI")).toBeVisible();
	await expect(page.getByRole("button", { name: "Proposer de nouveau PMI" })).toBeVisible();
	await page.keyboard.press("Control+z");
	await expect(page.getByRole("button", { name: "Retirer PMI" })).toBeVisible();

	await page.goto(paths.questionnaire());
	await settled(page);
	expect([...(await accessibilityFaults(page)), ...(await sidewaysScroll(page))]).toEqual([]);
	await page
		.getByRole("button", { name: /^Modifier la question/ })
		.first()
		.click();
	await expect(page.getByRole("dialog")).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);
	expect(takeComplaints()).toEqual([]);
	await close();
});
