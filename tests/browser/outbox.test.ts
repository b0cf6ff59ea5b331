import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect as same, test } from "vitest";
import type { VisitRow } from "#contract/visits.ts";
import { launchChromium } from "../support/chromium.ts";
import { launchServer } from "../support/launch.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { readApi } from "./support/api.ts";
import { type Line, openLine } from "./support/line.ts";
import { signInAs } from "./support/session.ts";
import { expect, openVisitor, type Visitor } from "./support/visitor.ts";

let browser: Awaited<ReturnType<typeof launchChromium>>;
let server: RunningServer;
let line: Line;
beforeAll(async () => {
	browser = await launchChromium();
	server = await startServer({ patience: 180_000 });
	line = await openLine(server.url);
}, 200_000);
afterAll(async () => {
	await browser.close();
	await line.stop();
	await server.stop();
});

const toSend = (page: Page) => page.getByRole("banner").getByRole("link", { name: /à synchroniser$/ });
const kept = (page: Page) => page.getByText("Gardé sur cet appareil. L’envoi se fera dès que le service répondra.").last();

/** The quick log under the thumb: an employer among the recent ones, a line, kept as a draft. */
async function log(page: Page, headline: string) {
	await page.getByRole("link", { name: "Consigner une visite" }).first().click();
	await page.getByRole("group", { name: "Récents" }).getByRole("button").first().click();
	await page.getByRole("textbox", { name: "En une ligne" }).fill(headline);
	await page.getByRole("button", { name: "Brouillon" }).click();
	await expect(page).toHaveURL(/\/visites$/);
}

const logged = async (page: Page, headline: string) =>
	(await readApi<{ items: VisitRow[] }>(page, "/visits?limit=200")).items.filter((visit) => visit.headline?.startsWith(headline));

/** The API is out of reach while the screens are there: a tunnel, a router that answers nothing. */
const unplug = (context: BrowserContext) => context.route("**/api/**", (route) => route.abort());
const plug = async (context: BrowserContext) => {
	await context.unroute("**/api/**");
	for (const page of context.pages()) await page.evaluate(() => window.dispatchEvent(new Event("online")));
};

describe("Rien de ce qui est tapé ne se perd", () => {
	let visitor: Visitor;
	let page: Page;
	let name: string;
	beforeEach(async () => {
		name = `Hors ligne ${randomUUID().slice(0, 8)}`;
		visitor = await openVisitor(browser, line.url, { expected: /Failed to load resource|ERR_/ });
		page = visitor.page;
		await signInAs(page.request, "advisor");
		await page.goto("/visites/nouvelle");
		// What is read and what the page is made of is at hand.
		await expect(page.getByRole("group", { name: "Récents" }).getByRole("button").first()).toBeVisible();
		await page.goto("/visites");
		await expect(page.getByRole("table").getByRole("row").nth(2)).toBeVisible();
		await page.getByRole("link", { name: "Consigner une visite" }).first().click();
		await expect(page.getByRole("group", { name: "Récents" }).getByRole("button").first()).toBeVisible();
		await page.getByRole("link", { name: "Visites" }).first().click();
		await expect(page).toHaveURL(/\/visites/);
	});
	afterEach(async () => {
		same(visitor.takeComplaints()).toEqual([]);
		await visitor.close();
	});

	test("Trois visites consignées hors ligne, l’onglet fermé puis rouvert : au retour du réseau, elles sont trois au service, chacune une fois", async () => {
		await unplug(visitor.context);
		for (const at of [1, 2, 3]) {
			await log(page, `${name} ${at}`);
			await expect(kept(page)).toBeVisible();
			await expect(toSend(page)).toHaveText(`${at} à synchroniser`);
		}
		// They are in the list, where one looks for what was just written.
		await expect(page.getByRole("table").getByText(`${name} 3`)).toBeVisible();
		const inClear = await page.evaluate(async (headline) => {
			const opened = await new Promise<IDBDatabase>((resolve) => {
				const opening = indexedDB.open("jalon-device");
				opening.onsuccess = () => resolve(opening.result);
			});
			const all = await new Promise<{ data: ArrayBuffer }[]>((resolve) => {
				const asking = opened.transaction("records").objectStore("records").getAll();
				asking.onsuccess = () => resolve(asking.result as { data: ArrayBuffer }[]);
			});
			return `${all.length} ${all.map(({ data }) => new TextDecoder().decode(data)).join("")}${JSON.stringify(localStorage)}`.includes(headline);
		}, name);
		same(inClear).toBe(false);
		await page.close();
		await plug(visitor.context);
		page = await visitor.context.newPage();
		await page.goto("/visites");
		await expect(page.getByRole("banner").getByText("En ligne")).toBeVisible();
		await expect.poll(async () => (await logged(page, name)).length).toBe(3);
		await expect(toSend(page)).toHaveCount(0);
	});

	test("Deux onglets ouverts au retour du réseau envoient chaque visite une seule fois", async () => {
		const other = await visitor.context.newPage();
		await other.goto("/visites");
		await expect(other.getByRole("table").getByRole("row").nth(2)).toBeVisible();
		let posts = 0;
		visitor.context.on("request", (request) => {
			if (request.method() === "POST" && request.url().endsWith("/api/visits")) posts += 1;
		});
		await visitor.context.setOffline(true);
		for (const at of [1, 2, 3]) await log(page, `${name} ${at}`);
		await expect(toSend(other)).toHaveText("3 à synchroniser");
		posts = 0;
		await visitor.context.setOffline(false);
		await expect.poll(async () => (await logged(page, name)).length).toBe(3);
		await expect(toSend(other)).toHaveCount(0);
		same(posts).toBe(3);
	});

	test("Le service tué pendant l’envoi, puis relancé : trois visites, chacune une fois", async () => {
		await unplug(visitor.context);
		for (const at of [1, 2, 3]) await log(page, `${name} ${at}`);
		// The first answer is lost with the server.
		const killed = new Promise<void>((resolve) => {
			void visitor.context.unroute("**/api/**").then(() =>
				visitor.context.route(
					"**/api/visits",
					async (route) => {
						await route.fetch();
						process.kill(-server.pid, "SIGKILL");
						await route.abort();
						resolve();
					},
					{ times: 1 },
				),
			);
		});
		await page.evaluate(() => window.dispatchEvent(new Event("online")));
		await killed;
		const again = await launchServer({ dataDir: server.dataDir, demo: true, port: Number(new URL(server.url).port) });
		server = { ...again, stop: again.stop };
		await plug(visitor.context);
		await expect.poll(async () => (await logged(page, name)).map(({ headline }) => headline).sort()).toEqual([1, 2, 3].map((at) => `${name} ${at}`));
		await expect(toSend(page)).toHaveCount(0);
	});
});
