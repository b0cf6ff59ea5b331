import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { FollowUp } from "#contract/follow-ups.ts";
import type { MyDay } from "#contract/my-day.ts";
import { PostponeDialog } from "#features/follow-ups/PostponeDialog.tsx";
import type { PostponeChoice } from "#features/follow-ups/postpone-choices.ts";
import { useMarkDone } from "#features/follow-ups/use-mark-done.ts";
import { useReschedule } from "#features/follow-ups/use-reschedule.ts";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { isShortcut } from "#lib/shortcuts.ts";
import { useWords } from "#lib/words.ts";
import { useRoving } from "#ui/use-roving.ts";
import { DayColumn, type Group } from "./DayColumn.tsx";
import { FollowUpItem } from "./FollowUpItem.tsx";
import styles from "./MyDayPage.module.css";
import { CaseItem, VisitItem } from "./RecordItems.tsx";
import { ReferralItem } from "./ReferralItem.tsx";
import { text } from "./text.ts";

type Asked = { followUp: FollowUp; choice: PostponeChoice["id"] | undefined };

/** Four columns: today's visits, what is due, what is waited for, what to keep an eye on. One tab stop; F ticks off, R postpones, Enter opens. */
export function DayBoard({ day }: { day: MyDay }) {
	const words = useWords(text);
	const may = useMay();
	const navigate = useNavigate();
	const box = useRef<HTMLDivElement>(null);
	const hintId = useId();
	const [asked, setAsked] = useState<Asked | null>(null);
	const mark = useMarkDone();
	const reschedule = useReschedule();
	const followUps = [...day.due.items, ...day.expected.items];
	const mayWrite = (followUp: FollowUp) => may("updateFollowUp") && followUp.can.update === true;

	const onKey = (id: string, event: KeyboardEvent): boolean => {
		const element = event.target instanceof HTMLElement ? event.target : null;
		if (event.key === "Enter" && element?.dataset.item === id) {
			const href = element.dataset.href;
			if (href) void navigate(href);
			return true;
		}
		const followUp = followUps.find((one) => one.id === id);
		if (!followUp || !mayWrite(followUp) || event.shiftKey) return false;
		if (isShortcut(event, "followUpDone")) mark(followUp);
		else if (isShortcut(event, "followUpPostponed")) setAsked({ followUp, choice: undefined });
		else return false;
		return true;
	};
	const roving = useRoving(box, onKey);
	const followUpsOf = (id: "due" | "expected"): Group => ({
		id,
		total: day[id].total,
		path: paths.followUps({ filtre: day[id].filter }),
		rows: day[id].items.map((followUp) => (
			<FollowUpItem
				key={followUp.id}
				followUp={followUp}
				today={day.today}
				href={paths.followUps({ filtre: day[id].filter, suivi: followUp.id })}
				mayWrite={mayWrite(followUp)}
				itemProps={roving.itemProps(followUp.id)}
				onDone={() => mark(followUp)}
				onPostpone={(choice) => setAsked({ followUp, choice })}
			/>
		)),
	});
	const visitsOf = (id: "visits" | "reports"): Group => ({
		id,
		total: day[id].total,
		path: paths.visits({ filtre: day[id].filter, tri: "occurredOn" }),
		rows: day[id].items.map((visit) => <VisitItem key={visit.id} visit={visit} today={day.today} itemProps={roving.itemProps(visit.id)} />),
	});
	const referrals: Group = {
		id: "referrals",
		title: words.expected.referrals,
		total: day.referrals.total,
		path: paths.referrals({ filtre: day.referrals.filter, tri: "replyExpectedOn" }),
		rows: day.referrals.items.map((referral) => (
			<ReferralItem
				key={referral.id}
				referral={referral}
				href={paths.referrals({ filtre: day.referrals.filter, tri: "replyExpectedOn", aiguillage: referral.id })}
				itemProps={roving.itemProps(referral.id)}
			/>
		)),
	};
	const casesOf = (id: "wakingCases" | "sleepingCases"): Group => ({
		id,
		total: day[id].total,
		path: paths.supportCases({ filtre: day[id].filter, vue: "liste" }),
		rows: day[id].items.map((row) => <CaseItem key={row.id} row={row} today={day.today} itemProps={roving.itemProps(row.id)} />),
	});
	return (
		<>
			<p id={hintId} className="visually-hidden">
				{words.hint}
			</p>
			{/* biome-ignore lint/a11y/useSemanticElements lint/a11y/noNoninteractiveElementInteractions: regions, not form controls; the keys are those of the items inside */}
			<div
				ref={box}
				role="group"
				aria-label={words.board}
				aria-describedby={hintId}
				className={styles.columns}
				onKeyDown={roving.onKeyDown}
				onBlur={roving.onBlur}
			>
				<DayColumn title={words.today.title} nothing={words.today.nothing} groups={[visitsOf("visits")]} />
				<DayColumn title={words.due.title} nothing={words.due.nothing} groups={[followUpsOf("due")]} />
				<DayColumn
					title={words.expected.title}
					nothing={words.expected.nothing}
					groups={[referrals, { title: words.expected.followUps, ...followUpsOf("expected") }]}
				/>
				<DayColumn
					title={words.watch.title}
					nothing={words.watch.nothing}
					groups={[
						{ title: words.watch.reports, ...visitsOf("reports") },
						{ title: words.watch.waking, ...casesOf("wakingCases") },
						{ title: words.watch.sleeping, ...casesOf("sleepingCases") },
					]}
				/>
			</div>
			{asked && (
				<PostponeDialog followUp={asked.followUp} choice={asked.choice} onClose={() => setAsked(null)} onPostpone={(to) => reschedule(asked.followUp, to)} />
			)}
		</>
	);
}
