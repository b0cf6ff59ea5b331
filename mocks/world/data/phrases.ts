/**
 * What counsellors write: facts, never an opinion on a person. Between braces: {n} posts, {metier}, {mois} months vacant, {ville},
 * {contact} job title met, {quart} shifts, {mission}, {effectif} employees, {activite}. `~` stands for a no-break space.
 */
export type Purpose = "call" | "assessment" | "plan" | "recruitment" | "selection" | "immigration" | "arrival" | "integration" | "retention" | "courtesy";

export const headlines: Readonly<Record<Purpose, readonly string[]>> = {
	call: ["Premier appel : cherche des {metier}, rencontre acceptée", "Rappel à la suite de la référence : {n} postes à combler", "Appel avec la direction, intérêt pour le recrutement international", "Premier échange : veut comprendre le Portail employeurs", "Appel : deux départs à la retraite à remplacer à {ville}"],
	assessment: ["Manque {n} {metier} depuis {mois} mois", "{n} postes de {metier} ; le bassin local est épuisé", "Refuse des contrats faute de {metier}", "Ouvre un nouveau quart de travail, cherche {n} {metier}", "Visite de l’usine : {n} postes affichés sans succès", "Agrandissement prévu : {n} {metier} à recruter", "Diagnostic complété avec la direction, {n} postes consignés"],
	plan: ["Plan convenu : Portail d’abord, mission ensuite", "Solutions retenues et actions réparties", "S’inscrit à la prochaine mission, francisation en parallèle", "Choisit le traitement simplifié pour les {metier}", "Plan d’accompagnement accepté par courriel"],
	recruitment: ["Compte Portail ouvert, premières recherches faites", "Trois profils intéressants sur le Portail", "Offres rédigées pour les Journées Québec", "Révision de l’affichage : le salaire est monté", "Peu de réponses, élargit aux permis ouverts", "Suivi du recrutement : cinq entrevues prévues"],
	selection: ["Entrevues par visioconférence, deux personnes retenues", "Offre transmise, réponse attendue la semaine prochaine", "Sélection terminée pour les {metier}", "Test technique réussi, offre en préparation"],
	immigration: ["EIMT déposée, copie envoyée au Ministère", "EIMT favorable, demande de CAQ en cours", "Permis attendus d’ici deux mois", "Pièce manquante au dossier : preuve d’affichage", "Point sur les délais de traitement"],
	arrival: ["Arrivée confirmée, logement trouvé à {ville}", "Prépare l’accueil : NAS, banque, école", "Première journée planifiée avec un parrain", "Deux arrivées la même semaine"],
	integration: ["Entrée en poste réussie, cours de français le mardi", "Suivi du premier mois : transport à régler", "Bilan des trois mois avec la direction", "La famille arrive en août, places en garderie à trouver"],
	retention: ["Toujours en poste, renouvellement à préparer", "Bilan des six mois : promotion à l’interne", "Prolongation du permis à déposer avant l’échéance", "Suivi annuel : quatre personnes sur cinq en poste"],
	courtesy: ["Suivi annuel : aucun besoin pour l’instant", "Relance : carnet de commandes stable", "Passage en entreprise, effectif complet", "Appel de suivi : rappeler au printemps", "Rencontre au salon de l’emploi de {ville}", "Veut de l’information sur la francisation en entreprise"],
};

