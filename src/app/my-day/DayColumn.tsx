import type { ReactNode } from "react";
import { Link } from "react-router";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import styles from "./DayColumn.module.css";
import { text } from "./text.ts";

export type Group = { id: string; title?: string; total: number; path: string; rows: ReactNode[] };
type DayColumnProps = { title: string; nothing: string; groups: readonly Group[] };

/** One column: its groups, each with the number that opens all of its list; a calm line when there is nothing. */
export function DayColumn({ title, nothing, groups }: DayColumnProps) {
	const words = useWords(text);
	const { number } = useFormat();
	const full = groups.filter(({ total }) => total > 0);
	const [only] = groups;
	const count = ({ total, path }: Group, of: string) => (
		<Link to={path} className={styles.count}>
			{number(total)}
			<span className="visually-hidden"> {words.openAll(of)}</span>
		</Link>
	);
	return (
		<Card title={title} aside={groups.length === 1 && only && only.total > 0 && count(only, title)}>
			<div data-column={title}>
				{full.length === 0 && <p className={styles.nothing}>{nothing}</p>}
				{full.map((group) => (
					<div key={group.id}>
						{group.title && (
							<div className={styles.group}>
								<h3 className={styles.title}>{group.title}</h3>
								{count(group, group.title)}
							</div>
						)}
						<ul className={styles.list} aria-label={group.title ?? title}>
							{group.rows}
						</ul>
						{group.total > group.rows.length && (
							<p className={styles.rest}>
								<Link to={group.path}>{words.seeAll(group.total)}</Link>
							</p>
						)}
					</div>
				))}
			</div>
		</Card>
	);
}
