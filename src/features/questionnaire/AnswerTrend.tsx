import type { QuestionnaireAnswer } from "#contract/questionnaire.ts";
import type { Question } from "#contract/questions.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import styles from "./Questionnaire.module.css";
import { text } from "./text.ts";
import { useAnswerWords } from "./use-answer-words.ts";

const yearsShown = 4;

/** The same questions over the years, side by side. */
export function AnswerTrend({ questions, answers }: { questions: readonly Question[]; answers: readonly QuestionnaireAnswer[] }) {
	const words = useWords(text).trend;
	const { wordingOf, answerOf } = useAnswerWords();
	const said = answers.filter(({ value }) => value !== null);
	const years = [...new Set(said.map(({ year }) => year))].sort((a, b) => b - a).slice(0, yearsShown);
	if (years.length === 0) return null;
	return (
		<Card title={words.title}>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard */}
			<section className={styles.scroll} tabIndex={0} aria-label={words.caption}>
				<table className={styles.trend}>
					<caption className="visually-hidden">{words.caption}</caption>
					<thead>
						<tr>
							<th scope="col">{words.question}</th>
							{years.map((year) => (
								<th key={year} scope="col">
									{year}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{questions.map((question) => (
							<tr key={question.id}>
								<th scope="row">{wordingOf(question)}</th>
								{years.map((year) => {
									const value = said.find((one) => one.year === year && one.questionCode === question.code)?.value;
									return <td key={year}>{value ? answerOf(question, value) : words.none}</td>;
								})}
							</tr>
						))}
					</tbody>
				</table>
			</section>
		</Card>
	);
}
