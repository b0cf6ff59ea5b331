import type { Filter } from "#contract/filter.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { HeatTable } from "#ui/charts/HeatTable.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import type { CardProps } from "./card.ts";
import styles from "./DashboardPage.module.css";
import { heatOf } from "./heat.ts";
import { IndicatorRule } from "./IndicatorRule.tsx";
import { text } from "./text.ts";

const shown = { desk: 6, phone: 3 };

/** Employers accompanied by territory and sector: the sectors met most, the others together. */
export function HeatCard({ dashboard: { territories }, figures }: CardProps) {
	const words = useWords(text);
	const { number, plural } = useFormat();
	const { sectorLabel } = useReference();
	const isPhone = useIsPhone();
	const { columns, rows } = heatOf(
		figures.parts("I02", "mrcCode,sectorCode"),
		territories.map(({ code }) => code),
		isPhone ? shown.phone : shown.desk,
	);
	const mrc = (code: string | null) => territories.find((one) => one.code === code)?.name ?? words.noTerritory;
	const sector = (code: string | null) => (code === null ? words.noSector : sectorLabel(code));
	const told = (value: number) => plural(value, words.employers.one, words.employers.other);
	const others = columns.filter((one) => one !== "others");
	const narrowed = (territory: string | null, column: string | null) => {
		if (column !== "others")
			return figures.link("I02", [
				["mrcCode", territory],
				["sectorCode", column],
			]);
		const rest: Filter = { field: "sectorCode", comparison: "=out=", values: others.filter((one) => one !== null) };
		return figures.link("I02", [["mrcCode", territory]], [rest]);
	};
	const best = rows
		.flatMap(({ code, values }) => values.map((value, at) => ({ code, column: columns[at] ?? null, value })))
		.sort((a, b) => b.value - a.value)[0];
	return (
		<Card title={words.heat.title} aside={words.heat.aside} actions={<IndicatorRule id="I02" />} padded className={styles.heat}>
			{best ? (
				<HeatTable
					caption={words.heat.caption(words.heat.cell(told(best.value), mrc(best.code), best.column === "others" ? words.others : sector(best.column)))}
					corner={words.heat.corner}
					note={words.heat.note}
					columns={columns.map((code) => ({
						id: code ?? "none",
						label: code === "others" ? words.others : code === null ? words.noSector : (words.heat.shortSectors[code] ?? sector(code)),
						title: code === "others" ? words.others : sector(code),
					}))}
					rows={rows.map(({ code, values }) => ({
						id: code ?? "none",
						label: mrc(code),
						title: mrc(code),
						cells: values.map((value, at) => {
							const column = columns[at] ?? null;
							return {
								value,
								display: number(value),
								href: narrowed(code, column),
								label: words.heat.cell(told(value), mrc(code), column === "others" ? words.others : sector(column)),
							};
						}),
					}))}
				/>
			) : (
				<EmptyState compact icon="employers" title={words.heat.none.title} text={words.heat.none.text} />
			)}
		</Card>
	);
}
