import { sql } from "kysely";
import type { DataImport } from "#contract/imports.ts";
import { fieldSentence } from "#contract/problem-text.ts";
import type { Context } from "../caller.ts";
import type { StoredError } from "../routes/import-presenting.ts";
import { writeCsv } from "./write-csv.ts";

const reasonHeading = { fr: "À corriger", en: "To correct" };
const rowHeading = { fr: "Ligne du fichier", en: "Row of the file" };

/** The rows that were refused, as they came, with the reason of each; corrected, the file is brought again (both added columns are left out by themselves). */
export async function failedRows({ db, language }: Context, { id, columns }: DataImport): Promise<string> {
	const { rows } = await sql<{ row_number: number; cells: (string | null)[]; errors: StoredError[] }>`
		select row_number, cells, errors from import_row where import_id = ${id} and outcome = 'error' order by row_number`.execute(db);
	const reason = ({ column, code, parameters }: StoredError) => {
		const header = column === null ? null : columns[column]?.header;
		return `${header ? `${header}${language === "en" ? ":" : "\u00A0:"} ` : ""}${fieldSentence(code, language, parameters)}`;
	};
	const lines = rows.map(({ row_number, cells, errors }) => [
		...columns.map((_, index) => cells[index] ?? ""),
		errors.map(reason).join(" "),
		String(row_number),
	]);
	const headings = [...columns.map(({ header }) => header ?? ""), reasonHeading[language], rowHeading[language]];
	return writeCsv([headings, ...lines], language);
}
