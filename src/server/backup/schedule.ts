import { spawn } from "node:child_process";
import { join } from "node:path";
import { hourly } from "../hourly.ts";
import type { Settings } from "../settings.ts";
import { isDue } from "./files.ts";

const command = join(import.meta.dirname, "command.ts");

/** A backup a day, by the same command as a person's, in a process of its own: nobody waits for it. */
export function scheduleBackups({ backupDir, backupsKept }: Settings, log: (entry: object) => void): void {
	if (backupDir === null) return;
	let isRunning = false;
	const look = () => {
		if (isRunning || !isDue(backupDir, new Date())) return;
		isRunning = true;
		const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", command, "backup", `${backupDir}/`, `--keep=${backupsKept}`], {
			stdio: ["ignore", "ignore", "pipe"],
		});
		let said = "";
		child.stderr.on("data", (chunk) => {
			said = (said + chunk).slice(-2000);
		});
		child.once("error", (error: NodeJS.ErrnoException) => {
			isRunning = false;
			log({ level: "error", message: "the daily backup could not start", code: error.code });
		});
		child.once("close", (code) => {
			isRunning = false;
			if (code === 0 && said) log({ level: "error", message: `backup kept in ${backupDir}, but ${said.trim()}` });
			else log(code === 0 ? { level: "info", message: `backup kept in ${backupDir}` } : { level: "error", message: `the daily backup failed: ${said.trim()}` });
		});
	};
	hourly(look);
}
