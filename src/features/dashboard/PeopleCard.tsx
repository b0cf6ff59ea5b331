import { useMemo } from "react";
import { Link } from "react-router";
import type { Dashboard } from "#contract/dashboard.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import type { Column } from "#ui/grid/column.ts";
import { DataGrid } from "#ui/grid/DataGrid.tsx";
import { type Figure, figurePath } from "./figure-path.ts";
import { text } from "./text.ts";

type PersonLoad = Dashboard["people"][number];
const rowKey = ({ personId }: PersonLoad) => personId;

/** What each person carries today, by name. */
export function PeopleCard({ dashboard: { people } }: { dashboard: Dashboard }) {
	const words = useWords(text).people;
	const { number } = useFormat();
	const { personName } = useReference();
	const columns = useMemo<Column<PersonLoad>[]>(() => {
		const link = (figure: Figure, what: string, { personId }: PersonLoad) => (
			<Link to={figurePath(figure)} aria-label={words.opens(`${number(figure.value)} ${what}`, personName(personId))}>
				{number(figure.value)}
			</Link>
		);
		return [
			{ id: "person", header: words.columns.person, cell: ({ personId }) => personName(personId), width: "minmax(120px, 1fr)" },
			{ id: "cases", header: words.columns.cases, cell: (row) => link(row.openCases, words.columns.cases, row), width: "130px", align: "end" },
			{ id: "late", header: words.columns.late, cell: (row) => link(row.lateFollowUps, words.columns.late, row), width: "130px", align: "end" },
		];
	}, [words, number, personName]);
	return (
		<Card title={words.title} footer={words.note}>
			<DataGrid caption={words.caption} columns={columns} total={people.length} rowAt={(index) => people[index]} rowKey={rowKey} scroll="page" />
		</Card>
	);
}
