import { useState } from "react";
import { FormProvider } from "react-hook-form";
import type { Employer } from "#contract/employers.ts";
import {
	createImmigrationLine,
	type ImmigrationLine,
	immigrationLineChange,
	immigrationLineCreation,
	immigrationLine as lineSchema,
	updateImmigrationLine,
} from "#contract/immigration-lines.ts";
import { useApiMutation } from "#lib/api.ts";
import { useEmployerChoices } from "#lib/employer-choices.ts";
import { problemsOf } from "#lib/form-problems.ts";
import { useRecordForm } from "#lib/record-form.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { Problems } from "#ui/Problems.tsx";
import styles from "./Immigration.module.css";
import { LineFields } from "./LineFields.tsx";
import { lineBody, lineValues } from "./line-form.ts";
import { touchedByLine } from "./lines-source.ts";
import { text } from "./text.ts";

/** Follows one more person hired, or changes a line. `employer`: whose record one is on. What a colleague changed meanwhile is kept; what both changed is chosen, field by field. */
export function LineDialog({ line, employer: given, onClose }: { line: ImmigrationLine | null; employer?: Pick<Employer, "id">; onClose: () => void }) {
	const words = useWords(text).form;
	const { today } = useReference();
	const [employer, setEmployer] = useState<ComboboxItem | null>(null);
	const box = useEmployerChoices(employer);
	const { id, form, base, others, show, onError, changed } = useRecordForm({
		record: line,
		schema: lineSchema,
		valuesOf: (known: ImmigrationLine | null) => lineValues(known, today, given?.id),
		conflict: words.conflict,
	});
	const onSuccess = (saved: ImmigrationLine) => {
		addToast({ text: words.saved(saved.label) });
		onClose();
	};
	const answers = { invalidates: touchedByLine, onSuccess, onError };
	const add = useApiMutation(createImmigrationLine, answers);
	const update = useApiMutation(updateImmigrationLine, answers);
	const submit = form.handleSubmit(({ employerId, ...values }) => {
		if (!base) {
			const body = { id, employerId, ...lineBody(values) };
			if (!show(problemsOf(immigrationLineCreation, body))) add.mutate({ body, idempotencyKey: id });
			return;
		}
		const body = changed(lineBody);
		if (Object.keys(body).length === 0) return onClose();
		if (!show(problemsOf(immigrationLineChange, body))) update.mutate({ params: { id }, body, ifMatch: base.version, base });
	});
	return (
		<FormProvider {...form}>
			<Dialog
				title={line ? words.edit(line.label) : words.add}
				onClose={onClose}
				onSubmit={submit}
				keepOnBackdrop={form.formState.isDirty}
				size="large"
				footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.save} busy={add.isPending || update.isPending} />}
			>
				<div className={styles.stack}>
					<Problems sentences={others} />
					{!line && !given && (
						<Field label={words.employer} required error={form.formState.errors.employerId?.message}>
							<LazyCombobox
								{...box}
								onChange={(item) => {
									setEmployer(item);
									form.setValue("employerId", item?.id ?? "", { shouldDirty: true });
								}}
								placeholder={words.employerHint}
								emptyText={words.noEmployer}
								opensOn="input"
							/>
						</Field>
					)}
					<LineFields lineId={id} isNew={!line} />
				</div>
			</Dialog>
		</FormProvider>
	);
}
