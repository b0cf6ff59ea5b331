import { countMissionMatches, listMissionMatches, missionMatchFields } from "#contract/mission-matches.ts";
import { getMission } from "#contract/missions.ts";
import { apiQuery } from "#lib/api.ts";
import { reads } from "#lib/reads.ts";

export const missionQuery = (id: string) => apiQuery(getMission, { params: { id } });
export const matchesSource = (id: string) =>
	({
		list: listMissionMatches,
		counts: countMissionMatches,
		fields: missionMatchFields,
		facets: ["state", "advisorId", "mrcCode", "sectorCode", "occupationCode"],
		params: { id },
	}) as const;

/** Who is invited stands in the mission, on their record and among the follow-ups. */
export const touchedByInvitation = reads(
	...(["listMissionMatches", "countMissionMatches", "listMissionRegistrations", "countMissionRegistrations"] as const),
	...(["listFollowUps", "countFollowUps", "getMyDay", "listTimeline", "getEmployer"] as const),
);
