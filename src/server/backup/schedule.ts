import { spawn } from "node:child_process";
import { join } from "node:path";
import { hourly } from "../hourly.ts";
import type { Settings } from "../settings.ts";
import { isDue } from "./files.ts";

const command = join(import.meta.dirname, "command.ts");

type Scheduled = {
	log: (entry: object) => void;
	/** Something large is being written: an embedded database copies it while everybody waits. An hour later is soon enough. */
	isBusy: () => boolean;
};

const startBackup = (folder: string, kept: number) =>
	spawn(process.execPath, ["--disable-warning=ExperimentalWarning", command, "backup", `${folder}/`, `--keep=${kept}`], {
		stdio: ["ignore", "ignore", "pipe"],
	});

/** A backup a day, by the same command as a person's, in a process of its own. */
export function scheduleBackups(
	{ backupDir, backupsKept }: Pick<Settings, "backupDir" | "backupsKept">,
	{ log, isBusy }: Scheduled,
	start = startBackup,
): void {
	if (backupDir === null) return;
	let isRunning = false;
	const look = () => {
		if (isRunning || isBusy() || !isDue(backupDir, new Date())) return;
		isRunning = true;
		const child = start(backupDir, backupsKept);
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
