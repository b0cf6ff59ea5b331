import type { EndpointDefinition, EndpointInput, EndpointOutput } from "#contract/endpoint.ts";
import { type Problem, problem } from "#contract/primitives.ts";
import { apiBase } from "./config.ts";
import { currentLanguage } from "./preferences.ts";

/** The API refused, in words; `problem.errors` belong beside the fields. */
export class ApiError extends Error {
	readonly problem: Problem;
	constructor(value: Problem) {
		super(value.title);
		this.name = "ApiError";
		this.problem = value;
	}
}

/** The API could not be reached, or answered something that is not ours. */
export class NetworkError extends Error {
	override name = "NetworkError";
}

export type Precautions = {
	ifMatch?: number;
	idempotencyKey?: string;
	/** Whose write it is: in anybody else's session, it is refused. */
	author?: string;
	signal?: AbortSignal;
	onResponse?: (response: Response) => void;
};

let heard: (() => void) | undefined;
/** Tells of each answer given to somebody known: the API is there, and they are in session. */
export const onAnswer = (listener: () => void) => {
	heard = listener;
};

/** Endpoints that the page is reading by itself, and how many times at once: nobody's gesture, so nobody's session is prolonged. */
const background = new Map<string, number>();

/** Reads these endpoints without saying that somebody is there. */
export async function inBackground(ids: readonly string[], read: () => Promise<unknown>): Promise<void> {
	for (const id of ids) background.set(id, (background.get(id) ?? 0) + 1);
	try {
		await read();
	} finally {
		for (const id of ids) background.set(id, (background.get(id) ?? 1) - 1);
	}
}

/** What this tab wrote: a change that comes back under one of these keys is no news. */
const sentKeys = new Set<string>();
export const wasSentHere = (key: string) => sentKeys.has(key);
export const noteSent = (key: string) => void sentKeys.add(key);

export function addressOf(endpoint: EndpointDefinition, input: { params?: Record<string, string>; query?: Record<string, unknown> }): string {
	const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(input.params?.[name] ?? ""));
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(input.query ?? {})) if (value !== undefined && value !== "") query.set(name, String(value));
	const text = query.toString();
	return `${apiBase()}${path}${text ? `?${text}` : ""}`;
}

async function send(url: string, init: RequestInit): Promise<Response> {
	try {
		return await fetch(url, init);
	} catch (error) {
		if (error instanceof DOMException && error.name === "AbortError") throw error;
		throw new NetworkError(String(error));
	}
}

/** Sends one call; a refusal is thrown in its own words, an answer is left to whoever reads it. */
export async function open<E extends EndpointDefinition>(
	endpoint: E,
	input: EndpointInput<E>,
	{
		ifMatch,
		idempotencyKey,
		author,
		signal,
		onResponse,
		accept = "application/json",
		file,
	}: Precautions & { accept?: string /** The bytes that are sent, in place of a body. */; file?: Blob } = {},
): Promise<Response> {
	const { params, query, body } = input as { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown };
	const headers: Record<string, string> = { accept, "accept-language": currentLanguage() };
	if (file) headers["content-type"] = "application/octet-stream";
	else if (body !== undefined) headers["content-type"] = "application/json";
	if (ifMatch !== undefined) headers["if-match"] = `"${ifMatch}"`;
	if (author) headers["jalon-author"] = author;
	if (endpoint.method !== "GET") {
		const key = idempotencyKey ?? crypto.randomUUID();
		headers["idempotency-key"] = key;
		noteSent(key);
	} else if (background.get(endpoint.id)) headers["x-jalon-background"] = "1";
	const response = await send(addressOf(endpoint, { params, query }), {
		method: endpoint.method,
		headers,
		...(file ? { body: file } : body === undefined ? {} : { body: JSON.stringify(body) }),
		...(signal ? { signal } : {}),
	});
	onResponse?.(response);
	if (response.ok) {
		if (endpoint.roles !== "everyone") heard?.();
		return response;
	}
	const parsed = problem.safeParse(await readJson(response));
	throw parsed.success ? new ApiError(parsed.data) : new NetworkError(`${response.status}`);
}

const readJson = (response: Response): Promise<unknown> =>
	response.json().catch(() => {
		throw new NetworkError(`${response.status}`);
	});

async function ask<E extends EndpointDefinition>(endpoint: E, input: EndpointInput<E>, precautions: Precautions & { file?: Blob }): Promise<EndpointOutput<E>> {
	const response = await open(endpoint, input, precautions);
	if (response.status === 204) return null as EndpointOutput<E>;
	const output = endpoint.output.parse(await readJson(response)) as EndpointOutput<E>;
	if (endpoint.method === "GET") heardRead?.(endpoint.id, input, output);
	return output;
}

type Heard = (id: string, input: unknown, output: unknown) => void;
let heardRead: Heard | undefined;
/** Tells of everything that the API answers to a read, until the returned function is called. */
export function heardReads(listener: Heard): () => void {
	heardRead = listener;
	return () => {
		heardRead = undefined;
	};
}

/** After so long without an answer, what the device keeps is shown. */
const patience = 4_000;

/** One call of one endpoint; what comes back is parsed against the contract: data, not truth. A read that nobody answers is answered by what the device keeps, if it knows it. */
export function call<E extends EndpointDefinition>(
	endpoint: E,
	input: EndpointInput<E>,
	precautions: Precautions & { file?: Blob } = {},
): Promise<EndpointOutput<E>> {
	const asked = ask(endpoint, input, precautions);
	if (endpoint.method !== "GET") return asked;
	return new Promise((resolve, reject) => {
		const askDevice = (error?: unknown) =>
			import("./offline/answer.ts")
				.then(({ answerFromDevice }) => answerFromDevice(endpoint, input as object))
				.catch(() => undefined)
				.then((kept) => {
					if (kept !== undefined) resolve(kept as EndpointOutput<E>);
					else if (error) reject(error);
				});
		const timer = setTimeout(askDevice, patience);
		asked.then(resolve, (error) => (error instanceof NetworkError ? askDevice(error) : reject(error))).finally(() => clearTimeout(timer));
	});
}
