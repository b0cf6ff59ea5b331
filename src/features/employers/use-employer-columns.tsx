import { useMemo } from "react";
import type { EmployerRow } from "#contract/employers.ts";
import { urgencyOf, urgencyTone, useNearDay } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import type { Column } from "#ui/grid/column.ts";
import { Tag } from "#ui/Tag.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import styles from "./EmployersPage.module.css";
import { text } from "./text.ts";

/** The columns of the list of employers. */
export function useEmployerColumns(): Column<EmployerRow>[] {
	const words = useWords(text);
	const { number } = useFormat();
	const { mrcName, stageLabel, stageShort, today } = useReference();
	const isPhone = useIsPhone();
	const nearDay = useNearDay(today);
	return useMemo(
		() => [
			{ id: "name", header: words.columns.name, cell: ({ name }) => <span title={name}>{name}</span>, width: "minmax(200px, 1.7fr)", sortable: true },
			{ id: "mrcCode", header: words.columns.mrc, cell: (row) => row.mrcCode && mrcName(row.mrcCode), width: "minmax(168px, 1fr)", sortable: true },
			{
				id: "stage",
				header: words.columns.stage,
				cell: (row) => (row.stage ? <span title={stageLabel(row.stage)}>{stageShort(row.stage)}</span> : <span className="muted">{words.noCase}</span>),
				width: "minmax(144px, 0.8fr)",
				sortable: true,
			},
			{ id: "openPosts", header: words.columns.posts, cell: (row) => number(row.openPosts), width: "72px", align: "end", sortable: true, hideOnPhone: true },
			{ id: "lastVisitOn", header: words.columns.lastVisit, cell: (row) => row.lastVisitOn, width: "116px", sortable: true, hideOnPhone: true },
			{
				id: "nextStepOn",
				header: words.columns.nextStep,
				cell: ({ nextStepOn, nextStepTitle }) => {
					if (!nextStepOn) return null;
					const urgency = urgencyOf(nextStepOn, today);
					return (
						<span className={styles.step} title={`${nextStepOn} · ${nextStepTitle}`}>
							<Tag tone={urgencyTone[urgency]}>{urgency === "late" ? words.late : nearDay(nextStepOn)}</Tag>
							{!isPhone && <span>{nextStepTitle}</span>}
						</span>
					);
				},
				width: "minmax(186px, 1.4fr)",
				sortable: true,
			},
		],
		[words, number, mrcName, stageLabel, stageShort, isPhone, today, nearDay],
	);
}
