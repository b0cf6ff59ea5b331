import { useMemo } from "react";
import type { FollowUp } from "#contract/follow-ups.ts";
import { useFormat } from "#lib/format.ts";
import { useQueuedIds } from "#lib/outbox/state.ts";
import { useReference } from "#lib/reference.ts";
import { text as shared } from "#lib/text.ts";
import { useWords } from "#lib/words.ts";
import type { Column } from "#ui/grid/column.ts";
import { Icon } from "#ui/Icon.tsx";
import { Tag } from "#ui/Tag.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import { DueTag } from "./DueTag.tsx";
import { text } from "./text.ts";

export function useFollowUpColumns(): Column<FollowUp>[] {
	const words = useWords(text);
	const { personName } = useReference();
	const { list } = useFormat();
	const { waits } = useWords(shared);
	const queued = useQueuedIds();
	const isPhone = useIsPhone();
	return useMemo(() => {
		const due: Column<FollowUp> = {
			id: "dueOn",
			header: words.columns.due,
			cell: (followUp) => <DueTag {...followUp} />,
			width: "172px",
			sortable: true,
		};
		const title: Column<FollowUp> = {
			id: "title",
			header: words.columns.title,
			cell: ({ id, title: what, repeatEvery, promised }) => (
				<span title={what}>
					{queued.has(id) && <Tag tone="info">{waits}</Tag>}
					{queued.has(id) && " "}
					{promised && <Tag tone="violet">{words.promise}</Tag>}
					{promised && " "}
					{what}
					{repeatEvery !== null && (
						<span title={words.repeatsTitle}>
							{" "}
							<Icon name="refresh" size={14} />
							<span className="visually-hidden">{words.repeatsTitle}</span>
						</span>
					)}
				</span>
			),
			width: "minmax(200px, 2fr)",
		};
		const owners: Column<FollowUp> = {
			id: "ownerId",
			header: words.columns.owner,
			cell: ({ ownerId, coOwnerIds }) => list([ownerId, ...coOwnerIds].map(personName)),
			saved: ({ ownerId, coOwnerIds }) => [ownerId, ...coOwnerIds].map(personName).join(", "),
			width: "minmax(130px, 0.9fr)",
			hideOnPhone: true,
		};
		const origin: Column<FollowUp> = {
			id: "origin",
			header: words.columns.origin,
			cell: ({ origin: from }) => words.origins[from],
			saved: ({ origin: from }) => words.origins[from],
			width: "112px",
			hideOnPhone: true,
		};
		return [
			{ id: "employerName", header: words.columns.employer, cell: ({ employerName }) => employerName, width: "minmax(170px, 1.2fr)", sortable: true },
			// On a phone the second line is cut at its end: the day comes before the words.
			...(isPhone ? [due] : []),
			title,
			owners,
			origin,
			...(isPhone ? [] : [due]),
		];
	}, [words, waits, queued, personName, list, isPhone]);
}
