import PostalMime, { type Address } from "postal-mime";

/** A message as it is written: what it says of itself, and the calendars that it carries. */
export type Message = { calendars: string[]; addresses: string[]; isFromSomebody: boolean; subject: string; sentAt: string; name: string };

const calendarTypes = ["text/calendar", "application/ics"];
const addressOf = (address: Address | undefined): string[] => (address ? (address.group ? address.group.flatMap(addressOf) : [address.address ?? ""]) : []);
const textOf = (content: ArrayBuffer | Uint8Array | string) => (typeof content === "string" ? content : new TextDecoder().decode(content));

/** Takes a message apart (RFC 5322, MIME). It shares nothing with who reads the calendars: whoever brings an .ics fetches the one, not the other. */
export async function readMessage(bytes: Uint8Array<ArrayBuffer>): Promise<Message> {
	const {
		attachments,
		from,
		to = [],
		cc = [],
		subject = "",
		date = "",
		messageId = "",
	} = await PostalMime.parse(bytes, { maxNestingDepth: 30, maxRfc822NestingDepth: 2 });
	return {
		calendars: attachments
			.filter(({ mimeType, filename }) => calendarTypes.includes(mimeType) || /\.ics$/i.test(filename ?? ""))
			.map(({ content }) => textOf(content)),
		addresses: [from, ...to, ...cc].flatMap(addressOf),
		isFromSomebody: from !== undefined,
		subject,
		sentAt: date,
		name: messageId.trim() || JSON.stringify([subject, date]),
	};
}
