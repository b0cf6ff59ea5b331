import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { VocabularyTerm } from "#contract/vocabularies.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Field } from "#ui/Field.tsx";
import { ItemList } from "#ui/ItemList.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Select } from "#ui/Select.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { vocabulariesQuery } from "./queries.ts";
import { TermDialog } from "./TermDialog.tsx";
import { TermLine } from "./TermLine.tsx";
import { text } from "./text.ts";
import styles from "./Vocabularies.module.css";

/** Where a term goes when it passes its neighbour: between that one and the next. */
function beyond(terms: readonly VocabularyTerm[], index: number, step: 1 | -1): number | null {
	const neighbour = terms[index + step];
	if (!neighbour) return null;
	const next = terms[index + 2 * step];
	return next ? (neighbour.position + next.position) / 2 : neighbour.position + step;
}

/** The words that forms offer, one vocabulary at a time. */
export function VocabulariesPage() {
	const words = useWords(text);
	const language = useLanguage();
	const { plural } = useFormat();
	const [search, setSearch] = useSearchParams();
	const { data, error, refetch } = useQuery(vocabulariesQuery);
	const [edited, setEdited] = useState<VocabularyTerm | "new" | null>(null);
	const nameOf = (name: string) => words.names[name] ?? name;
	const vocabularies = [...(data?.items ?? [])].sort((a, b) => nameOf(a.name).localeCompare(nameOf(b.name), language));
	const shown = vocabularies.find(({ name }) => name === search.get("vocabulaire")) ?? vocabularies.find(({ name }) => name === "solution");
	const labelOf = (code: string | null) => {
		const found = shown?.terms.find((one) => one.code === code);
		return found && (language === "fr" ? found.labelFr : found.labelEn);
	};
	return (
		<>
			<PageTitle title={words.title} />
			<p className={styles.intro}>{words.intro}</p>
			{error && !data && <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />}
			{!error && !data && <Skeleton shape="rows" rows={12} />}
			{shown && (
				<>
					<div className={styles.choice}>
						<Field label={words.choose}>
							<Select
								value={shown.name}
								onChange={(event) => setSearch({ vocabulaire: event.target.value }, { replace: true, preventScrollReset: true })}
								options={vocabularies.map(({ name }) => ({ value: name, label: nameOf(name) }))}
							/>
						</Field>
					</div>
					<Card
						title={nameOf(shown.name)}
						aside={plural(shown.terms.length, words.terms.one, words.terms.other)}
						actions={
							shown.closedBy === null && (
								<Button size="small" icon="plus" onClick={() => setEdited("new")}>
									{words.add}
								</Button>
							)
						}
						footer={shown.closedBy !== null && words.closed[shown.closedBy]}
					>
						<ItemList label={nameOf(shown.name)}>
							{shown.terms.map((term, index) => (
								<TermLine
									key={term.id}
									term={term}
									up={beyond(shown.terms, index, -1)}
									down={beyond(shown.terms, index, 1)}
									successor={labelOf(term.successor)}
									onEdit={() => setEdited(term)}
								/>
							))}
						</ItemList>
					</Card>
					{edited && <TermDialog vocabulary={shown} term={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
				</>
			)}
		</>
	);
}
