import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "../sql/tables.ts";

/** Small: on the embedded database, whoever asks meanwhile waits for one of them. */
export const pieceBytes = 32_768;

/** A file in pieces, each its own transaction: nobody waits for 25 MB to be written. Kept twice, it is kept once. */
export async function keepPieces(
	inRegion: <T>(work: (db: Transaction<Tables>) => Promise<T>) => Promise<T>,
	{ id, regionCode }: { id: string; regionCode: string },
	bytes: Uint8Array,
	breathe: () => Promise<void>,
): Promise<void> {
	for (let position = 0; position * pieceBytes < bytes.byteLength; position += 1) {
		const piece = bytes.slice(position * pieceBytes, (position + 1) * pieceBytes);
		await inRegion((db) =>
			db
				.insertInto("import_piece")
				.values({ import_id: id, position, region_code: regionCode, bytes: piece })
				.onConflict((conflict) => conflict.columns(["import_id", "position"]).doNothing())
				.execute(),
		);
		// The next piece would take the engine before whoever waited for this one.
		await breathe();
	}
}

/** The kept file, read from any place; one piece at a time is in memory. */
export class KeptFile {
	readonly size: number;
	readonly #read: (position: number) => Promise<Uint8Array>;
	/** As it was cut when it came, were it by another version. */
	#pieceBytes: number | null = null;
	#piece: { position: number; bytes: Uint8Array } | null = null;
	constructor(size: number, read: (position: number) => Promise<Uint8Array>) {
		this.size = size;
		this.#read = read;
	}

	async #pieceAt(position: number): Promise<Uint8Array> {
		if (this.#piece?.position !== position) this.#piece = { position, bytes: await this.#read(position) };
		return this.#piece.bytes;
	}

	async #bytesOfPieces(): Promise<number> {
		this.#pieceBytes ??= (await this.#pieceAt(0)).byteLength;
		return this.#pieceBytes;
	}

	/** From `start` up to `end`, in slices of at most `slice` bytes. */
	async *slices(start: number, end: number, slice: number): AsyncGenerator<Uint8Array> {
		if (start >= Math.min(end, this.size)) return;
		const whole = await this.#bytesOfPieces();
		for (let at = start; at < Math.min(end, this.size); ) {
			const position = Math.floor(at / whole);
			const piece = await this.#pieceAt(position);
			const from = at - position * whole;
			const to = Math.min(from + slice, piece.byteLength, end - position * whole);
			if (to <= from) throw new Error("a piece of the file is missing");
			yield piece.subarray(from, to);
			at += to - from;
		}
	}

	async read(start: number, end: number): Promise<Uint8Array> {
		const bytes = new Uint8Array(Math.max(0, Math.min(end, this.size) - start));
		let at = 0;
		for await (const slice of this.slices(start, end, pieceBytes)) {
			bytes.set(slice, at);
			at += slice.byteLength;
		}
		return bytes;
	}
}

export async function readPiece(db: Kysely<Tables>, importId: string, position: number): Promise<Uint8Array> {
	const { rows } = await sql<{ bytes: Uint8Array }>`select bytes from import_piece where import_id = ${importId} and position = ${position}`.execute(db);
	if (!rows[0]) throw new Error("a piece of the file is missing");
	return rows[0].bytes;
}
