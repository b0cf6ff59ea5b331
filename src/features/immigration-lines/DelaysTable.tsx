import { useQuery } from "@tanstack/react-query";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import table from "#ui/table.module.css";
import styles from "./Immigration.module.css";
import { delaysQuery } from "./lines-source.ts";
import { text } from "./text.ts";

/** How long each step took, by path, of the lines that the filter keeps. */
export function DelaysTable({ filter }: { filter: string }) {
	const all = useWords(text);
	const words = all.delays;
	const { number } = useFormat();
	const { term } = useReference();
	const { data, error, refetch } = useQuery(delaysQuery(filter));
	if (error && !data) return <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />;
	if (!data) return <Skeleton shape="rows" rows={8} />;
	if (data.items.length === 0) return <p className="muted">{words.none}</p>;
	return (
		<div className={styles.delays}>
			<p className="muted">{words.intro}</p>
			<table className={table.table}>
				<caption className="visually-hidden">{words.title}</caption>
				<thead>
					<tr>
						<th scope="col">{words.path}</th>
						<th scope="col">{words.step}</th>
						<th scope="col" className={table.number}>
							{words.lines}
						</th>
						<th scope="col" className={table.number}>
							{words.median}
						</th>
						<th scope="col" className={table.number}>
							{words.p90}
						</th>
					</tr>
				</thead>
				<tbody>
					{data.items.map(({ path, from, to, lines, median, p90 }) => (
						<tr key={`${path}${from}${to}`}>
							<td>{term("immigrationPath", path)}</td>
							<th scope="row">{words.fromTo(all.steps[from], all.steps[to])}</th>
							<td className={table.number}>{number(lines)}</td>
							<td className={table.number}>{number(Math.round(median))}</td>
							<td className={table.number}>{number(Math.round(p90))}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
