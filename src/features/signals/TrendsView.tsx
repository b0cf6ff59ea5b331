import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Filter, parseFilter, printFilter } from "#contract/filter.ts";
import { listSignalTrends, signalFields } from "#contract/signals.ts";
import { apiQuery } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { BarList } from "#ui/charts/BarList.tsx";
import { HeatTable } from "#ui/charts/HeatTable.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./TrendsView.module.css";
import { text } from "./text.ts";

/** The latest years are told apart; what came before is in the list. */
const yearsShown = 6;

/** Signals by year, then by sector and year; each number opens exactly its rows. */
export function TrendsView({ q, filter }: { q: string; filter: string }) {
	const words = useWords(text);
	const { number } = useFormat();
	const { sectorLabel } = useReference();
	const { data, error, refetch } = useQuery({
		...apiQuery(listSignalTrends, { query: { ...(q ? { q } : {}), ...(filter ? { filter } : {}) } }),
		placeholderData: keepPreviousData,
	});
	const { years, sectors, countOf } = useMemo(() => {
		const items = data?.items ?? [];
		const seen = [...new Set(items.map(({ year }) => year))].sort((a, b) => a - b).slice(-yearsShown);
		const count = (year: number, sector?: string | null) =>
			items.reduce((sum, one) => sum + (one.year === year && (sector === undefined || one.sectorCode === sector) ? one.count : 0), 0);
		const bySector = [...new Set(items.filter(({ year }) => seen.includes(year)).map(({ sectorCode }) => sectorCode))];
		const total = (sector: string | null) => seen.reduce((sum, year) => sum + count(year, sector), 0);
		return { years: seen, sectors: bySector.sort((a, b) => total(b) - total(a)), countOf: count };
	}, [data]);
	if (error && !data) return <ErrorState title={words.employer.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />;
	if (!data) return <Skeleton shape="rows" rows={10} />;
	if (years.length === 0) return <EmptyState icon="check" {...words.none} />;
	const asked: Filter[] = filter ? [parseFilter(filter, signalFields)] : [];
	const open = (...more: Filter[]) =>
		paths.signals({ q, filtre: printFilter({ all: [...asked.flatMap((one) => ("all" in one ? one.all : [one])), ...more] }) });
	const ofYear = (year: number): Filter => ({ field: "year", comparison: "==", values: [String(year)] });
	const ofSector = (sector: string | null): Filter =>
		sector === null ? { field: "sectorCode", comparison: "=null=", values: ["true"] } : { field: "sectorCode", comparison: "==", values: [sector] };
	const nameOf = (sector: string | null) => (sector === null ? words.trends.unknownSector : sectorLabel(sector));
	const most = years.reduce((best, year) => (countOf(year) > countOf(best) ? year : best), years[0] ?? 0);
	return (
		<div className={styles.views}>
			<Card title={words.trends.byYear} padded>
				<BarList
					summary={words.trends.byYearSummary(`${most}, ${number(countOf(most))}`)}
					words={words.trends.words}
					bars={years.map((year) => ({
						id: String(year),
						label: String(year),
						value: countOf(year),
						display: number(countOf(year)),
						href: open(ofYear(year)),
					}))}
				/>
			</Card>
			<Card title={words.trends.bySector} padded>
				<HeatTable
					caption={words.trends.bySectorCaption}
					corner={words.trends.sector}
					columns={years.map((year) => ({ id: String(year), label: String(year) }))}
					rows={sectors.map((sector) => ({
						id: sector ?? "none",
						label: nameOf(sector),
						title: nameOf(sector),
						cells: years.map((year) => {
							const value = countOf(year, sector);
							const display = number(value);
							return { value, display, href: open(ofSector(sector), ofYear(year)), label: words.trends.cell(display, nameOf(sector), String(year)) };
						}),
					}))}
					note={words.trends.note}
				/>
			</Card>
		</div>
	);
}
