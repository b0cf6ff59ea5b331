import { useMemo } from "react";
import { Link } from "react-router";
import type { Dashboard } from "#contract/dashboard.ts";
import type { SupportCaseRow } from "#contract/support-cases.ts";
import { daysBetween } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import type { Column } from "#ui/grid/column.ts";
import { DataGrid } from "#ui/grid/DataGrid.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import styles from "./DashboardPage.module.css";
import { figurePath } from "./figure-path.ts";
import { text } from "./text.ts";

const rowKey = ({ id }: SupportCaseRow) => id;
const rowHref = ({ employerId }: SupportCaseRow) => paths.employer(employerId, "dossiers");

/** The cases without a trace of work for longer than their stage allows, the longest first. */
export function SleepingCard({ dashboard: { today, sleeping, sleepingCases, funnel } }: { dashboard: Dashboard }) {
	const words = useWords(text).sleeping;
	const { number, plural } = useFormat();
	const isPhone = useIsPhone();
	const { stageShort, staleAfter, personName } = useReference();
	const columns = useMemo<Column<SupportCaseRow>[]>(() => {
		// On a phone no heading stands above the number: it carries its word.
		const daysTold = (days: number) => (isPhone ? plural(days, words.days.one, words.days.other) : number(days));
		return [
			{ id: "employerName", header: words.columns.employer, cell: (row) => row.employerName, width: "minmax(150px, 1.4fr)" },
			{ id: "stage", header: words.columns.stage, cell: ({ stage }) => stageShort(stage), width: "minmax(150px, 0.9fr)" },
			{ id: "days", header: words.columns.days, cell: ({ lastActivityOn }) => daysTold(daysBetween(lastActivityOn, today)), width: "68px", align: "end" },
			{
				id: "threshold",
				header: words.columns.threshold,
				cell: ({ stage }) => words.threshold(number(staleAfter(stage) ?? 0)),
				width: "76px",
				align: "end",
				hideOnPhone: true,
			},
			{
				id: "advisor",
				header: words.columns.advisor,
				cell: ({ advisorId }) => (advisorId ? personName(advisorId) : words.noAdvisor),
				width: "minmax(170px, 1fr)",
			},
			{ id: "lastActivityOn", header: words.columns.lastTrace, cell: ({ lastActivityOn }) => lastActivityOn, width: "112px", hideOnPhone: true },
		];
	}, [words, number, plural, isPhone, stageShort, staleAfter, personName, today]);
	const asleep = funnel.filter((stage) => stage.sleeping.value > 0);
	return (
		<Card
			title={words.title}
			aside={
				<>
					{number(sleepingCases.value)}
					{sleepingCases.value > 0 && (
						<>
							{" · "}
							<Link to={figurePath(sleepingCases)}>{words.seeAll}</Link>
						</>
					)}
				</>
			}
			footer={
				asleep.length > 0 && (
					<ul className={styles.stages} aria-label={words.byStage}>
						{asleep.map((stage) => (
							<li key={stage.stage}>
								<Link to={figurePath(stage.sleeping)}>
									{stageShort(stage.stage)} <b>{number(stage.sleeping.value)}</b>
								</Link>
							</li>
						))}
					</ul>
				)
			}
		>
			{sleeping.length === 0 ? (
				<EmptyState compact icon="check" title={words.none.title} text={words.none.text} />
			) : (
				<DataGrid
					caption={words.caption}
					columns={columns}
					total={sleeping.length}
					rowAt={(index) => sleeping[index]}
					rowKey={rowKey}
					rowHref={rowHref}
					scroll="page"
				/>
			)}
		</Card>
	);
}
