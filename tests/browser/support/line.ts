import { readFile } from "node:fs/promises";
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const types: Record<string, string> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".json": "application/json",
};

export type Line = {
	/** Where a browser reaches the server through it, without a final slash. */
	url: string;
	/** Nobody answers any more: what is under way is cut, what comes is refused. */
	cut(): void;
	/** It takes what is asked and answers nothing. */
	mute(): void;
	mend(): void;
	/** The screens come from this folder from now on, the API still from the server: a new version is deployed. */
	serve(folder: string): void;
	stop(): Promise<void>;
};

/** What stands between a device and the server, and can be cut as a tunnel cuts it. Headers pass as they are: the server answers this address. */
export async function openLine(server: string): Promise<Line> {
	const target = new URL(server);
	let state: "whole" | "cut" | "mute" = "whole";
	let folder: string | null = null;
	const pass = (request: IncomingMessage, response: ServerResponse) => {
		const asked = ask({ host: target.hostname, port: target.port, method: request.method, path: request.url, headers: request.headers }, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		asked.on("error", () => response.destroy());
		response.on("close", () => asked.destroy());
		request.pipe(asked);
	};
	const line = createServer((request, response) => {
		if (state === "cut") return void request.destroy();
		if (state === "mute") return;
		const { pathname } = new URL(request.url ?? "/", "http://localhost");
		if (folder === null || pathname.startsWith("/api/")) return pass(request, response);
		const name = extname(pathname) === "" ? "/index.html" : pathname;
		readFile(join(folder, name)).then(
			(file) => response.writeHead(200, { "content-type": types[extname(name)] ?? "application/octet-stream", "cache-control": "no-cache" }).end(file),
			() => pass(request, response),
		);
	});
	await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", resolve));
	return {
		url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
		cut: () => {
			state = "cut";
			line.closeAllConnections();
		},
		mute: () => {
			state = "mute";
		},
		mend: () => {
			state = "whole";
			line.closeAllConnections();
		},
		serve: (other) => {
			folder = other;
		},
		stop: () =>
			new Promise((resolve) => {
				line.close(() => resolve());
				line.closeAllConnections();
			}),
	};
}
