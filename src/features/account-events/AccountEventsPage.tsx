import { useMemo } from "react";
import { type AccountEvent, accountEventFields } from "#contract/account-events.ts";
import { addDays } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { useNaming } from "#lib/list-naming.ts";
import { useListView } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import type { Column } from "#ui/grid/column.ts";
import { ListPage } from "#ui/list/ListPage.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { accountEventsSource } from "./account-events-source.ts";
import { text } from "./text.ts";

const rowKey = ({ id }: AccountEvent) => id;
const rowHref = ({ personId }: AccountEvent) => paths.history("personne", personId);

function useEventColumns(): Column<AccountEvent>[] {
	const words = useWords(text);
	const { moment, stamp } = useFormat();
	return useMemo(
		() => [
			{ id: "personName", header: words.columns.person, cell: ({ personName }) => personName, width: "minmax(170px, 1fr)", sortable: true },
			{ id: "kind", header: words.columns.kind, cell: ({ kind }) => words.values.kind[kind], width: "minmax(200px, 1.2fr)" },
			{ id: "seq", header: words.columns.when, cell: ({ at }) => moment(at), saved: ({ at }) => stamp(at), width: "184px", sortable: true },
			{
				id: "actorId",
				saved: ({ actorName }) => actorName ?? words.house,
				header: words.columns.actor,
				cell: ({ personId, actorId, actorName }) => (actorId === personId ? words.herself : (actorName ?? words.house)),
				width: "minmax(150px, 1fr)",
				hideOnPhone: true,
			},
		],
		[words, moment, stamp],
	);
}

const periods = { week: 7, month: 30, all: null } as const;
type Period = keyof typeof periods;

/** Who came in, and what was done to accounts: for those who verify and those who manage them. */
export function AccountEventsPage() {
	const words = useWords(text);
	const { plural } = useFormat();
	const { today, personName } = useReference();
	const view = useListView(accountEventsSource);
	const columns = useEventColumns();
	const codes = useMemo(() => ({ personId: personName, actorId: personName }), [personName]);
	const naming = useNaming(accountEventFields, words, codes);
	const { state } = view;
	const sinceOf = (period: Period) => {
		const days = periods[period];
		return days === null ? null : addDays(today, 1 - days);
	};
	const since = state.conditions.flatMap((item) => ("field" in item && item.field === "on" && item.comparison === "=ge=" ? item.values : []))[0] ?? null;
	const period = (Object.keys(periods) as Period[]).find((one) => sinceOf(one) === since);
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
			defaultSort="-seq"
			footer={plural(view.rows.total, words.events.one, words.events.other)}
			toolbar={
				<Segmented<Period>
					label={words.period.label}
					hideLabel
					compact
					value={period ?? null}
					onChange={(chosen) => state.chooseSince("on", sinceOf(chosen))}
					options={(Object.keys(periods) as Period[]).map((value) => ({ value, label: words.period[value] }))}
				/>
			}
			none={{ icon: "lock", title: words.none.title, text: words.none.text }}
		/>
	);
}
