import { randomUUID } from "node:crypto";
import { languageOf } from "#contract/problem-text.ts";
import type { Room } from "./embedded/room.ts";
import { en } from "./text.en.ts";
import { fr } from "./text.fr.ts";

type State = "starting" | "ready" | "stopping" | "broken";

const quietMilliseconds = 5 * 60_000;
/** However many ask, what works behind them goes on. */
const mostMillisecondsGiven = 60;

/** A file that comes lasts as long as its network: nobody waits for the engine there. */
const isUpload = (request: Request) => request.headers.get("content-type") === "application/octet-stream";

const isWrite = (request: Request) => request.method !== "GET" && request.method !== "HEAD" && request.method !== "OPTIONS";

/** 503 in words, as the contract words its refusals: the screen shows the title. */
function unavailable(request: Request, why: keyof typeof fr): Response {
	const requestId = randomUUID();
	const title = (languageOf(request.headers.get("accept-language")) === "en" ? en : fr)[why];
	const body = { type: "/api/problems#unavailable", title, status: 503, code: "unavailable", requestId };
	return new Response(JSON.stringify(body), {
		status: 503,
		headers: { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store", "retry-after": "5", "x-request-id": requestId },
	});
}

/** What stands before the API: while it starts, stops, or has no disk left, the answer is a 503 in words. */
export class Gate {
	state: State = "starting";
	room: Room | null = null;
	#lastAsked = 0;
	#inside = 0;
	readonly #waiting = new Set<() => void>();

	/** The API answers, unless the house says otherwise. */
	async pass(request: Request, api: (request: Request) => Promise<Response>): Promise<Response> {
		this.#lastAsked = performance.now();
		if (isUpload(request)) return this.#pass(request, api);
		this.#inside += 1;
		try {
			return await this.#pass(request, api);
		} finally {
			this.#inside -= 1;
			if (this.#inside === 0) for (const goOn of this.#waiting) goOn();
		}
	}

	async #pass(request: Request, api: (request: Request) => Promise<Response>): Promise<Response> {
		if (this.state !== "ready") return unavailable(request, this.state);
		if (isWrite(request) && this.room?.isWritable() === false) return unavailable(request, "full");
		const response = await api(request);
		// Refused by what has happened meanwhile, not by a fault of the request or of the code.
		if (response.status === 500 && this.#isBroken()) return unavailable(request, "broken");
		if (response.status === 500 && isWrite(request) && this.room?.isWritable() === false) return unavailable(request, "full");
		return response;
	}

	/**
	 * Lets those who are inside be answered first: a request is several transactions, and would wait for as many steps of what works behind it.
	 * It goes on after 60 milliseconds all the same.
	 */
	async giveWay(): Promise<void> {
		await new Promise((resolve) => setImmediate(resolve));
		if (this.#inside === 0) return;
		await new Promise<void>((resolve) => {
			const goOn = () => {
				clearTimeout(timer);
				this.#waiting.delete(goOn);
				resolve();
			};
			const timer = setTimeout(goOn, mostMillisecondsGiven);
			this.#waiting.add(goOn);
		});
	}

	/** Nobody has asked for anything for five minutes: what would make them wait may be done. */
	isQuiet(): boolean {
		return performance.now() - this.#lastAsked > quietMilliseconds;
	}

	#isBroken(): boolean {
		return this.state === "broken";
	}

	/** For what sends people here (a proxy, an orchestrator): 200 as soon as, and as long as, requests are answered. */
	ready(): Response {
		const isReady = this.state === "ready";
		const body = { state: this.state, writable: isReady && this.room?.isWritable() !== false };
		return Response.json(body, { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } });
	}
}
