import type { Scenario } from "../world/world.ts";
import { personHeader } from "./header-sessions.ts";
import { type Answer, type Call, channelOf, type HomeOptions, type Message, packRequest, unpackResponse } from "./messages.ts";

/** A tab's side of the browser home: whichever tab's worker holds the database answers. */
export class HomeConnection {
	readonly #channel: BroadcastChannel;
	readonly #personKey: string;
	readonly #pending = new Map<string, { call: Call; settle(answer: Answer): void }>();
	/** Another tab replaced the data under this one. */
	onDataReplaced: () => void = () => undefined;

	constructor(options: HomeOptions) {
		this.#personKey = `${options.name}.person`;
		this.#channel = new BroadcastChannel(channelOf(options.name));
		this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#hear(data);
		const worker = new Worker(new URL("./api-worker.ts", import.meta.url), { type: "module", name: `${options.name}-api` });
		worker.postMessage(options);
	}

	#hear(message: Message) {
		if (message.to === "tab") this.#pending.get(message.id)?.settle(message.answer);
		if (message.to !== "tabs") return;
		if (message.news === "dataReplaced" && !this.#pending.has(message.id)) this.onDataReplaced();
		// Writes carry their idempotency key: repeating one is harmless.
		if (message.news === "holderChanged") for (const [id, { call }] of this.#pending) this.#post(id, call);
	}

	#post(id: string, call: Call) {
		this.#channel.postMessage({ to: "holder", id, call } satisfies Message);
	}

	#ask(call: Call): Promise<Answer> {
		const id = newCallId();
		return new Promise((resolve, reject) => {
			const settle = (answer: Answer) => {
				this.#pending.delete(id);
				if (answer.kind === "failure") reject(new Error(answer.message));
				else resolve(answer);
			};
			this.#pending.set(id, { call, settle });
			this.#post(id, call);
		});
	}

	async #askScenario(call: Call): Promise<Scenario> {
		const answer = await this.#ask(call);
		if (answer.kind !== "ready") throw new Error(answer.kind);
		return answer.scenario;
	}

	/** Waits for the database; answers the scenario it tells. */
	prepare = (scenario: Scenario | null) => this.#askScenario({ kind: "prepare", scenario });
	/** Forgets every change; the same scenario again when none is named. */
	reset = (scenario: Scenario | null) => this.#askScenario({ kind: "reset", scenario });
	flush = () => this.#askScenario({ kind: "flush" });

	/** One request to the API, as the person who signed in in this browser. */
	async send(request: Request): Promise<Response> {
		const headers = new Headers(request.headers);
		const person = localStorage.getItem(this.#personKey);
		if (person) headers.set(personHeader, person);
		const answer = await this.#ask({ kind: "request", request: await packRequest(request, headers) });
		if (answer.kind !== "response") throw new Error(answer.kind);
		const response = unpackResponse(answer.response);
		const signedIn = response.headers.get(personHeader);
		if (signedIn) localStorage.setItem(this.#personKey, signedIn);
		else if (signedIn === "") localStorage.removeItem(this.#personKey);
		response.headers.delete(personHeader);
		return response;
	}
}

// crypto.randomUUID exists in secure contexts only; this only has to differ between the tabs of one browser.
const tab = Math.random().toString(36).slice(2);
let calls = 0;
const newCallId = () => `${tab}-${++calls}`;
