import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import type { Role } from "#contract/endpoint.ts";
import type { SessionPerson } from "#contract/session.ts";
import { employerBody } from "../support/employer-body.ts";

/** Black box: everything goes over HTTP, to whatever address is under judgement; one that names no base path has its API at /api. No code of the API is called here. */
export const base = () => {
	const target = inject("target");
	return new URL(target).pathname === "/" ? `${target}/api` : target;
};

export type Answer<T = Record<string, unknown>> = { status: number; body: T; headers: Headers };
type Init = { method?: string; body?: unknown; rawBody?: string | Uint8Array; headers?: Record<string, string>; ifMatch?: number; key?: string };

/** One person's conversation with the API: the cookie of the session is kept, as a browser would. */
export class Visitor {
	person: SessionPerson | null = null;
	readonly #api: string;
	/** What this person's browser, or the proxy before it, adds to each request. */
	readonly #always: Record<string, string>;
	#cookie = "";
	constructor({ api = base(), headers = {} }: { api?: string; headers?: Record<string, string> } = {}) {
		this.#api = api;
		this.#always = headers;
	}
	/** What the browser would send back: « name=value ». */
	get cookie() {
		return this.#cookie;
	}

	async send<T = Record<string, unknown>>(method: string, path: string, init: Init = {}): Promise<Answer<T>> {
		const hasBody = init.body !== undefined || init.rawBody !== undefined;
		const id = (init.body as { id?: unknown } | undefined)?.id;
		const headers: Record<string, string> = {
			"accept-language": "fr-CA",
			...(hasBody ? { "content-type": "application/json" } : {}),
			...(method === "GET" ? {} : { "idempotency-key": init.key ?? (typeof id === "string" ? id : randomUUID()) }),
			...(init.ifMatch === undefined ? {} : { "if-match": `"${init.ifMatch}"` }),
			...(this.#cookie ? { cookie: this.#cookie } : {}),
			...this.#always,
			...init.headers,
		};
		const response = await fetch(`${this.#api}${path}`, {
			method,
			headers,
			...(hasBody ? { body: (init.rawBody ?? JSON.stringify(init.body)) as BodyInit } : {}),
		});
		const cookie = response.headers.get("set-cookie");
		if (cookie) this.#cookie = cookie.split(";")[0] ?? "";
		const text = await response.text();
		const isJson = /json/.test(response.headers.get("content-type") ?? "");
		return { status: response.status, headers: response.headers, body: (text ? (isJson ? JSON.parse(text) : text) : null) as T };
	}
	/** The beginning of an answer that does not end: its status, and what it says when it is a refusal. */
	async begin<T>(path: string): Promise<Answer<T>> {
		const abort = new AbortController();
		const response = await fetch(`${this.#api}${path}`, {
			headers: { ...(this.#cookie ? { cookie: this.#cookie } : {}), ...this.#always },
			signal: abort.signal,
		});
		const body = response.status < 400 ? null : await response.json();
		abort.abort();
		return { status: response.status, headers: response.headers, body: body as T };
	}
	get = <T = Record<string, unknown>>(path: string, init?: Init) => this.send<T>("GET", path, init);
	post = <T = Record<string, unknown>>(path: string, body: unknown, init?: Init) => this.send<T>("POST", path, { ...init, body });
	patch = <T = Record<string, unknown>>(path: string, body: unknown, init?: Init) => this.send<T>("PATCH", path, { ...init, body });
	delete = <T = Record<string, unknown>>(path: string, init?: Init) => this.send<T>("DELETE", path, init);

	async signIn(person: SessionPerson): Promise<this> {
		const { status } = await this.post("/session", { personId: person.id });
		if (status !== 200) throw new Error(`Sign-in as ${person.name} answered ${status}.`);
		this.person = person;
		return this;
	}
}

let people: SessionPerson[] | undefined;
export async function peopleOf(role: Role): Promise<SessionPerson[]> {
	people ??= (await new Visitor().get<{ items: SessionPerson[] }>("/session/people")).body.items;
	return people.filter((person) => person.role === role);
}

/** The nth demonstration person of a role, signed in. */
export async function as(role: Role, nth = 0): Promise<Visitor> {
	const person = (await peopleOf(role))[nth];
	if (!person) throw new Error(`The demonstration has no person ${nth} of role ${role}.`);
	return new Visitor().signIn(person);
}

export const newId = randomUUID;

export type Page<T = Record<string, unknown>> = { items: T[]; total: number; next: string | null };

/** An employer of one's own: tests do not step on each other. Saint-Hyacinthe is in the Montérégie. */
export async function addEmployer(visitor: Visitor, fields: Record<string, unknown> = {}): Promise<{ id: string; version: number; name: string }> {
	const id = newId();
	const advisorId = visitor.person?.role === "manager" ? null : (visitor.person?.id ?? null);
	const body = employerBody({ id, name: `Atelier d’essai ${id.slice(0, 8)}`, advisorId, ...fields });
	const { status, body: answer } = await visitor.post<{ id: string; version: number; name: string }>("/employers", body);
	if (status !== 201) throw new Error(`Adding an employer answered ${status}: ${JSON.stringify(answer)}`);
	return answer;
}

/** What a referral is sent with: to nobody yet, the consent said today. */
export const referralBody = (today: string, fields: Record<string, unknown> = {}) => ({
	id: newId(),
	employerId: null,
	toPersonId: null,
	toPartnerId: null,
	toService: null,
	contactName: null,
	reason: "welcome",
	note: null,
	consentObtained: true,
	consentFrom: "employer",
	consentOn: today,
	consentMethod: "spoken",
	...fields,
});
