import { createWriteStream, rmSync } from "node:fs";
import { rename } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { syncParent } from "../embedded/sync-tree.ts";
import { StartRefusal } from "../start-refusal.ts";
import { readMigrationNames, readSequences, readTables } from "./catalogue.ts";
import type { Connection } from "./connection.ts";
import { DamagedBackup } from "./damaged.ts";
import { addContents, type DocumentSum, readContents } from "./documents.ts";
import { linesOf, type Sum, sameEverywhere, summing } from "./rows.ts";
import { readTar, type TarEntry, TarWriter } from "./tar.ts";

const format = 1;
export type About = { format: number; createdAt: string; migrations: string[]; tables: string[] };
export type Checksums = {
	finishedAt: string;
	tables: Record<string, Sum>;
	sequences: Record<string, string> /** None in what was made before documents were kept. */;
	documents?: DocumentSum;
};

/** Row security shows each its own rows, without a word: only the owner, or who is above it, sees them all. */
async function refusePartialView({ query }: Connection) {
	const { rows } = await query(`select count(*) as hidden from pg_class c cross join pg_roles r where r.rolname = current_user
		and c.relnamespace = 'public'::regnamespace and c.relrowsecurity and c.relowner <> r.oid and not r.rolsuper and not r.rolbypassrls`);
	if (Number(rows[0]?.hidden) > 0) throw new StartRefusal("This account does not see every row: give DATABASE_ADMIN_URL, the owner of the database.");
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, "\t")}\n`);

/**
 * Writes `path`: a tar of `jalon.json` (what it is, which migrations), one `tables/NAME.ndjson.gz` per table, the contents of documents under
 * their own hash (none without a `documentsDir`), and `checksums.json` last. One snapshot; complete under its name, or not there. The connection is closed.
 */
export async function writeArchive(
	connection: Connection,
	path: string,
	documentsDir: string | null = null,
	now: () => Date = () => new Date(),
): Promise<Checksums> {
	const partial = `${path}.partial`;
	const part = `${path}.table`;
	rmSync(partial, { force: true });
	const tar = await TarWriter.create(partial, now());
	try {
		await connection.exec(`begin isolation level repeatable read read only; ${sameEverywhere}`);
		await refusePartialView(connection);
		const migrations = await readMigrationNames(connection);
		if (migrations.length === 0) throw new StartRefusal("There is no Jalon in this database: nothing to back up.");
		const tables = await readTables(connection);
		const about: About = { format, createdAt: now().toISOString(), migrations, tables: tables.map(({ name }) => name) };
		await tar.add("jalon.json", json(about));
		const sums: Record<string, Sum> = {};
		for (const table of tables) {
			const sum = summing();
			const lines = async function* () {
				for await (const some of linesOf(connection, table)) {
					sum.add(some);
					yield `${some.join("\n")}\n`;
				}
			};
			await pipeline(lines, createGzip({ level: 3 }), createWriteStream(part, { mode: 0o600 }));
			await tar.add(`tables/${table.name}.ndjson.gz`, { path: part });
			sums[table.name] = sum.end();
		}
		const sequences = await readSequences(connection, tables);
		const contents = documentsDir === null ? [] : await readContents(connection);
		await connection.exec("commit");
		// Closing writes a last time in an embedded folder: what is finished afterwards is known to hold all of it.
		await connection.close();
		const documents = await addContents(tar, documentsDir ?? "", contents);
		const checksums: Checksums = { finishedAt: now().toISOString(), tables: sums, sequences, documents };
		await tar.add("checksums.json", json(checksums));
		await tar.finish();
		await rename(partial, path);
		if (process.platform !== "win32") syncParent(path);
		return checksums;
	} catch (error) {
		await tar.abandon();
		rmSync(partial, { force: true });
		throw error;
	} finally {
		rmSync(part, { force: true });
	}
}

async function readJson<T>(entry: TarEntry): Promise<T> {
	const chunks: Buffer[] = [];
	for await (const chunk of entry.read()) chunks.push(chunk as Buffer);
	return JSON.parse(Buffer.concat(chunks).toString()) as T;
}

/** What a backup says of itself; refused in words when it is none, is damaged, or comes from a newer Jalon. */
export async function readAbout(path: string, known: string[]): Promise<About> {
	for await (const entry of readTar(path)) {
		if (entry.name !== "jalon.json") break;
		const about = await readJson<About>(entry).catch(() => {
			throw new DamagedBackup(`The backup ${path} is damaged: jalon.json cannot be read.`);
		});
		const unknown = about.migrations.filter((name) => !known.includes(name));
		if (about.format > format || unknown.length > 0)
			throw new StartRefusal(`The backup ${path} was made by a newer Jalon (${unknown.join(", ") || `format ${about.format}`}). Install that version first.`);
		return about;
	}
	throw new DamagedBackup(`The file ${path} is not a backup of Jalon.`);
}

/** The last entry of a whole backup. */
export async function readChecksums(path: string): Promise<Checksums> {
	for await (const entry of readTar(path)) if (entry.name === "checksums.json") return readJson<Checksums>(entry);
	throw new DamagedBackup(`The backup ${path} is cut short: its checksums are missing.`);
}

/** By line feeds only: node:readline also cuts at U+2028, which a person may paste in a note. */
async function* linesIn(stream: AsyncIterable<unknown>): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let kept = "";
	for await (const chunk of stream) {
		const lines = (kept + decoder.decode(chunk as Uint8Array, { stream: true })).split("\n");
		kept = lines.pop() ?? "";
		yield* lines;
	}
	if (kept) yield kept;
}

const linesAtOnce = 500;
const bytesAtOnce = 1_000_000;

/** The tables of a backup in order, each as batches of lines. */
export async function* readArchiveTables(path: string): AsyncGenerator<{ name: string; batches(): AsyncGenerator<string[]> }> {
	for await (const entry of readTar(path)) {
		const name = /^tables\/(.+)\.ndjson\.gz$/.exec(entry.name)?.[1];
		if (!name) continue;
		yield {
			name,
			async *batches() {
				const unzipped = createGunzip();
				const reading = pipeline(entry.read(), unzipped);
				reading.catch(() => undefined);
				let batch: string[] = [];
				let bytes = 0;
				try {
					for await (const line of linesIn(unzipped)) {
						batch.push(line);
						bytes += line.length;
						if (batch.length < linesAtOnce && bytes < bytesAtOnce) continue;
						yield batch;
						batch = [];
						bytes = 0;
					}
					await reading;
				} catch {
					throw new DamagedBackup(`The backup ${path} is damaged: the table ${name} cannot be read.`);
				}
				if (batch.length > 0) yield batch;
			},
		};
	}
}
