/** Hexadecimal digest of a text or of bytes. */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = await crypto.subtle.digest("SHA-256", typeof content === "string" ? new TextEncoder().encode(content) : content);
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
