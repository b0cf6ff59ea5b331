import { useMemo } from "react";
import { Link } from "react-router";
import type { IndicatorRow } from "#contract/indicators.ts";
import { addDays } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import type { Column } from "#ui/grid/column.ts";
import { DataGrid } from "#ui/grid/DataGrid.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import type { CardProps } from "./card.ts";
import styles from "./DashboardPage.module.css";
import { IndicatorRule } from "./IndicatorRule.tsx";
import { text } from "./text.ts";

const rowKey = ({ id }: IndicatorRow) => id;
const rowHref = ({ employerId, isHere }: IndicatorRow) => (employerId && isHere ? paths.employer(employerId, "dossiers") : undefined);

/** The cases without a trace of work for longer than their stage allows, the longest first. */
export function SleepingCard({ dashboard: { sleeping, period }, figures }: CardProps) {
	const { sleeping: words, days } = useWords(text);
	const { number, plural } = useFormat();
	const isPhone = useIsPhone();
	const { stageShort, staleAfter, personName } = useReference();
	const columns = useMemo<Column<IndicatorRow>[]>(() => {
		// On a phone no heading stands above the number: it carries its word.
		const daysTold = (amount: number) => (isPhone ? plural(amount, days.one, days.other) : number(amount));
		return [
			{ id: "employerName", header: words.columns.employer, cell: (row) => row.title, width: "minmax(160px, 1.4fr)" },
			{ id: "stage", header: words.columns.stage, cell: ({ stage }) => stageShort(stage ?? ""), width: "minmax(124px, 0.8fr)" },
			{ id: "days", header: words.columns.days, cell: ({ amount }) => daysTold(amount ?? 0), width: "68px", align: "end" },
			{
				id: "threshold",
				header: words.columns.threshold,
				cell: ({ stage }) => words.threshold(number(staleAfter(stage ?? "") ?? 0)),
				width: "76px",
				align: "end",
				hideOnPhone: true,
			},
			{
				id: "advisor",
				header: words.columns.advisor,
				cell: ({ personId }) => (personId ? personName(personId) : words.noAdvisor),
				width: "minmax(170px, 1fr)",
			},
			{ id: "lastTrace", header: words.columns.lastTrace, cell: ({ amount }) => addDays(period.asOf, -(amount ?? 0)), width: "112px", hideOnPhone: true },
		];
	}, [words, days, number, plural, isPhone, stageShort, staleAfter, personName, period.asOf]);
	const total = figures.value("I06-sleeping") ?? 0;
	const all = figures.link("I06-sleeping");
	const asleep = figures.parts("I06-sleeping", "stage");
	return (
		<Card
			title={words.title}
			aside={
				<>
					{number(total)}
					{total > 0 && all && (
						<>
							{" · "}
							<Link to={all}>{words.seeAll}</Link>
						</>
					)}
				</>
			}
			actions={<IndicatorRule id="I06-sleeping" />}
			footer={
				asleep.length > 0 && (
					<ul className={styles.stages} aria-label={words.byStage}>
						{asleep.map(({ keys: [stage = null], value }) => (
							<li key={stage}>
								<Link to={figures.link("I06-sleeping", [["stage", stage]]) ?? ""}>
									{stageShort(stage ?? "")} <b>{number(value ?? 0)}</b>
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
