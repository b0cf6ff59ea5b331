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
import { DayColumn } from "./DayColumn.tsx";
import { FollowUpItem } from "./FollowUpItem.tsx";
import styles from "./MyDayPage.module.css";
import { CaseItem, VisitItem } from "./RecordItems.tsx";
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
	const pathOf = (followUp: FollowUp, filtre: string) => paths.followUps({ filtre, suivi: followUp.id });

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
	const item = (followUp: FollowUp, filtre: string) => (
		<FollowUpItem
			key={followUp.id}
			followUp={followUp}
			today={day.today}
			href={pathOf(followUp, filtre)}
			mayWrite={mayWrite(followUp)}
			itemProps={roving.itemProps(followUp.id)}
			onDone={() => mark(followUp)}
			onPostpone={(choice) => setAsked({ followUp, choice })}
		/>
	);
	const visitsPath = (filtre: string) => paths.visits({ filtre, tri: "occurredOn" });
	const casesPath = (filtre: string) => paths.supportCases({ filtre, vue: "liste" });
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
				<DayColumn
					title={words.today.title}
					nothing={words.today.nothing}
					groups={[
						{
							id: "visits",
							...day.visits,
							path: visitsPath(day.visits.filter),
							rows: day.visits.items.map((visit) => <VisitItem key={visit.id} visit={visit} today={day.today} itemProps={roving.itemProps(visit.id)} />),
						},
					]}
				/>
				<DayColumn
					title={words.due.title}
					nothing={words.due.nothing}
					groups={[
						{
							id: "due",
							...day.due,
							path: paths.followUps({ filtre: day.due.filter }),
							rows: day.due.items.map((followUp) => item(followUp, day.due.filter)),
						},
					]}
				/>
				<DayColumn
					title={words.expected.title}
					nothing={words.expected.nothing}
					groups={[
						{
							id: "expected",
							...day.expected,
							path: paths.followUps({ filtre: day.expected.filter }),
							rows: day.expected.items.map((followUp) => item(followUp, day.expected.filter)),
						},
					]}
				/>
				<DayColumn
					title={words.watch.title}
					nothing={words.watch.nothing}
					groups={[
						{
							id: "reports",
							title: words.watch.reports,
							...day.reports,
							path: visitsPath(day.reports.filter),
							rows: day.reports.items.map((visit) => <VisitItem key={visit.id} visit={visit} today={day.today} itemProps={roving.itemProps(visit.id)} />),
						},
						{
							id: "waking",
							title: words.watch.waking,
							...day.wakingCases,
							path: casesPath(day.wakingCases.filter),
							rows: day.wakingCases.items.map((row) => <CaseItem key={row.id} row={row} today={day.today} itemProps={roving.itemProps(row.id)} />),
						},
						{
							id: "sleeping",
							title: words.watch.sleeping,
							...day.sleepingCases,
							path: casesPath(day.sleepingCases.filter),
							rows: day.sleepingCases.items.map((row) => <CaseItem key={row.id} row={row} today={day.today} itemProps={roving.itemProps(row.id)} />),
						},
					]}
				/>
			</div>
			{asked && (
				<PostponeDialog followUp={asked.followUp} choice={asked.choice} onClose={() => setAsked(null)} onPostpone={(to) => reschedule(asked.followUp, to)} />
			)}
		</>
	);
}
