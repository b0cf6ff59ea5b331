import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { Readable } from "node:stream";

const types: Record<string, string> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".svg": "image/svg+xml",
	".png": "image/png",
	".woff2": "font/woff2",
	".webmanifest": "application/manifest+json",
};

// Everything comes from this address: no script, font, image or request from anywhere else.
export const securityHeaders = {
	"content-security-policy":
		"default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
	"x-content-type-options": "nosniff",
	"referrer-policy": "no-referrer",
	"permissions-policy": "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=()",
	"cross-origin-opener-policy": "same-origin",
	"cross-origin-resource-policy": "same-origin",
};

/** Null for what is no address of ours: ill-written, or a file that begins with a dot (the build's own manifest is one). */
function readPath(url: string): string | null {
	try {
		const path = normalize(decodeURIComponent(new URL(url).pathname));
		return path.includes("\0") || path.split(/[\\/]/).some((part) => part.startsWith(".")) ? null : path;
	} catch {
		return null;
	}
}

/** The built screens: hashed files for a year, gzip when it was made at build time, index.html for every address of the application. */
export async function serveStatic(root: string, request: Request): Promise<Response> {
	const path = readPath(request.url);
	const wanted = path === null || path.endsWith(".map") ? null : join(root, path);
	const isFile = async (file: string) => (await stat(file).catch(() => null))?.isFile() ?? false;
	const found = wanted?.startsWith(root) && (await isFile(wanted)) ? wanted : null;
	const nothing = () => new Response("Not found", { status: 404, headers: { ...securityHeaders, "content-type": "text/plain; charset=utf-8" } });
	if (path === null || (!found && extname(path) !== "")) return nothing();
	const file = found ?? join(root, "index.html");
	// The screens are not built: the API answers all the same.
	if (!found && !(await isFile(file))) return nothing();
	const zipped = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "") && (await isFile(`${file}.gz`));
	const headers = {
		...securityHeaders,
		"content-type": types[extname(file)] ?? "application/octet-stream",
		"cache-control": /\/assets\//.test(path) && found ? "public, max-age=31536000, immutable" : "no-cache",
		vary: "accept-encoding",
		...(zipped ? { "content-encoding": "gzip" } : {}),
	};
	if (request.method !== "GET" && request.method !== "HEAD") return new Response(null, { status: 405, headers });
	if (request.method === "HEAD") return new Response(null, { headers });
	return new Response(Readable.toWeb(createReadStream(zipped ? `${file}.gz` : file)) as ReadableStream, { headers });
}
