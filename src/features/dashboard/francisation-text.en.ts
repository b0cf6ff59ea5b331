import type { fr } from "./francisation-text.fr.ts";

export const en: typeof fr = {
	title: "Francization",
	aside: "in the period",
	summary: (informed, attested) => `${informed} in the period, ${attested} on the chosen day.`,
	words: { label: "Steps", value: "Number" },
	rows: { I20: "Employers informed", "I20-registered": "Employers registered", "I20-courses": "Courses started", "I20-attested": "Attestations known" },
	informed: { one: "employer informed", other: "employers informed" },
	attested: { one: "attestation known", other: "attestations known" },
};
