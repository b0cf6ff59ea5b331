import { ApiError } from "./http.ts";
import { text } from "./text.ts";
import { wordsNow } from "./words.ts";

/** One sentence for what went wrong: the API's own, or that it does not answer. */
export const errorSentence = (error: Error): string => (error instanceof ApiError ? error.problem.title : wordsNow(text).unavailable);
