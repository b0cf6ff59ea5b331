import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject, test } from "vitest";
import type { Employer, EmployerRow } from "#contract/employers.ts";
import type { LabourNeed } from "#contract/labour-needs.ts";
import type { Reference } from "#contract/reference.ts";
import type { SessionPerson } from "#contract/session.ts";
import type { Board, SupportCaseRow } from "#contract/support-cases.ts";
import type { Visit } from "#contract/visits.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi, writeApi } from "./support/api.ts";
import { accessibilityFaults, sidewaysScroll } from "./support/judge.ts";
import { settled } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
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
async function enter(role: SessionPerson["role"], at = "/employeurs") {
	const visitor = await openVisitor(browser, inject("homes").server, { expected });
	visitors.push(visitor);
	const who = await signInAs(visitor.context.request, role);
	await visitor.page.goto(at);
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

	test("L’annulation qui fermerait la page attend que ce que j’y écris soit enregistré", { timeout: 300_000 }, async () => {
		const employer = await employerAt(4);
		await page.goto(`/visites/nouvelle?employeur=${employer.id}`);
		await page.getByRole("textbox", { name: "En une ligne" }).fill("Consignée trop vite");
		await page.getByRole("button", { name: "Compléter le rapport" }).click();
		const undo = page.getByRole("status", { name: "Messages" }).getByRole("button", { name: "Annuler" });
		// Under the pointer, a message waits.
		await undo.hover();
		const release: (() => void)[] = [];
		await page.route(/\/api\/visits\//, async (route) => {
			if (route.request().method() !== "GET") await new Promise<void>((resolve) => release.push(resolve));
			await route.continue();
		});
		const summary = page.getByRole("textbox", { name: "Synthèse" });
		await summary.fill("Tout ce qui a été convenu ce matin");
		await undo.click();
		await expect(page.getByText("Enregistrez ou fermez d’abord ce que vous écrivez", { exact: false })).toBeVisible();
		await expect.poll(() => release.length).toBe(1);
		release[0]?.();
		await page.unrouteAll({ behavior: "wait" });
		await expect(page.locator("[data-unsaved]")).toHaveCount(0);
		await page.reload();
		await expect(summary).toHaveValue("Tout ce qui a été convenu ce matin");
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
		// By person and by day, too, over the whole history: what was loaded is not of mine, nor of today.
		await page.getByRole("combobox", { name: "Personne" }).selectOption({ label: person.name });
		await expect(lines(page).filter({ hasText: "a repris" })).toHaveCount(0);
		await page.getByRole("combobox", { name: "Personne" }).selectOption({ label: "Toutes les personnes" });
		await page.getByLabel("Du", { exact: true }).fill("2099-01-01");
		await expect(page.getByText("Aucun changement ne correspond")).toBeVisible();
		await page.getByLabel("Du", { exact: true }).fill("");
		await lines(page)
			.filter({ hasText: /a (ajouté|repris, au chargement des données,) la fiche/ })
			.getByRole("button", { name: "Rétablir cette version" })
			.click();
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
			["outil", await first("/tool-uses"), "Retour aux outils"],
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

	test("Le rapport d’une visite revient à une version d’avant, et verrouillé, il dit pourquoi il n’y revient plus", { timeout: 300_000 }, async () => {
		const employer = await employerAt(7);
		const visit = async (occurredOn: string) => {
			const id = randomUUID();
			await writeApi(page, "/visits", {
				id,
				status: "draft",
				mode: "onSite",
				occurredOn,
				headline: "Comme au début",
				employerIds: [employer.id],
				adviserIds: [person.id],
			});
			return id;
		};
		const mine = await visit(new Date().toISOString().slice(0, 10));
		await page.goto(`/visites/${mine}`);
		await page.getByRole("textbox", { name: /^Synthèse/ }).fill("Écrit par mégarde");
		await expect.poll(async () => (await readApi<Visit>(page, `/visits/${mine}`)).summary).toBe("Écrit par mégarde");
		await page.getByRole("link", { name: "Tout l’historique" }).press("Enter");
		await lines(page).filter({ hasText: "a ajouté la visite" }).getByRole("button", { name: "Rétablir cette version" }).press("Enter");
		await expect(page.getByText("C’est rétabli.")).toBeVisible();
		expect((await readApi<Visit>(page, `/visits/${mine}`)).summary).toBeNull();

		const { items } = await readApi<{ items: Visit[] }>(page, `/visits?limit=1&filter=${encodeURIComponent(`status==locked;adviserId==${person.id}`)}`);
		const locked = items[0]?.id ?? "";
		await page.goto(`/historique/visite/${locked}`);
		await expect(lines(page).first()).toBeVisible();
		await expect(page.getByRole("button", { name: /^Rétablir ce champ/ })).toHaveCount(0);
	});

	test("L’administration lit l’histoire d’une personne, désactive un compte par erreur et l’annule", { timeout: 300_000 }, async () => {
		const admin = (await enter("administrator", "/reglages/personnes")).page;
		await admin
			.getByRole("button", { name: /^Modifier / })
			.last()
			.click();
		await admin.getByRole("button", { name: "Désactiver le compte" }).click();
		await expect(admin.getByText(/^Compte désactivé.:/)).toBeVisible();
		await expect(admin.getByRole("dialog")).toHaveCount(0);
		await admin.keyboard.press("Control+z");
		await expect(admin.getByText("Annulé", { exact: true })).toBeVisible();
		await expect(admin.getByText("Compte désactivé", { exact: true })).toHaveCount(0);
		await admin
			.getByRole("link", { name: /^Historique.:/ })
			.last()
			.press("Enter");
		await expect(lines(admin).first()).toContainText("a modifié la fiche de la personne");
		await expect(lines(admin).first()).toContainText("Compte désactivé le");
		expect([...(await accessibilityFaults(admin)), ...(await sidewaysScroll(admin))]).toEqual([]);
		await admin.getByRole("link", { name: "Retour aux personnes" }).click();
		await expect(admin.getByRole("heading", { level: 1, name: "Personnes et rôles" })).toBeVisible();
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

	test("Un besoin que deux personnes modifient : ce qui ne se touche pas se réunit, le reste se choisit", { timeout: 300_000 }, async () => {
		const filter = encodeURIComponent(`advisorId==${person.id};open==true`);
		const need = (await readApi<{ items: LabourNeed[] }>(page, `/labour-needs?limit=1&filter=${filter}`)).items[0] as LabourNeed;
		const open = async (on: Page) => {
			await on.goto(`/employeurs/${need.employerId}/besoins`);
			await on
				.getByRole("button", { name: /^Modifier le besoin/ })
				.first()
				.press("Enter");
			return on.getByRole("dialog", { name: "Modifier le besoin" });
		};
		const latest = () =>
			readApi<{ items: LabourNeed[] }>(page, `/labour-needs?limit=200&filter=${encodeURIComponent(`employerId==${need.employerId}`)}&sort=-recordedOn`);
		const before = (await latest()).items[0] as LabourNeed;
		const mine = await open(page);
		const level = before.frenchLevel === 7 ? 6 : 7;
		await mine.getByRole("combobox", { name: /français/i }).selectOption(String(level));
		await mine.getByRole("textbox", { name: /^Salaire horaire/ }).fill("31,25");
		const manager = (await enter("manager")).page;
		const theirs = await open(manager);
		await theirs.getByRole("textbox", { name: /^Salaire horaire/ }).fill("29,75");
		await theirs.getByLabel(/^Entrée en poste/).fill("2027-02-01");
		await save(manager);
		await expect(manager.getByRole("dialog")).toHaveCount(0);
		await save(page);
		const dialog = page.getByRole("dialog", { name: "Quelqu’un a modifié la même chose" });
		await dialog.getByRole("radio", { name: /^La mienne 31,25/ }).press("Space");
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.keyboard.press("Enter");
		await expect(page.getByRole("dialog")).toHaveCount(0);
		expect((await latest()).items[0]).toMatchObject({ hourlyWageCents: 3125, frenchLevel: level, startOn: "2027-02-01" });
		await page.keyboard.press("Control+z");
		await expect(page.getByText("Annulé", { exact: true })).toBeVisible();
		expect((await latest()).items[0]).toMatchObject({ hourlyWageCents: 2975, frenchLevel: before.frenchLevel, startOn: "2027-02-01" });
	});

	test("Un dossier que quelqu’un a déplacé pendant que je le déplaçais : on me dit qui et où, et je choisis", { timeout: 300_000 }, async () => {
		const { columns } = await readApi<Board>(page, "/support-cases/board");
		const from = columns.findIndex(({ items }) => items.some(({ can }) => can.move));
		const row = columns[from]?.items.find(({ can }) => can.move) as SupportCaseRow;
		const { stages } = await readApi<Reference>(page, "/reference");
		const label = (place: number) => stages[place]?.labelFr ?? "";
		const here = stages.findIndex(({ code }) => code === row.stage);
		await page.goto(`/dossiers?dossier=${row.id}`);
		await settled(page);
		const manager = await enter("manager");
		const version = (await readApi<SupportCaseRow>(page, `/support-cases/${row.id}`)).version;
		const criteria = (await readApi<Reference>(page, "/reference")).criteria.filter(({ stage }) => stage === stages[here + 1]?.code);
		const moved = await manager.page.evaluate(
			async ([id, toStage, ifMatch, codes]) => {
				const key = crypto.randomUUID();
				const day = new Date().toISOString().slice(0, 10);
				const evidence = codes.map((criterion) => ({ id: crypto.randomUUID(), criterion, occurredOn: day, note: "Au téléphone" }));
				const headers = { "content-type": "application/json", "idempotency-key": key, "if-match": `"${ifMatch}"` };
				return (await fetch(`/api/support-cases/${id}/moves`, { method: "POST", headers, body: JSON.stringify({ id: key, toStage, movedOn: day, evidence }) }))
					.status;
			},
			[row.id, stages[here + 1]?.code, version, criteria.map(({ code }) => code)] as const,
		);
		expect(moved).toBe(200);
		await page
			.getByRole("button", { name: new RegExp(`^Actions du dossier ${row.employerName}`) })
			.first()
			.press("Enter");
		await page.getByRole("menuitem", { name: `Déplacer vers ${label(here + 2)}` }).press("Enter");
		const dialog = page.getByRole("dialog", { name: /^Quelqu’un a déplacé ce dossier/ });
		await expect(dialog).toContainText(`${manager.person.name} l’a déplacé à`);
		expect(await accessibilityFaults(page)).toEqual([]);
		await dialog.getByRole("button", { name: /^Laisser à/ }).press("Enter");
		await expect(page.getByRole("dialog")).toHaveCount(0);
		expect((await readApi<SupportCaseRow>(page, `/support-cases/${row.id}`)).stage).toBe(stages[here + 1]?.code);
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
