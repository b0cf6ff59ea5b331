import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	ready: "A new version is ready.",
	update: "Update",
};
