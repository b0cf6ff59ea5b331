import { Controller, FormProvider } from "react-hook-form";
import { createWageThreshold, thresholdChange, thresholdCreation, updateWageThreshold, type WageThreshold, wageThreshold } from "#contract/need-marks.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf } from "#lib/form-problems.ts";
import { useRecordForm } from "#lib/record-form.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { MoneyInput } from "#ui/MoneyInput.tsx";
import { Problems } from "#ui/Problems.tsx";
import { DayField, type MarkValues, markValues, SourceFields } from "./MarkFields.tsx";
import styles from "./NeedMarks.module.css";
import { touchedByMark } from "./queries.ts";
import { text } from "./text.ts";

type Values = MarkValues & { cents: number | null };
const bodyOf = (values: Values) => ({ ...values, cents: values.cents as number });

/** A threshold of a high wage, from a day on. */
export function ThresholdDialog({ threshold, onClose }: { threshold: WageThreshold | null; onClose: () => void }) {
	const all = useWords(text);
	const words = all.thresholds;
	const { today } = useReference();
	const { id, form, base, others, show, onError, changed } = useRecordForm({
		record: threshold,
		schema: wageThreshold,
		valuesOf: (row): Values => ({ ...markValues(row, today), cents: row?.cents ?? null }),
		conflict: all.form.conflict,
	});
	const answers = {
		invalidates: touchedByMark,
		onSuccess: () => {
			addToast({ text: words.saved });
			onClose();
		},
		onError,
	};
	const add = useApiMutation(createWageThreshold, answers);
	const change = useApiMutation(updateWageThreshold, answers);
	const submit = form.handleSubmit((values) => {
		const body = bodyOf(values);
		if (!base) {
			if (!show(problemsOf(thresholdCreation, { id, ...body }))) add.mutate({ body: { id, ...body }, idempotencyKey: id });
			return;
		}
		const changes = changed(bodyOf);
		if (Object.keys(changes).length === 0) return onClose();
		if (!show(problemsOf(thresholdChange, changes))) change.mutate({ params: { id }, body: changes, ifMatch: base.version, base });
	});
	return (
		<FormProvider {...form}>
			<Dialog
				title={threshold ? words.editTitle : words.addTitle}
				onClose={onClose}
				onSubmit={submit}
				keepOnBackdrop={form.formState.isDirty}
				footer={<DialogButtons cancel={all.form.cancel} onCancel={onClose} submit={all.form.save} busy={add.isPending || change.isPending} />}
			>
				<div className={styles.stack}>
					<Problems sentences={others} />
					<DayField />
					<Field label={words.amount} error={form.formState.errors.cents?.message} required>
						<Controller control={form.control} name="cents" render={({ field }) => <MoneyInput {...field} unit={words.unit} />} />
					</Field>
					<SourceFields />
				</div>
			</Dialog>
		</FormProvider>
	);
}
