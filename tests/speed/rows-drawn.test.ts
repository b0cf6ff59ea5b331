import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { type Home, openHome } from "./home.ts";
import { buildSite, type Site, signInTo, startSite } from "./site.ts";

const mostDrawn = 120;

let home: Home;
let site: Site;
let browser: Browser;
let build: Awaited<ReturnType<typeof buildSite>>;
let page: Page;

beforeAll(async () => {
	home = await openHome({ databaseUrl: inject("grownDatabase") });
	const personId = await home.signIn("manager");
	build = await buildSite();
	site = await startSite(home, build.folder);
	browser = await launchChromium();
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "fr-CA" });
	await signInTo(site, context, personId);
	page = await context.newPage();
});
afterAll(async () => {
	await browser?.close();
	await site?.stop();
	build?.remove();
	await home?.close();
});

test("la liste de 20 000 employeurs ne dessine jamais plus de 120 lignes, où qu’on la fasse défiler", async () => {
	await page.goto(`${site.url}/employeurs`);
	const table = page.getByRole("table");
	await table.locator("tbody a").first().waitFor();
	expect(Number(await table.getAttribute("aria-rowcount"))).toBeGreaterThan(20_000);
	const drawn = () => page.evaluate(() => document.querySelectorAll("tr").length);
	let most = await drawn();
	const box = await table.evaluateHandle((element) => element.parentElement as HTMLElement);
	const height = await box.evaluate((element) => element.scrollHeight);
	expect(height).toBeGreaterThan(200_000);
	// By jumps, as one drags the bar, then by the wheel, then to the end.
	for (let at = 0; at <= 12; at += 1) {
		await box.evaluate((element, top) => element.scrollTo(0, top), (height * at) / 12);
		await page.evaluate(() => new Promise(requestAnimationFrame));
		most = Math.max(most, await drawn());
	}
	await table.hover();
	for (let turn = 0; turn < 15; turn += 1) {
		await page.mouse.wheel(0, -1700);
		most = Math.max(most, await drawn());
	}
	expect(most).toBeLessThanOrEqual(mostDrawn);
	expect(most).toBeGreaterThan(10);
	const last = await table.getAttribute("aria-rowcount");
	// Asked again at each frame: turns of the wheel may still be on their way.
	await page.waitForFunction(
		([element, index]) => {
			element.scrollTo(0, element.scrollHeight);
			return element.querySelector(`tr[aria-rowindex="${index}"] a`) !== null;
		},
		[box, last] as const,
	);
	expect(await drawn()).toBeLessThanOrEqual(mostDrawn);
});
