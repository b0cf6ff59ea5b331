const withQuery = (path: string, query: Record<string, string | undefined>) => {
	const search = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))).toString();
	return search ? `${path}?${search}` : path;
};

/** What has a history at an address of its own; an employer’s is a tab of its record. */
export type HistoryOf =
	| "dossier"
	| "visite"
	| "besoin"
	| "suivi"
	| "outil"
	| "personne"
	| "etape"
	| "terme"
	| "question"
	| "protocole"
	| "aiguillage"
	| "immigration"
	| "mission";

/** An exercice, a trimestre, a mois, or from a day to another; read as of a day. */
type PeriodState = { exercice?: string; trimestre?: string; mois?: string; du?: string; jusquau?: string; au?: string };

type ListState = { q?: string; filtre?: string; tri?: string };

/** Every address of the application, in French, built here only. */
export const paths = {
	home: () => "/",
	myDay: () => "/ma-journee",
	/** What one is told of today. */
	digest: () => "/resume",
	signIn: (next?: string) => withQuery("/connexion", { suite: next }),
	employers: (state: ListState = {}) => withQuery("/employeurs", state),
	employer: (
		id: string,
		tab?: "besoins" | "dossiers" | "visites" | "outils" | "immigration" | "signaux" | "documents" | "personnes" | "historique" | "impression" | "preparation",
	) => `/employeurs/${id}${tab ? `/${tab}` : ""}`,
	/** The yearly questions, asked during a visit. */
	employerQuestions: (id: string, visitId: string) => withQuery(`/employeurs/${id}/signaux`, { visite: visitId }),
	newEmployer: () => "/employeurs/nouveau",
	supportCases: (state: ListState & { vue?: "liste" | "tableau"; dossier?: string } = {}) => withQuery("/dossiers", state),
	labourNeeds: (state: ListState & { vue?: "professions" } = {}) => withQuery("/besoins", state),
	labourNeed: (id: string) => `/besoins/${id}`,
	visits: (state: ListState = {}) => withQuery("/visites", state),
	newVisit: (employerId?: string) => withQuery("/visites/nouvelle", { employeur: employerId }),
	/** A group session, or the visit of a partner. */
	startVisit: (subject?: "groupe" | "partenaire", partnerId?: string) => withQuery("/visites/debut", { sujet: subject, partenaire: partnerId }),
	visit: (id: string) => `/visites/${id}`,
	/** « Pas vus depuis 180 jours, à 10 km de… » */
	tours: (state: { autour?: string } = {}) => withQuery("/tournees", state),
	followUps: (state: ListState & { vue?: "semaine"; du?: string; suivi?: string } = {}) => withQuery("/suivis", state),
	referrals: (state: ListState & { aiguillage?: string } = {}) => withQuery("/aiguillages", state),
	toolUses: (state: ListState = {}) => withQuery("/outils", state),
	missions: (state: ListState = {}) => withQuery("/missions", state),
	/** Before the mission or after it; read as of a day. */
	mission: (id: string, state: { vue?: "preparation" | "resultats"; au?: string } = {}) => withQuery(`/missions/${id}`, state),
	immigration: (state: ListState & { vue?: "delais" } = {}) => withQuery("/immigration", state),
	/** Of one employer, when it begins on that employer's record. */
	immigrationGroup: (employerId?: string) => withQuery("/immigration/groupe", { employeur: employerId }),
	immigrationLine: (id: string) => `/immigration/${id}`,
	/** The employers whose open needs it may fill. */
	missionPlan: (id: string, state: ListState = {}) => withQuery(`/missions/${id}/planification`, state),
	missionComparison: () => "/missions/comparaison",
	/** Accounts of the Portail employeurs, as of a day. */
	portal: (state: ListState & { au?: string } = {}) => withQuery("/outils/portail", state),
	signals: (state: ListState & { vue?: "tendances"; signal?: string } = {}) => withQuery("/signaux", state),
	history: (kind: HistoryOf | ":kind", id: string) => `/historique/${kind}/${id}`,
	dashboard: (period: PeriodState = {}) => withQuery("/tableau-de-bord", period),
	/** The records behind a figure of the dashboard. */
	indicator: (id: string, state: ListState & PeriodState = {}) => withQuery(`/tableau-de-bord/${id}`, state),
	setup: () => "/premiere-ouverture",
	choosePassword: (next?: string) => withQuery("/mot-de-passe", { suite: next }),
	firstSteps: () => "/premiers-pas",
	newImport: () => "/importations/nouvelle",
	imports: (state: ListState = {}) => withQuery("/importations", state),
	import: (id: string, state: ListState & { etape?: "colonnes" } = {}) => withQuery(`/importations/${id}`, state),
	/** What waits on this device. */
	outbox: () => "/a-synchroniser",
	help: (page?: string) => `/aide${page ? `/${page}` : ""}`,
	account: () => "/mon-compte",
	handOvers: () => "/passations",
	newHandOver: (personId?: string) => withQuery("/passations/nouvelle", { de: personId }),
	handOver: (id: string) => `/passations/${id}`,
	stages: () => "/reglages/etapes",
	vocabularies: (state: { vocabulaire?: string } = {}) => withQuery("/reglages/vocabulaires", state),
	needMarks: () => "/reglages/reperes",
	questionnaire: (state: { annee?: string } = {}) => withQuery("/reglages/questionnaire", state),
	people: () => "/reglages/personnes",
	mail: () => "/reglages/courriel",
	accountEvents: (state: ListState = {}) => withQuery("/reglages/acces", state),
};
