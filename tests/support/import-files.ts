import { strToU8, unzipSync, zipSync } from "fflate";
import { writeWorkbook } from "../../src/api/imports/write-workbook.ts";

export const headings = [
	"Employeur",
	"NEQ",
	"Secteur",
	"Nb employés",
	"Téléphone",
	"Ville",
	"Adresse",
	"Code postal",
	"Contact",
	"Fonction",
	"Tél. contact",
	"Courriel",
];

/** A believable row of a spreadsheet, the same for the same number: fictional, in the Montérégie. */
export const fictionalRow = (index: number, prefix = "Atelier importé"): string[] => [
	`${prefix} ${index} inc.`,
	`11${String(40_000_000 + index)}`,
	index % 3 === 0 ? "Construction" : "31-33",
	String(5 + (index % 400)),
	`450 55${index % 10}-${String(1000 + (index % 9000))}`,
	index % 2 === 0 ? "Saint-Hyacinthe" : "Longueuil",
	`${1 + (index % 900)}, rue des Érables`,
	"J2S 3G9",
	`Camille Tremblay-${index}`,
	"Ressources humaines",
	`450 556-${String(1000 + (index % 9000))} poste ${index % 100}`,
	`camille.${index}@atelier-${index}.example`,
];

export const tableOf = (count: number, prefix?: string): string[][] => [headings, ...Array.from({ length: count }, (_, index) => fictionalRow(index, prefix))];
export const csvOf = (table: (string | null)[][], delimiter = ";"): string =>
	`${table.map((row) => row.map((cell) => (/[";,\n]/.test(cell ?? "") ? `"${(cell ?? "").replaceAll('"', '""')}"` : (cell ?? ""))).join(delimiter)).join("\r\n")}\r\n`;
export const workbookOf = (table: (string | null)[][]): Uint8Array<ArrayBuffer> => writeWorkbook("Employeurs", table);

/** A workbook with one of its parts written otherwise. */
export function workbookWith(parts: Record<string, string>): Uint8Array {
	const written = unzipSync(workbookOf([["Nom"]]));
	return zipSync({ ...written, ...Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])) });
}
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
export const sheetPart = (rows: string) => `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`;

/** A few kilobytes that unfold into hundreds of megabytes. */
export const bombWorkbook = (): Uint8Array =>
	workbookWith({ "xl/worksheets/sheet1.xml": sheetPart(`<row r="1"><c r="A1" t="inlineStr"><is><t>${"a".repeat(60_000_000)}</t></is></c></row>`) });
