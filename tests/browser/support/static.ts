import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Record<string, string> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".json": "application/json",
	".svg": "image/svg+xml",
	".wasm": "application/wasm",
	".woff2": "font/woff2",
};

/** Their names change with their content. */
const forever = { "cache-control": "public, max-age=31536000, immutable" };

/** What any file host does with a static demonstration: the files, and index.html for the addresses of the application. */
export async function startStatic(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
	const server = createServer((request, response) => {
		const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
		const name = extname(path) === "" ? "index.html" : path;
		readFile(join(folder, name)).then(
			(file) =>
				response.writeHead(200, { "content-type": types[extname(name)] ?? "application/octet-stream", ...(path.includes("/assets/") && forever) }).end(file),
			() => response.writeHead(404, { "content-type": "text/plain" }).end("Not found"),
		);
	});
	await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
