import { useMemo } from "react";
import type { Referral } from "#contract/referrals.ts";
import { useFormat } from "#lib/format.ts";
import type { SavedColumn } from "#lib/list-export.ts";
import { useReference } from "#lib/reference.ts";
import { useDestinationName } from "#lib/use-destination-name.ts";
import { useWords } from "#lib/words.ts";
import type { Column } from "#ui/grid/column.ts";
import { ReferralTag } from "./ReferralTag.tsx";
import { text } from "./text.ts";

export function useReferralColumns(): Column<Referral>[] {
	const words = useWords(text);
	const { personName, term } = useReference();
	const { list, plural } = useFormat();
	const destination = useDestinationName();
	return useMemo(() => {
		const state: Column<Referral> = {
			id: "state",
			header: words.columns.state,
			cell: (referral) => <ReferralTag {...referral} />,
			saved: (referral) => words.values.state[referral.state],
			width: "minmax(176px, 0.9fr)",
		};
		/** Of a signal, the volets and for how many: its reason is always the same. */
		const asked = ({ reason, volets, persons }: Referral) =>
			persons === null
				? term("referralReason", reason)
				: [plural(persons, words.persons.one, words.persons.other), list(volets.map((volet) => term("newcomerVolet", volet)))].join(" · ");
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
				id: "reason",
				header: words.columns.reason,
				cell: asked,
				saved: ({ reason }) => term("referralReason", reason),
				width: "minmax(110px, 0.9fr)",
				hideOnPhone: true,
			},
			{ id: "sentOn", header: words.columns.sent, cell: ({ sentOn }) => sentOn, width: "104px", sortable: true, hideOnPhone: true },
			{ id: "replyExpectedOn", header: words.columns.reply, cell: ({ replyExpectedOn }) => replyExpectedOn, width: "128px", sortable: true, hideOnPhone: true },
		];
	}, [words, personName, term, list, plural, destination]);
}

/** What the file says apart: the volets of a signal, and for how many. */
export function useSavedOfSignals(): SavedColumn<Referral>[] {
	const words = useWords(text);
	const { term } = useReference();
	const { list } = useFormat();
	return useMemo(
		() => [
			{ header: words.panel.volets, value: ({ volets }) => list(volets.map((volet) => term("newcomerVolet", volet))) },
			{ header: words.panel.persons, value: ({ persons }) => persons },
		],
		[words, term, list],
	);
}
