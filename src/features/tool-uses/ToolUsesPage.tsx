import { useCallback, useMemo } from "react";
import { type ToolUse, toolUseFields } from "#contract/tool-uses.ts";
import { useNearDay } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { useNaming } from "#lib/list-naming.ts";
import { useListView } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { vocabularyOfEvent } from "#lib/tool-words.ts";
import { useWords } from "#lib/words.ts";
import type { Column } from "#ui/grid/column.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { ListPage } from "#ui/list/ListPage.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import { text } from "./text.ts";
import { toolUsesSource } from "./tool-uses-source.ts";

const rowKey = ({ id }: ToolUse) => id;
const rowHref = ({ employerId }: ToolUse) => paths.employer(employerId, "outils");

/** The events of the two tools and of francisation: each term belongs to one vocabulary. */
function useEventLabel() {
	const { term } = useReference();
	return useCallback((event: string) => term(vocabularyOfEvent(event), event), [term]);
}

function useToolUseColumns(eventLabel: (event: string) => string): Column<ToolUse>[] {
	const words = useWords(text);
	const { number } = useFormat();
	const { today } = useReference();
	const nearDay = useNearDay(today);
	const isPhone = useIsPhone();
	return useMemo(
		() => [
			{ id: "employerName", header: words.columns.employer, cell: (use) => use.employerName, width: "minmax(170px, 1.2fr)", sortable: true },
			// A mission is one of the Journées Québec: its name says the tool.
			{
				id: "tool",
				header: words.columns.tool,
				cell: ({ tool, mission }) => mission ?? words.values.tool[tool],
				saved: ({ tool, mission }) => mission ?? words.values.tool[tool],
				width: "minmax(200px, 1.1fr)",
			},
			{ id: "event", header: words.columns.event, cell: ({ event }) => eventLabel(event), width: "176px" },
			{
				id: "quantity",
				header: words.columns.quantity,
				cell: ({ quantity }) => number(quantity),
				width: "84px",
				align: "end",
				sortable: true,
				hideOnPhone: true,
			},
			{
				id: "occurredOn",
				header: words.columns.occurred,
				cell: ({ occurredOn }) => (isPhone ? nearDay(occurredOn) : occurredOn),
				width: "108px",
				sortable: true,
			},
			{ id: "source", header: words.columns.source, cell: ({ source }) => words.sources[source], width: "88px", hideOnPhone: true },
		],
		[words, number, eventLabel, nearDay, isPhone],
	);
}

/** The uses of the Portail employeurs and of the Journées Québec, one dated event a row. */
export function ToolUsesPage() {
	const words = useWords(text);
	const { plural } = useFormat();
	const may = useMay();
	const view = useListView(toolUsesSource);
	const eventLabel = useEventLabel();
	const columns = useToolUseColumns(eventLabel);
	const codes = useMemo(() => ({ event: eventLabel }), [eventLabel]);
	const naming = useNaming(toolUseFields, words, codes);
	return (
		<ListPage
			view={view}
			naming={naming}
			title={words.title}
			caption={words.caption}
			search={words.search}
			facetsLabel={words.facets}
			columns={columns}
			rowKey={rowKey}
			rowHref={rowHref}
			defaultSort="-occurredOn"
			footer={plural(view.rows.total, words.uses.one, words.uses.other)}
			none={{
				icon: "portal",
				title: words.none.title,
				text: words.none.text,
				action: may("createVisit") && <LinkButton to={paths.newVisit()}>{words.none.action}</LinkButton>,
			}}
		/>
	);
}
