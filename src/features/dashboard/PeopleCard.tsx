import { useMemo } from "react";
import { Link } from "react-router";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import type { Column } from "#ui/grid/column.ts";
import { DataGrid } from "#ui/grid/DataGrid.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import type { CardProps } from "./card.ts";
import styles from "./DashboardPage.module.css";
import { text } from "./text.ts";

type Load = { personId: string | null; name: string; cases: number; late: number };
const rowKey = ({ personId }: Load) => personId ?? "nobody";

/** What each person carries on the day, by name: those who accompany employers, and whoever left something open. */
export function PeopleCard({ figures }: CardProps) {
	const words = useWords(text);
	const { number, plural } = useFormat();
	const isPhone = useIsPhone();
	const { people: everyone, personName } = useReference();
	const people = useMemo<Load[]>(() => {
		const loaded = ["I06", "I14"].flatMap((id) => figures.parts(id, "personId").map(({ keys }) => keys[0] ?? null));
		const atWork = everyone.filter(({ role, atWork }) => atWork && (role === "advisor" || role === "recruitmentAdvisor")).map(({ id }) => id);
		const order = new Map(everyone.map(({ id }, at) => [id, at]));
		const place = (id: string | null) => (id === null ? Number.POSITIVE_INFINITY : (order.get(id) ?? everyone.length));
		return [...new Set([...atWork, ...loaded])]
			.sort((a, b) => place(a) - place(b))
			.map((personId) => ({
				personId,
				name: personId === null ? words.people.nobody : personName(personId),
				cases: figures.part("I06", "personId", personId) ?? 0,
				late: figures.part("I14", "personId", personId) ?? 0,
			}));
	}, [figures, everyone, personName, words]);
	const columns = useMemo<Column<Load>[]>(() => {
		// On a phone no heading stands above the numbers: each carries its word.
		const link = (id: "I06" | "I14", value: number, noun: { one: string; other: string }, { personId, name }: Load) => {
			const told = plural(value, noun.one, noun.other);
			const to = figures.link(id, [["personId", personId]]);
			return to ? (
				<Link to={to} className={styles.figure} aria-label={words.people.opens(told, name)}>
					{isPhone ? told : number(value)}
				</Link>
			) : (
				number(value)
			);
		};
		return [
			{ id: "person", header: words.people.columns.person, cell: ({ name }) => name, width: "minmax(120px, 1fr)" },
			{ id: "cases", header: words.people.columns.cases, cell: (row) => link("I06", row.cases, words.cases, row), width: "88px", align: "end" },
			{ id: "late", header: words.people.columns.late, cell: (row) => link("I14", row.late, words.people.late, row), width: "96px", align: "end" },
		];
	}, [figures, words, number, plural, isPhone]);
	return (
		<Card title={words.people.title} footer={words.people.note}>
			<DataGrid caption={words.people.caption} columns={columns} total={people.length} rowAt={(index) => people[index]} rowKey={rowKey} scroll="page" />
		</Card>
	);
}
