import { countEmployers, employerFields, listEmployers } from "#contract/employers.ts";

export const employersSource = {
	list: listEmployers,
	counts: countEmployers,
	fields: employerFields,
	facets: ["stage", "mrcCode", "sectorCode", "advisorId", "portal", "archived"],
} as const;
