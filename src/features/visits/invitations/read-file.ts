import type { Reading } from "./invitation.ts";
import { readCalendar } from "./read-calendar.ts";

export const largest = 2_000_000;

/** The beginning says what a file is; names lie. */
const isCalendar = (text: string) => /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text);

function decode(bytes: Uint8Array<ArrayBuffer>): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		// Old programs write the alphabet of Windows.
		return new TextDecoder("windows-1252").decode(bytes);
	}
}

/** Reads an .ics or an .eml on this device: nothing of it is sent anywhere. Whatever it holds, the answer is one of these. */
export async function readInvitationFile(bytes: Uint8Array<ArrayBuffer>, today: string): Promise<Reading> {
	if (bytes.byteLength > largest) return { refused: "tooLarge" };
	try {
		const text = decode(bytes);
		const invitations = isCalendar(text)
			? await readCalendar(text.replace(/^\uFEFF/, "").trimStart(), today)
			: await (await import("./read-message.ts")).readMessage(bytes, today);
		return invitations.length > 0 ? { invitations } : { refused: "noInvitation" };
	} catch {
		return { refused: "unreadable" };
	}
}
