import type { RefAttributes } from "react";
import { Link } from "react-router";
import type { FollowUp } from "#contract/follow-ups.ts";
import { OriginLine } from "#features/follow-ups/OriginLine.tsx";
import { type PostponeChoice, postponeChoices } from "#features/follow-ups/postpone-choices.ts";
import { daysBetween } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "#ui/Checkbox.tsx";
import { classNames } from "#ui/class-names.ts";
import { Tag } from "#ui/Tag.tsx";
import styles from "./DayColumn.module.css";
import { text } from "./text.ts";

export type ItemProps = { "data-item": string; tabIndex: number; onFocus: () => void } & RefAttributes<HTMLLIElement>;
type FollowUpItemProps = {
	followUp: FollowUp;
	today: string;
	href: string;
	mayWrite: boolean;
	itemProps: ItemProps;
	onDone: () => void;
	onPostpone: (choice?: PostponeChoice["id"]) => void;
};

/** A follow-up of the day: its box, how late it is, where it comes from, and the usual days to put it off to. */
export function FollowUpItem({ followUp, today, href, mayWrite, itemProps, onDone, onPostpone }: FollowUpItemProps) {
	const words = useWords(text);
	const { short } = useFormat();
	const { title, employerName, dueOn, doneOn, postponements } = followUp;
	const lateBy = daysBetween(dueOn, today);
	return (
		<li {...itemProps} data-href={href} aria-keyshortcuts={mayWrite ? "Enter F R" : "Enter"} className={classNames(styles.item, mayWrite && styles.withBox)}>
			{mayWrite && <Checkbox hideLabel label={words.markDone(title, employerName)} checked={doneOn !== null} tabIndex={itemProps.tabIndex} onChange={onDone} />}
			<Link to={href} className={styles.what} tabIndex={itemProps.tabIndex}>
				{followUp.promised && <Tag tone="violet">{words.promise}</Tag>} {title}
			</Link>
			{lateBy > 0 ? (
				<Tag tone="red" title={dueOn}>
					{words.lateBy(lateBy)}
				</Tag>
			) : (
				<Tag tone={lateBy === 0 ? "amber" : "neutral"} title={dueOn}>
					{lateBy === 0 ? words.dueToday : short(dueOn)}
				</Tag>
			)}
			<span className={styles.more}>
				{employerName}
				{followUp.origin !== "hand" && (
					<>
						{" · "}
						<OriginLine followUp={followUp} />
					</>
				)}
				{postponements > 0 && ` · ${words.postponed(postponements)}`}
			</span>
			{mayWrite && lateBy >= 0 && (
				<span className={styles.quick}>
					{postponeChoices(today).map(({ id }) => (
						<button key={id} type="button" tabIndex={itemProps.tabIndex} aria-label={words.postponeTo[id](title)} onClick={() => onPostpone(id)}>
							{words.choices[id]}
						</button>
					))}
				</span>
			)}
		</li>
	);
}
