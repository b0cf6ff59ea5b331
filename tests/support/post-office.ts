import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type Letter = { to: string[]; from: string; mail: Email };

/** A mail server that answers SMTP on the loopback and keeps what it accepts. `refuse` answers the next messages with a code. */
export async function openPostOffice() {
	const letters: Letter[] = [];
	const refusals: { at: "rcpt" | "data"; code: number }[] = [];
	const refusalAt = (at: "rcpt" | "data") => {
		if (refusals[0]?.at !== at) return null;
		const { code } = refusals.shift() as { code: number };
		return Object.assign(new Error("non"), { responseCode: code });
	};
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ["STARTTLS"],
		logger: false,
		onRcptTo: (_address, _session, callback) => callback(refusalAt("rcpt")),
		onData(stream, { envelope }, callback) {
			const parts: Buffer[] = [];
			stream.on("data", (part: Buffer) => parts.push(part));
			stream.on("end", async () => {
				const refusal = refusalAt("data");
				if (refusal) return callback(refusal);
				const mail = await PostalMime.parse(Buffer.concat(parts));
				letters.push({ to: envelope.rcptTo.map(({ address }) => address), from: envelope.mailFrom ? envelope.mailFrom.address : "", mail });
				callback(null);
			});
		},
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${port}`,
		letters,
		refuse: (at: "rcpt" | "data", code: number) => refusals.push({ at, code }),
		close: () => new Promise<void>((resolve) => server.close(resolve)),
	};
}
export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>;
