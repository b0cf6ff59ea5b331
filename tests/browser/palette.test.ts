import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect as expectValue, inject, test } from "vitest";
import type { EmployerRow } from "#contract/employers.ts";
import { type ShortcutId, shortcuts } from "#lib/shortcuts.ts";
import { blankLine } from "../support/blank-bodies.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi, writeApi } from "./support/api.ts";
import { heldOn } from "./support/device.ts";
import { settled, turnTo } from "./support/pages.ts";
import { signInAs, signOut } from "./support/session.ts";
import { expect, openVisitor, type Visitor } from "./support/visitor.ts";
import { plain } from "./support/words.ts";

let browser: Browser;
let visitor: Visitor;
let page: Page;
let mine: EmployerRow[];
beforeAll(async () => {
	browser = await launchChromium();
	visitor = await openVisitor(browser, inject("homes").server);
	page = visitor.page;
	const { id } = await signInAs(visitor.context.request, "advisor");
	await page.goto("/employeurs");
	await settled(page);
	const filter = encodeURIComponent(`advisorId==${id};openPosts=gt=0`);
	mine = (await readApi<{ items: EmployerRow[] }>(page, `/employers?limit=3&filter=${filter}&sort=-openPosts`)).items;
}, 300_000);
afterAll(async () => {
	expectValue(visitor.takeComplaints()).toEqual([]);
	await browser.close();
});

const box = () => page.getByRole("combobox", { name: "Rechercher et aller à" });
const chosen = () => page.getByRole("option", { selected: true });
const heading = (name: string) => page.getByRole("heading", { level: 1, name });

test("Ctrl K, quelques lettres, Entrée : je suis sur la fiche, avant même d’avoir vu la réponse", { timeout: 300_000 }, async () => {
	const [first] = mine;
	await page.keyboard.press("Control+k");
	await expect(box()).toBeFocused();
	await page.keyboard.type(plain(first?.name ?? ""));
	await page.keyboard.press("Enter");
	await expect(heading(first?.name ?? "")).toBeVisible();
	await expect(box()).toBeHidden();
});

test("Sur une fiche, ses actions viennent d’abord, puis ce que j’ai ouvert, puis les pages", { timeout: 300_000 }, async () => {
	const [first, second] = mine;
	await turnTo(page, `/employeurs/${second?.id}`);
	await settled(page);
	await page.getByRole("link", { name: "Besoins" }).first().focus();
	await page.keyboard.press("/");
	await expect(chosen()).toHaveText("Consigner une visite");
	const groups = page.getByRole("listbox").getByRole("group");
	await expect(groups.first()).toHaveAccessibleName(second?.name ?? "");
	await expect(page.getByRole("group", { name: "Récents" }).getByRole("option").first()).toContainText(first?.name ?? "");
	await page.keyboard.press("ArrowUp");
	await expect(groups.last().getByRole("option").last()).toHaveAttribute("aria-selected", "true");
	// Escape gives the focus back.
	await page.keyboard.press("Escape");
	await expect(box()).toBeHidden();
	await expect(page.getByRole("link", { name: "Besoins" }).first()).toBeFocused();
	await page.keyboard.press("Control+k");
	await page.keyboard.type("modif");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("dialog", { name: /^Modifier / })).toBeVisible();
	await page.keyboard.press("Escape");
});

test("Je trouve par NEQ espacé, avec une faute, et j’ouvre dans un nouvel onglet", { timeout: 300_000 }, async () => {
	const [first] = mine;
	const neq = (first?.neq ?? "").replace(/^(.{4})(.{4})/, "$1 $2 ");
	await page.keyboard.press("Control+k");
	await box().fill(neq);
	await expect(page.getByRole("group", { name: "Employeurs", exact: true }).getByRole("option")).toContainText([first?.name ?? ""]);
	await box().fill("xqzzw introuvable");
	await expect(page.getByRole("option", { name: /Chercher «/ })).toBeVisible();
	await box().fill(plain(first?.name ?? ""));
	await expect(page.getByRole("option", { name: first?.name }).first()).toBeVisible();
	const [tab] = await Promise.all([visitor.context.waitForEvent("page"), page.keyboard.press("Control+Enter")]);
	await expect(tab).toHaveURL(/\/employeurs\/[0-9a-f-]{36}$/);
	await tab.close();
	await expect(box()).toBeVisible();
	await page.keyboard.press("Escape");
});

test("Je trouve un dossier d’immigration par son étiquette, avec une faute aussi, et je suis sur le dossier", { timeout: 300_000 }, async () => {
	const [first] = mine;
	const [id, mark] = [randomUUID(), "Chaudronnière Vbalkuri"];
	const { today } = await readApi<{ today: string }>(page, "/reference");
	await writeApi(page, "/immigration-lines", { ...blankLine, id, employerId: first?.id, label: `${mark} – Tunisie`, path: "openPermit", hiredOn: today });
	await page.keyboard.press("Control+k");
	await box().fill("vbalkury");
	const found = page.getByRole("group", { name: /^Dossiers d’immigration/ }).getByRole("option");
	await expect(found.first()).toContainText(first?.name ?? "");
	await box().fill("chaudronniere vbal");
	await expect(found).toHaveCount(1);
	await page.keyboard.press("Enter");
	await expect(heading(`${mark} – Tunisie`)).toBeVisible();
	await expect(box()).toBeHidden();
});

