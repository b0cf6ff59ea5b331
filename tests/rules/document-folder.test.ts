import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { documentFolder, incomingOf, placeOf } from "../../src/server/document-folder.ts";
import { faultsOfDocuments, sweepDocuments } from "../../src/server/document-upkeep.ts";

const folder = mkdtempSync(join(tmpdir(), "jalon-documents-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = documentFolder(folder);
const now = new Date();
const twoDaysAgo = new Date(now.getTime() - 2 * 86_400_000);
const bytes = (text: string) => new TextEncoder().encode(text);

async function keep(text: string): Promise<string> {
	const received = await store.receive([bytes(text)]);
	await received.keep();
	await received.drop();
	return received.sha256;
}
/** What the database names: the second time it is asked, under the lock, somebody may have named more. */
const naming = (named: string[], underLock = named) => ({
	query: async (sql: string) => ({ rows: /to_regclass/.test(sql) ? [{ exists: true }] : named.map((sha256) => ({ sha256 })) }),
	atOnce: async <T>(work: (once: (sql: string) => Promise<{ rows: Record<string, unknown>[] }>) => Promise<T>) =>
		work(async () => ({ rows: underLock.map((sha256) => ({ sha256 })) })),
});

it("un contenu est un fichier sous son empreinte, une seule fois, et un envoi coupé n’en laisse aucun", async () => {
	const sha256 = await keep("Entente");
	expect(sha256).toBe(createHash("sha256").update("Entente").digest("hex"));
	expect(await keep("Entente")).toBe(sha256);
	expect(await (await store.open(sha256))?.text()).toBe("Entente");
	expect(await store.open("0".repeat(64))).toBeNull();
	async function* cut() {
		yield bytes("Le début");
		throw new Error("cut");
	}
	await expect(store.receive(cut())).rejects.toThrow("cut");
	expect(readdirSync(incomingOf(folder))).toEqual([]);
});

it("ce que personne n’a nommé part après un jour ; ce que le journal nomme reste, et ce qui vient d’être nommé aussi", async () => {
	const [named, orphan, late, young] = await Promise.all(["nommé", "orphelin", "nommé entre-temps", "d’aujourd’hui"].map(keep));
	for (const sha256 of [named, orphan, late]) utimesSync(join(folder, placeOf(String(sha256))), twoDaysAgo, twoDaysAgo);
	const cut = join(incomingOf(folder), "coupé");
	writeFileSync(cut, "x");
	utimesSync(cut, twoDaysAgo, twoDaysAgo);
	expect(await sweepDocuments(folder, naming([String(named)], [String(named), String(late)]), now)).toBe(1);
	expect([named, orphan, late, young].map((sha256) => existsSync(join(folder, placeOf(String(sha256)))))).toEqual([true, false, true, true]);
	expect(existsSync(cut)).toBe(false);
});

it("un contenu perdu est dit aussitôt, un contenu abîmé dans la semaine", async () => {
	const [whole, rotten] = [await keep("entier"), await keep("abîmé")];
	writeFileSync(join(folder, placeOf(rotten)), "abime");
	const lost = "f".repeat(64);
	const damaged = new Set<string>();
	for (let hour = 0; hour < 168; hour += 1) {
		const faults = await faultsOfDocuments(folder, naming([whole, rotten, lost]), new Date(now.getTime() + hour * 3_600_000));
		expect(faults.missing).toEqual([lost]);
		for (const sha256 of faults.damaged) damaged.add(sha256);
	}
	expect([...damaged]).toEqual([rotten]);
});
