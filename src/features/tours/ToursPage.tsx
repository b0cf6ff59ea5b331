import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getTour, mostStops, type TourPlace, type TourRow } from "#contract/tours.ts";
import { apiQuery } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { PointMap } from "#ui/charts/PointMap.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { RoundPanel } from "./RoundPanel.tsx";
import { TourControls } from "./TourControls.tsx";
import { TourList } from "./TourList.tsx";
import styles from "./ToursPage.module.css";
import { text } from "./text.ts";
import { useTourState } from "./use-tour-state.ts";

const step = 100;
const most = 500;

/** The name of each territory in the middle of its points. */
function labelsOf(places: readonly TourPlace[], mrcName: (code: string) => string) {
	const byMrc = new Map<string, TourPlace[]>();
	for (const place of places) if (place.employers > 0) byMrc.set(place.mrcCode, [...(byMrc.get(place.mrcCode) ?? []), place]);
	const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	return [...byMrc].map(([code, those]) => ({
		text: mrcName(code),
		latitude: mean(those.map(({ latitude }) => latitude)),
		longitude: mean(those.map(({ longitude }) => longitude)),
	}));
}

/** Who was not seen for a long time within so many kilometres: a map, the same in a list, and a round planned from there. */
export function ToursPage() {
	const words = useWords(text);
	const { number } = useFormat();
	const { mrcName } = useReference();
	const me = useSession().person.id;
	const state = useTourState();
	const { start, km, notSeenForDays, isMine, place, chosen, ask, choose } = state;
	const [limit, setLimit] = useState(step);
	const asked = { near: start?.code ?? "", km, notSeenForDays, ...(isMine ? { advisorId: me } : {}), ...(place ? { municipalityCode: place } : {}), limit };
	const { data, error, refetch } = useQuery({ ...apiQuery(getTour, { query: asked }), enabled: start !== null, placeholderData: keepPreviousData });
	const selected = data?.places.find(({ code }) => code === place);
	const isChosen = (id: string) => chosen.some((stop) => stop.id === id);
	const toggle = ({ id, name, municipalityCode, phone }: TourRow) => {
		if (isChosen(id)) choose(chosen.filter((stop) => stop.id !== id));
		else if (chosen.length < mostStops) choose([...chosen, { id, name, municipalityCode, phone }]);
	};
	return (
		<>
			<PageTitle title={words.title} sub={words.sub} />
			<TourControls {...state} />
			{error && <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />}
			{!error && !data && <Skeleton shape="rows" rows={10} />}
			{data && start && (
				<div className={styles.columns}>
					<div className={styles.map}>
						<PointMap
							points={data.places.map(({ code, name, employers, km: far, latitude, longitude }) => ({
								id: code,
								value: employers,
								label: words.point(name, employers, number(far)),
								latitude,
								longitude,
							}))}
							labels={labelsOf(data.places, mrcName)}
							center={{ ...start, label: start.name }}
							radiusKm={km}
							selected={place}
							onSelect={(code) => ask({ commune: code === place ? null : code })}
							label={words.map}
							scale={(length) => words.km(number(length))}
						/>
						<p className={styles.note}>{words.mapNote}</p>
					</div>
					<div className={styles.list}>
						<div className={styles.head}>
							<h2>{selected ? words.listIn(data.total, selected.name) : words.list(data.total)}</h2>
							{selected && (
								<Button variant="quiet" size="small" onClick={() => ask({ commune: null })}>
									{words.wholeMap}
								</Button>
							)}
						</div>
						{data.total === 0 && <EmptyState compact icon="visits" title={words.empty.title} text={words.empty.text} />}
						<TourList places={data.places} items={data.items} isChosen={isChosen} onToggle={toggle} />
						{data.items.length < data.total &&
							(limit < most ? (
								<Button onClick={() => setLimit(limit + step)}>{words.more}</Button>
							) : (
								<p className="muted">{words.tooMany(data.items.length)}</p>
							))}
					</div>
					<div className={styles.round}>
						<RoundPanel {...state} />
					</div>
				</div>
			)}
		</>
	);
}
