import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject, test } from "vitest";
import type { Employer, EmployerRow } from "#contract/employers.ts";
import type { SessionPerson } from "#contract/session.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi } from "./support/api.ts";
import { accessibilityFaults, sidewaysScroll } from "./support/judge.ts";
import { settled } from "./support/pages.ts";
import { signIn } from "./support/session.ts";
import { desk, expect, openVisitor, phone, type Visitor } from "./support/visitor.ts";

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

const lines = (on: Page) => on.getByRole("list", { name: "Historique" }).getByRole("listitem");

describe("L’historique", () => {
	test("Je vois qui a changé quoi et quand, avant et après, et je remets un champ ou toute une version", { timeout: 300_000 }, async () => {
		const employer = await employerAt(3);
		await page.goto(`/employeurs/${employer.id}`);
		await edit(page, { Activité: "Première correction" });
		await save(page);
		await expect(page.getByRole("dialog")).toHaveCount(0);
		await edit(page, { Activité: "Seconde correction", "Site Web": "exemple.test" });
		await save(page);
		await expect(page.getByRole("dialog")).toHaveCount(0);
		await page.getByRole("link", { name: "Historique" }).press("Enter");
		const latest = lines(page).first();
		await expect(latest).toContainText(person.name);
		await expect(latest).toContainText("a modifié la fiche");
		await expect(latest.getByText("Première correction")).toBeVisible();
		await expect(latest.getByText("Seconde correction")).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);

		await latest.getByRole("button", { name: /^Rétablir ce champ.: Activité/ }).press("Enter");
		await expect(page.getByText("C’est rétabli.")).toBeVisible();
		expect(await read(employer.id)).toMatchObject({ activity: "Première correction", website: "exemple.test" });
		await expect(latest.getByText("exemple.test")).toHaveCount(0);
		await page.keyboard.press("Control+z");
		await expect(page.getByText("Annulé", { exact: true })).toBeVisible();
		expect((await read(employer.id)).activity).toBe("Seconde correction");

		await page.getByRole("combobox", { name: "Champ" }).selectOption({ label: "Site Web" });
		await expect(lines(page).filter({ hasNotText: "Site Web" })).toHaveCount(0);
		await expect(lines(page).filter({ hasText: "exemple.test" })).toHaveCount(1);
		await page.getByRole("combobox", { name: "Champ" }).selectOption({ label: "Tous les champs" });
		await lines(page).filter({ hasText: "a ajouté la fiche" }).getByRole("button", { name: "Rétablir cette version" }).click();
		await expect(page.getByText("C’est rétabli.").first()).toBeVisible();
		const { fields } = await readApi<{ fields: Partial<Employer> }>(page, `/history/employer/${employer.id}/1`);
		expect(await read(employer.id)).toMatchObject({ name: fields.name, activity: fields.activity, website: fields.website });
	});

	test("Le dossier, la visite, le besoin et le suivi ont le leur, et l’on en revient", { timeout: 300_000 }, async () => {
		const first = async (path: string) => (await readApi<{ items: { id: string; employerId: string }[] }>(page, `${path}?limit=1`)).items[0];
		const needed = [
			["dossier", await first("/support-cases"), "Retour au dossier"],
			["visite", await first("/visits"), "Retour au rapport"],
			["besoin", await first("/labour-needs"), "Retour aux besoins"],
			["suivi", await first("/follow-ups"), "Retour à la fiche"],
		] as const;
		for (const [place, [kind, record, back]] of needed.entries()) {
			await page.setViewportSize(place % 2 === 0 ? phone : desk);
			await page.goto(`/historique/${kind}/${record?.id}`);
			await expect(page.getByRole("heading", { level: 1, name: /^Historique/ })).toBeVisible();
			await expect(lines(page).first()).toBeVisible();
			await settled(page);
			expect([...(await accessibilityFaults(page)), ...(await sidewaysScroll(page))], kind).toEqual([]);
			await page.getByRole("link", { name: back }).click();
			await expect(page.getByRole("heading", { level: 1, name: /^Historique/ })).toHaveCount(0);
		}
	});

	test("Une fiche que je ne peux pas modifier se lit sans rien offrir à rétablir", { timeout: 300_000 }, async () => {
		const { items } = await readApi<{ items: EmployerRow[] }>(page, "/employers?limit=50");
		const other = items.find(({ advisorId }) => advisorId && advisorId !== person.id);
		await page.goto(`/employeurs/${other?.id}/historique`);
		await expect(lines(page).first()).toBeVisible();
		await expect(page.getByRole("button", { name: /^Rétablir/ })).toHaveCount(0);
	});
});

