import type * as z from "zod/mini";
import type { FieldSet } from "./filter.ts";

/** Who may call at all; the territory and the record decide the rest (api/rules/permissions.ts). */
export const roles = ["advisor", "recruitmentAdvisor", "integrationAgent", "manager", "administrator", "auditor"] as const;
export type Role = (typeof roles)[number];

/** Counsellors and those who watch the pipeline: the readers of employers' records. */
export const fieldRoles = ["advisor", "recruitmentAdvisor", "manager"] as const satisfies Role[];
/** Those who write them. */
export const counsellorRoles = ["advisor", "recruitmentAdvisor", "manager"] as const satisfies Role[];

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

export type EndpointDefinition = {
	/** verbNoun, unique: the operation's id in OpenAPI and the first part of the query key. */
	id: string;
	method: Method;
	/** Below the API's base path, parameters in braces: `/employers/{id}`. */
	path: string;
	/** One sentence: what it does, with the source of the rule where there is one. */
	summary: string;
	params?: z.ZodMiniType<Record<string, string>>;
	query?: z.ZodMiniType<Record<string, unknown>>;
	body?: z.ZodMiniType;
	output: z.ZodMiniType;
	/** What `filter`, `sort` and `fields` of the query may name, and the type of each. */
	fields?: FieldSet;
	status?: 200 | 201 | 204;
	/** Refusals beyond those every endpoint shares. */
	refusals?: readonly RefusalCode[];
	/** `everyone` needs no session; `signedIn` any role. */
	roles: readonly Role[] | "everyone" | "signedIn";
	/** The caller must send the version it read; 412 answers the current one. */
	ifMatch?: boolean;
	/** Whether another API must have it to run the SPA's main job. */
	core?: boolean;
	/** Carries a password: nothing of the request or of its answer is kept, so it takes no Idempotency-Key. */
	secret?: boolean;
	/** A write that may wait on the device when the API does not answer: whoever writes it is told that it is kept, and it is sent later under its key. */
	offline?: boolean;
	/** Answers server-sent events, each with `output` as its data. */
	events?: boolean;
	/** Takes a file: the body is its bytes (application/octet-stream), at most so many, and the Idempotency-Key the new record's id. */
	upload?: { maximumBytes: number };
	/** Answers a file of this media type. */
	file?: string;
	/** Asked by the page alone, never by a gesture: it does not keep a session awake. */
	background?: boolean;
	/** Open to whoever still has a temporary password. */
	beforePasswordChange?: boolean;
};

/** Stable codes; the sentences are in problem-text.*.ts. */
export const refusalStatus = {
	"invalid-input": 400,
	"not-signed-in": 401,
	"sign-in-refused": 401,
	forbidden: 403,
	"cross-site": 403,
	"password-change-required": 403,
	"setup-code": 403,
	"not-found": 404,
	"method-not-allowed": 405,
	conflict: 409,
	"id-taken": 409,
	"key-reused": 409,
	"neq-taken": 409,
	"already-set-up": 409,
	"office-not-empty": 409,
	"email-taken": 409,
	"last-administrator": 409,
	"changed-since": 409,
	"content-missing": 410,
	"version-mismatch": 412,
	"body-too-large": 413,
	"file-too-large": 413,
	"address-too-long": 414,
	"wrong-content-type": 415,
	"criteria-missing": 422,
	"follow-ups-open": 422,
	"reason-required": 422,
	"already-closed": 422,
	"not-closed": 422,
	"already-reopened": 409,
	"employer-archived": 422,
	"not-archived": 422,
	"vocabulary-closed": 422,
	"term-held": 422,
	"question-answered": 422,
	"already-prepared": 409,
	"already-answered": 409,
	"already-handled": 409,
	"cases-open": 422,
	"portfolio-changed": 409,
	"already-undone": 409,
	"visit-not-editable": 422,
	"visit-incomplete": 422,
	"invitation-taken": 409,
	"referral-ended": 422,
	"already-in-mission": 409,
	"record-full": 422,
	"movement-held": 422,
	"precondition-required": 428,
	"too-many-attempts": 429,
	"too-many-streams": 429,
	"unexpected-error": 500,
	unavailable: 503,
} as const;
export type RefusalCode = keyof typeof refusalStatus;

/** One record read by the server, the client, the tests and OpenAPI. */
export const endpoint = <const E extends EndpointDefinition>(definition: E): E => definition;

type Infer<T> = T extends z.ZodMiniType ? z.output<T> : undefined;
type Sent<T> = T extends z.ZodMiniType ? z.input<T> : undefined;
type Given<K extends string, T> = T extends undefined ? { [P in K]?: undefined } : { [P in K]: T };

export type EndpointOutput<E extends EndpointDefinition> = Infer<E["output"]>;
/** What a caller sends. */
export type EndpointInput<E extends EndpointDefinition> = Given<"params", Sent<E["params"]>> & { query?: Sent<E["query"]> } & Given<"body", Sent<E["body"]>>;
/** What a handler receives, parsed. */
export type EndpointRequest<E extends EndpointDefinition> = { params: Infer<E["params"]>; query: Infer<E["query"]>; body: Infer<E["body"]> };
