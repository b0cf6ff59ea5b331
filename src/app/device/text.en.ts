import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	ready: "A new version is ready.",
	update: "Update",
	offline: (moment) => `The service does not answer: this is what the device keeps. Data of ${moment}.`,
};
