import type { Keys, Sealed } from "./backing.ts";

/** 14 days without an answer of the API to this person: the law « Offline ». */
export const longestAbsence = 14 * 24 * 60 * 60 * 1000;
/** A clock that went back tells nothing of how long somebody was away. */
export const hasExpired = ({ contactAt }: Pick<Keys, "contactAt">, now: number) => now - contactAt > longestAbsence;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export async function makeKeys(personId: string, now: number): Promise<Keys> {
	const [sealing, naming] = await Promise.all([
		crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]),
		crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]),
	]);
	return { personId, sealing, naming, contactAt: now };
}

/** Under which name a record lies: the id may itself say something of somebody (what was searched), and is not written in clear. */
export async function nameOf({ naming }: Keys, collection: string, id: string): Promise<string> {
	const signed = await crypto.subtle.sign("HMAC", naming, encoder.encode(`${collection}\n${id}`));
	return Array.from(new Uint8Array(signed, 0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const isPackable = "CompressionStream" in globalThis;
const through = async (bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) =>
	new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
/** Before what is packed; what is not begins as JSON does. */
const packedMark = 1;
const worthPacking = 4_000;

/** What is long repeats itself: a fifteenth of it is left, and what is not written is not waited for. */
async function pack(text: string): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = encoder.encode(text);
	if (!isPackable || bytes.length < worthPacking) return bytes;
	const packed = await through(bytes, new CompressionStream("deflate-raw"));
	const marked = new Uint8Array(packed.length + 1);
	marked[0] = packedMark;
	marked.set(packed, 1);
	return marked;
}
const unpack = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
	decoder.decode(bytes[0] === packedMark ? await through(bytes.subarray(1), new DecompressionStream("deflate-raw")) : bytes);

/** Bound to its place: a record moved elsewhere does not open there. */
const boundTo = (collection: string, name: string) => encoder.encode(`${collection}\n${name}`);

export async function seal(keys: Keys, collection: string, id: string, value: unknown, at: number): Promise<Sealed> {
	const name = await nameOf(keys, collection, id);
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const data = await crypto.subtle.encrypt(
		{ name: "AES-GCM", iv, additionalData: boundTo(collection, name) },
		keys.sealing,
		await pack(JSON.stringify({ id, value })),
	);
	return { personId: keys.personId, collection, name, iv, data, at };
}

/** Null for what does not open: another key's, or a record that was tampered with. */
export async function unseal(keys: Keys, { collection, name, iv, data }: Sealed): Promise<{ id: string; value: unknown } | null> {
	try {
		const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: boundTo(collection, name) }, keys.sealing, data);
		return JSON.parse(await unpack(new Uint8Array(text))) as { id: string; value: unknown };
	} catch {
		return null;
	}
}
