import { fold } from "#contract/fold.ts";
import { type ImportFieldName, type ImportTarget, importTargetRules } from "#contract/import-fields.ts";

/** What spreadsheets call a field, in French and in English, folded. The first is what our own sample writes. */
export const headingsOf: Record<ImportFieldName, readonly [string, ...string[]]> = {
	name: [
		"Nom de l’employeur",
		"Nom",
		"Employeur",
		"Entreprise",
		"Nom de l’entreprise",
		"Raison sociale",
		"Nom légal",
		"Organisation",
		"Compagnie",
		"Employer",
		"Employer name",
		"Company",
		"Company name",
		"Business name",
		"Name",
		"Legal name",
		"Organization",
	],
	neq: [
		"NEQ",
		"Numéro d’entreprise du Québec",
		"Numéro d’entreprise",
		"No entreprise",
		"N° NEQ",
		"No NEQ",
		"Matricule REQ",
		"Enterprise number",
		"Business number",
	],
	sector: ["Secteur", "Secteur d’activité", "SCIAN", "Code SCIAN", "Industrie", "Sector", "Industry", "NAICS", "NAICS code"],
	employeeCount: [
		"Nombre d’employés",
		"Employés",
		"Nb employés",
		"Nbre d’employés",
		"Nombre de salariés",
		"Effectif",
		"Taille",
		"Employees",
		"Number of employees",
		"Headcount",
		"Employee count",
	],
	advisor: [
		"Personne-conseil",
		"Conseiller",
		"Conseillère",
		"Conseiller ou conseillère",
		"Responsable",
		"Attribué à",
		"Confié à",
		"Agent",
		"Advisor",
		"Adviser",
		"Assigned to",
		"Owner",
	],
	phone: [
		"Téléphone de l’employeur",
		"Téléphone",
		"Tél",
		"Téléphone principal",
		"Téléphone entreprise",
		"No de téléphone",
		"Numéro de téléphone",
		"Phone",
		"Telephone",
		"Main phone",
		"Company phone",
		"Phone number",
	],
	website: ["Site Web", "Site", "Site internet", "Web", "URL", "Adresse Web", "Website", "Web site"],
	activity: ["Activité", "Description", "Activités", "Description des activités", "Activité principale", "Activity", "Main activity"],
	establishmentName: [
		"Nom de l’établissement",
		"Établissement",
		"Succursale",
		"Site de production",
		"Usine",
		"Establishment",
		"Establishment name",
		"Branch",
		"Site name",
	],
	municipality: ["Municipalité", "Ville", "Localité", "Municipality", "City", "Town"],
	mrc: ["MRC", "Nom de la MRC", "RCM", "County"],
	address: ["Adresse", "Adresse civique", "Rue", "Adresse de l’établissement", "Address", "Street", "Street address"],
	postalCode: ["Code postal", "CP", "Postal code", "Zip", "Zip code"],
	contactName: [
		"Personne à joindre",
		"Contact",
		"Nom du contact",
		"Personne-ressource",
		"Nom de la personne-ressource",
		"Personne contact",
		"Contact name",
		"Contact person",
	],
	contactTitle: ["Fonction", "Titre", "Poste occupé", "Titre du contact", "Fonction du contact", "Job title", "Title", "Position", "Role", "Contact title"],
	contactPhone: [
		"Téléphone de la personne",
		"Téléphone du contact",
		"Tél contact",
		"Cellulaire",
		"Téléphone direct",
		"Contact phone",
		"Direct phone",
		"Mobile",
		"Cell",
	],
	contactExtension: ["Poste téléphonique", "Poste", "Ext", "Extension", "No de poste"],
	portalActiveOn: [
		"Date d’activation du compte",
		"Date d’activation",
		"Activation du compte",
		"Activation",
		"Compte activé le",
		"Activé le",
		"Account activation date",
		"Activation date",
		"Activated on",
	],
	portalSearches: ["Recherches", "Nombre de recherches", "Nb recherches", "Nb de recherches", "Recherches effectuées", "Searches", "Number of searches"],
	portalProfiles: [
		"Profils consultés",
		"Profils vus",
		"Nombre de profils consultés",
		"Nb profils",
		"Nb de profils consultés",
		"Profils",
		"Profiles viewed",
		"Profile views",
	],
	portalContacts: [
		"Personnes contactées",
		"Candidats contactés",
		"Candidatures contactées",
		"Contacts",
		"Nombre de contacts",
		"Nb contacts",
		"Nb de contacts",
		"Candidates contacted",
		"People contacted",
	],
	portalOffers: [
		"Offres validées (OEV)",
		"OEV",
		"Offres validées",
		"Offres d’emploi validées",
		"OEV déposées",
		"Offres validées déposées",
		"Nb OEV",
		"Nombre d’OEV",
		"Validated offers",
	],
	extractOn: [
		"Date de l’extrait",
		"Date d’extraction",
		"Date de l’extraction",
		"Date extrait",
		"Extrait du",
		"Extrait le",
		"Extract date",
		"Extracted on",
		"Date of extract",
	],
	occupationLevel: ["Niveau", "Level"],
	occupationCode: ["Code – CNP 2021 V1.0", "Code de la CNP v1.0", "Code CNP 2021", "Code CNP", "CNP", "Code – NOC 2021 V1.0", "NOC code", "NOC 2021", "NOC"],
	occupationTitleFr: ["Titres de classes", "Titre de la classe", "Titre de classe", "Titre du groupe", "Titre français"],
	occupationTitleEn: ["Class title", "Unit group title", "Group title", "English title"],
	occupationElement: ["Nom du type d’élément français", "Étiquette du type d’élément français", "Type d’élément", "Element Type Label English", "Element type"],
	occupationExampleFr: ["Description d’élément français", "Description de l’élément français", "Description de l’élément", "Appellation d’emploi", "Exemple"],
	occupationExampleEn: ["Element Description English", "Element description", "Job title example", "Example title"],
	mission: ["Mission", "Nom de la mission", "Journées Québec", "Mission de recrutement", "Mission name", "Recruitment mission"],
	resultsOn: ["Date des résultats", "Résultats au", "Connu le", "En date du", "Date du bilan", "Results date", "Known on", "As of"],
	resultApplications: ["Candidatures", "Candidatures reçues", "Nb candidatures", "Nombre de candidatures", "Applications", "Applications received"],
	resultShortlisted: ["Candidatures retenues", "Retenues", "Présélection", "Présélectionnées", "Shortlisted"],
	resultInvited: ["Personnes convoquées", "Convoquées", "Convocations", "Invited", "Invitations"],
	resultInterviews: ["Entrevues", "Entrevues tenues", "Nb entrevues", "Nombre d’entrevues", "Entretiens", "Interviews"],
	resultOffers: ["Offres faites", "Offres", "Promesses d’embauche", "Offers", "Offers made"],
	resultHires: ["Embauches acceptées", "Embauches", "Nb embauches", "Nombre d’embauches", "Recrutements", "Hires", "Hires accepted"],
	resultArrivals: ["Arrivées", "Personnes arrivées", "Nb arrivées", "Arrivals"],
	resultEmployed6: ["En emploi à 6 mois", "Maintien à 6 mois", "Employed at 6 months"],
	resultEmployed12: ["En emploi à 12 mois", "Maintien à 12 mois", "En emploi à 1 an", "Employed at 12 months"],
	contactEmail: ["Courriel", "Courriel du contact", "Adresse courriel", "Adresse de courriel", "Email", "E-mail", "Mail", "Contact email", "Email address"],
};

