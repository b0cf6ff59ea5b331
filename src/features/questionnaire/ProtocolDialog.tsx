import { useState } from "react";
import { useForm } from "react-hook-form";
import { type SignalLevel, type SignalProtocol, signalLevels, signalProtocolChange, updateSignalProtocol } from "#contract/questions.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { reads } from "#lib/reads.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { Problems } from "#ui/Problems.tsx";
import { Select } from "#ui/Select.tsx";
import { TextArea } from "#ui/TextArea.tsx";
import styles from "./QuestionsPage.module.css";
import { settingsText } from "./settings-text.ts";

const touched = reads("listSignalProtocols", "getSignalProtocol", "listSignals", "countSignals", "getDashboard");

/** The level and the protocol of one signal, in both languages. */
export function ProtocolDialog({ protocol, onClose }: { protocol: SignalProtocol; onClose: () => void }) {
	const page = useWords(settingsText);
	const words = page.protocols;
	const { term } = useReference();
	const name = term("signal", protocol.signal);
	const [others, setOthers] = useState<string[]>([]);
	const { level, protocolFr, protocolEn } = protocol;
	const form = useForm<{ level: SignalLevel; protocolFr: string; protocolEn: string }>({ defaultValues: { level, protocolFr, protocolEn } });
	const { errors } = form.formState;
	const save = useApiMutation(updateSignalProtocol, {
		invalidates: touched,
		onSuccess: () => {
			addToast({ text: words.saved(name) });
			onClose();
		},
		onError: (error) => setOthers(showProblems(form, problemsOfError(error))),
	});
	const submit = form.handleSubmit((body) => {
		const problems = problemsOf(signalProtocolChange, body);
		setOthers(showProblems(form, problems));
		if (problems.length === 0) save.mutate({ params: { id: protocol.id }, body, ifMatch: protocol.version, base: protocol });
	});
	return (
		<Dialog
			title={words.editOf(name)}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop={form.formState.isDirty}
			footer={<DialogButtons cancel={page.form.cancel} onCancel={onClose} submit={page.form.save} busy={save.isPending} />}
		>
			<div className={styles.stack}>
				<Problems sentences={others} />
				<Field label={words.level} error={errors.level?.message}>
					<Select {...form.register("level")} options={signalLevels.map((value) => ({ value, label: words.levels[value] }))} />
				</Field>
				<Field label={words.fr} error={errors.protocolFr?.message} required>
					<TextArea {...form.register("protocolFr")} rows={5} />
				</Field>
				<Field label={words.en} error={errors.protocolEn?.message} required>
					<TextArea {...form.register("protocolEn")} rows={5} lang="en" />
				</Field>
			</div>
		</Dialog>
	);
}
