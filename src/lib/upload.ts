import type { EndpointDefinition, EndpointInput, EndpointOutput } from "#contract/endpoint.ts";
import { problem } from "#contract/primitives.ts";
import { ApiError, addressOf, NetworkError, noteSent } from "./http.ts";
import { currentLanguage } from "./preferences.ts";

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

type Sending = {
	idempotencyKey: string;
	/** Whose file it is: in anybody else's session, it is refused. */
	author: string;
	file: Blob;
	signal: AbortSignal;
	/** Bytes that have left. */
	onProgress: (sent: number) => void;
};

/** Sends a file and says how much has left: fetch does not tell. Under the same key, the same file is received once, however often it is sent. */
export function upload<E extends EndpointDefinition>(
	endpoint: E,
	input: EndpointInput<E>,
	{ idempotencyKey, author, file, signal, onProgress }: Sending,
): Promise<EndpointOutput<E>> {
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.open(endpoint.method, addressOf(endpoint, input as Parameters<typeof addressOf>[1]));
		const headers = {
			accept: "application/json",
			"accept-language": currentLanguage(),
			"content-type": "application/octet-stream",
			"idempotency-key": idempotencyKey,
			"jalon-author": author,
		};
		for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
		request.upload.onprogress = ({ loaded }) => onProgress(loaded);
		request.onerror = () => reject(new NetworkError("cut"));
		request.onabort = () => reject(new DOMException("given up", "AbortError"));
		request.onload = () => {
			const body = parsed(request.responseText);
			if (request.status >= 200 && request.status < 300) {
				const output = endpoint.output.safeParse(body);
				return output.success ? resolve(output.data as EndpointOutput<E>) : reject(new NetworkError("not ours"));
			}
			const refusal = problem.safeParse(body);
			reject(refusal.success ? new ApiError(refusal.data) : new NetworkError(`${request.status}`));
		};
		signal.addEventListener("abort", () => request.abort(), { once: true });
		noteSent(idempotencyKey);
		request.send(file);
	});
}
