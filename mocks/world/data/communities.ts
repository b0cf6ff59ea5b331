/** Partners: [name, type, MRC, number of agreements at 2021-03-31]. 23 partners, 34 agreements. */
export const partners: readonly (readonly [string, string, string, number])[] = [
	["Accueil Horizon-Nouveau de la Rive", "npo", "58", 3],
	["Carrefour des Arrivants du Suroît", "npo", "70", 2],
	["Maison Passerelles du Haut-Richelieu", "npo", "56", 2],
	["Forum Ancrage maskoutain", "npo", "54", 3],
	["L’Appui interculturel de Roussillon", "npo", "67", 2],
	["Porte ouverte Vaudreuil-Soulanges", "npo", "71", 2],
	["Comité Bienvenue Sorel et rivières", "npo", "53", 1],
	["Ressources Racines et Avenir", "npo", "58", 2],
	["Entraide Terres noires", "npo", "68", 1],
	["Vallée solidaire", "npo", "57", 2],
	["Emploi-Pont Longueuil", "npo", "58", 2],
	["Les Voisins d’ici, Acton et Rouville", "npo", "48", 1],
	["Tremplin Brome-Yamaska", "npo", "47", 1],
	["MRC des Maskoutains", "mrc", "54", 1],
	["MRC de Rouville", "mrc", "55", 1],
	["MRC des Jardins-de-Napierville", "mrc", "68", 1],
	["MRC du Haut-Saint-Laurent", "mrc", "69", 1],
	["Ville de Saint-Jean-sur-Richelieu", "municipality", "56", 1],
	["Ville de Châteauguay", "municipality", "67", 1],
	["Ville de Vaudreuil-Dorion", "municipality", "71", 1],
	["Coopérative d’habitation et d’accueil Les Deux-Rives", "cooperative", "59", 1],
	["Coop Services aux familles d’ailleurs", "cooperative", "58", 1],
	["Centre de formation continue des Patriotes-du-Sud", "educational", "57", 1],
];

export const programmes: Readonly<Record<string, readonly (readonly [code: string, title: string])[]>> = {
	npo: [["PASI", "Soutien au Parcours d’accompagnement personnalisé"], ["PASI", "Pleine participation"], ["PAC", "Appui aux collectivités, volet 2"]],
	mrc: [["PAC", "Appui aux collectivités, volet 1"]],
	municipality: [["PAC", "Appui aux collectivités, volet 1"]],
	cooperative: [["PAC", "Appui aux collectivités, volet 2"]],
	educational: [["PASI", "Francisation à temps partiel en milieu de travail"]],
};

export const actions: readonly string[] = ["Jumelage interculturel entre familles", "Visites exploratoires de la région", "Ateliers de recherche d’emploi", "Café-rencontre du samedi", "Séances d’information pour les employeurs", "Accueil des familles en milieu scolaire", "Trousse d’accueil municipale", "Semaine québécoise des rencontres interculturelles", "Caravane de l’emploi en région", "Cuisine collective du monde", "Sensibilisation à la diversité en entreprise", "Aide à la recherche de logement", "Initiation aux sports d’hiver", "Cours de conversation française", "Parcours citoyen : services municipaux", "Salon de l’emploi virtuel", "Soutien à la reconnaissance des acquis", "Club de lecture jeunesse interculturel", "Marché public des saveurs", "Réseau de parrains et de marraines", "Capsules vidéo de bienvenue", "Transport bénévole vers les rendez-vous", "Jardin communautaire partagé", "Formation des bénévoles à l’accueil", "Stages exploratoires en milieu agricole"];
