import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	starting: "Jalon is starting: one moment.",
	stopping: "Jalon is stopping: try again in a moment.",
	broken: "The database is starting again: try again in a moment.",
	full: "The server's disk is full: reading works, but nothing can be saved for now.",
};
