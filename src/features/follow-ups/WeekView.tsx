import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Link } from "react-router";
import type { Filter } from "#contract/filter.ts";
import type { FollowUp } from "#contract/follow-ups.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay, useSession } from "#lib/session.ts";
import { isShortcut } from "#lib/shortcuts.ts";
import { useWords } from "#lib/words.ts";
import { Skeleton } from "#ui/Skeleton.tsx";
import { useColumnDrag } from "#ui/use-column-drag.ts";
import { useRoving } from "#ui/use-roving.ts";
import { DayColumn } from "./DayColumn.tsx";
import { PostponeDialog } from "./PostponeDialog.tsx";
import { text } from "./text.ts";
import { useMarkDone } from "./use-mark-done.ts";
import { dayBeside, useReschedule } from "./use-reschedule.ts";
import { WeekCard } from "./WeekCard.tsx";
import styles from "./WeekView.module.css";
import { lateFilter, mondayOf, weekDays } from "./week.ts";
import { lateQuery, weekQuery } from "./week-queries.ts";

type WeekViewProps = { q: string; conditions: readonly Filter[]; monday: string; shownId: string | null; onShow: (id: string) => void };

const late = "late";

/** The working week, a day a column; what is left from before it in a lane of its own. A follow-up changes day by mouse, by keys, or in its panel. */
export function WeekView({ q, conditions, monday, shownId, onShow }: WeekViewProps) {
	const words = useWords(text);
	const { number } = useFormat();
	const { today, personName } = useReference();
	const may = useMay();
	const me = useSession().person.id;
	const box = useRef<HTMLDivElement>(null);
	const hintId = useId();
	const [postponed, setPostponed] = useState<FollowUp | null>(null);
	const asked = { q, conditions };
	const isThisWeek = monday === mondayOf(today);
	const week = useQuery({ ...weekQuery(asked, monday), placeholderData: keepPreviousData });
	const before = useQuery({ ...lateQuery(asked, monday), enabled: isThisWeek, placeholderData: keepPreviousData });
	const mark = useMarkDone();
	const reschedule = useReschedule();
	const lateItems = isThisWeek ? (before.data?.items.filter(({ doneOn, dueOn }) => doneOn === null && dueOn < monday) ?? []) : [];
	// What was put off into this week from the lane is drawn in its day at once.
	const items = [...(week.data?.items ?? []), ...(before.data?.items.filter(({ dueOn }) => dueOn >= monday) ?? [])];
	const all = [...lateItems, ...items];
	const mayWrite = may("updateFollowUp");

	const onKey = (id: string, event: KeyboardEvent): boolean => {
		const followUp = all.find((one) => one.id === id);
		if (!followUp) return false;
		const isOnCard = event.target instanceof HTMLElement && event.target.dataset.item === id;
		if (isOnCard && (event.key === "Enter" || event.key === " ")) {
			onShow(id);
			return true;
		}
		if (!mayWrite || !followUp.can.update) return false;
		if (isShortcut(event, "followUpDone")) mark(followUp);
		else if (followUp.doneOn !== null) return false;
		else if (isShortcut(event, "followUpPostponed")) setPostponed(followUp);
		else if (isShortcut(event, "dayAfter")) reschedule(followUp, { dueOn: followUp.dueOn < today ? today : dayBeside(followUp.dueOn, 1) });
		else if (isShortcut(event, "dayBefore")) reschedule(followUp, { dueOn: dayBeside(followUp.dueOn, -1) });
		else return false;
		return true;
	};
	const roving = useRoving(box, onKey);
	const drag = useColumnDrag<FollowUp>({
		kind: "application/x-jalon-follow-up",
		mayDrag: ({ can, doneOn }) => mayWrite && can.update === true && doneOn === null,
		columnOf: ({ dueOn }) => (dueOn < monday ? late : dueOn),
		onDrop: (followUp, day) => reschedule(followUp, { dueOn: day }),
	});
	const card = (followUp: FollowUp, showsDay: boolean) => (
		<WeekCard
			key={followUp.id}
			followUp={followUp}
			today={today}
			showsDay={showsDay}
			owners={followUp.ownerId === me && followUp.coOwnerIds.length === 0 ? [] : [followUp.ownerId, ...followUp.coOwnerIds].map(personName)}
			mayWrite={mayWrite && followUp.can.update === true}
			isShown={followUp.id === shownId}
			isDragged={drag.dragged?.id === followUp.id}
			itemProps={roving.itemProps(followUp.id)}
			onDone={() => mark(followUp)}
			onOpen={onShow}
			onDragStart={drag.start}
			onDragEnd={drag.end}
		/>
	);
	if (!week.data || (isThisWeek && !before.data)) return <Skeleton shape="rows" rows={8} />;
	const lateTotal = before.data?.total ?? 0;
	return (
		<>
			<p id={hintId} className="visually-hidden">
				{words.week.hint}
			</p>
			{/* biome-ignore lint/a11y/useSemanticElements lint/a11y/noNoninteractiveElementInteractions: regions, not form controls; the keys are those of the cards inside */}
			<div
				ref={box}
				role="group"
				aria-label={words.week.label}
				aria-describedby={hintId}
				aria-busy={week.isPlaceholderData || undefined}
				className={styles.whole}
				onKeyDown={roving.onKeyDown}
				onBlur={roving.onBlur}
			>
				{lateItems.length > 0 && (
					<section className={styles.lane} aria-label={words.week.late} data-column={late}>
						<header className={styles.laneHead}>
							<h2 className={styles.day}>{words.week.late}</h2>
							<Link to={paths.followUps({ q, filtre: lateFilter(conditions, monday) })} className={styles.laneCount}>
								{number(lateTotal)}
							</Link>
						</header>
						<ul className={styles.laneCards}>{lateItems.map((followUp) => card(followUp, true))}</ul>
					</section>
				)}
				<div className={styles.week}>
					{weekDays(monday, items).map((day) => (
						<DayColumn key={day.day} {...day} today={today} isOver={drag.over === day.day} dropProps={drag.targetProps(day.day)}>
							{day.items.map((followUp) => card(followUp, false))}
						</DayColumn>
					))}
				</div>
			</div>
			{week.data.total > week.data.items.length && <p className="muted">{words.week.tooMany(number(week.data.items.length), number(week.data.total))}</p>}
			{postponed && <PostponeDialog followUp={postponed} onClose={() => setPostponed(null)} onPostpone={(to) => reschedule(postponed, to)} />}
		</>
	);
}
