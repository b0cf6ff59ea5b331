import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { openNeedsQuery, openNeedsShown } from "./panel-queries.ts";
import { panelText } from "./panel-text.ts";

/** What an employer still looks for. `openPosts` is the employer's own sum, over all its needs. */
export function OpenNeedsPanel({ employerId, openPosts }: { employerId: string; openPosts: number }) {
	const words = useWords(panelText);
	const { plural, number, money } = useFormat();
	const { data, error, refetch } = useQuery(openNeedsQuery(employerId));
	const items = data?.items ?? [];
	return (
		<Card
			title={words.openTitle}
			aside={openPosts > 0 ? plural(openPosts, words.posts.one, words.posts.other) : undefined}
			footer={data && data.total > openNeedsShown && <Link to={paths.employer(employerId, "besoins")}>{words.all(data.total)}</Link>}
		>
			{!data && !error && <Skeleton shape="rows" rows={2} />}
			{error && !data && <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />}
			{data && items.length === 0 && <EmptyState compact icon="needs" title={words.noneOpen.title} text={words.noneOpen.text} />}
			{items.length > 0 && (
				<ItemList label={words.openTitle}>
					{items.map((need) => (
						<Item
							key={need.id}
							title={<Link to={paths.labourNeed(need.id)}>{need.occupationLabel}</Link>}
							end={<span className="nowrap">{words.of(number(need.openPosts), number(need.posts))}</span>}
						>
							{words.code(need.occupationCode)}
							{need.hourlyWageCents !== null && ` · ${words.hourly(money(need.hourlyWageCents))}`}
						</Item>
					))}
				</ItemList>
			)}
		</Card>
	);
}
