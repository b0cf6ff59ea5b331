import { countLabourNeeds, labourNeedFields, listLabourNeeds } from "#contract/labour-needs.ts";

export const needsSource = {
	list: listLabourNeeds,
	counts: countLabourNeeds,
	fields: labourNeedFields,
	facets: ["open", "occupationCode", "teer", "mrcCode", "sectorCode", "housing"],
} as const;
