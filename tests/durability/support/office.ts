import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { employerBody } from "../../support/employer-body.ts";

type Person = { id: string; role: string };
export type Answer = { status: number; body: Record<string, unknown>; headers: Headers };

const contentOf = (id: string) => `${id}\n`.repeat(14_000);

/** One person's conversation with a server that may fall at any moment. */
export class Office {
	readonly url: string;
	#cookie = "";
	constructor(url: string) {
		this.url = url;
	}
	get cookie() {
		return this.#cookie;
	}

	async ask(method: string, path: string, body?: { id?: string }, key = body?.id ?? randomUUID(), more: Record<string, string> = {}): Promise<Answer> {
		const send = () =>
			fetch(`${this.url}/api${path}`, {
				method,
				headers: {
					"accept-language": "fr-CA",
					cookie: this.#cookie,
					...(method === "GET" ? {} : { "content-type": "application/json", "idempotency-key": key }),
					...more,
				},
				...(body ? { body: JSON.stringify(body) } : {}),
				signal: AbortSignal.timeout(60_000),
			});
		// A connection left idle too long is closed under the next request: that one has not been heard, and is sent again.
		const response = await send().catch((error: Error & { cause?: { code?: string } }) => {
			if (error.cause?.code !== "UND_ERR_SOCKET") throw error;
			return send();
		});
		const cookie = response.headers.get("set-cookie");
		if (cookie) this.#cookie = cookie.split(";")[0] ?? "";
		const text = await response.text();
		return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} };
	}

	async signIn(): Promise<this> {
		const people = (await this.ask("GET", "/session/people")).body.items as Person[];
		const manager = people.find(({ role }) => role === "manager");
		const { status } = await this.ask("POST", "/session", { personId: manager?.id } as { id?: string });
		if (status !== 200) throw new Error(`sign-in answered ${status}`);
		return this;
	}

	/** A new employer, under an id of its own: the same call again is the same employer. */
	add = (id: string = randomUUID()): Promise<Answer> => this.ask("POST", "/employers", employerBody({ id }));

	/** A document of this employer, half a megabyte that follows from its id; the same call again is the same document. */
	async attach(employer: string, id: string): Promise<number> {
		const response = await fetch(`${this.url}/api/documents/of/employer/${employer}?fileName=${id}.txt`, {
			method: "POST",
			headers: { cookie: this.#cookie, "content-type": "application/octet-stream", "idempotency-key": id },
			body: contentOf(id),
			signal: AbortSignal.timeout(60_000),
		});
		await response.text();
		return response.status;
	}

	/** Which of these documents cannot be read whole. */
	async missingDocuments(ids: Iterable<string>): Promise<string[]> {
		const lost: string[] = [];
		for (const id of ids) {
			const response = await fetch(`${this.url}/api/documents/${id}/content`, { headers: { cookie: this.#cookie } });
			if (response.status !== 200 || (await response.text()) !== contentOf(id)) lost.push(`document ${id} (${response.status})`);
		}
		return lost;
	}

	/** Which of these are not there. */
	async missing(ids: Iterable<string>): Promise<string[]> {
		const lost: string[] = [];
		for (const id of ids) {
			const { status, body } = await this.ask("GET", `/employers/${id}`);
			if (status !== 200 || body.name !== `Atelier ${id}`) lost.push(`${id} (${status})`);
		}
		return lost;
	}
}

/**
 * People who write without rest until told to stop. Each insists on its employer until it is acknowledged, whatever falls
 * meanwhile; `lost` says those whose answer never came: they may or may not be there.
 */
export function writeWithoutRest(office: Office, { writers = 4, withDocuments = false } = {}) {
	const acknowledged = new Set<string>();
	const documents = new Set<string>();
	const refused: string[] = [];
	let isOver = false;
	const write = async () => {
		while (!isOver) {
			const id = randomUUID();
			await insist(id, acknowledged, async () => (await office.add(id)).status);
			const documentId = randomUUID();
			if (withDocuments && acknowledged.has(id)) await insist(documentId, documents, () => office.attach(id, documentId));
		}
	};
	async function insist(id: string, heard: Set<string>, send: () => Promise<number>) {
		while (!isOver) {
			const status = await send().catch(() => 0);
			if (status === 201) return heard.add(id);
			// 503 and no answer at all are the only excuses.
			if (status !== 0 && status !== 503) return refused.push(`${id}: ${status}`);
			await pause(50);
		}
	}
	const all = Promise.all(Array.from({ length: writers }, write));
	return {
		acknowledged,
		documents,
		refused,
		stop: async () => {
			isOver = true;
			await all;
		},
	};
}

/** The server itself, below the parent. */
export function childOf(parent: number): number {
	const children = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
	if (children.length !== 1) throw new Error(`the parent ${parent} has ${children.length} children`);
	return children[0] as number;
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