const known = new Map<string, ImportFieldName>();
for (const [field, headings] of Object.entries(headingsOf) as [ImportFieldName, readonly string[]][])
	for (const heading of headings) known.set(fold(heading), field);

/** The field that a heading names. */
export const fieldOfHeading = (heading: string | null, target: ImportTarget): ImportFieldName | null => {
	const field = known.get(fold((heading ?? "").replace(/[*°#?_]/g, " ")));
	return field && importTargetRules[target].fields.includes(field) ? field : null;
};

/** What the values alone give away, when the heading says nothing. */
function fieldOfSamples(samples: string[]): ImportFieldName | null {
	const all = (test: RegExp) => samples.length > 0 && samples.every((sample) => test.test(sample));
	if (all(/^(11|22|33|88)[0-9]{2}[ -]?[0-9]{3}[ -]?[0-9]{3}$/)) return "neq";
	if (all(/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i)) return "contactEmail";
	if (all(/^[a-z][0-9][a-z][ -]?[0-9][a-z][0-9]$/i)) return "postalCode";
	if (all(/^(https?:\/\/|www\.)/i)) return "website";
	return null;
}

/** Each field once: headings first, then what values give away. */
export function guessFields(columns: { header: string | null; samples: string[] }[], target: ImportTarget): (ImportFieldName | null)[] {
	const taken = new Set<ImportFieldName>();
	const take = (field: ImportFieldName | null) => {
		if (!field || taken.has(field) || !importTargetRules[target].fields.includes(field)) return null;
		taken.add(field);
		return field;
	};
	const byHeading = columns.map(({ header }) => take(fieldOfHeading(header, target)));
	return columns.map(({ samples }, index) => byHeading[index] ?? take(fieldOfSamples(samples)));
}

/** What no column fills and must be: one of each group. */
export const missingOf = (fields: readonly (string | null)[], target: ImportTarget): ImportFieldName[][] =>
	importTargetRules[target].needs.filter((group) => !group.some((field) => fields.includes(field))).map((group) => [...group]);
