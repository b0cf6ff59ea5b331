import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useParams } from "react-router";
import { getVisitCalendar } from "#contract/calendar.ts";
import { lockedAfterDays, type Visit } from "#contract/visits.ts";
import { clockTime } from "#lib/clock.ts";
import { addDays } from "#lib/days.ts";
import { download } from "#lib/download.ts";
import { useFormat } from "#lib/format.ts";
import { usePageActions } from "#lib/page-actions.ts";
import { paths } from "#lib/paths.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useRecent } from "#lib/recents.ts";
import { useRecordDocuments } from "#lib/record-documents.ts";
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
import { subjectName } from "./subject-name.ts";
import { text } from "./text.ts";
import { AddAddendum } from "./VisitActions.tsx";
import { VisitReading } from "./VisitReading.tsx";
import { VisitStatusTag } from "./VisitStatusTag.tsx";

// Who reads a report does not carry the form.
const ReportForm = lazy(async () => ({ default: (await import("./ReportForm.tsx")).ReportForm }));

// Asked for once the report is finished.
const SummaryEmailDialog = lazy(async () => ({ default: (await import("./SummaryEmailDialog.tsx")).SummaryEmailDialog }));

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
	const language = useLanguage();
	const [isCorrecting, setCorrecting] = useState(false);
	const [isWritingLetter, setWritingLetter] = useState(false);
	const isPrinting = usePrinting();
	const Documents = useRecordDocuments();
	const isOpen = visit.status === "planned" || visit.status === "draft";
	const isWriting = visit.can.update && (isOpen || isCorrecting);
	const names = subjectName(visit, list, words.report.andOthers);
	const [first] = visit.employers;
	const canCorrect = visit.can.update && !isOpen && !isCorrecting;
	const toCalendar = () => void download(getVisitCalendar, { params: { id: visit.id } });
	useRecent({ to: paths.visit(visit.id), label: names, detail: `${words.report.kicker} · ${visit.occurredOn}`, icon: "visits" });
	usePageActions({
		title: words.report.title(names),
		actions: [
			...(canCorrect ? [{ id: "correct", label: words.report.correct, icon: "edit", run: () => setCorrecting(true) }] : []),
			...(may("getVisitCalendar") ? [{ id: "calendar", label: words.report.calendar, icon: "download", run: toCalendar } as const] : []),
			{ id: "print", label: words.report.print, icon: "print", run: () => window.print() },
			...(first && may("getEmployerBrief")
				? [{ id: "brief", label: words.report.brief, icon: "list", to: paths.employer(first.employerId, "preparation") }]
				: []),
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
				sub={[term("visitMode", visit.mode), prose(visit.occurredOn), ...(visit.report.startsAt ? [clockTime(visit.report.startsAt, language)] : [])].join(
					" · ",
				)}
				actions={
					<>
						{may("listHistory") && <HistoryLink to={paths.history("visite", visit.id)} />}
						<Button variant="quiet" icon="print" onClick={() => window.print()}>
							{words.report.print}
						</Button>
						{visit.status === "planned" && may("getVisitCalendar") && (
							<Button variant="quiet" icon="download" onClick={toCalendar}>
								{words.report.calendar}
							</Button>
						)}
						{first && visit.status === "planned" && may("getEmployerBrief") && (
							<LinkButton to={paths.employer(first.employerId, "preparation")} variant="quiet" icon="list">
								{words.report.brief}
							</LinkButton>
						)}
						{first && may("getQuestionnaire") && (
							<LinkButton to={paths.employerQuestions(first.employerId, visit.id)} variant="quiet" icon="report">
								{words.report.questions}
							</LinkButton>
						)}
						{first && (
							<LinkButton to={paths.employer(first.employerId)} variant="quiet" icon="employers">
								{words.report.open}
							</LinkButton>
						)}
						{first && visit.completedOn && !isCorrecting && may("createFollowUp") && (
							<Button variant="primary" onClick={() => setWritingLetter(true)}>
								{words.report.letter}
							</Button>
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
			{isWritingLetter && first && (
				<Suspense>
					<SummaryEmailDialog visit={visit} employerId={first.employerId} onClose={() => setWritingLetter(false)} />
				</Suspense>
			)}
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
			{Documents && may("listDocuments") && (
				<div className={styles.attached}>
					<Suspense fallback={<Skeleton shape="rows" rows={2} />}>
						<Documents subject="visit" id={visit.id} />
					</Suspense>
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
