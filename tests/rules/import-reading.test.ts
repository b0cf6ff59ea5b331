import { describe, expect, it } from "vitest";
import { ImportFault } from "#api/imports/fault.ts";
import { kindOf } from "#api/imports/file-kind.ts";
import { inPieces, KeptFile, pieceBytes } from "#api/imports/file-pieces.ts";
import { indexOf, letterOf } from "#api/imports/letters.ts";
import { openTable } from "#api/imports/open-table.ts";
import { Pace } from "#api/imports/pace.ts";
import { dayOfSerial, isDateFormat } from "#api/imports/serial-dates.ts";
import { plainNumber } from "#api/imports/sheet.ts";
import { requireWithinLimits, type TableRow } from "#api/imports/table.ts";
import { writeCsv } from "#api/imports/write-csv.ts";
import { Refusal } from "#api/refusal.ts";
import { bombWorkbook, csvOf, sheetPart, tableOf, workbookOf, workbookWith } from "../support/import-files.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
/** As Windows writes it: one byte a sign, with those that ISO 8859-1 does not have. */
const windows = (text: string) => Uint8Array.from(text, (sign) => ({ "’": 0x92, œ: 0x9c, "€": 0x80 })[sign] ?? sign.charCodeAt(0));
const keep = (bytes: Uint8Array, piece = pieceBytes) =>
	new KeptFile(bytes.byteLength, async (position) => bytes.subarray(position * piece, (position + 1) * piece));

async function read(bytes: Uint8Array, sheet: number | null = null) {
	const pace = new Pace(
		() => new Date(0),
		async () => undefined,
	);
	const table = await openTable(keep(bytes), kindOf(bytes), sheet, pace);
	const rows: TableRow[] = [];
	for await (const some of table.rows) rows.push(...some);
	for (const row of rows) requireWithinLimits(row);
	return { ...table, rows };
}
const cellsOf = async (bytes: Uint8Array) => (await read(bytes)).rows.map(({ row, cells }) => [row, ...cells]);
const faultOf = (bytes: Uint8Array) =>
	read(bytes).then(
		() => null,
		(error: unknown) =>
			error instanceof ImportFault ? [error.code, error.row, error.column] : error instanceof Refusal ? [error.fields[0]?.code, null, null] : String(error),
	);

it("un fichier gardé par une autre version, en morceaux d’une autre taille, se lit pareil", async () => {
	const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
	for (const piece of [7, 64, 999, 1000, 4096]) {
		expect([...(await keep(bytes, piece).read(0, 1000))]).toEqual([...bytes]);
		expect([...(await keep(bytes, piece).read(500, 1700))]).toEqual([...bytes.subarray(500)]);
		expect([...(await keep(bytes, piece).read(1000, 1000))]).toEqual([]);
	}
});

