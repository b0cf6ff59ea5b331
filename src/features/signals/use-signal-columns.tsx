import { useMemo } from "react";
import type { Signal } from "#contract/signals.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import type { Column } from "#ui/grid/column.ts";
import { Tag } from "#ui/Tag.tsx";
import { LevelTag } from "./LevelTag.tsx";
import { text } from "./text.ts";

export function useSignalColumns(): Column<Signal>[] {
	const words = useWords(text);
	const { term, personName } = useReference();
	return useMemo(
		() => [
			{ id: "employerName", header: words.columns.employer, cell: ({ employerName }) => employerName, width: "minmax(180px, 1.3fr)", sortable: true },
			{
				id: "level",
				header: words.columns.level,
				cell: ({ level }) => <LevelTag level={level} />,
				saved: ({ level }) => words.levels[level],
				width: "104px",
				sortable: true,
			},
			{ id: "code", header: words.columns.code, cell: ({ code }) => term("signal", code), width: "minmax(190px, 1.4fr)" },
			{ id: "raisedOn", header: words.columns.raisedOn, cell: ({ raisedOn }) => raisedOn, width: "112px", sortable: true },
			{ id: "source", header: words.columns.source, cell: ({ source }) => words.sources[source], width: "120px", hideOnPhone: true },
			{
				id: "advisorId",
				header: words.columns.advisor,
				cell: ({ advisorId }) => advisorId && personName(advisorId),
				saved: ({ advisorId }) => (advisorId ? personName(advisorId) : ""),
				width: "minmax(130px, 0.9fr)",
				hideOnPhone: true,
			},
			{
				id: "handledOn",
				header: words.columns.state,
				cell: ({ handling }) => <Tag tone={handling ? "green" : "neutral"}>{handling ? words.handled : words.open}</Tag>,
				saved: ({ handling }) => (handling ? `${words.handled} ${handling.handledOn}` : words.open),
				width: "96px",
				sortable: true,
				hideOnPhone: true,
			},
		],
		[words, term, personName],
	);
}
