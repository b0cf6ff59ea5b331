import { invalid, Refusal } from "./refusal.ts";

const maximumJsonBytes = 1_000_000;

/** A body that is read once, counted while it comes: a length header may lie. */
export type FileBody = { chunks(): AsyncGenerator<Uint8Array>; bytes(): Promise<Uint8Array<ArrayBuffer>> };

/** A body of one media type; too large a one is refused before anything of it is read, when it says so. */
export function openBody(request: Request, type: string, maximumBytes = maximumJsonBytes): FileBody {
	const given = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
	if (given !== type) throw new Refusal("wrong-content-type");
	const tooLarge = () => (maximumBytes === maximumJsonBytes ? new Refusal("body-too-large") : new Refusal("file-too-large"));
	if (Number(request.headers.get("content-length") ?? 0) > maximumBytes) throw tooLarge();
	async function* chunks() {
		const reader = request.body?.getReader();
		let size = 0;
		for (;;) {
			const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
			if (done || !value) return;
			size += value.byteLength;
			if (size > maximumBytes) {
				await reader?.cancel();
				throw tooLarge();
			}
			yield value;
		}
	}
	return { chunks, bytes: () => gather(chunks()) };
}

async function gather(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of parts) chunks.push(chunk);
	const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0));
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.byteLength;
	}
	return bytes;
}

/** A JSON body of at most 1 MB. */
export async function readJson(request: Request): Promise<unknown> {
	const bytes = await openBody(request, "application/json").bytes();
	try {
		return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch {
		throw invalid("", "json");
	}
}
