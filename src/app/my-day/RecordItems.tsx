import { Link } from "react-router";
import { longReportDays } from "#contract/my-day.ts";
import type { SupportCaseRow } from "#contract/support-cases.ts";
import type { VisitRow } from "#contract/visits.ts";
import { daysBetween, useNearDay } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Tag } from "#ui/Tag.tsx";
import styles from "./DayColumn.module.css";
import type { ItemProps } from "./FollowUpItem.tsx";
import { text } from "./text.ts";

/** A visit of today, or one whose report waits. */
export function VisitItem({ visit, today, itemProps }: { visit: VisitRow; today: string; itemProps: ItemProps }) {
	const words = useWords(text);
	const { list } = useFormat();
	const { term, mrcName } = useReference();
	const nearDay = useNearDay(today);
	const { id, employers, partner, mode, headline, occurredOn, status } = visit;
	const [first] = employers;
	const waited = daysBetween(occurredOn, today);
	return (
		<li {...itemProps} data-href={paths.visit(id)} aria-keyshortcuts="Enter" className={styles.item}>
			<Link to={paths.visit(id)} className={styles.what} tabIndex={itemProps.tabIndex}>
				{partner?.partnerName ?? list(employers.map(({ employerName }) => employerName))}
			</Link>
			{waited > 0 ? (
				<Tag tone={waited > longReportDays ? "amber" : "neutral"} title={occurredOn}>
					{words.days(waited)}
				</Tag>
			) : (
				<Tag tone={mode === "video" ? "violet" : "info"}>{term("visitMode", mode)}</Tag>
			)}
			<span className={styles.more}>
				{[waited > 0 ? `${words.visitStates[status]}, ${nearDay(occurredOn)}` : first?.mrcCode && mrcName(first.mrcCode), headline].filter(Boolean).join(" · ")}
			</span>
			{first && waited <= 0 && (
				<span className={styles.more}>
					<Link to={paths.employer(first.employerId)} tabIndex={itemProps.tabIndex}>
						{words.employerPage}
					</Link>
				</span>
			)}
		</li>
	);
}

/** A case that sleeps, or that wakes soon. */
export function CaseItem({ row, today, itemProps }: { row: SupportCaseRow; today: string; itemProps: ItemProps }) {
	const words = useWords(text);
	const { plural } = useFormat();
	const { stageShort } = useReference();
	const nearDay = useNearDay(today);
	const href = paths.supportCases({ dossier: row.id, filtre: `advisorId==${row.advisorId}` });
	return (
		<li {...itemProps} data-href={href} aria-keyshortcuts="Enter" className={styles.item}>
			<Link to={href} className={styles.what} tabIndex={itemProps.tabIndex}>
				{row.employerName}
			</Link>
			{row.pausedUntil && row.pausedUntil >= today ? (
				<Tag tone="neutral" icon="pause">
					{nearDay(row.pausedUntil)}
				</Tag>
			) : (
				<Tag tone="amber" icon="moon">
					{words.days(daysBetween(row.lastActivityOn, today))}
				</Tag>
			)}
			<span className={styles.more}>
				{[stageShort(row.stage), row.openPosts > 0 && plural(row.openPosts, words.posts.one, words.posts.other), row.occupationLabel]
					.filter(Boolean)
					.join(" · ")}
			</span>
		</li>
	);
}
