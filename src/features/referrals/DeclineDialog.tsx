import { useState } from "react";
import { useForm } from "react-hook-form";
import { declineNewcomerSupport, type ImmigrationLine } from "#contract/immigration-lines.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { Problems } from "#ui/Problems.tsx";
import styles from "./ReferralPanel.module.css";
import { signalText } from "./signal-text.ts";
import { touchedByReferrals } from "./touched.ts";

/** On which day it was offered to a person who does not wish it. */
export function DeclineDialog({ line, onClose }: { line: ImmigrationLine; onClose: () => void }) {
	const { decline: words, form: common } = useWords(signalText);
	const { today } = useReference();
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm({ defaultValues: { declinedOn: today } });
	const show = (problems: { path: string; message: string }[]) => setOthers(showProblems(form, problems));
	const decline = useApiMutation(declineNewcomerSupport, {
		invalidates: touchedByReferrals,
		onSuccess: () => {
			addToast({ text: words.saved });
			onClose();
		},
		onError: (error) => show(problemsOfError(error)),
	});
	const submit = form.handleSubmit((body) => {
		const problems = problemsOf(declineNewcomerSupport.body, body);
		show(problems);
		if (problems.length === 0) decline.mutate({ params: { id: line.id }, body, ifMatch: line.version });
	});
	return (
		<Dialog
			title={words.title}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop={form.formState.isDirty}
			footer={<DialogButtons cancel={common.cancel} onCancel={onClose} submit={words.save} busy={decline.isPending} />}
		>
			<div className={styles.stack}>
				<Problems sentences={others} />
				<p className={styles.said}>{words.intro}</p>
				<Field label={words.on} required error={form.formState.errors.declinedOn?.message}>
					<DateInput {...form.register("declinedOn")} min={line.arrivedOn ?? line.startedOn ?? undefined} max={today} data-autofocus />
				</Field>
			</div>
		</Dialog>
	);
}
