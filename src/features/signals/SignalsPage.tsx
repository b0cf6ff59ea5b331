import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { listSignalTrends, type Signal, signalFields } from "#contract/signals.ts";
import { useFormat } from "#lib/format.ts";
import { useNaming } from "#lib/list-naming.ts";
import { useListView } from "#lib/list-view.ts";
import { useReference } from "#lib/reference.ts";
import { withParameters } from "#lib/search-parameters.ts";
import { useWords } from "#lib/words.ts";
import { ListPage } from "#ui/list/ListPage.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { SignalPanel } from "./SignalPanel.tsx";
import styles from "./SignalsPage.module.css";
import { openSignals, signalsSource } from "./signals-source.ts";
import { TrendsView } from "./TrendsView.tsx";
import { text } from "./text.ts";
import { useSignalColumns } from "./use-signal-columns.tsx";

const rowKey = ({ id }: Signal) => id;

/** Signals of the region, whatever raised them: to be seen to, and how they go from year to year. */
export function SignalsPage() {
	const words = useWords(text);
	const { plural } = useFormat();
	const { term } = useReference();
	const [search, setSearch] = useSearchParams();
	const isTrends = search.get("vue") === "tendances";
	const shown = search.get("signal");
	const view = useListView(signalsSource, !isTrends);
	const columns = useSignalColumns();
	const codes = useMemo(() => ({ code: (code: string) => term("signal", code) }), [term]);
	const naming = useNaming(signalFields, words, codes);
	const set = (name: string, value: string | null) => setSearch(withParameters(search, { [name]: value }), { replace: true, preventScrollReset: true });
	const { state } = view;
	return (
		<div className={styles.page}>
			<div className={styles.content}>
				<ListPage
					view={view}
					naming={naming}
					title={words.title}
					caption={words.caption}
					search={words.search}
					facetsLabel={words.facets}
					facetOrder={{ handled: ["false", "true"], level: ["red", "amber"] }}
					columns={columns}
					rowKey={rowKey}
					rowHref={({ id }) => `?${withParameters(search, { signal: id })}`}
					onPeek={({ id }) => set("signal", id)}
					currentKey={shown ?? undefined}
					defaultSort="-raisedOn"
					footer={plural(view.rows.total, words.signals.one, words.signals.other)}
					actions={
						<Segmented
							label={words.view}
							hideLabel
							compact
							value={isTrends ? "tendances" : "liste"}
							onChange={(vue) => set("vue", vue === "liste" ? null : vue)}
							options={[
								{ value: "liste", label: words.views.list, icon: "list" },
								{ value: "tendances", label: words.views.trends, icon: "dashboard" },
							]}
						/>
					}
					instead={
						isTrends
							? { list: listSignalTrends, isEmpty: false, error: null, retry: () => undefined, body: <TrendsView q={state.q} filter={state.filter} /> }
							: undefined
					}
					noMatch={state.q === "" && state.filter === openSignals ? { icon: "check", ...words.noneOpen } : undefined}
					none={{ icon: "check", ...words.none }}
				/>
			</div>
			{shown && !isTrends && <SignalPanel key={shown} id={shown} onClose={() => set("signal", null)} />}
		</div>
	);
}
