import { FormProvider } from "react-hook-form";
import { type ImmigrationLine, immigrationLineChange, immigrationLine as lineSchema, updateImmigrationLine } from "#contract/immigration-lines.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf } from "#lib/form-problems.ts";
import { useRecordForm } from "#lib/record-form.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Problems } from "#ui/Problems.tsx";
import styles from "./Immigration.module.css";
import { LineFields } from "./LineFields.tsx";
import { lineBody, lineValues } from "./line-form.ts";
import { touchedByLine } from "./lines-source.ts";
import { text } from "./text.ts";

/** Changes a line. What a colleague changed meanwhile is kept; what both changed is chosen, field by field. */
export function LineDialog({ line, onClose }: { line: ImmigrationLine; onClose: () => void }) {
	const words = useWords(text).form;
	const { form, base, others, show, onError, changed } = useRecordForm({ record: line, schema: lineSchema, valuesOf: lineValues, conflict: words.conflict });
	const update = useApiMutation(updateImmigrationLine, {
		invalidates: touchedByLine,
		onSuccess: (saved) => {
			addToast({ text: words.saved(saved.label) });
			onClose();
		},
		onError,
	});
	const submit = form.handleSubmit(() => {
		const body = changed(lineBody);
		if (Object.keys(body).length === 0) return onClose();
		if (!show(problemsOf(immigrationLineChange, body))) update.mutate({ params: { id: line.id }, body, ifMatch: base.version, base });
	});
	return (
		<FormProvider {...form}>
			<Dialog
				title={words.edit(line.label)}
				onClose={onClose}
				onSubmit={submit}
				keepOnBackdrop={form.formState.isDirty}
				size="large"
				footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.save} busy={update.isPending} />}
			>
				<div className={styles.stack}>
					<Problems sentences={others} />
					<LineFields lineId={line.id} isNew={false} employerId={line.employerId} />
				</div>
			</Dialog>
		</FormProvider>
	);
}
