import { Inflate } from "fflate";
import { ImportFault } from "./fault.ts";
import type { KeptFile } from "./file-pieces.ts";
import type { Pace } from "./pace.ts";

export type ZipEntry = { name: string; method: number; start: number; size: number };

const endOfDirectory = 0x06054b50;
const longestComment = 65_557;
/** A hundred thousand rows unfold into some 80 MB; what unfolds into more, or too well, is no spreadsheet. */
const mostInflated = 600_000_000;
const mostRatio = 250;
const ratioFrom = 20_000_000;
/** Inflated, no slice exceeds a thousand times its size. */
const slice = 8192;

const damaged = () => new ImportFault("file-damaged");

/** The list of a zip's entries, read at its end: what it says of sizes is only where to look, never what to believe. */
export async function readEntries(file: Pick<KeptFile, "size" | "read">): Promise<Map<string, ZipEntry>> {
	const tail = await file.read(Math.max(0, file.size - longestComment), file.size);
	const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
	let at = tail.byteLength - 22;
	while (at >= 0 && view.getUint32(at, true) !== endOfDirectory) at -= 1;
	if (at < 0) throw damaged();
	const [count, size, start] = [view.getUint16(at + 10, true), view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
	if (start + size > file.size || count > 10_000 || size > 5_000_000) throw damaged();
	const directory = await file.read(start, start + size);
	const lines = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
	const entries = new Map<string, ZipEntry>();
	for (let index = 0, place = 0; index < count; index += 1) {
		if (place + 46 > directory.byteLength || lines.getUint32(place, true) !== 0x02014b50) throw damaged();
		const [flags, method] = [lines.getUint16(place + 8, true), lines.getUint16(place + 10, true)];
		const [packed, nameLength] = [lines.getUint32(place + 20, true), lines.getUint16(place + 28, true)];
		const name = new TextDecoder().decode(directory.subarray(place + 46, place + 46 + nameLength));
		if (flags & 1) throw new ImportFault("file-old-workbook");
		entries.set(name.replace(/^\//, ""), { name, method, start: lines.getUint32(place + 42, true), size: packed });
		place += 46 + nameLength + lines.getUint16(place + 30, true) + lines.getUint16(place + 32, true);
	}
	return entries;
}

/** An entry's content as text, unfolded a little at a time and measured as it unfolds. */
export async function* textOfEntry(file: KeptFile, { method, start, size }: ZipEntry, pace: Pace): AsyncGenerator<string> {
	const header = await file.read(start, start + 30);
	if (header.byteLength < 30) throw damaged();
	const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
	if (view.getUint32(0, true) !== 0x04034b50 || (method !== 0 && method !== 8)) throw damaged();
	const from = start + 30 + view.getUint16(26, true) + view.getUint16(28, true);
	if (from + size > file.size) throw damaged();
	const decoder = new TextDecoder("utf-8");
	let [read, unfolded] = [0, 0];
	let out: Uint8Array[] = [];
	const inflate = new Inflate((part) => out.push(part));
	for await (const part of file.slices(from, from + size, slice)) {
		read += part.byteLength;
		out = [];
		if (method === 0) out.push(part);
		else
			try {
				inflate.push(part, read === size);
			} catch {
				throw damaged();
			}
		for (const piece of out) {
			unfolded += piece.byteLength;
			if (unfolded > mostInflated || (unfolded > ratioFrom && unfolded > read * mostRatio)) throw new ImportFault("file-inflates");
			yield decoder.decode(piece, { stream: true });
		}
		await pace.rest();
	}
	yield decoder.decode();
}
