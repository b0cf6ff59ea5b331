import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ManagedPerson } from "#contract/people.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Avatar } from "#ui/Avatar.tsx";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { HistoryLink } from "#ui/HistoryLink.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { Tag, type Tone } from "#ui/Tag.tsx";
import { PersonDialog } from "./PersonDialog.tsx";
import { peopleQuery } from "./queries.ts";
import { text } from "./text.ts";

const tones: Record<ManagedPerson["account"], Tone> = { active: "green", temporary: "amber", none: "neutral", disabled: "red" };

/** The region's people: their role, and whether they can enter. */
export function PeoplePage() {
	const words = useWords(text);
	const { plural } = useFormat();
	const { data, error, refetch } = useQuery(peopleQuery);
	const [edited, setEdited] = useState<ManagedPerson | "new" | null>(null);
	const people = data?.items ?? [];
	return (
		<>
			<PageTitle
				title={words.title}
				sub={data && plural(people.length, words.people.one, words.people.other)}
				actions={
					data?.can.create && (
						<Button variant="primary" icon="plus" onClick={() => setEdited("new")}>
							{words.add}
						</Button>
					)
				}
			/>
			{error && !data && <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />}
			{!error && !data && <Skeleton />}
			{data && (
				<Card>
					<ItemList label={words.list}>
						{people.map((person) => (
							<PersonLine key={person.id} person={person} onEdit={() => setEdited(person)} />
						))}
					</ItemList>
				</Card>
			)}
			{edited && <PersonDialog person={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
		</>
	);
}

function PersonLine({ person, onEdit }: { person: ManagedPerson; onEdit: () => void }) {
	const words = useWords(text);
	const { moment } = useFormat();
	const may = useMay();
	const { name, role, account, email, servicePointName, lastSignInAt } = person;
	return (
		<Item
			lead={<Avatar name={name} decorative />}
			title={
				<>
					{name} <Tag tone={tones[account]}>{words.account[account]}</Tag>
				</>
			}
			end={
				<>
					{person.can.update && (
						<Button size="small" variant="quiet" icon="edit" onClick={onEdit} aria-label={words.editName(name)}>
							{words.edit}
						</Button>
					)}
					{may("listHistory") && <HistoryLink to={paths.history("personne", person.id)} of={name} />}
				</>
			}
		>
			<div>{[words.roles[role], servicePointName].filter(Boolean).join(" · ")}</div>
			<div>{[email ?? words.noEmail, lastSignInAt ? words.seen(moment(lastSignInAt)) : words.neverSeen].join(" · ")}</div>
		</Item>
	);
}
