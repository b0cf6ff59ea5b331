import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	open: "Demo",
	title: "Demonstration tools",
	close: "Close",
	preparing: "Preparing the sample region…",
	fault: "Simulated fault",
	faults: {
		aucune: "None",
		lente: "Slow answers",
		erreur: "Everything fails",
		parfois: "One answer in three fails",
		ecritures: "Nothing can be saved",
		conflit: "Somebody changed it before you",
		horsligne: "Offline",
	},
	data: "Data",
	scenarios: { region: "Region", vide: "Empty", surcharge: "Overload" },
	replaces: "Changing the data or starting afresh erases your changes.",
	reset: "Start afresh",
};
