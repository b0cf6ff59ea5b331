import { ApiError } from "./http.ts";
import { text } from "./text.ts";
import { wordsNow } from "./words.ts";

/** What one can put right oneself says how; the rest carries the number under which the log knows it. */
const ownDoing = new Set([400, 401, 409, 412, 422, 429]);

/** One sentence for what went wrong: the API's own, or that it does not answer. */
export function errorSentence(error: Error): string {
	const words = wordsNow(text);
	if (error.name === "DeviceFullError") return words.full;
	if (!(error instanceof ApiError)) return words.unavailable;
	const { title, status, requestId } = error.problem;
	return requestId && !ownDoing.has(status) ? `${title} ${words.reference(requestId.slice(0, 8))}` : title;
}
