import type { FollowUpSettlement } from "#contract/follow-up-settlements.ts";

type Chosen = { becomes: "" | FollowUpSettlement["becomes"]; cancelReason: string; ownerId: string };

/** What was chosen for each follow-up → what is sent: only what goes with the choice. */
export const settlementsOf = (items: readonly { id: string }[], chosen: Readonly<Record<string, Chosen>>): FollowUpSettlement[] =>
	items.flatMap(({ id }): FollowUpSettlement[] => {
		const { becomes = "", ownerId = "", cancelReason = "" } = chosen[id] ?? {};
		if (becomes === "") return [];
		return [
			{ id, becomes, ...(becomes === "given" ? { ownerId: ownerId || null } : {}), ...(becomes === "cancelled" ? { cancelReason: cancelReason || null } : {}) },
		];
	});
