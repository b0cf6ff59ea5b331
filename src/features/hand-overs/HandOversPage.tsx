import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { heldKinds } from "#contract/hand-overs.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { Tag } from "#ui/Tag.tsx";
import styles from "./HandOver.module.css";
import { handOversQuery } from "./queries.ts";
import { text } from "./text.ts";

/** The hand-overs of the region, the latest first. */
export function HandOversPage() {
	const words = useWords(text);
	const { number, plural, prose } = useFormat();
	const { personName, term } = useReference();
	const may = useMay();
	const { data, error, refetch } = useQuery(handOversQuery);
	const add = may("createHandOver") && (
		<LinkButton to={paths.newHandOver()} variant="primary" icon="plus">
			{words.add}
		</LinkButton>
	);
	return (
		<>
			<PageTitle title={words.title} sub={data && number(data.total)} actions={add} />
			<p className={styles.intro}>{words.intro}</p>
			{error && !data && <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />}
			{!error && !data && <Skeleton shape="rows" rows={4} />}
			{data && data.items.length === 0 && <EmptyState icon="user" title={words.none.title} text={words.none.text} />}
			{data && data.items.length > 0 && (
				<Card>
					<ItemList label={words.list}>
						{data.items.map((one) => (
							<Item
								key={one.id}
								title={
									<>
										<Link to={paths.handOver(one.id)}>{personName(one.fromPersonId)}</Link> <Tag tone="neutral">{term("handOverReason", one.reason)}</Tag>{" "}
										{one.undoneOn && <Tag tone="amber">{words.undone}</Tag>}
									</>
								}
							>
								<div>{heldKinds.map((kind) => plural(one[kind], words.kinds[kind].one, words.kinds[kind].other)).join(" · ")}</div>
								<div>{words.by(personName(one.madeBy), prose(one.madeOn))}</div>
							</Item>
						))}
					</ItemList>
				</Card>
			)}
		</>
	);
}
