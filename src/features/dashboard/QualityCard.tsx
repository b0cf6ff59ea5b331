import { Link } from "react-router";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import bars from "#ui/charts/BarList.module.css";
import type { CardProps } from "./card.ts";
import { IndicatorRule } from "./IndicatorRule.tsx";
import { text } from "./text.ts";

const checked = ["neq", "sector", "mrc", "size"] as const;

/** What the records lack, and the lists where to complete them. */
export function QualityCard({ figures }: CardProps) {
	const words = useWords(text).quality;
	const { number, percent } = useFormat();
	const all = figures.value("I24-employers") ?? 0;
	const share = (field: string) => (all === 0 ? null : 1 - (figures.part("I24-missing", "type", field) ?? 0) / all);
	const rows = [
		...checked.map((field) => ({
			id: field,
			name: words.fields[field],
			known: share(field),
			missing: figures.part("I24-missing", "type", field) ?? 0,
			to: figures.link("I24-missing", [["type", field]]),
		})),
		{
			id: "nextStep",
			name: words.nextStep,
			known: figures.value("I24-nextStep"),
			missing: figures.value("I24-unplanned") ?? 0,
			to: figures.link("I24-unplanned"),
		},
	];
	return (
		<Card title={words.title} actions={<IndicatorRule id="I24" />} padded>
			<table className={bars.table}>
				<caption className="visually-hidden">{words.caption}</caption>
				<thead>
					<tr>
						<th scope="col">{words.columns.field}</th>
						<th scope="col" className={bars.end}>
							{words.columns.known}
						</th>
						<th scope="col" className={bars.end}>
							{words.columns.missing}
						</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(({ id, name, known, missing, to }) => (
						<tr key={id}>
							<th scope="row">{name}</th>
							<td className={bars.end}>{known === null ? "–" : percent(known)}</td>
							<td className={bars.end}>
								{missing > 0 && to ? (
									<Link to={to} aria-label={words.complete(number(missing), name)}>
										{number(missing)}
									</Link>
								) : (
									number(missing)
								)}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</Card>
	);
}
