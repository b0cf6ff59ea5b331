import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { type FollowUp, getFollowUp } from "#contract/follow-ups.ts";
import { apiQuery } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { ApiError } from "#lib/http.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Facts } from "#ui/Facts.tsx";
import { HistoryLink } from "#ui/HistoryLink.tsx";
import { SidePanel } from "#ui/SidePanel.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { Tag } from "#ui/Tag.tsx";
import { DropDialog } from "./DropDialog.tsx";
import { DueTag } from "./DueTag.tsx";
import styles from "./FollowUpPanel.module.css";
import { LazyFollowUpDialog } from "./LazyFollowUpDialog.tsx";
import { OriginLine } from "./OriginLine.tsx";
import { PostponeDialog } from "./PostponeDialog.tsx";
import { text } from "./text.ts";
import { useMarkDone } from "./use-mark-done.ts";
import { useRepeatWording } from "./use-repeat-wording.ts";
import { dayBeside, useReschedule } from "./use-reschedule.ts";

/** One follow-up beside the list or the week: what it is, where it comes from, and everything that may be done with it. */
export function FollowUpPanel({ id, onClose }: { id: string; onClose: () => void }) {
	const words = useWords(text);
	const { data, error, refetch } = useQuery(apiQuery(getFollowUp, { params: { id } }));
	const concerned = data?.employerId ? <Link to={paths.employer(data.employerId)}>{data.employerName}</Link> : data?.employerName;
	return (
		<SidePanel title={concerned ?? words.panel.title} onClose={onClose}>
			{data ? (
				<Details followUp={data} />
			) : error ? (
				<ErrorState
					title={words.panel.failed}
					detail={errorSentence(error)}
					requestId={error instanceof ApiError ? error.problem.requestId : undefined}
					onRetry={() => void refetch()}
				/>
			) : (
				<Skeleton shape="rows" rows={6} />
			)}
		</SidePanel>
	);
}

function Details({ followUp }: { followUp: FollowUp }) {
	const words = useWords(text).panel;
	const may = useMay();
	const { prose, list } = useFormat();
	const { term, personName } = useReference();
	const repeats = useRepeatWording()(followUp);
	const { title, kind, ownerId, coOwnerIds, dueOn, doneOn, cancelReason, outcome, postponements, postponeReason, postponeNote, createdOn } = followUp;
	const why = [postponeReason && term("postponeReason", postponeReason), postponeNote].filter(Boolean).join(" · ");
	return (
		<div className={styles.stack}>
			<h3 className={styles.title}>{title}</h3>
			<p className={styles.tags}>
				<DueTag {...followUp} />
				{followUp.promised && <Tag tone="violet">{words.promised}</Tag>}
				{may("listHistory") && <HistoryLink to={paths.history("suivi", followUp.id)} of={title} />}
			</p>
			{may("updateFollowUp") && followUp.can.update && <Actions followUp={followUp} />}
			<Facts
				stacked
				items={[
					{ label: words.kind, value: term("followUpKind", kind) },
					{ label: words.due, value: prose(dueOn) },
					{ label: coOwnerIds.length > 0 ? words.owners : words.owner, value: list([ownerId, ...coOwnerIds].map(personName)) },
					...(repeats ? [{ label: words.repeats, value: repeats }] : []),
					{ label: words.origin, value: <OriginLine followUp={followUp} /> },
					...(postponements > 0 ? [{ label: words.postponed, value: words.times(postponements, why) }] : []),
					...(doneOn ? [{ label: cancelReason ? words.droppedOn : words.doneOn, value: prose(doneOn) }] : []),
					...(cancelReason ? [{ label: words.why, value: term("followUpCancelReason", cancelReason) }] : []),
					...(outcome ? [{ label: words.outcome, value: outcome }] : []),
					{ label: words.created, value: prose(createdOn) },
				]}
			/>
		</div>
	);
}

type Asking = "postpone" | "edit" | "drop";

function Actions({ followUp }: { followUp: FollowUp }) {
	const words = useWords(text).panel;
	const [asking, setAsking] = useState<Asking | null>(null);
	const mark = useMarkDone();
	const reschedule = useReschedule();
	const close = () => setAsking(null);
	const isOpen = followUp.doneOn === null;
	return (
		<div className={styles.actions}>
			<Button variant={isOpen ? "primary" : "secondary"} icon={isOpen ? "check" : "undo"} onClick={() => mark(followUp)}>
				{isOpen ? words.done : words.undone}
			</Button>
			{isOpen && (
				<>
					<Button icon="clock" onClick={() => setAsking("postpone")}>
						{words.postpone}
					</Button>
					<Button icon="chevronLeft" iconOnly title={words.dayBefore} onClick={() => reschedule(followUp, { dueOn: dayBeside(followUp.dueOn, -1) })}>
						{words.dayBefore}
					</Button>
					<Button icon="chevronRight" iconOnly title={words.dayAfter} onClick={() => reschedule(followUp, { dueOn: dayBeside(followUp.dueOn, 1) })}>
						{words.dayAfter}
					</Button>
				</>
			)}
			<Button icon="edit" onClick={() => setAsking("edit")}>
				{words.edit}
			</Button>
			{isOpen && (
				<Button variant="quiet" onClick={() => setAsking("drop")}>
					{words.drop}
				</Button>
			)}
			{asking === "postpone" && <PostponeDialog followUp={followUp} onClose={close} onPostpone={(to) => reschedule(followUp, to)} />}
			{asking === "edit" && <LazyFollowUpDialog followUp={followUp} onClose={close} />}
			{asking === "drop" && <DropDialog followUp={followUp} onClose={close} />}
		</div>
	);
}
