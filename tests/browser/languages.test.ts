import type { Browser } from "playwright";
import { afterAll, beforeAll, inject, test } from "vitest";
import type { Reference } from "#contract/reference.ts";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi } from "./support/api.ts";
import { type Language, strangersIn, wordsOf } from "./support/lexicon.ts";
import { everyPage, settingsPages, settled, turnTo } from "./support/pages.ts";
import { keepNames, readPage } from "./support/reading.ts";
import { signInAs } from "./support/session.ts";
import { expect, openVisitor } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

test.each<[string, Language]>([
	["En anglais, aucune page ne laisse passer un mot de français", "en"],
	["En français, aucune page ne laisse passer un mot d’anglais", "fr"],
])("%s", { timeout: 900_000 }, async (_, language) => {
	const { page, context, close } = await openVisitor(browser, inject("homes").server);
	const names = keepNames(page);
	const person = await signInAs(context.request, "advisor");
	await page.goto(paths.employers());
	if (language === "en") {
		await page.getByRole("button", { name: `Menu de ${person.name}` }).click();
		await page.getByRole("menuitem", { name: "English" }).click();
		await expect(page.getByRole("button", { name: `Menu of ${person.name}` })).toBeVisible();
	}
	const isStranger = await strangersIn(language, await readApi<Reference>(page, "/reference"));
	const addresses = { ...(await everyPage(page, person.id)), "Ouvrir une session": paths.signIn() };
	const faults: Record<string, string[]> = {};
	const read = async (name: string, address: string) => {
		await turnTo(page, address);
		await settled(page);
		await expect(page.getByRole("main")).toBeVisible();
		expect(await page.evaluate(() => document.documentElement.lang)).toBe(`${language}-CA`);
		const strange = (await readPage(page)).flatMap((line) => {
			const found = wordsOf(names.without(line)).filter(isStranger);
			return found.length > 0 ? [`${found.join(", ")} — ${line}`] : [];
		});
		if (strange.length > 0) faults[name] = strange;
	};
	for (const [name, address] of Object.entries(addresses)) await read(name, address);
	await signInAs(context.request, "administrator");
	await page.goto(paths.account());
	for (const [name, address] of Object.entries(settingsPages())) await read(name, address);
	expect(faults).toEqual({});
	await close();
});
