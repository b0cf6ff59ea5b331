import * as z from "zod/mini";

/** What a spreadsheet may bring, as data: an import of something else is one more list of these. */
export const importTargets = ["employers", "establishments", "contacts", "portalExtract", "missionResults", "occupations"] as const;
export const importTarget = z.enum(importTargets);
export type ImportTarget = z.output<typeof importTarget>;

export const importRecords = ["employer", "establishment", "contact", "toolUse", "missionResult", "occupation"] as const;
export type ImportRecord = (typeof importRecords)[number];

/** How a cell is read: each accepts what people write (`1 234`, `450 555-0123 poste 12`, a sector by its code or its label). */
export type ImportFieldType =
	| "line"
	| "neq"
	| "count"
	| "phone"
	| "extension"
	| "email"
	| "postalCode"
	| "sector"
	| "mrc"
	| "municipality"
	| "person"
	| "day"
	| "mission";

export type ImportField = { record: ImportRecord; type: ImportFieldType; column: string | null; max?: number };

/** The most that one fact of the Portail counts (contract/tool-uses). */
const mostUses = 100_000;

/** Each field: the record it belongs to, how it is read, the column it is written to, the longest text or the largest number. `mrc` only tells homonyms apart: it is written nowhere. */
export const importFields = {
	name: { record: "employer", type: "line", column: "name", max: 200 },
	neq: { record: "employer", type: "neq", column: "neq" },
	sector: { record: "employer", type: "sector", column: "sector_code" },
	employeeCount: { record: "employer", type: "count", column: "employee_count" },
	advisor: { record: "employer", type: "person", column: "advisor_id" },
	phone: { record: "employer", type: "phone", column: "phone" },
	website: { record: "employer", type: "line", column: "website", max: 200 },
	activity: { record: "employer", type: "line", column: "activity", max: 300 },
	establishmentName: { record: "establishment", type: "line", column: "name", max: 200 },
	municipality: { record: "establishment", type: "municipality", column: "municipality_code" },
	mrc: { record: "establishment", type: "mrc", column: null },
	address: { record: "establishment", type: "line", column: "address", max: 200 },
	postalCode: { record: "establishment", type: "postalCode", column: "postal_code" },
	contactName: { record: "contact", type: "line", column: "name", max: 120 },
	contactTitle: { record: "contact", type: "line", column: "job_title", max: 120 },
	contactPhone: { record: "contact", type: "phone", column: "phone" },
	contactExtension: { record: "contact", type: "extension", column: "phone_extension" },
	contactEmail: { record: "contact", type: "email", column: "email" },
	// Of an extract of the Portail employeurs: `column` is the event of the fact that a cell says. The day of the extract dates what it counts.
	portalActiveOn: { record: "toolUse", type: "day", column: "account" },
	portalSearches: { record: "toolUse", type: "count", column: "search", max: mostUses },
	portalProfiles: { record: "toolUse", type: "count", column: "profileView", max: mostUses },
	portalContacts: { record: "toolUse", type: "count", column: "contact", max: mostUses },
	portalOffers: { record: "toolUse", type: "count", column: "validatedOffer", max: mostUses },
	extractOn: { record: "toolUse", type: "day", column: null },
	// Of the files of Statistique Canada: structure and elements of the CNP 2021, in French or in English. A row is a group, or one element of a group.
	occupationLevel: { record: "occupation", type: "line", column: null, max: 60 },
	occupationCode: { record: "occupation", type: "line", column: null, max: 20 },
	occupationTitleFr: { record: "occupation", type: "line", column: null, max: 300 },
	occupationTitleEn: { record: "occupation", type: "line", column: null, max: 300 },
	occupationElement: { record: "occupation", type: "line", column: null, max: 200 },
	occupationExampleFr: { record: "occupation", type: "line", column: null, max: 5000 },
	occupationExampleEn: { record: "occupation", type: "line", column: null, max: 5000 },
	// Of the results of missions: `column` is the measure that a cell says, as known on the day of the results.
	mission: { record: "missionResult", type: "mission", column: null },
	resultsOn: { record: "missionResult", type: "day", column: null },
	resultApplications: { record: "missionResult", type: "count", column: "applications" },
	resultShortlisted: { record: "missionResult", type: "count", column: "shortlisted" },
	resultInvited: { record: "missionResult", type: "count", column: "invited" },
	resultInterviews: { record: "missionResult", type: "count", column: "interviews" },
	resultOffers: { record: "missionResult", type: "count", column: "offers" },
	resultHires: { record: "missionResult", type: "count", column: "hires" },
	resultArrivals: { record: "missionResult", type: "count", column: "arrivals" },
	resultEmployed6: { record: "missionResult", type: "count", column: "employed6" },
	resultEmployed12: { record: "missionResult", type: "count", column: "employed12" },
} as const satisfies Record<string, ImportField>;

