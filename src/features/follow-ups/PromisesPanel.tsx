import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { type PromiseState, promiseStates } from "#contract/follow-ups.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { DueTag } from "./DueTag.tsx";
import styles from "./FollowUpPanel.module.css";
import { openPromisesQuery, promiseCountsQuery, promisesOf } from "./panel-queries.ts";
import { panelText } from "./panel-text.ts";

/** What was promised to an employer: kept, late, to come, each number a list; the open ones by name, the soonest due first. */
export function PromisesPanel({ employerId }: { employerId: string }) {
	const all = useWords(panelText);
	const words = all.promises;
	const { number } = useFormat();
	const { personName } = useReference();
	const counts = useQuery(promiseCountsQuery(employerId));
	const open = useQuery(openPromisesQuery(employerId));
	const error = counts.error ?? open.error;
	const countOf = (state: PromiseState) => counts.data?.promise?.find(({ value }) => value === state)?.count ?? 0;
	const states = promiseStates.filter((state) => countOf(state) > 0);
	return (
		<Card title={words.title}>
			{!counts.data && !error && <Skeleton shape="rows" rows={2} />}
			{error && !counts.data && (
				<ErrorState
					title={all.failed}
					detail={errorSentence(error)}
					onRetry={() => {
						void counts.refetch();
						void open.refetch();
					}}
				/>
			)}
			{counts.data && states.length === 0 && <EmptyState compact icon="followUps" title={words.none.title} text={words.none.text} />}
			{states.length > 0 && (
				<ul className={styles.states}>
					{states.map((state) => (
						<li key={state}>
							<Link to={paths.followUps({ filtre: promisesOf(employerId, state) })}>
								<b>{number(countOf(state))}</b> {words.states[state](countOf(state))}
							</Link>
						</li>
					))}
				</ul>
			)}
			{(open.data?.items.length ?? 0) > 0 && (
				<ItemList label={words.open}>
					{open.data?.items.map((item) => (
						<Item
							key={item.id}
							title={<Link to={paths.followUps({ filtre: promisesOf(employerId), suivi: item.id })}>{item.title}</Link>}
							end={<DueTag {...item} />}
						>
							{personName(item.ownerId)}
						</Item>
					))}
				</ItemList>
			)}
		</Card>
	);
}
