import { useState } from "react";
import { useForm } from "react-hook-form";
import { type Document, updateDocument } from "#contract/documents.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { Problems } from "#ui/Problems.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import styles from "./DocumentDialog.module.css";
import { touchedByDocuments } from "./queries.ts";
import { text } from "./text.ts";

/** What a document is called, and what it is. */
export function DocumentDialog({ document, onClose }: { document: Document; onClose: () => void }) {
	const all = useWords(text);
	const words = all.dialog;
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm({ defaultValues: { fileName: document.fileName, title: document.title ?? "" } });
	const { errors } = form.formState;
	const save = useApiMutation(updateDocument, {
		invalidates: touchedByDocuments,
		onSuccess: () => {
			addToast({ text: all.saved });
			onClose();
		},
		onError: (error) => setOthers(showProblems(form, problemsOfError(error))),
	});
	const submit = form.handleSubmit(({ fileName, title }) => {
		const body = { fileName, title: title.trim() || null };
		const problems = problemsOf(updateDocument.body, body);
		setOthers(showProblems(form, problems));
		if (problems.length === 0) save.mutate({ params: { id: document.id }, body, ifMatch: document.version });
	});
	return (
		<Dialog
			title={words.title}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop={form.formState.isDirty}
			footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.save} busy={save.isPending} />}
		>
			<div className={styles.fields}>
				<Problems sentences={others} />
				<Field label={words.fileName} error={errors.fileName?.message} required>
					<TextInput {...form.register("fileName")} maxLength={200} autoComplete="off" />
				</Field>
				<Field label={words.description} help={words.descriptionHelp} error={errors.title?.message}>
					<GuardedInput field="document.title" {...form.register("title")} maxLength={200} autoComplete="off" />
				</Field>
			</div>
		</Dialog>
	);
}
