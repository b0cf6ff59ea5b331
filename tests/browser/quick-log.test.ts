import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, inject, test } from "vitest";
import type { EmployerRow } from "#contract/employers.ts";
import type { Tour } from "#contract/tours.ts";
import type { VisitRow } from "#contract/visits.ts";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi, writeApi } from "./support/api.ts";
import { accessibilityFaults, sidewaysScroll } from "./support/judge.ts";
import { settled } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
import { expect, openVisitor, phone, type Visitor } from "./support/visitor.ts";
import { plain } from "./support/words.ts";

let browser: Browser;
let visitor: Visitor;
let page: Page;
let me: string;
let mine: EmployerRow[];
beforeAll(async () => {
	browser = await launchChromium();
	visitor = await openVisitor(browser, inject("homes").server);
	page = visitor.page;
	me = (await signInAs(visitor.context.request, "advisor")).id;
	await page.goto(paths.visits());
	await settled(page);
	mine = (await readApi<{ items: EmployerRow[] }>(page, `/employers?limit=50&sort=lastVisitOn&filter=${encodeURIComponent(`advisorId==${me}`)}`)).items;
}, 240_000);
afterAll(async () => {
	await visitor.close();
	await browser.close();
});

const dialog = (on = page) => on.getByRole("dialog", { name: "Consigner une visite" });
const messages = (on = page) => on.getByRole("status", { name: "Messages" });
const visitsAt = async (id: string) =>
	(await readApi<{ items: VisitRow[] }>(page, `/visits?filter=${encodeURIComponent(`employerId==${id};adviserId==${me}`)}`)).items;

