import { useMemo, useState } from "react";
import { FormProvider } from "react-hook-form";
import { addBusinessDays } from "#contract/business-days.ts";
import { createFollowUp, type FollowUp, followUpChange, followUpCreation, followUp as followUpSchema, updateFollowUp } from "#contract/follow-ups.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf } from "#lib/form-problems.ts";
import { useRecordForm } from "#lib/record-form.ts";
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
import { bodyOf, changeOf, followUpValues, newFollowUpValues } from "./follow-up-form.ts";
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
	const { id, form, base, others, show, onError, changed } = useRecordForm({
		record: followUp,
		schema: followUpSchema,
		valuesOf: (row) => (row ? followUpValues(row) : newFollowUpValues(me, addBusinessDays(today, 5), "")),
		conflict: words.conflict,
	});
	const record = useMemo(() => ({ entity: "followUp", recordId: id, isNew: !followUp }), [id, followUp]);
	const [employer, setEmployer] = useState<ComboboxItem | null>(null);
	const after = {
		invalidates: touchedByFollowUps,
		onSuccess: (saved: FollowUp) => {
			addToast({ text: followUp ? words.changed(saved.title) : words.added(saved.title) });
			onClose();
		},
		onError,
	};
	const create = useApiMutation(createFollowUp, after);
	const update = useApiMutation(updateFollowUp, after);
	const submit = form.handleSubmit((values) => {
		if (!base) {
			const body = { id, employerId: values.employerId, ...bodyOf(values) };
			if (!show(problemsOf(followUpCreation, body))) create.mutate({ body, idempotencyKey: id });
			return;
		}
		const body = changed(changeOf);
		if (Object.keys(body).length === 0) return onClose();
		if (!show(problemsOf(followUpChange, body))) update.mutate({ params: { id }, body, ifMatch: base.version, base });
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
