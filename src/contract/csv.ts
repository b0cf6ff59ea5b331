/** What a cell of a file holds: words, a plain number, or nothing. */
export type SavedValue = string | number | null;

export type CsvDialect = { separator: ";" | ","; decimal: "," | "." };

/** What Excel in French reads without being asked anything, and what it reads in English. */
export const dialectOf = (language: "fr" | "en"): CsvDialect => (language === "fr" ? { separator: ";", decimal: "," } : { separator: ",", decimal: "." });

/** A spreadsheet counts what begins so; full-width signs too, and whatever blank or quote stands before. */
const formula = /^[\s"'’“”«\u00A0\u200B-\u200D\u2060\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212]|^'*\t/u;
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/;

const byLine = (text: string, change: (line: string) => string) =>
	text
		.split(/(\r\n|\r|\n)/)
		.map((part, index) => (index % 2 === 0 ? change(part) : part))
		.join("");

/**
 * Text that a spreadsheet would take for a formula is shut behind an apostrophe, on each of its lines: a program that cuts a cell at its
 * line breaks would find one there. A number stays a number.
 */
export function neutralised(text: string): string {
	if (plainNumber.test(text)) return text;
	return byLine(text, (line) => (formula.test(line) ? `'${line}` : line));
}

/** What was typed, of a cell that was neutralised: the apostrophe is ours, and no part of it. */
export const asTyped = (text: string): string =>
	text.includes("'") ? byLine(text, (line) => (line.startsWith("'") && formula.test(line.slice(1)) ? line.slice(1) : line)) : text;

export function cellText(value: SavedValue, { decimal }: CsvDialect): string {
	if (value === null) return "";
	if (typeof value === "number") return String(value).replace(".", decimal);
	return neutralised(value);
}

/** Without it, Excel reads « Ã©rable ». */
export const byteOrderMark = "\uFEFF";
export const lineEnd = "\r\n";
