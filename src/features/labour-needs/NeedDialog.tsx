import { FormProvider } from "react-hook-form";
import { type LabourNeed, labourNeedChange, labourNeed as labourNeedSchema, updateLabourNeed } from "#contract/labour-needs.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf } from "#lib/form-problems.ts";
import { useRecordForm } from "#lib/record-form.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Problems } from "#ui/Problems.tsx";
import styles from "./NeedDialog.module.css";
import { NeedFields } from "./NeedFields.tsx";
import { needBody, needValues, touchedByNeed } from "./need-form.ts";
import { text } from "./text.ts";

/** Changes a need. What a colleague changed meanwhile is kept; what both changed is chosen, field by field. */
export function NeedDialog({ need, onClose }: { need: LabourNeed; onClose: () => void }) {
	const words = useWords(text).form;
	const { form, base, others, show, onError, changed } = useRecordForm({
		record: need,
		schema: labourNeedSchema,
		valuesOf: needValues,
		conflict: words.conflict,
	});
	const update = useApiMutation(updateLabourNeed, {
		invalidates: touchedByNeed,
		onSuccess: (saved) => {
			addToast({ text: words.saved(saved.occupationLabel) });
			onClose();
		},
		onError,
	});
	const submit = form.handleSubmit(() => {
		const body = changed(needBody);
		if (Object.keys(body).length === 0) return onClose();
		if (!show(problemsOf(labourNeedChange, body))) update.mutate({ params: { id: need.id }, body, ifMatch: base.version, base });
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
					<Problems sentences={others} />
					<NeedFields />
				</div>
			</Dialog>
		</FormProvider>
	);
}
