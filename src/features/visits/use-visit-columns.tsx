import { useMemo } from "react";
import type { VisitRow } from "#contract/visits.ts";
import { useFormat } from "#lib/format.ts";
import { useQueuedIds } from "#lib/outbox/state.ts";
import { useReference } from "#lib/reference.ts";
import { text as shared } from "#lib/text.ts";
import { useWords } from "#lib/words.ts";
import { Avatar } from "#ui/Avatar.tsx";
import type { Column } from "#ui/grid/column.ts";
import { Tag } from "#ui/Tag.tsx";
import { subjectName } from "./subject-name.ts";
import { text } from "./text.ts";
import { VisitStatusTag } from "./VisitStatusTag.tsx";
import styles from "./VisitsPage.module.css";

export function useVisitColumns(): Column<VisitRow>[] {
	const words = useWords(text);
	const { term } = useReference();
	const { list, number } = useFormat();
	const { waits } = useWords(shared);
	const queued = useQueuedIds();
	return useMemo(
		() => [
			{
				id: "employers",
				header: words.fields.employers,
				width: "minmax(220px, 1.6fr)",
				cell: (row) => (
					<>
						{queued.has(row.id) && <Tag tone="info">{waits}</Tag>} {subjectName(row, list, words.report.andOthers)}
					</>
				),
				saved: (row) => row.partner?.partnerName ?? row.employers.map(({ employerName }) => employerName).join(", "),
			},
			{
				id: "occurredOn",
				header: words.fields.occurredOn,
				width: "100px",
				sortable: true,
				cell: (row) => <time dateTime={row.occurredOn}>{row.occurredOn}</time>,
			},
			{ id: "mode", header: words.fields.mode, width: "118px", cell: (row) => term("visitMode", row.mode) },
			{
				id: "headline",
				header: words.fields.headline,
				width: "minmax(160px, 1.7fr)",
				hideOnPhone: true,
				cell: (row) => row.headline ?? <span className="muted">{words.untitled}</span>,
			},
			{ id: "posts", header: words.fields.posts, width: "70px", align: "end", hideOnPhone: true, cell: (row) => (row.posts > 0 ? number(row.posts) : "") },
			{
				id: "advisers",
				header: words.fields.advisers,
				width: "92px",
				hideOnPhone: true,
				saved: (row) => row.advisers.map(({ name }) => name).join(", "),
				cell: (row) => (
					<span className={styles.team}>
						{row.advisers.map(({ personId, name }) => (
							<Avatar key={personId} name={name} />
						))}
					</span>
				),
			},
			{ id: "status", header: words.fields.status, width: "118px", cell: (row) => <VisitStatusTag status={row.status} /> },
		],
		[words, waits, queued, term, list, number],
	);
}
