/** The pages of the help, by chapter; a topic is also the end of its address. */
export const chapters = {
	start: ["se-connecter", "premiers-pas", "reperes", "raccourcis-clavier"],
	field: [
		"consigner-une-visite",
		"terminer-un-rapport",
		"mon-calendrier",
		"travailler-sans-reseau",
		"noter-un-besoin",
		"faire-avancer-un-dossier",
		"mettre-en-pause-ou-fermer",
		"suivis",
		"aiguillages",
		"joindre-un-document",
		"questionnaire-et-signaux",
	],
	tools: ["outils", "missions", "immigration"],
	lists: ["fiche-employeur", "rechercher-et-filtrer", "importer-des-employeurs", "exporter-et-imprimer", "annuler-et-historique"],
	office: ["lire-le-tableau-de-bord", "passer-un-portefeuille", "gerer-les-personnes", "sauvegarder"],
} as const;

export type Chapter = keyof typeof chapters;
export type TopicOf<C extends Chapter> = (typeof chapters)[C][number];
export type Topic = TopicOf<Chapter>;

export const chapterNames = Object.keys(chapters) as Chapter[];
export const topics: readonly Topic[] = chapterNames.flatMap((chapter) => chapters[chapter] as readonly Topic[]);
export const isTopic = (value: string | undefined): value is Topic => topics.some((topic) => topic === value);
