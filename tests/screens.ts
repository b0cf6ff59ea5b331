/**
 * `npm run screens`: every page at 1440 and 390 px, light and dark, full, empty, in error and awaited, and a few in English, as pictures with an index.
 * They are written in `screens/`, which git ignores: they are made to be looked at, then made again.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright";
import { everyPage, settled, turnTo } from "./browser/support/pages.ts";
import { signIn } from "./browser/support/session.ts";
import { startStatic } from "./browser/support/static.ts";
import { desk, openVisitor, phone } from "./browser/support/visitor.ts";
import { launchChromium } from "./support/chromium.ts";

const root = join(import.meta.dirname, "..");
const folder = join(root, "screens");
const widths = { 1440: desk, 390: phone } as const;
const themes = ["light", "dark"] as const;
const states = ["pleine", "vide", "erreur", "lente", "anglais"] as const;
type State = (typeof states)[number];
const inEnglish = ["Employeurs", "Fiche, fil", "Dossiers, tableau", "Rapport à écrire", "Tableau de bord"];
const awaited = ["Employeurs", "Fiche, fil", "Fiche, besoins", "Dossiers, tableau", "Visites", "Suivis", "Tableau de bord"];

type Shot = { page: string; width: string; theme: string; state: string; file: string };

const fileName = (words: string[]) =>
	`${words
		.join("-")
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")}.png`;

/** Records exist in the full region only; the other states are judged on the pages that need none. */
async function addresses(browser: Browser, home: string): Promise<Record<string, string>> {
	const visitor = await openVisitor(browser, home);
	await visitor.page.goto("/connexion");
	const person = await signIn(visitor.page, "advisor");
	const pages = await everyPage(visitor.page, person.id);
	await visitor.close();
	return pages;
}

/** As the person who chose it in their menu. */
function speakEnglish() {
	localStorage.setItem(
		"jalon.preferences",
		JSON.stringify({ state: { language: "en", theme: "system", density: "comfortable", navigationCollapsed: false }, version: 0 }),
	);
}

/** Nothing is answered but who one is, the reference lists and the employer whose page it is: the rest stays as it is while it waits. */
function holdAnswers() {
	const ask = window.fetch;
	window.fetch = (input, init) => {
		const path = new URL(input instanceof Request ? input.url : input, location.href).pathname;
		return path.includes("/api/") && !/\/(session|session\/people|reference|employers\/[0-9a-f-]{36})$/.test(path) ? new Promise(() => {}) : ask(input, init);
	};
}

/** Only a full region has records. */
const concerns = (state: State, page: string, address: string) => {
	if (state === "anglais") return inEnglish.includes(page);
	if (state === "lente") return awaited.includes(page);
	return state === "pleine" || !/[0-9a-f]{8}-/.test(address);
};

async function ready(page: Page, state: State) {
	if (state === "lente") await page.locator("main h1").first().waitFor();
	else await settled(page);
	// What has just opened may only now ask for its rows; names of codes come after them, and nothing on the screen says so.
	await page.waitForTimeout(300);
	if (state !== "lente") await settled(page);
}

const longest = 2400;

/** A screen as long as the page, and not a long picture of a short screen: what stays at the foot of the screen would cross it. */
async function unroll(page: Page) {
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	await page.setViewportSize({ width: phone.width, height: Math.min(Math.max(height, phone.height), longest) });
}

async function shoot(page: Page, name: string, state: State): Promise<Shot[]> {
	const shots: Shot[] = [];
	for (const width of [1440, 390] as const) {
		for (const theme of themes) {
			await page.setViewportSize(widths[width]);
			await page.emulateMedia({ colorScheme: theme });
			await ready(page, state);
			if (width === 390) await unroll(page);
			const file = fileName([name, width.toString(), theme, state]);
			await page.screenshot({ path: join(folder, file), animations: "disabled" });
			shots.push({ page: name, width: String(width), theme, state, file });
		}
	}
	await page.setViewportSize(desk);
	await page.emulateMedia({ colorScheme: "light" });
	return shots;
}

async function shootAll(browser: Browser, home: string, pages: Record<string, string>, state: State): Promise<Shot[]> {
	const visitor = await openVisitor(browser, home, { expected: /./ });
	await visitor.page.goto(`/connexion${state === "vide" ? "?scenario=vide" : ""}`);
	await signIn(visitor.page, "advisor");
	if (state === "lente") await visitor.page.addInitScript(holdAnswers);
	// Nobody could sign in where everything fails.
	if (state === "erreur") {
		await visitor.page.addInitScript(() => sessionStorage.setItem("jalon.fault", "erreur"));
		await visitor.page.reload();
	}
	if (state === "anglais") {
		await visitor.page.addInitScript(speakEnglish);
		await visitor.page.reload();
	}
	await visitor.page.mouse.move(0, 0);
	const shots: Shot[] = [];
	for (const [name, address] of Object.entries(pages)) {
		if (!concerns(state, name, address)) continue;
		// What is awaited for ever keeps the page before it on the screen.
		if (state === "lente") await visitor.page.goto(address);
		else await turnTo(visitor.page, address);
		shots.push(...(await shoot(visitor.page, name, state)));
	}
	await visitor.close();
	return shots;
}

const escapeHtml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

function indexOf(shots: Shot[]): string {
	const byPage = Map.groupBy(shots, ({ page }) => page);
	const sections = [...byPage].map(
		([page, list]) =>
			`<h2>${escapeHtml(page)}</h2><div>${list.map(({ file, width, theme, state }) => `<figure><a href="${file}"><img loading="lazy" src="${file}" alt=""></a><figcaption>${width} · ${theme} · ${state}</figcaption></figure>`).join("")}</div>`,
	);
	return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Écrans</title><style>body{font:14px system-ui;margin:2rem}div{display:flex;flex-wrap:wrap;gap:1rem;align-items:start}figure{margin:0}img{width:280px;border:1px solid #ccc}</style><h1>${shots.length} écrans</h1>${sections.join("")}</html>`;
}

execFileSync(process.execPath, ["node_modules/vite/bin/vite.js", "build", "--mode", "demo", "--logLevel", "error"], { cwd: root, stdio: "inherit" });
/** `npm run screens -- lente erreur`: these alone; the others stay as they were drawn. */
const asked = process.argv.slice(2);
const wanted = states.filter((state) => asked.length === 0 || asked.includes(state));
if (wanted.length === 0) throw new Error(`${asked.join(", ")}: not among ${states.join(", ")}.`);
if (asked.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const site = await startStatic(join(root, "dist-demo"));
const browser = await launchChromium();
try {
	const pages = await addresses(browser, site.url);
	const shots: Shot[] = [];
	for (const state of wanted) {
		const began = performance.now();
		shots.push(...(await shootAll(browser, site.url, pages, state)));
		console.log(`${shots.length} screens (${state}, ${Math.round((performance.now() - began) / 1000)} s)`);
	}
	writeFileSync(join(folder, "index.html"), indexOf(shots));
	console.log(`Look at ${join(folder, "index.html")}`);
} finally {
	await browser.close();
	await site.stop();
}
