import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { FollowUp } from "#contract/follow-ups.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { Checkbox } from "#ui/Checkbox.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { HistoryLink } from "#ui/HistoryLink.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { DueTag } from "./DueTag.tsx";
import { nextStepsQuery, nextStepsShown, openOf } from "./panel-queries.ts";
import { panelText } from "./panel-text.ts";
import { useMarkDone } from "./use-mark-done.ts";

/** What is still to be done for an employer, each line ticked where it stands. */
export function NextStepsPanel({ employerId }: { employerId: string }) {
	const words = useWords(panelText);
	const { data, error, refetch } = useQuery(nextStepsQuery(employerId));
	const items = data?.items ?? [];
	return (
		<Card
			title={words.title}
			aside={data && data.total > 0 ? data.total : undefined}
			footer={data && data.total > nextStepsShown && <Link to={paths.followUps({ filtre: openOf(employerId) })}>{words.all(data.total)}</Link>}
		>
			{!data && !error && <Skeleton shape="rows" rows={3} />}
			{error && !data && <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />}
			{data && items.length === 0 && <EmptyState compact icon="followUps" title={words.none.title} text={words.none.text} />}
			{items.length > 0 && (
				<ItemList label={words.title}>
					{items.map((item) => (
						<NextStep key={item.id} item={item} />
					))}
				</ItemList>
			)}
		</Card>
	);
}

function NextStep({ item }: { item: FollowUp }) {
	const words = useWords(panelText);
	const { personName } = useReference();
	const { list } = useFormat();
	const mark = useMarkDone();
	const may = useMay();
	const mayUpdate = may("updateFollowUp");
	const isDone = item.doneOn !== null;
	return (
		<Item
			title={
				item.can.update && mayUpdate ? (
					<Checkbox label={isDone ? <s>{item.title}</s> : item.title} title={words.markDone} checked={isDone} onChange={() => mark(item, !isDone)} />
				) : (
					item.title
				)
			}
			end={
				<>
					<DueTag {...item} />
					{may("listHistory") && <HistoryLink to={paths.history("suivi", item.id)} of={item.title} />}
				</>
			}
		>
			{list([item.ownerId, ...item.coOwnerIds].map(personName))}
		</Item>
	);
}
