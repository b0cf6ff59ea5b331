import type { ReactNode } from "react";
import { Link } from "react-router";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import bars from "#ui/charts/BarList.module.css";
import type { CardProps } from "./card.ts";
import { IndicatorRule } from "./IndicatorRule.tsx";
import { retentionText } from "./retention-text.ts";

const horizons = [
	{ months: 3, rate: "I12-three", at: "Three" },
	{ months: 6, rate: "I12-six", at: "Six" },
	{ months: 12, rate: "I12", at: "Twelve" },
] as const;

/** How many are still employed, of those of whom it is known; the share of whom it is not is always beside it. */
export function RetentionCard({ figures }: CardProps) {
	const words = useWords(retentionText);
	const { number, percent, plural } = useFormat();
	const opening = (id: string, label: string, shown: ReactNode) => {
		const to = (figures.value(id) ?? 0) > 0 && figures.link(id);
		return to ? (
			<Link to={to} aria-label={label}>
				{shown}
			</Link>
		) : (
			shown
		);
	};
	return (
		<Card title={words.title} aside={words.aside} actions={<IndicatorRule id="I12" />} padded>
			<table className={bars.table}>
				<caption className="visually-hidden">{words.caption}</caption>
				<thead>
					<tr>
						<th scope="col">{words.columns.after}</th>
						{(["rate", "known", "unknown"] as const).map((column) => (
							<th key={column} scope="col" className={bars.end}>
								{words.columns[column]}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{horizons.map(({ months, rate, at }) => {
						const [share, known, unknown] = [figures.value(rate), figures.value(`I12-known${at}`) ?? 0, figures.value(`I12-unknown${at}`) ?? 0];
						const unknownShare = percent(unknown / (known + unknown));
						const after = plural(months, words.months.one, words.months.other);
						return (
							<tr key={rate}>
								<th scope="row">{after}</th>
								<td className={bars.end}>{share === null ? "–" : percent(share)}</td>
								<td className={bars.end}>{opening(`I12-known${at}`, words.openKnown(number(known), after), number(known))}</td>
								<td className={bars.end}>
									{known + unknown === 0 ? "–" : opening(`I12-unknown${at}`, words.openUnknown(unknownShare, number(unknown), after), unknownShare)}
								</td>
							</tr>
						);
					})}
				</tbody>
			</table>
		</Card>
	);
}
