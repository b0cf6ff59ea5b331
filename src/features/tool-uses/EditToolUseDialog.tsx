import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { type ToolUse, toolUseChange, toolUse as toolUseSchema, updateToolUse } from "#contract/tool-uses.ts";
import { useApiMutation } from "#lib/api.ts";
import { currentOf } from "#lib/conflict.ts";
import { followCurrent, problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { panelText } from "./panel-text.ts";
import { ToolUseFields } from "./ToolUseFields.tsx";
import { changedUse, touchedByUse, type UseValues, valuesOfUse } from "./tool-use-form.ts";

/** Corrects a fact. What a colleague changed meanwhile is kept; what both changed is chosen, field by field. */
export function EditToolUseDialog({ use, onClose }: { use: ToolUse; onClose: () => void }) {
	const words = useWords(panelText);
	const [base, setBase] = useState(use);
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm<UseValues>({ defaultValues: valuesOfUse(use) });
	const update = useApiMutation(updateToolUse, {
		invalidates: touchedByUse,
		onSuccess: () => {
			addToast({ text: words.corrected });
			onClose();
		},
		onError: (error) => {
			const current = toolUseSchema.safeParse(currentOf(error)).data;
			if (!current) return setOthers(showProblems(form, problemsOfError(error)));
			followCurrent(form, valuesOfUse(base), valuesOfUse(current));
			setBase(current);
			setOthers([words.conflict]);
		},
	});
	const submit = form.handleSubmit((values) => {
		const body = changedUse(values, valuesOfUse(base));
		if (Object.keys(body).length === 0) return onClose();
		const problems = problemsOf(toolUseChange, body);
		setOthers(showProblems(form, problems));
		if (problems.length === 0) update.mutate({ params: { id: use.id }, body, ifMatch: base.version, base });
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
