import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { caseMove } from "#contract/support-cases.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useFormat } from "#lib/format.ts";
import { ApiError } from "#lib/http.ts";
import { useReference } from "#lib/reference.ts";
import { TextRecordContext } from "#lib/text-guard/use-text-guard.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Problems } from "#ui/Problems.tsx";
import { isSettled, SettleList, unsettled } from "#ui/SettleList.tsx";
import styles from "./MoveDialog.module.css";
import { ClosingFields, EvidenceFields, ReasonFields } from "./MoveFields.tsx";
import { answersOf, type MoveValues, moveValues } from "./move-form.ts";
import { caseQuery } from "./queries.ts";
import { text } from "./text.ts";
import type { MoveAnswers, MoveDraft } from "./use-case-moves.ts";

type MoveDialogProps = { draft: MoveDraft; error: Error | null; isPending: boolean; onAnswer: (answers: MoveAnswers) => void; onClose: () => void };

/** What a move asks of the person: evidence of the criteria that no record shows, why it goes back, why the case closes. */
export function MoveDialog({ draft, error, isPending, onAnswer, onClose }: MoveDialogProps) {
	const words = useWords(text).dialog;
	const { stageLabel, today, terms, counsellorsWith, personName } = useReference();
	const { prose } = useFormat();
	const { row, toStage, kind, missing } = draft;
	const textRecord = useMemo(() => ({ entity: "supportCase", recordId: row.id }), [row.id]);
	const form = useForm<MoveValues>({ defaultValues: moveValues(missing, today) });
	const [others, setOthers] = useState<string[]>([]);
	useEffect(() => {
		if (error && !isMissing(error)) setOthers(showProblems(form, problemsOfError(error)));
	}, [error, form]);
	// What is still to be done on the case is asked as it stands now: the card does not know it.
	const { data: record, isError, refetch } = useQuery({ ...caseQuery(row.id), enabled: kind === "closing" });
	const open = record?.openFollowUps ?? [];
	const [isChecked, setChecked] = useState(false);
	const chosen = form.watch("followUps");
	useEffect(() => {
		// Somebody added one meanwhile.
		if (error instanceof ApiError && error.problem.code === "follow-ups-open") void refetch();
	}, [error, refetch]);
	const submit = form.handleSubmit((values) => {
		setChecked(true);
		const answers = answersOf(draft, values, open);
		const problems = [
			...problemsOf(caseMove, { id: draft.id, toStage, ...answers }),
			...(kind === "backward" && !answers.reason ? [{ path: "reason", message: words.required }] : []),
			...(kind === "closing" && !answers.closeReason ? [{ path: "closeReason", message: words.required }] : []),
		];
		setOthers(showProblems(form, problems));
		if (problems.length === 0 && open.every(({ id }) => isSettled(values.followUps[id] ?? unsettled))) onAnswer(answers);
	});
	const title = kind === "closing" ? words.closeTitle(row.employerName) : (kind === "forward" ? words.forwardTitle : words.backwardTitle)(stageLabel(toStage));
	const intro = kind === "closing" ? words.closeIntro : (kind === "forward" ? words.forwardIntro : words.backwardIntro)(row.employerName);
	return (
		<TextRecordContext value={textRecord}>
			<FormProvider {...form}>
				<Dialog
					title={title}
					onClose={onClose}
					onSubmit={submit}
					keepOnBackdrop={form.formState.isDirty}
					footer={
						<DialogButtons
							cancel={words.cancel}
							onCancel={onClose}
							submit={kind === "closing" ? words.closeAction : words.moveAction}
							variant={kind === "closing" ? "danger" : "primary"}
							busy={isPending}
							disabledReason={kind === "closing" && !record && !isError ? words.reading : null}
						/>
					}
				>
					<div className={styles.stack}>
						<p>{intro}</p>
						<Problems sentences={others} />
						{kind === "forward" && <EvidenceFields missing={missing} employerId={row.employerId} today={today} />}
						{kind === "backward" && <ReasonFields />}
						{kind === "closing" && <ClosingFields from={row.stageEnteredOn} today={today} />}
						{open.length > 0 && (
							<SettleList
								label={words.openFollowUps}
								items={open.map(({ id, title, dueOn, ownerId }) => ({ id, title, detail: words.followUpDetail(prose(dueOn), personName(ownerId)) }))}
								values={chosen}
								onChange={(next) => form.setValue("followUps", next, { shouldDirty: true })}
								cancelReasons={terms("followUpCancelReason")}
								people={counsellorsWith(null)}
								isChecked={isChecked}
							/>
						)}
					</div>
				</Dialog>
			</FormProvider>
		</TextRecordContext>
	);
}

const isMissing = (error: Error) => error instanceof ApiError && error.problem.code === "criteria-missing";
