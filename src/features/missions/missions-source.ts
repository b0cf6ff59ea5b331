import { countMissions, listMissions, missionFields } from "#contract/missions.ts";

export const missionsSource = {
	list: listMissions,
	counts: countMissions,
	fields: missionFields,
	facets: ["stage", "country", "mode", "sectorCode", "isReference"],
} as const;
