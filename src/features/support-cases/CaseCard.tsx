import { type DragEvent, memo } from "react";
import { Link } from "react-router";
import type { SupportCaseRow } from "#contract/support-cases.ts";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { Avatar } from "#ui/Avatar.tsx";
import { classNames } from "#ui/class-names.ts";
import type { MenuEntry } from "#ui/Menu.tsx";
import { CardMenu } from "./CardMenu.tsx";
import styles from "./CaseCard.module.css";
import { CaseState } from "./CaseState.tsx";
import { text } from "./text.ts";
import { usePostsWording } from "./use-posts-wording.ts";

type CaseCardProps = {
	row: SupportCaseRow;
	/** Given by the board: hundreds of cards do not each look them up. */
	today: string;
	advisorName: string | null;
	/** The one card of the board that Tab reaches. */
	isActive: boolean;
	/** Its case is open beside the board. */
	isShown: boolean;
	isDragged: boolean;
	entries: (row: SupportCaseRow) => MenuEntry[];
	onActivate: (id: string) => void;
	onDragStart: (event: DragEvent<HTMLElement>, row: SupportCaseRow) => void;
	onDragEnd: () => void;
};

/** One case on the board: its employer opens the employer's page; the card itself takes the focus, the keys and the mouse. */
export const CaseCard = memo(function CaseCard({
	row,
	today,
	advisorName,
	isActive,
	isShown,
	isDragged,
	entries,
	onActivate,
	onDragStart,
	onDragEnd,
}: CaseCardProps) {
	const words = useWords(text);
	const posts = usePostsWording();
	return (
		// biome-ignore lint/a11y/noNoninteractiveElementInteractions: the card moves by drag, and the same is in its menu and under its keys
		<li
			data-card={row.id}
			// A composite widget: arrows go from card to card, one tab stop for the whole board.
			tabIndex={isActive ? 0 : -1}
			aria-current={isShown || undefined}
			aria-keyshortcuts="M Enter Space"
			draggable={row.can.move}
			className={classNames(styles.card, row.can.move && styles.movable, isShown && styles.shown, isDragged && styles.dragged)}
			onDragStart={(event) => onDragStart(event, row)}
			onDragEnd={onDragEnd}
			onFocus={() => onActivate(row.id)}
		>
			<Link to={paths.employer(row.employerId)} className={styles.employer} tabIndex={isActive ? 0 : -1}>
				{row.employerName}
			</Link>
			<p className={styles.posts} title={posts(row)}>
				{posts(row)}
			</p>
			<div className={styles.foot}>
				<CaseState row={row} today={today} />
				{advisorName ? (
					<Avatar name={advisorName} />
				) : (
					<span className={styles.nobody} title={words.noAdvisor}>
						<span className="visually-hidden">{words.noAdvisor}</span>
					</span>
				)}
			</div>
			<CardMenu
				label={words.actionsOf(row.employerName)}
				isLive={isActive}
				entries={() => entries(row)}
				onWake={() => onActivate(row.id)}
				className={styles.menu}
			/>
		</li>
	);
});
