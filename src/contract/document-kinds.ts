/** What may be kept, by extension, and the media type under which it is handed out. Nothing that a browser or an office suite would run: no page, no drawing with scripts, no macro, no program. */
export const documentKinds = {
	pdf: "application/pdf",
	docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	odt: "application/vnd.oasis.opendocument.text",
	jpg: "image/jpeg",
	png: "image/png",
	heic: "image/heic",
	webp: "image/webp",
	txt: "text/plain",
	csv: "text/csv",
	eml: "message/rfc822",
	ics: "text/calendar",
} as const;
export type DocumentKind = keyof typeof documentKinds;

/** Other ways to write the same. */
const otherNames: Record<string, DocumentKind> = { jpeg: "jpg", heif: "heic", text: "txt" };

/** `Entente signée.PDF` → `pdf`; null without an extension, or with one that is not ours. */
export function kindNamed(fileName: string): DocumentKind | null {
	const extension = /\.([^.]+)$/.exec(fileName.trim())?.[1]?.toLowerCase() ?? "";
	if (Object.hasOwn(documentKinds, extension)) return extension as DocumentKind;
	return Object.hasOwn(otherNames, extension) ? (otherNames[extension] as DocumentKind) : null;
}

/** What a window that chooses files shows first. */
export const documentExtensions = [...Object.keys(documentKinds), ...Object.keys(otherNames)].map((extension) => `.${extension}`);

/** Of one file; how many files a record holds, and how much of them, is the home's to say. */
export const documentBytes = 25_000_000;
