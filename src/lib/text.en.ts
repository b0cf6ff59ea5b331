import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	unavailable: "The service is not answering at the moment.",
	undo: "Undo",
	undone: "Undone",
	reference: (id: string) => `(Request ${id})`,
};
