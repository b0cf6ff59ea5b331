import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { Signal } from "#contract/signals.ts";
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
import { Tag } from "#ui/Tag.tsx";
import { signalsOfQuery } from "./queries.ts";
import { SignalDetails } from "./SignalDetails.tsx";
import { text } from "./text.ts";

/** The signals of an employer: open ones first, each with its protocol; then what was done. */
export function SignalsCard({ employerId }: { employerId: string }) {
	const words = useWords(text);
	const { number } = useFormat();
	const { term } = useReference();
	const { data, error, refetch } = useQuery(signalsOfQuery(employerId));
	const items = [...(data?.items ?? [])].sort((a, b) => Number(a.handling !== null) - Number(b.handling !== null));
	const open = items.filter(({ handling }) => handling === null).length;
	return (
		<Card
			title={words.employer.title}
			aside={open > 0 ? words.employer.open(number(open)) : undefined}
			footer={data && data.total > 0 && <Link to={paths.signals({ filtre: `employerId==${employerId}` })}>{words.employer.all(number(data.total))}</Link>}
		>
			{!data && !error && <Skeleton shape="rows" rows={4} />}
			{error && !data && <ErrorState title={words.employer.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />}
			{data && items.length === 0 && <EmptyState compact icon="check" title={words.none.title} text={words.employer.none} />}
			{items.length > 0 && (
				<ItemList label={words.employer.title}>
					{items.map((signal) => (
						<Item
							key={signal.id}
							title={<strong>{term("signal", signal.code)}</strong>}
							end={<Tag tone={signal.handling ? "green" : "neutral"}>{signal.handling ? words.handled : words.open}</Tag>}
						>
							{signal.handling ? <HandledLine signal={signal} handling={signal.handling} /> : <SignalDetails signal={signal} />}
						</Item>
					))}
				</ItemList>
			)}
		</Card>
	);
}

/** What is over, in two lines; the list tells the rest. */
function HandledLine({ signal, handling }: { signal: Signal; handling: NonNullable<Signal["handling"]> }) {
	const words = useWords(text);
	const { prose } = useFormat();
	const { personName } = useReference();
	return (
		<>
			<div>
				<Link
					to={paths.signals({ filtre: `employerId==${signal.employerId}`, signal: signal.id })}
				>{`${words.sources[signal.source]}, ${prose(signal.raisedOn)}`}</Link>
			</div>
			<div>{`${handling.note} ${words.panel.doneBy(personName(handling.handledBy), prose(handling.handledOn))}`}</div>
		</>
	);
}
