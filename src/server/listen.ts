import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { answerBadClients, dropSlowRequests, limitsOf } from "./limits.ts";
import type { Settings } from "./settings.ts";
import { StartRefusal } from "./start-refusal.ts";

export type Listening = {
	/** Where to point a browser. */
	url: string;
	/** No new request; those begun finish, or are cut after `patience` milliseconds. */
	stop(patience: number): Promise<void>;
};

const inWords: Record<string, string> = {
	EADDRINUSE: "is already taken by another program",
	EACCES: "may not be used by this account",
	EADDRNOTAVAIL: "is no address of this computer",
	ENOTFOUND: "is no address of this computer",
};

/** http, or https when there is a certificate. */
export async function listen(
	{ host, port, tls, requestSeconds }: Settings,
	answer: (request: Request, bindings: HttpBindings) => Promise<Response>,
	log: (entry: object) => void,
): Promise<Listening> {
	const limits = limitsOf(requestSeconds);
	const server = createAdaptorServer({
		fetch: (request, bindings) => answer(request, bindings as HttpBindings),
		...(tls ? { createServer: createSecureServer, serverOptions: { ...limits, ...tls } } : { createServer, serverOptions: limits }),
	}) as ReturnType<typeof createServer>;
	answerBadClients(server, log);
	dropSlowRequests(server, requestSeconds);
	await new Promise<void>((resolve, reject) => {
		server.once("error", (error: NodeJS.ErrnoException) => {
			const why = inWords[error.code ?? ""];
			reject(why ? new StartRefusal(`HOST=${host}, PORT=${port} ${why}.`) : error);
		});
		server.listen(port, host, resolve);
	});
	const { port: taken } = server.address() as AddressInfo;
	const stop = (patience: number) =>
		new Promise<void>((resolve) => {
			server.close(() => resolve());
			setTimeout(() => server.closeAllConnections(), patience).unref();
		});
	return { url: `${tls ? "https" : "http"}://${host.includes(":") ? `[${host}]` : host}:${taken}`, stop };
}
