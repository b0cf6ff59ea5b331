import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	unavailable: "The service is not answering at the moment.",
	undo: "Undo",
	kept: "It is kept on this device. It will be sent as soon as the service answers.",
	full: "There is no room left on this device: nothing is kept. Leave this page open and free some space, or try again when the service answers.",
	waits: "To sync",
	undone: "Undone",
	writing: "Save or close what you are writing first: undoing would close this page.",
	reference: (id: string) => `(Request ${id})`,
};
