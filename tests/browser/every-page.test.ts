import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, inject, test } from "vitest";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { accessibilityFaults, headingFaults, sidewaysScroll } from "./support/judge.ts";
import { everyPage, settled } from "./support/pages.ts";
import { signIn } from "./support/session.ts";
import { states } from "./support/states.ts";
import { desk, expect, openVisitor, phone, type Visitor } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

const themes = ["light", "dark"] as const;
const narrow = { width: 320, height: 700 };

/** The page in both themes; on a phone, at 320 px too. */
async function faultsOf(page: Page, isPhone: boolean): Promise<string[]> {
	const faults: string[] = [...(await headingFaults(page))];
	for (const colorScheme of themes) {
		await page.emulateMedia({ colorScheme });
		// A colour on its way is neither of the two.
		await page.waitForFunction(() => !document.getAnimations().some((one) => one instanceof CSSTransition));
		faults.push(...(await accessibilityFaults(page, colorScheme === "light" ? "all" : "colours")).map((fault) => `${colorScheme}: ${fault}`));
	}
	faults.push(...(await sidewaysScroll(page)));
	if (isPhone) {
		await page.setViewportSize(narrow);
		faults.push(...(await sidewaysScroll(page)).map((fault) => `320 px: ${fault}`));
		await page.setViewportSize(phone);
	}
	await page.emulateMedia({ colorScheme: "light" });
	return faults;
}

describe.each([
	["à l’écran du bureau", desk],
	["au téléphone", phone],
])("%s", (_, viewport) => {
	const isPhone = viewport === phone;
	let visitor: Visitor;
	let addresses: Record<string, string>;
	beforeAll(async () => {
		visitor = await openVisitor(browser, inject("homes").server, { viewport, expected: /status of 422 .*\/completion\)$/ });
		await visitor.page.goto("/");
		const person = await signIn(visitor.page, "advisor");
		addresses = { "Ouvrir une session": paths.signIn(), ...(await everyPage(visitor.page, person.id)) };
	}, 300_000);
	afterAll(() => visitor.close());

	test("Chaque page se lit, se parcourt et se distingue des autres, de jour comme de nuit", { timeout: 900_000 }, async () => {
		const { page, takeComplaints } = visitor;
		const faults: Record<string, string[]> = {};
		const titles = new Map<string, string>();
		const judge = async (name: string) => {
			await settled(page);
			const found = [...(await faultsOf(page, isPhone)), ...takeComplaints()];
			const title = await page.title();
			const [word = ""] = name.split(", ");
			const twin = titles.get(title);
			// Two faces of one page (board and list) may share its name.
			if (twin && !(twin.startsWith(word) && word === "Dossiers")) found.push(`title « ${title} » is already that of ${twin}`);
			titles.set(title, name);
			if (found.length > 0) faults[name] = found;
		};
		for (const [name, address] of Object.entries(addresses)) {
			await page.goto(address);
			await judge(name);
		}
		expect(faults).toEqual({});
	});

	test("Un dialogue, un menu ou une erreur à l’écran se lisent aussi bien", { timeout: 900_000 }, async () => {
		const { page, takeComplaints } = visitor;
		const faults: Record<string, string[]> = {};
		for (const { name, address, only, open } of states) {
			if (only && (only === "phone") !== isPhone) continue;
			await page.goto(addresses[address] ?? "/");
			await settled(page);
			await open(page);
			const found = [...(await faultsOf(page, isPhone)), ...takeComplaints()];
			if (found.length > 0) faults[name] = found;
		}
		expect(faults).toEqual({});
	});
});