describe("Consigner une visite d’où que l’on soit", () => {
	test("en six touches au plus, outre le texte, sans quitter la page où je suis", { timeout: 240_000 }, async () => {
		const employer = mine.find(({ name }) => plain(name) !== name.toLowerCase()) ?? (mine[0] as EmployerRow);
		let keys = 0;
		const press = async (key: string) => {
			keys += 1;
			await page.keyboard.press(key);
		};
		const before = (await visitsAt(employer.id)).length;
		const address = page.url();
		const link = page.getByRole("banner").getByRole("link", { name: "Consigner une visite" });
		await link.focus();
		await press("v");
		await expect(dialog().getByRole("combobox", { name: "Employeur" })).toBeFocused();
		await page.keyboard.type(plain(employer.name));
		await press("Enter");
		await expect(dialog().getByRole("combobox", { name: "Employeur" })).toHaveValue(employer.name);
		await press("Tab");
		await page.keyboard.type("Deux ébénistes partent en janvier 🙂");
		await press("Tab");
		await press("c");
		await expect(dialog().getByRole("radio", { name: /^Courriel de synthèse/ })).toBeChecked();
		await press("Control+Enter");
		await expect(dialog()).toHaveCount(0);
		expect(keys).toBeLessThanOrEqual(6);
		expect(page.url()).toBe(address);
		await expect(link).toBeFocused();
		await expect(messages().getByText(`Visite consignée : ${employer.name}.`)).toBeVisible();
		// Under the pointer, a message waits.
		await messages().getByText("Visite consignée", { exact: false }).hover();
		const visits = await visitsAt(employer.id);
		expect(visits.length).toBe(before + 1);
		expect(visits[0]).toMatchObject({ status: "draft", mode: "onSite", headline: "Deux ébénistes partent en janvier 🙂" });
		await messages().getByRole("button", { name: "Annuler" }).click();
		await expect.poll(async () => (await visitsAt(employer.id)).length).toBe(before);

		// The same again: said, and not refused.
		const seen = mine.find(({ id }) => id !== employer.id && id !== mine[1]?.id) as EmployerRow;
		const occurredOn = visits[0]?.occurredOn;
		await writeApi(page, "/visits", { id: randomUUID(), status: "draft", employerIds: [seen.id], adviserIds: [me], mode: "onSite", occurredOn });
		await page.keyboard.press("v");
		await expect(dialog().getByRole("combobox", { name: "Employeur" })).toBeFocused();
		await page.keyboard.type(plain(seen.name));
		await page.keyboard.press("Enter");
		await expect(dialog().getByText("Vous avez déjà consigné une visite chez cet employeur ce jour-là.")).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		await dialog().getByRole("combobox", { name: "Employeur" }).fill("");
		await page.keyboard.press("Escape");
		await page.keyboard.press("Escape");
		await expect(dialog()).toHaveCount(0);
	});

	test("enregistrée pendant que l’employeur se cherche encore, elle part quand il est trouvé ; introuvable, c’est dit", { timeout: 240_000 }, async () => {
		// Mine are on the device; somebody else's is asked of the service.
		const [employer] = (await readApi<{ items: EmployerRow[] }>(page, `/employers?limit=1&filter=${encodeURIComponent(`advisorId!=${me}`)}`)).items as [
			EmployerRow,
		];
		const before = (await visitsAt(employer.id)).length;
		let answer = () => {};
		const asked = new Promise<void>((resolve) => {
			answer = resolve;
		});
		await page.route(/\/api\/employers\?.*q=/, async (route) => {
			await asked;
			await route.continue();
		});
		const logged = async (name: string) => {
			await page.keyboard.press("v");
			await expect(dialog().getByRole("combobox", { name: "Employeur" })).toBeFocused();
			await page.keyboard.type(name);
			await page.keyboard.press("Enter");
			await page.keyboard.press("Control+Enter");
		};
		await logged(plain(employer.name));
		await expect(dialog().getByText("Choisissez l’employeur visité.")).toHaveCount(0);
		answer();
		await expect(dialog()).toHaveCount(0);
		await page.unroute(/\/api\/employers\?.*q=/);
		await expect.poll(async () => (await visitsAt(employer.id)).length).toBe(before + 1);

		// Looked for and not found; then known not to be there before Enter.
		for (let time = 1; time <= 2; time += 1) {
			await logged("zzqqxx");
			await expect(dialog().getByText("Choisissez l’employeur visité.")).toBeVisible();
			await dialog().getByRole("combobox", { name: "Employeur" }).fill("");
			await page.keyboard.press("Escape");
			await page.keyboard.press("Escape");
			await expect(dialog()).toHaveCount(0);
		}
	});

	test("ce que je tape pendant que la page achève de venir reste où je l’ai mis", { timeout: 240_000 }, async () => {
		let come = () => {};
		const held = new Promise<void>((resolve) => {
			come = resolve;
		});
		await page.route(/\/assets\/aria-/, async (route) => {
			await held;
			await route.continue();
		});
		await page.goto(paths.startVisit("groupe"));
		const box = page.getByLabel(/^Ajouter/);
		await expect(box).toBeFocused();
		const line = page.getByRole("textbox", { name: "En une ligne" });
		await line.click();
		await page.keyboard.type("Séance sur ");
		come();
		await expect(page.getByRole("combobox", { name: /^Ajouter/ })).toBeVisible();
		await page.keyboard.type("la francisation");
		await expect(line).toHaveValue("Séance sur la francisation");
		await line.fill("");
		await page.unroute(/\/assets\/aria-/);
	});

	test("une date à venir devient une visite prévue, et c’est dit ; le message mène au rapport", { timeout: 240_000 }, async () => {
		const employer = mine[1] as EmployerRow;
		await page.goto(paths.employer(employer.id));
		await settled(page);
		await page.getByRole("main").getByRole("link", { name: "Consigner une visite" }).click();
		await expect(dialog().getByRole("combobox", { name: "Employeur" })).toHaveValue(employer.name);
		await dialog()
			.getByRole("button", { name: /^Date Aujourd’hui/ })
			.click();
		await dialog().getByLabel("Date", { exact: true }).fill("2099-01-05");
		await expect(dialog().getByText("la visite sera inscrite comme prévue", { exact: false })).toBeVisible();
		await dialog().getByRole("button", { name: "Planifier" }).click();
		await expect(dialog()).toHaveCount(0);
		await messages().getByRole("button", { name: "Compléter le rapport" }).click();
		await expect(page).toHaveURL(/\/visites\/[0-9a-f-]{36}$/);
		await expect(page.getByRole("heading", { level: 1, name: employer.name })).toBeVisible();
	});

	test("au pouce, à 390 px : un récent, une ligne, une étape, enregistré", { timeout: 240_000 }, async () => {
		const hand = await visitor.context.newPage();
		await hand.setViewportSize(phone);
		await visitor.context.grantPermissions(["geolocation"]);
		await visitor.context.setGeolocation({ latitude: 45.6261, longitude: -72.9464 });
		await hand.goto(paths.newVisit());
		await expect(dialog(hand)).toBeVisible();
		await dialog(hand).getByRole("button", { name: "Près de moi" }).click();
		const near = dialog(hand).getByRole("group", { name: "Autour de Saint-Hyacinthe" });
		await near.getByRole("button").first().click();
		await dialog(hand).getByRole("textbox", { name: "En une ligne" }).fill("Rappeler la directrice");
		await dialog(hand)
			.getByRole("radio", { name: /^Rappeler/ })
			.check();
		expect(await sidewaysScroll(hand)).toEqual([]);
		expect(await accessibilityFaults(hand)).toEqual([]);
		await dialog(hand).getByRole("button", { name: "Enregistrer" }).click();
		const said = messages(hand).getByText("Visite consignée", { exact: false });
		await expect(said).toBeVisible();
		// Two things to do beside it leave it room to be read.
		expect((await said.boundingBox())?.width).toBeGreaterThan(180);
		await hand.close();
	});
});