describe("un texte se lit comme le tableur le lirait", () => {
	it.each([
		["la virgule", "Nom,Ville\nA,B\n", ","],
		["le point-virgule", "Nom;Ville\nA;B\n", ";"],
		["la tabulation", "Nom\tVille\nA\tB\n", "\t"],
		["sep=", "sep=|\r\nNom|Ville\r\nA|B\r\n", "|"],
		["une virgule dans un nom, entre points-virgules", "Nom;Ville\nA, B et C;Granby, QC\nD, E;F, G\n", ";"],
	])("avec %s", async (_, text, delimiter) => {
		const { reading, rows } = await read(utf8(text));
		expect([reading?.delimiter, rows[0]]).toEqual([delimiter, { row: 1, cells: ["Nom", "Ville"] }]);
		expect(rows[1]?.cells).toHaveLength(2);
	});

	it.each([
		["UTF-8", utf8("Café d’œuvre à 5 €;x\n"), "utf-8"],
		["UTF-8 à marque", utf8("\uFEFFCafé d’œuvre à 5 €;x\n"), "utf-8"],
		["Windows-1252", windows("Café d’œuvre à 5 €;x\n"), "windows-1252"],
		[
			"« texte Unicode »",
			Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Uint16Array.from("Café d’œuvre à 5 €\tx\r\n", (sign) => sign.charCodeAt(0)).buffer)]),
			"utf-16le",
		],
	])("écrit en %s", async (_, bytes, encoding) => {
		const { reading, rows } = await read(bytes);
		expect([reading?.encoding, rows[0]?.cells]).toEqual([encoding, ["Café d’œuvre à 5 €", "x"]]);
	});

	it("une cellule de plusieurs lignes est une ligne du tableur, une ligne vide en est une aussi", async () => {
		expect(await cellsOf(utf8('Nom;Note\r\n"A";"un\r\ndeux ""trois"""\r\n\r\nB;\r\n'))).toEqual([
			[1, "Nom", "Note"],
			[2, "A", 'un\ndeux "trois"'],
			[3, null],
			[4, "B", null],
		]);
	});

	it.each(["fr", "en"] as const)("ce que Jalon a écrit (%s) revient tel quel, sans rien qu’un tableur compterait", async (language) => {
		const table = [
			["Nom", "Téléphone", "Note"],
			["＝1+1", "+1 450 555-0123", 'Rappeler\n=1+1; fin, "vite"'],
			["  =HYPERLINK(1)", "-5", "'=1"],
		];
		const text = writeCsv(table, language);
		expect(text).not.toMatch(/^"?\s*[=＝]/mu);
		const { reading, rows } = await read(utf8(text));
		expect([reading?.delimiter, rows.map(({ cells }) => cells)]).toEqual([language === "fr" ? ";" : ",", table]);
	});

	it("un en-tête ne nomme jamais rien : __proto__ est une cellule comme une autre", async () => {
		expect(await cellsOf(utf8("__proto__;constructor\nx;y\n"))).toEqual([
			[1, "__proto__", "constructor"],
			[2, "x", "y"],
		]);
		expect(({} as Record<string, unknown>).x).toBeUndefined();
	});

	it("un long fichier se lit par morceaux comme d’un seul tenant", async () => {
		const table = tableOf(9000);
		const { rows } = await read(utf8(csvOf(table)));
		expect(rows.map(({ cells }) => cells)).toEqual(table);
		expect(rows.at(-1)?.row).toBe(9001);
	});
});

describe("ce qui n’est pas un tableau est refusé, à sa place", () => {
	it.each([
		["une image nommée .csv", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), ["file-not-table", null, null]],
		["un ancien classeur, ou un classeur protégé", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), ["file-old-workbook", null, null]],
		["un fichier vide", new Uint8Array(), ["file-empty", null, null]],
		["un guillemet jamais fermé", utf8('Nom;Ville\nA;B\n"C;D\n'), ["file-quotes", 3, null]],
		["une cellule de 10 Mo", utf8(`Nom;Note\nA;${"x".repeat(10_000_000)}\n`), ["file-cell-too-long", 2, 1]],
		["une cellule de 10 Mo entre guillemets", utf8(`Nom;Note\nA;"${"x\n".repeat(5_000_000)}"\n`), ["file-cell-too-long", 2, 1]],
		["trop de colonnes", utf8(`Nom\n${"x;".repeat(120)}x\n`), ["file-too-many-columns", 2, 100]],
		["un classeur coupé", workbookOf(tableOf(50)).slice(0, 3000), ["file-damaged", null, null]],
		["un classeur sans feuille", workbookWith({ "xl/workbook.xml": "<workbook/>" }), ["file-damaged", null, null]],
		["un classeur dont le XML est faux", workbookWith({ "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row" }), ["file-damaged", null, null]],
		["une bombe nommée .xlsx", bombWorkbook(), ["file-inflates", null, null]],
	])("%s", async (_, bytes, expected) => {
		expect(await faultOf(bytes)).toEqual(expected);
	});
});

