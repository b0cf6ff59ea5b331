import { request } from "node:http";
import { base, type Visitor } from "./support.ts";

/** Sends the beginning of a file under a key, and hangs up: the network of a parking lot. */
export const cutUpload = (visitor: Visitor, path: string, { key, begin }: { key: string; begin: Uint8Array }) =>
	new Promise<void>((resolve) => {
		const sent = request(`${base()}${path}`, {
			method: "POST",
			headers: { "content-type": "application/octet-stream", "content-length": begin.byteLength + 4_000_000, "idempotency-key": key, cookie: visitor.cookie },
		});
		sent.on("error", () => undefined);
		sent.on("close", () => resolve());
		sent.write(begin, () => setImmediate(() => sent.destroy()));
	});
