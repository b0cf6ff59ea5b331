import { countReferrals, listReferrals, referralFields } from "#contract/referrals.ts";

export const referralsSource = {
	list: listReferrals,
	counts: countReferrals,
	fields: referralFields,
	facets: ["state", "unanswered", "escalated", "destination", "toServicePointId", "volet", "countsOnly", "reason", "fromPersonId", "toPersonId"],
	opensFiltered: true,
} as const;
