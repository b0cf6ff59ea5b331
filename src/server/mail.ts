import { createTransport, type NodemailerError } from "nodemailer";
import { type MailMessage, type MailPort, MailRefusal } from "#api/digests/mail.ts";
import type { Settings } from "./settings.ts";

/** Well under the ten minutes after which another process would take a message for abandoned. */
const longest = 60_000;

const faults: Record<string, MailRefusal["fault"]> = {
	EAUTH: "sign-in",
	ENOAUTH: "sign-in",
	EOAUTH2: "sign-in",
	ETLS: "encryption",
	EREQUIRETLS: "encryption",
	ECONNECTION: "unreachable",
	ETIMEDOUT: "unreachable",
	EDNS: "unreachable",
	ESOCKET: "unreachable",
};

/** What the mail server answered, in one word: its sentence may quote an address. */
function refusalOf(error: unknown): MailRefusal {
	const { code = "", responseCode = 0, command = "" } = error as Partial<NodemailerError>;
	const fault = faults[code];
	if (fault === "sign-in") return new MailRefusal(fault);
	// « Try later », as when a server is full or makes strangers wait.
	if (responseCode >= 400 && responseCode < 500) return new MailRefusal("later");
	if (responseCode >= 500) return command === "RCPT TO" ? new MailRefusal("recipient", true) : new MailRefusal("refused");
	return new MailRefusal(fault ?? "other");
}

/** E-mail by SMTP, one connection a message: a digest a day and a person needs no pool. */
export function smtpMail({ url, from }: NonNullable<Settings["mail"]>): MailPort {
	const transport = createTransport({ url, connectionTimeout: longest / 2, greetingTimeout: longest / 2, socketTimeout: longest }, { from });
	const host = /@([^>\s]+)/.exec(from)?.[1] ?? "localhost";
	return {
		async send({ to, subject, text, html, messageId, unsubscribe }: MailMessage) {
			try {
				await transport.sendMail({
					to,
					subject,
					text,
					html,
					messageId: `<${messageId}@${host}>`,
					// Written by a machine: no answering machine answers, and one stops it from the page.
					headers: { "Auto-Submitted": "auto-generated", "List-Unsubscribe": `<${unsubscribe}>` },
				});
			} catch (error) {
				throw refusalOf(error);
			}
		},
	};
}
