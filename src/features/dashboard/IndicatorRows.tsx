import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import {
	countIndicatorRows,
	type Indicator,
	type IndicatorRow,
	indicatorDimensions,
	indicatorRowFields,
	listIndicatorRows,
	type PeriodQuery,
} from "#contract/indicators.ts";
import { useFormat } from "#lib/format.ts";
import { useListView } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useWords } from "#lib/words.ts";
import { ListPage } from "#ui/list/ListPage.tsx";
import { IndicatorRule } from "./IndicatorRule.tsx";
import { indicatorQuery } from "./queries.ts";
import { text } from "./text.ts";
import { useRowColumns } from "./use-row-columns.tsx";
import { useRowNaming } from "./use-row-naming.ts";

type Kind = IndicatorRow["kind"];
const rowKey = ({ id }: IndicatorRow) => id;

const tabs: Partial<Record<Kind, Parameters<typeof paths.employer>[1]>> = {
	supportCase: "dossiers",
	labourNeed: "besoins",
	toolUse: "outils",
	missionRegistration: "outils",
	signal: "signaux",
};
/** The record of a row, or its employer; what left the region is read no more, but for the visits made here. */
function rowHref({ id, kind, employerId, isHere }: IndicatorRow): string | undefined {
	if (kind === "visit") return paths.visit(id);
	if (kind === "immigrationLine") return paths.immigrationLine(id);
	return employerId && isHere ? paths.employer(employerId, tabs[kind]) : undefined;
}

const sorts: Partial<Record<Kind, string>> = {
	visit: "-on",
	labourNeed: "-on",
	followUp: "on",
	toolUse: "-on",
	missionRegistration: "-on",
	immigrationLine: "-on",
	signal: "-on",
};

/** One figure as a list: its total is the figure; what narrows it narrows both. */
export function IndicatorRows({ definition, kind, period }: { definition: Indicator; kind: Kind; period: PeriodQuery }) {
	const { rows: words } = useWords(text);
	const language = useLanguage();
	const { number, plural } = useFormat();
	const { id, dimensions, unit, reduction } = definition;
	const key = JSON.stringify(period);
	const source = useMemo(
		() => ({
			list: listIndicatorRows,
			counts: countIndicatorRows,
			// A field that the figure does not have would be refused: it is left out of the address.
			fields: {
				title: indicatorRowFields.title,
				on: indicatorRowFields.on,
				amount: indicatorRowFields.amount,
				...Object.fromEntries(dimensions.map((name) => [name, indicatorDimensions[name]])),
			},
			facets: dimensions.filter((name) => name !== "occupationCode"),
			params: { id },
			always: JSON.parse(key) as PeriodQuery,
		}),
		[id, dimensions, key],
	);
	const view = useListView(source);
	const naming = useRowNaming(definition, kind, source.fields, view.counts);
	const columns = useRowColumns(definition, kind);
	const { data } = useQuery({ ...indicatorQuery(id, period, view.state.filter), placeholderData: keepPreviousData });
	const { name } = definition.wording[language];
	const isCount = reduction === "count" || reduction === "countDistinct";
	const told = data && data.value !== null ? plural(data.value, words.units[unit].one, words.units[unit].other) : undefined;
	const lines = plural(view.rows.total, words.lines.one, words.lines.other);
	return (
		<ListPage
			view={view}
			naming={naming}
			title={name}
			sub={
				isCount
					? view.rows.isLoading
						? undefined
						: plural(view.rows.total, words.units[unit].one, words.units[unit].other)
					: told && words.inRows(told, number(view.rows.total))
			}
			actions={<IndicatorRule id={id} />}
			caption={words.caption(name)}
			search={words.search}
			facetsLabel={words.facets}
			columns={columns}
			rowKey={rowKey}
			rowHref={rowHref}
			defaultSort={sorts[kind] ?? "title"}
			footer={lines}
			none={{ icon: "dashboard", title: words.none.title, text: words.none.text }}
		/>
	);
}
