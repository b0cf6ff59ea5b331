import { useMemo, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { addBusinessDays } from "#contract/business-days.ts";
import { createFollowUp, type FollowUp, followUpChange, followUpCreation, followUp as followUpSchema, updateFollowUp } from "#contract/follow-ups.ts";
import { useApiMutation } from "#lib/api.ts";
import { currentOf } from "#lib/conflict.ts";
import { followCurrent, problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { TextRecordContext } from "#lib/text-guard/use-text-guard.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Problems } from "#ui/Problems.tsx";
import { EmployerChoice } from "./EmployerChoice.tsx";
import styles from "./FollowUpDialog.module.css";
import { FollowUpFields } from "./FollowUpFields.tsx";
import { bodyOf, changedFollowUp, type FollowUpValues, followUpValues, newFollowUpValues } from "./follow-up-form.ts";
import { Suggestions } from "./Suggestions.tsx";
import { text } from "./text.ts";
import { touchedByFollowUps } from "./touched.ts";

export type FollowUpDialogProps = { followUp: FollowUp | null; onClose: () => void };

/** Records a follow-up or changes one. */
export function FollowUpDialog({ followUp, onClose }: FollowUpDialogProps) {
	const all = useWords(text);
	const words = all.form;
	const { today } = useReference();
	const me = useSession().person.id;
	const [id] = useState(() => followUp?.id ?? crypto.randomUUID());
	const record = useMemo(() => ({ entity: "followUp", recordId: id, isNew: !followUp }), [id, followUp]);
	const [base, setBase] = useState(followUp);
	const [employer, setEmployer] = useState<ComboboxItem | null>(null);
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm<FollowUpValues>({ defaultValues: followUp ? followUpValues(followUp) : newFollowUpValues(me, addBusinessDays(today, 5), "") });
	const after = {
		invalidates: touchedByFollowUps,
		onSuccess: (saved: FollowUp) => {
			addToast({ text: followUp ? words.changed(saved.title) : words.added(saved.title) });
			onClose();
		},
		onError: (error: Error) => {
			const current = followUpSchema.safeParse(currentOf(error)).data;
			if (!current || !base) return setOthers(showProblems(form, problemsOfError(error)));
			followCurrent(form, followUpValues(base), followUpValues(current));
			setBase(current);
			setOthers([words.conflict]);
		},
	};
	const create = useApiMutation(createFollowUp, after);
	const update = useApiMutation(updateFollowUp, after);
	const submit = form.handleSubmit((values) => {
		if (base) {
			const body = changedFollowUp(values, followUpValues(base));
			if (Object.keys(body).length === 0) return onClose();
			const problems = problemsOf(followUpChange, body);
			setOthers(showProblems(form, problems));
			if (problems.length === 0) update.mutate({ params: { id }, body, ifMatch: base.version, base });
			return;
		}
		const body = { id, employerId: values.employerId, ...bodyOf(values) };
		const problems = problemsOf(followUpCreation, body);
		setOthers(showProblems(form, problems));
		if (problems.length === 0) create.mutate({ body, idempotencyKey: id });
	});
	return (
		<FormProvider {...form}>
			<Dialog
				title={followUp ? words.edit : words.add}
				onClose={onClose}
				onSubmit={submit}
				keepOnBackdrop={form.formState.isDirty}
				size="large"
				footer={
					<DialogButtons cancel={words.cancel} onCancel={onClose} submit={followUp ? words.save : words.create} busy={create.isPending || update.isPending} />
				}
			>
				<TextRecordContext value={record}>
					<div className={styles.stack}>
						<Problems sentences={others} />
						{!followUp && (
							<>
								<EmployerChoice
									value={employer}
									error={form.formState.errors.employerId?.message}
									onChange={(chosen) => {
										setEmployer(chosen);
										form.setValue("employerId", chosen?.id ?? "", { shouldDirty: true });
										form.clearErrors("employerId");
									}}
								/>
								<Suggestions />
							</>
						)}
						<FollowUpFields />
					</div>
				</TextRecordContext>
			</Dialog>
		</FormProvider>
	);
}
