export const fr = {
	title: "Immigration",
	aside: "de l’embauche à l’arrivée",
	summary: (underWay: string, arrivals: string) => `${underWay} en cours, ${arrivals} pendant la période.`,
	words: { label: "Dossiers", value: "Nombre" },
	rows: { I10: "En cours", "I10-opened": "Ouverts", "I10-decided": "Décidés", "I10-refused": "Refusés", I11: "Arrivées" },
	files: { one: "dossier", other: "dossiers" },
	arrivals: { one: "arrivée", other: "arrivées" },
};
