import { type Checksums, readArchiveTables, readChecksums } from "./archive.ts";
import { DamagedBackup } from "./damaged.ts";
import { verifyContents } from "./documents.ts";
import { type Sum, summing } from "./rows.ts";

/** What was read must be what was written. */
export function expectSum(path: string, { tables }: Checksums, name: string, { rows, sha256 }: Sum) {
	const written = tables[name];
	if (!written) throw new DamagedBackup(`The backup ${path} has a table too many: ${name}.`);
	if (sha256 !== written.sha256 || rows !== written.rows)
		throw new DamagedBackup(`The backup ${path} is damaged: the checksum of the table ${name} is not the one that was written.`);
}

export function expectWhole(path: string, { tables }: Checksums, read: Set<string>) {
	for (const name of Object.keys(tables)) if (!read.has(name)) throw new DamagedBackup(`The backup ${path} is cut short: the table ${name} is missing.`);
}

/** Reads a backup from end to end: a damaged one is refused before any database is made or touched. */
export async function verifyArchive(path: string): Promise<void> {
	const checksums = await readChecksums(path);
	const read = new Set<string>();
	for await (const { name, batches } of readArchiveTables(path)) {
		const sum = summing();
		for await (const lines of batches()) sum.add(lines);
		expectSum(path, checksums, name, sum.end());
		read.add(name);
	}
	expectWhole(path, checksums, read);
	await verifyContents(path, checksums.documents);
}
