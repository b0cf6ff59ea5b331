import type { DocumentKind } from "#contract/document-kinds.ts";
import { invalid } from "../refusal.ts";

const headBytes = 4096;
/** Bytes that no text has, in UTF-8 or in the alphabets of Western Europe: controls, but tab, line ends, form feed and escape. */
const isControl = (byte: number) => (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte)) || byte === 0x7f;

/** UTF-16, which has zeros, says so with its first two bytes. */
const wideOf = ([first, second]: Uint8Array) => (first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null);

/** A page, a drawing, a script: what a browser or a shell would run if it were given the chance. */
const isRun = (head: string) =>
	/^\s*(<(!doctype|html|head|body|svg|script|iframe|\?xml|\?php|%)|#!|@echo\b|mime-version:[^\r\n]*[\r\n]+content-type:\s*multipart\/related)/i.test(head) ||
	/<(script|svg|iframe|object|embed)[\s>]/i.test(head);
const isMail = (head: string) =>
	/^(?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){2,}/.test(head) && /^(from|date|received|message-id|return-path|subject):/im.test(head);
const isCalendar = (head: string) => /^\s*BEGIN:VCALENDAR\b/i.test(head);

/** What has no signature: a text, read from end to end, and which of the four that are kept. Another content is named « binaire ». */
export async function kindOfText(content: Blob, named: DocumentKind | null): Promise<DocumentKind | "binaire"> {
	const start = new Uint8Array(await content.slice(0, headBytes).arrayBuffer());
	const wide = wideOf(start);
	if (!wide) {
		for await (const chunk of content.stream() as unknown as AsyncIterable<Uint8Array>) if (chunk.some(isControl)) return "binaire";
	}
	const head = new TextDecoder(wide ?? "utf-8").decode(start).replace(/^\uFEFF/, "");
	if (named !== "eml" && isRun(head)) throw invalid("file", "file-program");
	if (isCalendar(head)) return "ics";
	if (named === "eml") return isMail(head) ? "eml" : "txt";
	return named === "csv" ? "csv" : "txt";
}
