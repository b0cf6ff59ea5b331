import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import type { Indicator } from "#contract/indicators.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Breadcrumb } from "#ui/Breadcrumb.tsx";
import { Card } from "#ui/Card.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { IndicatorRows } from "./IndicatorRows.tsx";
import { PeriodBar } from "./PeriodBar.tsx";
import { periodUrlOf } from "./period-url.ts";
import { definitionsQuery, indicatorQuery } from "./queries.ts";
import { text } from "./text.ts";
import { usePeriod } from "./use-period.ts";

/** The records behind a figure; a share opens its two lists. */
export function IndicatorPage() {
	const words = useWords(text);
	const language = useLanguage();
	const { id = "" } = useParams();
	const { query } = usePeriod();
	const { today } = useReference();
	const { data: definitions } = useQuery(definitionsQuery);
	const definition = definitions?.items.find((one) => one.id === id);
	const { data } = useQuery(indicatorQuery(id, query));
	if (!definition) return null;
	return (
		<>
			<Breadcrumb items={[{ label: words.rows.back, to: paths.dashboard(periodUrlOf(query)) }, { label: definition.wording[language].name }]} />
			{data && <PeriodBar period={data.period} previousPeriod={data.previousPeriod} today={today} />}
			{definition.rowsAre === null ? (
				<Ratio definition={definition} value={data?.value ?? null} all={definitions?.items ?? []} />
			) : (
				<IndicatorRows key={id} definition={definition} kind={definition.rowsAre} period={query} />
			)}
		</>
	);
}

function Ratio({ definition, value, all }: { definition: Indicator; value: number | null; all: readonly Indicator[] }) {
	const words = useWords(text);
	const language = useLanguage();
	const { percent } = useFormat();
	const { query } = usePeriod();
	const { name, rule } = definition.wording[language];
	const parts = definition.ratioOf ? [definition.ratioOf.numerator, definition.ratioOf.denominator] : [];
	return (
		<>
			<PageTitle title={name} sub={value === null ? undefined : percent(value)} />
			<Card padded>
				<p>{rule}</p>
				<p>{words.rows.ratio}</p>
				<ul>
					{parts.map((part) => (
						<li key={part}>
							<Link to={paths.indicator(part, periodUrlOf(query))}>{all.find(({ id }) => id === part)?.wording[language].name ?? part}</Link>
						</li>
					))}
				</ul>
			</Card>
		</>
	);
}
