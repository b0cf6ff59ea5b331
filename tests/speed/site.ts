import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type ServerType, serve } from "@hono/node-server";
import type { BrowserContext } from "playwright";
import { securityHeaders, serveStatic } from "../../src/server/static-files.ts";
import { freePort, onExit } from "../support/processes.ts";
import { root } from "../support/source-tree.ts";
import type { Home } from "./home.ts";

const run = promisify(execFile);

/** A temporary folder with a production build in it, removed at the end. A process of its own: under Vitest, NODE_ENV is "test" and React would be its development build. */
export async function buildSite(config?: string): Promise<{ folder: string; remove: () => void }> {
	const folder = mkdtempSync(join(tmpdir(), "jalon-site-"));
	const remove = () => rmSync(folder, { recursive: true, force: true });
	onExit(remove);
	const { VITEST: _vitest, ...env } = process.env;
	const options = ["build", "--logLevel", "error", "--outDir", folder, "--emptyOutDir", ...(config ? ["--config", config] : [])];
	await run(process.execPath, ["node_modules/vite/bin/vite.js", ...options], { cwd: root, env: { ...env, NODE_ENV: "production" } });
	return { folder, remove };
}

export type Site = { url: string; stop: () => Promise<void> };

/** The server's own parts on a home of the measures: API, screens and headers as `npm start` gives them. `beside`: other folders, by the first part of their address. */
export async function startSite(home: Home, screens: string, beside: Record<string, string> = {}): Promise<Site> {
	const port = await freePort();
	const answer = async (request: Request) => {
		const url = new URL(request.url);
		const [, first = ""] = url.pathname.split("/");
		const other = beside[first];
		if (other) return serveStatic(other, new Request(new URL(url.pathname.slice(first.length + 1), url), request));
		if (first !== "api") return serveStatic(screens, request);
		const response = await home.answer(request);
		for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
		return response;
	};
	const server = await new Promise<ServerType>((resolve) => {
		const started = serve({ fetch: answer, hostname: "127.0.0.1", port }, () => resolve(started));
	});
	return {
		url: `http://127.0.0.1:${port}`,
		stop: () =>
			new Promise<void>((resolve) => {
				server.close(() => resolve());
				if ("closeAllConnections" in server) server.closeAllConnections();
			}),
	};
}

/** The cookie of a session, for every page of the context. */
export async function signInTo(site: Site, context: BrowserContext, personId: string) {
	const response = await context.request.post(`${site.url}/api/session`, { headers: { "idempotency-key": crypto.randomUUID() }, data: { personId } });
	if (!response.ok()) throw new Error(`Sign-in answered ${response.status()}: ${await response.text()}`);
}
