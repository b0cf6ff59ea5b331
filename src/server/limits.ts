import { randomUUID } from "node:crypto";
import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";

/** 25 MB over a telephone far from its antenna: a file has this long to arrive, as long as it keeps arriving. */
const fileSeconds = 900;

/** A client that sends its request drop by drop is dropped: it would hold a place that others need. */
export const limitsOf = (requestSeconds: number) => ({
	maxHeaderSize: 16 * 1024,
	headersTimeout: Math.min(10, requestSeconds) * 1000,
	requestTimeout: Math.max(requestSeconds, fileSeconds) * 1000,
	connectionsCheckingInterval: 1000,
	// Longer than the minute for which proxies keep an idle connection: who closes first must be they, or a request falls between two stools.
	keepAliveTimeout: 75_000,
});

/** What is no file has less time than Node leaves to all. */
export function dropSlowRequests(server: Server, requestSeconds: number): void {
	server.on("request", (incoming: IncomingMessage) => {
		if (incoming.headers["content-type"]?.startsWith("application/octet-stream")) return;
		const drop = () => {
			const late = Object.assign(new Error("late"), { code: "ERR_HTTP_REQUEST_TIMEOUT" });
			if (!incoming.complete) server.emit("clientError", late, incoming.socket);
		};
		const timer = setTimeout(drop, requestSeconds * 1000).unref();
		for (const end of ["end", "close"]) incoming.once(end, () => clearTimeout(timer));
	});
}

const statusOf: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** What is no request gets an answer all the same, with the number under which the log knows it. */
export function answerBadClients(server: Server, log: (entry: object) => void): void {
	server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
		if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
		const requestId = randomUUID();
		const status = statusOf[error.code ?? ""] ?? 400;
		log({ level: "info", message: "not a request", requestId, code: error.code, status });
		socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nx-request-id: ${requestId}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
	});
	// A reader that stops reading is let go too; a stream of events says something more often than that.
	server.timeout = 120_000;
}
