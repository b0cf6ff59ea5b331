import { useMemo } from "react";
import type { PortalAccount } from "#contract/portal-accounts.ts";
import { useNearDay } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import type { Column } from "#ui/grid/column.ts";
import { Tag } from "#ui/Tag.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import { portalText } from "./portal-text.ts";
import { stateTone } from "./state-tone.ts";

export function usePortalColumns(): Column<PortalAccount>[] {
	const words = useWords(portalText);
	const { number } = useFormat();
	const { today, personName } = useReference();
	const nearDay = useNearDay(today);
	const isPhone = useIsPhone();
	return useMemo(() => {
		const day = (value: string | null) => value && (isPhone ? nearDay(value) : value);
		const counted = (id: "searches" | "profileViews" | "contacts" | "validatedOffers"): Column<PortalAccount> => ({
			id,
			header: words.columns[id],
			width: "96px",
			align: "end",
			sortable: true,
			hideOnPhone: true,
			cell: (account) => (account[id] === 0 ? "–" : number(account[id])),
			saved: (account) => account[id],
		});
		return [
			{ id: "employerName", header: words.columns.employer, width: "minmax(220px, 2fr)", sortable: true, cell: ({ employerName }) => employerName },
			{
				id: "state",
				header: words.columns.state,
				width: "104px",
				cell: ({ state }) => <Tag tone={stateTone[state]}>{words.values.state[state]}</Tag>,
				saved: ({ state }) => words.values.state[state],
			},
			{ id: "sinceOn", header: words.columns.since, width: "112px", sortable: true, cell: ({ sinceOn }) => day(sinceOn) },
			{ id: "lastUseOn", header: words.columns.lastUse, width: "120px", sortable: true, hideOnPhone: true, cell: ({ lastUseOn }) => lastUseOn },
			counted("searches"),
			counted("profileViews"),
			counted("contacts"),
			counted("validatedOffers"),
			{
				id: "advisorId",
				header: words.columns.advisor,
				width: "minmax(120px, 1fr)",
				hideOnPhone: true,
				cell: ({ advisorId }) => advisorId && personName(advisorId),
				saved: ({ advisorId }) => (advisorId ? personName(advisorId) : ""),
			},
		];
	}, [words, number, personName, nearDay, isPhone]);
}
