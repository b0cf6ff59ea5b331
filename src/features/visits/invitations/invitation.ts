/** What is read of an invitation, on this device. The addresses look for the employer and go no further. */
export type Invitation = {
	/** A digest of its name: the same invitation has the same key, moved or sent again. */
	key: string;
	title: string;
	day: string;
	startsAt: string | null;
	minutes: number | null;
	place: string;
	addresses: string[];
	isCancelled: boolean;
	isRepeated: boolean;
};

export type Reading = { invitations: Invitation[] } | { refused: "tooLarge" | "unreadable" | "noInvitation" };

/** As the Idempotency-Key of a visit is its id, its invitation's key is what the contract takes (contract/visits). */
export async function keyOf(name: string): Promise<string> {
	const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(name));
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"))
		.join("")
		.slice(0, 40);
}

// What no record takes (contract/primitives): control characters, those that turn the text around, halves of pairs.
const unfit =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what goes
	/[\u0000-\u001F\u007F\u202A-\u202E\u2066-\u2069\u200E\u200F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** One line, as a field takes it. */
export const oneLine = (text: string, longest: number): string =>
	[...text.normalize("NFC").replace(unfit, " ").replace(/\s+/g, " ").trim()]
		.slice(0, longest)
		.join("")
		.slice(0, longest)
		.replace(/[\uD800-\uDBFF]$/, "")
		.trim();

export const addressesIn = (values: readonly unknown[]): string[] => [
	...new Set(
		values.flatMap((value) => {
			const [found] = /[^\s@<>:"']{1,64}@[^\s@<>"']+\.[^\s@<>.,"']{2,}/.exec(String(value ?? "").replace(/^mailto:/i, "")) ?? [];
			return found ? [found.toLowerCase()] : [];
		}),
	),
];
