import type { DragEvent, RefAttributes } from "react";
import type { FollowUp } from "#contract/follow-ups.ts";
import { urgencyOf } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Avatar } from "#ui/Avatar.tsx";
import { Checkbox } from "#ui/Checkbox.tsx";
import { classNames } from "#ui/class-names.ts";
import { Icon } from "#ui/Icon.tsx";
import { Tag } from "#ui/Tag.tsx";
import { text } from "./text.ts";
import styles from "./WeekView.module.css";

type WeekCardProps = {
	followUp: FollowUp;
	today: string;
	/** In the lane of what is late, its day; in its day's column, nothing to say. */
	showsDay: boolean;
	/** Those of them to show: nobody on one's own week, when one is alone. */
	owners: readonly string[];
	mayWrite: boolean;
	isShown: boolean;
	isDragged: boolean;
	itemProps: { "data-item": string; tabIndex: number; onFocus: () => void } & RefAttributes<HTMLLIElement>;
	onDone: () => void;
	onOpen: (id: string) => void;
	onDragStart: (event: DragEvent<HTMLElement>, followUp: FollowUp) => void;
	onDragEnd: () => void;
};

/** A follow-up in the week: its box ticks it off, its words open it, it is dragged by anything else. */
export function WeekCard(props: WeekCardProps) {
	const { followUp, today, showsDay, owners, mayWrite, isShown, isDragged, itemProps, onDone, onOpen, onDragStart, onDragEnd } = props;
	const words = useWords(text);
	const { short } = useFormat();
	const { id, title, employerName, doneOn, cancelReason, dueOn, repeatEvery } = followUp;
	const isMovable = mayWrite && doneOn === null;
	return (
		// biome-ignore lint/a11y/noNoninteractiveElementInteractions: it moves by drag, and the same is under its keys and in its panel
		<li
			{...itemProps}
			aria-current={isShown || undefined}
			aria-keyshortcuts="Enter F R Shift+ArrowLeft Shift+ArrowRight"
			draggable={isMovable}
			className={classNames(styles.card, isMovable && styles.movable, isShown && styles.shown, isDragged && styles.dragged, doneOn !== null && styles.done)}
			onDragStart={(event) => onDragStart(event, followUp)}
			onDragEnd={onDragEnd}
		>
			{mayWrite && <Checkbox hideLabel label={words.markDone(title, employerName)} checked={doneOn !== null} tabIndex={itemProps.tabIndex} onChange={onDone} />}
			<button type="button" className={styles.words} tabIndex={itemProps.tabIndex} onClick={() => onOpen(id)}>
				<span className={styles.title}>{doneOn !== null ? <s>{title}</s> : title}</span>
				<span className={styles.employer}>{employerName}</span>
			</button>
			{(showsDay || doneOn !== null || repeatEvery !== null || owners.length > 0 || urgencyOf(dueOn, today) === "late") && (
				<span className={styles.marks}>
					{doneOn !== null ? (
						<Tag tone={cancelReason ? "neutral" : "green"} icon={cancelReason ? "close" : "check"}>
							{cancelReason ? words.droppedTag : words.doneTag}
						</Tag>
					) : (
						urgencyOf(dueOn, today) === "late" && <Tag tone="red">{showsDay ? words.lateSince(short(dueOn)) : words.lateTag}</Tag>
					)}
					{repeatEvery !== null && (
						<span title={words.repeatsTitle}>
							<Icon name="refresh" size={14} />
							<span className="visually-hidden">{words.repeatsTitle}</span>
						</span>
					)}
					{owners.map((name) => (
						<Avatar key={name} name={name} />
					))}
				</span>
			)}
		</li>
	);
}
