import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useParams } from "react-router";
import { lockedAfterDays, type Visit } from "#contract/visits.ts";
import { addDays } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { usePageActions } from "#lib/page-actions.ts";
import { paths } from "#lib/paths.ts";
import { useRecent } from "#lib/recents.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Breadcrumb } from "#ui/Breadcrumb.tsx";
import { Button } from "#ui/Button.tsx";
import { HistoryLink } from "#ui/HistoryLink.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { usePrinting } from "#ui/use-printing.ts";
import { visitQuery } from "./queries.ts";
import styles from "./Report.module.css";
import { text } from "./text.ts";
import { AddAddendum } from "./VisitActions.tsx";
import { VisitReading } from "./VisitReading.tsx";
import { VisitStatusTag } from "./VisitStatusTag.tsx";

// Who reads a report does not carry the form.
const ReportForm = lazy(async () => ({ default: (await import("./ReportForm.tsx")).ReportForm }));

/** Rapport de visite: written while it may be, read afterwards. */
export function VisitPage() {
	const { id = "" } = useParams();
	const { data } = useQuery({ ...visitQuery(id), refetchOnWindowFocus: false });
	return data ? <OneVisit key={id} visit={data} /> : null;
}

function OneVisit({ visit }: { visit: Visit }) {
	const words = useWords(text);
	const client = useQueryClient();
	const may = useMay();
	const { term } = useReference();
	const { prose, list } = useFormat();
	const [isCorrecting, setCorrecting] = useState(false);
	const isPrinting = usePrinting();
	const isOpen = visit.status === "planned" || visit.status === "draft";
	const isWriting = visit.can.update && (isOpen || isCorrecting);
	const names = list(visit.employers.map(({ employerName }) => employerName));
	const [first] = visit.employers;
	const canCorrect = visit.can.update && !isOpen && !isCorrecting;
	useRecent({ to: paths.visit(visit.id), label: names, detail: `${words.report.kicker} · ${visit.occurredOn}`, icon: "visits" });
	usePageActions({
		title: words.report.title(names),
		actions: [
			...(canCorrect ? [{ id: "correct", label: words.report.correct, icon: "edit", run: () => setCorrecting(true) }] : []),
			{ id: "print", label: words.report.print, icon: "print", run: () => window.print() },
			...(first ? [{ id: "open", label: words.report.open, icon: "employers", to: paths.employer(first.employerId) }] : []),
			...(may("listHistory") ? [{ id: "history", label: words.report.history, icon: "clock", to: paths.history("visite", visit.id) }] : []),
		],
	});
	return (
		<>
			<Breadcrumb items={[{ label: words.title, to: paths.visits() }, { label: words.report.kicker }]} />
			<PageTitle
				title={names}
				documentTitle={words.report.title(names)}
				tags={<VisitStatusTag status={visit.status} />}
				sub={`${term("visitMode", visit.mode)} · ${prose(visit.occurredOn)}`}
				actions={
					<>
						{may("listHistory") && <HistoryLink to={paths.history("visite", visit.id)} />}
						<Button variant="quiet" icon="print" onClick={() => window.print()}>
							{words.report.print}
						</Button>
						{first && (
							<LinkButton to={paths.employer(first.employerId)} variant="quiet" icon="employers">
								{words.report.open}
							</LinkButton>
						)}
						{canCorrect && (
							<Button icon="edit" onClick={() => setCorrecting(true)}>
								{words.report.correct}
							</Button>
						)}
						{visit.can.addendum && may("addVisitAddendum") && !isCorrecting && (
							<AddAddendum visit={visit} onDone={(next) => client.setQueryData(visitQuery(visit.id).queryKey, next)} />
						)}
					</>
				}
			/>
			{isWriting ? (
				<>
					<div className="no-print">
						<Suspense fallback={<Skeleton />}>
							<ReportForm visit={visit} onCorrected={() => setCorrecting(false)} />
						</Suspense>
					</div>
					{/* What is printed is what was said, not the boxes it is written in. */}
					{isPrinting && (
						<div className={styles.read}>
							<VisitReading visit={visit} />
						</div>
					)}
				</>
			) : (
				<div className={styles.read}>
					<StateBanner visit={visit} />
					<VisitReading visit={visit} />
				</div>
			)}
		</>
	);
}

/** Why it is read and not written. */
function StateBanner({ visit }: { visit: Visit }) {
	const words = useWords(text);
	const { prose } = useFormat();
	const { status, completedOn, cancelReason } = visit;
	if (status === "cancelled") return <Banner>{words.readOnly.cancelled(cancelReason ?? "")}</Banner>;
	if (!completedOn) return <Banner>{words.readOnly.notYours}</Banner>;
	return (
		<Banner>
			{status === "locked"
				? words.readOnly.locked(prose(completedOn))
				: words.readOnly.completed(prose(completedOn), prose(addDays(completedOn, lockedAfterDays)))}
		</Banner>
	);
}
