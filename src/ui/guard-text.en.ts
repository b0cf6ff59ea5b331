import type { fr } from "./guard-text.fr.ts";

export const en: typeof fr = {
	kinds: {
		socialInsurance: "a social insurance number",
		documentNumber: "a passport, permit or immigration file number",
		health: "something about the health of a named person",
		origin: "something about the origin or status of a named person",
	},
	seems: (found) => `This text seems to hold ${found}.`,
	why: "A note keeps to the facts that support needs. Your choice is logged, never the text.",
	correct: "Correct",
	keep: "Keep anyway",
};
