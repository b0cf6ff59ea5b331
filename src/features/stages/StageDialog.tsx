import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { getReference } from "#contract/reference.ts";
import { listStageSettings, type StageSetting, stageSettingChange, updateStageSetting } from "#contract/stages.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { Problems } from "#ui/Problems.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import styles from "./Stages.module.css";
import { text } from "./text.ts";

type Values = Record<"labelFr" | "labelEn" | "shortFr" | "shortEn" | "staleAfterDays", string>;

/** One stage: its four names and its threshold. What sleeps is told again as soon as it is saved. */
export function StageDialog({ stage, onClose }: { stage: StageSetting; onClose: () => void }) {
	const words = useWords(text);
	const client = useQueryClient();
	const [others, setOthers] = useState<string[]>([]);
	const { labelFr, labelEn, shortFr, shortEn, staleAfterDays } = stage;
	const form = useForm<Values>({
		defaultValues: { labelFr, labelEn, shortFr, shortEn, staleAfterDays: staleAfterDays === null ? "" : String(staleAfterDays) },
	});
	const { errors } = form.formState;
	const save = useApiMutation(updateStageSetting, {
		invalidates: [listStageSettings, getReference],
		onSuccess: (saved) => {
			addToast({ text: words.saved(saved.labelFr) });
			// Every list and figure may say who sleeps.
			void client.invalidateQueries();
			onClose();
		},
		onError: (error) => setOthers(showProblems(form, problemsOfError(error))),
	});
	const submit = form.handleSubmit((values) => {
		const typed = values.staleAfterDays.trim();
		const body = { ...values, staleAfterDays: typed === "" ? null : Number(typed) };
		const problems = problemsOf(stageSettingChange, body).map((problem) =>
			problem.path === "staleAfterDays" ? { ...problem, message: words.invalid } : problem,
		);
		setOthers(showProblems(form, problems));
		if (problems.length === 0) save.mutate({ params: { id: stage.id }, body, ifMatch: stage.version, base: stage });
	});
	const names = [
		["labelFr", undefined],
		["labelEn", undefined],
		["shortFr", words.shortHelp],
		["shortEn", words.shortHelp],
	] as const;
	return (
		<Dialog
			title={words.editStage(labelFr)}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop={form.formState.isDirty}
			footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.save} busy={save.isPending} />}
		>
			<div className={styles.stack}>
				<Problems sentences={others} />
				<Field label={words.staleAfterDays} help={words.staleHelp} error={errors.staleAfterDays?.message}>
					<TextInput {...form.register("staleAfterDays")} inputMode="numeric" />
				</Field>
				{names.map(([name, help]) => (
					<Field key={name} label={words[name]} help={help} error={errors[name]?.message} required>
						<TextInput {...form.register(name)} />
					</Field>
				))}
			</div>
		</Dialog>
	);
}
