import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	ready: "A new version is ready.",
	update: "Update",
	offline: (moment) => `The service does not answer: this is what the device keeps. Data of ${moment}.`,
	full: "This device has no room left: what you type stays on screen, but is no longer kept here. Leave this page open until it is sent, or free some space.",
	memory: "This browser keeps nothing once it is closed (private browsing): leave this page open until everything is sent.",
};
