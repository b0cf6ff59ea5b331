import { countFollowUps, followUpFields, listFollowUps } from "#contract/follow-ups.ts";

export const followUpsSource = {
	list: listFollowUps,
	counts: countFollowUps,
	fields: followUpFields,
	facets: ["done", "late", "promise", "ownerId", "kind", "origin"],
	opensFiltered: true,
} as const;
