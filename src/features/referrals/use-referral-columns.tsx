import { useMemo } from "react";
import type { Referral } from "#contract/referrals.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import type { Column } from "#ui/grid/column.ts";
import { useIsPhone } from "#ui/use-media.ts";
import { ReferralTag } from "./ReferralTag.tsx";
import { text } from "./text.ts";
import { useDestinationName } from "./use-referral-naming.ts";

export function useReferralColumns(): Column<Referral>[] {
	const words = useWords(text);
	const { personName, term } = useReference();
	const destination = useDestinationName();
	const isPhone = useIsPhone();
	return useMemo(() => {
		const state: Column<Referral> = {
			id: "state",
			header: words.columns.state,
			cell: (referral) => <ReferralTag {...referral} />,
			saved: (referral) => words.values.state[referral.state],
			width: "minmax(172px, 1fr)",
		};
		return [
			{
				id: "employerName",
				header: words.columns.employer,
				cell: ({ employerName }) => employerName ?? words.personsNeed,
				width: "minmax(170px, 1.3fr)",
				sortable: true,
			},
			// On a phone the second line is cut at its end: where it stands comes before the words.
			...(isPhone ? [state] : []),
			{ id: "to", header: words.columns.to, cell: destination, saved: destination, width: "minmax(140px, 1fr)" },
			{ id: "from", header: words.columns.from, cell: ({ fromPersonId }) => personName(fromPersonId), width: "minmax(130px, 0.8fr)", hideOnPhone: true },
			{ id: "reason", header: words.columns.reason, cell: ({ reason }) => term("referralReason", reason), width: "minmax(130px, 0.9fr)", hideOnPhone: true },
			...(isPhone ? [] : [state]),
			{ id: "sentOn", header: words.columns.sent, cell: ({ sentOn }) => sentOn, width: "104px", sortable: true, hideOnPhone: true },
			{ id: "replyExpectedOn", header: words.columns.reply, cell: ({ replyExpectedOn }) => replyExpectedOn, width: "132px", sortable: true, hideOnPhone: true },
		];
	}, [words, personName, term, destination, isPhone]);
}
