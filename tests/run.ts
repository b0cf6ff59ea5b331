/**
 * The test command: `npm test`, or `npm test -- contract` for one suite. It brings what the suites need, says what it
 * had to leave out, prints the seconds of each suite and, alone on the last line, `N passed, N failed`.
 * JALON_STRICT=1 (CI) makes whatever is left out a failure.
 */
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Need = "postgres" | "chromium";
type Suite = {
	name: string;
	needs?: Need[];
	env?: Record<string, string>;
	project?: string;
	/** Only the tests of this folder. */
	within?: string;
	/** Only these files of the project, or all but them. */
	only?: string[];
	allBut?: string[];
	/** It runs beside those that follow, up to one that must be alone. */
	beside?: boolean;
	/** It waits for those beside: its screens must not wait for the processor. */
	alone?: boolean;
	/** Only when it is named, or by `npm run endure`: the check of each day has twenty minutes. */
	onDemand?: boolean;
};

/** Each half has homes of its own: what one person changes, another is not looking at. */
const halfOfBrowser = ["journey", "drag", "keyboard", "first-opening", "live", "urls", "palette", "dashboard", "export", "failure", "outbox", "report"];

/** Undo and history on screen, whose laws are judged each day (rules, contract); every page in English, whose words are (house). */
const longStories = ["browser/history", "browser/languages"];

/** Files some of whose stories wait for a clock, or tell the same in another home (support/long.ts): all of them, on demand. */
const partlyLong = ["browser/journey", "browser/first-opening", "browser/every-page", "browser/outbox"];

/** A disk that fails, a power cut, a region carried whole elsewhere and back, how it opens and refuses to: minutes each, and the code that they judge seldom changes. */
const faults = ["power-cut", "full-disk", "broken-disk", "backup", "doors"];

/** Judged on PostgreSQL each day; on the embedded database, the same engine, what a rule says of a request is asked again on demand. */
const sameOnBoth = [
	...["accounts", "redaction", "serving-", "/visits", "support-cases", "follow-ups", "labour-needs", "dashboard"],
	...["rights/matrix", "imports/", "journal", "laws-reads", "digests", "questionnaire", "my-portfolio", "tours", "hand-overs", "search", "first-steps"],
];

const root = new URL("..", import.meta.url);
process.chdir(root.pathname);
const ledger = mkdtempSync(join(tmpdir(), "jalon-tests-"));
process.env.JALON_TEST_LEDGER = ledger;
/** Data folders that the suites copy: whoever needs one first makes it, for all. */
const prepared = mkdtempSync(join(tmpdir(), "jalon-prepared-"));
process.env.JALON_PREPARED = prepared;
/** Servers are started by the dozen: what one has compiled, the next ones read. */
process.env.NODE_COMPILE_CACHE = join(prepared, "compiled");

// After the ledger is named: what these modules start is written in it.
const { endLedger, onExit } = await import("./support/processes.ts");
const { buildScreens } = await import("./support/screens.ts");
const { findChromium } = await import("./support/chromium.ts");
const { providePostgres, startCluster } = await import("./support/postgres.ts");
const { run, runProject } = await import("./support/vitest-run.ts");

const suites: Suite[] = [
	// The longest, which waits for its servers half of the time: it begins.
	{ name: "durability", needs: ["postgres"], allBut: faults, beside: true },
	{ name: "faults", project: "durability", needs: ["postgres"], only: faults, onDemand: true },
	{ name: "typecheck" },
	{ name: "lint" },
	{ name: "rules" },
	{ name: "house" },
	{ name: "contract", env: { CONTRACT_TARGET: "embedded" }, allBut: sameOnBoth, beside: true },
	{ name: "contract-rest", project: "contract", env: { CONTRACT_TARGET: "embedded" }, only: sameOnBoth, onDemand: true },
	{ name: "contract-postgres", project: "contract", needs: ["postgres"], env: { CONTRACT_TARGET: "postgres" } },
	{ name: "conformance", project: "contract", within: "tests/contract/core", env: { CONTRACT_TARGET: "other-api" } },
	// It counts statements, plans and rows, never milliseconds: others may run beside it.
	{ name: "speed", needs: ["postgres", "chromium"] },
	{ name: "features", needs: ["chromium"], alone: true },
	{ name: "ui", needs: ["chromium"] },
	{ name: "browser", needs: ["chromium"], only: halfOfBrowser, beside: true },
	{ name: "browser-pages", project: "browser", needs: ["chromium"], allBut: [...halfOfBrowser, ...longStories] },
	{ name: "browser-rest", project: "browser", needs: ["chromium"], only: [...longStories, ...partlyLong], env: { JALON_LONG: "1" }, onDemand: true },
];

