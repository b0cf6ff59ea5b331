import type { BrowserContext, Page } from "playwright";
import { createGrown } from "../speed/grown.ts";
import { type Home, openHome } from "../speed/home.ts";
import { buildSite, type Site, signInTo, startSite } from "../speed/site.ts";
import { launchChromium } from "../support/chromium.ts";
import { dropDatabase } from "../support/postgres.ts";
import { loadOfMachine, median } from "./measure.ts";
import { installProbes } from "./probes.ts";

const rows = 207;
const runs = 15;

/** The page of a signed-in manager, and the site behind it, on as many employers more as asked. */
async function withPage(employers: number, folders: { screens: string; bare: string }, work: (page: Page, site: Site, home: Home) => Promise<void>) {
	const databaseUrl = await createGrown(employers);
	const home = await openHome({ databaseUrl });
	const personId = await home.signIn("manager");
	const site = await startSite(home, folders.screens, { bare: folders.bare });
	const browser = await launchChromium();
	try {
		const context: BrowserContext = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "fr-CA" });
		await signInTo(site, context, personId);
		await context.addInitScript(installProbes);
		await work(await context.newPage(), site, home);
	} finally {
		await browser.close();
		await site.stop();
		await home.close();
		await dropDatabase(databaseUrl);
	}
}

/** Both pages carry the same probes; neither is told which one is measured. */
async function timeTo(page: Page, url: string, whose: "whenOurs" | "whenBare"): Promise<number> {
	await page.goto(url, { waitUntil: "commit" });
	return page.evaluate(([probe, count]) => window.probes[probe](count), [whose, rows] as const);
}

async function measureFirstRows(page: Page, site: Site, home: Home) {
	// The region has some more employers: another takes over those that exceed 207.
	await home.opened.query(`do $$ begin
		perform journal_begin(null, null, gen_random_uuid(), clock_timestamp());
		update employer set region_code = '05' where id in (select employer_id from employer_summary where region_code = '16' order by name collate "und-x-icu", employer_id offset ${rows});
	end $$`);
	const ours: number[] = [];
	const bare: number[] = [];
	for (let run = -3; run < runs; run += 1) {
		const times = [await timeTo(page, `${site.url}/employeurs`, "whenOurs"), await timeTo(page, `${site.url}/bare/index.html`, "whenBare")] as const;
		if (run < 0) continue;
		ours.push(times[0]);
		bare.push(times[1]);
	}
	const [a, b] = [median(ours), median(bare)];
	console.log(`\nNavigation → the last of ${rows} rows, Chromium, warm, median of ${runs}, one after the other in turn`);
	console.log(`  Jalon ${a.toFixed(0)} ms (fastest ${Math.min(...ours).toFixed(0)}), bare ${b.toFixed(0)} ms (fastest ${Math.min(...bare).toFixed(0)})`);
	console.log(`  ratio of medians ${(a / b).toFixed(2)}, of fastest ${(Math.min(...ours) / Math.min(...bare)).toFixed(2)}; aim ≤ 1.5. ${loadOfMachine()}`);
}

const typed = { "words that some of them have": ["atelier", "serres", "logiciels", "meubles"], "words that each of them has": ["personne exemple-12"] };

async function measureKeys(page: Page, site: Site, employers: number, kind: keyof typeof typed) {
	const times: number[] = [];
	for (const word of typed[kind]) {
		await page.goto(`${site.url}/employeurs`);
		await page.evaluate(() => window.probes.whenFound(""));
		await page.getByRole("searchbox").focus();
		for (let length = 1; length <= word.length; length += 1) {
			// A pause between keys: in a burst, only the first and the last are searched.
			await page.waitForTimeout(250);
			await page.keyboard.press(word[length - 1] === " " ? "Space" : (word[length - 1] as string));
			const q = word.slice(0, length).trim();
			const at = await page.evaluate((searched) => window.probes.whenFound(searched), q);
			if (q.length === length && q.length > 1) times.push(at);
		}
	}
	times.sort((a, b) => a - b);
	console.log(`\nKey press → rows at ${employers} employers, ${kind}, ${times.length} keys`);
	console.log(
		`  median ${median(times).toFixed(0)} ms, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(0)}, fastest ${times[0]?.toFixed(0)}; aim ≤ 100. ${loadOfMachine()}`,
	);
}

/** In Chromium, on PostgreSQL: the built screens against the least that could be written. */
export async function measureScreens() {
	const [screens, bare] = [await buildSite(), await buildSite("tests/bench/bare/vite.config.ts")];
	try {
		const folders = { screens: screens.folder, bare: bare.folder };
		await withPage(0, folders, measureFirstRows);
		await withPage(20_000, folders, async (page, site) => {
			for (const kind of Object.keys(typed) as (keyof typeof typed)[]) await measureKeys(page, site, 20_000, kind);
		});
	} finally {
		screens.remove();
		bare.remove();
	}
}
