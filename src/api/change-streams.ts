import { type Kysely, sql } from "kysely";
import { type Caller, findCallers, type SessionPort } from "./caller.ts";
import { Refusal } from "./refusal.ts";
import { dayOf } from "./rules/calendar.ts";
import type { Tables } from "./sql/tables.ts";

type Stream = {
	caller: Caller;
	/** What its reader knows to ask for, or needs not ask for. */
	told: number;
	say(text: string): void;
	end(): void;
};
type Options = {
	database: Kysely<Tables>;
	sessions: SessionPort;
	now(): Date;
	log(entry: { level: "error"; message: string; requestId: string }): void;
	/** Streams that one session, and this process, keep open. */
	most?: { session: number; process: number };
};

/** A reader that leaves so many words unread is let go: it comes back, and asks what it missed. */
const mostUnread = 16;

const encoder = new TextEncoder();
export const streamHeaders = {
	"content-type": "text/event-stream; charset=utf-8",
	"cache-control": "no-store",
	// nginx and its like keep answers until they are whole.
	"x-accel-buffering": "no",
};

/**
 * Everybody who follows the journal from this process. They are told that it moved on in their region, and to which number; what changed,
 * they ask with their own rights: a stream has no rights to get wrong. At each word, those who may no longer be here are shown out.
 */
export class ChangeStreams {
	readonly #streams = new Set<Stream>();
	readonly #options: Options;
	#due: { regions: Set<string>; everybody: boolean; isBeat: boolean } | null = null;
	#telling: Promise<void> | null = null;

	constructor(options: Options) {
		this.#options = options;
	}

	/** Has everything been told? */
	get isIdle(): boolean {
		return this.#telling === null;
	}

	/** Something was committed in these regions; null when nobody knows where: the news may have been missed. None: somebody may have left. */
	changed(regions: readonly string[] | null): void {
		this.#plan(regions ?? [], regions === null, false);
	}

	/** Every fifteen seconds or so: a silent stream is taken for a dead one, and a deaf listener would keep everybody in the past. */
	beat(): void {
		this.#plan([], false, true);
	}

	/** Everybody is let go. */
	end(): void {
		for (const stream of this.#streams) stream.end();
	}

	async open(caller: Caller, since: number | null): Promise<Response> {
		const { session = 8, process = 1000 } = this.#options.most ?? {};
		const own = [...this.#streams].filter((one) => one.caller.sessionId === caller.sessionId && one.caller.personId === caller.personId);
		if (own.length >= session || this.#streams.size >= process) throw new Refusal("too-many-streams");
		const { stream, body } = this.#make(caller);
		// Among the others first, the number next: whatever is committed between the two is announced twice rather than never.
		this.#streams.add(stream);
		try {
			const tip = await this.#tip();
			stream.told = Math.max(stream.told, tip);
			stream.say(`retry: 3000\n${since === null || tip !== since ? event(tip) : ": \n\n"}`);
		} catch (error) {
			stream.end();
			throw error;
		}
		return new Response(body, { headers: streamHeaders });
	}

	#make(caller: Caller): { stream: Stream; body: ReadableStream<Uint8Array> } {
		let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
		const leave = () => {
			this.#streams.delete(stream);
			controller = undefined;
		};
		const stream: Stream = {
			caller,
			told: 0,
			say: (text) => {
				if (controller && (controller.desiredSize ?? 0) <= 0) return stream.end();
				controller?.enqueue(encoder.encode(text));
			},
			end: () => {
				controller?.close();
				leave();
			},
		};
		const body = new ReadableStream<Uint8Array>(
			{
				start: (own) => {
					controller = own;
				},
				cancel: leave,
			},
			{ highWaterMark: mostUnread },
		);
		return { stream, body };
	}

	/** What comes while one is telling is told together. */
	#plan(regions: readonly string[], everybody: boolean, isBeat: boolean) {
		if (this.#streams.size === 0) return;
		this.#due ??= { regions: new Set(), everybody: false, isBeat: false };
		for (const region of regions) this.#due.regions.add(region);
		this.#due.everybody ||= everybody;
		this.#due.isBeat ||= isBeat;
		this.#telling ??= this.#tell().finally(() => {
			this.#telling = null;
		});
	}

	async #tell(): Promise<void> {
		for (let due = this.#due; due; due = this.#due) {
			this.#due = null;
			try {
				const tip = await this.#tip();
				await this.#showOut();
				for (const stream of this.#streams) {
					// A number nobody announced: the listener heard nothing of it.
					const isNews = due.everybody || due.regions.has(stream.caller.regionCode) || (due.isBeat && tip > stream.told);
					stream.told = Math.max(stream.told, tip);
					if (isNews) stream.say(event(tip));
					else if (due.isBeat) stream.say(": \n\n");
				}
			} catch (error) {
				// Nobody is kept whose rights could not be read again; they come back when the database does.
				this.#options.log({ level: "error", message: `streams of changes ended: ${error instanceof Error ? error.name : "unknown"}`, requestId: "changes" });
				this.end();
			}
		}
	}

	async #tip(): Promise<number> {
		const { rows } = await sql<{ tip: string }>`select journal_tip() as tip`.execute(this.#options.database);
		return Number(rows[0]?.tip ?? 0);
	}

	/** Closed or expired sessions, people disabled, and those who have changed region or role: they come back as who they are now. */
	async #showOut(): Promise<void> {
		const { database, sessions, now } = this.#options;
		const streams = [...this.#streams];
		if (streams.length === 0) return;
		const ids = [...new Set(streams.flatMap(({ caller }) => caller.sessionId ?? []))];
		const [open, callers] = await Promise.all([
			ids.length > 0 && sessions.stillOpen ? sessions.stillOpen(ids) : ids,
			findCallers(database, [...new Set(streams.map(({ caller }) => caller.personId))], dayOf(now())),
		]);
		const standing = new Set(open);
		const people = new Map(callers.map((caller) => [caller.personId, caller]));
		for (const stream of streams) {
			const { caller } = stream;
			const current = people.get(caller.personId);
			const isSame = current?.regionCode === caller.regionCode && current.role === caller.role;
			if (!isSame || (caller.sessionId !== undefined && !standing.has(caller.sessionId))) stream.end();
		}
	}
}

const event = (seq: number) => `id: ${seq}\ndata: ${JSON.stringify({ seq })}\n\n`;
