import { useMemo, useState } from "react";
import { Navigate, useLocation, useNavigationType, useSearchParams } from "react-router";
import { type FollowUp, followUpFields, listFollowUps } from "#contract/follow-ups.ts";
import { useFormat } from "#lib/format.ts";
import { useNaming } from "#lib/list-naming.ts";
import { useListView } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { withParameters } from "#lib/search-parameters.ts";
import { useMay, useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import type { GridSelection } from "#ui/grid/column.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { ListPage } from "#ui/list/ListPage.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { FollowUpPanel } from "./FollowUpPanel.tsx";
import styles from "./FollowUpsPage.module.css";
import { followUpsSource } from "./follow-ups-source.ts";
import { LazyFollowUpDialog } from "./LazyFollowUpDialog.tsx";
import { openingFilter, type Whose, whoseOf } from "./opening-filter.ts";
import { text } from "./text.ts";
import { useFollowUpColumns } from "./use-follow-up-columns.tsx";
import { useMarkDone } from "./use-mark-done.ts";
import { WeekNavigation } from "./WeekNavigation.tsx";
import { WeekView } from "./WeekView.tsx";
import { weekOf } from "./week.ts";

const rowKey = ({ id }: FollowUp) => id;

function useDoneBoxes(): GridSelection<FollowUp> {
	const words = useWords(text);
	const mark = useMarkDone();
	const mayUpdate = useMay()("updateFollowUp");
	return {
		header: words.columns.done,
		isSelected: ({ doneOn }) => doneOn !== null,
		onToggle: mark,
		rowLabel: ({ title, employerName }) => words.markDone(title, employerName),
		isAllowed: ({ can }) => mayUpdate && Boolean(can.update),
	};
}

/** What the address says beside the list: the view, its week, the follow-up that is open. */
function useAddress() {
	const [search, setSearch] = useSearchParams();
	return {
		isWeek: search.get("vue") === "semaine",
		du: search.get("du"),
		shownId: search.get("suivi"),
		with: (changes: Record<string, string | null>) => withParameters(search, changes),
		set: (changes: Record<string, string | null>) => setSearch(withParameters(search, changes), { replace: true, preventScrollReset: true }),
	};
}

/** What is to be done, by whom and when: a box ticks it off. As a list, or as a week. */
export function FollowUpsPage() {
	const words = useWords(text);
	const { dayAndMonth, plural } = useFormat();
	const { person } = useSession();
	const may = useMay();
	const address = useAddress();
	const view = useListView(followUpsSource, !address.isWeek);
	const columns = useFollowUpColumns();
	const boxes = useDoneBoxes();
	const { term, today } = useReference();
	const [isAdding, setAdding] = useState(false);
	const codes = useMemo(() => ({ kind: (kind: string) => term("followUpKind", kind) }), [term]);
	const naming = useNaming(followUpFields, words, codes);
	const { search } = useLocation();
	// The navigation's link, pressed on this very page, opens it anew; filters taken off one by one leave everything.
	const isOpenedAnew = useNavigationType() === "PUSH" && search === "";
	if (isOpenedAnew) return <Navigate replace to={paths.followUps({ filtre: openingFilter(person) })} />;
	const { state } = view;
	const monday = weekOf(address.du, today);
	return (
		<div className={styles.page}>
			<div className={styles.content}>
				<ListPage
					view={view}
					naming={naming}
					title={words.title}
					sub={address.isWeek ? words.week.of(dayAndMonth(monday)) : undefined}
					caption={words.caption}
					search={words.search}
					facetsLabel={words.facets}
					facetOrder={{ done: ["false", "true"] }}
					columns={columns}
					selection={boxes}
					rowKey={rowKey}
					rowHref={({ id }) => `?${address.with({ suivi: id })}`}
					onPeek={({ id }) => address.set({ suivi: id })}
					currentKey={address.shownId ?? undefined}
					defaultSort="dueOn"
					footer={plural(view.rows.total, words.followUps.one, words.followUps.other)}
					actions={
						<div className={styles.actions}>
							<Segmented
								label={words.view}
								hideLabel
								compact
								value={address.isWeek ? "semaine" : "liste"}
								onChange={(vue) => address.set(vue === "semaine" ? { vue, du: monday } : { vue: null, du: null })}
								options={[
									{ value: "liste", label: words.views.list, icon: "list" },
									{ value: "semaine", label: words.views.week, icon: "day" },
								]}
							/>
							{may("createFollowUp") && (
								<Button icon="plus" size="small" onClick={() => setAdding(true)}>
									{words.form.add}
								</Button>
							)}
						</div>
					}
					toolbar={
						<>
							{person.role !== "manager" && (
								<Segmented<Whose>
									label={words.whose.label}
									hideLabel
									compact
									value={whoseOf(state.chosen("ownerId"), person.id)}
									onChange={(whose) => state.choose("ownerId", whose === "mine" ? [person.id] : [])}
									options={[
										{ value: "mine", label: words.whose.mine },
										{ value: "all", label: words.whose.all },
									]}
								/>
							)}
							{address.isWeek && <WeekNavigation monday={monday} onChange={(du) => address.set({ du })} />}
						</>
					}
					toolbarFields={address.isWeek ? weekFields : undefined}
					instead={
						address.isWeek
							? {
									list: listFollowUps,
									isEmpty: false,
									error: null,
									retry: () => undefined,
									body: (
										<WeekView q={state.q} conditions={state.conditions} monday={monday} shownId={address.shownId} onShow={(suivi) => address.set({ suivi })} />
									),
								}
							: undefined
					}
					noMatch={
						state.q === "" && state.filter === openingFilter(person) ? { icon: "check", title: words.allDone.title, text: words.allDone.text } : undefined
					}
					none={{
						icon: "followUps",
						title: words.none.title,
						text: words.none.text,
						action: may("createVisit") && <LinkButton to={paths.newVisit()}>{words.none.action}</LinkButton>,
					}}
				/>
			</div>
			{address.shownId && may("getFollowUp") && <FollowUpPanel key={address.shownId} id={address.shownId} onClose={() => address.set({ suivi: null })} />}
			{isAdding && <LazyFollowUpDialog followUp={null} onClose={() => setAdding(false)} />}
		</div>
	);
}

/** A week has its own days, and shows what is done. */
const weekFields = ["done", "late", "dueOn", "doneOn", "ownerId"];
