import type { Dashboard } from "#contract/dashboard.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { BarList } from "#ui/charts/BarList.tsx";
import { figurePath } from "./figure-path.ts";
import { text } from "./text.ts";

/** Open cases by stage, and the share that went further. */
export function FunnelCard({ dashboard: { funnel, openCases } }: { dashboard: Dashboard }) {
	const words = useWords(text);
	const { number, percent, plural } = useFormat();
	const { stageLabel, stageShort } = useReference();
	const biggest = funnel.reduce((most, stage) => (stage.cases.value > most.cases.value ? stage : most), funnel[0] as Dashboard["funnel"][number]);
	return (
		<Card title={words.funnel.title} aside={plural(openCases.value, words.casesShort.one, words.casesShort.other)} padded>
			<BarList
				summary={words.funnel.summary(plural(openCases.value, words.cases.one, words.cases.other), stageLabel(biggest.stage))}
				words={words.funnel.words}
				note={words.funnel.note}
				bars={funnel.map(({ stage, cases, conversion }) => ({
					id: stage,
					label: stageShort(stage),
					value: cases.value,
					display: number(cases.value),
					href: figurePath(cases),
					secondary: conversion === null ? "" : percent(Math.round(conversion * 100) / 100),
				}))}
			/>
		</Card>
	);
}
