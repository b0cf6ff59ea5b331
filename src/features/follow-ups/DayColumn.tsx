import { Children, type HTMLAttributes, type ReactNode } from "react";
import type { Holiday } from "#contract/business-days.ts";
import { useWeekday } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { classNames } from "#ui/class-names.ts";
import { Tag } from "#ui/Tag.tsx";
import { text } from "./text.ts";
import styles from "./WeekView.module.css";

type DayColumnProps = {
	day: string;
	today: string;
	holiday: Holiday | null;
	isOver: boolean;
	dropProps: HTMLAttributes<HTMLElement>;
	children: ReactNode;
};

/** One day: its name, its holiday if it is one, what is due on it. */
export function DayColumn({ day, today, holiday, isOver, dropProps, children }: DayColumnProps) {
	const words = useWords(text);
	const { short, number } = useFormat();
	const weekday = useWeekday();
	const count = Children.count(children);
	const isToday = day === today;
	return (
		<section
			className={classNames(styles.column, isToday && styles.today, holiday && styles.closed, isOver && styles.over)}
			aria-label={`${weekday(day)} ${short(day)}`}
			aria-current={isToday ? "date" : undefined}
			data-column={day}
			{...dropProps}
		>
			<header className={styles.head}>
				<h2 className={styles.day}>
					{weekday(day)} <span className={styles.date}>{short(day)}</span>
				</h2>
				{isToday && <Tag>{words.week.today}</Tag>}
				{count > 0 && <span className={styles.count}>{number(count)}</span>}
			</header>
			{holiday && <p className={styles.holiday}>{words.holidays[holiday]}</p>}
			{count > 0 ? <ul className={styles.cards}>{children}</ul> : <p className={styles.none}>{holiday ? words.week.closed : words.week.nothing}</p>}
		</section>
	);
}
