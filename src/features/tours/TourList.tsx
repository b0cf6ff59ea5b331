import { useId } from "react";
import { Link } from "react-router";
import type { TourPlace, TourRow } from "#contract/tours.ts";
import { daysBetween, useNearDay } from "#lib/days.ts";
import { formatPhone, useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "#ui/Checkbox.tsx";
import { Icon } from "#ui/Icon.tsx";
import { Tag } from "#ui/Tag.tsx";
import styles from "./TourList.module.css";
import { text } from "./text.ts";

type TourListProps = { places: readonly TourPlace[]; items: readonly TourRow[]; isChosen: (id: string) => boolean; onToggle: (row: TourRow) => void };

function Line({ row, isChosen, onToggle }: { row: TourRow; isChosen: boolean; onToggle: () => void }) {
	const words = useWords(text);
	const { today } = useReference();
	const nearDay = useNearDay(today);
	const facts = [
		row.lastVisitOn ? words.seen(daysBetween(row.lastVisitOn, today)) : words.neverSeen,
		...(row.nextStepOn && row.nextStepTitle ? [words.nextStep(nearDay(row.nextStepOn), row.nextStepTitle)] : []),
	];
	return (
		<li className={styles.line}>
			<Checkbox label={words.choose(row.name)} hideLabel checked={isChosen} onChange={onToggle} />
			<div className={styles.words}>
				<Link to={paths.employer(row.id)}>{row.name}</Link>
				<span className="muted">{facts.join(" · ")}</span>
				{row.plannedOn && <Tag tone="info">{words.planned(nearDay(row.plannedOn))}</Tag>}
			</div>
			{row.phone && (
				<a href={`tel:${row.phone}`} className={styles.phone} aria-label={words.call(formatPhone(row.phone))}>
					<Icon name="phone" size={16} />
					<span className={styles.number}>{formatPhone(row.phone)}</span>
				</a>
			)}
		</li>
	);
}

/** The same employers as the points of the map, municipality by municipality, the nearest first. */
export function TourList({ places, items, isChosen, onToggle }: TourListProps) {
	const words = useWords(text);
	const { number } = useFormat();
	const id = useId();
	const groups = places
		.map((place) => ({ place, rows: items.filter(({ municipalityCode }) => municipalityCode === place.code) }))
		.filter(({ rows }) => rows.length > 0);
	return groups.map(({ place, rows }) => (
		<section key={place.code} aria-labelledby={`${id}-${place.code}`} className={styles.group}>
			<h3 id={`${id}-${place.code}`} className={styles.place}>
				{words.group(place.name, number(place.km))}
				<span className={styles.count}>{number(place.employers)}</span>
			</h3>
			<ul className={styles.rows}>
				{rows.map((row) => (
					<Line key={row.id} row={row} isChosen={isChosen(row.id)} onToggle={() => onToggle(row)} />
				))}
			</ul>
		</section>
	));
}
