import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { createSimplifiedList, listChange, listCreation, type SimplifiedList, updateSimplifiedList } from "#contract/need-marks.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { Problems } from "#ui/Problems.tsx";
import { TextArea } from "#ui/TextArea.tsx";
import { DayField, type MarkValues, SourceFields } from "./MarkFields.tsx";
import styles from "./NeedMarks.module.css";
import { touchedByMark } from "./queries.ts";
import { text } from "./text.ts";

type Values = MarkValues & { occupationCodes: string };

/** Codes as they are pasted: one a line, or between commas. */
const codesIn = (typed: string) => [...new Set(typed.split(/[\s,;]+/).filter(Boolean))];

/** A version of the list of simplified processing, from a day on. */
export function ListDialog({ list, onClose }: { list: SimplifiedList | null; onClose: () => void }) {
	const all = useWords(text);
	const words = all.lists;
	const { today } = useReference();
	const [id] = useState(() => crypto.randomUUID());
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm<Values>({
		defaultValues: {
			validFrom: list?.validFrom ?? today,
			occupationCodes: list?.occupationCodes.join("\n") ?? "",
			source: list?.source ?? "",
			isValidated: list?.isValidated ?? false,
		},
	});
	/** Whatever code is at fault, it is in the one box. */
	const show = (problems: ReturnType<typeof problemsOfError>) =>
		setOthers(
			showProblems(
				form,
				problems.map((problem) => (problem.path.startsWith("occupationCodes") ? { ...problem, path: "occupationCodes" } : problem)),
			),
		);
	const answers = {
		invalidates: touchedByMark,
		onSuccess: () => {
			addToast({ text: words.saved });
			onClose();
		},
		onError: (error: Error) => show(problemsOfError(error)),
	};
	const add = useApiMutation(createSimplifiedList, answers);
	const change = useApiMutation(updateSimplifiedList, answers);
	const submit = form.handleSubmit((values) => {
		const body = { ...values, occupationCodes: codesIn(values.occupationCodes) };
		const problems = list ? problemsOf(listChange, body) : problemsOf(listCreation, { id, ...body });
		show(problems);
		if (problems.length > 0) return;
		if (list) change.mutate({ params: { id: list.id }, body, ifMatch: list.version });
		else add.mutate({ body: { id, ...body }, idempotencyKey: id });
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
