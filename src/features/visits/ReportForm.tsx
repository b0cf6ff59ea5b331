import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { FormProvider } from "react-hook-form";
import type { ChosenFollowUp } from "#contract/chosen-follow-up.ts";
import type { FollowUpProposal } from "#contract/follow-ups.ts";
import { completeVisit, type Visit } from "#contract/visits.ts";
import { sayKept, sayWritten, send } from "#lib/api.ts";
import { ApiError, call, NetworkError } from "#lib/http.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { focusHeld } from "#lib/text-guard/guard.ts";
import { TextRecordContext } from "#lib/text-guard/use-text-guard.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { LazyCancelVisit, LazyDuplicates } from "./lazy-blocks.tsx";
import { ProblemsContext } from "./problems.ts";
import styles from "./Report.module.css";
import { ReportBlocks } from "./ReportBlocks.tsx";
import { SaveLine } from "./SaveLine.tsx";
import { SectionRail } from "./SectionRail.tsx";
import { text } from "./text.ts";
import { touchedByVisits } from "./touched.ts";
import { useReport } from "./use-report.ts";

// Asked once, at the end: not part of what the report waits for.
const CompletionDialog = lazy(async () => ({ default: (await import("./CompletionDialog.tsx")).CompletionDialog }));

type ReportFormProps = { visit: Visit; onCorrected: () => void };

/** The report being written: one page, saved as one goes. */
export function ReportForm({ visit, onCorrected }: ReportFormProps) {
	const words = useWords(text);
	const { today } = useReference();
	const may = useMay();
	const client = useQueryClient();
	const { form, problems, saving, autosave, markStale } = useReport(visit);
	const saved = async () => {
		if (await autosave.flush()) return autosave.visit();
		focusHeld();
		return null;
	};
	const record = useMemo(() => ({ entity: "visit", recordId: visit.id }), [visit.id]);
	const close = (next: Visit, isKept = false) => {
		autosave.accept(next, isKept);
		markStale(true);
		// The button pressed is gone with the form: reading starts at the top.
		requestAnimationFrame(() => document.querySelector("h1")?.focus());
	};

	const [proposals, setProposals] = useState<FollowUpProposal[] | null>(null);
	const completing = useMutation({
		mutationFn: async (chosen: ChosenFollowUp[] | null) => {
			const current = await saved();
			if (!current) return null;
			// Asked before it is finished, and only of a report that nothing else keeps from it.
			if (chosen === null && may("listFollowUpProposals") && current.incomplete.every(({ path }) => path === "report.nextSteps")) {
				const { listFollowUpProposals } = await import("#contract/follow-ups.ts");
				const { items } = await call(listFollowUpProposals, { query: { visitId: visit.id } }).catch((error: unknown) => {
					// Without the API, nothing is proposed: the report is finished all the same.
					if (error instanceof NetworkError) return { items: [] };
					throw error;
				});
				if (items.length > 0) {
					setProposals(items);
					return null;
				}
			}
			const key = crypto.randomUUID();
			// A page left open since yesterday does not finish a report before its visit; whether its day has come, the API says.
			const [, completedOn = today] = [current.occurredOn, today].sort();
			const body = { completedOn, ...(chosen && chosen.length > 0 ? { followUps: chosen } : {}) };
			const sent = { params: { id: visit.id }, body, ifMatch: current.version, idempotencyKey: key, closesItsForm: true };
			return send(completeVisit, sent, touchedByVisits);
		},
		onSuccess: (done) => {
			if (!done) return;
			setProposals(null);
			close(done.output, done.giveUp !== null);
			const say = () => addToast({ text: words.report.finished });
			if (done.giveUp) sayKept(done.giveUp, say);
			else sayWritten(client, done.key ?? "", say, { invalidates: touchedByVisits });
		},
		onError: (error) => {
			setProposals(null);
			if (error instanceof ApiError && error.problem.code === "version-mismatch") autosave.block(error.problem.current as Visit);
			else if (error instanceof ApiError) problems.show(error, { focus: true });
			else addToast({ tone: "error", text: words.saving.offline });
		},
	});
	const unplaced = problems.problems.filter(({ path }) => path === "");
	return (
		<TextRecordContext value={record}>
			<FormProvider {...form}>
				<ProblemsContext value={problems.problems}>
					{unplaced.map(({ message }) => (
						<Banner key={message} tone="red" live>
							{message}
						</Banner>
					))}
					<Suspense>{visit.duplicates.length > 0 && <LazyDuplicates visit={visit} />}</Suspense>
					<div className={styles.layout}>
						<SectionRail visit={visit} />
						<div className={styles.sections}>
							<ReportBlocks visit={visit} />
							<div className={styles.foot}>
								<SaveLine
									saving={saving}
									onRetry={() => void autosave.flush()}
									onRebase={(current) => {
										void autosave.rebase(current);
										addToast({ tone: "info", text: words.conflict.done });
									}}
								/>
								<div className={styles.footActions}>
									<Suspense>{visit.can.cancel && may("cancelVisit") && <LazyCancelVisit visit={visit} before={saved} onDone={close} />}</Suspense>
									{visit.can.complete ? (
										<Button variant="primary" onClick={() => completing.mutate(null)} busy={completing.isPending}>
											{words.report.finish}
										</Button>
									) : (
										<Button variant="primary" onClick={async () => (await saved()) && onCorrected()}>
											{words.report.stopCorrecting}
										</Button>
									)}
								</div>
							</div>
						</div>
					</div>
					<Suspense>
						{proposals && (
							<CompletionDialog
								proposals={proposals}
								isBusy={completing.isPending}
								onClose={() => setProposals(null)}
								onConfirm={(chosen) => completing.mutate(chosen)}
							/>
						)}
					</Suspense>
				</ProblemsContext>
			</FormProvider>
		</TextRecordContext>
	);
}
