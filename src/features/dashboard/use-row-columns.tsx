import { useMemo } from "react";
import type { Indicator, IndicatorRow } from "#contract/indicators.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { vocabularyOfEvent } from "#lib/tool-words.ts";
import { useWords } from "#lib/words.ts";
import type { Column } from "#ui/grid/column.ts";
import { text } from "./text.ts";

type Kind = IndicatorRow["kind"];
type Name = "mrc" | "sector" | "person" | "stage" | "type" | "detail" | "amount" | "on";

/** What tells one record from another, by kind; its name comes first. */
const shown: Record<Kind, readonly Name[]> = {
	employer: ["detail", "mrc", "sector", "person", "on"],
	visit: ["detail", "type", "mrc", "on"],
	supportCase: ["stage", "person", "mrc", "amount", "on"],
	labourNeed: ["detail", "mrc", "amount", "on"],
	followUp: ["detail", "person", "amount", "on"],
	toolUse: ["type", "amount", "on"],
	missionRegistration: ["detail", "person", "amount", "on"],
	immigrationLine: ["detail", "type", "mrc", "amount", "on"],
	signal: ["type", "person", "mrc", "on"],
	person: ["type", "on"],
	servicePoint: ["detail", "mrc", "on"],
};

export function useRowColumns({ id, reduction }: Indicator, kind: Kind): Column<IndicatorRow>[] {
	const { rows: words, values } = useWords(text);
	const { number } = useFormat();
	const { mrcName, sectorLabel, personName, stageShort, term } = useReference();
	return useMemo(() => {
		const typeOf = (type: string) => {
			if (kind === "person") return values.role[type as keyof typeof values.role] ?? type;
			if (kind === "immigrationLine") return term("immigrationPath", type);
			if (kind === "signal") return term("signal", type);
			if (kind === "toolUse") return term(vocabularyOfEvent(type), type);
			return term(kind === "followUp" ? "followUpKind" : "visitMode", type);
		};
		// What is summed, what sleeps and what is late have a number of their own.
		const hasAmount = reduction === "sum" || reduction === "median" || id === "I06-sleeping" || id === "I14";
		const columns: Record<Name, Column<IndicatorRow>> = {
			mrc: { id: "mrc", header: words.columns.mrc, cell: ({ mrcCode }) => mrcCode && mrcName(mrcCode), width: "minmax(140px, 0.8fr)", hideOnPhone: true },
			sector: {
				id: "sector",
				header: words.columns.sector,
				cell: ({ sectorCode }) => sectorCode && sectorLabel(sectorCode),
				width: "minmax(150px, 1fr)",
				hideOnPhone: true,
			},
			person: { id: "person", header: words.columns.person, cell: ({ personId }) => personId && personName(personId), width: "minmax(130px, 0.8fr)" },
			stage: { id: "stage", header: words.columns.stage, cell: ({ stage }) => stage && stageShort(stage), width: "minmax(130px, 0.8fr)" },
			type: { id: "type", header: words.columns.type, cell: ({ type }) => type && typeOf(type), width: "minmax(120px, 0.7fr)" },
			detail: {
				id: "detail",
				header: words.details[kind],
				cell: ({ detail }) => detail,
				width: kind === "employer" || kind === "servicePoint" ? "minmax(120px, 0.8fr)" : "minmax(160px, 1.6fr)",
			},
			amount: {
				id: "amount",
				header: reduction === "sum" ? words.columns.amount : words.columns.days,
				cell: ({ amount }) => amount !== null && number(amount),
				width: "88px",
				align: "end",
				sortable: true,
			},
			on: { id: "on", header: words.dates[kind], cell: ({ on }) => on, width: "124px", sortable: true, hideOnPhone: kind === "supportCase" },
		};
		const names = shown[kind].filter((name) => name !== "amount" || hasAmount);
		return [
			{
				id: "title",
				header: words.columns.title,
				cell: ({ title, isHere }) => (isHere ? title : `${title} (${words.left})`),
				width: "minmax(220px, 1.6fr)",
				sortable: true,
			},
			...names.map((name) => columns[name]),
		];
	}, [id, kind, reduction, words, values, number, mrcName, sectorLabel, personName, stageShort, term]);
}
