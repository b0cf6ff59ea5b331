import { type ImportFieldName, type ImportTarget, importTargetRules } from "#contract/import-fields.ts";
import type { ProblemLanguage } from "#contract/problem-text.ts";
import type { FileAnswer } from "../implement.ts";
import { headingsOf } from "../rules/import-headings.ts";
import { writeCsv } from "./write-csv.ts";
import { writeWorkbook } from "./write-workbook.ts";

/** Two fictional rows: nobody is reached at 555-01xx. */
const rows: Partial<Record<ImportFieldName, string>>[] = [
	{
		name: "Atelier Bonsecours inc.",
		neq: "1100000017",
		sector: "31-33",
		employeeCount: "42",
		phone: "819 555-0123",
		website: "bonsecours.example",
		activity: "Fabrication de meubles",
		municipality: "Saint-Hyacinthe",
		mrc: "Les Maskoutains",
		address: "120, rue des Cascades",
		postalCode: "J2S 3G9",
		contactName: "Camille Tremblay",
		contactTitle: "Direction des ressources humaines",
		contactPhone: "819 555-0124",
		contactExtension: "12",
		contactEmail: "camille.tremblay@bonsecours.example",
		portalActiveOn: "2026-01-15",
		portalSearches: "14",
		portalProfiles: "38",
		portalContacts: "5",
		portalOffers: "1",
		extractOn: "2026-03-31",
		occupationLevel: "5",
		occupationCode: "72106",
		occupationTitleFr: "Soudeurs/soudeuses et opérateurs/opératrices de machines à souder et à braser",
		occupationTitleEn: "Welders and related machine operators",
		occupationElement: "Tous les exemples",
		occupationExampleFr: "soudeur-monteur/soudeuse-monteuse",
		occupationExampleEn: "welder-fitter",
		mission: "Journées Québec France 2022",
		resultsOn: "2023-01-10",
		resultApplications: "140",
		resultShortlisted: "32",
		resultInvited: "24",
		resultInterviews: "18",
		resultOffers: "5",
		resultHires: "3",
	},
	{
		name: "Les Serres du Richelieu",
		sector: "11",
		employeeCount: "1 250",
		municipality: "Saint-Jean-sur-Richelieu",
		establishmentName: "Serres Nord",
		contactName: "Nadia Benali",
		contactPhone: "579 555-0126 poste 4",
		portalActiveOn: "2026-03-02",
		portalSearches: "3",
		extractOn: "2026-03-31",
		occupationLevel: "5",
		occupationCode: "94141",
		occupationTitleFr:
			"Bouchers industriels/bouchères industrielles, dépeceurs-découpeurs/dépeceuses-découpeuses de viande, préparateurs/préparatrices de volaille et personnel assimilé",
		occupationTitleEn: "Industrial butchers and meat cutters, poultry preparers and related workers",
		occupationElement: "Tous les exemples",
		occupationExampleFr: "désosseur/désosseuse de jambon",
		mission: "Journées Québec France 2022",
		resultsOn: "2023-01-10",
		resultApplications: "61",
		resultInterviews: "7",
	},
];

const names: Record<ImportTarget, Record<ProblemLanguage, string>> = {
	employers: { fr: "Employeurs", en: "Employers" },
	establishments: { fr: "Établissements", en: "Establishments" },
	contacts: { fr: "Personnes à joindre", en: "Contacts" },
	portalExtract: { fr: "Extrait du Portail", en: "Portail extract" },
	occupations: { fr: "CNP 2021", en: "NOC 2021" },
	missionResults: { fr: "Résultats de missions", en: "Mission results" },
};

/** A spreadsheet to fill in, made of the same descriptions as the reading: its headings are recognised. */
export function sampleOf(target: ImportTarget, format: "csv" | "xlsx", language: ProblemLanguage): FileAnswer {
	const { fields } = importTargetRules[target];
	const heading = (field: ImportFieldName) =>
		language === "en" ? (headingsOf[field].find((one) => isEnglish.has(one)) ?? headingsOf[field][0]) : headingsOf[field][0];
	const table = [fields.map(heading), ...rows.map((row) => fields.map((field) => row[field] ?? ""))];
	const name = `Jalon – ${names[target][language]}.${format}`;
	if (format === "xlsx")
		return { name, body: writeWorkbook(names[target][language], table), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };
	return { name, body: writeCsv(table, language), type: "text/csv" };
}

/** Headings of the English sample; the French ones are the first of each field. */
const isEnglish = new Set([
	"Employer name",
	"NEQ",
	"NAICS code",
	"Number of employees",
	"Advisor",
	"Company phone",
	"Website",
	"Main activity",
	"Establishment name",
	"Municipality",
	"RCM",
	"Street address",
	"Postal code",
	"Contact name",
	"Job title",
	"Contact phone",
	"Extension",
	"Contact email",
	"Account activation date",
	"Searches",
	"Profiles viewed",
	"Candidates contacted",
	"Validated offers",
	"Extract date",
	"Mission name",
	"Results date",
	"Applications",
	"Shortlisted",
	"Invited",
	"Interviews",
	"Offers",
	"Hires",
	"Arrivals",
	"Employed at 6 months",
	"Employed at 12 months",
]);
