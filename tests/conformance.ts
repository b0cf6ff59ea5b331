/**
 * `npm run conformance -- URL [--core]`: the project's contract tests, run against any address, and what each of them
 * found. URL ends in the API's base path (`https://example.org/autre/api`); without one, the API is at /api. The tests
 * write: give them an instance made for that. The exit code is 1 when the published core does not hold.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { onExit } from "./support/processes.ts";

type Test = { ancestorTitles: string[]; title: string; status: string; failureMessages: string[] };
type File = { name: string; status: string; message: string; assertionResults: Test[] };
type Promised = { title: string; held: boolean; why: string };

const root = new URL("..", import.meta.url).pathname;
process.chdir(root);
const core = "tests/contract/core/";

const [address, ...options] = process.argv.slice(2).filter((argument) => argument !== "--");
if (!address || !/^https?:\/\//.test(address) || options.some((option) => option !== "--core")) {
	console.error("npm run conformance -- URL [--core]\nURL is where an API answers: http://127.0.0.1:8080, or http://127.0.0.1:1234/autre/api.");
	process.exit(2);
}
const target = address.replace(/\/$/, "");
const health = `${new URL(target).pathname === "/" ? `${target}/api` : target}/health`;
const found = await fetch(health, { signal: AbortSignal.timeout(10_000) }).then(
	({ status }) => `answers ${status}`,
	(error: Error) => `does not answer (${error.message})`,
);
if (found !== "answers 200") {
	console.error(`${health} ${found}: there is nothing to judge.`);
	process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "jalon-conformance-"));
onExit(() => rmSync(folder, { recursive: true, force: true }));
const report = join(folder, "report.json");
console.info(`Judging ${target}${options.includes("--core") ? ", the core only" : ""}…`);
const vitest = [
	"node_modules/vitest/vitest.mjs",
	"run",
	"--config",
	"tests/vitest.config.ts",
	"--project",
	"contract",
	"--reporter=json",
	`--outputFile=${report}`,
];
const { stdout, stderr } = spawnSync(process.execPath, [...vitest, ...(options.includes("--core") ? [core] : [])], {
	env: { ...process.env, CONTRACT_TARGET: target },
	stdio: ["ignore", "pipe", "pipe"],
	encoding: "utf8",
});
if (!existsSync(report)) {
	console.error(`${stdout}${stderr}`);
	process.exit(2);
}

const firstLine = (message: string | undefined) =>
	(message ?? "")
		.split("\n")
		.find((line) => line.trim() !== "")
		?.slice(0, 200) ?? "";

/** What a file could not begin (its preparation failed) does not hold; what is only for another database is left aside. */
function promisesOf({ status, message, assertionResults }: File): Promised[] {
	const judged = assertionResults.filter((test) => status === "failed" || test.status === "passed" || test.status === "failed");
	if (judged.length === 0 && status === "failed") return [{ title: "the file runs", held: false, why: firstLine(message) }];
	return judged.map((test) => ({
		title: [...test.ancestorTitles, test.title].join(" › ").replaceAll(/\s*\n\s*/g, " "),
		held: test.status === "passed",
		why: firstLine(test.failureMessages[0] ?? message),
	}));
}

const files = (JSON.parse(readFileSync(report, "utf8")) as { testResults: File[] }).testResults
	.map((file) => ({ name: relative(root, file.name).replaceAll("\\", "/"), promises: promisesOf(file) }))
	.sort((a, b) => Number(b.name.startsWith(core)) - Number(a.name.startsWith(core)) || (a.name < b.name ? -1 : 1));

for (const { name, promises } of files) {
	console.info(`\n${name}`);
	for (const { title, held, why } of promises) console.info(held ? `  ✓ ${title}` : `  ✗ ${title}\n      ${why}`);
}

const count = (judged: typeof files) => {
	const promises = judged.flatMap((file) => file.promises);
	const held = promises.filter((promise) => promise.held).length;
	return { held, not: promises.length - held };
};
const ofCore = count(files.filter(({ name }) => name.startsWith(core)));
const all = count(files);
console.info(`\ncore: ${ofCore.held} held, ${ofCore.not} not held · all: ${all.held} held, ${all.not} not held`);
process.exitCode = ofCore.not > 0 || ofCore.held === 0 ? 1 : 0;
