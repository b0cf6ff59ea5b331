import { useCallback } from "react";
import type { Referral } from "#contract/referrals.ts";
import { useReference } from "#lib/reference.ts";

/** Who or what receives it, as one says it. */
export function useDestinationName() {
	const { personName, term } = useReference();
	return useCallback(
		({ toPersonId, partnerName, toService }: Pick<Referral, "toPersonId" | "partnerName" | "toService">) =>
			toPersonId ? personName(toPersonId) : toService ? term("referralService", toService) : (partnerName ?? ""),
		[personName, term],
	);
}
