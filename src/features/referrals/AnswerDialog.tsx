import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import type { Referral } from "#contract/referrals.ts";
import { problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedArea } from "#ui/GuardedArea.tsx";
import { Problems } from "#ui/Problems.tsx";
import { Select } from "#ui/Select.tsx";
import { OutcomeFields } from "./OutcomeFields.tsx";
import styles from "./ReferralPanel.module.css";
import { text } from "./text.ts";
import { type AnswerValues, useAnswers } from "./use-answers.ts";

export type Answer = "acknowledge" | "close" | "decline" | "withdraw";
const reasonsOf = { decline: "referralDeclineReason", withdraw: "referralWithdrawReason" } as const;

/** What is answered to a referral: that it is received, its outcome, that it is declined, or that it is taken back. */
export function AnswerDialog({ referral, answer, onClose }: { referral: Referral; answer: Answer; onClose: () => void }) {
	const words = useWords(text).answer;
	const { today, terms } = useReference();
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm<AnswerValues>({
		defaultValues: { meetingOn: referral.meetingOn ?? "", outcome: "", outcomeVisitId: "", endedOn: today, reason: "", endNote: "" },
	});
	const answers = useAnswers(referral, {
		onDone: onClose,
		onRefused: (error) => setOthers(showProblems(form, problemsOfError(error))),
	});
	const { errors } = form.formState;
	const submit = form.handleSubmit((values) => {
		setOthers([]);
		if (answer === "acknowledge") answers.acknowledge(values.meetingOn);
		else if (answer === "close") answers.close(values);
		else answers[answer](values.reason, values.endNote);
	});
	return (
		<FormProvider {...form}>
			<Dialog
				title={words[answer].title}
				onClose={onClose}
				onSubmit={submit}
				keepOnBackdrop={form.formState.isDirty}
				footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words[answer].confirm} busy={answers.isPending} />}
			>
				<div className={styles.stack}>
					<Problems sentences={others} />
					{answer === "acknowledge" && (
						<Field label={words.meeting} optional error={errors.meetingOn?.message}>
							<DateInput {...form.register("meetingOn")} />
						</Field>
					)}
					{answer === "close" && <OutcomeFields referral={referral} />}
					{(answer === "decline" || answer === "withdraw") && (
						<Field label={words.reason} required error={errors.reason?.message} help={answer === "decline" ? words.declineHelp : undefined}>
							<Select {...form.register("reason")} placeholder={words.choose} options={terms(reasonsOf[answer])} />
						</Field>
					)}
					{answer !== "acknowledge" && (
						<Field label={words.note} optional help={words.noteHelp} error={errors.endNote?.message}>
							<GuardedArea field="endNote" record={{ entity: "referral", recordId: referral.id }} {...form.register("endNote")} rows={3} maxLength={1000} />
						</Field>
					)}
				</div>
			</Dialog>
		</FormProvider>
	);
}
