import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { type Retention, type RetentionState, removeRetentionCheck } from "#contract/retention.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { useMay } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { Tag, type Tone } from "#ui/Tag.tsx";
import styles from "./Immigration.module.css";
import { retentionQuery, touchedByLine } from "./lines-source.ts";
import { retentionText } from "./retention-text.ts";

const RetentionDialog = lazy(async () => ({ default: (await import("./RetentionDialog.tsx")).RetentionDialog }));

const tones: Record<RetentionState, Tone> = { employed: "green", left: "amber", unknown: "neutral", toCome: "neutral" };
type Item = Retention["items"][number];

/** Of somebody at work: still employed or not after one, three, six and twelve months, and who knows it since when. */
export function RetentionCard({ lineId }: { lineId: string }) {
	const words = useWords(retentionText);
	const { data, error, refetch } = useQuery(retentionQuery(lineId));
	const [said, setSaid] = useState<Item | null>(null);
	return (
		<Card title={words.title} padded>
			{error && !data ? (
				<ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />
			) : !data ? (
				<Skeleton shape="rows" rows={4} />
			) : (
				<>
					<p className={styles.intro}>{words.intro}</p>
					<ul className={styles.steps}>
						{data.items.map((item) => (
							<Month key={item.months} item={item} mayAdd={data.can.add === true} onSay={() => setSaid(item)} />
						))}
					</ul>
				</>
			)}
			<Suspense>{said && <RetentionDialog lineId={lineId} item={said} onClose={() => setSaid(null)} />}</Suspense>
		</Card>
	);
}

function Month({ item: { months, dueOn, state, check }, mayAdd, onSay }: { item: Item; mayAdd: boolean; onSay: () => void }) {
	const words = useWords(retentionText);
	const may = useMay();
	const { plural, prose } = useFormat();
	const remove = useApiMutation(removeRetentionCheck, { invalidates: touchedByLine, onSuccess: () => addToast({ text: words.removed }) });
	const after = plural(months, words.months.one, words.months.other);
	return (
		<li>
			<span>
				<strong>{after}</strong> <span className="muted">{words.due(prose(dueOn))}</span>
			</span>
			<Tag tone={tones[state]}>{words.states[state]}</Tag>
			<span className={styles.known}>
				<span>{check ? words.known(prose(check.knownOn), check.recordedByName) : (state === "employed" || state === "left") && words.inferred}</span>
				{!check && mayAdd && state === "unknown" && may("createRetentionCheck") && (
					<Button size="small" onClick={onSay} aria-label={words.sayOf(after)}>
						{words.say}
					</Button>
				)}
				{check?.can.update && may("updateRetentionCheck") && (
					<Button size="small" variant="quiet" icon="edit" iconOnly onClick={onSay}>
						{words.correct(after)}
					</Button>
				)}
				{check?.can.remove && may("removeRetentionCheck") && (
					<Button
						size="small"
						variant="quiet"
						icon="undo"
						iconOnly
						busy={remove.isPending}
						onClick={() => remove.mutate({ params: { id: check.id }, ifMatch: check.version })}
					>
						{words.remove(after)}
					</Button>
				)}
			</span>
		</li>
	);
}
