import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { Link } from "react-router";
import type { Employer } from "#contract/employers.ts";
import type { ImmigrationLine } from "#contract/immigration-lines.ts";
import { urgencyOf, urgencyTone } from "#lib/days.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import type { Column } from "#ui/grid/column.ts";
import { DataGrid } from "#ui/grid/DataGrid.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { Tag } from "#ui/Tag.tsx";
import styles from "./EmployerLines.module.css";
import { employerText } from "./employer-text.ts";
import { LineCounts, totalOf } from "./LineCounts.tsx";
import { lineCountsOfQuery, linesOfQuery } from "./lines-source.ts";
import { text } from "./text.ts";
import { useLineColumns } from "./use-line-columns.tsx";

const LineDialog = lazy(async () => ({ default: (await import("./LineDialog.tsx")).LineDialog }));

const rowKey = ({ id }: ImmigrationLine) => id;
const rowHref = ({ id }: ImmigrationLine) => paths.immigrationLine(id);

/** The persons an employer hired abroad: where each stands, and what expires next. */
export function EmployerLinesPanel({ employer }: { employer: Pick<Employer, "id" | "can"> }) {
	const words = useWords(employerText);
	const all = useWords(text);
	const { number, plural, prose } = useFormat();
	const { today } = useReference();
	const may = useMay();
	const [isAdding, setAdding] = useState(false);
	const lines = useQuery(linesOfQuery(employer.id));
	const counts = useQuery(lineCountsOfQuery(employer.id));
	const columns = useEmployerColumns();
	const error = lines.error ?? counts.error;
	if (!lines.data || !counts.data)
		return error ? (
			<ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void Promise.all([lines.refetch(), counts.refetch()])} />
		) : (
			<Skeleton shape="rows" rows={5} />
		);
	const { items } = lines.data;
	const total = totalOf(counts.data);
	const [next] = items.filter(({ renewalOn }) => renewalOn !== null).sort((a, b) => ((a.renewalOn ?? "") < (b.renewalOn ?? "") ? -1 : 1));
	return (
		<Card
			title={words.title}
			actions={
				employer.can.update && (
					<>
						{may("createImmigrationLine") && (
							<Button size="small" icon="plus" onClick={() => setAdding(true)}>
								{all.add}
							</Button>
						)}
						{may("createImmigrationGroup") && (
							<LinkButton size="small" to={paths.immigrationGroup(employer.id)}>
								{all.addGroup}
							</LinkButton>
						)}
					</>
				)
			}
			footer={total > 0 && <Link to={paths.immigration({ filtre: `employerId==${employer.id}` })}>{total === 1 ? words.all.one : words.all.other}</Link>}
		>
			{total === 0 ? (
				<EmptyState icon="immigration" title={words.none.title} text={words.none.text} />
			) : (
				<>
					<LineCounts employerId={employer.id} counts={counts.data} />
					{next?.renewalOn && (
						<div className={styles.next}>
							<Banner tone={next.renewalOn < today ? "red" : "amber"}>
								{(next.renewalOn < today ? words.late : words.next)(next.label, prose(next.renewalOn))}
							</Banner>
						</div>
					)}
					{items.length === 0 ? (
						<p className={styles.none}>{words.noneOpen}</p>
					) : (
						<DataGrid
							scroll="page"
							caption={words.caption}
							columns={columns}
							total={items.length}
							rowAt={(index) => items[index]}
							rowKey={rowKey}
							rowHref={rowHref}
							footer={items.length < lines.data.total && `${number(items.length)} / ${plural(lines.data.total, all.lines.one, all.lines.other)}`}
						/>
					)}
				</>
			)}
			<Suspense>{isAdding && <LineDialog line={null} employer={employer} onClose={() => setAdding(false)} />}</Suspense>
		</Card>
	);
}

/** The columns of the list but the employer, and the day on which a permit is next to be seen to. */
function useEmployerColumns(): Column<ImmigrationLine>[] {
	const words = useWords(employerText);
	const { today } = useReference();
	const columns = useLineColumns();
	return useMemo(
		() => [
			...columns.filter(({ id }) => id !== "employerName").map(({ sortable: _, ...column }) => column),
			{
				id: "renewalOn",
				header: words.renewal,
				cell: ({ renewalOn, permitExpiresOn }) =>
					renewalOn ? (
						<Tag tone={urgencyTone[urgencyOf(renewalOn, today)]}>{renewalOn < today ? words.lateDay(renewalOn) : renewalOn}</Tag>
					) : (
						permitExpiresOn !== null && permitExpiresOn < today && <Tag tone="red">{words.expired}</Tag>
					),
				width: "minmax(160px, 0.8fr)",
			},
		],
		[columns, words, today],
	);
}
