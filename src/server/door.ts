import { randomUUID } from "node:crypto";
import { problemResponse, Refusal } from "#api/refusal.ts";
import { languageOf } from "#contract/problem-text.ts";
import { isLoopback, type Settings } from "./settings.ts";
import type { Asker } from "./who-asks.ts";

/** Longer than any address of ours: a filter has 2,000 characters. */
const longestAddress = 8_192;

const isRead = (method: string) => method === "GET" || method === "HEAD" || method === "OPTIONS";

/**
 * Every browser says where a write comes from; only our own page may send one. What is no browser says nothing, and carries no cookie it was not given.
 * The JSON content type that bodies must have closes the same door to old forms.
 */
const isFromElsewhere = ({ headers }: Request, { origin }: Asker) =>
	![null, "same-origin"].includes(headers.get("sec-fetch-site")) || ![null, origin].includes(headers.get("origin"));

/** A name that a stranger's domain points at this computer (DNS rebinding) would make their page ours. */
const isStrangeName = (request: Request, { host, publicOrigin, trustProxy, tls }: Settings) =>
	isLoopback(host) && publicOrigin === null && trustProxy === 0 && tls === null && !isLoopback(new URL(request.url).hostname.replace(/^\[|\]$/g, ""));

/** What is refused before anything is read; null lets in. */
export function refuseAtTheDoor(request: Request, asker: Asker, settings: Settings, log: (entry: object) => void): Response | null {
	const refuse = (code: "address-too-long" | "cross-site") => {
		const requestId = randomUUID();
		log({ level: "info", message: code, requestId, method: request.method });
		return problemResponse(new Refusal(code), languageOf(request.headers.get("accept-language")), requestId);
	};
	if (request.url.length > longestAddress) return refuse("address-too-long");
	if (isStrangeName(request, settings)) return refuse("cross-site");
	if (!isRead(request.method) && isFromElsewhere(request, asker)) return refuse("cross-site");
	return null;
}
