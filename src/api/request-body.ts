import { invalid, Refusal } from "./refusal.ts";

const maximumBytes = 1_000_000;

/** A JSON body of at most 1 MB, counted while it is read: a length header may lie. */
export async function readJson(request: Request): Promise<unknown> {
	if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) throw new Refusal("wrong-content-type");
	if (Number(request.headers.get("content-length") ?? 0) > maximumBytes) throw new Refusal("body-too-large");
	const reader = request.body?.getReader();
	const chunks: Uint8Array[] = [];
	let size = 0;
	for (;;) {
		const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
		if (done || !value) break;
		size += value.byteLength;
		if (size > maximumBytes) {
			await reader?.cancel();
			throw new Refusal("body-too-large");
		}
		chunks.push(value);
	}
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.byteLength;
	}
	try {
		return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch {
		throw invalid("", "json");
	}
}
