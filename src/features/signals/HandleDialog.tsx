import { useState } from "react";
import { useForm } from "react-hook-form";
import { createSignalHandling, type Signal } from "#contract/signals.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { Problems } from "#ui/Problems.tsx";
import styles from "./SignalDetails.module.css";
import { text } from "./text.ts";
import { touchedByHandling } from "./use-handling.ts";

/** What was done about a signal, and when. */
export function HandleDialog({ signal, onClose }: { signal: Signal; onClose: () => void }) {
	const words = useWords(text).handling;
	const { term, today } = useReference();
	const name = term("signal", signal.code);
	const [id] = useState(() => crypto.randomUUID());
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm({ defaultValues: { note: "", handledOn: today } });
	const { errors } = form.formState;
	const save = useApiMutation(createSignalHandling, {
		invalidates: touchedByHandling,
		onSuccess: () => {
			addToast({ text: words.saved(name) });
			onClose();
		},
		onError: (error) => setOthers(showProblems(form, problemsOfError(error))),
	});
	const submit = form.handleSubmit((values) => {
		const body = { id, signalId: signal.id, ...values };
		const problems = problemsOf(createSignalHandling.body, body);
		setOthers(showProblems(form, problems));
		if (problems.length === 0) save.mutate({ body, idempotencyKey: id });
	});
	return (
		<Dialog
			title={words.title(name)}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop={form.formState.isDirty}
			footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.save} busy={save.isPending} />}
		>
			<div className={styles.fields}>
				<Problems sentences={others} />
				<Field label={words.note} help={words.noteHelp} error={errors.note?.message} required>
					<GuardedInput field="note" record={{ entity: "signal", recordId: signal.id }} {...form.register("note")} autoComplete="off" />
				</Field>
				<Field label={words.on} error={errors.handledOn?.message} required>
					<DateInput {...form.register("handledOn")} max={today} />
				</Field>
			</div>
		</Dialog>
	);
}
