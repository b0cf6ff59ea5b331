import { create } from "zustand";
import type { EndpointDefinition, EndpointInput, EndpointOutput } from "#contract/endpoint.ts";
import { ApiError, call, type Precautions } from "./http.ts";
import { type Clash, mergeThreeWays } from "./merge.ts";

type Values = Record<string, unknown>;
type Current = Values & { version: number };
export type Choices = Record<string, "mine" | "theirs">;
export type Conflict = { operation: string; current: Current; clashes: Clash[]; settle: (choices: Choices | null) => void };

/** The one question open between two people who wrote the same thing; the shell asks it. */
export const useConflict = create<{ conflict: Conflict | null }>(() => ({ conflict: null }));

let asked: Promise<unknown> = Promise.resolve();
/** One question after the other. */
export const ask = (question: Omit<Conflict, "settle">) => {
	const answer = asked.then(
		() =>
			new Promise<Choices | null>((resolve) => {
				const settle = (choices: Choices | null) => {
					useConflict.setState({ conflict: null });
					resolve(choices);
				};
				useConflict.setState({ conflict: { ...question, settle } });
			}),
	);
	asked = answer;
	return answer;
};

/** The record as it stands, of a refusal that came too late. */
export function currentOf(error: unknown): Current | null {
	const current = error instanceof ApiError && error.problem.code === "version-mismatch" ? error.problem.current : null;
	return typeof current === "object" && current !== null && "version" in current && typeof current.version === "number" ? (current as Current) : null;
}

/** What of my change goes on their version, and what its author must choose. Of what the base does not tell (a row of a list), nobody knows who changed it: mine is sent as it is. */
export function laidOver(endpoint: EndpointDefinition, body: unknown, base: Values, current: Values): { mine: Values; clashes: Clash[] } {
	// As the contract stores it: « 450 555-0123 » typed and +14505550123 stored are one number.
	const mine = (endpoint.body?.safeParse(body).data ?? body) as Values;
	return { mine, clashes: mergeThreeWays(base, mine, current).clashes.filter(({ field }) => field in base) };
}

/** Somebody else saves again while one chooses: as many times as people do. */
const rounds = 5;

/**
 * Sends a change. When somebody saved first, what does not clash is sent again on their version without a word;
 * what clashes is chosen, field by field. Left unchosen, the refusal goes on as it came.
 */
export async function sendMerging<E extends EndpointDefinition>(
	endpoint: E,
	input: EndpointInput<E>,
	{ ifMatch, idempotencyKey, base }: Precautions & { base?: object },
): Promise<{ output: EndpointOutput<E>; key: string | null }> {
	let key = idempotencyKey ?? crypto.randomUUID();
	let body = (input as { body?: Values }).body;
	let version = ifMatch;
	let start = base as Values | undefined;
	for (let round = 1; ; round += 1) {
		try {
			return { output: await call(endpoint, { ...input, body } as EndpointInput<E>, { ifMatch: version, idempotencyKey: key }), key };
		} catch (error) {
			const current = currentOf(error);
			if (!current || !start || !body || round === rounds) throw error;
			const { mine, clashes } = laidOver(endpoint, body, start, current);
			const choices = clashes.length > 0 ? await ask({ operation: endpoint.id, current, clashes }) : {};
			if (!choices) throw error;
			body = Object.fromEntries(Object.entries(mine).filter(([field]) => choices[field] !== "theirs"));
			if (Object.keys(body).length === 0) return { output: endpoint.output.parse(current) as EndpointOutput<E>, key: null };
			start = current;
			version = current.version;
			key = crypto.randomUUID();
		}
	}
}
