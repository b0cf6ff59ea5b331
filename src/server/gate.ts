import { randomUUID } from "node:crypto";
import { languageOf } from "#contract/problem-text.ts";
import type { Room } from "./embedded/room.ts";
import { en } from "./text.en.ts";
import { fr } from "./text.fr.ts";

type State = "starting" | "ready" | "stopping" | "broken";

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

	/** The API answers, unless the house says otherwise. */
	async pass(request: Request, api: (request: Request) => Promise<Response>): Promise<Response> {
		if (this.state !== "ready") return unavailable(request, this.state);
		if (isWrite(request) && this.room?.isWritable() === false) return unavailable(request, "full");
		const response = await api(request);
		// Refused by what has happened meanwhile, not by a fault of the request or of the code.
		if (response.status === 500 && this.#isBroken()) return unavailable(request, "broken");
		if (response.status === 500 && isWrite(request) && this.room?.isWritable() === false) return unavailable(request, "full");
		return response;
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
