import { lazy, Suspense, useMemo, useState } from "react";
import { type Mission, missionFields } from "#contract/missions.ts";
import { useFormat } from "#lib/format.ts";
import { useNaming } from "#lib/list-naming.ts";
import { useListView } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import type { Column } from "#ui/grid/column.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { ListPage } from "#ui/list/ListPage.tsx";
import { missionsSource } from "./missions-source.ts";
import { StageTag } from "./StageTag.tsx";
import { text } from "./text.ts";

const MissionDialog = lazy(async () => ({ default: (await import("./MissionDialog.tsx")).MissionDialog }));

const rowKey = ({ id }: Mission) => id;
const rowHref = ({ id }: Mission) => paths.mission(id);

function useMissionColumns(): Column<Mission>[] {
	const words = useWords(text);
	const { number, list } = useFormat();
	const { term } = useReference();
	return useMemo(() => {
		const lands = ({ countries }: Mission) => list(countries.map((code) => term("missionCountry", code)));
		const days = ({ startsOn, endsOn }: Mission) => words.period(startsOn, endsOn);
		return [
			{ id: "name", header: words.columns.name, cell: ({ name }) => name, width: "minmax(244px, 2fr)", sortable: true },
			{
				id: "stage",
				header: words.columns.stage,
				cell: ({ stage }) => <StageTag stage={stage} />,
				saved: ({ stage }) => words.values.stage[stage],
				width: "112px",
			},
			{ id: "when", header: words.columns.when, cell: days, saved: days, width: "196px", sortable: "startsOn" },
			{ id: "countries", header: words.columns.countries, cell: lands, saved: lands, width: "minmax(104px, 0.8fr)", hideOnPhone: true },
			{ id: "mode", header: words.columns.mode, cell: ({ mode }) => words.values.mode[mode], width: "124px", hideOnPhone: true },
			{
				id: "employers",
				header: words.columns.employers,
				cell: ({ employers }) => number(employers),
				width: "112px",
				align: "end",
				sortable: true,
				hideOnPhone: true,
			},
		];
	}, [words, number, list, term]);
}

/** The calendar of the Journées Québec, those to come and those whose figures serve as a reference. */
export function MissionsPage() {
	const words = useWords(text);
	const { plural } = useFormat();
	const { term } = useReference();
	const may = useMay();
	const view = useListView(missionsSource);
	const columns = useMissionColumns();
	const codes = useMemo(() => ({ country: (code: string) => term("missionCountry", code) }), [term]);
	const naming = useNaming(missionFields, words, codes);
	const [isAdding, setAdding] = useState(false);
	return (
		<>
			<ListPage
				view={view}
				naming={naming}
				title={words.title}
				caption={words.caption}
				search={words.search}
				facetsLabel={words.facets}
				facetOrder={{ stage: ["toCome", "underWay", "ended", "cancelled"] }}
				columns={columns}
				rowKey={rowKey}
				rowHref={rowHref}
				defaultSort="-startsOn"
				footer={plural(view.rows.total, words.missions.one, words.missions.other)}
				actions={
					<>
						<LinkButton icon="columns" to={paths.missionComparison()}>
							{words.compare}
						</LinkButton>
						{may("createMission") && (
							<Button icon="plus" onClick={() => setAdding(true)}>
								{words.add}
							</Button>
						)}
					</>
				}
				none={{ icon: "missions", title: words.none.title, text: words.none.text }}
			/>
			<Suspense>{isAdding && <MissionDialog mission={null} onClose={() => setAdding(false)} />}</Suspense>
		</>
	);
}
