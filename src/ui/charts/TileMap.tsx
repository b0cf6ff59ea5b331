import { type CSSProperties, type ReactNode, useId, useState } from "react";
import { Link } from "react-router";
import { useWords } from "#lib/words.ts";
import { text } from "../text.ts";
import bars from "./BarList.module.css";
import styles from "./TileMap.module.css";
import { useMarks } from "./use-marks.ts";

export type Tile = {
	id: string;
	name: string;
	value: number;
	display: string;
	href?: string | undefined;
	/** Where it stands; left out, it is in the list only. */
	tile: { label: string; column: number; row: number } | null;
	/** Beside its name in the list: until when it was of the region. */
	remark?: string | undefined;
};
export type TileMapProps = { tiles: readonly Tile[]; summary: string; words: { name: string; value: string }; label: (tile: Tile) => string; note?: ReactNode };

const steps = 5;

/** Territories as equal tiles, about where they are: a small one is as easy to touch as a large one. The list is one press away, and has them all. */
export function TileMap({ tiles, summary, words, label, note }: TileMapProps) {
	const own = useWords(text);
	const { container, mark } = useMarks();
	const [isList, setList] = useState(false);
	const summaryId = useId();
	const most = Math.max(1, ...tiles.map(({ value }) => value));
	const drawn = tiles.flatMap((one) => (one.tile ? [{ ...one, tile: one.tile }] : [])).sort((a, b) => a.tile.row - b.tile.row || a.tile.column - b.tile.column);
	const isDrawn = drawn.length > 0 && !isList;
	const ids = drawn.filter(({ href }) => href).map(({ id }) => id);
	return (
		<figure className={bars.figure} aria-labelledby={summaryId}>
			<figcaption id={summaryId} className="visually-hidden">
				{summary}
			</figcaption>
			{isDrawn ? (
				<ul className={styles.map} {...container}>
					{drawn.map((one) => {
						const level = one.value === 0 ? 0 : Math.max(1, Math.ceil((one.value / most) * steps));
						const style = {
							gridColumn: one.tile.column,
							gridRow: one.tile.row,
							"--cell": `var(--heat-${level})`,
							"--on-cell": `var(--on-heat-${level < 3 ? "low" : level === 3 ? "mid" : "high"})`,
						} as CSSProperties;
						const content = (
							<>
								<span aria-hidden="true">{one.tile.label}</span>
								<b aria-hidden="true">{one.display}</b>
								<span className="visually-hidden">{label(one)}</span>
							</>
						);
						return (
							<li key={one.id} style={style} title={one.name}>
								{one.href ? (
									<Link to={one.href} {...mark(one.id, one.tile.column, one.tile.row, ids)}>
										{content}
									</Link>
								) : (
									<span className={styles.still}>{content}</span>
								)}
							</li>
						);
					})}
				</ul>
			) : (
				<table className={bars.table}>
					<thead>
						<tr>
							<th scope="col">{words.name}</th>
							<th scope="col" className={bars.end}>
								{words.value}
							</th>
						</tr>
					</thead>
					<tbody>
						{tiles.map((one) => (
							<tr key={one.id}>
								<th scope="row">
									{one.name}
									{one.remark && <span className="muted"> {one.remark}</span>}
								</th>
								<td className={bars.end}>{one.href ? <Link to={one.href}>{one.display}</Link> : one.display}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
			<div className={bars.foot}>
				<span>{note}</span>
				{drawn.length > 0 && (
					<button type="button" className={bars.toggle} onClick={() => setList(!isList)}>
						{isList ? own.map : own.list}
					</button>
				)}
			</div>
		</figure>
	);
}
