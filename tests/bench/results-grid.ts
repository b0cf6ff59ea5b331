import type { Page } from "playwright";
import { dayOfMeasure } from "../speed/day.ts";
import type { Home } from "../speed/home.ts";
import { buildSite, signInTo, startSite } from "../speed/site.ts";
import { launchChromium } from "../support/chromium.ts";
import { loadOfMachine } from "./measure.ts";

/** In the page: the longest time between two frames until all that was asked is drawn, and two frames more. */
function watchFrames() {
	let [last, longest, still] = [performance.now(), 0, 0];
	const seen = { longest: 0, isOver: false };
	Object.assign(window, { frames: seen });
	const look = (now: number) => {
		longest = Math.max(longest, now - last);
		last = now;
		still = now - (window as unknown as { since: number }).since > 600 ? still + 1 : 0;
		if (still < 2) requestAnimationFrame(look);
		else Object.assign(seen, { longest, isOver: true });
	};
	Object.assign(window, { since: performance.now() });
	requestAnimationFrame((now) => {
		last = now;
		look(now);
	});
}

async function during(page: Page, what: () => Promise<unknown>): Promise<number> {
	await page.evaluate(watchFrames);
	await what();
	await page.evaluate(() => Object.assign(window, { since: performance.now() }));
	const longest = await page.waitForFunction(() => {
		const { longest: most, isOver } = (window as unknown as { frames: { longest: number; isOver: boolean } }).frames;
		return isOver && most;
	});
	return Number(await longest.jsonValue());
}

/** A block as a spreadsheet puts it in the clipboard. */
const paste = (page: Page, block: string) =>
	page.evaluate((text) => {
		const data = new DataTransfer();
		data.setData("text/plain", text);
		document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
	}, block);

/** The grid of a mission's results, 150 employers and nine counts: typed in, pasted over whole, taken back; saved to the API. */
export async function measureResultsGrid(home: Home) {
	const personId = await home.signIn("manager");
	const { rows } = await home.opened.query("select id from mission where name like 'Mission de mesure %' order by starts_on desc limit 1");
	const screens = await buildSite();
	const site = await startSite(home, screens.folder);
	const browser = await launchChromium();
	try {
		console.log(`\nResults of a mission, 150 employers × 9 counts, Chromium: the longest frame (aim ≤ 50 ms)`);
		for (const viewport of [
			{ width: 1440, height: 900 },
			{ width: 390, height: 844 },
		]) {
			const context = await browser.newContext({ viewport, locale: "fr-CA" });
			await signInTo(site, context, personId);
			const page = await context.newPage();
			const longest: Record<string, number[]> = { typed: [], pasted: [], "taken back": [] };
			for (let run = 0; run < 5; run += 1) {
				await page.goto(`${site.url}/missions/${rows[0]?.id}?vue=resultats&au=${dayOfMeasure}`);
				await page.getByRole("grid").locator("tbody tr").nth(149).waitFor({ state: "attached" });
				await page.waitForTimeout(1_500);
				await page.getByRole("grid").locator("tbody [data-label]").first().click();
				longest.typed?.push(
					await during(page, async () => {
						for (const key of "1234") await page.keyboard.press(key);
						await page.keyboard.press("Enter");
					}),
				);
				await page.keyboard.press("ArrowUp");
				const block = Array.from({ length: 150 }, (_, row) => Array.from({ length: 9 }, (_, column) => 300 + run + row + (9 - column)).join("\t")).join("\n");
				longest.pasted?.push(await during(page, () => paste(page, block)));
				longest["taken back"]?.push(await during(page, () => page.keyboard.press("Control+z")));
				await page.keyboard.press("Control+z");
			}
			for (const [what, times] of Object.entries(longest))
				console.log(`  ${`${viewport.width} px, ${what}`.padEnd(40)} ${times.map((time) => time.toFixed(0)).join(", ")} ms`);
			await context.close();
		}
		console.log(`  ${loadOfMachine()}`);
	} finally {
		await browser.close();
		await site.stop();
		screens.remove();
	}
}
