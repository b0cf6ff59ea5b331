import { Link } from "react-router";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { BarList } from "#ui/charts/BarList.tsx";
import type { CardProps } from "./card.ts";
import { IndicatorRule } from "./IndicatorRule.tsx";
import { text } from "./text.ts";

/** Open cases by stage as of the day, the share that went further, and how long they have been there. */
export function FunnelCard({ figures }: CardProps) {
	const words = useWords(text);
	const { number, percent, plural } = useFormat();
	const { stages, stageLabel, stageShort } = useReference();
	const total = figures.value("I06") ?? 0;
	const open = stages.filter(({ code }) => code !== "closed");
	const counted = open.map(({ code }) => ({ code, cases: figures.part("I06", "stage", code) ?? 0 }));
	const biggest = counted.reduce((most, one) => (one.cases > most.cases ? one : most), counted[0] ?? { code: "", cases: 0 });
	const passage = (code: string) => figures.parts("I06-conversion", "stage").find(({ keys }) => keys[0] === code)?.value ?? null;
	const median = (code: string) => figures.parts("I06-age", "stage").find(({ keys }) => keys[0] === code)?.value ?? null;
	const last = open.at(-1)?.code;
	return (
		<Card
			title={words.funnel.title}
			aside={plural(total, words.casesShort.one, words.casesShort.other)}
			actions={<IndicatorRule id="I06-conversion" />}
			padded
			footer={
				figures.has("I06-opened") && (
					<span>
						<Link to={figures.link("I06-opened") ?? ""}>
							{plural(figures.value("I06-opened") ?? 0, words.funnel.moves.opened.one, words.funnel.moves.opened.other)}
						</Link>
						{" · "}
						<Link to={figures.link("I06-closed") ?? ""}>
							{plural(figures.value("I06-closed") ?? 0, words.funnel.moves.closed.one, words.funnel.moves.closed.other)}
						</Link>{" "}
						{words.funnel.moves.during}
					</span>
				)
			}
		>
			<BarList
				summary={words.funnel.summary(plural(total, words.cases.one, words.cases.other), stageLabel(biggest.code))}
				words={words.funnel.words}
				note={words.funnel.note}
				bars={counted.map(({ code, cases }) => {
					const [share, days] = [passage(code), median(code)];
					return {
						id: code,
						label: stageShort(code),
						value: cases,
						display: number(cases),
						href: figures.link("I06", [["stage", code]]),
						secondary: share === null || code === last ? "" : percent(Math.round(share * 100) / 100),
						tertiary: days === null ? "" : words.funnel.median(number(days)),
					};
				})}
			/>
		</Card>
	);
}
