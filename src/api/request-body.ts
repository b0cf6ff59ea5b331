import { invalid, Refusal } from "./refusal.ts";

const maximumJsonBytes = 1_000_000;

/** A body of one media type, counted while it is read: a length header may lie. */
export async function readBytes(request: Request, type: string, maximumBytes = maximumJsonBytes): Promise<Uint8Array<ArrayBuffer>> {
	const given = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
	if (given !== type) throw new Refusal("wrong-content-type");
	const tooLarge = () => (maximumBytes === maximumJsonBytes ? new Refusal("body-too-large") : new Refusal("file-too-large"));
	if (Number(request.headers.get("content-length") ?? 0) > maximumBytes) throw tooLarge();
	const reader = request.body?.getReader();
	const chunks: Uint8Array[] = [];
	let size = 0;
	for (;;) {
		const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
		if (done || !value) break;
		size += value.byteLength;
		if (size > maximumBytes) {
			await reader?.cancel();
			throw tooLarge();
		}
		chunks.push(value);
	}
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.byteLength;
	}
	return bytes;
}

/** A JSON body of at most 1 MB. */
export async function readJson(request: Request): Promise<unknown> {
	const bytes = await readBytes(request, "application/json");
	try {
		return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch {
		throw invalid("", "json");
	}
}
