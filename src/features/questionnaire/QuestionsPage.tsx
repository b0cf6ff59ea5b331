import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { copyQuestions, type Question, updateQuestion } from "#contract/questions.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { HistoryLink } from "#ui/HistoryLink.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { Tag } from "#ui/Tag.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import { ProtocolsCard } from "./ProtocolsCard.tsx";
import { QuestionDialog } from "./QuestionDialog.tsx";
import styles from "./QuestionsPage.module.css";
import { questionsQuery, touchedByQuestions } from "./settings-loader.ts";
import { settingsText } from "./settings-text.ts";
import { useAnswerWords } from "./use-answer-words.ts";

/** The questions of a year, and what is done about the signals that they raise. */
export function QuestionsPage() {
	const words = useWords(settingsText);
	const { plural } = useFormat();
	const { today } = useReference();
	const [search, setSearch] = useSearchParams();
	const present = Number(today.slice(0, 4));
	const year = Number(search.get("annee")) || present;
	const { data, error, refetch } = useQuery({ ...questionsQuery(year), placeholderData: keepPreviousData });
	const [edited, setEdited] = useState<Question | "new" | null>(null);
	const copy = useApiMutation(copyQuestions, {
		invalidates: touchedByQuestions,
		onSuccess: (made) => addToast({ text: words.copied(made.year) }),
		onError: (failed) => addToast({ tone: "error", text: errorSentence(failed) }),
	});
	const isOwn = data?.setYear === data?.year;
	const prepare = () => {
		const id = crypto.randomUUID();
		copy.mutate({ body: { id, year }, idempotencyKey: id });
	};
	return (
		<>
			<PageTitle title={words.title} />
			<p className={styles.intro}>{words.intro}</p>
			<div className={styles.bar}>
				<Segmented
					label={words.year}
					compact
					value={String(year)}
					onChange={(annee) => setSearch({ annee }, { replace: true, preventScrollReset: true })}
					options={[present - 1, present, present + 1].map((one) => ({ value: String(one), label: String(one) }))}
				/>
			</div>
			{error && !data && <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />}
			{!error && !data && <Skeleton shape="rows" rows={8} />}
			{data && (
				<Card
					title={isOwn ? words.own(data.year) : words.inherited(data.year, data.setYear)}
					aside={plural(data.items.length, words.questions.one, words.questions.other)}
					actions={
						data.can.create &&
						(isOwn ? (
							<Button size="small" icon="plus" onClick={() => setEdited("new")}>
								{words.add}
							</Button>
						) : (
							<Button size="small" icon="copy" busy={copy.isPending} onClick={prepare}>
								{words.copy(data.year)}
							</Button>
						))
					}
				>
					<ItemList label={words.title}>
						{data.items.map((question) => (
							<QuestionItem key={question.id} question={question} onEdit={() => setEdited(question)} />
						))}
					</ItemList>
				</Card>
			)}
			<ProtocolsCard />
			{edited && data && <QuestionDialog question={edited === "new" ? null : edited} year={data.setYear} onClose={() => setEdited(null)} />}
		</>
	);
}

function QuestionItem({ question, onEdit }: { question: Question; onEdit: () => void }) {
	const words = useWords(settingsText);
	const may = useMay();
	const isPhone = useIsPhone();
	const { term } = useReference();
	const { wordingOf, answerOf } = useAnswerWords();
	const update = useApiMutation(updateQuestion, {
		invalidates: touchedByQuestions,
		onSuccess: (saved) => addToast({ text: saved.isAsked ? words.askedAgain(wordingOf(saved)) : words.stopped(wordingOf(saved)) }),
		onError: (error) => addToast({ tone: "error", text: errorSentence(error) }),
	});
	const { isAsked, kind, raises } = question;
	const wording = wordingOf(question);
	const tools = question.can.update && (
		<div className={styles.tools}>
			<Button size="small" variant="quiet" icon="edit" onClick={onEdit} aria-label={words.editOf(wording)}>
				{words.edit}
			</Button>
			<Button
				size="small"
				variant="quiet"
				busy={update.isPending}
				onClick={() => update.mutate({ params: { id: question.id }, body: { isAsked: !isAsked }, ifMatch: question.version, base: question })}
				aria-label={isAsked ? words.stopOf(wording) : words.askOf(wording)}
			>
				{isAsked ? words.stop : words.ask}
			</Button>
			{may("listHistory") && <HistoryLink to={paths.history("question", question.id)} of={wording} />}
		</div>
	);
	return (
		<Item
			title={
				<>
					{wording} {!isAsked && <Tag tone="neutral">{words.notAsked}</Tag>}
				</>
			}
			end={!isPhone && tools}
		>
			<div>{words.kinds[kind]}</div>
			{raises.map(({ answer, signal, level }) => (
				<div key={`${answer} ${signal}`}>{words.raise(answerOf(question, answer), term("signal", signal), words.levels[level])}</div>
			))}
			{isPhone && tools}
		</Item>
	);
}
