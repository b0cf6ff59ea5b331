import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { listFollowUps } from "#contract/follow-ups.ts";
import { apiQuery } from "#lib/api.ts";
import { urgencyOf, urgencyTone } from "#lib/days.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { Tag } from "#ui/Tag.tsx";
import { text } from "./text.ts";

/** What the steps of a person call for and is still to be done: the catalogue makes it, the steps close it. */
export function LineFollowUps({ lineId }: { lineId: string }) {
	const words = useWords(text).followUps;
	const { prose } = useFormat();
	const { today, personName } = useReference();
	const filter = `lineId==${lineId};done==false`;
	const { data, error, refetch } = useQuery(apiQuery(listFollowUps, { query: { filter, sort: "dueOn", limit: 50 } }));
	if (error && !data) return <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />;
	return (
		<Card title={words.title} padded={!data || data.items.length === 0}>
			{!data && <Skeleton shape="rows" rows={2} />}
			{data?.items.length === 0 && <p>{words.none}</p>}
			{data && data.items.length > 0 && (
				<ItemList label={words.title}>
					{data.items.map(({ id, title, dueOn, ownerId }) => (
						<Item
							key={id}
							title={<Link to={paths.followUps({ filtre: filter, suivi: id })}>{title}</Link>}
							end={<Tag tone={urgencyTone[urgencyOf(dueOn, today)]}>{prose(dueOn)}</Tag>}
						>
							{personName(ownerId)}
						</Item>
					))}
				</ItemList>
			)}
		</Card>
	);
}
