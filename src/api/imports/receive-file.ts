import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { type Kysely, sql, type Transaction } from "kysely";
import type { LocalDate } from "#contract/primitives.ts";
import { Refusal } from "../refusal.ts";
import { addDays } from "../rules/calendar.ts";
import type { Tables } from "../sql/tables.ts";
import { kindOf } from "./file-kind.ts";
import { inPieces } from "./file-pieces.ts";

/** Its rows and its file; what it wrote is in the journal for good. */
const keptDays = 90;
/** Of a file that stopped coming, nothing is worth more. */
const keptUnfinishedDays = 1;

export type Receiving = {
	inRegion<T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T>;
	newId(): string;
	breathe(): Promise<void>;
};
export type IncomingFile = {
	id: string;
	regionCode: string;
	personId: string;
	role: string;
	target: string;
	fileName: string;
	createdAt: Date;
	today: LocalDate;
};

/**
 * Keeps a file as it comes, a small piece in each transaction: 25 MB never stand in memory, and nobody waits for them to be written. Until the last piece it is seen by
 * nobody. Sent again under the same id, it is kept once; half a file is received anew, and whoever was still bringing the former half is refused.
 */
export async function receiveFile({ inRegion, newId, breathe }: Receiving, file: IncomingFile, chunks: AsyncIterable<Uint8Array>): Promise<void> {
	const hash = sha256.create();
	const turn = newId();
	let [position, size, isKept] = [0, 0, false];
	for await (const piece of inPieces(chunks)) {
		if (position === 0) isKept = (await inRegion((db) => open(db, file, kindOf(piece), turn))) === "kept";
		hash.update(piece);
		const at = position;
		if (!isKept) await inRegion((db) => keep(db, file, { turn, at, piece }));
		position += 1;
		size += piece.byteLength;
		// The next piece would take the engine before whoever waited for this one.
		await breathe();
	}
	// Nothing came: refused as an empty file is.
	if (position === 0) kindOf(new Uint8Array());
	await inRegion((db) => (isKept ? requireSame : close)(db, file, { turn, size, hash: bytesToHex(hash.digest()) }));
}

/** A place for it: new, or that of the half that came before. `kept`: it is there already, under the same words. */
async function open(db: Kysely<Tables>, { id, ...file }: IncomingFile, format: "csv" | "xlsx", turn: string): Promise<"open" | "kept"> {
	const added = await db
		.insertInto("import")
		.values({
			id,
			region_code: file.regionCode,
			target: file.target,
			file_name: file.fileName,
			file_size: 0,
			file_hash: "",
			format,
			state: "receiving",
			created_by: file.personId,
			created_at: file.createdAt.toISOString(),
			kept_until: addDays(file.today, keptUnfinishedDays),
			asked_by: file.personId,
			asked_role: file.role,
			sheets: "[]",
			columns: "[]",
			counts: "{}",
			lease_owner: turn,
		})
		.onConflict((conflict) => conflict.column("id").doNothing())
		.returning("id")
		.executeTakeFirst();
	if (added) return "open";
	const former = await db.selectFrom("import").select(["created_by", "state", "target", "file_name"]).where("id", "=", id).forUpdate().executeTakeFirst();
	if (!former || former.created_by !== file.personId || former.target !== file.target || former.file_name !== file.fileName) throw new Refusal("key-reused");
	if (former.state !== "receiving") return "kept";
	await db.deleteFrom("import_piece").where("import_id", "=", id).execute();
	await db.updateTable("import").set({ format, lease_owner: turn }).where("id", "=", id).execute();
	return "open";
}

async function keep(db: Kysely<Tables>, { id, regionCode }: IncomingFile, { turn, at, piece }: { turn: string; at: number; piece: Uint8Array }): Promise<void> {
	const { rows } = await sql`insert into import_piece (import_id, position, region_code, bytes)
		select i.id, ${at}::int, ${regionCode}, ${piece}::bytea from import i where i.id = ${id} and i.state = 'receiving' and i.lease_owner = ${turn}::uuid for share returning 1`.execute(
		db,
	);
	if (rows.length === 0) throw new Refusal("conflict");
}

type Whole = { turn: string; size: number; hash: string };

/** It is whole: it may be read. */
async function close(db: Kysely<Tables>, { id, today }: IncomingFile, { turn, size, hash }: Whole): Promise<void> {
	const closed = await db
		.updateTable("import")
		.set({ state: "reading", file_size: size, file_hash: hash, kept_until: addDays(today, keptDays), lease_owner: null })
		.where("id", "=", id)
		.where("state", "=", "receiving")
		.where("lease_owner", "=", turn)
		.returning("id")
		.executeTakeFirst();
	if (!closed) throw new Refusal("conflict");
}

async function requireSame(db: Kysely<Tables>, { id }: IncomingFile, { hash }: Whole): Promise<void> {
	const kept = await db.selectFrom("import").select("file_hash").where("id", "=", id).executeTakeFirst();
	if (kept?.file_hash !== hash) throw new Refusal("key-reused");
}
