import { problemResponse, Refusal } from "#api/refusal.ts";
import type { ProblemLanguage } from "#contract/problem-text.ts";
import { languageOf } from "#contract/problem-text.ts";

/** As `?panne=` names them. */
export const faults = ["aucune", "lente", "erreur", "parfois", "ecritures", "conflit", "horsligne"] as const;
export type Fault = (typeof faults)[number];
export const isFault = (value: string | null): value is Fault => (faults as readonly (string | null)[]).includes(value);

const key = "jalon.fault";
export const currentFault = (): Fault => {
	const kept = sessionStorage.getItem(key);
	return isFault(kept) ? kept : "aucune";
};
/** For this tab, until it is closed. */
export const setFault = (fault: Fault) => sessionStorage.setItem(key, fault);

const failure = (language: ProblemLanguage) => problemResponse(new Refusal("unexpected-error"), language, "panne");
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Who one is and the reference lists keep answering, or no page would ever be reached to show its own error. */
const isAlwaysThere = (request: Request) => request.method === "GET" && /\/(session|session\/people|reference)$/.test(new URL(request.url).pathname);
let answered = 0;

/** The answer as it comes on a bad day. */
export async function withFault(fault: Fault, request: Request, answer: (request: Request) => Promise<Response>): Promise<Response> {
	const isWrite = request.method !== "GET";
	const language = languageOf(request.headers.get("accept-language"));
	if (fault === "horsligne") return Response.error();
	if (fault === "lente") await wait(1500);
	if (fault === "erreur" && !isAlwaysThere(request)) return failure(language);
	if (fault === "parfois" && !isAlwaysThere(request) && ++answered % 3 === 0) return failure(language);
	if (fault === "ecritures" && isWrite && !new URL(request.url).pathname.endsWith("/session")) return failure(language);
	if (fault === "conflit" && request.headers.has("if-match")) {
		const headers = new Headers(request.headers);
		// A version nobody has: the API itself then answers 412 with the record as it is.
		headers.set("if-match", '"999999999"');
		return answer(new Request(request, { headers }));
	}
	return answer(request);
}
