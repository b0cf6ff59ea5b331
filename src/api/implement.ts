import type { Kysely } from "kysely";
import type * as z from "zod/mini";
import type { EndpointDefinition, EndpointOutput, EndpointRequest } from "#contract/endpoint.ts";
import { issuesOf } from "#contract/issues.ts";
import type { LocalDate } from "#contract/primitives.ts";
import type { ProblemLanguage } from "#contract/problem-text.ts";
import type { PasswordPort } from "./accounts.ts";
import { asCaller, type Caller, type Context, findCaller, type SessionPort } from "./caller.ts";
import type { ChangeStreams } from "./change-streams.ts";
import type { LoadExample } from "./demonstration.ts";
import type { DigestWork } from "./digests/digest-work.ts";
import type { DocumentPort } from "./documents/document-store.ts";
import { replayOrKeep } from "./idempotency.ts";
import type { ImportWork } from "./imports/import-work.ts";
import { invalid, Refusal } from "./refusal.ts";
import { type FileBody, openBody, readJson } from "./request-body.ts";
import type { Tables } from "./sql/tables.ts";

/** What a home gives: see create-api.ts. */
export type Ports = {
	database: Kysely<Tables>;
	sessions: SessionPort;
	now(): Date;
	newId(): string;
	/** People are chosen without a password. */
	demonstration: boolean;
	/** Local accounts; a home without them has none. */
	passwords?: PasswordPort;
	/** The fictional region, for an office that wants to try it; absent, it is not offered. */
	example?: LoadExample;
	/** Live changes; a home that cannot keep an answer open has none, and its screens ask from time to time. */
	changes?: ChangeStreams;
	/** Imports are read, checked and written by it, after the answer; a home without it has none. */
	imports?: ImportWork;
	/** Where the bytes of documents are kept; a home without it keeps none. */
	documents?: DocumentPort;
	/** Sends the digests of the day by e-mail; a home without a mail server has none. */
	digests?: DigestWork;
	/** Where a request comes from, as far as the home knows: attempts to sign in are counted by it. */
	source?(request: Request): string;
	/** The origin that a person sees in their browser: of the links in what is sent outside. Without it, that of the request. */
	origin?(request: Request): string;
	/** Ids and codes only: never what a person typed. */
	log(entry: { level: "info" | "error"; message: string; requestId: string; [key: string]: unknown }): void;
};

/** What is known before anybody is: for the few endpoints that need no session. */
export type OpenContext = {
	ports: Ports;
	request: Request;
	params: Record<string, string>;
	caller: Caller | null;
	today: LocalDate;
	now: Date;
	language: ProblemLanguage;
	requestId: string;
};

/** What an answer that stays open works with. */
export type StreamContext = OpenContext & { caller: Caller };

export type Reply<E extends EndpointDefinition> = { output: EndpointOutput<E>; headers?: Record<string, string> };

/** A file that was sent, and who sent it; the handler opens its own transactions: no other request waits for the whole of it. */
export type Upload<E extends EndpointDefinition> = {
	ports: Ports;
	caller: Caller;
	params: EndpointRequest<E>["params"];
	query: EndpointRequest<E>["query"];
	id: string;
	body: FileBody;
} & Pick<Context, "now" | "today" | "language" | "requestId">;

/** What is downloaded, under the name it is kept by. */
export type FileAnswer = {
	name: string;
	body: string | Uint8Array<ArrayBuffer> | Blob;
	type?: string /** Of a body whose content never changes. */;
	sha256?: string;
};

export type Implementation =
	| { endpoint: EndpointDefinition; open: (context: OpenContext) => Promise<Reply<EndpointDefinition>> }
	| { endpoint: EndpointDefinition; openFile: (context: OpenContext, params: unknown) => Promise<Response> }
	| { endpoint: EndpointDefinition; stream: (context: StreamContext, query: unknown) => Promise<Response> }
	| { endpoint: EndpointDefinition; upload: (upload: Upload<EndpointDefinition>) => Promise<unknown> }
	| { endpoint: EndpointDefinition; file: (context: Context, request: EndpointRequest<EndpointDefinition>, origin: string) => Promise<FileAnswer> }
	| { endpoint: EndpointDefinition; handle: (context: Context, request: EndpointRequest<EndpointDefinition> & { ifMatch: number | null }) => Promise<unknown> };

