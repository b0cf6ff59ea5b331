import { type Kysely, sql } from "kysely";
import type { Tables } from "../sql/tables.ts";

/** Small: on the embedded database, whoever asks meanwhile waits for one of them. */
export const pieceBytes = 32_768;

/** What comes, in pieces of one size, whatever the network made of it; the last one is what is left. */
export async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	let [piece, filled] = [new Uint8Array(pieceBytes), 0];
	for await (const chunk of chunks) {
		for (let at = 0; at < chunk.byteLength; ) {
			const part = chunk.subarray(at, at + pieceBytes - filled);
			piece.set(part, filled);
			filled += part.byteLength;
			at += part.byteLength;
			if (filled < pieceBytes) continue;
			yield piece;
			[piece, filled] = [new Uint8Array(pieceBytes), 0];
		}
	}
	if (filled > 0) yield piece.subarray(0, filled);
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
