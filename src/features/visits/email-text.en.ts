import type { fr } from "./email-text.fr.ts";

export const en: typeof fr = {
	title: "Summary e-mail",
	help: "Prepared from the report, in French. Read it, correct it, then send it from your mail program.",
	to: "Recipients",
	noAddress: "None of the people met has an address on the record.",
	subject: "Subject",
	body: "Message",
	copy: "Copy",
	copied: "Message copied",
	notCopied: "The browser refuses to copy. Select the message and copy it.",
	open: "Open in mail",
	paste: "The message is long: it is copied. Paste it in the e-mail that opens.",
	sent: "It is sent",
	recorded: "Summary e-mail recorded as done",
	failed: "The follow-up could not be recorded. Try again: the message is still there.",
	followUp: "Courriel de synthèse",
	restore: "Back to the prepared text",
};
