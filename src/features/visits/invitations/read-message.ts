import PostalMime, { type Address } from "postal-mime";
import { addressesIn, type Invitation, keyOf, oneLine } from "./invitation.ts";
import { momentOf } from "./local-time.ts";
import { readCalendar } from "./read-calendar.ts";

const calendarTypes = ["text/calendar", "application/ics"];
const addressOf = (address: Address | undefined): string[] => (address ? (address.group ? address.group.flatMap(addressOf) : [address.address ?? ""]) : []);

/** The invitation that a message carries (RFC 5322, MIME); a message without one is a conversation of its own day. */
export async function readMessage(bytes: Uint8Array<ArrayBuffer>, today: string): Promise<Invitation[]> {
	const message = await PostalMime.parse(bytes, { attachmentEncoding: "arraybuffer", maxNestingDepth: 30, maxRfc822NestingDepth: 2 });
	const addresses = addressesIn([message.from, ...(message.to ?? []), ...(message.cc ?? [])].flatMap(addressOf));
	const calendars = message.attachments.filter(({ mimeType, filename }) => calendarTypes.includes(mimeType) || /\.ics$/i.test(filename ?? ""));
	const found = new Map<string, Invitation>();
	// Outlook and Google send the same one twice, to be shown and to be saved.
	for (const { content } of calendars)
		for (const one of await readCalendar(typeof content === "string" ? content : new TextDecoder().decode(content), today).catch(() => []))
			found.set(one.key, { ...one, addresses: [...new Set([...one.addresses, ...addresses])] });
	if (found.size > 0) return [...found.values()];
	const sent = new Date(message.date ?? "");
	if (calendars.length > 0 || !message.from || Number.isNaN(sent.getTime())) return [];
	return [
		{
			key: await keyOf(message.messageId?.trim() || JSON.stringify([message.subject, message.date])),
			title: oneLine(message.subject ?? "", 300),
			day: momentOf(sent).day,
			startsAt: null,
			minutes: null,
			place: "",
			addresses,
			isCancelled: false,
			isRepeated: false,
		},
	];
}
