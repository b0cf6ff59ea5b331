import { type RefusalCode, refusalStatus } from "#contract/endpoint.ts";
import type { Problem } from "#contract/primitives.ts";
import type { ProblemLanguage } from "#contract/problem-text.ts";
import { fieldSentence, problemSentence } from "#contract/problem-text.ts";

export type FieldProblem = { path: string; code: string; parameters?: Record<string, string | number> };

/** Thrown by a rule or a route; nothing of the transaction stays. */
export class Refusal extends Error {
	readonly code: RefusalCode;
	readonly fields: FieldProblem[];
	readonly extra: Pick<Problem, "missing" | "current" | "retryAfter">;
	constructor(code: RefusalCode, options: { fields?: FieldProblem[]; missing?: Problem["missing"]; current?: unknown; retryAfter?: number } = {}) {
		super(code);
		this.code = code;
		this.fields = options.fields ?? [];
		this.extra = {
			...(options.missing ? { missing: options.missing } : {}),
			...("current" in options ? { current: options.current } : {}),
			...(options.retryAfter ? { retryAfter: options.retryAfter } : {}),
		};
	}
}

export const invalid = (path: string, code: string, parameters?: FieldProblem["parameters"]) =>
	new Refusal("invalid-input", { fields: [{ path, code, ...(parameters ? { parameters } : {}) }] });

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

type DatabaseError = { code: string; constraint?: string; table?: string };
const isDatabaseError = (error: unknown): error is DatabaseError =>
	typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code);

/** The SQLSTATE of what the database refused. */
export const sqlStateOf = (error: unknown): string | undefined => (isDatabaseError(error) ? error.code : undefined);

/** What the database refused, said as a field where its constraint names one: a rule that only SQL can hold (uniqueness, existence) still answers beside the field. */
export function refusalOf(error: unknown): Refusal | undefined {
	if (error instanceof Refusal) return error;
	if (!isDatabaseError(error)) return undefined;
	const { code, constraint = "", table = "" } = error;
	// The owner's guard of the database (0006-row-security.sql): the API's own rule should have said it first.
	if (code === "JR003") return new Refusal("forbidden");
	// The sums of a need (0030-labour-needs-in-full.sql): the rule of need-movements should have said it first.
	if (code === "JR007") return invalid("quantity", "posts-exceeded");
	if (code === "JR006") return new Refusal("employer-archived");
	if (code === "23505" && constraint === "employer_neq") return new Refusal("neq-taken", { fields: [{ path: "neq", code: "neq-taken" }] });
	if (code === "23505" && constraint === "person_email") return new Refusal("email-taken", { fields: [{ path: "email", code: "email-taken" }] });
	if (code === "23505" && constraint === "visit_invitation") return new Refusal("invitation-taken");
	if (code === "23505" && constraint === "mission_named") return invalid("name", "mission-named");
	if (code === "23505" && constraint.endsWith("_pkey")) return new Refusal("id-taken", { fields: [{ path: "id", code: "id-taken" }] });
	if (code === "23505") return new Refusal("conflict");
	if (code === "23503" && constraint === "mission_post_of_employer") return invalid("employerIds", "need-offered");
	if (code === "23503") return invalid(camel(constraint.replace(`${table}_`, "").replace(/_fkey$/, "")), "unknown-reference");
	if (code === "23514") return invalid(camel(constraint.replace(`${table}_`, "").replace(/_check\d*$/, "")), "out-of-range");
	if (code === "22003" || code === "22008" || code === "22P02" || code === "22021" || code === "22P05") return invalid("", "out-of-range");
	return undefined;
}

/** application/problem+json, in the caller's language. */
export function problemResponse(refusal: Refusal, language: ProblemLanguage, requestId: string): Response {
	const status = refusalStatus[refusal.code];
	const problem: Problem = {
		type: `/api/problems#${refusal.code}`,
		title: problemSentence(refusal.code, language),
		status,
		code: refusal.code,
		...(refusal.fields.length > 0
			? { errors: refusal.fields.map(({ path, code, parameters }) => ({ path, code, message: fieldSentence(code, language, parameters) })) }
			: {}),
		...refusal.extra,
		requestId,
	};
	return new Response(JSON.stringify(problem), {
		status,
		headers: {
			"content-type": "application/problem+json; charset=utf-8",
			"cache-control": "no-store",
			"x-request-id": requestId,
			...(refusal.extra.retryAfter ? { "retry-after": String(refusal.extra.retryAfter) } : {}),
		},
	});
}
