import type { Locator, Page } from "playwright";

/** Goes down a menu or a list with the arrow until the wanted line has the focus. */
export async function arrowTo(page: Page, wanted: Locator, key: "ArrowDown" | "ArrowRight" = "ArrowDown") {
	await wanted.waitFor();
	for (let presses = 0; presses < 40; presses++) {
		if (await wanted.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press(key);
	}
	throw new Error(`Forty times ${key} did not reach ${wanted}.`);
}
