import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { Employer } from "#contract/employers.ts";
import type { ToolUse } from "#contract/tool-uses.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { vocabularyOfTool } from "#lib/tool-words.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import type { Column } from "#ui/grid/column.ts";
import { DataGrid } from "#ui/grid/DataGrid.tsx";
import { Tag } from "#ui/Tag.tsx";
import { AddToolUsePanel } from "./AddToolUsePanel.tsx";
import { FrancisationCard } from "./FrancisationCard.tsx";
import { PortalAccountCard } from "./PortalAccountCard.tsx";
import { portalAccountOfQuery, toolUsesOfQuery } from "./panel-queries.ts";
import { panelText } from "./panel-text.ts";
import styles from "./ToolUsesPanel.module.css";
import { UseActions } from "./UseActions.tsx";

// Seldom needed, and as heavy as the tab itself.
const EditToolUseDialog = lazy(async () => ({ default: (await import("./EditToolUseDialog.tsx")).EditToolUseDialog }));

/** The employer's account of the Portail, what it did with the two tools, and a way to add to it. */
export function ToolUsesPanel({ employer }: { employer: Pick<Employer, "id" | "can"> }) {
	const words = useWords(panelText);
	const may = useMay();
	const { data, error, refetch } = useQuery(toolUsesOfQuery(employer.id));
	const hasAccounts = may("listPortalAccounts");
	const account = useQuery({ ...portalAccountOfQuery(employer.id), enabled: hasAccounts });
	const [adding, setAdding] = useState<ToolUse["event"] | null>(null);
	const [corrected, setCorrected] = useState<ToolUse | null>(null);
	const columns = useColumns(setCorrected);
	if (error && !data) return <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />;
	const mayAdd = employer.can.update && may("createToolUse");
	const add = mayAdd && (
		<Button icon="plus" onClick={() => setAdding("search")}>
			{words.add}
		</Button>
	);
	return (
		<div className={styles.stack}>
			{hasAccounts && data && account.data && <PortalAccountCard account={account.data.items[0] ?? null} uses={data.items} onAdd={mayAdd ? setAdding : null} />}
			{data && <FrancisationCard steps={data.items} onAdd={mayAdd ? setAdding : null} />}
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
			{adding && <AddToolUsePanel employerId={employer.id} event={adding} onClose={() => setAdding(null)} />}
			{corrected && (
				<Suspense>
					<EditToolUseDialog use={corrected} onClose={() => setCorrected(null)} />
				</Suspense>
			)}
		</div>
	);
}

function useColumns(onCorrect: (use: ToolUse) => void): Column<ToolUse>[] {
	const words = useWords(panelText);
	const { term, personName } = useReference();
	const { number } = useFormat();
	const eventLabel = ({ tool, event }: ToolUse) => term(vocabularyOfTool[tool], event);
	return [
		{
			id: "event",
			header: words.columns.event,
			width: "minmax(220px, 2fr)",
			cell: (use) => (
				<>
					<strong>{eventLabel(use)}</strong>
					{use.mission && ` · ${use.mission}`}
					{use.participants !== null && ` · ${words.francisation.participants(number(use.participants), use.participants)}`}
				</>
			),
		},
		{ id: "tool", header: words.columns.tool, width: "minmax(150px, 1fr)", cell: ({ tool }) => words.tools[tool] },
		{ id: "occurredOn", header: words.columns.occurredOn, width: "112px", cell: ({ occurredOn }) => occurredOn },
		{ id: "quantity", header: words.columns.quantity, width: "88px", align: "end", hideOnPhone: true, cell: ({ quantity }) => number(quantity) },
		{ id: "source", header: words.columns.source, width: "108px", hideOnPhone: true, cell: ({ source }) => <Tag tone="neutral">{words.sources[source]}</Tag> },
		{
			id: "helpedBy",
			header: words.columns.helpedBy,
			width: "minmax(120px, 1fr)",
			hideOnPhone: true,
			cell: ({ helpedById }) => helpedById && personName(helpedById),
		},
		{ id: "note", header: words.columns.note, width: "minmax(140px, 1.5fr)", hideOnPhone: true, cell: ({ note }) => note && <span title={note}>{note}</span> },
		{
			id: "actions",
			header: words.columns.actions,
			width: "132px",
			isAction: true,
			cell: (use) => <UseActions use={use} label={eventLabel(use)} onCorrect={onCorrect} />,
		},
	];
}
