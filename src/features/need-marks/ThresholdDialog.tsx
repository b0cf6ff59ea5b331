import { useState } from "react";
import { Controller, FormProvider, useForm } from "react-hook-form";
import { createWageThreshold, thresholdChange, thresholdCreation, updateWageThreshold, type WageThreshold } from "#contract/need-marks.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { MoneyInput } from "#ui/MoneyInput.tsx";
import { Problems } from "#ui/Problems.tsx";
import { DayField, type MarkValues, SourceFields } from "./MarkFields.tsx";
import styles from "./NeedMarks.module.css";
import { touchedByMark } from "./queries.ts";
import { text } from "./text.ts";

type Values = MarkValues & { cents: number | null };

/** A threshold of a high wage, from a day on. */
export function ThresholdDialog({ threshold, onClose }: { threshold: WageThreshold | null; onClose: () => void }) {
	const all = useWords(text);
	const words = all.thresholds;
	const { today } = useReference();
	const [id] = useState(() => crypto.randomUUID());
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm<Values>({
		defaultValues: {
			validFrom: threshold?.validFrom ?? today,
			cents: threshold?.cents ?? null,
			source: threshold?.source ?? "",
			isValidated: threshold?.isValidated ?? false,
		},
	});
	const answers = {
		invalidates: touchedByMark,
		onSuccess: () => {
			addToast({ text: words.saved });
			onClose();
		},
		onError: (error: Error) => setOthers(showProblems(form, problemsOfError(error))),
	};
	const add = useApiMutation(createWageThreshold, answers);
	const change = useApiMutation(updateWageThreshold, answers);
	const submit = form.handleSubmit((values) => {
		const body = { ...values, cents: values.cents as number };
		const problems = threshold ? problemsOf(thresholdChange, body) : problemsOf(thresholdCreation, { id, ...body });
		setOthers(showProblems(form, problems));
		if (problems.length > 0) return;
		if (threshold) change.mutate({ params: { id: threshold.id }, body, ifMatch: threshold.version });
		else add.mutate({ body: { id, ...body }, idempotencyKey: id });
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
