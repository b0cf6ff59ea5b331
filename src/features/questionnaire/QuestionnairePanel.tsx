import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useMay, useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { AnswerTrend } from "./AnswerTrend.tsx";
import { QuestionLine } from "./QuestionLine.tsx";
import styles from "./Questionnaire.module.css";
import { questionnaireQuery } from "./queries.ts";
import { standingOf } from "./recent-answer.ts";
import { text } from "./text.ts";
import { useAnswers } from "./use-answers.ts";

/** The short questionnaire of the year: answered in less than a minute, each answer saved as it is chosen. `visite` in the address: the visit during which it is asked. */
export function QuestionnairePanel({ employerId }: { employerId: string }) {
	const words = useWords(text);
	const { number } = useFormat();
	const { today } = useReference();
	const { person } = useSession();
	const may = useMay();
	const [search] = useSearchParams();
	const visitId = search.get("visite");
	const year = Number(today.slice(0, 4));
	const { data, error, refetch } = useQuery(questionnaireQuery(employerId));
	const { answer, chosen, problems, isSaving } = useAnswers({ employerId, year, visitId });
	const asked = data?.questions.filter(({ isAsked }) => isAsked) ?? [];
	const standings = new Map(asked.map(({ code }) => [code, standingOf(data?.answers ?? [], code, { year, today, me: person.id })]));
	const chosenOf = (code: string) => (chosen[code] === undefined ? (standings.get(code)?.own?.value ?? null) : chosen[code]);
	const done = asked.filter(({ code }) => chosenOf(code) !== null).length;
	// Whoever took part in the visit answers for an employer that is somebody else's.
	const isReadOnly = !may("createAnswer") || !(data?.can.update || visitId);
	const hasChosen = Object.keys(chosen).length > 0;
	return (
		<div className={styles.stack}>
			<Card title={words.title(year)} aside={data && asked.length > 0 ? words.progress(number(done), number(asked.length)) : undefined}>
				{!data && !error && <Skeleton shape="rows" rows={8} />}
				{error && !data && <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />}
				{data && asked.length === 0 && <EmptyState compact icon="report" title={words.none.title} text={words.none.text} />}
				{data && asked.length > 0 && (
					<>
						<p className={styles.intro} role="status">
							{isReadOnly
								? words.readOnly
								: isSaving
									? words.saving
									: hasChosen && Object.keys(problems).length === 0
										? words.saved
										: visitId
											? words.ofVisit
											: words.intro}
						</p>
						<ul className={styles.lines} aria-label={words.title(year)}>
							{asked.map((question) => (
								<QuestionLine
									key={question.id}
									question={question}
									standing={standings.get(question.code) ?? { own: undefined, before: undefined, known: undefined }}
									chosen={chosen[question.code]}
									problem={problems[question.code]}
									isReadOnly={isReadOnly}
									onAnswer={(value) => answer(question.code, value)}
								/>
							))}
						</ul>
					</>
				)}
			</Card>
			{data && <AnswerTrend questions={data.questions} answers={data.answers} />}
		</div>
	);
}
