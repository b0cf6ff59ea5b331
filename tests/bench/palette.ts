import { growWorld } from "../../mocks/world/set-based.sql.ts";
import { loadDemonstration } from "../../src/server/demo.ts";
import { dayOfMeasure } from "../speed/day.ts";
import { openHome } from "../speed/home.ts";
import { buildSite, signInTo, startSite } from "../speed/site.ts";
import { launchChromium } from "../support/chromium.ts";
import { loadOfMachine, measure, median, printHeader, printMeasure } from "./measure.ts";

/** A beginning, common words, a person, a number, misspellings, nothing. */
const questions = ["b", "soudure", "saint", "marie", "450 555", "metalurgie", "souduer loriot", "xqzzw"];
const typed = ["soudure", "menuiserie", "loriot", "echantillon"];

/** In the page: when the key came, and the frame after the one where its answer is drawn. */
function watchNextKey() {
	const box = document.querySelector<HTMLInputElement>("[role=combobox]");
	const seen = { at: 0, shown: 0 };
	Object.assign(window, { palette: seen });
	const look = () => {
		const list = document.querySelector("[role=listbox]");
		const isThere = list?.getAttribute("aria-busy") !== "true" && list?.querySelector("[role=option]");
		requestAnimationFrame(isThere ? () => (seen.shown = performance.now()) : look);
	};
	box?.addEventListener("keydown", ({ timeStamp }) => (seen.at = timeStamp), { once: true, capture: true });
	box?.addEventListener("input", () => requestAnimationFrame(look), { once: true });
}

/** Ctrl K on the embedded database: what the API takes, then from the key to the choices on screen. */
export async function measurePalette(employers: number) {
	const home = await openHome("embedded", async (opened) => {
		await loadDemonstration(opened, dayOfMeasure);
		await growWorld(opened, employers, dayOfMeasure);
	});
	const personId = await home.signIn("advisor");
	printHeader(`palette: the search of the API, embedded, ${employers} employers`);
	for (const q of questions) printMeasure(await measure(q, () => home.ask(`/search?q=${encodeURIComponent(q)}`)));
	const screens = await buildSite();
	const site = await startSite(home, screens.folder);
	const browser = await launchChromium();
	try {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "fr-CA" });
		await signInTo(site, context, personId);
		const page = await context.newPage();
		await page.goto(`${site.url}/employeurs`);
		await page.locator("table tbody a").first().waitFor();
		// The page is at rest: what it asks when it opens is the page's own (bench `screens`). What is read in the background goes on.
		await page.waitForTimeout(2_000);
		const times: number[] = [];
		for (const word of typed) {
			await page.keyboard.press("Control+k");
			await page.getByRole("combobox").waitFor();
			for (const letter of word) {
				// A pause between keys: each is answered.
				await page.waitForTimeout(250);
				await page.evaluate(watchNextKey);
				await page.keyboard.press(letter);
				const time = await page.waitForFunction(() => {
					const { at, shown } = (window as unknown as { palette: { at: number; shown: number } }).palette;
					return shown > 0 && shown - at;
				});
				times.push(Number(await time.jsonValue()));
			}
			await page.keyboard.press("Escape");
		}
		times.sort((a, b) => a - b);
		console.log(`\nKey press → choices in the palette at ${employers} employers, ${times.length} keys`);
		console.log(
			`  median ${median(times).toFixed(0)} ms, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(0)}, slowest ${times.at(-1)?.toFixed(0)}; aim ≤ 100. ${loadOfMachine()}`,
		);
	} finally {
		await browser.close();
		await site.stop();
		await home.close();
		screens.remove();
	}
}
