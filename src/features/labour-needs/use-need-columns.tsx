import { useMemo } from "react";
import type { LabourNeed } from "#contract/labour-needs.ts";
import { useFormat } from "#lib/format.ts";
import { shortOccupation } from "#lib/occupations.ts";
import { useWords } from "#lib/words.ts";
import type { Column } from "#ui/grid/column.ts";
import { useIsPhone } from "#ui/use-media.ts";
import styles from "./LabourNeedsPage.module.css";
import { text } from "./text.ts";

/** Columns of the needs: who, what occupation, how many, at what conditions. */
export function useNeedColumns(): Column<LabourNeed>[] {
	const words = useWords(text);
	const { number, money, plural } = useFormat();
	const isPhone = useIsPhone();
	return useMemo(
		() => [
			{ id: "employerName", header: words.columns.employer, cell: (need) => need.employerName, width: "minmax(150px, 1fr)", sortable: true },
			{
				id: "occupationCode",
				saved: ({ occupationCode, occupationLabel }) => `${occupationCode} ${occupationLabel}`,
				header: words.columns.occupation,
				cell: ({ occupationCode, occupationLabel }) => (
					<span title={occupationLabel}>
						<span className={styles.code}>{occupationCode}</span> {isPhone ? shortOccupation(occupationLabel, 18) : occupationLabel}
					</span>
				),
				width: "minmax(200px, 1.6fr)",
				sortable: true,
			},
			{
				id: "openPosts",
				header: words.columns.posts,
				cell: ({ openPosts, posts }) =>
					openPosts === 0 ? (
						<span className="muted">{words.allFilled}</span>
					) : isPhone ? (
						plural(openPosts, words.post.one, words.post.other)
					) : (
						words.posts(number(openPosts), number(posts))
					),
				width: "96px",
				align: "end",
				sortable: true,
			},
			{
				id: "hourlyWageCents",
				saved: ({ hourlyWageCents }) => hourlyWageCents && hourlyWageCents / 100,
				header: words.columns.wage,
				cell: ({ hourlyWageCents }) => hourlyWageCents !== null && words.wage(money(hourlyWageCents)),
				width: "98px",
				align: "end",
				sortable: true,
			},
			{
				id: "frenchLevel",
				header: words.columns.french,
				cell: ({ frenchLevel }) => frenchLevel !== null && words.french(frenchLevel),
				width: "90px",
				sortable: true,
				hideOnPhone: true,
			},
			{ id: "startOn", header: words.columns.start, cell: ({ startOn }) => startOn, width: "104px", sortable: true, hideOnPhone: true },
			{ id: "recordedOn", header: words.columns.recorded, cell: ({ recordedOn }) => recordedOn, width: "104px", sortable: true, hideOnPhone: true },
		],
		[words, number, money, plural, isPhone],
	);
}
