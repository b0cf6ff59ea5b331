export const fr = {
	employers: "Employeurs",
	tabs: "Sections de la fiche",
	thread: "Fil",
	needs: "Besoins",
	cases: "Dossiers",
	visits: "Visites",
	tools: "Portail et Journées Québec",
	people: "Personnes",
	history: "Historique",
	print: "Imprimer",
	printing: "Impression",
	printHint: "Voici la fiche entière, telle qu’elle sera sur papier.",
};
