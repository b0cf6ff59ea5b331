import { spawn } from "node:child_process";

/** A command of the house, as a person runs it. */
export function command(args: string[], env: Record<string, string>): Promise<{ code: number | null; said: string; failed: string }> {
	const { DATABASE_URL: _url, BACKUP_DIR: _folder, ...inherited } = process.env;
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "src/server/backup/command.ts", ...args], {
			stdio: ["ignore", "pipe", "pipe"],
			env: { ...inherited, ...env },
		});
		let [said, failed] = ["", ""];
		child.stdout.on("data", (chunk) => {
			said += chunk;
		});
		child.stderr.on("data", (chunk) => {
			failed += chunk;
		});
		child.once("error", reject);
		child.once("close", (code) => resolve({ code, said, failed: failed.trim() }));
	});
}
