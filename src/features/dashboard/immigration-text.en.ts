import type { fr } from "./immigration-text.fr.ts";

export const en: typeof fr = {
	title: "Immigration",
	aside: "from the hire to the arrival",
	summary: (underWay, arrivals) => `${underWay} under way, ${arrivals} in the period.`,
	words: { label: "Files", value: "Number" },
	rows: { I10: "Under way", "I10-opened": "Opened", "I10-decided": "Decided", "I10-refused": "Refused", I11: "Arrivals" },
	files: { one: "file", other: "files" },
	arrivals: { one: "arrival", other: "arrivals" },
};
