import { strToU8, zipSync } from "fflate";

const types = (main: string) =>
	`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${main}"/></Types>`;
const office = (folder: string, main: string, more: Record<string, Uint8Array> = {}) =>
	zipSync({ "[Content_Types].xml": strToU8(types(main)), [`${folder}/document.xml`]: strToU8("<x/>"), ...more });
const openXml = "application/vnd.openxmlformats-officedocument";

const bytes = (...values: number[]) => new Uint8Array(values);
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** One small file of each kind that is kept, by its extension. */
export const goodFiles: Record<string, Uint8Array> = {
	pdf: strToU8("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"),
	docx: office("word", `${openXml}.wordprocessingml.document.main+xml`),
	xlsx: office("xl", `${openXml}.spreadsheetml.sheet.main+xml`),
	pptx: office("ppt", `${openXml}.presentationml.presentation.main+xml`),
	odt: zipSync({ mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }], "content.xml": strToU8("<x/>") }),
	jpg: bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9),
	png: new Uint8Array(png),
	heic: joined(bytes(0, 0, 0, 24), strToU8("ftypheic"), bytes(0, 0, 0, 0), strToU8("mif1heic")),
	webp: joined(strToU8("RIFF"), bytes(26, 0, 0, 0), strToU8("WEBPVP8L"), new Uint8Array(14)),
	txt: strToU8("Compte rendu\r\nDeux postes à pourvoir.\r\n"),
	csv: strToU8("Poste;Nombre\r\nSoudeuse ou soudeur;2\r\n"),
	eml: strToU8("From: rh@exemple.ca\r\nTo: conseil@exemple.ca\r\nSubject: Postes\r\n\r\nBonjour,\r\n"),
	ics: strToU8("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"),
};

/** What is refused whatever it is called, and the code that says why. */
export const badFiles: { name: string; content: Uint8Array; code: string }[] = [
	{ name: "vide.pdf", content: new Uint8Array(), code: "file-empty" },
	{ name: "outil.pdf", content: joined(strToU8("MZ"), new Uint8Array(200)), code: "file-program" },
	{ name: "outil.txt", content: joined(bytes(0x7f), strToU8("ELF"), new Uint8Array(200)), code: "file-program" },
	{ name: "page.txt", content: strToU8("<!DOCTYPE html><p>Bonjour</p>"), code: "file-program" },
	{ name: "notes.txt", content: strToU8("Bonjour\n<script>alert(1)</script>\n"), code: "file-program" },
	{ name: "dessin.txt", content: strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>'), code: "file-program" },
	{ name: "script.txt", content: strToU8("#!/bin/sh\nrm -r .\n"), code: "file-program" },
	{
		name: "lettre.docx",
		content: office("word", `${openXml}.wordprocessingml.document.main+xml`, { "word/vbaProject.bin": strToU8("x") }),
		code: "file-macros",
	},
	{ name: "lettre.docx", content: office("word", "application/vnd.ms-word.document.macroEnabled.main+xml"), code: "file-macros" },
	{ name: "tableau.xlsx", content: office("xl", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"), code: "file-macros" },
	{
		name: "lettre.odt",
		content: zipSync({ mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }], "Basic/Standard/Module1.xml": strToU8("<x/>") }),
		code: "file-macros",
	},
	{ name: "archive.zip", content: zipSync({ "a.txt": strToU8("a") }), code: "file-kind" },
	{ name: "tableau.xls", content: joined(bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), new Uint8Array(600)), code: "file-kind" },
	{ name: "sans-forme.txt", content: bytes(1, 2, 3, 4, 0, 0, 7), code: "file-kind" },
	{ name: "photo.png", content: goodFiles.pdf as Uint8Array, code: "file-extension" },
	{ name: "contrat.pdf", content: goodFiles.docx as Uint8Array, code: "file-extension" },
	{ name: "contrat.pdf", content: goodFiles.txt as Uint8Array, code: "file-extension" },
	{ name: "rencontre.ics", content: goodFiles.txt as Uint8Array, code: "file-extension" },
	{ name: "message.eml", content: goodFiles.txt as Uint8Array, code: "file-extension" },
	{ name: "tableau.docx", content: goodFiles.xlsx as Uint8Array, code: "file-extension" },
	{ name: "entente", content: goodFiles.pdf as Uint8Array, code: "file-no-extension" },
	{ name: "page.html", content: goodFiles.txt as Uint8Array, code: "file-extension" },
];