/** What shows that a shortcut works; none is shown that is not here. */
const proofs: Record<ShortcutId, (keys: string) => Promise<void>> = {
	search: async (keys) => {
		await page.keyboard.press(keys);
		await expect(box()).toBeFocused();
		await page.keyboard.press("Escape");
	},
	sheet: async (keys) => {
		await page.keyboard.press(keys);
		await expect(page.getByRole("dialog", { name: "Raccourcis clavier" })).toBeVisible();
		await page.keyboard.press("Escape");
	},
	logVisit: async (keys) => {
		await page.keyboard.press(keys);
		await expect(page.getByRole("dialog", { name: "Consigner une visite" })).toBeVisible();
		await page.keyboard.press("Escape");
	},
	save: async (keys) => {
		await turnTo(page, "/visites/nouvelle");
		await page.keyboard.press(keys);
		await expect(page.getByText("Choisissez l’employeur visité.")).toBeVisible();
	},
	// Shown to work where what it undoes is done (browser/history), and where a tab is opened (above).
	undo: async () => {},
	newTab: async () => {},
	// A week by keyboard (browser/follow-ups).
	followUpDone: async () => {},
	followUpPostponed: async () => {},
	dayBefore: async () => {},
	dayAfter: async () => {},
	nextRow: (keys) => movesTo(1, keys, 2),
	previousRow: (keys) => movesTo(2, keys, 1),
	firstRow: (keys) => movesTo(3, keys, 1),
	lastRow: async (keys) => {
		await row(1).focus();
		await page.keyboard.press(keys);
		await expect(page.getByRole("table").getByRole("row").last()).toBeFocused();
		await page.keyboard.press("Home");
	},
	nextRows: async (keys) => {
		await row(1).focus();
		await page.keyboard.press(keys);
		await expect(row(1)).not.toBeFocused();
		await page.keyboard.press("Home");
	},
	previousRows: (keys) => movesTo(3, keys, 1),
	openRow: async (keys) => {
		const name = (await row(1).getByRole("link").textContent()) ?? "";
		await row(1).focus();
		await page.keyboard.press(keys);
		await expect(heading(name)).toBeVisible();
	},
	otherCard: async (keys) => {
		// One has neighbours on every side.
		const card = page.getByRole("region", { name: "Premier contact" }).getByRole("listitem").nth(1);
		await card.focus();
		await page.keyboard.press(keys);
		await expect(card).not.toBeFocused();
	},
	cardMenu: async (keys) => {
		await page.getByRole("group", { name: "Tableau", exact: true }).getByRole("listitem").first().focus();
		await page.keyboard.press(keys);
		await expect(page.getByRole("menu")).toBeVisible();
		await page.keyboard.press("Escape");
	},
	peekCard: async (keys) => {
		await page.getByRole("group", { name: "Tableau", exact: true }).getByRole("listitem").first().focus();
		await page.keyboard.press(keys);
		await expect(page.getByRole("complementary").filter({ has: page.getByRole("button", { name: "Fermer" }) })).toBeVisible();
		await page.keyboard.press("Escape");
	},
};
const row = (index: number) => page.getByRole("table").getByRole("row").nth(index);
async function movesTo(from: number, keys: string, to: number) {
	await row(from).focus();
	await page.keyboard.press(keys);
	await expect(row(to)).toBeFocused();
}
const places = {
	everywhere: "/employeurs",
	search: "/employeurs",
	list: "/employeurs",
	board: "/dossiers",
	followUps: "/suivis",
	visit: "/employeurs",
} as const;

test("Chaque raccourci de la feuille « ? » fait ce qu’elle dit", { timeout: 300_000 }, async () => {
	await turnTo(page, "/employeurs");
	await settled(page);
	// While one writes, a letter is a letter.
	const search = page.getByRole("searchbox", { name: "Chercher un employeur" });
	await search.press("?");
	await expect(search).toHaveValue("?");
	await search.fill("");
	await settled(page);
	await page.getByRole("heading", { level: 1 }).focus();
	await page.keyboard.press("?");
	const shown = page.getByRole("dialog", { name: "Raccourcis clavier" });
	await expect(shown.getByRole("term")).toHaveCount(Object.keys(shortcuts).length);
	await page.keyboard.press("Escape");
	for (const [id, { keys, scope }] of Object.entries(shortcuts)) {
		for (const one of keys) {
			if (page.url().endsWith(places[scope]) === false) {
				await turnTo(page, places[scope]);
				await settled(page);
			}
			await proofs[id as ShortcutId](one === " " ? "Space" : one);
		}
	}
});

test("Quand je ferme ma session, ce que j’ai ouvert est oublié de cet appareil", { timeout: 300_000 }, async () => {
	const kept = () => heldOn(page, "recents");
	expectValue(await kept()).toBe(1);
	await turnTo(page, "/employeurs");
	const { person } = await readApi<{ person: Parameters<typeof signOut>[1] }>(page, "/session");
	await signOut(page, person);
	await expect.poll(kept).toBe(0);
	expectValue(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes("recents")))).toEqual([]);
});
