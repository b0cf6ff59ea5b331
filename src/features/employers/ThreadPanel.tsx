import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { useNearDay } from "#lib/days.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { Timeline } from "#ui/Timeline.tsx";
import { ThreadEntry } from "./ThreadEntry.tsx";
import styles from "./ThreadPanel.module.css";
import { text } from "./text.ts";
import { type ThreadKind, threadKinds, threadQuery } from "./thread-query.ts";

const quietKinds = ["stageChange", "evidence"];

/** Everything that happened with an employer, newest first; the kind shown is in the address. */
export function ThreadPanel({ employerId }: { employerId: string }) {
	const words = useWords(text).thread;
	const { today } = useReference();
	const nearDay = useNearDay(today);
	const [search, setSearch] = useSearchParams();
	const asked = search.get("fil") ?? "";
	const kind: ThreadKind = Object.hasOwn(threadKinds, asked) ? (asked as ThreadKind) : "tout";
	const thread = useInfiniteQuery(threadQuery(employerId, kind));
	const entries = thread.data?.pages.flatMap(({ items }) => items) ?? [];
	const choose = (value: ThreadKind) => setSearch(value === "tout" ? {} : { fil: value }, { replace: true, preventScrollReset: true, flushSync: true });
	return (
		<Card
			title={words.title}
			actions={
				<div className={styles.kinds}>
					<Segmented
						label={words.filter}
						hideLabel
						compact
						value={kind}
						onChange={choose}
						options={(Object.keys(threadKinds) as ThreadKind[]).map((value) => ({ value, label: words.kinds[value] }))}
					/>
				</div>
			}
		>
			{thread.isPending && <Skeleton shape="rows" rows={6} />}
			{thread.isError && entries.length === 0 && <ErrorState title={words.failed} detail={errorSentence(thread.error)} onRetry={() => void thread.refetch()} />}
			{thread.isSuccess && entries.length === 0 && <EmptyState compact icon="clock" title={words.none.title} text={words.none.text} />}
			<Timeline
				label={words.title}
				items={entries.map((entry) => ({
					id: entry.id,
					date: nearDay(entry.on),
					dateTime: entry.on,
					quiet: quietKinds.includes(entry.kind),
					content: <ThreadEntry entry={entry} />,
				}))}
			/>
			{thread.hasNextPage && (
				<div className={styles.more}>
					<Button size="small" busy={thread.isFetchingNextPage} onClick={() => void thread.fetchNextPage()}>
						{words.more}
					</Button>
				</div>
			)}
		</Card>
	);
}
