import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, inject, test } from "vitest";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { accessibilityFaults, faultsInBothThemes, headingFaults, sidewaysScroll, thumbFaults } from "./support/judge.ts";
import { isLong } from "./support/long.ts";
import { everyPage, settingsPages, settled, turnTo } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
import { states } from "./support/states.ts";
import { listenForNames } from "./support/strangers.ts";
import { desk, expect, openVisitor, phone, type Visitor } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

/** By all of axe's rules: on the desk in both themes; on a phone by day, since a theme changes colours only (house/themes), what a thumb must reach is large enough, and from 320 to 430 px nothing sticks out. */
async function faultsOf(page: Page, isPhone: boolean): Promise<string[]> {
	const faults = [...(await headingFaults(page)), ...(await sidewaysScroll(page))];
	if (!isPhone) return [...faults, ...(await faultsInBothThemes(page))];
	faults.push(...(await accessibilityFaults(page)));
	faults.push(...(await thumbFaults(page)));
	for (const width of [320, 360, 430]) {
		await page.setViewportSize({ ...phone, width });
		faults.push(...(await sidewaysScroll(page)).map((fault) => `${width} px: ${fault}`));
	}
	await page.setViewportSize(phone);
	return faults;
}

describe.each([
	["à l’écran du bureau", desk],
	["au téléphone", phone],
])("%s", (_, viewport) => {
	const isPhone = viewport === phone;
	let visitor: Visitor;
	let addresses: Record<string, string>;
	let strangers: ReturnType<typeof listenForNames>;
	beforeAll(async () => {
		visitor = await openVisitor(browser, inject("homes").server, { viewport, expected: /status of 422 .*\/completion\)$/ });
		strangers = listenForNames(visitor.page, "fr");
		const person = await signInAs(visitor.context.request, "advisor");
		await visitor.page.goto(paths.employers());
		addresses = { "Ouvrir une session": paths.signIn(), ...(await everyPage(visitor.page, person.id)) };
	}, 300_000);
	afterAll(() => visitor.close());

	test("Chaque page se lit, se parcourt et se distingue des autres, de jour comme de nuit, sans un mot d’anglais", { timeout: 900_000 }, async () => {
		const { page, takeComplaints } = visitor;
		const faults: Record<string, string[]> = {};
		const titles = new Map<string, string>();
		const judge = async (name: string) => {
			await settled(page);
			const found = [...(await faultsOf(page, isPhone)), ...takeComplaints()];
			// The same words on a phone; English pages are read apart (languages).
			if (!isPhone) found.push(...(await strangers.read()));
			expect(await page.evaluate(() => document.documentElement.lang)).toBe("fr-CA");
			const title = await page.title();
			const [word = ""] = name.split(", ");
			const twin = titles.get(title);
			// Two faces of one page (board, week and list) may share its name.
			if (twin && !(twin.startsWith(word) && ["Dossiers", "Suivis", "Signaux", "Aiguillages"].includes(word)))
				found.push(`title « ${title} » is already that of ${twin}`);
			titles.set(title, name);
			if (found.length > 0) faults[name] = found;
		};
		for (const [name, address] of Object.entries(addresses)) {
			await turnTo(page, address);
			await judge(name);
		}
		await signInAs(visitor.context.request, "administrator");
		await page.goto(paths.account());
		for (const [name, address] of Object.entries(settingsPages())) {
			await turnTo(page, address);
			await judge(name);
		}
		await signInAs(visitor.context.request, "advisor");
		await page.goto(paths.account());
		expect(faults).toEqual({});
	});

	test("Un dialogue, un menu ou une erreur à l’écran se lisent aussi bien", { timeout: 900_000 }, async () => {
		const { page, takeComplaints } = visitor;
		const faults: Record<string, string[]> = {};
		for (const { name, address, only, open } of states) {
			if (only && (only === "phone") !== isPhone) continue;
			// What opens is the same on a phone, where each is judged every day.
			if (!isLong && !isPhone && !only) continue;
			await turnTo(page, addresses[address] ?? "/").catch((error: Error) => {
				throw new Error(`${name}: ${error.message}, at ${page.url()}`);
			});
			await settled(page);
			await open(page);
			// Another period is on its way: its figures are greyed until it has come.
			await settled(page);
			const found = [...(await faultsOf(page, isPhone)), ...takeComplaints()];
			if (found.length > 0) faults[name] = found;
			// The shell outlives the page: what was opened from it would lie over the next one. Escape on the page itself would leave it.
			const over = await page.$("dialog[open]:visible, [role=dialog]:visible, [role=menu]:visible, aside:visible");
			if (over) {
				await page.keyboard.press("Escape");
				// Closing a panel changes the address: the next page must not be overtaken.
				await over.waitForElementState("hidden", { timeout: 2000 }).catch(() => undefined);
			}
		}
		expect(faults).toEqual({});
	});
});
