import type { ReactNode } from "react";
import type { IndicatorDimension, Measure } from "#contract/indicators.ts";
import { useFormat } from "#lib/format.ts";
import { BarList, type BarListProps } from "#ui/charts/BarList.tsx";
import type { Figures } from "./figures.ts";

export type FigureBarsProps = {
	figures: Figures;
	id: string;
	by: IndicatorDimension;
	/** Given when the figure was asked by two dimensions. */
	parts?: Measure["parts"];
	/** Keys in an order of their own; the greatest value first otherwise. */
	order?: readonly string[];
	most?: number;
	label: (key: string | null) => string;
	summary: (first: string) => string;
	words: BarListProps["words"];
	note?: ReactNode;
};

/** A figure by one of its dimensions: each bar opens its rows. */
export function FigureBars({ figures, id, by, parts: given, order, most, label, summary, words, note }: FigureBarsProps) {
	const { number } = useFormat();
	const parts = (given ?? figures.parts(id, by)).map(({ keys: [key = null], value }) => ({ key, value: value ?? 0 }));
	const place = ({ key }: { key: string | null }) => (order && key !== null && order.includes(key) ? order.indexOf(key) : (order?.length ?? 0));
	const sorted = parts.sort((a, b) => place(a) - place(b) || b.value - a.value || label(a.key).localeCompare(label(b.key))).slice(0, most);
	const first = sorted.reduce((best, one) => (one.value > best.value ? one : best), sorted[0] ?? { key: null, value: 0 });
	return (
		<BarList
			summary={summary(`${label(first.key)}, ${number(first.value)}`)}
			words={words}
			note={note}
			bars={sorted.map(({ key, value }) => ({
				id: key ?? "none",
				label: label(key),
				title: label(key),
				value,
				display: number(value),
				href: figures.link(id, [[by, key]]),
			}))}
		/>
	);
}
