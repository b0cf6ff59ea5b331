import { useMemo } from "react";
import { Link } from "react-router";
import type { Dashboard } from "#contract/dashboard.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import type { Column } from "#ui/grid/column.ts";
import { DataGrid } from "#ui/grid/DataGrid.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import styles from "./DashboardPage.module.css";
import { type Figure, figurePath } from "./figure-path.ts";
import { text } from "./text.ts";

type PersonLoad = Dashboard["people"][number];
const rowKey = ({ personId }: PersonLoad) => personId;

/** What each person carries today, by name. */
export function PeopleCard({ dashboard: { people } }: { dashboard: Dashboard }) {
	const words = useWords(text).people;
	const { number, plural } = useFormat();
	const isPhone = useIsPhone();
	const { personName } = useReference();
	const columns = useMemo<Column<PersonLoad>[]>(() => {
		// On a phone no heading stands above the numbers: each carries its word.
		const link = (figure: Figure, noun: { one: string; other: string }, { personId }: PersonLoad) => {
			const told = plural(figure.value, noun.one, noun.other);
			return (
				<Link to={figurePath(figure)} className={styles.figure} aria-label={words.opens(told, personName(personId))}>
					{isPhone ? told : number(figure.value)}
				</Link>
			);
		};
		return [
			{ id: "person", header: words.columns.person, cell: ({ personId }) => personName(personId), width: "minmax(120px, 1fr)" },
			{ id: "cases", header: words.columns.cases, cell: (row) => link(row.openCases, words.cases, row), width: "88px", align: "end" },
			{ id: "late", header: words.columns.late, cell: (row) => link(row.lateFollowUps, words.late, row), width: "96px", align: "end" },
		];
	}, [words, number, plural, isPhone, personName]);
	return (
		<Card title={words.title} footer={words.note}>
			<DataGrid caption={words.caption} columns={columns} total={people.length} rowAt={(index) => people[index]} rowKey={rowKey} scroll="page" />
		</Card>
	);
}
