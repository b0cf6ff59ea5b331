import { useState } from "react";
import { useForm } from "react-hook-form";
import {
	createQuestion,
	fixedAnswers,
	type Question,
	type QuestionKind,
	questionChange,
	questionCreation,
	questionKinds,
	type SignalLevel,
	signalLevels,
	updateQuestion,
} from "#contract/questions.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { Problems } from "#ui/Problems.tsx";
import { Select } from "#ui/Select.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import styles from "./QuestionsPage.module.css";
import { touchedByQuestions } from "./settings-loader.ts";
import { settingsText } from "./settings-text.ts";
import { useAnswerWords } from "./use-answer-words.ts";

type Choice = Question["choices"][number];

const newChoice = (): Choice => ({ code: `own-${crypto.randomUUID().slice(0, 8)}`, labelFr: "", labelEn: "" });

/** A question: its words, the form of its answer, and which answer raises which signal. */
export function QuestionDialog({ question, year, onClose }: { question: Question | null; year: number; onClose: () => void }) {
	const page = useWords(settingsText);
	const words = page.form;
	const { terms } = useReference();
	const { wordingOf } = useAnswerWords();
	const [id] = useState(() => question?.id ?? crypto.randomUUID());
	const [others, setOthers] = useState<string[]>([]);
	const [choices, setChoices] = useState<Choice[]>(question?.choices ?? []);
	const [raises, setRaises] = useState(question?.raises ?? []);
	const form = useForm({
		defaultValues: {
			wordingFr: question?.wordingFr ?? "",
			wordingEn: question?.wordingEn ?? "",
			kind: (question?.kind ?? "yesNo") as QuestionKind,
			choices: "",
		},
	});
	const { errors } = form.formState;
	const kind = form.watch("kind");
	const isFixed = question?.isAnswered ?? false;
	const settled = {
		invalidates: touchedByQuestions,
		onSuccess: (saved: Question) => {
			addToast({ text: words.saved(wordingOf(saved)) });
			onClose();
		},
		onError: (error: Error) => setOthers(showProblems(form, problemsOfError(error))),
	};
	const create = useApiMutation(createQuestion, settled);
	const update = useApiMutation(updateQuestion, settled);
	const kept = kind === "choice" ? choices : [];
	const answers =
		kind === "choice"
			? kept.map(({ code, labelFr }, index) => ({ code, label: labelFr || words.choice(index + 1) }))
			: fixedAnswers[kind].map((code) => ({ code, label: page.answers[code] ?? code }));
	const raiseOf = (answer: string) => raises.find((one) => one.answer === answer);
	const setRaise = (answer: string, signal: string, level: SignalLevel) =>
		setRaises([...raises.filter((one) => one.answer !== answer), ...(signal ? [{ answer, signal, level }] : [])]);
	const submit = form.handleSubmit(({ wordingFr, wordingEn, kind: form_kind }) => {
		const told = raises.filter(({ answer }) => answers.some(({ code }) => code === answer));
		const body = { wordingFr, wordingEn, kind: form_kind, choices: kept, raises: told };
		const problems = question ? problemsOf(questionChange, body) : problemsOf(questionCreation, { id, year, ...body });
		setOthers(showProblems(form, problems));
		if (problems.length > 0) return;
		if (question) update.mutate({ params: { id }, body, ifMatch: question.version, base: question });
		else create.mutate({ body: { id, year, ...body }, idempotencyKey: id });
	});
	return (
		<Dialog
			title={question ? page.editOf(wordingOf(question)) : words.add}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop
			footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.save} busy={create.isPending || update.isPending} />}
		>
			<div className={styles.stack}>
				<Problems sentences={others} />
				<Field label={words.wordingFr} error={errors.wordingFr?.message} required>
					<TextInput {...form.register("wordingFr")} autoComplete="off" />
				</Field>
				<Field label={words.wordingEn} error={errors.wordingEn?.message} required>
					<TextInput {...form.register("wordingEn")} autoComplete="off" lang="en" />
				</Field>
				<Field label={words.kind} help={isFixed ? words.kindHelp : undefined} error={errors.choices?.message}>
					<Select {...form.register("kind")} disabled={isFixed} options={questionKinds.map((value) => ({ value, label: page.kinds[value] }))} />
				</Field>
				{kept.map((choice, index) => {
					const set = (change: Partial<Choice>) => setChoices(choices.map((one) => (one.code === choice.code ? { ...one, ...change } : one)));
					return (
						<div key={choice.code} className={styles.pair}>
							<Field label={words.choiceFr(index + 1)} required>
								<TextInput value={choice.labelFr} onChange={(event) => set({ labelFr: event.target.value })} />
							</Field>
							<Field label={words.choiceEn(index + 1)} required>
								<TextInput value={choice.labelEn} onChange={(event) => set({ labelEn: event.target.value })} lang="en" />
							</Field>
							{!isFixed && (
								<Button icon="close" iconOnly variant="quiet" onClick={() => setChoices(choices.filter((one) => one !== choice))}>
									{words.removeChoice(index + 1)}
								</Button>
							)}
						</div>
					);
				})}
				{kind === "choice" && (
					<div>
						<Button size="small" icon="plus" onClick={() => setChoices([...choices, newChoice()])}>
							{words.addChoice}
						</Button>
					</div>
				)}
				{answers.map(({ code, label }) => {
					const raise = raiseOf(code);
					return (
						<div key={code} className={styles.pair}>
							<Field label={words.raiseOf(label)}>
								<Select
									value={raise?.signal ?? ""}
									placeholder={words.noSignal}
									options={terms("signal", { held: raise?.signal })}
									onChange={(event) => setRaise(code, event.target.value, raise?.level ?? "amber")}
								/>
							</Field>
							{raise && (
								<Field label={words.levelOf(label)}>
									<Select
										value={raise.level}
										options={signalLevels.map((value) => ({ value, label: page.protocols.levels[value] }))}
										onChange={(event) => setRaise(code, raise.signal, event.target.value as SignalLevel)}
									/>
								</Field>
							)}
						</div>
					);
				})}
			</div>
		</Dialog>
	);
}
