import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, inject, test } from "vitest";
import type { EmployerRow } from "#contract/employers.ts";
import type { ToolUse } from "#contract/tool-uses.ts";
import { addDays } from "#lib/days.ts";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { employerBody } from "../support/employer-body.ts";
import { readApi, writeApi } from "./support/api.ts";
import { accessibilityFaults, sidewaysScroll } from "./support/judge.ts";
import { settled } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
import { expect, openVisitor, phone } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

/** An employer of this person of whose francisation nothing is known. */
async function withoutStep(page: Page, personId: string): Promise<EmployerRow> {
	const { items } = await readApi<{ items: EmployerRow[] }>(page, `/employers?limit=100&filter=${encodeURIComponent(`advisorId==${personId}`)}`);
	const { items: steps } = await readApi<{ items: ToolUse[] }>(page, "/tool-uses?limit=500&filter=tool==francisation");
	const found = items.find(({ id }) => !steps.some(({ employerId }) => employerId === id));
	if (!found) throw new Error("The francisation of every employer of this person is known.");
	return found;
}

test("Sur la fiche, au clavier et au téléphone : l’employeur est informé, une attestation avant l’inscription est refusée à côté de sa date, et un cours dit ses personnes", {
	timeout: 240_000,
}, async () => {
	const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server, { viewport: phone });
	const advisor = await signInAs(context.request, "advisor");
	await page.goto(paths.account());
	const employer = await withoutStep(page, advisor.id);
	await page.goto(paths.employer(employer.id, "outils"));
	await settled(page);
	const card = page.getByRole("region", { name: "Francisation de l’entreprise" });
	await expect(card.getByText("Aucune étape connue")).toBeVisible();

	await card.getByRole("button", { name: "Employeur informé" }).focus();
	await page.keyboard.press("Enter");
	const dialog = page.getByRole("dialog", { name: "Ajouter un usage" });
	await dialog.getByRole("textbox", { name: "Note" }).focus();
	await page.keyboard.press("Enter");
	await expect(card.getByText(/déclaré/)).toHaveCount(1);

	await card.getByRole("button", { name: "Inscription à l’OQLF" }).click();
	await dialog.getByRole("button", { name: "Enregistrer" }).click();
	await expect(card.getByText(/déclaré/)).toHaveCount(2);
	await card.getByRole("button", { name: "Attestation de l’OQLF" }).click();
	await dialog.getByLabel("Date").fill("2024-01-15");
	await dialog.getByRole("button", { name: "Enregistrer" }).click();
	await expect(dialog.getByLabel("Date")).toHaveAttribute("aria-invalid", "true");
	await expect(dialog.getByText(/l’attestation ne peut pas la précéder/)).toBeVisible();

	await dialog.getByRole("combobox", { name: "Usage" }).selectOption({ label: "Cours de français démarré" });
	await dialog.getByRole("textbox", { name: "Personnes inscrites au cours" }).fill("8");
	expect(await accessibilityFaults(page)).toEqual([]);
	await dialog.getByRole("button", { name: "Enregistrer" }).click();
	await expect(card.getByText(/8\s+personnes/)).toBeVisible();
	expect(await sidewaysScroll(page)).toEqual([]);
	expect(await accessibilityFaults(page)).toEqual([]);
	const { items } = await readApi<{ items: ToolUse[] }>(page, `/tool-uses?filter=employerId==${employer.id};tool==francisation`);
	expect(items.map(({ event, participants }) => [event, participants]).sort()).toEqual([
		["courseStarted", 8],
		["francisationInformed", null],
		["oqlfRegistered", null],
	]);
	expect(takeComplaints()).toEqual([expect.stringContaining("400 (Bad Request)")]);
	await close();
});

test("Dans un rapport de visite, une attestation d’avant l’inscription est refusée en mots à côté de sa date ; corrigée, elle s’enregistre et la fiche la montre", {
	timeout: 240_000,
}, async () => {
	const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server, { viewport: phone, expected: /status of 400/ });
	const advisor = await signInAs(context.request, "advisor");
	await page.goto(paths.account());
	const { today } = await readApi<{ today: string }>(page, "/reference");
	const [employer, visit] = [randomUUID(), randomUUID()];
	await writeApi(page, "/employers", employerBody({ id: employer, advisorId: advisor.id }));
	const fact = { tool: "francisation", quantity: 1, mission: null, source: "declared", note: null };
	await writeApi(page, "/tool-uses", { id: randomUUID(), employerId: employer, ...fact, event: "oqlfRegistered", occurredOn: addDays(today, -20) });
	const line = { id: randomUUID(), tool: "francisation", event: "oqlfAttestation", quantity: 1, source: "declared" };
	const common = { status: "draft", mode: "onSite", occurredOn: today, headline: "Cours de français" };
	await writeApi(page, "/visits", { id: visit, ...common, employerIds: [employer], adviserIds: [advisor.id], report: { toolUses: [line] } });
	await page.goto(paths.visit(visit));
	await settled(page);
	const use = page.getByRole("group", { name: "Usage 1" });
	await use.getByLabel("Date").fill(addDays(today, -25));
	await expect(use.getByText(/l’attestation ne peut pas la précéder/)).toBeVisible();
	await expect(use.getByLabel("Date")).toHaveAttribute("aria-invalid", "true");
	expect(await accessibilityFaults(page)).toEqual([]);
	expect(await sidewaysScroll(page)).toEqual([]);
	await use.getByLabel("Date").fill(addDays(today, -5));
	await expect(page.getByText(/^Enregistré à/)).toBeVisible();
	await expect(use.getByText(/l’attestation ne peut pas la précéder/)).toHaveCount(0);
	await page.goto(paths.employer(employer, "outils"));
	const card = page.getByRole("region", { name: "Francisation de l’entreprise" });
	await expect(card.getByRole("term").filter({ hasText: "Attestation de l’OQLF" })).toBeVisible();
	expect(takeComplaints()).toEqual([]);
	await close();
});
