import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright";

// Evaluated, not added as a script: the server's own security policy forbids scripts from elsewhere, and must stay in force here.
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on the page as it stands, the whole document; one line for each. All rules, or those of colours: another theme changes nothing else. */
export async function accessibilityFaults(page: Page, rules: "all" | "colours" = "all"): Promise<string[]> {
	if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
	const { violations } = await page.evaluate(
		(only) =>
			(window as unknown as { axe: { run: (node: Document, options: object) => Promise<AxeResults> } }).axe.run(document, {
				resultTypes: ["violations"],
				...(only === "colours" ? { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } } : {}),
			}),
		rules,
	);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} — ${failureSummary?.replace(/\s+/g, " ")}`),
	);
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

/** In the document, not in what is read: an open dialog silences the page behind it. */
export const headingFaults = async (page: Page): Promise<string[]> => {
	const headings = await page.evaluate(() => [...document.querySelectorAll("h1")].map((heading) => heading.textContent));
	return headings.length === 1 ? [] : [`${headings.length} headings of level 1: ${headings.join(" | ")}`];
};
