import { FormProvider } from "react-hook-form";
import { type ToolUse, toolUseChange, toolUse as toolUseSchema, updateToolUse } from "#contract/tool-uses.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf } from "#lib/form-problems.ts";
import { useRecordForm } from "#lib/record-form.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { panelText } from "./panel-text.ts";
import { ToolUseFields } from "./ToolUseFields.tsx";
import { changeOf, touchedByUse, valuesOfUse } from "./tool-use-form.ts";

/** Corrects a fact. What a colleague changed meanwhile is kept; what both changed is chosen, field by field. */
export function EditToolUseDialog({ use, onClose }: { use: ToolUse; onClose: () => void }) {
	const words = useWords(panelText);
	const { form, base, others, show, onError, changed } = useRecordForm({ record: use, schema: toolUseSchema, valuesOf: valuesOfUse, conflict: words.conflict });
	const update = useApiMutation(updateToolUse, {
		invalidates: touchedByUse,
		onSuccess: () => {
			addToast({ text: words.corrected });
			onClose();
		},
		onError,
	});
	const submit = form.handleSubmit(() => {
		const body = changed(changeOf);
		if (Object.keys(body).length === 0) return onClose();
		if (!show(problemsOf(toolUseChange, body))) update.mutate({ params: { id: use.id }, body, ifMatch: base.version, base });
	});
	return (
		<FormProvider {...form}>
			<Dialog
				title={words.correct}
				onClose={onClose}
				onSubmit={submit}
				keepOnBackdrop={form.formState.isDirty}
				footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.save} busy={update.isPending} />}
			>
				<ToolUseFields id={use.id} isNew={false} problems={others} />
			</Dialog>
		</FormProvider>
	);
}
