import { useMemo } from "react";
import { Navigate, useLocation, useNavigationType } from "react-router";
import { type FollowUp, followUpFields } from "#contract/follow-ups.ts";
import { useFormat } from "#lib/format.ts";
import { useNaming } from "#lib/list-naming.ts";
import { useListView } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay, useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import type { Column, GridSelection } from "#ui/grid/column.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { ListPage } from "#ui/list/ListPage.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import { DueTag } from "./DueTag.tsx";
import { followUpsSource } from "./follow-ups-source.ts";
import { openingFilter, type Whose, whoseOf } from "./opening-filter.ts";
import { text } from "./text.ts";
import { useMarkDone } from "./use-mark-done.ts";

const rowKey = ({ id }: FollowUp) => id;
const rowHref = ({ employerId }: FollowUp) => paths.employer(employerId);

function useFollowUpColumns(): Column<FollowUp>[] {
	const words = useWords(text);
	const { personName } = useReference();
	const isPhone = useIsPhone();
	return useMemo(() => {
		const due: Column<FollowUp> = {
			id: "dueOn",
			header: words.columns.due,
			cell: ({ dueOn, doneOn }) => <DueTag dueOn={dueOn} doneOn={doneOn} />,
			width: "172px",
			sortable: true,
		};
		return [
			{ id: "employerName", header: words.columns.employer, cell: (followUp) => followUp.employerName, width: "minmax(180px, 1.2fr)", sortable: true },
			// On a phone the second line is cut at its end: the day comes before the words.
			...(isPhone ? [due] : []),
			{ id: "title", header: words.columns.title, cell: ({ title }) => <span title={title}>{title}</span>, width: "minmax(220px, 2fr)" },
			{ id: "ownerId", header: words.columns.owner, cell: ({ ownerId }) => personName(ownerId), width: "minmax(130px, 0.9fr)", hideOnPhone: true },
			...(isPhone ? [] : [due]),
		];
	}, [words, personName, isPhone]);
}

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

/** What is to be done, by whom and when: a box ticks it off. */
export function FollowUpsPage() {
	const words = useWords(text);
	const { plural } = useFormat();
	const { person } = useSession();
	const may = useMay();
	const view = useListView(followUpsSource);
	const columns = useFollowUpColumns();
	const boxes = useDoneBoxes();
	const { term } = useReference();
	const codes = useMemo(() => ({ kind: (kind: string) => term("followUpKind", kind) }), [term]);
	const naming = useNaming(followUpFields, words, codes);
	const { search } = useLocation();
	// The navigation's link, pressed on this very page, opens it anew; filters taken off one by one leave everything.
	const isOpenedAnew = useNavigationType() === "PUSH" && search === "";
	if (isOpenedAnew) return <Navigate replace to={paths.followUps({ filtre: openingFilter(person) })} />;
	const { state } = view;
	return (
		<ListPage
			view={view}
			naming={naming}
			title={words.title}
			caption={words.caption}
			search={words.search}
			facetsLabel={words.facets}
			facetOrder={{ done: ["false", "true"] }}
			columns={columns}
			selection={boxes}
			rowKey={rowKey}
			rowHref={rowHref}
			defaultSort="dueOn"
			footer={plural(view.rows.total, words.followUps.one, words.followUps.other)}
			toolbar={
				person.role !== "manager" && (
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
				)
			}
			noMatch={state.q === "" && state.filter === openingFilter(person) ? { icon: "check", title: words.allDone.title, text: words.allDone.text } : undefined}
			none={{
				icon: "followUps",
				title: words.none.title,
				text: words.none.text,
				action: may("createVisit") && <LinkButton to={paths.newVisit()}>{words.none.action}</LinkButton>,
			}}
		/>
	);
}