/** An endpoint for signed-in people: parsed in, one transaction, parsed out. */
export const implement = <const E extends EndpointDefinition>(
	endpoint: E,
	handle: (context: Context, request: EndpointRequest<E> & { ifMatch: number | null }) => Promise<EndpointOutput<E>>,
): Implementation => ({ endpoint, handle: handle as never });

/** An endpoint that answers before sign-in, or of which nothing may be kept; it reads its own body and opens its own transactions. */
export const implementOpen = <const E extends EndpointDefinition>(endpoint: E, open: (context: OpenContext) => Promise<Reply<E>>): Implementation => ({
	endpoint,
	open: open as never,
});

/** A file whose address is its own secret: who asks is in it, not in a session. It opens its own transactions, and says itself how long it may be kept. */
export const implementOpenFile = <const E extends EndpointDefinition>(
	endpoint: E,
	openFile: (context: OpenContext, params: EndpointRequest<E>["params"]) => Promise<Response>,
): Implementation => ({ endpoint, openFile: openFile as never });

/** An answer that stays open: it opens its own transactions. */
export const implementStream = <const E extends EndpointDefinition>(
	endpoint: E,
	stream: (context: StreamContext, query: EndpointRequest<E>["query"]) => Promise<Response>,
): Implementation => ({ endpoint, stream: stream as never });

export const implementUpload = <const E extends EndpointDefinition>(
	endpoint: E,
	upload: (upload: Upload<E>) => Promise<EndpointOutput<E>>,
): Implementation => ({
	endpoint,
	upload: upload as never,
});

export const implementFile = <const E extends EndpointDefinition>(
	endpoint: E,
	file: (context: Context, request: EndpointRequest<E>, origin: string) => Promise<FileAnswer>,
): Implementation => ({ endpoint, file: file as never });

