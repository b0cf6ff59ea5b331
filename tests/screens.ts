/**
 * `npm run screens`: every page at 1440 and 390 px, light and dark, full, empty and in error, as pictures with an index.
 * They are written in `screens/`, which git ignores: they are made to be looked at, then made again.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright";
import { everyPage, settled } from "./browser/support/pages.ts";
import { signIn } from "./browser/support/session.ts";
import { startStatic } from "./browser/support/static.ts";
import { desk, openVisitor, phone } from "./browser/support/visitor.ts";
import { launchChromium } from "./support/chromium.ts";

const root = join(import.meta.dirname, "..");
const folder = join(root, "screens");
const widths = { 1440: desk, 390: phone } as const;
const themes = ["light", "dark"] as const;
const states = { pleine: "", vide: "?scenario=vide", erreur: "?panne=erreur" } as const;

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

async function shoot(
	browser: Browser,
	home: string,
	pages: Record<string, string>,
	width: keyof typeof widths,
	theme: (typeof themes)[number],
	state: keyof typeof states,
): Promise<Shot[]> {
	const visitor = await openVisitor(browser, home, { viewport: widths[width], colorScheme: theme, expected: /./ });
	await visitor.page.goto(`/connexion${state === "vide" ? states.vide : ""}`);
	await signIn(visitor.page, "advisor");
	const shots: Shot[] = [];
	for (const [page, address] of Object.entries(pages)) {
		if (state !== "pleine" && /[0-9a-f]{8}-/.test(address)) continue;
		await visitor.page.goto(state === "erreur" ? `${address}${address.includes("?") ? "&" : "?"}panne=erreur` : address);
		await settled(visitor.page);
		const file = fileName([page, width.toString(), theme, state]);
		await visitor.page.screenshot({ path: join(folder, file), fullPage: width === 390 });
		shots.push({ page, width: String(width), theme, state, file });
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
	for (const state of Object.keys(states) as (keyof typeof states)[])
		for (const width of [1440, 390] as const)
			for (const theme of themes) {
				shots.push(...(await shoot(browser, site.url, pages, width, theme, state)));
				console.log(`${shots.length} screens (${width} px, ${theme}, ${state})`);
			}
	writeFileSync(join(folder, "index.html"), indexOf(shots));
	console.log(`Look at ${join(folder, "index.html")}`);
} finally {
	await browser.close();
	await site.stop();
}
