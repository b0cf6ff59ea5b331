import type { MailFault } from "#contract/digests.ts";

export type MailMessage = {
	to: string;
	subject: string;
	text: string;
	html: string;
	/** The same at each attempt, so that a mailbox can tell a message that came twice. */
	messageId: string;
	/** Where one stops receiving it. */
	unsubscribe: string;
};

/** How e-mail leaves: given by the home, SMTP or a box in memory. */
export type MailPort = { send(message: MailMessage): Promise<void> };

/** A message that did not leave. `isFinal`: trying again today would change nothing. */
export class MailRefusal extends Error {
	readonly fault: MailFault;
	readonly isFinal: boolean;
	constructor(fault: MailFault, isFinal = false) {
		super(`mail: ${fault}`);
		this.fault = fault;
		this.isFinal = isFinal;
	}
}
