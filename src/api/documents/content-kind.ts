import { type DocumentKind, documentKinds, kindNamed } from "#contract/document-kinds.ts";
import { readEntries } from "../imports/zip.ts";
import { invalid } from "../refusal.ts";
import { kindOfText } from "./text-kind.ts";

/** What a computer would run, by the extension that file-type gives it. */
const programs = new Set(["exe", "elf", "macho", "swf", "wasm", "jar", "apk", "lnk", "alias", "deb", "rpm", "dmg", "crx", "xpi", "class", "reg", "chm"]);
const withMacros = new Set(["docm", "dotm", "xlsm", "xltm", "pptm", "potm", "ppsm"]);
/** Macros, controls and scripts inside a document that does not say so. */
const macroEntry = /(^|\/)(vbaproject\.bin|vbadata\.xml)$|(^|\/)activex\/|^(basic|scripts)\//i;
const officeParts: [part: RegExp, kind: DocumentKind][] = [
	[/^word\//, "docx"],
	[/^xl\//, "xlsx"],
	[/^ppt\//, "pptx"],
];

const asFile = (content: Blob) => ({
	size: content.size,
	read: async (start: number, end: number) => new Uint8Array(await content.slice(start, end).arrayBuffer()),
});

/** A container of several parts: which document it is, and that none of its parts would run. */
async function kindOfContainer(content: Blob, found: string): Promise<string> {
	const names = await readEntries(asFile(content)).then(
		(entries) => [...entries.keys()],
		() => {
			throw invalid("file", "file-unreadable");
		},
	);
	if (names.some((name) => macroEntry.test(name))) throw invalid("file", "file-macros");
	if (found !== "zip" || !names.includes("[Content_Types].xml")) return found;
	return officeParts.find(([part]) => names.some((name) => part.test(name)))?.[1] ?? found;
}

async function kindOfBytes(content: Blob): Promise<string | null> {
	// Fetched with the first file: a process that receives none starts without it.
	const { fileTypeFromBlob } = await import("file-type");
	const found = (await fileTypeFromBlob(content).catch(() => undefined))?.ext;
	if (!found) return null;
	if (programs.has(found)) throw invalid("file", "file-program");
	if (withMacros.has(found)) throw invalid("file", "file-macros");
	return ["zip", "docx", "xlsx", "pptx", "odt"].includes(found) ? kindOfContainer(content, found) : found;
}

/** What a file is by its content, whatever its name says; refused in words when that is not kept here, or when the name lies. */
export async function kindOfContent(content: Blob, fileName: string): Promise<DocumentKind> {
	if (content.size === 0) throw invalid("file", "file-empty");
	const named = kindNamed(fileName);
	const kind = (await kindOfBytes(content)) ?? (await kindOfText(content, named));
	if (!Object.hasOwn(documentKinds, kind)) throw invalid("file", "file-kind", { kind: kind.toUpperCase() });
	const extension = /\.([^.]+)$/.exec(fileName)?.[1];
	if (!extension) throw invalid("file", "file-no-extension");
	if (kind !== named) throw invalid("file", "file-extension", { kind: kind.toUpperCase(), extension: `.${extension}` });
	return kind as DocumentKind;
}
