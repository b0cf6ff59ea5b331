import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { FormProvider } from "react-hook-form";
import { type ChosenFollowUp, type FollowUpProposal, listFollowUpProposals } from "#contract/follow-ups.ts";
import { completeVisit, type Visit } from "#contract/visits.ts";
import { sayWritten } from "#lib/api.ts";
import { ApiError, call } from "#lib/http.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { HeaderSection } from "./HeaderSection.tsx";
import { NeedsSection } from "./NeedsSection.tsx";
import { NextStepsSection } from "./NextStepsSection.tsx";
import { ProblemsContext } from "./problems.ts";
import styles from "./Report.module.css";
import { SaveLine } from "./SaveLine.tsx";
import { SectionRail } from "./SectionRail.tsx";
import { SolutionsSection } from "./SolutionsSection.tsx";
import { SummarySection } from "./SummarySection.tsx";
import { ToolsSection } from "./ToolsSection.tsx";
import { text } from "./text.ts";
import { touchedByVisits, useReport } from "./use-report.ts";
import { CancelVisit } from "./VisitActions.tsx";

// Asked once, at the end: not part of what the report waits for.
const CompletionDialog = lazy(async () => ({ default: (await import("./CompletionDialog.tsx")).CompletionDialog }));

type ReportFormProps = { visit: Visit; onCorrected: () => void };

/** The report being written: one page, saved as one goes. */
export function ReportForm({ visit, onCorrected }: ReportFormProps) {
	const words = useWords(text);
	const { today } = useReference();
	const may = useMay();
	const client = useQueryClient();
	const { form, problems, state, autosave, markStale } = useReport(visit);
	const saved = async () => ((await autosave.flush()) ? autosave.visit() : null);
	const close = (next: Visit) => {
		autosave.accept(next);
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
				const { items } = await call(listFollowUpProposals, { query: { visitId: visit.id } });
				if (items.length > 0) {
					setProposals(items);
					return null;
				}
			}
			const key = crypto.randomUUID();
			const body = { completedOn: today, ...(chosen && chosen.length > 0 ? { followUps: chosen } : {}) };
			return { key, visit: await call(completeVisit, { params: { id: visit.id }, body }, { ifMatch: current.version, idempotencyKey: key }) };
		},
		onSuccess: (done) => {
			if (!done) return;
			setProposals(null);
			close(done.visit);
			sayWritten(client, done.key, () => addToast({ text: words.report.finished }), { invalidates: touchedByVisits });
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
		<FormProvider {...form}>
			<ProblemsContext value={problems.problems}>
				{unplaced.map(({ message }) => (
					<Banner key={message} tone="red" live>
						{message}
					</Banner>
				))}
				<div className={styles.layout} data-unsaved={(state.kind !== "idle" && state.kind !== "saved") || undefined}>
					<SectionRail incomplete={visit.incomplete} />
					<div className={styles.sections}>
						<HeaderSection />
						<NeedsSection />
						<SolutionsSection />
						<ToolsSection />
						<SummarySection />
						<NextStepsSection />
						<div className={styles.foot}>
							<SaveLine
								state={state}
								onRetry={() => void autosave.flush()}
								onRebase={(current) => {
									void autosave.rebase(current);
									addToast({ tone: "info", text: words.conflict.done });
								}}
							/>
							<div className={styles.footActions}>
								{visit.can.cancel && may("cancelVisit") && <CancelVisit visit={visit} before={saved} onDone={close} />}
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
	);
}
