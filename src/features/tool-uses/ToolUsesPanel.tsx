import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Employer } from "#contract/employers.ts";
import type { ToolUse } from "#contract/tool-uses.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import type { Column } from "#ui/grid/column.ts";
import { DataGrid } from "#ui/grid/DataGrid.tsx";
import { HistoryLink } from "#ui/HistoryLink.tsx";
import { Tag } from "#ui/Tag.tsx";
import { AddToolUsePanel } from "./AddToolUsePanel.tsx";
import { toolUsesOfQuery } from "./panel-queries.ts";
import { panelText } from "./panel-text.ts";
import styles from "./ToolUsesPanel.module.css";

/** What an employer did with the two tools, and a way to add to it. */
export function ToolUsesPanel({ employer }: { employer: Pick<Employer, "id" | "can"> }) {
	const words = useWords(panelText);
	const may = useMay();
	const { data, error, refetch } = useQuery(toolUsesOfQuery(employer.id));
	const columns = useColumns();
	const [isAdding, setAdding] = useState(false);
	if (error && !data) return <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />;
	const add = employer.can.update && may("createToolUse") && (
		<Button icon="plus" onClick={() => setAdding(true)}>
			{words.add}
		</Button>
	);
	return (
		<div className={styles.stack}>
			{data && data.items.length > 0 && add && <div>{add}</div>}
			<DataGrid
				scroll="page"
				caption={words.title}
				columns={columns}
				total={data ? data.items.length : 4}
				rowAt={(index) => data?.items[index]}
				rowKey={({ id }) => id}
				busy={!data}
				emptyState={<EmptyState icon="portal" title={words.none.title} text={words.none.text} action={add} />}
			/>
			{isAdding && <AddToolUsePanel employerId={employer.id} onClose={() => setAdding(false)} />}
		</div>
	);
}

function useColumns(): Column<ToolUse>[] {
	const words = useWords(panelText);
	const { term } = useReference();
	const { number } = useFormat();
	const may = useMay();
	const eventLabel = ({ tool, event }: ToolUse) => term(tool === "employerPortal" ? "portalEvent" : "missionEvent", event);
	return [
		{
			id: "event",
			header: words.columns.event,
			width: "minmax(220px, 2fr)",
			cell: (use) => (
				<>
					<strong>{eventLabel(use)}</strong>
					{use.mission && ` · ${use.mission}`}
				</>
			),
		},
		{ id: "tool", header: words.columns.tool, width: "minmax(150px, 1fr)", cell: ({ tool }) => words.tools[tool] },
		{ id: "occurredOn", header: words.columns.occurredOn, width: "112px", cell: ({ occurredOn }) => occurredOn },
		{ id: "quantity", header: words.columns.quantity, width: "88px", align: "end", hideOnPhone: true, cell: ({ quantity }) => number(quantity) },
		{ id: "source", header: words.columns.source, width: "108px", hideOnPhone: true, cell: ({ source }) => <Tag tone="neutral">{words.sources[source]}</Tag> },
		{ id: "note", header: words.columns.note, width: "minmax(160px, 1.5fr)", hideOnPhone: true, cell: ({ note }) => note && <span title={note}>{note}</span> },
		...(may("listHistory")
			? [
					{
						id: "history",
						header: words.columns.history,
						width: "64px",
						isAction: true,
						cell: (use: ToolUse) => <HistoryLink to={paths.history("outil", use.id)} of={eventLabel(use)} />,
					},
				]
			: []),
	];
}
