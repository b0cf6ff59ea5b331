export const fr = {
	title: "Francisation",
	aside: "pendant la période",
	summary: (informed: string, attested: string) => `${informed} pendant la période, ${attested} à la date choisie.`,
	words: { label: "Étapes", value: "Nombre" },
	rows: { I20: "Employeurs informés", "I20-registered": "Employeurs inscrits", "I20-courses": "Cours démarrés", "I20-attested": "Attestations connues" },
	informed: { one: "employeur informé", other: "employeurs informés" },
	attested: { one: "attestation connue", other: "attestations connues" },
};
