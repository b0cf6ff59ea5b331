/**
 * `npm run screens`: every page at 1440 and 390 px, light and dark, full, empty, in error and awaited, and a few in English, as pictures with an index.
 * They are written in `screens/`, which git ignores: they are made to be looked at, then made again.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright";
import { everyPage, settled } from "./browser/support/pages.ts";
import { signIn } from "./browser/support/session.ts";
import { startStatic } from "./browser/support/static.ts";
import { desk, openVisitor, phone } from "./browser/support/visitor.ts";
import { launchChromium } from "./support/chromium.ts";

const root = join(import.meta.dirname, "..");
const folder = join(root, "screens");
const widths = { 1440: desk, 390: phone } as const;
const themes = ["light", "dark"] as const;
/** What each state asks of the address it begins with. */
const states = { pleine: "", vide: "?scenario=vide", erreur: "?panne=erreur", lente: "", anglais: "" } as const;
type State = keyof typeof states;
const inEnglish = ["Employeurs", "Fiche, fil", "Dossiers, tableau", "Rapport à écrire", "Tableau de bord"];

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

/** Nothing is answered but who one is and the reference lists: the page stays as it is while it waits. */
function holdAnswers() {
	const ask = window.fetch;
	window.fetch = (input, init) => {
		const path = new URL(input instanceof Request ? input.url : input, location.href).pathname;
		return path.includes("/api/") && !/\/(session|session\/people|reference)$/.test(path) ? new Promise(() => {}) : ask(input, init);
	};
}

/** Only a full region has records. */
const concerns = (state: State, page: string, address: string) =>
	state === "anglais" ? inEnglish.includes(page) : state === "pleine" || state === "lente" || !/[0-9a-f]{8}-/.test(address);

async function ready(page: Page, state: State) {
	if (state !== "lente") return settled(page);
	await page.locator("main").waitFor();
	await page.waitForLoadState("networkidle");
}

/** The page is opened once: its database takes longer to wake than four pictures to take. */
async function shoot(page: Page, name: string, state: State): Promise<Shot[]> {
	const shots: Shot[] = [];
	for (const width of [1440, 390] as const) {
		await page.setViewportSize(widths[width]);
		for (const theme of themes) {
			await page.emulateMedia({ colorScheme: theme });
			await ready(page, state);
			const file = fileName([name, width.toString(), theme, state]);
			await page.screenshot({ path: join(folder, file), fullPage: width === 390, animations: "disabled" });
			shots.push({ page: name, width: String(width), theme, state, file });
		}
	}
	await page.setViewportSize(desk);
	await page.emulateMedia({ colorScheme: "light" });
	return shots;
}

async function shootAll(browser: Browser, home: string, pages: Record<string, string>, state: State): Promise<Shot[]> {
	const visitor = await openVisitor(browser, home, { expected: /./ });
	await visitor.page.goto(`/connexion${state === "vide" ? states.vide : ""}`);
	await signIn(visitor.page, "advisor");
	if (state === "lente") await visitor.page.addInitScript(holdAnswers);
	if (state === "anglais") await visitor.page.addInitScript(speakEnglish);
	const shots: Shot[] = [];
	for (const [name, address] of Object.entries(pages)) {
		if (!concerns(state, name, address)) continue;
		await visitor.page.goto(state === "erreur" ? `${address}${address.includes("?") ? "&" : "?"}panne=erreur` : address);
		await ready(visitor.page, state);
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
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const site = await startStatic(join(root, "dist-demo"));
const browser = await launchChromium();
try {
	const pages = await addresses(browser, site.url);
	const shots: Shot[] = [];
	for (const state of Object.keys(states) as State[]) {
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
