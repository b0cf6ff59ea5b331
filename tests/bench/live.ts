import { readFileSync } from "node:fs";
import { childOf, pause } from "../durability/support/office.ts";
import { loadOfMachine, measure, printHeader, printMeasure } from "./measure.ts";
import { type Session, withOffice } from "./office.ts";

const residentOf = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024;

/** Somebody who follows: told up to where, and, when they ask as a screen does, until when they have read. */
class Follower {
	told = 0;
	since = 0;
	read = 0;
	asks = false;
	readonly #api: string;
	readonly #cookie: string;
	readonly #stop = new AbortController();

	constructor(api: string, { cookie }: Session) {
		this.#api = api;
		this.#cookie = cookie;
	}

	async listen() {
		const response = await fetch(`${this.#api}/changes/stream`, { headers: { cookie: this.#cookie }, signal: this.#stop.signal });
		if (!response.ok) throw new Error(`The stream answered ${response.status}`);
		void this.#hear(response).catch(() => undefined);
		while (this.told === 0) await pause(5);
		this.since = this.told;
	}

	async #hear(response: Response) {
		for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
			this.told = Math.max(this.told, ...[...chunk.matchAll(/^id: (\d+)$/gm)].map(([, seq]) => Number(seq)));
			if (this.asks) await this.#ask();
		}
	}

	async #ask() {
		const response = await fetch(`${this.#api}/changes?since=${this.since}`, { headers: { cookie: this.#cookie } });
		this.since = ((await response.json()) as { next: number }).next;
		this.read = this.since;
	}

	leave = () => this.#stop.abort();
}

/** From the moment a write is sent to the moment when the last of those who follow knows of it, on the server as it is started. */
export const measureLive = (kind: "embedded" | "postgres", clients: number) =>
	withOffice(kind, async ({ server, api, people, signIn, manager, employers, writerOf }) => {
		const field = people.filter(({ role }) => ["advisor", "recruitmentAdvisor", "manager"].includes(role));
		const [employerId = ""] = await employers(1);
		const write = await writerOf(employerId);
		const pid = kind === "embedded" ? childOf(server.pid) : server.pid;
		const alone = residentOf(pid);
		const followers: Follower[] = [];
		printHeader(`live-${kind}: a write, until everybody knows`);
		printMeasure(await measure("the write alone, nobody follows", write, { runs: 40 }));
		for (let count = 0; followers.length < clients; count += 1) {
			const session = await signIn(field[count % field.length]?.id ?? "");
			// Elsewhere nobody is told.
			if (session.regionCode === manager.regionCode) followers.push(new Follower(api, session));
		}
		await Promise.all(followers.map((follower) => follower.listen()));
		const idle = residentOf(pid);
		const untilAll = (of: "told" | "read") => async () => {
			const before = followers.map((follower) => follower[of]);
			await write();
			while (followers.some((follower, index) => follower[of] <= (before[index] ?? 0))) await pause(1);
		};
		printMeasure(await measure(`the last of ${clients} is told`, untilAll("told"), { runs: 40 }));
		for (const follower of followers) follower.asks = true;
		printMeasure(await measure(`the last of ${clients} has asked what changed`, untilAll("read"), { runs: 20, patience: 20_000 }));
		console.log(
			`  memory of the server: ${Math.round(alone)} MB alone, ${Math.round(idle)} MB with ${clients} streams, ${Math.round(residentOf(pid))} MB after; ${loadOfMachine()}`,
		);
		for (const follower of followers) follower.leave();
	});
