import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { createImmigrationLine, immigrationLineCreation } from "#contract/immigration-lines.ts";
import { useApiMutation } from "#lib/api.ts";
import { useEmployerChoices } from "#lib/employer-choices.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
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
import { type LineValues, lineBody, lineValues } from "./line-form.ts";
import { touchedByLine } from "./lines-source.ts";
import { text } from "./text.ts";

type Values = LineValues & { employerId: string };

/** Follows one more person hired. */
export function AddLineDialog({ onClose }: { onClose: () => void }) {
	const words = useWords(text).form;
	const { today } = useReference();
	const [id] = useState(() => crypto.randomUUID());
	const [others, setOthers] = useState<string[]>([]);
	const [employer, setEmployer] = useState<ComboboxItem | null>(null);
	const box = useEmployerChoices(employer);
	const form = useForm<Values>({ defaultValues: { ...lineValues(null), hiredOn: today, employerId: "" } });
	const add = useApiMutation(createImmigrationLine, {
		invalidates: touchedByLine,
		onSuccess: (saved) => {
			addToast({ text: words.saved(saved.label) });
			onClose();
		},
		onError: (error) => setOthers(showProblems(form, problemsOfError(error))),
	});
	const submit = form.handleSubmit((values) => {
		const body = { id, employerId: values.employerId, ...lineBody(values) };
		const problems = problemsOf(immigrationLineCreation, body);
		setOthers(showProblems(form, problems));
		if (problems.length === 0) add.mutate({ body, idempotencyKey: id });
	});
	return (
		<FormProvider {...form}>
			<Dialog
				title={words.add}
				onClose={onClose}
				onSubmit={submit}
				keepOnBackdrop={form.formState.isDirty}
				size="large"
				footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.save} busy={add.isPending} />}
			>
				<div className={styles.stack}>
					<Problems sentences={others} />
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
					<LineFields lineId={id} isNew employerId={employer?.id ?? null} />
				</div>
			</Dialog>
		</FormProvider>
	);
}