export function parse<T extends z.ZodMiniType>(schema: T, value: unknown, prefix = ""): z.output<T> {
	const result = schema.safeParse(value, { reportInput: true });
	if (!result.success) throw new Refusal("invalid-input", { fields: issuesOf(result.error, prefix) });
	return result.data;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function readIfMatch(request: Request, endpoint: EndpointDefinition): number | null {
	if (!endpoint.ifMatch) return null;
	const match = /^(?:W\/)?"([0-9]{1,9})"$/.exec(request.headers.get("if-match") ?? "");
	if (!match) throw new Refusal("precondition-required");
	return Number(match[1]);
}

function readKey(request: Request, body: unknown): string {
	const key = request.headers.get("idempotency-key") ?? "";
	if (!uuid.test(key)) throw invalid("header.Idempotency-Key", "idempotency-key");
	// For a creation the key is the record's own identifier: one thing to keep, one thing to retry.
	if (typeof body === "object" && body !== null && "id" in body && body.id !== key) throw invalid("header.Idempotency-Key", "key-is-id");
	return key;
}

function checkOutput(endpoint: EndpointDefinition, value: unknown): unknown {
	const result = endpoint.output.safeParse(value);
	if (result.success) return result.data;
	throw new Error(
		`${endpoint.id} answered outside its contract: ${issuesOf(result.error)
			.map((issue) => `${issue.path} ${issue.code}`)
			.join(", ")}`,
	);
}

const etagOf = (output: unknown): Record<string, string> =>
	typeof output === "object" && output !== null && "version" in output ? { etag: `"${String(output.version)}"` } : {};

function respond(endpoint: EndpointDefinition, output: unknown, headers: Record<string, string> = {}): Response {
	const status = endpoint.status ?? 200;
	const common = { "cache-control": "no-store", ...etagOf(output), ...headers };
	return status === 204
		? new Response(null, { status, headers: common })
		: new Response(JSON.stringify(output), { status, headers: { ...common, "content-type": "application/json; charset=utf-8" } });
}

/** Of the links in what leaves the house. */
export const originOf = (ports: Ports, request: Request): string => ports.origin?.(request) ?? new URL(request.url).origin;

/** RFC 8187: quotes, parentheses and stars are no letters of a name. */
const encodeName = (name: string) => encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/** Saved, never shown: what somebody brought must not run under our address, even where a browser is told to open it. */
function respondFile(
	endpoint: EndpointDefinition,
	request: Request,
	{ name, body, type = endpoint.file ?? "application/octet-stream", sha256 }: FileAnswer,
): Response {
	const headers = {
		"cache-control": "no-store",
		"content-type": typeof body === "string" && /^text\//.test(type) ? `${type}; charset=utf-8` : type,
		"content-disposition": `attachment; filename*=UTF-8''${encodeName(name)}`,
		"content-security-policy": "sandbox; default-src 'none'",
		"x-content-type-options": "nosniff",
		...(sha256 ? { etag: `"${sha256}"` } : {}),
	};
	if (sha256 && request.headers.get("if-none-match") === headers.etag) return new Response(null, { status: 304, headers });
	// In parts: 25 MB never stand in memory.
	if (body instanceof Blob) return new Response(body.stream(), { headers: { ...headers, "content-length": String(body.size) } });
	return new Response(body, { headers });
}

/** The order is the law: session → role → shape → (in one transaction) scope, version, rule, write. A refusal before the write leaves the record as it was. */
export async function run(
	implementation: Implementation,
	ports: Ports,
	request: Request,
	params: Record<string, string>,
	{ language, today, requestId }: { language: ProblemLanguage; today: LocalDate; requestId: string },
): Promise<Response> {
	const { endpoint } = implementation;
	const now = ports.now();
	const session = await ports.sessions.find(request, endpoint.background);
	const found = session ? await findCaller(ports.database, session.personId, today) : null;
	const caller = found && { ...found, sessionId: session?.sessionId, mustChangePassword: session?.mustChangePassword };
	if (endpoint.roles !== "everyone") {
		if (!caller) throw new Refusal("not-signed-in");
		// What waited on a device is written in its author's session, never in that of whoever came after.
		if ((request.headers.get("jalon-author") ?? caller.personId) !== caller.personId) throw new Refusal("not-signed-in");
		if (caller.mustChangePassword && !endpoint.beforePasswordChange) throw new Refusal("password-change-required");
		if (endpoint.roles !== "signedIn" && !endpoint.roles.includes(caller.role)) throw new Refusal("forbidden");
	}
	if ("open" in implementation) {
		const { output, headers } = await implementation.open({ ports, request, params, caller, today, now, language, requestId });
		return respond(endpoint, checkOutput(endpoint, output), headers);
	}
	if ("openFile" in implementation)
		return implementation.openFile(
			{ ports, request, params, caller, today, now, language, requestId },
			endpoint.params ? parse(endpoint.params, params, "path") : undefined,
		);
	if (!caller) throw new Refusal("not-signed-in");

	const parsed = {
		params: endpoint.params ? parse(endpoint.params, params, "path") : undefined,
		query: endpoint.query ? parse(endpoint.query, Object.fromEntries(new URL(request.url).searchParams), "query") : undefined,
		body: endpoint.body ? parse(endpoint.body, await readJson(request)) : undefined,
	} as EndpointRequest<EndpointDefinition>;
	const ifMatch = readIfMatch(request, endpoint);
	const isWrite = endpoint.method !== "GET";
	const key = isWrite ? readKey(request, parsed.body) : null;

	if ("stream" in implementation) return implementation.stream({ ports, request, params, caller, today, now, language, requestId }, parsed.query);

	if ("upload" in implementation) {
		const body = openBody(request, "application/octet-stream", endpoint.upload?.maximumBytes);
		const upload = { ports, caller, params: parsed.params, query: parsed.query, id: readKey(request, null), body, now, today, language, requestId };
		return respond(endpoint, checkOutput(endpoint, await implementation.upload(upload)));
	}

	const afterwards: (() => void)[] = [];
	const contextOf = (db: Context["db"]): Context => ({
		db,
		caller,
		now,
		today,
		newId: ports.newId,
		language,
		requestId,
		hasPasswords: Boolean(ports.passwords),
		hasDemonstration: ports.example !== undefined,
		documents: ports.documents,
		hasMail: ports.digests !== undefined,
		wakeDigests: () => void afterwards.push(() => void ports.digests?.look()),
		wakeImport: (id) => void afterwards.push(() => ports.imports?.wake(id)),
	});

	if ("file" in implementation)
		return respondFile(endpoint, request, await asCaller(ports.database, caller, (db) => implementation.file(contextOf(db), parsed, originOf(ports, request))));

	const work = async (db: Context["db"]) => {
		const context = contextOf(db);
		const answer = async () => checkOutput(endpoint, await implementation.handle(context, { ...parsed, ifMatch }));
		return key === null ? answer() : replayOrKeep(context, key, `${endpoint.id} ${params.id ?? ""}`, { ...parsed, ifMatch }, answer);
	};
	const output = await asCaller(ports.database, caller, work, key === null ? undefined : { requestId, batchId: key, at: now });
	for (const task of afterwards) task();
	return respond(endpoint, output);
}
