import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { JournalEntity, Revision } from "#contract/journal.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { same } from "#lib/merge.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { HistoryFilters } from "./HistoryFilters.tsx";
import styles from "./HistoryPanel.module.css";
import { type HistoryFilter, historyQuery } from "./history-query.ts";
import { RevisionLine } from "./RevisionLine.tsx";
import { currentField, mayChange, useStored, useTargets } from "./restorable.ts";
import { text } from "./text.ts";
import { useFieldWords } from "./use-field-words.ts";
import { useRestore } from "./use-restore.ts";

const occupationsOf = (revisions: Revision[]) =>
	revisions.flatMap(({ changes }) =>
		changes.filter(({ field }) => field === "occupationCode").flatMap(({ before, after }) => [before, after].filter((code) => typeof code === "string")),
	);

/** Everything that happened to a record and its parts, latest first; a version or a field is put back from here. */
export function HistoryPanel({ entity, id }: { entity: JournalEntity; id: string }) {
	const words = useWords(text);
	const { number } = useFormat();
	const [filter, setFilter] = useState<HistoryFilter>({});
	const history = useInfiniteQuery({ ...historyQuery(entity, id, filter), placeholderData: keepPreviousData });
	const stored = useStored(entity, id);
	const targetOf = useTargets(stored);
	const restore = useRestore();
	const revisions = history.data?.pages.flatMap(({ items }) => items) ?? [];
	const fieldWords = useFieldWords(occupationsOf(revisions));
	const [first] = history.data?.pages ?? [];
	const { field } = filter;
	const partName = ({ entityId }: Revision) => {
		const part = stored?.contacts?.find((contact) => contact.id === entityId);
		return part ? String(part.name) : undefined;
	};
	return (
		<Card title={words.title} aside={first && words.shown(number(first.total), number(first.whole))}>
			{history.isPending && <Skeleton shape="rows" rows={6} />}
			{history.isError && revisions.length === 0 && (
				<ErrorState title={words.failed} detail={errorSentence(history.error)} onRetry={() => void history.refetch()} />
			)}
			{first && <HistoryFilters told={first} filter={filter} isPerson={entity === "person"} fieldWords={fieldWords} onChange={setFilter} />}
			{first?.total === 0 && <EmptyState compact icon="filter" title={words.noMatch.title} text={words.noMatch.text} />}
			<ol className={styles.list} aria-label={words.title}>
				{revisions.map((revision) => {
					const target = revision.action === "removed" ? null : targetOf(revision.entity, revision.entityId);
					const isPast = target !== null && revision.version < target.current.version;
					return (
						<RevisionLine
							key={revision.seq}
							revision={field ? { ...revision, changes: revision.changes.filter((change) => change.field === field) } : revision}
							partName={partName(revision)}
							isPerson={entity === "person"}
							fieldWords={fieldWords}
							onRestoreVersion={target?.whole && isPast ? () => restore.mutate({ target, revision }) : undefined}
							keptReason={target?.state ? words.kept[target.state] : null}
							mayRestore={(change) =>
								target !== null &&
								!target.state &&
								revision.action === "changed" &&
								mayChange(target, change.field) &&
								!same(change.before, currentField(target.current, change.field))
							}
							onRestoreField={(change) => target && restore.mutate({ target, revision, field: change })}
						/>
					);
				})}
			</ol>
			{history.hasNextPage && (
				<div className={styles.more}>
					<Button size="small" busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
						{words.more}
					</Button>
				</div>
			)}
		</Card>
	);
}
