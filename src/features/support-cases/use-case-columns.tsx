import { useMemo } from "react";
import type { SupportCaseRow } from "#contract/support-cases.ts";
import { daysBetween } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import type { Column } from "#ui/grid/column.ts";
import { CaseState } from "./CaseState.tsx";
import { text } from "./text.ts";

/** The columns of the list of cases. */
export function useCaseColumns(): Column<SupportCaseRow>[] {
	const words = useWords(text);
	const { number } = useFormat();
	const { stageLabel, stageShort, mrcName, personName, today } = useReference();
	return useMemo(
		() => [
			{ id: "employerName", header: words.columns.employer, cell: (row) => row.employerName, width: "minmax(180px, 1.5fr)", sortable: true },
			{
				id: "stage",
				header: words.columns.stage,
				cell: (row) => <span title={stageLabel(row.stage)}>{stageShort(row.stage)}</span>,
				width: "minmax(124px, 0.9fr)",
				sortable: true,
			},
			{
				id: "stageEnteredOn",
				header: words.columns.days,
				cell: (row) => <CaseState row={row} today={today} />,
				saved: (row) => daysBetween(row.stageEnteredOn, row.closedOn ?? today),
				width: "148px",
				sortable: true,
			},
			{ id: "openPosts", header: words.columns.posts, cell: (row) => number(row.openPosts), width: "72px", align: "end", sortable: true, hideOnPhone: true },
			{
				id: "advisorId",
				header: words.columns.advisor,
				cell: (row) => (row.advisorId ? personName(row.advisorId) : <span className="muted">{words.nobody}</span>),
				width: "minmax(132px, 1fr)",
			},
			{
				id: "mrcCode",
				header: words.columns.mrc,
				cell: (row) => row.mrcCode && mrcName(row.mrcCode),
				width: "minmax(128px, 1fr)",
				sortable: true,
				hideOnPhone: true,
			},
			{ id: "lastActivityOn", header: words.columns.lastActivity, cell: (row) => row.lastActivityOn, width: "112px", sortable: true, hideOnPhone: true },
		],
		[words, number, stageLabel, stageShort, mrcName, personName, today],
	);
}
