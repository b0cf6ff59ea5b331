import type { BrowserContext, CDPSession, Page } from "playwright";
import { growWorld } from "../../mocks/world/set-based.sql.ts";
import { loadDemonstration } from "../../src/server/demo.ts";
import { heldOn, newDisk, openDevice, waitUntilKept } from "../browser/support/device.ts";
import { openLine } from "../browser/support/line.ts";
import { dayOfMeasure } from "../speed/day.ts";
import { type Home, openHome } from "../speed/home.ts";
import { buildSite, signInTo, startSite } from "../speed/site.ts";
import { loadOfMachine, median } from "./measure.ts";

const slowdown = 4;
const runs = 5;
const writes = 200;

/** In the page: milliseconds since its navigation, or since the last key, of the frame after the one where a selector is found. */
function watch() {
	let keyAt = 0;
	addEventListener("keydown", ({ timeStamp }) => (keyAt = timeStamp), true);
	const onceShown = (selector: string, text: string) =>
		new Promise<number>((resolve) => {
			const isThere = () => [...document.querySelectorAll(selector)].some(({ textContent }) => textContent?.includes(text));
			const look = () => (isThere() ? requestAnimationFrame(() => resolve(performance.now())) : requestAnimationFrame(look));
			look();
		});
	const onceGone = (selector: string) =>
		new Promise<number>((resolve) => {
			const look = () =>
				document.querySelector(selector) === null ? requestAnimationFrame(() => resolve(performance.now() - keyAt)) : requestAnimationFrame(look);
			look();
		});
	Object.assign(window, { onceShown, onceGone });
}
type Watched = { onceShown(selector: string, text: string): Promise<number>; onceGone(selector: string): Promise<number> };

const share = (times: number[], of: number) => times.toSorted((a, b) => a - b)[Math.ceil(times.length * of) - 1] ?? Number.NaN;
const say = (what: string, times: number[], aim: string) =>
	console.log(
		`  ${what.padEnd(58)} median ${median(times).toFixed(0).padStart(5)} ms, 99 % within ${share(times, 0.99).toFixed(0).padStart(5)}, slowest ${Math.max(
			...times,
		)
			.toFixed(0)
			.padStart(5)}; ${aim}`,
	);

/** One for a page: what another session had set would stay. */
const sessions = new WeakMap<Page, Promise<CDPSession>>();
async function slow(page: Page, rate: number) {
	const session = sessions.get(page) ?? page.context().newCDPSession(page);
	sessions.set(page, session);
	await (await session).send("Emulation.setCPUThrottlingRate", { rate });
}

/** Everything of the region answers to one person: as large a portfolio as the world is. */
async function giveAll(home: Home, personId: string) {
	await home.opened.query(`do $$ begin perform journal_begin(null, null, gen_random_uuid(), clock_timestamp());
		update employer set advisor_id = '${personId}' where region_code = '16' and archived_on is null; end $$`);
	const { rows } = await home.opened.query("select id, name from employer where advisor_id = $1 order by id limit 1", [personId]);
	return rows[0] as { id: string; name: string };
}

/** The browser is started again, without a network: what is shown comes of the device alone. */
async function measureColdOpens(open: () => Promise<BrowserContext>, employer: { id: string; name: string }) {
	const pages = [
		{ what: "Ma journée", path: "/ma-journee", selector: "h2", text: "En retard" },
		{ what: "a record never opened here", path: `/employeurs/${employer.id}`, selector: "h1", text: employer.name },
		{ what: "the list of my employers", path: "/employeurs", selector: "table tbody a", text: "" },
		{ what: "the list of visits", path: "/visites", selector: "table tbody a", text: "" },
		{ what: "a list of visits never asked here", path: "/visites?filtre=status==completed", selector: "table tbody a", text: "" },
	];
	console.log(`\nCold open without a network, browser started again, CPU ${slowdown} times slower, ${runs} times`);
	for (const { what, path, selector, text } of pages) {
		const times: number[] = [];
		for (let run = 0; run < runs; run += 1) {
			const device = await open();
			const page = device.pages()[0] ?? (await device.newPage());
			await page.addInitScript(watch);
			await slow(page, slowdown);
			await page.goto(path, { waitUntil: "commit" });
			const session = process.env.PROFILE && path === "/visites" && run === runs - 1 ? await page.context().newCDPSession(page) : null;
			times.push(await page.evaluate(([one, two]) => (window as unknown as Watched).onceShown(one, two), [selector, text] as const));
			if (process.env.MARKS)
				console.log(
					path,
					JSON.stringify(
						await page.evaluate(() => performance.getEntriesByType("measure").map((m) => [m.name, Math.round(m.startTime), Math.round(m.duration)])),
					),
				);
			void session;
			await device.close();
		}
		say(what, times, "aim ≤ 1500");
	}
}

