import { useInfiniteQuery } from "@tanstack/react-query";
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
import { Field } from "#ui/Field.tsx";
import { Select } from "#ui/Select.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./HistoryPanel.module.css";
import { historyQuery } from "./history-query.ts";
import { RevisionLine } from "./RevisionLine.tsx";
import { useStored, useTargets } from "./restorable.ts";
import { text } from "./text.ts";
import { isTold, useFieldWords } from "./use-field-words.ts";
import { useRestore } from "./use-restore.ts";

const occupationsOf = (revisions: Revision[]) =>
	revisions.flatMap(({ changes }) =>
		changes.filter(({ field }) => field === "occupationCode").flatMap(({ before, after }) => [before, after].filter((code) => typeof code === "string")),
	);

/** Everything that happened to a record and its parts, latest first; a version or a field is put back from here. */
export function HistoryPanel({ entity, id }: { entity: JournalEntity; id: string }) {
	const words = useWords(text);
	const { number } = useFormat();
	const history = useInfiniteQuery(historyQuery(entity, id));
	const stored = useStored(entity, id);
	const targetOf = useTargets(stored);
	const restore = useRestore();
	const [person, setPerson] = useState("");
	const [field, setField] = useState("");
	const revisions = history.data?.pages.flatMap(({ items }) => items) ?? [];
	const fieldWords = useFieldWords(occupationsOf(revisions));
	const shown = revisions.filter(
		({ actorId, changes }) => (person === "" || (actorId ?? "house") === person) && (field === "" || changes.some((change) => change.field === field)),
	);
	const people = new Map(revisions.map(({ actorId, actorName }) => [actorId ?? "house", actorName ?? words.house]));
	const fields = [...new Set(revisions.flatMap(({ changes }) => changes.map((change) => change.field)).filter(isTold))];
	const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, "fr");
	const total = history.data?.pages[0]?.total ?? 0;
	const partName = ({ entityId }: Revision) => {
		const part = stored?.contacts?.find((contact) => contact.id === entityId);
		return part ? String(part.name) : undefined;
	};
	return (
		<Card title={words.title} aside={total > 0 ? words.shown(number(shown.length), number(total)) : undefined}>
			{history.isPending && <Skeleton shape="rows" rows={6} />}
			{history.isError && revisions.length === 0 && (
				<ErrorState title={words.failed} detail={errorSentence(history.error)} onRetry={() => void history.refetch()} />
			)}
			{history.isSuccess && total === 0 && <EmptyState compact icon="clock" title={words.none.title} text={words.none.text} />}
			{revisions.length > 0 && (
				<div className={styles.filters}>
					<Field label={words.filterPerson}>
						<Select
							value={person}
							placeholder={words.everybody}
							options={[...people].map(([value, label]) => ({ value, label })).sort(byLabel)}
							onChange={(event) => setPerson(event.target.value)}
						/>
					</Field>
					<Field label={words.filterField}>
						<Select
							value={field}
							placeholder={words.everyField}
							options={fields.map((value) => ({ value, label: fieldWords.label(value) })).sort(byLabel)}
							onChange={(event) => setField(event.target.value)}
						/>
					</Field>
				</div>
			)}
			{revisions.length > 0 && shown.length === 0 && <EmptyState compact icon="filter" title={words.noMatch.title} text={words.noMatch.text} />}
			<ol className={styles.list} aria-label={words.title}>
				{shown.map((revision) => {
					const target = revision.action === "removed" ? null : targetOf(revision.entity, revision.entityId);
					const isPast = target !== null && revision.version < target.current.version;
					return (
						<RevisionLine
							key={revision.seq}
							revision={field ? { ...revision, changes: revision.changes.filter((change) => change.field === field) } : revision}
							partName={partName(revision)}
							fieldWords={fieldWords}
							onRestoreVersion={target?.whole && isPast ? () => restore.mutate({ target, revision }) : undefined}
							mayRestore={(change) =>
								target !== null && revision.action === "changed" && target.fields.includes(change.field) && !same(change.before, target.current[change.field])
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
