import { lazy, Suspense, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { type ImmigrationLine, immigrationLineFields, listImmigrationLines } from "#contract/immigration-lines.ts";
import { useFormat } from "#lib/format.ts";
import { useNaming } from "#lib/list-naming.ts";
import { useListView } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { withParameters } from "#lib/search-parameters.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { ListPage } from "#ui/list/ListPage.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { linesSource } from "./lines-source.ts";
import { text } from "./text.ts";
import { useLineColumns } from "./use-line-columns.tsx";

const LineDialog = lazy(async () => ({ default: (await import("./LineDialog.tsx")).LineDialog }));
const DelaysTable = lazy(async () => ({ default: (await import("./DelaysTable.tsx")).DelaysTable }));

const rowKey = ({ id }: ImmigrationLine) => id;
const rowHref = ({ id }: ImmigrationLine) => paths.immigrationLine(id);

/** Every person hired whose steps are followed, or how long these took. */
export function ImmigrationPage() {
	const words = useWords(text);
	const { plural } = useFormat();
	const { term } = useReference();
	const may = useMay();
	const [search, setSearch] = useSearchParams();
	const isList = search.get("vue") !== "delais";
	const view = useListView(linesSource, isList);
	const columns = useLineColumns();
	const codes = useMemo(
		() => ({
			path: (code: string) => term("immigrationPath", code),
			stream: (code: string) => term("immigrationStream", code),
			country: (code: string) => term("missionCountry", code),
			endReason: (code: string) => term("immigrationEnd", code),
		}),
		[term],
	);
	const naming = useNaming(immigrationLineFields, words, codes);
	const [isAdding, setAdding] = useState(false);
	const show = (chosen: string) => setSearch(withParameters(search, { vue: chosen === "liste" ? null : chosen }), { preventScrollReset: true });
	return (
		<>
			<ListPage
				view={view}
				naming={naming}
				title={isList ? words.title : words.delays.title}
				caption={words.caption}
				search={words.search}
				facetsLabel={words.facets}
				facetOrder={{ state: Object.keys(words.values.state) }}
				columns={columns}
				rowKey={rowKey}
				rowHref={rowHref}
				defaultSort="-hiredOn"
				footer={plural(view.rows.total, words.lines.one, words.lines.other)}
				actions={
					<>
						<Segmented
							label={words.views.label}
							hideLabel
							compact
							value={isList ? "liste" : "delais"}
							onChange={show}
							options={[
								{ value: "liste", label: words.views.list, icon: "list" },
								{ value: "delais", label: words.views.delays, icon: "board" },
							]}
						/>
						{may("createImmigrationLine") && (
							<Button icon="plus" onClick={() => setAdding(true)}>
								{words.add}
							</Button>
						)}
						{may("createImmigrationGroup") && <LinkButton to={paths.immigrationGroup()}>{words.addGroup}</LinkButton>}
					</>
				}
				instead={
					isList
						? undefined
						: {
								list: listImmigrationLines,
								isEmpty: false,
								error: null,
								retry: () => undefined,
								body: (
									<Suspense fallback={<Skeleton shape="rows" rows={8} />}>
										<DelaysTable q={view.state.q} filter={view.state.filter} />
									</Suspense>
								),
							}
				}
				none={{ icon: "immigration", title: words.none.title, text: words.none.text }}
			/>
			<Suspense>{isAdding && <LineDialog line={null} onClose={() => setAdding(false)} />}</Suspense>
		</>
	);
}
