import { EventEmitter } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { scheduleBackups } from "../../src/server/backup/schedule.ts";

const backupDir = mkdtempSync(join(tmpdir(), "jalon-schedule-"));
afterAll(() => {
	vi.useRealTimers();
	rmSync(backupDir, { recursive: true });
});

it("la sauvegarde du jour attend la fin d’une importation, et se fait à l’heure qui suit", async () => {
	vi.useFakeTimers();
	let [isBusy, started] = [true, 0];
	const start = () => {
		started += 1;
		return Object.assign(new EventEmitter(), { stderr: new EventEmitter() });
	};
	scheduleBackups({ backupDir, backupsKept: 7 }, { log: () => undefined, isBusy: () => isBusy }, start as unknown as Parameters<typeof scheduleBackups>[2]);
	await vi.advanceTimersByTimeAsync(10 * 60_000);
	expect(started).toBe(0);
	isBusy = false;
	await vi.advanceTimersByTimeAsync(50 * 60_000);
	expect(started).toBe(1);
});
