import { useCallback } from "react";
import type { Referral } from "#contract/referrals.ts";
import { useReference } from "#lib/reference.ts";

/** Who or what receives it, as one says it. */
export function useDestinationName() {
	const { personName, term, servicePoints } = useReference();
	return useCallback(
		({ toPersonId, partnerName, toService, toServicePointId }: Pick<Referral, "toPersonId" | "partnerName" | "toService" | "toServicePointId">) =>
			toServicePointId
				? (servicePoints.find(({ id }) => id === toServicePointId)?.name ?? "")
				: toPersonId
					? personName(toPersonId)
					: toService
						? term("referralService", toService)
						: (partnerName ?? ""),
		[personName, term, servicePoints],
	);
}
