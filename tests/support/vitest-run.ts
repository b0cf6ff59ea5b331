import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onExit } from "./processes.ts";

export type Outcome = { passed: number; failed: number; skipped: string[]; ran: string[] };

type Report = {
	numPassedTests: number;
	numFailedTests: number;
	testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[];
};

/** Runs a program in the foreground, its output on ours; resolves with its exit code. */
export const run = (program: string, args: string[], env: Record<string, string> = {}) =>
	new Promise<number>((resolve, reject) => {
		const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } });
		const end = () => child.kill("SIGTERM");
		process.once("exit", end);
		child.once("error", reject);
		child.once("close", (code) => {
			process.off("exit", end);
			resolve(code ?? 1);
		});
	});

/** One Vitest project, counted from Vitest's own report, not from what it prints. */
export async function runProject(project: string, env: Record<string, string> = {}, filters: string[] = []): Promise<Outcome> {
	const folder = mkdtempSync(join(tmpdir(), "jalon-report-"));
	const file = join(folder, "report.json");
	const remove = () => rmSync(folder, { recursive: true, force: true });
	onExit(remove);
	try {
		const code = await run(
			process.execPath,
			[
				"node_modules/vitest/vitest.mjs",
				"run",
				"--config",
				"tests/vitest.config.ts",
				"--project",
				project,
				"--reporter=default",
				"--reporter=json",
				`--outputFile.json=${file}`,
				...filters,
			],
			env,
		);
		if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [], ran: [] };
		const report = JSON.parse(readFileSync(file, "utf8")) as Report;
		const tests = report.testResults.flatMap((result) => result.assertionResults);
		// A file that does not load has no test to fail, and must still count.
		const brokenFiles = report.testResults.filter(
			(result) => result.status === "failed" && !result.assertionResults.some((test) => test.status === "failed"),
		).length;
		const failed = report.numFailedTests + brokenFiles;
		return {
			passed: report.numPassedTests,
			// An error outside any test (an unhandled rejection) shows in the exit code only.
			failed: code !== 0 && failed === 0 ? 1 : failed,
			skipped: tests.filter((test) => test.status !== "passed" && test.status !== "failed").map((test) => test.fullName),
			ran: tests.filter((test) => test.status === "passed" || test.status === "failed").map((test) => test.fullName),
		};
	} finally {
		remove();
	}
}
