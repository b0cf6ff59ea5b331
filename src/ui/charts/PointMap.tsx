import { type CSSProperties, type KeyboardEvent, useState } from "react";
import styles from "./PointMap.module.css";
import { nextPoint, project, scaleOf } from "./point-geometry.ts";

type Place = { latitude: number; longitude: number };
export type MapPoint = Place & { id: string; value: number /** Said aloud and shown on hover: « Beloeil, 12 employeurs, à 8,4 km ». */; label: string };
export type PointMapProps = {
	/** With a value of 0, a point is drawn and cannot be chosen. */
	points: readonly MapPoint[];
	labels: readonly (Place & { text: string })[];
	center: Place & { label: string };
	/** Of the circle around the centre; the drawing is a little wider. */
	radiusKm: number;
	selected: string | null;
	onSelect: (id: string) => void;
	label: string;
	/** « 10 km », under the bar that has that length. */
	scale: (km: number) => string;
};

const percent = (ratio: number) => `${Math.round(ratio * 10_000) / 100}%`;
const at = ({ x, y }: { x: number; y: number }): CSSProperties => ({ left: percent(x), top: percent(y) });
/** A name stays whole at the edge. */
const whole = ({ x, y }: { x: number; y: number }): CSSProperties => ({
	left: `clamp(76px, ${percent(x)}, calc(100% - 76px))`,
	top: percent(Math.min(y, 0.94)),
});

/** Points where they are, drawn from our own coordinates: no tiles, no outlines. One stop for Tab, the arrows from one point to the nearest that way. */
export function PointMap({ points, labels, center, radiusKm, selected, onSelect, label, scale }: PointMapProps) {
	const [current, setCurrent] = useState<string | null>(null);
	const half = radiusKm * 1.12;
	const place = (point: Place) => project(point, center, half);
	const marks = points.filter(({ value }) => value > 0).map((point) => ({ ...point, ...place(point) }));
	const most = Math.max(1, ...marks.map(({ value }) => value));
	const stop = marks.find(({ id }) => id === current)?.id ?? marks.find(({ id }) => id === selected)?.id ?? marks[0]?.id;
	const bar = scaleOf(half * 2);

	const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
		if (event.altKey || event.ctrlKey || event.metaKey) return;
		const from = marks.find(({ id }) => id === event.currentTarget.dataset.mark);
		const next = from && nextPoint(event.key, from, marks);
		if (!next) return;
		event.preventDefault();
		event.currentTarget.closest("ul")?.querySelector<HTMLElement>(`[data-mark="${next.id}"]`)?.focus();
	};
	return (
		<div className={styles.map}>
			<svg viewBox="0 0 100 100" className={styles.ground} aria-hidden="true" focusable="false">
				<circle cx="50" cy="50" r={50 / 1.12} className={styles.reach} />
				{points
					.filter(({ value }) => value === 0)
					.map((point) => {
						const { x, y } = place(point);
						return <circle key={point.id} cx={x * 100} cy={y * 100} r="0.6" className={styles.empty} />;
					})}
			</svg>
			<ul aria-label={label} className={styles.points}>
				{marks.map((point) => (
					<li key={point.id} style={at(point)}>
						<button
							type="button"
							className={styles.point}
							style={{ "--size": `${Math.round(14 + 26 * Math.sqrt(point.value / most))}px` } as CSSProperties}
							data-mark={point.id}
							tabIndex={point.id === stop ? 0 : -1}
							aria-pressed={point.id === selected}
							aria-label={point.label}
							title={point.label}
							onFocus={() => setCurrent(point.id)}
							onKeyDown={onKeyDown}
							onClick={() => onSelect(point.id)}
						/>
					</li>
				))}
			</ul>
			<div aria-hidden="true">
				{labels.map((one) => (
					<span key={one.text} className={styles.name} style={whole(place(one))}>
						{one.text}
					</span>
				))}
				<span className={styles.center} style={at({ x: 0.5, y: 0.5 })} />
				<span className={styles.scale} style={{ width: percent(bar / (half * 2)) }}>
					{scale(bar)}
				</span>
			</div>
		</div>
	);
}