describe("Planifier une tournée", () => {
	test("la carte et la liste disent la même chose ; au clavier, je choisis une municipalité, trois arrêts, une date, et je peux annuler", {
		timeout: 240_000,
	}, async () => {
		const query = new URLSearchParams({ near: "54048", km: "20", notSeenForDays: "0", limit: "100" });
		await page.goto(`${paths.tours({ autour: "54048" })}&rayon=20&depuis=0&qui=tous`);
		await settled(page);
		const { places, total, items } = await readApi<Tour>(page, `/tour?${query}`);
		const marks = page.getByRole("list", { name: "Carte des municipalités à portée" }).getByRole("button");
		const drawn = places.filter(({ employers }) => employers > 0);
		await expect(marks).toHaveCount(drawn.length);
		await expect(page.getByRole("heading", { level: 2, name: new RegExp(`^${total}.employeurs$`) })).toBeVisible();
		const boxes = page.getByRole("checkbox", { name: /à la tournée$/ });
		while ((await boxes.count()) < total) {
			const before = await boxes.count();
			await page.getByRole("button", { name: "Afficher la suite" }).click();
			await expect.poll(() => boxes.count()).toBeGreaterThan(before);
		}
		for (const { name, employers } of drawn)
			await expect(page.getByRole("region", { name: new RegExp(`^${name} · `) }).getByRole("checkbox")).toHaveCount(employers);
		expect(items.length).toBeGreaterThan(2);

		// One stop for Tab, then the arrows; Enter chooses.
		await marks.first().focus();
		await page.keyboard.press("End");
		await expect(marks.last()).toBeFocused();
		await page.keyboard.press("Home");
		await page.keyboard.press("ArrowRight");
		await expect(marks.first()).not.toBeFocused();
		await page.keyboard.press("Home");
		await page.keyboard.press("Enter");
		await expect(page).toHaveURL((url) => url.searchParams.get("commune") === drawn[0]?.code);
		await expect(boxes).toHaveCount(drawn[0]?.employers ?? 0);
		await page.getByRole("button", { name: "Voir toute la carte" }).click();

		await boxes.nth(0).check();
		await boxes.nth(1).check();
		await boxes.last().check();
		const round = page.getByRole("list", { name: "Arrêts, dans l’ordre de la route" });
		await expect(round.getByRole("listitem")).toHaveCount(3);
		await page.reload();
		await expect(round.getByRole("listitem")).toHaveCount(3);
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.getByLabel("Date", { exact: true }).fill("2099-02-03");
		await page.getByRole("button", { name: "Planifier 3 visites" }).click();
		await expect(messages().getByText("3 visites prévues le 3 février 2099.")).toBeVisible();
		await expect(page.getByText(/Visite prévue le 3\s.*2099/)).toHaveCount(3);
		await messages().getByRole("button", { name: "Annuler" }).click();
		await expect(page.getByText(/Visite prévue le 3\s.*2099/)).toHaveCount(0);
		expect(visitor.takeComplaints()).toEqual([]);
	});

	test("à 390 px, tout se touche et rien ne déborde", { timeout: 240_000 }, async () => {
		const hand = await visitor.context.newPage();
		await hand.setViewportSize(phone);
		await hand.goto(`${paths.tours({ autour: "54048" })}&qui=tous&depuis=0`);
		await settled(hand);
		expect(await sidewaysScroll(hand)).toEqual([]);
		expect(await accessibilityFaults(hand)).toEqual([]);
		await hand.close();
	});
});
