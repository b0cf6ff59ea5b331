import { Kysely, PGliteDialect } from "kysely";
import { createApi } from "#api/create-api.ts";
import { ImportWork } from "#api/imports/import-work.ts";
import type { Tables } from "#api/sql/tables.ts";
import { openStored, type Stored } from "./database.ts";
import { headerSessions } from "./header-sessions.ts";
import { memoryDocuments } from "./memory-documents.ts";
import { type Answer, type Call, channelOf, type HomeOptions, type Message, packResponse, unpackRequest } from "./messages.ts";

type Home = { stored: Stored; api: (request: Request) => Promise<Response> };

/**
 * The API and its database, whole, in one worker of the origin: between the tab and here travel requests and responses,
 * not SQL (PGlite's own worker would lose the codes of the database's refusals).
 */
class Holder {
	readonly #options: HomeOptions;
	readonly #channel: BroadcastChannel;
	readonly #seen = new Set<string>();
	#home: Promise<Home> | null = null;

	constructor(options: HomeOptions) {
		this.#options = options;
		this.#channel = new BroadcastChannel(channelOf(options.name));
		this.#channel.onmessage = ({ data }: MessageEvent<Message>) => {
			// A tab repeats what was not answered when the holder changes.
			if (data.to !== "holder" || this.#seen.has(data.id)) return;
			this.#seen.add(data.id);
			void this.#answer(data.id, data.call);
		};
		this.#post({ to: "tabs", news: "holderChanged", id: "" });
	}

	#post(message: Message) {
		this.#channel.postMessage(message);
	}

	async #answer(id: string, call: Call) {
		const answer = await this.#handle(id, call).catch((error: unknown): Answer => ({ kind: "failure", message: String(error) }));
		this.#post({ to: "tab", id, answer });
	}

	async #handle(id: string, call: Call): Promise<Answer> {
		if (call.kind === "reset" || (call.kind === "prepare" && call.scenario)) {
			const before = await this.#home?.catch(() => null);
			this.#home = (async () => {
				await before?.stored.close();
				return this.#open(call.scenario ?? before?.stored.scenario ?? "region");
			})();
			const { stored } = await this.#home;
			this.#post({ to: "tabs", news: "dataReplaced", id });
			return { kind: "ready", scenario: stored.scenario };
		}
		this.#home ??= this.#open(null);
		const { api, stored } = await this.#home;
		if (call.kind === "request") {
			const response = await api(unpackRequest(call.request));
			// Acknowledged means kept: a reload right after must find it.
			if (call.request.method !== "GET" && response.ok) await stored.flush();
			return { kind: "response", response: await packResponse(response) };
		}
		if (call.kind === "flush") await stored.flush();
		return { kind: "ready", scenario: stored.scenario };
	}

	async #open(scenario: Stored["scenario"] | null): Promise<Home> {
		const stored = await openStored(this.#options, scenario);
		const database = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: stored.pglite }) });
		const ports = {
			database,
			sessions: headerSessions,
			now: () => new Date(),
			newId: () => crypto.randomUUID(),
			documents: memoryDocuments(),
			demonstration: true,
			log: (entry: { level: string }) => (entry.level === "error" ? console.error : console.info)(JSON.stringify(entry)),
		};
		const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));
		const imports = new ImportWork({ ...ports, breathe, settled: stored.flush });
		// Nobody else can be at work: what a closed page had begun is taken up again, or back.
		await imports.recover(true);
		return { stored, api: createApi({ ...ports, imports }, this.#options.base) };
	}
}

addEventListener(
	"message",
	({ data }: MessageEvent<HomeOptions>) => {
		// Held until this tab closes: then another tab's worker takes over.
		void navigator.locks.request(`${data.name}:holder`, () => {
			new Holder(data);
			return new Promise<never>(() => undefined);
		});
	},
	{ once: true },
);
