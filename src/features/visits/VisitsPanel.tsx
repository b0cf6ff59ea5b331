import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { VisitRow } from "#contract/visits.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import type { Column } from "#ui/grid/column.ts";
import { DataGrid } from "#ui/grid/DataGrid.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { visitsOf, visitsOfQuery, visitsShown } from "./panel-queries.ts";
import { panelText } from "./panel-text.ts";
import { VisitStatusTag } from "./VisitStatusTag.tsx";

/** The visits of an employer, as a table. */
export function VisitsPanel({ employerId }: { employerId: string }) {
	const words = useWords(panelText);
	const may = useMay();
	const { data, error, refetch } = useQuery(visitsOfQuery(employerId));
	const columns = useColumns();
	if (error && !data) return <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />;
	const log = may("createVisit") && <LinkButton to={paths.newVisit(employerId)}>{words.logVisit}</LinkButton>;
	return (
		<DataGrid
			scroll="page"
			caption={words.title}
			columns={columns}
			total={data ? data.items.length : 4}
			rowAt={(index) => data?.items[index]}
			rowKey={({ id }) => id}
			rowHref={({ id }) => paths.visit(id)}
			busy={!data}
			footer={data && data.total > visitsShown && <Link to={paths.visits({ filtre: visitsOf(employerId) })}>{words.more(data.total)}</Link>}
			emptyState={<EmptyState icon="visits" title={words.none.title} text={words.none.text} action={log} />}
		/>
	);
}

function useColumns(): Column<VisitRow>[] {
	const words = useWords(panelText);
	const { term } = useReference();
	const { number, list } = useFormat();
	return [
		{ id: "occurredOn", header: words.columns.occurredOn, width: "112px", cell: ({ occurredOn }) => occurredOn },
		{ id: "mode", header: words.columns.mode, width: "minmax(120px, 0.8fr)", cell: ({ mode }) => term("visitMode", mode) },
		{ id: "status", header: words.columns.status, width: "120px", cell: ({ status }) => <VisitStatusTag status={status} /> },
		{
			id: "headline",
			header: words.columns.headline,
			width: "minmax(220px, 3fr)",
			cell: ({ headline }) => headline && <span title={headline}>{headline}</span>,
		},
		{
			id: "advisers",
			header: words.columns.advisers,
			width: "minmax(150px, 1.2fr)",
			hideOnPhone: true,
			cell: ({ advisers }) => list(advisers.map(({ name }) => name)),
		},
		{ id: "needs", header: words.columns.needs, width: "88px", align: "end", hideOnPhone: true, cell: ({ needs }) => number(needs) },
	];
}
