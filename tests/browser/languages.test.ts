import type { Browser } from "playwright";
import { afterAll, beforeAll, inject, test } from "vitest";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { everyPage, settingsPages, settled, turnTo } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
import { listenForNames } from "./support/strangers.ts";
import { expect, openVisitor } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

// That French pages hold no English is read where each of them is walked (every-page).
test("En anglais, aucune page ne laisse passer un mot de français", { timeout: 900_000 }, async () => {
	const { page, context, close } = await openVisitor(browser, inject("homes").server);
	const strangers = listenForNames(page, "en");
	const person = await signInAs(context.request, "advisor");
	await page.goto(paths.employers());
	await page.getByRole("button", { name: `Menu de ${person.name}` }).click();
	await page.getByRole("menuitem", { name: "English" }).click();
	await expect(page.getByRole("button", { name: `Menu of ${person.name}` })).toBeVisible();
	const addresses = { ...(await everyPage(page, person.id)), "Ouvrir une session": paths.signIn() };
	const faults: Record<string, string[]> = {};
	const read = async (name: string, address: string) => {
		await turnTo(page, address);
		await settled(page);
		await expect(page.getByRole("main")).toBeVisible();
		expect(await page.evaluate(() => document.documentElement.lang)).toBe("en-CA");
		const strange = await strangers.read();
		if (strange.length > 0) faults[name] = strange;
	};
	for (const [name, address] of Object.entries(addresses)) await read(name, address);
	await signInAs(context.request, "administrator");
	await page.goto(paths.account());
	for (const [name, address] of Object.entries(settingsPages())) await read(name, address);
	expect(faults).toEqual({});
	await close();
});