/** Facts by theme; a report takes some of each. */
export const facts: Readonly<Record<string, readonly string[]>> = {
	need: ["L’entreprise compte {effectif} personnes et cherche {n} {metier}.", "Les postes de {metier} sont affichés sur Québec emploi depuis {mois} mois ; quatre candidatures reçues, aucune retenue.", "Deux départs à la retraite d’ici l’été s’ajoutent aux {n} postes déjà ouverts.", "Le quart de soir tourne à 70~% de sa capacité faute de {metier}.", "Un contrat de trois ans commence à l’automne ; il faut {n} {metier} de plus.", "Le salaire offert vient d’être relevé de 1,50~$ l’heure."],
	activity: ["Activité : {activite}.", "Horaire : {quart}.", "La production a augmenté de 15~% depuis un an.", "L’usine a reçu une deuxième ligne de production en janvier.", "Le carnet de commandes est rempli pour neuf mois.", "Les heures supplémentaires pèsent sur l’équipe."],
	housing: ["L’employeur loue deux chambres près de l’usine et cherche un quatre et demie.", "Aucun logement libre à {ville} sous 1 100~$ ; la MRC est contactée.", "Une maison de six places est prête pour les personnes saisonnières.", "Le logement reste à trouver avant l’arrivée.", "L’inspection du logement par l’employeur est datée du mois dernier."],
	transport: ["Pas d’autobus avant 7~h ; covoiturage organisé par l’équipe.", "Le transport est fourni les trois premiers mois.", "Le trajet depuis Longueuil prend 45 minutes en transport collectif."],
	french: ["Deux collègues suivent des cours de français au travail, le mardi et le jeudi.", "L’entreprise est inscrite à l’OQLF ; l’analyse linguistique est en cours.", "Le français de base suffit à l’embauche, le niveau 4 est visé en six mois.", "Les consignes de sécurité sont traduites en images.", "L’employeur libère trois heures par semaine pour la francisation."],
	hr: ["La personne rencontrée ({contact}) s’occupe seule de l’embauche.", "Aucun recrutement à l’étranger à ce jour.", "L’entreprise a déjà recruté en Tunisie par une agence ; elle veut le faire elle-même.", "Un parrainage est prévu pour chaque nouvelle personne.", "La direction a suivi l’atelier sur la gestion de la diversité."],
	season: ["La saison commence à la mi-avril ; les arrivées doivent être groupées.", "Pointe de production de septembre à novembre.", "L’hiver est tranquille : bon moment pour former."],
	tool: ["Présentation du Portail employeurs ; le compte sera ouvert cette semaine.", "Deux personnes contactées par le Portail, une a répondu.", "Intérêt pour la mission « {mission} ».", "La description de tâches est à réviser avant de publier.", "Le traitement simplifié s’applique au poste selon la liste en vigueur."],
	process: ["La demande a été envoyée à Service Canada ; l’accusé de réception est au dossier de l’employeur.", "Le certificat d’acceptation est délivré ; le permis suit.", "Les délais annoncés sont de 10 à 14 semaines.", "Les frais ont été acquittés par l’employeur."],
	welcome: ["Rendez-vous d’Accompagnement Québec offert à l’arrivée.", "Le NAS et le compte bancaire se font la première semaine.", "Deux enfants seront inscrits à l’école en août.", "Une trousse d’accueil a été remise par le carrefour local."],
};

export const themes: Readonly<Record<Purpose, readonly string[]>> = {
	call: ["need", "hr"],
	assessment: ["need", "activity", "housing", "french", "hr", "transport"],
	plan: ["tool", "french", "housing"],
	recruitment: ["tool", "need", "hr"],
	selection: ["tool", "process", "housing"],
	immigration: ["process", "housing", "french"],
	arrival: ["welcome", "housing", "transport"],
	integration: ["welcome", "french", "transport"],
	retention: ["french", "welcome", "process"],
	courtesy: ["activity", "hr", "french"],
};

/** What proves a criterion, in the words of a counsellor. */
export const evidenceNotes: Readonly<Record<string, readonly string[]>> = {
	interactionLogged: ["Appel de 15 minutes avec la direction", "Échange de courriels, rencontre proposée", "Conversation téléphonique, besoins décrits"],
	planAgreed: ["Plan accepté par courriel", "Actions et dates convenues au téléphone", "Courriel de synthèse confirmé par l’employeur"],
	channelStarted: ["Compte Portail ouvert", "Inscription aux Journées Québec envoyée", "Recherche lancée dans le bassin local", "Offre publiée auprès des permis ouverts"],
	candidateRetained: ["Deux candidatures retenues après entrevue", "Une candidature retenue, test réussi", "Trois personnes retenues par visioconférence"],
	offerAccepted: ["Offre signée et retournée", "Deux offres acceptées", "Offre acceptée verbalement, puis signée"],
	filingStarted: ["EIMT déposée à Service Canada", "Demande de CAQ déposée", "Offre déposée au PMI", "Offre validée déposée dans Arrima"],
	permitIssued: ["Permis de travail délivré", "Permis ouvert déjà détenu, aucun permis requis", "Permis approuvé, lettre d’introduction reçue"],
	workStarted: ["Entrée en poste confirmée par l’employeur", "Première journée de travail faite", "Deux personnes en poste"],
	threeMonthFollowUp: ["Suivi des trois mois fait au téléphone", "Bilan des trois mois fait sur place"],
};

