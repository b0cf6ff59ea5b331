import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { addSpan } from "#contract/business-days.ts";
import { resultMeasures } from "#contract/mission-measures.ts";
import type { MissionCounts } from "#contract/mission-results.ts";
import type { Mission } from "#contract/missions.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { withParameters } from "#lib/search-parameters.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { ChipButton } from "#ui/Chip.tsx";
import { BarList } from "#ui/charts/BarList.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Field } from "#ui/Field.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./Missions.module.css";
import { funnelQuery, resultsQuery } from "./queries.ts";
import { ResultsGrid } from "./ResultsGrid.tsx";
import { text } from "./text.ts";

const after = [10, 30, 90] as const;
const isDay = (text: string | null): text is string => text !== null && /^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$/.test(text);

/** After the mission: the funnel as it was known on a day, which is in the address, and the grid where what is known is typed. */
export function ResultsView({ mission }: { mission: Mission }) {
	const words = useWords(text).results;
	const { number } = useFormat();
	const { today } = useReference();
	const [search, setSearch] = useSearchParams();
	const asked = search.get("au");
	const asOf = isDay(asked) ? asked : today;
	const look = (day: string) =>
		setSearch(withParameters(search, { vue: "resultats", au: day === today || !isDay(day) ? null : day }), { replace: true, preventScrollReset: true });
	const marks = [
		{ day: mission.endsOn, label: words.marks.end },
		...after.map((count) => ({ day: addSpan(mission.endsOn, { count, unit: "day" as const }), label: words.marks.after(number(count)) })),
	].filter(({ day }) => day < today);
	const results = useQuery({ ...resultsQuery(mission.id, asOf), placeholderData: keepPreviousData });
	return (
		<>
			<div className={styles.bar}>
				<Field label={words.asOf}>
					<DateInput value={asOf} max={today} onChange={(event) => look(event.target.value)} />
				</Field>
				<fieldset className={styles.actions} aria-label={words.marks.label} style={{ border: 0, margin: 0, padding: 0 }}>
					{[...marks, { day: today, label: words.marks.today }].map(({ day, label }) => (
						<ChipButton key={label} pressed={day === asOf} onClick={() => look(day)}>
							{label}
						</ChipButton>
					))}
				</fieldset>
			</div>
			<FunnelCard mission={mission} asOf={asOf} />
			{results.data ? (
				<ResultsGrid key={mission.id} mission={mission} results={results.data} />
			) : results.error ? (
				<ErrorState title={words.grid} detail={errorSentence(results.error)} onRetry={() => void results.refetch()} />
			) : (
				<Skeleton shape="rows" rows={6} />
			)}
		</>
	);
}

const steps = ["registered", "tookPart", "posts", ...resultMeasures] as const satisfies (keyof MissionCounts)[];

function FunnelCard({ mission, asOf }: { mission: Mission; asOf: string }) {
	const words = useWords(text).results;
	const { number, plural, prose } = useFormat();
	const { data } = useQuery({ ...funnelQuery(mission.id, asOf), placeholderData: keepPreviousData });
	if (!data) return <Skeleton shape="rows" rows={6} />;
	const { counts } = data;
	const shown = (value: number | null) => (value === null ? words.unknown : number(value));
	return (
		<Card title={words.funnel} padded>
			<BarList
				summary={
					counts.hires === null
						? words.funnelUnknown(plural(counts.posts, words.postsOffered.one, words.postsOffered.other), prose(asOf))
						: words.funnelSummary(
								plural(counts.hires, words.hires.one, words.hires.other),
								plural(counts.posts, words.postsOffered.one, words.postsOffered.other),
								prose(asOf),
							)
				}
				words={words.funnelWords}
				bars={steps.map((step) => ({ id: step, label: words.counts[step], value: counts[step] ?? 0, display: shown(counts[step]) }))}
				note={words.funnelNote}
			/>
		</Card>
	);
}
