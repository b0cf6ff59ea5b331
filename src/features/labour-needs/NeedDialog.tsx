import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { type LabourNeed, labourNeedChange, labourNeed as labourNeedSchema, updateLabourNeed } from "#contract/labour-needs.ts";
import { useApiMutation } from "#lib/api.ts";
import { currentOf } from "#lib/conflict.ts";
import { followCurrent, problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import styles from "./NeedDialog.module.css";
import { NeedFields } from "./NeedFields.tsx";
import { changedNeed, type NeedValues, needValues, touchedByNeed } from "./need-form.ts";
import { text } from "./text.ts";

/** Changes a need. What a colleague changed meanwhile is kept; what both changed is chosen, field by field. */
export function NeedDialog({ need, onClose }: { need: LabourNeed; onClose: () => void }) {
	const words = useWords(text).form;
	const [base, setBase] = useState(need);
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm<NeedValues>({ defaultValues: needValues(need) });
	const update = useApiMutation(updateLabourNeed, {
		invalidates: touchedByNeed,
		onSuccess: (saved) => {
			addToast({ text: words.saved(saved.occupationLabel) });
			onClose();
		},
		onError: (error) => {
			const current = labourNeedSchema.safeParse(currentOf(error)).data;
			if (!current) return setOthers(showProblems(form, problemsOfError(error)));
			followCurrent(form, needValues(base), needValues(current));
			setBase(current);
			setOthers([words.conflict]);
		},
	});
	const submit = form.handleSubmit((values) => {
		const body = changedNeed(values, needValues(base));
		if (Object.keys(body).length === 0) return onClose();
		const problems = problemsOf(labourNeedChange, body);
		setOthers(showProblems(form, problems));
		if (problems.length === 0) update.mutate({ params: { id: need.id }, body, ifMatch: base.version, base });
	});
	return (
		<FormProvider {...form}>
			<Dialog
				title={words.title}
				onClose={onClose}
				onSubmit={submit}
				keepOnBackdrop={form.formState.isDirty}
				size="large"
				footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.save} busy={update.isPending} />}
			>
				<div className={styles.stack}>
					{others.map((sentence) => (
						<Banner key={sentence} tone="amber" live>
							{sentence}
						</Banner>
					))}
					<NeedFields />
				</div>
			</Dialog>
		</FormProvider>
	);
}
