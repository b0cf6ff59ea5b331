import { FormProvider } from "react-hook-form";
import { createSimplifiedList, listChange, listCreation, type SimplifiedList, simplifiedList, updateSimplifiedList } from "#contract/need-marks.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf } from "#lib/form-problems.ts";
import { codesIn, inOneBox } from "#lib/occupation-codes.ts";
import { useRecordForm } from "#lib/record-form.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { Problems } from "#ui/Problems.tsx";
import { TextArea } from "#ui/TextArea.tsx";
import { DayField, type MarkValues, markValues, SourceFields } from "./MarkFields.tsx";
import styles from "./NeedMarks.module.css";
import { touchedByMark } from "./queries.ts";
import { text } from "./text.ts";

type Values = MarkValues & { occupationCodes: string };

const bodyOf = (values: Values) => ({ ...values, occupationCodes: codesIn(values.occupationCodes) });

/** A version of the list of simplified processing, from a day on. */
export function ListDialog({ list, onClose }: { list: SimplifiedList | null; onClose: () => void }) {
	const all = useWords(text);
	const words = all.lists;
	const { today } = useReference();
	const { id, form, base, others, show, onError, changed } = useRecordForm({
		record: list,
		schema: simplifiedList,
		valuesOf: (row): Values => ({ ...markValues(row, today), occupationCodes: row?.occupationCodes.join("\n") ?? "" }),
		conflict: all.form.conflict,
		fieldOf: inOneBox,
	});
	const answers = {
		invalidates: touchedByMark,
		onSuccess: () => {
			addToast({ text: words.saved });
			onClose();
		},
		onError,
	};
	const add = useApiMutation(createSimplifiedList, answers);
	const change = useApiMutation(updateSimplifiedList, answers);
	const submit = form.handleSubmit((values) => {
		const body = bodyOf(values);
		if (!base) {
			if (!show(problemsOf(listCreation, { id, ...body }))) add.mutate({ body: { id, ...body }, idempotencyKey: id });
			return;
		}
		const changes = changed(bodyOf);
		if (Object.keys(changes).length === 0) return onClose();
		if (!show(problemsOf(listChange, changes))) change.mutate({ params: { id }, body: changes, ifMatch: base.version, base });
	});
	return (
		<FormProvider {...form}>
			<Dialog
				title={list ? words.editTitle : words.addTitle}
				onClose={onClose}
				onSubmit={submit}
				keepOnBackdrop={form.formState.isDirty}
				footer={<DialogButtons cancel={all.form.cancel} onCancel={onClose} submit={all.form.save} busy={add.isPending || change.isPending} />}
			>
				<div className={styles.stack}>
					<Problems sentences={others} />
					<DayField />
					<Field label={words.codes} help={words.codesHelp} error={form.formState.errors.occupationCodes?.message} required>
						<TextArea {...form.register("occupationCodes")} rows={8} spellCheck={false} />
					</Field>
					<SourceFields />
				</div>
			</Dialog>
		</FormProvider>
	);
}
