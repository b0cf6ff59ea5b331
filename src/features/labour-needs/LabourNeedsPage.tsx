import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useSearchParams } from "react-router";
import { type LabourNeed, listLabourNeeds } from "#contract/labour-needs.ts";
import { useFormat } from "#lib/format.ts";
import { useListView } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { withParameters } from "#lib/search-parameters.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { ListPage } from "#ui/list/ListPage.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { matrixQuery, needsSource } from "./needs-source.ts";
import { text } from "./text.ts";
import { useNeedColumns } from "./use-need-columns.tsx";
import { useNeedNaming } from "./use-need-naming.ts";

const OccupationView = lazy(async () => ({ default: (await import("./OccupationView.tsx")).OccupationView }));

const rowKey = ({ id }: LabourNeed) => id;
const rowHref = ({ id }: LabourNeed) => paths.labourNeed(id);
const teers = ["0", "1", "2", "3", "4", "5"];

/** The labour needs of the region, the latest recorded first. */
export function LabourNeedsPage() {
	const words = useWords(text);
	const { plural } = useFormat();
	const may = useMay();
	const [search, setSearch] = useSearchParams();
	const isList = search.get("vue") !== "professions";
	const view = useListView(needsSource, isList);
	const { q, filter } = view.state;
	const matrix = useQuery({ ...matrixQuery({ q, filter }), enabled: !isList, placeholderData: keepPreviousData });
	const show = (chosen: string) => setSearch(withParameters(search, { vue: chosen === "liste" ? null : chosen }), { preventScrollReset: true });
	const columns = useNeedColumns();
	const counted = (view.counts?.occupationCode ?? []).flatMap(({ value }) => (value === null ? [] : [value]));
	const naming = useNeedNaming([...counted, ...view.state.chosen("occupationCode")]);
	const { total, rowAt } = view.rows;
	// A partial sum would be a false figure: posts are added up only when every row is here.
	const loaded = total <= 500 ? Array.from({ length: total }, (_, index) => rowAt(index)) : [];
	const posts = loaded.every((need) => need !== undefined) ? loaded.reduce((sum, need) => sum + (need?.openPosts ?? 0), 0) : null;
	return (
		<ListPage
			view={view}
			naming={naming}
			title={isList ? words.title : words.views.title}
			caption={words.caption}
			search={words.search}
			facetsLabel={words.facets}
			facetOrder={{ teer: teers }}
			columns={columns}
			rowKey={rowKey}
			rowHref={rowHref}
			defaultSort="-recordedOn"
			alsoSaved={[{ header: words.asked, value: (need) => need.posts }]}
			actions={
				<Segmented
					label={words.views.label}
					hideLabel
					compact
					value={isList ? "liste" : "professions"}
					onChange={show}
					options={[
						{ value: "liste", label: words.views.list, icon: "list" },
						{ value: "professions", label: words.views.occupations, icon: "board" },
					]}
				/>
			}
			instead={
				isList
					? undefined
					: {
							list: listLabourNeeds,
							isEmpty: matrix.data?.sectors.length === 0,
							error: matrix.data ? null : matrix.error,
							retry: () => void matrix.refetch(),
							body: (
								<Suspense fallback={<Skeleton shape="rows" rows={10} />}>
									{matrix.data ? <OccupationView matrix={matrix.data} asked={{ q, conditions: view.state.conditions }} /> : <Skeleton shape="rows" rows={10} />}
								</Suspense>
							),
						}
			}
			footer={`${plural(total, words.needs.one, words.needs.other)}${posts === null || total > 500 ? "" : ` · ${plural(posts, words.openPosts.one, words.openPosts.other)}`}`}
			none={{
				icon: "needs",
				title: words.none.title,
				text: words.none.text,
				action: may("createVisit") && <LinkButton to={paths.newVisit()}>{words.none.action}</LinkButton>,
			}}
		/>
	);
}
