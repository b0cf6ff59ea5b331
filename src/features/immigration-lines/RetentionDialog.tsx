import {
	createRetentionCheck,
	type Retention,
	retentionCheckChange,
	retentionCheckCreation,
	retentionCheck as schema,
	updateRetentionCheck,
} from "#contract/retention.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf } from "#lib/form-problems.ts";
import { useFormat } from "#lib/format.ts";
import { useRecordForm } from "#lib/record-form.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { Problems } from "#ui/Problems.tsx";
import { Select } from "#ui/Select.tsx";
import styles from "./Immigration.module.css";
import { touchedByLine } from "./lines-source.ts";
import { retentionText } from "./retention-text.ts";

type Values = { stillEmployed: "" | "yes" | "no"; knownOn: string };
const contentOf = ({ stillEmployed, knownOn }: Values) => ({
	knownOn,
	// Not answered, it is a box left empty: « À remplir. »
	stillEmployed: stillEmployed === "" ? ("" as unknown as boolean) : stillEmployed === "yes",
});

/** Whether the person is still employed after so many months, and since which day it is known. */
export function RetentionDialog({ lineId, item, onClose }: { lineId: string; item: Retention["items"][number]; onClose: () => void }) {
	const all = useWords(retentionText);
	const words = all.form;
	const { today } = useReference();
	const { plural } = useFormat();
	const { id, form, base, others, show, onError, changed } = useRecordForm({
		record: item.check,
		schema,
		valuesOf: (check): Values => ({ stillEmployed: check ? (check.stillEmployed ? "yes" : "no") : "", knownOn: check?.knownOn ?? today }),
		conflict: words.conflict,
	});
	const { errors, isDirty } = form.formState;
	const onSuccess = () => {
		addToast({ text: words.saved });
		onClose();
	};
	const add = useApiMutation(createRetentionCheck, { invalidates: touchedByLine, onSuccess, onError });
	const update = useApiMutation(updateRetentionCheck, { invalidates: touchedByLine, onSuccess, onError });
	const submit = form.handleSubmit((values) => {
		if (!base) {
			const body = { id, immigrationLineId: lineId, months: item.months, ...contentOf(values) };
			if (!show(problemsOf(retentionCheckCreation, body))) add.mutate({ body, idempotencyKey: id });
			return;
		}
		const body = changed(contentOf);
		if (Object.keys(body).length === 0) return onClose();
		if (!show(problemsOf(retentionCheckChange, body))) update.mutate({ params: { id }, body, ifMatch: base.version, base });
	});
	return (
		<Dialog
			title={words.title(plural(item.months, all.months.one, all.months.other))}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop={isDirty}
			footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.save} busy={add.isPending || update.isPending} />}
		>
			<div className={styles.stack}>
				<Problems sentences={others} />
				<Field label={words.still} help={form.watch("stillEmployed") === "no" ? words.leftHelp : undefined} required error={errors.stillEmployed?.message}>
					<Select
						{...form.register("stillEmployed")}
						placeholder={words.choose}
						options={[
							{ value: "yes", label: words.yes },
							{ value: "no", label: words.no },
						]}
						data-autofocus
					/>
				</Field>
				<Field label={words.knownOn} required error={errors.knownOn?.message}>
					<DateInput {...form.register("knownOn")} min={item.dueOn} max={today} />
				</Field>
			</div>
		</Dialog>
	);
}
