import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright";

// Evaluated, not added as a script: the server's own security policy forbids scripts from elsewhere, and must stay in force here.
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules that look at colours: a theme changes nothing else, nor does a phone's width change them (house/themes). */
const colourRules = ["color-contrast", "link-in-text-block"];
const choices = {
	all: {},
	colours: { runOnly: { type: "rule", values: colourRules } },
};

/** What axe finds on the page as it stands, the whole document, by all its rules; one line for each. */
export async function accessibilityFaults(page: Page, rules: keyof typeof choices = "all"): Promise<string[]> {
	if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
	const { violations } = await page.evaluate(
		(chosen) =>
			(window as unknown as { axe: { run: (node: Document, options: object) => Promise<AxeResults> } }).axe.run(document, {
				resultTypes: ["violations"],
				...chosen,
			}),
		choices[rules],
	);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} — ${failureSummary?.replace(/\s+/g, " ")}`),
	);
}

/** In this theme, once its colours have come: one on its way is neither of the two. (What a closed fold hides keeps its transitions, though they are over.) */
export async function showTheme(page: Page, colorScheme: "light" | "dark") {
	await page.emulateMedia({ colorScheme });
	await page.waitForFunction(() => !document.getAnimations().some((one) => one instanceof CSSTransition && one.playState !== "finished"));
}

/** By day and by night: all rules, then those that a theme can break. */
export async function faultsInBothThemes(page: Page): Promise<string[]> {
	await showTheme(page, "dark");
	const dark = await accessibilityFaults(page, "colours");
	await showTheme(page, "light");
	return [...dark.map((fault) => `dark: ${fault}`), ...(await accessibilityFaults(page))];
}

/** What sticks out of the window to the right, if the page scrolls sideways. */
export async function sidewaysScroll(page: Page): Promise<string[]> {
	// A menu follows its button a moment after the window has changed.
	await page
		.waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth, undefined, { timeout: 2000 })
		.catch(() => undefined);
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return [];
		const widest = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > clientWidth + 1).at(-1);
		return [`scrolls sideways: ${scrollWidth} px in ${clientWidth}; ${widest?.outerHTML.slice(0, 160)}`];
	});
}

/** What a thumb would miss: less than 44 px in height or in width, once what surrounds it and answers for it (a label, a whole card) is counted. A link within a sentence is as high as its line. */
export const thumbFaults = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const size = 44;
		const own = "a[href], button, input, select, textarea, summary, [role=button], [role=menuitem], [role=option], [role=tab], [role=switch]";
		const isInSentence = (one: Element) =>
			one.matches("a") &&
			getComputedStyle(one).display === "inline" &&
			[...(one.parentElement?.childNodes ?? [])].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
		const answers = (target: Element, x: number, y: number) => {
			const hit = document.elementFromPoint(x, y);
			return hit !== null && (target.contains(hit) || (hit.closest("label") as HTMLLabelElement | null)?.control === target);
		};
		const found: string[] = [];
		const scrolled = window.scrollY;
		for (const one of document.querySelectorAll<HTMLElement>(own)) {
			if (!one.checkVisibility({ opacityProperty: false, visibilityProperty: true }) || one.closest("[inert]") || isInSentence(one)) continue;
			if (one.matches(":disabled, [aria-disabled=true]") || getComputedStyle(one).pointerEvents === "none") continue;
			const rect = one.getBoundingClientRect();
			if (rect.width >= size && rect.height >= size) continue;
			one.scrollIntoView({ block: "center", behavior: "instant" });
			const { left, top, width, height } = one.getBoundingClientRect();
			const [x, y] = [left + width / 2, top + height / 2];
			// Under what lies over it (a dialog), or out of the window: nobody's target.
			if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight || !answers(one, x, y)) continue;
			// Half of it, but for the pixel that rounding takes.
			const reach = size / 2 - 1;
			const isHigh = height >= size || (answers(one, x, y - reach) && answers(one, x, y + reach));
			const isWide = width >= size || (answers(one, x - reach, y) && answers(one, x + reach, y)) || answers(one, x + size - 2, y);
			if (isHigh && isWide) continue;
			const name = one.getAttribute("aria-label") ?? one.textContent?.trim().slice(0, 40) ?? "";
			found.push(`${Math.round(width)} × ${Math.round(height)} px for a thumb: ${one.tagName.toLowerCase()} « ${name} » ${one.className}`);
		}
		window.scrollTo({ top: scrolled, behavior: "instant" });
		return found;
	});

/** In the document, not in what is read: an open dialog silences the page behind it. */
export const headingFaults = async (page: Page): Promise<string[]> => {
	const headings = await page.evaluate(() => [...document.querySelectorAll("h1")].map((heading) => heading.textContent));
	return headings.length === 1 ? [] : [`${headings.length} headings of level 1: ${headings.join(" | ")}`];
};
