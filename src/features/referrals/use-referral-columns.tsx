import { useMemo } from "react";
import type { Referral } from "#contract/referrals.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useDestinationName } from "#lib/use-destination-name.ts";
import { useWords } from "#lib/words.ts";
import type { Column } from "#ui/grid/column.ts";
import { ReferralTag } from "./ReferralTag.tsx";
import { text } from "./text.ts";

export function useReferralColumns(): Column<Referral>[] {
	const words = useWords(text);
	const { personName, term } = useReference();
	const { list } = useFormat();
	const destination = useDestinationName();
	return useMemo(() => {
		const state: Column<Referral> = {
			id: "state",
			header: words.columns.state,
			cell: (referral) => <ReferralTag {...referral} />,
			saved: (referral) => words.values.state[referral.state],
			width: "minmax(156px, 0.9fr)",
		};
		return [
			{
				id: "employerName",
				header: words.columns.employer,
				cell: ({ employerName, countsOnly }) => employerName ?? (countsOnly ? words.counted : words.personsNeed),
				width: "minmax(170px, 1.3fr)",
				sortable: true,
			},
			// Where it stands comes before the words: it stays in sight beside the open panel, and on the second line of a phone.
			state,
			{ id: "to", header: words.columns.to, cell: destination, saved: destination, width: "minmax(120px, 1fr)" },
			{ id: "from", header: words.columns.from, cell: ({ fromPersonId }) => personName(fromPersonId), width: "minmax(110px, 0.8fr)", hideOnPhone: true },
			{
				id: "volet",
				header: words.columns.volets,
				cell: ({ volets }) => list(volets.map((volet) => term("newcomerVolet", volet))),
				saved: ({ volets }) => list(volets.map((volet) => term("newcomerVolet", volet))),
				width: "minmax(110px, 0.9fr)",
				hideOnPhone: true,
			},
			{ id: "persons", header: words.columns.persons, cell: ({ persons }) => persons ?? "", saved: ({ persons }) => persons, width: "92px", hideOnPhone: true },
			{ id: "reason", header: words.columns.reason, cell: ({ reason }) => term("referralReason", reason), width: "minmax(110px, 0.9fr)", hideOnPhone: true },
			{ id: "sentOn", header: words.columns.sent, cell: ({ sentOn }) => sentOn, width: "104px", sortable: true, hideOnPhone: true },
			{ id: "replyExpectedOn", header: words.columns.reply, cell: ({ replyExpectedOn }) => replyExpectedOn, width: "128px", sortable: true, hideOnPhone: true },
		];
	}, [words, personName, term, list, destination]);
}
