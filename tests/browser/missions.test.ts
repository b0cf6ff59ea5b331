import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, inject, test } from "vitest";
import type { Mission } from "#contract/missions.ts";
import { paths } from "#lib/paths.ts";
import { unpublished } from "../support/blank-bodies.ts";
import { launchChromium } from "../support/chromium.ts";
import { employerBody } from "../support/employer-body.ts";
import { csvOf } from "../support/import-files.ts";
import { readApi, writeApi } from "./support/api.ts";
import { accessibilityFaults, sidewaysScroll } from "./support/judge.ts";
import { signInAs } from "./support/session.ts";
import { desk, expect, openVisitor, phone, type Visitor } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

/** The browser writes down each refusal that the story provokes. */
const refusals = /status of 400 .*\/(missions|results)/;
const cell = (page: Page, employer: string, measure: string) =>
	page.getByRole("row", { name: new RegExp(`^${employer}`) }).locator(`[data-label="${measure}"]`);
const paste = (page: Page, text: string) =>
	page.evaluate((block) => {
		const data = new DataTransfer();
		data.setData("text/plain", block);
		document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
	}, text);

describe.each([
	["au bureau", desk],
	["au téléphone", phone],
])("%s", (_, viewport) => {
	let visitor: Visitor;
	beforeAll(async () => {
		visitor = await openVisitor(browser, inject("homes").server, { viewport, expected: refusals });
		await signInAs(visitor.context.request, "manager");
	}, 120_000);
	afterAll(() => visitor.close());

	test("J’ajoute une mission\u00A0; des dates impossibles sont refusées à côté du champ", { timeout: 180_000 }, async () => {
		const { page } = visitor;
		const name = `Journées Québec Essai ${randomUUID().slice(0, 6)}`;
		await page.goto(paths.missions());
		await page.getByRole("button", { name: "Ajouter une mission" }).click();
		const form = page.getByRole("dialog", { name: "Nouvelle mission" });
		await form.getByLabel("Nom").fill(name);
		await form.getByLabel("Premier jour").fill("2027-03-10");
		await form.getByLabel("Dernier jour").fill("2027-03-08");
		await form.getByRole("button", { name: "Enregistrer" }).click();
		await expect(form.getByText("Cette date vient avant le début.")).toBeVisible();
		await form.getByLabel("Dernier jour").fill("2027-03-12");
		await form.getByRole("button", { name: "Enregistrer" }).click();
		await expect(page.getByText(`${name}\u00A0: enregistrée`)).toBeVisible();
		await page.goto(paths.missions({ q: name }));
		await page.getByRole("link", { name }).click();
		await page.getByRole("link", { name: "Tout l’historique" }).click();
		await expect(page.getByRole("heading", { level: 1, name: "Historique\u00A0: Mission" })).toBeVisible();
		await expect(page.getByText("a ajouté la mission", { exact: false })).toBeVisible();
	});

	test("Je tape et je colle des résultats, une case est refusée en mots, je reviens en arrière, et rien ne se perd", { timeout: 240_000 }, async () => {
		const { page } = visitor;
		const { items } = await readApi<{ items: Mission[] }>(page, "/missions?limit=50&filter=stage==ended;isReference==false&sort=-startsOn");
		const mission = items.find(({ tookPart }) => tookPart > 1);
		if (!mission) throw new Error("No mission with employers who took part.");
		await page.goto(paths.mission(mission.id, { vue: "resultats" }));
		const grid = page.getByRole("grid", { name: "Résultats par employeur" });
		await expect(grid).toBeVisible();
		const employer = (await grid.getByRole("rowheader").first().getByRole("link").textContent())?.trim() ?? "";
		await cell(page, employer, "Candidatures").first().click();
		await page.keyboard.type("26 %");
		await expect(page.getByText("Un pourcentage\u00A0: écrivez le nombre de personnes.").first()).toBeVisible();
		await page.keyboard.press("Control+z");
		await expect(page.getByText("Un pourcentage\u00A0: écrivez le nombre de personnes.")).toHaveCount(0);
		// A block from a spreadsheet, two rows high.
		// Each has numbers of its own: what the other saved is already there.
		const first = viewport === phone ? 411 : 410;
		await paste(page, `${first}\t${first - 300}\n${first - 100}\t${first - 310}\n`);
		await expect(page.getByRole("status").filter({ hasText: "4\u00A0cases à enregistrer" })).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await sidewaysScroll(page)).toEqual([]);
		// What is not saved is still there when one comes back.
		await page.goto(paths.missions());
		await page.goto(paths.mission(mission.id, { vue: "resultats" }));
		await expect(page.getByRole("status").filter({ hasText: "4\u00A0cases à enregistrer" })).toBeVisible();
		await page.getByRole("button", { name: "Enregistrer les résultats" }).click();
		await expect(page.getByText("4\u00A0cases enregistrées")).toBeVisible();
		await expect(cell(page, employer, "Candidatures").first().locator("input")).toHaveValue(String(first));
		// More arrivals than hires: refused by the API, beside the cell.
		await cell(page, employer, "Arrivées").first().click();
		await page.keyboard.type("999");
		await page.getByRole("button", { name: "Enregistrer les résultats" }).click();
		const refused = page.getByText(/^999(\u00A0:| dépasse) /);
		await expect(refused.first()).toBeVisible();
		// What the API refused may be mended elsewhere: it holds nothing, and another day is judged anew.
		await expect(page.getByRole("button", { name: "Enregistrer les résultats" })).toBeEnabled();
		const knownOn = page.getByLabel("Connus le");
		await knownOn.fill(new Date(Date.parse(await knownOn.inputValue()) - 86_400_000).toISOString().slice(0, 10));
		await expect(refused).toHaveCount(0);
		await page.getByRole("button", { name: "Tout effacer de ce qui n’est pas enregistré" }).click();
	});

	test("J’apporte un fichier de résultats\u00A0: un pourcentage est refusé en mots, le reste entre dans la mission à sa date", {
		timeout: 180_000,
	}, async () => {
		const { page } = visitor;
		const mark = randomUUID().slice(0, 8);
		await page.goto(paths.missions());
		const { today } = await readApi<{ today: string }>(page, "/reference");
		const ago = (days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
		const mission = { id: randomUUID(), name: `Journées Québec ${mark}` };
		const about = { edition: null, countries: ["FR"], mode: "virtual", sectors: [], source: null, isCancelled: false };
		const days = { startsOn: ago(64), endsOn: ago(60), registrationDeadlineOn: null, applicationDeadlineOn: null };
		await writeApi(page, "/missions", { ...mission, ...about, ...days, ...unpublished });
		const names = [`Érablière ${mark}`, `Ferme ${mark}`];
		for (const name of names) {
			const id = randomUUID();
			await writeApi(page, "/employers", { ...employerBody({ id, name }), id });
			await writeApi(page, "/mission-registrations", {
				id: randomUUID(),
				missionId: mission.id,
				employerId: id,
				interestedOn: ago(120),
				registeredOn: ago(110),
			});
		}
		const file = csvOf([
			["Mission", "Entreprise", "Date des résultats", "Candidatures", "Entrevues", "Embauches"],
			[mission.name, names[0] ?? "", ago(20), "1 234", "18", "3"],
			[mission.name, names[1] ?? "", ago(20), "26 %", "4", ""],
		]);
		await page.goto(paths.newImport());
		await page.getByRole("radio", { name: "Résultats de missions" }).check();
		const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Choisir un fichier" }).click()]);
		await chooser.setFiles({ name: "resultats.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
		await page.getByRole("link", { name: "Voir la vérification" }).click();
		await expect(page.getByRole("table", { name: "Lignes du fichier" }).getByText(/Un pourcentage n’est pas un nombre/)).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await sidewaysScroll(page)).toEqual([]);
		await page.getByRole("button", { name: "Appliquer" }).click();
		await expect(page.getByText(/Importation appliquée/)).toBeVisible({ timeout: 60_000 });
		await page.goto(paths.mission(mission.id, { vue: "resultats" }));
		await expect(cell(page, names[0] ?? "", "Entrevues").first()).toContainText("18");
		await expect(cell(page, names[0] ?? "", "Embauches").first()).toContainText("3");
		await expect(cell(page, names[1] ?? "", "Entrevues").first()).toContainText("–");
	});

	test("Sur la fiche d’un employeur, chaque mission dit ce qu’elle lui a donné\u00A0; ce qui n’est pas su n’est pas un zéro", {
		timeout: 180_000,
	}, async () => {
		const { page } = visitor;
		await page.goto(paths.missions());
		const { today } = await readApi<{ today: string }>(page, "/reference");
		const ago = (days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
		const employer = randomUUID();
		await writeApi(page, "/employers", { ...employerBody({ id: employer, name: `Serres ${employer.slice(0, 6)}` }), id: employer });
		await page.goto(paths.employer(employer, "outils"));
		const card = page.getByRole("region", { name: "Missions" });
		await expect(card.getByText("Cet employeur n’est dans aucune mission.")).toBeVisible();
		const about = { edition: null, countries: ["FR"], mode: "virtual", sectors: [], source: null, isCancelled: false };
		const enter = async (name: string, startsOn: string, endsOn: string) => {
			const [mission, registration] = [randomUUID(), randomUUID()];
			const days = { startsOn, endsOn, registrationDeadlineOn: null, applicationDeadlineOn: null };
			await writeApi(page, "/missions", { id: mission, name, ...about, ...days, ...unpublished });
			const steps = { interestedOn: ago(120), registeredOn: ago(110) };
			await writeApi(page, "/mission-registrations", { id: registration, missionId: mission, employerId: employer, ...steps });
			return { mission, registration };
		};
		const [past, coming] = [`Journées Québec Passées ${employer.slice(0, 6)}`, `Journées Québec À venir ${employer.slice(0, 6)}`];
		const { mission, registration } = await enter(past, ago(64), ago(60));
		await enter(coming, ago(-30), ago(-33));
		const cells = [
			{ registrationId: registration, measure: "applications", value: 1234, before: null },
			{ registrationId: registration, measure: "hires", value: 3, before: null },
			{ registrationId: registration, measure: "arrivals", value: 0, before: null },
		];
		await writeApi(page, `/missions/${mission}/results`, { knownOn: ago(20), cells }, randomUUID());
		await page.reload();
		const results = card.getByLabel(`Résultats\u00A0: ${past}`);
		const said = async (what: string) => ((await results.locator("div").filter({ hasText: what }).locator("dd").textContent()) ?? "").replace(/\s+/g, " ");
		expect([await said("Candidatures"), await said("Embauches"), await said("Arrivées")]).toEqual(["1 234", "3", "0"]);
		expect([await said("Entrevues"), await said("En emploi, 12 mois")]).toEqual([expect.stringMatching(/^–/), expect.stringMatching(/^–/)]);
		await expect(results.getByText("non connu").first()).toBeAttached();
		await expect(card.getByRole("link", { name: coming })).toBeVisible();
		await expect(card.getByLabel(`Résultats\u00A0: ${coming}`)).toHaveCount(0);
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await sidewaysScroll(page)).toEqual([]);
		await card.getByRole("link", { name: past }).click();
		await expect(page.getByRole("heading", { level: 1, name: past })).toBeVisible();
	});
});
