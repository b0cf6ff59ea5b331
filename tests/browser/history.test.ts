import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject, test } from "vitest";
import type { Employer, EmployerRow } from "#contract/employers.ts";
import type { SessionPerson } from "#contract/session.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi } from "./support/api.ts";
import { accessibilityFaults, sidewaysScroll } from "./support/judge.ts";
import { settled } from "./support/pages.ts";
import { signIn } from "./support/session.ts";
import { expect, openVisitor, type Visitor } from "./support/visitor.ts";

let browser: Browser;
const visitors: Visitor[] = [];
let page: Page;
let person: SessionPerson;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

/** A 412 and a refused undo are what these tests are about: the browser writes them down as errors. */
const expected = /status of (409|412) /;
async function enter(role: SessionPerson["role"]) {
	const visitor = await openVisitor(browser, inject("homes").server, { expected });
	visitors.push(visitor);
	await visitor.page.goto("/employeurs");
	const who = await signIn(visitor.page, role);
	await settled(visitor.page);
	return { page: visitor.page, person: who };
}
beforeEach(async () => {
	({ page, person } = await enter("advisor"));
}, 300_000);
afterEach(async () => {
	for (const visitor of visitors.splice(0)) {
		expect(visitor.takeComplaints()).toEqual([]);
		await visitor.close();
	}
});

/** Each test has an employer of its own: the nth of this person, by name. */
async function employerAt(place: number): Promise<Employer> {
	const { items } = await readApi<{ items: EmployerRow[] }>(page, `/employers?limit=40&filter=${encodeURIComponent(`advisorId==${person.id}`)}&sort=name`);
	return readApi<Employer>(page, `/employers/${items[place]?.id}`);
}
const read = (id: string) => readApi<Employer>(page, `/employers/${id}`);
const edit = async (on: Page, fields: Record<string, string>) => {
	await on.getByRole("button", { name: "Modifier", exact: true }).click();
	const dialog = on.getByRole("dialog", { name: /^Modifier / });
	for (const [name, value] of Object.entries(fields)) await dialog.getByRole("textbox", { name: new RegExp(`^${name}( |$)`) }).fill(value);
	return dialog;
};
const save = (on: Page) => on.getByRole("button", { name: "Enregistrer", exact: true }).click();

describe("Annuler", () => {
	test("Je reprends une modification d’un clic, et la fiche redevient ce qu’elle était", { timeout: 300_000 }, async () => {
		const employer = await employerAt(0);
		await page.goto(`/employeurs/${employer.id}`);
		await edit(page, { Activité: "Activité saisie par erreur" });
		await save(page);
		await page.getByRole("status", { name: "Messages" }).getByRole("button", { name: "Annuler" }).click();
		await expect(page.getByText("Annulé", { exact: true })).toBeVisible();
		expect((await read(employer.id)).activity).toBe(employer.activity);
	});

	test("Ctrl Z fait de même sans la souris, mais laisse au champ ce qui s’y écrit", { timeout: 300_000 }, async () => {
		const employer = await employerAt(1);
		await page.goto(`/employeurs/${employer.id}`);
		await edit(page, { Nom: `${employer.name} (erreur)` });
		await save(page);
		await expect(page.getByRole("heading", { level: 1, name: `${employer.name} (erreur)` })).toBeVisible();
		const dialog = await edit(page, {});
		await dialog.getByRole("textbox", { name: /^Activité/ }).press("Control+z");
		await page.keyboard.press("Escape");
		expect((await read(employer.id)).name).toBe(`${employer.name} (erreur)`);
		await page.keyboard.press("Control+z");
		await expect(page.getByRole("heading", { level: 1, name: employer.name, exact: true })).toBeVisible();
		expect((await read(employer.id)).name).toBe(employer.name);
	});

	test("Quand une collègue a modifié la fiche depuis, on me dit pourquoi ce n’est plus possible", { timeout: 300_000 }, async () => {
		const employer = await employerAt(2);
		await page.goto(`/employeurs/${employer.id}`);
		await edit(page, { Activité: "La mienne" });
		await save(page);
		const undo = page.getByRole("status", { name: "Messages" }).getByRole("button", { name: "Annuler" });
		await undo.focus();
		const manager = (await enter("manager")).page;
		await manager.goto(`/employeurs/${employer.id}`);
		await edit(manager, { "Site Web": "exemple.test" });
		await save(manager);
		await expect(manager.getByRole("dialog")).toHaveCount(0);
		await undo.click();
		await expect(page.getByText(/il n’est plus possible d’annuler/)).toBeVisible();
		expect(await read(employer.id)).toMatchObject({ activity: "La mienne", website: "exemple.test" });
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await sidewaysScroll(page)).toEqual([]);
	});
});
