import { listMissionRegistrations, listNeedsToOffer } from "#contract/mission-registrations.ts";
import { compareMissions, getMissionFunnel, listMissionResults } from "#contract/mission-results.ts";
import { getMission } from "#contract/missions.ts";
import { apiQuery } from "#lib/api.ts";
import { reads } from "#lib/reads.ts";

export const missionQuery = (id: string) => apiQuery(getMission, { params: { id } });
export const registrationsQuery = (missionId: string) =>
	apiQuery(listMissionRegistrations, { query: { filter: `missionId==${missionId}`, sort: "employerName", limit: 500 } });
export const missionsOfQuery = (employerId: string) =>
	apiQuery(listMissionRegistrations, { query: { filter: `employerId==${employerId}`, sort: "-missionStartsOn", limit: 200 } });
export const needsToOfferQuery = (id: string) => apiQuery(listNeedsToOffer, { params: { id } });
export const funnelQuery = (id: string, asOf: string) => apiQuery(getMissionFunnel, { params: { id }, query: { asOf } });
export const resultsQuery = (id: string, asOf: string) => apiQuery(listMissionResults, { params: { id }, query: { asOf } });
export const comparisonQuery = apiQuery(compareMissions, {});

/** A step is told by the mission, the employer, its uses of the tools and its follow-ups. */
export const touchedByRegistration = reads(
	...(["listMissions", "countMissions", "getMission", "listMissionRegistrations", "listNeedsToOffer", "getMissionFunnel", "listMissionResults"] as const),
	...([
		"compareMissions",
		"listToolUses",
		"countToolUses",
		"getEmployer",
		"listEmployers",
		"listTimeline",
		"listFollowUps",
		"countFollowUps",
		"getMyDay",
	] as const),
	...(["getDashboard", "getIndicator", "listIndicatorRows"] as const),
);
