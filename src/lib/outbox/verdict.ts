import { currentOf } from "../conflict.ts";
import { ApiError } from "../http.ts";

/** What an answer that is no acknowledgement means for a write that waits. */
export type Verdict =
	/** Nobody answered, or somebody who is not ours: everything waits. */
	| "unreachable"
	/** The API is there and failed on this one. */
	| "failing"
	/** The session has ended: everything waits for its author. */
	| "ended"
	/** Somebody saved first. */
	| "conflict"
	/** It will never be written as it is: its author must see why. */
	| "refused";

export function verdictOf(error: unknown): Verdict {
	if (!(error instanceof ApiError)) return "unreachable";
	const { status, code } = error.problem;
	if (status === 401 || code === "password-change-required") return "ended";
	if (status === 429 || code === "unavailable") return "unreachable";
	if (status >= 500) return "failing";
	return currentOf(error) ? "conflict" : "refused";
}
