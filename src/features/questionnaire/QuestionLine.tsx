import { useState } from "react";
import type { Question } from "#contract/questions.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Field } from "#ui/Field.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Tag } from "#ui/Tag.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import styles from "./Questionnaire.module.css";
import type { Standing } from "./recent-answer.ts";
import { text } from "./text.ts";
import { useAnswerWords } from "./use-answer-words.ts";

export type QuestionLineProps = {
	question: Question;
	standing: Standing;
	/** What was just chosen; undefined, what is saved stands. */
	chosen: string | null | undefined;
	problem: string | undefined;
	isReadOnly: boolean;
	onAnswer: (value: string | null) => void;
};

/** One question: its answers in a row, the answer of the year before beside; or what a colleague obtained lately, with its source. */
export function QuestionLine({ question, standing, chosen, problem, isReadOnly, onAnswer }: QuestionLineProps) {
	const words = useWords(text);
	const { prose } = useFormat();
	const { personName } = useReference();
	const { wordingOf, optionsOf, answerOf } = useAnswerWords();
	const [isCorrecting, setCorrecting] = useState(false);
	const { own, before, known } = standing;
	const value = chosen === undefined ? (own?.value ?? null) : chosen;
	const wording = wordingOf(question);
	const isTold = (known !== undefined && chosen === undefined && !isCorrecting) || isReadOnly;
	const told = known ?? (own?.value ? own : undefined);
	if (isTold)
		return (
			<li className={styles.line}>
				<p className={styles.wording}>{wording}</p>
				<p className={styles.told}>
					<strong>{told?.value ? answerOf(question, told.value) : words.trend.none}</strong>
					{known && <Tag tone="info">{words.notAgain}</Tag>}
					{told && (
						<span className="muted">
							{[words.source(personName(told.answeredBy), prose(told.answeredOn)), ...(told.visitId ? [words.duringVisit] : [])].join(", ")}
						</span>
					)}
					{!isReadOnly && known && known !== own && (
						<Button size="small" variant="quiet" onClick={() => onAnswer(known.value)} aria-label={words.takeOf(wording)}>
							{words.take}
						</Button>
					)}
					{!isReadOnly && (
						<Button size="small" variant="quiet" onClick={() => setCorrecting(true)} aria-label={words.correctOf(wording)}>
							{words.correct}
						</Button>
					)}
				</p>
			</li>
		);
	const help = [
		...(question.kind === "scale" ? [words.scale] : []),
		...(before?.value ? [words.before(before.year, answerOf(question, before.value))] : []),
	].join(" · ");
	return (
		<li className={styles.line}>
			{question.kind === "text" ? (
				<Field label={wording} help={help || undefined} error={problem}>
					<TextInput
						defaultValue={value ?? ""}
						maxLength={300}
						autoComplete="off"
						enterKeyHint="done"
						onBlur={(event) => onAnswer(event.target.value.trim() || null)}
						onKeyDown={(event) => {
							if (event.key === "Enter") event.currentTarget.blur();
						}}
					/>
				</Field>
			) : (
				<div className={styles.choice}>
					<Segmented label={wording} help={help || undefined} error={problem} options={optionsOf(question)} value={value} onChange={onAnswer} />
					{value !== null && (
						<Button size="small" variant="quiet" icon="close" iconOnly onClick={() => onAnswer(null)} title={words.clear}>
							{words.clearOf(wording)}
						</Button>
					)}
				</div>
			)}
		</li>
	);
}
