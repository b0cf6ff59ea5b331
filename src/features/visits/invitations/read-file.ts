import { addressesIn, type Invitation, keyOf, oneLine, type Reading } from "./invitation.ts";
import { momentOf } from "./local-time.ts";
import { readCalendar } from "./read-calendar.ts";
import type { Message } from "./read-message.ts";

/** In bytes: more is no invitation. */
const largest = 2_000_000;

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

/** A message that carries no calendar is a conversation of its own day; what was sent by nobody, or never, is no message. */
async function itself({ isFromSomebody, sentAt, subject, name }: Message, addresses: string[]): Promise<Invitation[]> {
	const sent = new Date(sentAt);
	if (!isFromSomebody || Number.isNaN(sent.getTime())) return [];
	const { day } = momentOf(sent);
	const said = { startsAt: null, minutes: null, place: "", isCancelled: false, isRepeated: false };
	return [{ key: await keyOf(name), title: oneLine(subject, 300), day, addresses, ...said }];
}

async function readMail(bytes: Uint8Array<ArrayBuffer>, today: string): Promise<Invitation[]> {
	const message = await (await import("./read-message.ts")).readMessage(bytes);
	const addresses = addressesIn(message.addresses);
	if (message.calendars.length === 0) return itself(message, addresses);
	const found = new Map<string, Invitation>();
	// Outlook and Google send the same one twice, to be shown and to be saved.
	for (const calendar of message.calendars)
		for (const one of await readCalendar(calendar, today).catch(() => []))
			found.set(one.key, { ...one, addresses: [...new Set([...one.addresses, ...addresses])] });
	return [...found.values()];
}

/** Reads an .ics or an .eml on this device: nothing of it is sent anywhere. Whatever it holds, the answer is one of these. */
export async function readInvitationFile(file: Blob, today: string): Promise<Reading> {
	if (file.size > largest) return { refused: "tooLarge" };
	try {
		const bytes = new Uint8Array(await file.arrayBuffer());
		const text = decode(bytes);
		const invitations = isCalendar(text) ? await readCalendar(text.replace(/^\uFEFF/, "").trimStart(), today) : await readMail(bytes, today);
		return invitations.length > 0 ? { invitations } : { refused: "noInvitation" };
	} catch {
		return { refused: "unreadable" };
	}
}
