import { randomUUID } from "node:crypto";
import type { Browser } from "playwright";
import { afterAll, beforeAll, inject, test } from "vitest";
import type { EmployerRow } from "#contract/employers.ts";
import type { TextChoice } from "#contract/text-choices.ts";
import type { Visit } from "#contract/visits.ts";
import { addDays } from "#lib/days.ts";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi, writeApi } from "./support/api.ts";
import { accessibilityFaults, faultsInBothThemes } from "./support/judge.ts";
import { signInAs } from "./support/session.ts";
import { expect, openVisitor } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

test("Après une visite : un texte sensible attend mon choix, un engagement pris est au registre, le courriel de synthèse est prêt, et la prochaine visite se prépare", {
	timeout: 300_000,
}, async () => {
	const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server);
	const person = await signInAs(context.request, "advisor");
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	await page.goto(paths.account());
	const { today } = await readApi<{ today: string }>(page, "/reference");
	const filter = encodeURIComponent(`advisorId==${person.id};openPosts=gt=0;missionsJoined=gt=0`);
	const [employer] = (await readApi<{ items: EmployerRow[] }>(page, `/employers?limit=1&sort=-openPosts&filter=${filter}`)).items;
	if (!employer) throw new Error("This person follows no employer.");
	const [id, title] = [randomUUID(), `Envoyer le guide ${randomUUID().slice(0, 6)}`];
	await writeApi(page, "/visits", {
		...{ id, status: "draft", employerIds: [employer.id], adviserIds: [person.id], mode: "phone", occurredOn: today, headline: "Point sur le quart de nuit" },
		report: { nextSteps: [{ id: randomUUID(), kind: "documentation", title, ownerId: person.id, dueOn: addDays(today, 5) }] },
	});

	// The guard: what is typed stays here until the choice is made, and only the choice is logged.
	await page.goto(paths.visit(id));
	// A line as much as a box of prose: what waits for a choice always has its two ways on.
	const present = page.getByRole("textbox", { name: /^Partenaires présents/ });
	await present.fill("NAS 046 454 286");
	await expect(page.getByText("Ce texte semble contenir un numéro d’assurance sociale", { exact: false })).toBeVisible();
	await present.fill("Services Québec");
	await expect(page.locator("[data-held]")).toHaveCount(0);

	const summary = page.getByRole("textbox", { name: "Synthèse" });
	await summary.fill("Mme Tremblay est enceinte, un remplacement est à prévoir.");
	const keep = page.getByRole("button", { name: "Garder quand même" });
	await expect(page.getByText("Ce texte semble contenir un renseignement sur la santé d’une personne nommée.")).toBeVisible();
	await expect(page.getByText("Un texte attend votre choix", { exact: false })).toBeVisible();
	expect((await readApi<Visit>(page, `/visits/${id}`)).summary).toBeNull();
	expect(await faultsInBothThemes(page)).toEqual([]);
	await page.getByRole("button", { name: "Corriger" }).press("Enter");
	expect(await summary.evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd))).toBe("enceinte");
	await Promise.all([page.waitForResponse((response) => response.request().method() === "PATCH" && response.ok()), keep.press("Enter")]);
	expect((await readApi<Visit>(page, `/visits/${id}`)).summary).toContain("enceinte");
	const manager = await openVisitor(browser, inject("homes").server);
	await signInAs(manager.context.request, "manager");
	await manager.page.goto(paths.account());
	const { items } = await readApi<{ items: TextChoice[] }>(manager.page, "/text-choices?limit=20");
	const ours = items.filter(({ recordId }) => recordId === id);
	expect(ours.map(({ entity, field, kinds, choice }) => ({ entity, field, kinds, choice })).sort((a, b) => (a.choice < b.choice ? -1 : 1))).toEqual(
		["corrected", "kept"].map((choice) => ({ entity: "visit", field: "summary", kinds: ["health"], choice })),
	);
	expect(JSON.stringify(ours)).not.toContain("enceinte");
	await manager.close();

	// The promise, and the letter once the report is finished.
	await page.getByRole("checkbox", { name: "Engagement pris envers l’employeur" }).check();
	await page.getByRole("button", { name: "Terminer", exact: true }).click();
	const proposed = page.getByRole("dialog", { name: "Suivis proposés" });
	const write = page.getByRole("button", { name: "Courriel de synthèse" });
	await expect(proposed.or(write)).toBeVisible();
	if (await proposed.isVisible()) await proposed.getByRole("button", { name: /^Terminer/ }).click();
	await write.click();
	const letter = page.getByRole("dialog", { name: "Courriel de synthèse" });
	const body = letter.getByRole("textbox", { name: "Message" });
	await expect(body).toHaveValue(new RegExp(`Merci de notre entretien téléphonique[^]*- ${title}\u00A0: ${person.name}`));
	await body.fill(`${await body.inputValue()}\n\nP.-S. À bientôt`);
	expect(await accessibilityFaults(page)).toEqual([]);
	await letter.getByRole("button", { name: "Copier" }).click();
	await expect(page.getByText("Message copié")).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("P.-S. À bientôt");
	// Closed and opened again, what was changed in it is still there; sent, it is a follow-up done.
	await page.keyboard.press("Escape");
	await write.click();
	await expect(body).toHaveValue(/P\.-S\. À bientôt/);
	await letter.getByRole("button", { name: "C’est envoyé" }).click();
	await expect(page.getByText("Courriel de synthèse consigné comme fait")).toBeVisible();

	// The ledger: its number is that of its list.
	await page.goto(paths.employer(employer.id));
	const ledger = page.getByRole("region", { name: "Engagements pris" });
	const toCome = ledger.getByRole("link", { name: /à venir$/ });
	const count = Number.parseInt((await toCome.textContent()) ?? "", 10);
	await toCome.click();
	await expect(page.getByTitle(title, { exact: true }).first()).toBeVisible();
	await expect(page.getByText(new RegExp(`^${count}\u00A0suivis?$`)).first()).toBeVisible();

	// Before the next one.
	await page.goto(paths.employer(employer.id));
	await page.getByRole("link", { name: "Préparer la visite" }).click();
	const steps = page.getByRole("region", { name: "À faire et engagements pris" });
	await expect(steps.getByRole("listitem").filter({ hasText: title })).toContainText("Engagement");
	await expect(page.getByRole("region", { name: "Trois dernières visites" }).getByRole("link", { name: "Point sur le quart de nuit" })).toBeVisible();
	// Printed, it is one page: what is read in the parking lot is one sheet.
	const pages = (await page.pdf({ format: "Letter" })).toString("latin1").match(/\/Type\s*\/Page\b/g);
	expect(pages).toHaveLength(1);
	expect(takeComplaints()).toEqual([]);
	await close();
});