async function logOne(page: Page, employer: string, at: number): Promise<number> {
	await page.keyboard.press("v");
	await page.getByRole("dialog").getByRole("combobox", { name: "Employeur" }).waitFor();
	await page.keyboard.type(employer.slice(0, 9));
	await page.getByRole("option").first().waitFor();
	await page.keyboard.press("Enter");
	// Chosen, the hands are on the day.
	await page.waitForFunction(() => document.activeElement?.tagName === "BUTTON");
	await page.getByRole("textbox", { name: "En une ligne" }).fill(`Mesure ${at}`);
	await page.keyboard.press("Control+Enter");
	// It closes once the visit is on the device.
	return page.evaluate(() => (window as unknown as Watched).onceGone("dialog[open]"));
}

async function measureQueue(page: Page, employer: string, line: { cut(): void; mend(): void }) {
	line.cut();
	const times: number[] = [];
	for (let at = 1; at <= writes; at += 1) times.push(await logOne(page, employer, at));
	console.log(`\n${writes} visits logged without a network`);
	say("key → kept on the device, the dialog closed", times, "aim ≤ 100");
	line.mend();
	const started = performance.now();
	await page.evaluate(() => window.dispatchEvent(new Event("online")));
	while ((await heldOn(page, "outbox")) > 0) await page.waitForTimeout(50);
	const seconds = (performance.now() - started) / 1000;
	console.log(`  sent in ${seconds.toFixed(1)} s: ${(writes / seconds).toFixed(1)} writes/s, one after the other, embedded database in the same process`);
}

async function measureReport(page: Page, home: Home, personId: string, employerId: string) {
	const id = crypto.randomUUID();
	const need = () => ({ id: crypto.randomUUID(), occupationCode: "72106", posts: 2 });
	await home.ask("/visits", {
		method: "POST",
		body: {
			id,
			status: "draft",
			employerIds: [employerId],
			adviserIds: [personId],
			mode: "onSite",
			occurredOn: dayOfMeasure,
			report: { needs: Array.from({ length: 10 }, need) },
		},
	});
	await page.goto(`/visites/${id}`);
	const box = page.getByRole("textbox", { name: /Synthèse/ }).first();
	await box.waitFor();
	console.log("\nA key typed in a report with 10 needs → the frame after");
	for (const rate of [1, slowdown]) {
		await slow(page, rate);
		await box.focus();
		const times: number[] = [];
		for (const letter of "rencontre avec la direction") {
			await page.evaluate(() =>
				addEventListener(
					"input",
					({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => Object.assign(window, { typed: performance.now() - timeStamp }))),
					{ once: true, capture: true },
				),
			);
			await page.keyboard.press(letter === " " ? "Space" : letter);
			const time = await page.waitForFunction(() => (window as unknown as { typed?: number }).typed);
			times.push(Number(await time.jsonValue()));
			await page.evaluate(() => Object.assign(window, { typed: undefined }));
		}
		say(rate === 1 ? "this machine" : `CPU ${rate} times slower`, times, "aim ≤ 50");
	}
	await slow(page, 1);
}

/** A counsellor's device: opened without a network, written on, sent; with so many employers. */
export async function measureOffline(employers: number) {
	const home = await openHome("embedded", async (opened) => {
		await loadDemonstration(opened, dayOfMeasure);
		await growWorld(opened, employers, dayOfMeasure);
	});
	const personId = await home.signIn("advisor");
	const employer = await giveAll(home, personId);
	const screens = await buildSite();
	const site = await startSite(home, screens.folder);
	const line = await openLine(site.url);
	const disk = newDisk();
	let device = await openDevice(line.url, disk);
	try {
		await signInTo({ ...site, url: line.url }, device, personId);
		const page = device.pages()[0] ?? (await device.newPage());
		await page.addInitScript(watch);
		await page.goto("/ma-journee");
		const started = performance.now();
		await waitUntilKept(page);
		const seconds = (performance.now() - started) / 1000;
		const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
		console.log(
			`\nThe portfolio of ${employers} employers and the screens: on the device in ${seconds.toFixed(1)} s, ${(usage / 1e6).toFixed(1)} MB. ${loadOfMachine()}`,
		);
		await measureReport(page, home, personId, employer.id);
		await page.goto("/visites");
		await page.locator("table tbody a").first().waitFor();
		// What was read is on the device before the line is cut: the list is opened cold further on.
		await page.waitForTimeout(4_000);
		await measureQueue(page, employer.name, line);
		await page.goto("/ma-journee");
		await page.getByRole("heading", { level: 2, name: "En retard" }).waitFor();
		await page.waitForTimeout(4_000);
		await device.close();
		line.cut();
		await measureColdOpens(async () => (device = await openDevice(line.url, disk)), employer);
	} finally {
		await device.close();
		await line.stop();
		await site.stop();
		await home.close();
		screens.remove();
	}
}