const strict = process.env.JALON_STRICT === "1";
const [wanted, ...filters] = process.argv.slice(2).filter((argument) => argument !== "--");
const chosen = wanted ? suites.filter(({ name, project }) => name === wanted || project === wanted) : suites.filter(({ onDemand }) => !onDemand);
if (chosen.length === 0) {
	console.error(`No suite is called ${wanted}. They are: ${suites.map(({ name }) => name).join(", ")}.`);
	process.exit(2);
}

onExit(() => {
	endLedger(ledger);
	for (const folder of [ledger, prepared]) rmSync(folder, { recursive: true, force: true });
});

// A signal sent to npm ends npm and its shell, not what they run: an orphan stops by itself.
const parent = process.ppid;
setInterval(() => {
	if (process.ppid !== parent) process.exit(143);
}, 500).unref();

const leftOut: string[] = [];
const seconds: { name: string; seconds: number; passed: number; failed: number }[] = [];
const skipped = new Set<string>();
const ran = new Set<string>();
const total = { passed: 0, failed: 0 };
const missing = new Map<Need, string>();

const one = (code: number) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
const biome = () => run(process.execPath, ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "--no-errors-on-unmatched"]);
const typecheck = () => run(process.execPath, ["node_modules/typescript/bin/tsc", "--noEmit"]);

const filesWithin = (folder: string) =>
	globSync(`${folder}/**/*.test.ts`).filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)));

async function runSuite({ name, project = name, env, needs = [], within, only, allBut }: Suite) {
	if (name === "typecheck") return one(await typecheck());
	if (name === "lint") return one(await biome());
	if (globSync(`tests/${project}/**/*.test.{ts,tsx}`).length === 0) {
		console.log(`${name}: no test file yet, nothing to run`);
		return undefined;
	}
	const isPart = (file: string) => (!only || only.some((word) => file.includes(word))) && !allBut?.some((word) => file.includes(word));
	const wantedFiles = within || only || allBut ? filesWithin(within ?? `tests/${project}`).filter(isPart) : filters;
	if (wantedFiles !== filters && wantedFiles.length === 0) return undefined;
	for (const need of needs) {
		const reason = missing.get(need);
		if (reason) {
			leftOut.push(`suite ${name} — no ${need}: ${reason}`);
			return undefined;
		}
	}
	const outcome = await runProject(project, env, wantedFiles);
	for (const test of outcome.skipped) skipped.add(test);
	for (const test of outcome.ran) ran.add(test);
	return outcome;
}

const exists = (suite: Suite) => globSync(`tests/${suite.project ?? suite.name}/**/*.test.{ts,tsx}`).length > 0;
const needed = (need: Need) => chosen.some((suite) => suite.needs?.includes(need) && exists(suite));

if (needed("chromium")) {
	const found = findChromium();
	if (found.path === null) missing.set("chromium", found.reason);
	else {
		process.env.CHROMIUM_PATH = found.path;
		console.log(`Chromium: ${found.path} (${found.from})`);
	}
}
// The screens are built once, for all who look at them.
if (chosen.some(({ name, project = name }) => project === "browser") && !missing.has("chromium")) {
	await buildScreens();
	process.env.JALON_BUILT = "1";
}
let cluster: Awaited<ReturnType<typeof startCluster>> | undefined;
if (needed("postgres")) {
	const found = providePostgres();
	if (found.bin === null) missing.set("postgres", found.reason);
	else {
		cluster = await startCluster();
		process.env.JALON_TEST_POSTGRES = cluster.adminUrl;
		console.log(`PostgreSQL ${cluster.version}: a throw-away cluster of ${found.bin}`);
	}
}

async function account(suite: Suite) {
	console.log(`\n── ${suite.name}`);
	const start = performance.now();
	const outcome = await runSuite(suite).catch((error: unknown) => {
		console.error(error);
		return { passed: 0, failed: 1 };
	});
	if (!outcome) return;
	total.passed += outcome.passed;
	total.failed += outcome.failed;
	seconds.push({ name: suite.name, seconds: (performance.now() - start) / 1000, passed: outcome.passed, failed: outcome.failed });
}

try {
	const waiting: Promise<void>[] = [];
	for (const suite of chosen) {
		if (suite.beside) {
			waiting.push(account(suite));
			continue;
		}
		if (suite.alone) await Promise.all(waiting);
		await account(suite);
	}
	await Promise.all(waiting);
} finally {
	await cluster?.stop();
}

// A test that holds for one database only is skipped on the other: it is left out when it ran on neither.
for (const test of skipped) if (!ran.has(test)) leftOut.push(`test skipped — ${test}`);

console.log("\n── seconds");
for (const line of seconds) console.log(`${line.seconds.toFixed(1).padStart(7)} s  ${line.name.padEnd(18)} ${line.passed} passed, ${line.failed} failed`);
if (leftOut.length > 0) {
	console.log(`\n!!! LEFT OUT (${leftOut.length})${strict ? " — each counts as a failure here" : ""}`);
	for (const line of leftOut) console.log(`!!! ${line}`);
	if (strict) total.failed += leftOut.length;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