describe("un classeur se lit comme il se montre", () => {
	const styles =
		'<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.00&quot; d&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';
	const strings = "<sst><si><t>Partagé</t></si><si><r><t>En </t></r><r><t>deux</t></r><rPh><t>dit autrement</t></rPh></si></sst>";
	const workbookOfRows = (rows: string, more: Record<string, string> = {}) =>
		workbookWith({ "xl/worksheets/sheet1.xml": sheetPart(rows), "xl/styles.xml": styles, "xl/sharedStrings.xml": strings, ...more });

	it("textes partagés ou non, nombres, jours, vrai et faux, erreurs, formules, lignes et colonnes sautées", async () => {
		const rows = `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>Sur place</t></is></c></row>
			<row r="5"><c r="A5"><v>1.1462183410000000E9</v></c><c r="B5"><v>0.1</v></c><c r="C5" s="1"><v>44286</v></c><c r="D5" s="2"><v>44286.5</v></c><c r="E5" t="b"><v>1</v></c><c r="F5" t="e"><v>#N/A</v></c><c r="G5" t="str"><f>A1&amp;"x"</f><v>calculé</v></c><c r="H5" s="3"><v>12</v></c></row>`;
		expect(await cellsOf(workbookOfRows(rows))).toEqual([
			[2, "Partagé", "En deux", null, "Sur place"],
			[5, "1146218341", "0.1", "2021-03-31", "2021-03-31 12:00", "VRAI", "#N/A", "calculé", "12"],
		]);
	});

	it("les jours comptés de 1900 et de 1904 ; le 29 février 1900 n’a jamais été", () => {
		expect([1, 59, 60, 61, 44286].map((serial) => dayOfSerial(serial, false))).toEqual(["1900-01-01", "1900-02-28", null, "1900-03-01", "2021-03-31"]);
		expect(dayOfSerial(42824, true)).toBe("2021-03-31");
		expect([0, 14, 49, 164, 165].map((id) => isDateFormat(id, { 164: "d mmm yyyy", 165: '0" jours"' }[id]))).toEqual([false, true, false, true, false]);
	});

	it("la feuille demandée, sinon la première qui se montre", async () => {
		const two = {
			"xl/workbook.xml":
				'<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Listes" state="hidden" r:id="r9"/><sheet name="Employeurs" r:id="r1"/></sheets></workbook>',
			"xl/_rels/workbook.xml.rels":
				'<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r9" Target="/xl/worksheets/sheet9.xml"/></Relationships>',
			"xl/worksheets/sheet9.xml": sheetPart('<row r="1"><c r="A1" t="inlineStr"><is><t>cachée</t></is></c></row>'),
		};
		const file = workbookOfRows('<row r="1"><c r="A1" t="inlineStr"><is><t>montrée</t></is></c></row>', two);
		expect((await read(file)).rows[0]?.cells).toEqual(["montrée"]);
		expect((await read(file, 0)).rows[0]?.cells).toEqual(["cachée"]);
		expect((await read(file)).sheets.map(({ name }) => name)).toEqual(["Listes", "Employeurs"]);
	});

	it("une page de garde n’est pas la liste : la première feuille qui a des en-têtes et une ligne est lue", async () => {
		const cell = (row: number, text: string) => `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>${text}</t></is></c></row>`;
		const cover = {
			"xl/workbook.xml":
				'<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Lisez-moi" r:id="r9"/><sheet name="Liste" r:id="r1"/></sheets></workbook>',
			"xl/_rels/workbook.xml.rels":
				'<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r9" Target="worksheets/sheet9.xml"/></Relationships>',
			"xl/worksheets/sheet9.xml": sheetPart(cell(1, "Bonjour")),
		};
		const { sheet, rows } = await read(workbookOfRows(`${cell(1, "Nom")}${cell(2, "A_x000D_B_x0000_")}`, cover));
		expect([sheet, rows.map(({ cells }) => cells[0])]).toEqual([1, ["Nom", "A\rB"]]);
	});

	it("ce que la maison écrit, elle le relit", async () => {
		const table = tableOf(400);
		expect((await read(workbookOf(table))).rows.map(({ cells }) => cells)).toEqual(table);
	});

	it("les nombres s’écrivent sans exposant, les colonnes par leurs lettres", () => {
		expect(["1E3", "1146218341", "0.30000000000000004", "abc"].map(plainNumber)).toEqual(["1000", "1146218341", "0.3", "abc"]);
		for (const index of [0, 25, 26, 701, 702, 16_383]) expect(indexOf(`${letterOf(index)}1`)).toBe(index);
	});
});

it.each([1, 1000, pieceBytes - 1, pieceBytes, pieceBytes + 1, 100_000])(
	"un fichier qui vient par %s octets se garde en morceaux égaux, sans un octet de plus ou de moins",
	async (step) => {
		const bytes = Uint8Array.from({ length: 2 * pieceBytes + 77 }, (_, index) => index % 251);
		async function* coming() {
			for (let at = 0; at < bytes.byteLength; at += step) yield bytes.subarray(at, at + step);
		}
		const pieces: Uint8Array[] = [];
		for await (const piece of inPieces(coming())) pieces.push(piece);
		expect(pieces.map(({ byteLength }) => byteLength)).toEqual([pieceBytes, pieceBytes, 77]);
		expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
	},
);
