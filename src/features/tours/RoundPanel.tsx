import { useState } from "react";
import { kilometresBetween, roundFrom } from "#contract/distance.ts";
import { mostStops, planTour } from "#contract/tours.ts";
import { useApiMutation } from "#lib/api.ts";
import { addDays } from "#lib/days.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { formatPhone, useFormat } from "#lib/format.ts";
import { ApiError } from "#lib/http.ts";
import { reads } from "#lib/reads.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { Problems } from "#ui/Problems.tsx";
import { Select } from "#ui/Select.tsx";
import styles from "./RoundPanel.module.css";
import { text } from "./text.ts";
import type { Stop, TourState } from "./use-tour-state.ts";

const touched = reads("getTour", "listVisits", "countVisits", "getMyDay", "listTimeline", "getEmployer");

/** The stops chosen, in the order of the road, and the day on which they become visits. */
export function RoundPanel({ start, chosen, choose }: TourState) {
	const words = useWords(text).round;
	const may = useMay();
	const { number, prose } = useFormat();
	const { today, municipalities, terms } = useReference();
	const [occurredOn, setOccurredOn] = useState(addDays(today, 1));
	const [mode, setMode] = useState("onSite");
	const [problems, setProblems] = useState<{ on?: string; form: string[] }>({ form: [] });
	const places = new Map(municipalities.map((place) => [place.code, place]));
	const stops = chosen.flatMap((stop) => {
		const place = places.get(stop.municipalityCode);
		return place ? [{ ...stop, place: place.name, latitude: place.latitude, longitude: place.longitude }] : [];
	});
	const round = start ? roundFrom(start, stops) : [];
	const total = round.reduce((sum, stop, index) => sum + kilometresBetween(round[index - 1] ?? start ?? stop, stop), 0);

	const plan = useApiMutation(planTour, {
		invalidates: touched,
		onSuccess: ({ visits }) => {
			addToast({ text: words.planned(visits.length, prose(occurredOn)) });
			choose([]);
		},
		onError: (error) => {
			const fields = error instanceof ApiError ? (error.problem.errors ?? []) : [];
			const on = fields.find(({ path }) => path === "occurredOn")?.message;
			setProblems({ ...(on ? { on } : {}), form: on ? [] : fields.length > 0 ? fields.map(({ message }) => message) : [errorSentence(error)] });
		},
	});
	const send = () => {
		setProblems({ form: [] });
		const visits = round.map(({ id }) => ({ id: crypto.randomUUID(), employerId: id }));
		const id = crypto.randomUUID();
		plan.mutate({ body: { id, occurredOn, mode, visits }, idempotencyKey: id });
	};
	const remove = (stop: Stop) => choose(chosen.filter(({ id }) => id !== stop.id));

	return (
		<Card title={words.title} padded>
			{round.length === 0 ? (
				<p className="muted">{words.none}</p>
			) : (
				<>
					<ol className={styles.stops} aria-label={words.stops}>
						{round.map((stop) => (
							<li key={stop.id} className={styles.stop}>
								<span className={styles.words}>
									<span>{stop.name}</span>
									<span className="muted">
										{stop.place} · {words.leg(number(stop.km))}
									</span>
									{stop.phone && <span className="print-only">{formatPhone(stop.phone)}</span>}
								</span>
								<Button variant="quiet" size="small" icon="close" iconOnly onClick={() => remove(stop)}>
									{words.remove(stop.name)}
								</Button>
							</li>
						))}
					</ol>
					<p className="muted">{words.total(number(total))}</p>
					{round.length >= mostStops && <p className="muted">{words.full(mostStops)}</p>}
					<div className={styles.plan}>
						<Problems sentences={problems.form} />
						{may("planTour") && (
							<>
								<Field label={words.on} error={problems.on}>
									<DateInput value={occurredOn} min={today} onChange={(event) => setOccurredOn(event.target.value)} />
								</Field>
								<Field label={words.mode}>
									<Select value={mode} options={terms("visitMode")} onChange={(event) => setMode(event.target.value)} />
								</Field>
							</>
						)}
						<div className={styles.buttons}>
							<Button variant="quiet" onClick={() => choose([])}>
								{words.clear}
							</Button>
							<Button icon="print" onClick={() => window.print()}>
								{words.print}
							</Button>
							{may("planTour") && (
								<Button variant="primary" onClick={send} busy={plan.isPending}>
									{words.plan(round.length)}
								</Button>
							)}
						</div>
					</div>
				</>
			)}
		</Card>
	);
}
