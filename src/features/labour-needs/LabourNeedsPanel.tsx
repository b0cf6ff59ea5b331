import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { LabourNeed } from "#contract/labour-needs.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import type { Column } from "#ui/grid/column.ts";
import { DataGrid } from "#ui/grid/DataGrid.tsx";
import { HistoryLink } from "#ui/HistoryLink.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Tag } from "#ui/Tag.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import styles from "./LabourNeedsPanel.module.css";
import { needsQuery } from "./panel-queries.ts";
import { panelText } from "./panel-text.ts";

const NeedDialog = lazy(async () => ({ default: (await import("./NeedDialog.tsx")).NeedDialog }));

/** Every need of an employer, as a table. */
export function LabourNeedsPanel({ employerId }: { employerId: string }) {
	const words = useWords(panelText);
	const may = useMay();
	const { data, error, refetch } = useQuery(needsQuery(employerId));
	const [edited, setEdited] = useState<LabourNeed | null>(null);
	const columns = useColumns(setEdited);
	if (error && !data) return <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />;
	const visit = may("createVisit") && <LinkButton to={paths.newVisit(employerId)}>{words.logVisit}</LinkButton>;
	return (
		<>
			<DataGrid
				scroll="page"
				caption={words.title}
				columns={columns}
				total={data ? data.items.length : 4}
				rowAt={(index) => data?.items[index]}
				rowKey={({ id }) => id}
				rowHref={({ id }) => paths.labourNeed(id)}
				busy={!data}
				emptyState={<EmptyState icon="needs" title={words.none.title} text={words.none.text} action={visit} />}
			/>
			<Suspense>{edited && <NeedDialog need={edited} onClose={() => setEdited(null)} />}</Suspense>
		</>
	);
}

function useColumns(onEdit: (need: LabourNeed) => void): Column<LabourNeed>[] {
	const words = useWords(panelText);
	const { number, money } = useFormat();
	const may = useMay();
	const isPhone = useIsPhone();
	const status = (need: LabourNeed) => {
		if (need.openPosts > 0) return <Tag>{words.open}</Tag>;
		return need.closedOn ? <Tag tone="neutral">{isPhone ? words.closedShort : words.closed(need.closedOn)}</Tag> : <Tag tone="green">{words.filled}</Tag>;
	};
	return [
		{
			id: "occupation",
			header: words.columns.occupation,
			width: "minmax(220px, 3fr)",
			cell: ({ occupationLabel }) => <strong title={occupationLabel}>{occupationLabel}</strong>,
		},
		{ id: "code", header: words.columns.code, width: "88px", cell: ({ occupationCode }) => <span title={words.code(occupationCode)}>{occupationCode}</span> },
		{ id: "posts", header: words.columns.posts, width: "96px", align: "end", cell: ({ openPosts, posts }) => words.of(number(openPosts), number(posts)) },
		{
			id: "wage",
			header: words.columns.wage,
			width: "104px",
			align: "end",
			cell: ({ hourlyWageCents }) => hourlyWageCents && words.hourly(money(hourlyWageCents)),
		},
		{
			id: "french",
			header: words.columns.french,
			width: "110px",
			hideOnPhone: true,
			cell: ({ frenchLevel }) => frenchLevel !== null && (frenchLevel === 0 ? words.noFrench : words.level(frenchLevel)),
		},
		{ id: "startOn", header: words.columns.startOn, width: "112px", hideOnPhone: true, cell: ({ startOn }) => startOn },
		{ id: "status", header: words.columns.status, width: "minmax(150px, 1fr)", cell: status },
		{
			id: "actions",
			header: words.columns.actions,
			width: "104px",
			isAction: true,
			cell: (need) => (
				<span className={styles.actions}>
					{need.can.update && may("updateLabourNeed") && (
						<Button size="small" variant="quiet" icon="edit" iconOnly onClick={() => onEdit(need)}>
							{words.editOf(need.occupationLabel)}
						</Button>
					)}
					{may("listHistory") && <HistoryLink to={paths.history("besoin", need.id)} of={need.occupationLabel} />}
				</span>
			),
		},
	];
}
