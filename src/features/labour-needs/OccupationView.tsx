import { type Condition, type Filter, printFilter } from "#contract/filter.ts";
import type { NeedMatrix } from "#contract/need-matrix.ts";
import { useFormat } from "#lib/format.ts";
import { shortOccupation } from "#lib/occupations.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { BarList } from "#ui/charts/BarList.tsx";
import { HeatTable } from "#ui/charts/HeatTable.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import { crossNeeds, others } from "./need-matrix.ts";
import styles from "./OccupationView.module.css";
import { occupationsText } from "./occupations-text.ts";

const shown = { desk: 12, phone: 3 };
type Asked = { q: string; conditions: readonly Filter[] };
const is = (field: string, value: string): Condition => ({ field, comparison: "==", values: [value] });

/** The needs by occupation and MRC, then by sector; each number opens the list of its needs, under the same search and filters. */
export function OccupationView({ matrix, asked }: { matrix: NeedMatrix; asked: Asked }) {
	const words = useWords(occupationsText);
	const { number } = useFormat();
	const { mrcName } = useReference();
	const isPhone = useIsPhone();
	const { columns, rows, totals } = crossNeeds(matrix.cells, isPhone ? shown.phone : shown.desk);
	const listOf = (...conditions: Condition[]) => {
		const all = [...asked.conditions, ...conditions, is("open", "true")];
		// What the filter says already is not said twice.
		return paths.labourNeeds({ q: asked.q, filtre: printFilter({ all: [...new Map(all.map((one) => [printFilter(one, "all"), one])).values()] }) });
	};
	const first = columns.filter((code) => code !== others);
	const inColumn = (code: string): Condition => (code === others ? { field: "mrcCode", comparison: "=out=", values: first } : is("mrcCode", code));
	const nameOf = (code: string) => (code === others ? words.others : mrcName(code));
	const cell = (value: number, href: string, occupation: string, mrc: string) => ({
		value,
		display: number(value),
		href,
		label: words.cell(number(value), value, occupation, mrc),
	});
	return (
		<div className={styles.view}>
			<Card title={words.matrix.title} aside={words.matrix.aside(number(matrix.openPosts), number(matrix.openNeeds))} padded className={styles.matrix}>
				<HeatTable
					caption={words.matrix.caption}
					corner={words.matrix.corner}
					columns={columns.map((code) => ({ id: code, label: nameOf(code), title: nameOf(code) }))}
					totalLabel={words.total}
					rows={rows.map(({ code, label, values, total }) => ({
						id: code,
						label: isPhone ? shortOccupation(label, 20) : `${code} ${shortOccupation(label, 34)}`,
						title: label,
						total: cell(total, listOf(is("occupationCode", code)), label, words.everywhere),
						cells: values.map((value, at) => {
							const column = columns[at] ?? others;
							return cell(value, listOf(is("occupationCode", code), inColumn(column)), label, nameOf(column));
						}),
					}))}
					foot={{
						label: words.total,
						total: cell(matrix.openPosts, listOf(), words.allOccupations, words.everywhere),
						cells: totals.map((value, at) => {
							const column = columns[at] ?? others;
							return cell(value, listOf(inColumn(column)), words.allOccupations, nameOf(column));
						}),
					}}
				/>
			</Card>
			<Sectors matrix={matrix} listOf={listOf} />
		</div>
	);
}

function Sectors({ matrix, listOf }: { matrix: NeedMatrix; listOf: (...conditions: Condition[]) => string }) {
	const words = useWords(occupationsText).sectors;
	const { number } = useFormat();
	const { sectorLabel } = useReference();
	return (
		<Card title={words.title} aside={words.aside} padded className={styles.sectors}>
			<BarList
				summary={words.summary}
				words={{ label: words.sector, value: words.open, secondary: words.filled, tertiary: words.asked }}
				bars={matrix.sectors.map(({ sectorCode, asked, filled, open }) => ({
					id: sectorCode ?? "none",
					label: sectorCode === null ? words.none : sectorLabel(sectorCode),
					value: open,
					display: number(open),
					href:
						open > 0 ? listOf(sectorCode === null ? { field: "sectorCode", comparison: "=null=", values: ["true"] } : is("sectorCode", sectorCode)) : undefined,
					secondary: words.filledOf(number(filled), filled),
					tertiary: words.askedOf(number(asked)),
				}))}
			/>
		</Card>
	);
}
