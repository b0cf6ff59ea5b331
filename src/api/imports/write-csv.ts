import Papa from "papaparse";
import { byteOrderMark, dialectOf, lineEnd, neutralised } from "#contract/csv.ts";
import type { ProblemLanguage } from "#contract/problem-text.ts";

/** A table as the text that a spreadsheet opens, by the rules of the exported lists: a formula in somebody's file is a text in ours. */
export function writeCsv(table: string[][], language: ProblemLanguage): string {
	const cells = table.map((row) => row.map(neutralised));
	return `${byteOrderMark}${Papa.unparse(cells, { delimiter: dialectOf(language).separator, newline: lineEnd })}${lineEnd}`;
}
