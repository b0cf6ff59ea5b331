import { useMemo } from "react";
import { Link } from "react-router";
import type { Dashboard } from "#contract/dashboard.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import type { Column } from "#ui/grid/column.ts";
import { DataGrid } from "#ui/grid/DataGrid.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import type { CardProps } from "./card.ts";
import styles from "./DashboardPage.module.css";
import { IndicatorRule } from "./IndicatorRule.tsx";
import { missionsText } from "./missions-text.ts";

type Mission = Dashboard["missions"][number];
const steps = ["I09-registered", "I09", "I09-posts", "I09-applications", "I09-interviews", "I09-offers", "I09-hires"] as const;
/** Counted in Jalon: nobody is none. The others are what employers say: nothing said is not known. */
const counted: readonly (typeof steps)[number][] = ["I09-registered", "I09", "I09-posts"];
const rowKey = ({ id }: Mission) => id;

/** The missions of the period, each with its funnel: every number opens its list. */
export function MissionsCard({ dashboard: { missions }, figures }: CardProps) {
	const words = useWords(missionsText);
	const { number, plural } = useFormat();
	const isPhone = useIsPhone();
	const may = useMay();
	const mayOpen = may("getMission");
	const columns = useMemo<Column<Mission>[]>(() => {
		const figure = (id: (typeof steps)[number], { id: missionId, name }: Mission) => {
			const found = figures.parts(id, "missionId").find(({ keys }) => keys[0] === missionId);
			const value = found?.value ?? (counted.includes(id) ? 0 : null);
			if (value === null)
				return isPhone ? null : (
					<>
						<span aria-hidden="true">–</span>
						<span className="visually-hidden">{words.unknown(words.columns[id])}</span>
					</>
				);
			const told = plural(value, words.nouns[id].one, words.nouns[id].other);
			const shown = isPhone ? told : number(value);
			const to = value > 0 ? figures.link(id, [["missionId", missionId]]) : undefined;
			return to ? (
				<Link to={to} className={styles.figure} aria-label={words.opens(told, name)}>
					{shown}
				</Link>
			) : (
				shown
			);
		};
		return [
			{
				id: "mission",
				header: words.mission,
				cell: ({ id, name }) =>
					mayOpen ? (
						<Link to={paths.mission(id, { vue: "resultats" })} className={styles.figure}>
							{name}
						</Link>
					) : (
						name
					),
				width: "minmax(200px, 2fr)",
			},
			...steps.map(
				(id): Column<Mission> => ({ id, header: words.columns[id], cell: (mission) => figure(id, mission), width: "minmax(96px, 0.7fr)", align: "end" }),
			),
		];
	}, [figures, words, number, plural, isPhone, mayOpen]);
	return (
		<Card title={words.title} actions={<IndicatorRule id="I09" />} footer={missions.length > 0 && words.note}>
			{missions.length === 0 ? (
				<EmptyState icon="missions" title={words.none.title} text={words.none.text} />
			) : (
				<DataGrid caption={words.caption} columns={columns} total={missions.length} rowAt={(index) => missions[index]} rowKey={rowKey} scroll="page" />
			)}
		</Card>
	);
}
