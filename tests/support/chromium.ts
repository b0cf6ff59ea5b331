import { spawnSync } from "node:child_process";
import { chromium } from "playwright";
import { canInstall, findProgram, installPackages, isProgram, isRoot } from "./system.ts";

/** Debian's package without a window comes first: the same engine, and a page takes half the processor's time (Playwright's own choice too). */
const names = [
	"chromium-headless-shell",
	"chromium",
	"chromium-browser",
	"google-chrome",
	"google-chrome-stable",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const packages = ["chromium-headless-shell", "chromium"];

/** A browser under test speaks to nobody but the server under test. */
export const chromiumFlags = () => [
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--no-first-run",
	"--disable-quic",
	"--disable-gpu",
	...(isRoot() ? ["--no-sandbox"] : []),
];

export type FoundChromium = { path: string; from: string } | { path: null; reason: string };

const playwrightsOwn = () => {
	const path = chromium.executablePath();
	return isProgram(path) ? { path, from: "Playwright" } : undefined;
};

function search(): FoundChromium | undefined {
	const wanted = process.env.CHROMIUM_PATH;
	if (wanted) return isProgram(wanted) ? { path: wanted, from: "CHROMIUM_PATH" } : { path: null, reason: `CHROMIUM_PATH names no program: ${wanted}` };
	const system = findProgram(names);
	return system ? { path: system, from: "the system" } : playwrightsOwn();
}

/** The system's Chromium or Chrome; else its package, where it may be installed; else Playwright's own; else why there is none. */
export function findChromium(): FoundChromium {
	const found = search();
	if (found) return found;
	const reasons: string[] = [];
	if (canInstall()) {
		for (const name of packages) {
			const failure = installPackages(name);
			const installed = findProgram(names);
			if (installed) return { path: installed, from: "a package just installed" };
			reasons.push(failure ?? `the package ${name} brings no program`);
		}
	}
	console.log("playwright install chromium…");
	const download = spawnSync(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"], {
		stdio: ["ignore", "ignore", "pipe"],
		encoding: "utf8",
	});
	const own = playwrightsOwn();
	if (own) return own;
	const complaint = download.stderr
		?.split("\n")
		.find((line) => /error|fail/i.test(line))
		?.trim();
	reasons.push(`playwright install chromium: ${complaint ?? "failed"}`);
	return { path: null, reason: reasons.join("; ") };
}

/** One browser for a test file: `const browser = await launchChromium()`, closed by the file. */
export function launchChromium() {
	const found = findChromium();
	if (found.path === null) throw new Error(found.reason);
	return chromium.launch({ executablePath: found.path, args: chromiumFlags() });
}