export const followUps: readonly (readonly [kind: string, title: string, businessDays: number, purposes: readonly Purpose[]])[] = [
	["summaryEmail", "Courriel de synthèse", 2, ["assessment", "plan", "recruitment", "integration"]],
	["call", "Rappeler la direction", 8, ["call", "courtesy", "recruitment"]],
	["call", "Fixer la date de la visite", 5, ["call"]],
	["documentation", "Envoyer le guide du Portail employeurs", 5, ["assessment", "call"]],
	["documentation", "Envoyer la documentation sur la francisation", 5, ["assessment", "plan", "courtesy"]],
	["portalCheck", "Vérifier l’ouverture du compte Portail", 10, ["plan", "assessment", "recruitment"]],
	["portalCheck", "Première utilisation du Portail : recherches et contacts", 15, ["recruitment"]],
	["missionRegistration", "Confirmer l’inscription aux Journées Québec", 12, ["plan", "recruitment"]],
	["referralOutcome", "Retour de la référence à Services Québec", 15, ["assessment", "courtesy"]],
	["filingStatus", "État de la demande d’EIMT", 20, ["selection", "immigration"]],
	["filingStatus", "État des permis de travail", 18, ["immigration", "arrival"]],
	["other", "Planifier l’accueil : logement, banque, école", 10, ["arrival", "immigration"]],
	["retention", "Suivi en emploi : premier mois", 20, ["arrival", "integration"]],
	["retention", "Suivi en emploi : six mois", 25, ["integration", "retention"]],
	["other", "Préparer le renouvellement du permis", 15, ["retention"]],
];

/** What is sent to the employer was promised at the visit: nothing is drawn for it, the region stays the same. */
export const promisedKinds: ReadonlySet<string> = new Set(["documentation", "summaryEmail"]);

export const outcomes = ["Fait, envoyé par courriel", "Réponse reçue le jour même", "Message laissé, réponse reçue le lendemain", "Confirmé par l’employeur", "Rien à signaler", "Dossier à jour", "Rendez-vous pris"];
export const localEfforts = ["Québec emploi, page d’emploi et références internes", "Affichage local depuis l’automne, salon de l’emploi", "Journal local, écoles de métiers, prime de référence", "Agence de placement, sans résultat", "Québec emploi et réseaux sociaux"];
export const requirements = ["Diplôme d’études professionnelles ou expérience équivalente", "Permis de conduire de classe 1", "Ordre professionnel : équivalence à obtenir", "Un an d’expérience", "Bonne condition physique, station debout", "Lecture de plans", "Aucune, formation sur place"];
export const cancelReasons = ["Employeur absent, à replanifier", "Tempête de neige", "Reporté à la demande de l’employeur", "Arrêt de production imprévu"];
export const pauseReasons = ["L’employeur attend la réponse de son financement", "Reprise du recrutement après la saison morte"];
export const partnersPresent = ["Services Québec", "Développement économique de la MRC", "Chambre de commerce locale", "Carrefour jeunesse-emploi", "Comité sectoriel de main-d’œuvre"];
export const documents = ["Guide du Portail employeurs", "Fiche sur le traitement simplifié", "Dépliant d’Accompagnement Québec", "Description de tâches", "Aide-mémoire : accueillir une personne immigrante"];
export const addenda = ["Précision de l’employeur reçue après la visite : le nombre de postes est confirmé.", "Correction : la rencontre a duré une heure, et non une demi-heure.", "Ajout : le logement a été trouvé par l’employeur la semaine suivante."];
export const backReasons = ["Les candidatures retenues se sont désistées", "Offre refusée, reprise du recrutement"];
