import type { Role } from "#contract/endpoint.ts";

type Person = { id: string; role: Role };
export const referralViews = ["received", "sent", "unanswered", "all"] as const;
export type ReferralView = (typeof referralViews)[number];

/** What each view asks the list: those addressed to me and open, those I sent and that are open, those of either side without a reply (of the region, for a manager). */
export const filterOfView = (view: ReferralView, { id, role }: Person): string =>
	({
		// An agent reads what is theirs and their point of service’s: what they did not send, they receive.
		received: role === "integrationAgent" ? `fromPersonId!=${id};open==true` : `toPersonId==${id};open==true`,
		sent: `fromPersonId==${id};open==true`,
		unanswered: role === "manager" || role === "integrationAgent" ? "unanswered==true" : `sideId==${id};unanswered==true`,
		all: "",
	})[view];

export const viewOfFilter = (filter: string, person: Person): ReferralView | null =>
	referralViews.find((view) => filterOfView(view, person) === filter) ?? null;

/** What the page opens on: an agent of integration receives, a manager watches over what is unanswered, a counsellor sends. */
export const openingView = ({ role }: Pick<Person, "role">): ReferralView =>
	role === "integrationAgent" ? "received" : role === "manager" ? "unanswered" : "sent";
