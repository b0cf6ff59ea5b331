import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright";
import { chromiumFlags, findChromium } from "../../support/chromium.ts";
import { onExit } from "../../support/processes.ts";
import { desk, expect } from "./visitor.ts";

const temporary = (name: string) => {
	const folder = mkdtempSync(join(tmpdir(), name));
	onExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	return folder;
};

export const newDisk = () => temporary("jalon-device-");

/** A device with a disk of its own: what a browser keeps there outlives its pages, and the browser. */
export async function openDevice(baseURL: string, disk = newDisk()): Promise<BrowserContext> {
	const found = findChromium();
	if (found.path === null) throw new Error(found.reason);
	const context = await chromium.launchPersistentContext(disk, {
		executablePath: found.path,
		args: chromiumFlags(),
		baseURL,
		viewport: desk,
		locale: "fr-CA",
		timezoneId: "America/Toronto",
		reducedMotion: "reduce",
	});
	context.setDefaultTimeout(60_000);
	return context;
}

/** How many records of a collection this device holds for whoever it is of; for anybody where it keeps no screens. */
export const heldOn = (page: Page, collection: string): Promise<number> =>
	page.evaluate(async (wanted) => {
		if (!(await indexedDB.databases()).some(({ name }) => name === "jalon-device")) return 0;
		return new Promise<number>((resolve, reject) => {
			const opening = indexedDB.open("jalon-device");
			opening.onerror = () => reject(opening.error);
			opening.onsuccess = () => {
				const db = opening.result;
				const all = db.transaction("records").objectStore("records").getAll();
				all.onsuccess = () => {
					db.close();
					const { personId: holder } = JSON.parse(localStorage.getItem("jalon.device") ?? "{}") as { personId?: string };
					const held = all.result as { collection: string; personId: string }[];
					resolve(held.filter(({ collection: one, personId }) => one === wanted && (holder === undefined || personId === holder)).length);
				};
			};
		});
	}, collection);

/** The screens are on the device and their worker answers for them; the portfolio is there too (three indexes: of what was read, of the portfolio, and what is one's own). */
export async function waitUntilKept(page: Page): Promise<void> {
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
	await expect.poll(() => heldOn(page, "lists")).toBeGreaterThanOrEqual(3);
}

/** All that this device holds in its databases and caches, as whoever takes the disk would read it; and the addresses that are cached. */
export const whatLiesOn = (page: Page): Promise<{ text: string; cached: string[] }> =>
	page.evaluate(async () => {
		const texts: string[] = [];
		const read = (value: unknown): void => {
			if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
				texts.push(new TextDecoder().decode(value), new TextDecoder("latin1").decode(value), new TextDecoder("utf-16").decode(value));
			else if (typeof value === "object" && value !== null) Object.values(value).forEach(read);
			else texts.push(String(value));
		};
		for (const { name = "" } of await indexedDB.databases())
			await new Promise<void>((resolve) => {
				const opening = indexedDB.open(name);
				opening.onsuccess = () => {
					const db = opening.result;
					const stores = [...db.objectStoreNames];
					let left = stores.length;
					if (left === 0) resolve();
					for (const store of stores) {
						const all = db.transaction(store).objectStore(store).getAll();
						all.onsuccess = () => {
							all.result.forEach(read);
							left -= 1;
							if (left > 0) return;
							db.close();
							resolve();
						};
					}
				};
			});
		const cached: string[] = [];
		for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) cached.push(url);
		return { text: texts.join("\n"), cached };
	});

/** The screens as a deployment would change them: the same, under another name. */
export function anotherVersion(dist: string): string {
	const folder = temporary("jalon-version-");
	cpSync(dist, folder, { recursive: true });
	const [, hash = ""] = /assets\/index-([\w-]+)\.js/.exec(readFileSync(join(folder, "index.html"), "utf8")) ?? [];
	const other = `${hash.slice(0, -2)}zz`;
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name);
		if (!entry.isFile() || !/\.(js|html|css)$/.test(entry.name)) continue;
		const text = readFileSync(path, "utf8");
		if (text.includes(hash)) writeFileSync(path, text.replaceAll(hash, other));
		if (entry.name.includes(hash)) renameSync(path, join(entry.parentPath, entry.name.replace(hash, other)));
	}
	return folder;
}
