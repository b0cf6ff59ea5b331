import { countSupportCases, listSupportCases, supportCaseFields } from "#contract/support-cases.ts";

/** The latest to enter a stage first, as on the board. */
export const casesSource = {
	list: listSupportCases,
	counts: countSupportCases,
	fields: supportCaseFields,
	facets: ["stage", "advisorId", "mrcCode", "open", "sleeping", "paused"],
	sort: "-stageEnteredOn",
} as const;
