import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import table from "#ui/table.module.css";
import styles from "./Immigration.module.css";
import { delaysQuery } from "./lines-source.ts";
import { text } from "./text.ts";

/** How long each step took, path by path, of the lines that the list keeps. */
export function DelaysTable(asked: { q: string; filter: string }) {
	const all = useWords(text);
	const words = all.delays;
	const { number } = useFormat();
	const { term } = useReference();
	const { data, error, refetch } = useQuery({ ...delaysQuery(asked), placeholderData: keepPreviousData });
	if (error && !data) return <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />;
	if (!data) return <Skeleton shape="rows" rows={8} />;
	if (data.items.length === 0) return <p className="muted">{words.none}</p>;
	return (
		<div className={styles.stack}>
			<p className={styles.intro}>{words.intro}</p>
			{[...Map.groupBy(data.items, ({ path }) => path)].map(([path, delays]) => (
				<Card key={path} title={term("immigrationPath", path)}>
					<table className={`${table.table} ${styles.delays}`}>
						<caption className="visually-hidden">{words.of(term("immigrationPath", path))}</caption>
						<thead>
							<tr>
								<th scope="col">{words.step}</th>
								{(["lines", "median", "p90"] as const).map((name) => (
									<th key={name} scope="col" className={table.number}>
										{words[name]}
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							{delays.map(({ from, to, lines, median, p90 }) => (
								<tr key={`${from}${to}`}>
									<th scope="row">{words.fromTo(all.steps[from], all.steps[to])}</th>
									<td className={table.number}>{number(lines)}</td>
									<td className={table.number}>{number(Math.round(median))}</td>
									<td className={table.number}>{number(Math.round(p90))}</td>
								</tr>
							))}
						</tbody>
					</table>
				</Card>
			))}
		</div>
	);
}