describe("Deux personnes sur la même fiche", () => {
	test("Deux champs différents : les deux entrent, et l’on ne me demande rien", { timeout: 300_000 }, async () => {
		const employer = await employerAt(4);
		await page.goto(`/employeurs/${employer.id}`);
		await edit(page, { Activité: "Écrite par l’équipe" });
		const manager = (await enter("manager")).page;
		await manager.goto(`/employeurs/${employer.id}`);
		await edit(manager, { "Site Web": "gestion.test" });
		await save(manager);
		await expect(manager.getByRole("dialog")).toHaveCount(0);
		await save(page);
		await expect(page.getByRole("dialog")).toHaveCount(0);
		expect(await read(employer.id)).toMatchObject({ activity: "Écrite par l’équipe", website: "gestion.test" });
	});

	test("Le même champ : je vois le départ, la mienne et la sienne, je choisis au clavier, et c’est ce qui est gardé", { timeout: 300_000 }, async () => {
		const employer = await employerAt(5);
		await page.goto(`/employeurs/${employer.id}`);
		await edit(page, { Activité: "La mienne, activité", "Site Web": "la-mienne.test" });
		const other = await enter("manager");
		await other.page.goto(`/employeurs/${employer.id}`);
		await edit(other.page, { Activité: "La sienne, activité", "Site Web": "la-sienne.test" });
		await save(other.page);
		await expect(other.page.getByRole("dialog")).toHaveCount(0);
		await save(page);

		const dialog = page.getByRole("dialog", { name: "Quelqu’un a modifié la même chose" });
		await expect(dialog).toBeVisible();
		const activity = dialog.getByRole("radiogroup", { name: /^Activité/ });
		await expect(activity.getByText(/^Au départ/)).toBeVisible();
		await expect(activity.getByRole("radio", { name: new RegExp(`^Celle d.*${other.person.name} La sienne, activité$`) })).toBeVisible();
		expect([...(await accessibilityFaults(page)), ...(await sidewaysScroll(page))]).toEqual([]);
		await page.setViewportSize(phone);
		await expect(activity).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.setViewportSize(desk);

		await expect(dialog.getByRole("radio", { name: /la-mienne\.test/ })).toBeFocused();
		await page.keyboard.press("ArrowDown");
		await expect(dialog.getByRole("radio", { name: /la-sienne\.test/ })).toBeChecked();
		await page.keyboard.press("Tab");
		await page.keyboard.press("Space");
		await expect(activity.getByRole("radio", { name: /^La mienne/ })).toBeChecked();
		await page.keyboard.press("Enter");
		await expect(page.getByRole("dialog")).toHaveCount(0);
		expect(await read(employer.id)).toMatchObject({ activity: "La mienne, activité", website: "la-sienne.test" });
	});

	test("Je peux aussi revenir à mon formulaire sans rien perdre de ce que j’ai écrit", { timeout: 300_000 }, async () => {
		const employer = await employerAt(6);
		await page.goto(`/employeurs/${employer.id}`);
		await edit(page, { Activité: "Encore à moi" });
		const manager = (await enter("manager")).page;
		await manager.goto(`/employeurs/${employer.id}`);
		await edit(manager, { Activité: "Gardée par la gestion" });
		await save(manager);
		await expect(manager.getByRole("dialog")).toHaveCount(0);
		await save(page);
		await page.getByRole("button", { name: "Revenir au formulaire" }).click();
		await expect(page.getByRole("dialog", { name: /^Modifier / }).getByRole("textbox", { name: /^Activité/ })).toHaveValue("Encore à moi");
		expect((await read(employer.id)).activity).toBe("Gardée par la gestion");
	});
});
