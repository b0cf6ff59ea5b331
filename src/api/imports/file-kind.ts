import { invalid } from "../refusal.ts";

/** What the first bytes say, whatever the name says. */
const signatures: [kind: string, bytes: number[]][] = [
	["PNG", [0x89, 0x50, 0x4e, 0x47]],
	["JPEG", [0xff, 0xd8, 0xff]],
	["GIF", [0x47, 0x49, 0x46, 0x38]],
	["PDF", [0x25, 0x50, 0x44, 0x46]],
	["RTF", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
	["GZIP", [0x1f, 0x8b]],
	["7z", [0x37, 0x7a, 0xbc, 0xaf]],
	["EXE", [0x4d, 0x5a, 0x90]],
];
const begins = (bytes: Uint8Array, start: number[]) => start.every((byte, index) => bytes[index] === byte);

/** A workbook or a text, by its first bytes (4 kB say it); anything else is refused in words before it is kept. */
export function kindOf(bytes: Uint8Array): "csv" | "xlsx" {
	if (bytes.byteLength === 0) throw invalid("file", "file-empty");
	if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return "xlsx";
	if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw invalid("file", "file-old-workbook");
	const other = signatures.find(([, start]) => begins(bytes, start));
	if (other) throw invalid("file", "file-not-table", { kind: other[0] });
	// UTF-16, which some spreadsheets call « Unicode text », has zeros and says so.
	const isWide = begins(bytes, [0xff, 0xfe]) || begins(bytes, [0xfe, 0xff]);
	if (!isWide && bytes.subarray(0, 4096).includes(0)) throw invalid("file", "file-not-table", { kind: "binaire" });
	return "csv";
}
