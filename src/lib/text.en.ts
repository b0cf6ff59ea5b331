import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	unavailable: "The service is not answering at the moment.",
	reference: (id: string) => `(Request ${id})`,
};
