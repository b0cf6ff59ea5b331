const nb = "\u00A0";

export const fr = {
	open: "Ouvrir le rapport",
	group: {
		title: "Séance de groupe",
		help: "Une séance d’information ou un atelier avec plusieurs employeurs\u00A0: une seule saisie, au fil de chacun d’eux.",
		count: (value: number) => (value === 0 ? "Employeurs présents" : `Employeurs présents (${value}${nb}${value === 1 ? "employeur" : "employeurs"})`),
		add: "Ajouter un employeur",
		needed: "Choisissez au moins un employeur.",
		hint: "Sujet de la séance",
	},
	partner: {
		title: "Visite d’un partenaire",
		help: "Le suivi d’une entente avec un organisme, une MRC ou une municipalité. Elle ne compte pas comme un accompagnement d’employeur.",
		needed: "Choisissez le partenaire visité.",
		hint: "Ce qu’il faut retenir",
	},
};
