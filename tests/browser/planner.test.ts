import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, inject, test } from "vitest";
import { paths } from "#lib/paths.ts";
import { blankNeed, unpublished } from "../support/blank-bodies.ts";
import { launchChromium } from "../support/chromium.ts";
import { employerBody } from "../support/employer-body.ts";
import { readApi, writeApi } from "./support/api.ts";
import { accessibilityFaults, sidewaysScroll } from "./support/judge.ts";
import { signInAs } from "./support/session.ts";
import { desk, expect, openVisitor, phone, type Visitor } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

describe.each([
	["au bureau", desk],
	["au téléphone", phone],
])("%s", (_, viewport) => {
	let visitor: Visitor;
	let page: Page;
	let mark: string;
	let mission: { id: string; name: string };
	let needId: string;
	beforeAll(async () => {
		visitor = await openVisitor(browser, inject("homes").server, { viewport, expected: /status of 400 .*\/tool-rules/ });
		page = visitor.page;
		mark = randomUUID().slice(0, 8);
		const manager = await signInAs(visitor.context.request, "manager");
		await page.goto(paths.missions());
		const { today } = await readApi<{ today: string }>(page, "/reference");
		const inDays = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
		mission = { id: randomUUID(), name: `Journées Québec ${mark}` };
		const about = { edition: null, countries: ["FR"], mode: "virtual", sectors: [], source: null, isCancelled: false, applicationDeadlineOn: null };
		const days = { startsOn: inDays(60), endsOn: inDays(64), registrationDeadlineOn: inDays(10) };
		await writeApi(page, "/missions", { ...mission, ...about, ...days, ...unpublished });
		for (const rank of [1, 2, 3]) {
			const id = randomUUID();
			await writeApi(page, "/employers", { ...employerBody({ id, name: `Atelier ${mark} ${rank}` }), id, advisorId: manager.id });
			needId = randomUUID();
			const need = { ...blankNeed, id: needId, employerId: id, occupationCode: "72106", posts: 3 + rank, startOn: inDays(300) };
			await writeApi(page, "/labour-needs", need);
		}
	}, 120_000);
	afterAll(() => visitor.close());

	test("De la mission, je vois qui inviter et pourquoi\u00A0; j’en invite un d’un bouton, deux d’un coup, et je reprends le dernier geste", async () => {
		await page.goto(paths.mission(mission.id));
		await page.getByRole("link", { name: "Employeurs à inviter" }).click();
		await expect(page.getByRole("heading", { level: 1, name: `Employeurs à inviter\u00A0: ${mission.name}` })).toBeVisible();
		await expect(page.getByText(/Les inscriptions se terminent le .* dans 10\u00A0jours/)).toBeVisible();
		await page.getByRole("searchbox", { name: "Chercher un employeur à inviter" }).fill(mark);
		const row = (rank: number) => page.getByRole("row").filter({ hasText: `Atelier ${mark} ${rank}` });
		await expect(row(3)).toContainText("Début dans 6\u00A0mois ou plus");
		await page.getByRole("button", { name: `Inviter Atelier ${mark} 3` }).click();
		await expect(page.getByText("1\u00A0employeur invité")).toBeVisible();
		await expect(row(3)).toContainText("Invité");
		for (const rank of [1, 2]) await page.getByRole("checkbox", { name: `Choisir Atelier ${mark} ${rank}` }).check();
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await sidewaysScroll(page)).toEqual([]);
		await page.getByRole("button", { name: "Inviter 2\u00A0employeurs" }).click();
		await expect(page.getByText("2\u00A0employeurs invités")).toBeVisible();
		await expect(row(1)).toContainText("Invité");
		await page.getByRole("status", { name: "Messages" }).getByRole("button", { name: "Annuler" }).last().click();
		await expect(page.getByRole("button", { name: `Inviter Atelier ${mark} 1` })).toBeVisible();
		await page.goto(paths.mission(mission.id));
		await expect(page.getByRole("list", { name: "Invités" }).getByRole("listitem")).toHaveCount(1);
		await page.getByRole("button", { name: `Noter l’intérêt\u00A0: Atelier ${mark} 3` }).click();
		await expect(page.getByRole("list", { name: "Intéressés" }).getByRole("listitem")).toHaveCount(1);
		expect(visitor.takeComplaints()).toEqual([]);
	});

	test("Sur un besoin, je lis l’outil suggéré, sa raison et la mission\u00A0; la gestion change la règle, et la suggestion change", async () => {
		await page.goto(paths.labourNeed(needId));
		const tools = page.getByRole("list", { name: "Outil suggéré" });
		await expect(tools.getByRole("listitem").first()).toContainText("Journées Québec");
		await expect(tools.getByRole("listitem").first()).toContainText("6\u00A0postes, CNP\u00A072106, début dans 6\u00A0mois ou plus");
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.goto(paths.needMarks());
		const rules = page.getByRole("list", { name: "Règles de suggestion" });
		await expect(rules.getByRole("listitem").first()).toContainText("3\u00A0postes ou plus");
		await page.getByRole("button", { name: "Ajouter une règle" }).click();
		const form = page.getByRole("dialog", { name: "Ajouter une règle" });
		await form.getByLabel("Outil suggéré").selectOption({ label: "Reconnaissance des compétences" });
		await form.getByLabel("Rang").fill(viewport === phone ? "98" : "99");
		await form.getByLabel("Source").fill("Comité de direction");
		await form.getByRole("button", { name: "Enregistrer" }).click();
		await expect(form.getByText("Une règle demande au moins une chose", { exact: false })).toBeVisible();
		await form.getByLabel("Postes ouverts, au moins").fill("6");
		expect(await accessibilityFaults(page)).toEqual([]);
		await form.getByRole("button", { name: "Enregistrer" }).click();
		await expect(page.getByText("Règle enregistrée")).toBeVisible();
		await page.goto(paths.labourNeed(needId));
		await expect(tools.getByRole("listitem").last()).toContainText("Reconnaissance des compétences");
		await page.goto(paths.needMarks());
		await page.getByRole("button", { name: `Retirer la règle ${viewport === phone ? 98 : 99}, Reconnaissance des compétences` }).click();
		await expect(page.getByText("Règle retirée")).toBeVisible();
		visitor.takeComplaints();
	});
});
