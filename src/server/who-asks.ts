import type { IncomingMessage } from "node:http";
import type { TLSSocket } from "node:tls";
import type { Settings } from "./settings.ts";

export type Asker = {
	/** The address to count attempts by. */
	address: string;
	/** Did the request travel by https, up to the last proxy we trust? */
	isSecure: boolean;
	/** The origin a browser must show to write here. */
	origin: string;
};

const first = (header: string | string[] | undefined) => String(header ?? "");

/** The entry that the outermost trusted proxy wrote; what stands before it was written by the asker. */
const fromTheRight = (header: string | string[] | undefined, hops: number) => {
	const entries = first(header)
		.split(",")
		.map((entry) => entry.trim())
		.filter(Boolean);
	return entries[Math.max(0, entries.length - hops)];
};

/** Who asks, and how: X-Forwarded-* is believed from as many proxies as TRUST_PROXY says, and from nobody else. */
export function readAsker({ socket, headers }: Pick<IncomingMessage, "socket" | "headers">, { trustProxy, publicOrigin }: Settings): Asker {
	const forwarded = trustProxy > 0;
	const address = (forwarded && fromTheRight(headers["x-forwarded-for"], trustProxy)) || socket.remoteAddress || "";
	const scheme = forwarded ? fromTheRight(headers["x-forwarded-proto"], trustProxy) : undefined;
	const isSecure = scheme ? scheme === "https" : (socket as TLSSocket).encrypted === true;
	const host = (forwarded && fromTheRight(headers["x-forwarded-host"], trustProxy)) || first(headers.host);
	return { address, isSecure, origin: publicOrigin ?? `${isSecure ? "https" : "http"}://${host}` };
}

const askers = new WeakMap<Request, Asker>();
export const noteAsker = (request: Request, asker: Asker) => askers.set(request, asker);
/** What the door noted of a request. */
export const askerOf = (request: Request): Asker => askers.get(request) ?? { address: "", isSecure: false, origin: "" };
