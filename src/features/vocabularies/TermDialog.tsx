import { useState } from "react";
import { useForm } from "react-hook-form";
import { createTerm, termChange, termCreation, updateTerm, type Vocabulary, type VocabularyTerm } from "#contract/vocabularies.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { Problems } from "#ui/Problems.tsx";
import { Select } from "#ui/Select.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { touchedByTerms } from "./queries.ts";
import { text } from "./text.ts";
import styles from "./Vocabularies.module.css";

type Values = Record<"labelFr" | "labelEn" | "validFrom" | "validTo" | "successor", string>;

/** A new term, or another wording, other dates, what replaces it. */
export function TermDialog({ vocabulary, term, onClose }: { vocabulary: Vocabulary; term: VocabularyTerm | null; onClose: () => void }) {
	const page = useWords(text);
	const words = page.form;
	const language = useLanguage();
	const { today } = useReference();
	const [id] = useState(() => term?.id ?? crypto.randomUUID());
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm<Values>({
		defaultValues: {
			labelFr: term?.labelFr ?? "",
			labelEn: term?.labelEn ?? "",
			validFrom: term?.validFrom ?? today,
			validTo: term?.validTo ?? "",
			successor: term?.successor ?? "",
		},
	});
	const { errors } = form.formState;
	const nameOf = ({ labelFr, labelEn }: Pick<VocabularyTerm, "labelFr" | "labelEn">) => (language === "fr" ? labelFr : labelEn);
	const settled = (say: (term: string) => string) => ({
		invalidates: touchedByTerms,
		onSuccess: (saved: VocabularyTerm) => {
			addToast({ text: say(nameOf(saved)) });
			onClose();
		},
		onError: (error: Error) => setOthers(showProblems(form, problemsOfError(error))),
	});
	const create = useApiMutation(createTerm, settled(words.added));
	const update = useApiMutation(updateTerm, settled(words.saved));
	const submit = form.handleSubmit(({ labelFr, labelEn, validFrom, validTo, successor }) => {
		const creation = { id, vocabulary: vocabulary.name, labelFr, labelEn, validFrom };
		const change = { labelFr, labelEn, validFrom, validTo: validTo || null, successor: successor || null };
		const problems = term ? problemsOf(termChange, change) : problemsOf(termCreation, creation);
		setOthers(showProblems(form, problems));
		if (problems.length > 0) return;
		if (term) update.mutate({ params: { id }, body: change, ifMatch: term.version, base: term });
		else create.mutate({ body: creation, idempotencyKey: id });
	});
	return (
		<Dialog
			title={term ? page.editOf(nameOf(term)) : words.add}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop={form.formState.isDirty}
			footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.save} busy={create.isPending || update.isPending} />}
		>
			<div className={styles.stack}>
				<Problems sentences={others} />
				<Field label={words.labelFr} error={errors.labelFr?.message} required>
					<TextInput {...form.register("labelFr")} autoComplete="off" />
				</Field>
				<Field label={words.labelEn} error={errors.labelEn?.message} required>
					<TextInput {...form.register("labelEn")} autoComplete="off" lang="en" />
				</Field>
				<Field label={words.validFrom} error={errors.validFrom?.message} required>
					<DateInput {...form.register("validFrom")} />
				</Field>
				{term && (
					<>
						<Field
							label={words.validTo}
							help={term.heldBy ? words.heldHelp(page.held[term.heldBy]) : words.validToHelp}
							error={errors.validTo?.message}
							optional
						>
							<DateInput {...form.register("validTo")} disabled={term.heldBy !== null} />
						</Field>
						<Field label={words.successor} error={errors.successor?.message} optional>
							<Select
								{...form.register("successor")}
								placeholder={words.none}
								options={vocabulary.terms.filter(({ code }) => code !== term.code).map((one) => ({ value: one.code, label: nameOf(one) }))}
							/>
						</Field>
					</>
				)}
			</div>
		</Dialog>
	);
}