export type ImportFieldName = keyof typeof importFields;
export const importFieldNames = Object.keys(importFields) as [ImportFieldName, ...ImportFieldName[]];
export const importFieldName = z.enum(importFieldNames);
const ofEmployers: readonly ImportRecord[] = ["employer", "establishment", "contact"];
/** Facts told of employers that are known: a file of them adds no employer, and keeps aside those that it does not find. */
const facts: readonly ImportRecord[] = ["toolUse", "missionResult"];
const fieldsOfEmployers = importFieldNames.filter((field) => ofEmployers.includes(importFields[field].record));
const fieldsOnly = (record: ImportRecord) => importFieldNames.filter((field) => importFields[field].record === record);

/**
 * A target: what it may fill, the columns without which nothing can be checked (one of each group), and the record a row is about.
 * Establishments, contacts, an extract of the Portail and the results of missions find their employer by its NEQ or its name, and never add one.
 */
export const importTargetRules: Record<
	ImportTarget,
	{
		about: ImportRecord;
		fields: readonly ImportFieldName[];
		needs: readonly (readonly ImportFieldName[])[];
		/** It is everybody's: a manager brings it. */
		byManagers?: true;
	}
> = {
	employers: { about: "employer", fields: fieldsOfEmployers, needs: [["name", "neq"]] },
	establishments: {
		about: "establishment",
		fields: ["name", "neq", "establishmentName", "municipality", "mrc", "address", "postalCode"],
		needs: [["name", "neq"], ["municipality"]],
	},
	contacts: {
		about: "contact",
		fields: ["name", "neq", "municipality", "contactName", "contactTitle", "contactPhone", "contactExtension", "contactEmail"],
		needs: [["name", "neq"], ["contactName"]],
	},
	portalExtract: { about: "toolUse", fields: ["name", "neq", ...fieldsOnly("toolUse")], needs: [["name", "neq"], ["extractOn"]] },
	occupations: {
		about: "occupation",
		fields: fieldsOnly("occupation"),
		needs: [["occupationCode"], ["occupationTitleFr", "occupationTitleEn", "occupationExampleFr", "occupationExampleEn"]],
		byManagers: true,
	},
	missionResults: {
		about: "missionResult",
		fields: ["mission", "name", "neq", ...fieldsOnly("missionResult").filter((field) => field !== "mission")],
		needs: [["name", "neq"], ["mission"], ["resultsOn"]],
	},
};
/** Is an employer that the file does not find kept aside, to be matched by hand? */
export const isOfFacts = (target: ImportTarget): boolean => facts.includes(importTargetRules[target].about);

/** Whether a role brings files of a target. */
export const mayBring = (role: string, target: ImportTarget): boolean => role === "manager" || !importTargetRules[target].byManagers;

/** What a file may hold; beyond, it is refused in words with its row and its column. */
export const importLimits = { bytes: 25_000_000, rows: 100_000, columns: 100, cell: 32_767 } as const;
