/**
 * `npm run sabotage`: breaks one line at a time in a private copy and asks the named test to turn red.
 * A breakage that no test sees is a hole in the tests. `npm run sabotage -- idempotency` runs those whose name matches.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findChromium } from "../support/chromium.ts";
import { type Breakage, breakages } from "./breakages.ts";

const root = join(import.meta.dirname, "../..");
const wanted = process.argv[2];
const chosen = wanted ? breakages.filter(({ name }) => name.includes(wanted)) : breakages;
const copy = mkdtempSync(join(tmpdir(), "jalon-sabotage-"));
process.once("exit", () => rmSync(copy, { recursive: true, force: true }));

const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" })
	.split("\0")
	.filter(Boolean);
for (const file of files) {
	if (!existsSync(join(root, file))) continue;
	mkdirSync(dirname(join(copy, file)), { recursive: true });
	cpSync(join(root, file), join(copy, file));
}
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
// The house asks git which files there are.
for (const command of [
	["init", "-q"],
	["add", "-A"],
])
	execFileSync("git", command, { cwd: copy });

const chromium = findChromium();
const env = { ...process.env, ...(chromium.path === null ? {} : { CHROMIUM_PATH: chromium.path }) };

type Report = { testResults: { message?: string; status: string; assertionResults: { fullName: string; status: string }[] }[] };

function redTests({ project, test, env: more }: Breakage): string[] {
	const report = join(copy, "report.json");
	rmSync(report, { force: true });
	spawnSync(
		process.execPath,
		["node_modules/vitest/vitest.mjs", "run", "--config", "tests/vitest.config.ts", "--project", project, "--reporter=json", `--outputFile=${report}`, test],
		{ cwd: copy, env: { ...env, ...more }, stdio: "ignore", timeout: 900_000 },
	);
	if (!existsSync(report)) {
		console.log("    no report: the tests did not end");
		return [];
	}
	const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
	// A file that could not even begin has judged nothing: it is said, and counts as not seen.
	for (const { message } of testResults.filter(
		({ assertionResults, status }) => status === "failed" && !assertionResults.some((one) => one.status === "failed"),
	))
		console.log(`    could not begin: ${message?.slice(0, 300)}`);
	return testResults.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => fullName));
}

let unseen = 0;
for (const breakage of chosen) {
	const path = join(copy, breakage.file);
	const before = readFileSync(path, "utf8");
	if (before.split(breakage.find).length !== 2) {
		unseen += 1;
		console.log(`✗ ${breakage.name}: the line to break is not in ${breakage.file}`);
		continue;
	}
	// A function, so that a `$` of the code stays a `$`.
	writeFileSync(
		path,
		before.replace(breakage.find, () => breakage.replace),
	);
	const red = redTests(breakage).filter((title) => title.includes(breakage.title));
	writeFileSync(path, before);
	if (red.length === 0) unseen += 1;
	console.log(
		red.length > 0
			? `✓ ${breakage.name}\n    red: ${red[0]}${red.length > 1 ? ` (and ${red.length - 1} more)` : ""}`
			: `✗ ${breakage.name}: no test of ${breakage.project}/${breakage.test} turned red`,
	);
}
console.log(`\n${chosen.length - unseen} breakages seen, ${unseen} not seen`);
process.exitCode = unseen > 0 || chosen.length === 0 ? 1 : 0;
