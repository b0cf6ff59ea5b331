import { ImportFault } from "./fault.ts";
import type { KeptFile } from "./file-pieces.ts";
import type { Pace } from "./pace.ts";
import { isDateFormat } from "./serial-dates.ts";
import { readXml, type XmlHandlers } from "./xml.ts";
import { readEntries, textOfEntry, type ZipEntry } from "./zip.ts";

export type Workbook = {
	sheets: { index: number; name: string; isHidden: boolean; entry: ZipEntry }[];
	strings: string[];
	/** By style of a cell: is its number a day? */
	dateStyles: boolean[];
	/** Days are counted from 1904, as on old Macs. */
	from1904: boolean;
};

const mostStrings = 3_000_000;
const mostLetters = 150_000_000;

/** Everything but the rows: which sheets there are, the texts they share, which numbers are days. */
export async function openWorkbook(file: KeptFile, pace: Pace): Promise<Workbook> {
	const entries = await readEntries(file);
	const read = async (path: string, handlers: XmlHandlers) => {
		const entry = entries.get(path);
		if (entry) await readXml(textOfEntry(file, entry, pace), handlers);
	};
	const targets = new Map<string, string>();
	await read("xl/_rels/workbook.xml.rels", {
		open: (name, { Id, Target }) => {
			if (name === "Relationship" && Id && Target) targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target.replace(/^\.\//, "")}`);
		},
	});
	const sheets: Workbook["sheets"] = [];
	let from1904 = false;
	await read("xl/workbook.xml", {
		open: (name, attributes) => {
			if (name === "workbookPr") from1904 = ["1", "true"].includes(attributes.date1904 ?? "");
			if (name !== "sheet") return;
			const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
			const entry = entries.get(targets.get(id) ?? "");
			if (entry) sheets.push({ index: sheets.length, name: attributes.name ?? "", isHidden: (attributes.state ?? "visible") !== "visible", entry });
		},
	});
	if (sheets.length === 0) throw new ImportFault("file-damaged");
	return { sheets, strings: await readStrings(read), dateStyles: await readDateStyles(read), from1904 };
}

type Read = (path: string, handlers: XmlHandlers) => Promise<void>;

/** The texts that cells share; how a word is pronounced is not part of it. */
async function readStrings(read: Read): Promise<string[]> {
	const strings: string[] = [];
	let [text, isText, phonetic, letters] = ["", false, 0, 0];
	await read("xl/sharedStrings.xml", {
		open: (name) => {
			if (name === "si") text = "";
			if (name === "rPh") phonetic += 1;
			isText = name === "t" && phonetic === 0;
		},
		text: (part) => {
			if (isText) text += part;
		},
		close: (name) => {
			isText = false;
			if (name === "rPh") phonetic -= 1;
			if (name !== "si") return;
			strings.push(text);
			letters += text.length;
			if (strings.length > mostStrings || letters > mostLetters) throw new ImportFault("file-inflates");
		},
	});
	return strings;
}

async function readDateStyles(read: Read): Promise<boolean[]> {
	const formats = new Map<number, string>();
	const styles: boolean[] = [];
	let isCellStyle = false;
	await read("xl/styles.xml", {
		open: (name, { numFmtId, formatCode }) => {
			if (name === "numFmt") formats.set(Number(numFmtId), formatCode ?? "");
			if (name === "cellXfs") isCellStyle = true;
			if (name === "xf" && isCellStyle) styles.push(isDateFormat(Number(numFmtId), formats.get(Number(numFmtId))));
		},
		close: (name) => {
			if (name === "cellXfs") isCellStyle = false;
		},
	});
	return styles;
}
