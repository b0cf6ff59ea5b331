/** Nothing for so long, not even a comment: somebody between us and the API keeps it, or it is dead. */
const longestSilence = 40_000;

/** The data of each server-sent event, as it comes. */
export async function* eventsOf(body: ReadableStream<Uint8Array<ArrayBuffer>>, onWord: () => void = () => undefined): AsyncGenerator<string> {
	const reader = body.pipeThrough(new TextDecoderStream()).getReader();
	let rest = "";
	for (let read = await reader.read(); !read.done; read = await reader.read()) {
		onWord();
		const blocks = (rest + read.value).replaceAll("\r\n", "\n").split("\n\n");
		rest = blocks.pop() ?? "";
		for (const block of blocks) {
			const data = block.split("\n").filter((line) => line.startsWith("data:"));
			if (data.length > 0) yield data.map((line) => line.slice(5).trimStart()).join("\n");
		}
	}
}

export type StreamEnd = "ended" | "silent" | "absent" | "notSignedIn";

/** Reads server-sent events from an answer, until it ends. `onWord` also hears the comments: somebody is there. */
export async function readEvents(
	url: string,
	{ signal, onWord, onEvent }: { signal: AbortSignal; onWord: () => void; onEvent: (data: string) => void },
): Promise<StreamEnd> {
	const silence = new AbortController();
	let timer = 0;
	const listen = () => {
		clearTimeout(timer);
		timer = window.setTimeout(() => silence.abort(), longestSilence);
	};
	listen();
	try {
		const response = await fetch(url, { headers: { accept: "text/event-stream" }, signal: AbortSignal.any([signal, silence.signal]) });
		if (response.status === 401) return "notSignedIn";
		if (response.status >= 500) return "ended";
		const isStream = response.ok && response.headers.get("content-type")?.startsWith("text/event-stream");
		if (!isStream || !response.body) return "absent";
		const heard = () => {
			listen();
			onWord();
		};
		for await (const data of eventsOf(response.body, heard)) onEvent(data);
		return "ended";
	} catch {
		return silence.signal.aborted ? "silent" : "ended";
	} finally {
		clearTimeout(timer);
	}
}
