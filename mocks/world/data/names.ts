/** People of the world: none exists. Québec names of every origin. */
export const firstNames = "Andrée,Mélissa,Joëlle,Maude,Geneviève,Noémie,Rosalie,Marie-Ève,Anne-Sophie,Françoise,Hélène,Zoé,Léonie,Béatrice,Josée,Lucie,Nathalie,Chantal,Aïcha,Fatima,Nadia,Leïla,Awa,Mariama,Linh,Mei,Priya,Ximena,Valentina,Ana-Lucia,Ioana,Oksana,Widad,Rose-Laure,Étienne,François,Jérôme,Mathieu,Benoît,Gaël,Rémi,Frédéric,Sébastien,Olivier,Félix,Thomas,Maxime,Yves,Réjean,Marc-André,Jean-Philippe,Karim,Youssef,Mamadou,Ousmane,Minh,Wei,Rajiv,Diego,Andrés,Cătălin,Pavel,Emmanuel,Wilner,Junior,Tomás".split(",");
export const familyNames = "Arcand,Asselin,Beaulac,Bérubé,Bissonnette,Boisclair,Brisebois,Charlebois,Chouinard,Corriveau,Courtemanche,D’Amours,Deslauriers,Desrosiers,Dufresne,Fréchette,Gaudreault,Gingras,Hébert,Jodoin,L’Écuyer,L’Heureux,Laflèche,Lagacé,Lamontagne,Lanctôt,Laplante,Ménard,Nadon,Nolin,Ouellet,Paquin,Pépin,Phaneuf,Pontbriand,Quirion,Rainville,Robidoux,Sansoucy,St-Amand,St-Onge,Ste-Marie,Thibodeau,Turcotte,Vadeboncœur,Vaillancourt,Yelle,Zahar,Benali,El Amrani,Haddad,Traoré,Ndiaye,Koné,Nguyen,Pham,Zhang,Sharma,Patel,Rojas,Castaño,Fernandes,Popescu,Marchenko,Jean-Baptiste,Toussaint,Étienne,Diaz,Mutombo".split(",");

/** Staff: [name, role, service point]. */
export const staff: readonly (readonly [string, string, string])[] = [
	["Marie Lavoie", "advisor", "Saint-Hyacinthe"],
	["Samuel Côté", "advisor", "Beloeil"],
	["Amina Guérin", "advisor", "Longueuil"],
	["Jean Tremblay-Roy", "advisor", "Saint-Jean-sur-Richelieu"],
	["Thi Mai Nguyen", "advisor", "Châteauguay"],
	["Fatoumata Diallo", "advisor", "Vaudreuil-Dorion"],
	["Ricardo Benítez", "recruitmentAdvisor", "Beloeil"],
	["Julie Saint-Amour", "integrationAgent", "Longueuil"],
	["Hamid Belkacem", "integrationAgent", "Longueuil"],
	["Camille D’Anjou", "integrationAgent", "Brossard"],
	["Oxana Petrenko", "integrationAgent", "Saint-Hyacinthe"],
	["Wilfrid Estimé", "integrationAgent", "Saint-Jean-sur-Richelieu"],
	["Lucía Herrera", "integrationAgent", "Saint-Constant"],
	["Mathilde Cœur-Joly", "integrationAgent", "Châteauguay"],
	["Moussa Sarr", "integrationAgent", "Salaberry-de-Valleyfield"],
	["Élise Thériault", "integrationAgent", "Sorel-Tracy"],
	["Nour Khoury", "integrationAgent", "Granby"],
	["Dominique Archambault", "manager", "Beloeil"],
	["Isabelle Fontaine", "manager", "Beloeil"],
	["Patrick Lemay", "administrator", "Beloeil"],
	["Claude Hétu", "auditor", "Beloeil"],
];
export const estrieAdvisor = "Gabriel Aubert";

export const jobTitles = ["Directrice des ressources humaines", "Directeur général", "Conseillère en ressources humaines", "Directrice des opérations", "Propriétaire", "Adjointe à la direction", "Directeur de production", "Contremaîtresse", "Contrôleur financier", "Responsable de la formation", "Copropriétaire", "Coordonnateur, acquisition de talents"];
export const streets = ["rue Principale", "rue Sainte-Anne", "boulevard Industriel", "rang de la Rivière", "rue Notre-Dame", "chemin du Grand-Rang", "rue de l’Église", "avenue des Érables", "rue Saint-Joseph", "montée du Ruisseau", "rue des Ateliers", "chemin de la Côte-Double", "rue du Parc-Industriel", "boulevard des Vétérans", "rang Saint-André"];

/** Family names that nobody bears, for the businesses that have one. */
export const houses = "Vallombreux,Grandmaisnil,Sauvalier,Corbellec,Marchemont,Fontabelle,Rocquebruyère,Dessurois,Lavertaine,Beauvallis,Chantelac,Morinvert,Pellicorne,Garrindeau,Brulotière,Sainfoin,Montesquieulx,Tourvenel,Aubervive,Clairmarais,Ducormier,Haultecœur,Jolimeure,Lestrivière,Merlevent,Noirétang,Ormesson-Bey,Pierremande,Quatrefages,Roncevaulx,Silvemont,Trempelune,Ursoleil,Verdecœur,Ysambart".split(",");

/** Second halves of business names: invented places, then trees, birds and waters. */
export const features = ["du Grand-Détour", "de l’Anse-aux-Cormiers", "des Trois-Ormes", "du Vieux-Moulinet", "de la Butte-aux-Renards", "du Ruisseau-Perdu", "des Quatre-Rangs", "de la Pointe-Fontaine", "du Coteau-Rouge-Gorge", "de la Baie-aux-Hérons", "du Marais-Doré", "de l’Île-aux-Noyers", "des Hautes-Berges", "du Bas-du-Rang", "de l’Orée-des-Pins", "du Chemin-Creux", "de la Savane-Bleue", "du Pont-Rond", "des Deux-Clochers", "de la Grande-Brande", "du Mont-Frêne", "de la Rive-aux-Saules", "de l’Étang-Gris", "du Haut-Sillon", "de la Petite-Érablière", "du Bosquet-Noir", "de la Clé-des-Prés", "du Rang-des-Sept", "de l’Aubépine", "du Cœur-Volant", "de la Croisée-des-Vents", "du Rapide-Sec", "des Îlets-Verts", "de la Terre-Haute", "du Fossé-Neuf", "de la Côte-aux-Geais", "du Quai-Brûlé", "de l’Hirondelle-Bleue", "du Castor-Rieur", "de la Belle-Écluse", "du Trécarré", "du Vent-d’Ouest", "de la Pierre-Fendue", "de la Maison-Grise", "de la Brume-Matin", "du Loriot", "de l’Œillet-des-Champs"];
export const saints = ["St-Zénobe", "Ste-Quiterie", "St-Amadour", "Ste-Radegonde-des-Prés", "St-Évroul", "Ste-Wilfride", "St-Fulgence-du-Rang", "Ste-Aldegonde", "St-Méen", "Ste-Hunégonde-des-Monts"];
export const coined = ["Orvalys", "Nordeluz", "Sylvanor", "Pratelis", "Méandrix", "Ferralune", "Kaloptia", "Boréval-Tek", "Œkumar", "Lumivergne", "Argentelle", "Tournesolis", "Vireval", "Estacade-9", "Céréalune", "Hexabois", "Rivogaz-Zéro", "Altimousse", "Quartzelle", "Brisavent"];
