import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	unavailable: "The service is not answering at the moment.",
	undo: "Undo",
	undone: "Undone",
	writing: "Save or close what you are writing first: undoing would close this page.",
	reference: (id: string) => `(Request ${id})`,
};
