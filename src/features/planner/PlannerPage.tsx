import { useSuspenseQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { useParams } from "react-router";
import { inviteToMission, type MissionMatch, missionMatchFields } from "#contract/mission-matches.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { problemsOfError } from "#lib/form-problems.ts";
import { useFormat } from "#lib/format.ts";
import { useNaming } from "#lib/list-naming.ts";
import { useListView } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useOccupationNames } from "#lib/use-occupation-names.ts";
import { useWords } from "#lib/words.ts";
import { Breadcrumb } from "#ui/Breadcrumb.tsx";
import { Button } from "#ui/Button.tsx";
import type { GridSelection } from "#ui/grid/column.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { ListPage } from "#ui/list/ListPage.tsx";
import { MissionAsks } from "./MissionAsks.tsx";
import { matchesSource, missionQuery, touchedByInvitation } from "./queries.ts";
import { text } from "./text.ts";
import { useMatchColumns } from "./use-match-columns.tsx";

const rowKey = ({ id }: MissionMatch) => id;
const rowHref = ({ id }: MissionMatch) => paths.employer(id, "besoins");

/** Before a mission: the employers whose open needs it may fill, why each, and the invitation in one press, one by one or several at once. */
export function PlannerPage() {
	const words = useWords(text);
	const { id = "" } = useParams();
	const { plural } = useFormat();
	const may = useMay();
	const { data: mission } = useSuspenseQuery(missionQuery(id));
	const source = useMemo(() => matchesSource(id), [id]);
	const view = useListView(source);
	const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
	const invite = useApiMutation(inviteToMission, {
		invalidates: touchedByInvitation,
		onSuccess: ({ invited }) => {
			setChosen(new Set());
			addToast({ text: invited > 0 ? plural(invited, words.invited.one, words.invited.other) : words.already });
		},
		onError: (error) => addToast({ tone: "error", text: problemsOfError(error)[0]?.message ?? errorSentence(error) }),
	});
	const isOpen = mission.stage === "toCome" || mission.stage === "underWay";
	const mayInvite = isOpen && may("inviteToMission");
	const { mutate } = invite;
	const inviteOne = useCallback((match: MissionMatch) => mutate({ params: { id }, body: { employerIds: [match.id] } }), [mutate, id]);
	const columns = useMatchColumns(mayInvite ? inviteOne : null);
	const counted = (view.counts?.occupationCode ?? []).flatMap(({ value }) => (value === null ? [] : [value]));
	const nameOf = useOccupationNames([...counted, ...view.state.chosen("occupationCode")]);
	const naming = useNaming(
		missionMatchFields,
		words,
		useMemo(
			() => ({
				state: (state: string) => words.states[state] ?? state,
				occupationCode: (code: string) => (nameOf(code) === code ? code : `${code} ${nameOf(code)}`),
			}),
			[words, nameOf],
		),
	);
	const boxes: GridSelection<MissionMatch> = {
		header: words.choose,
		isSelected: (match) => chosen.has(match.id),
		onToggle: (match, isSelected) => setChosen((before) => new Set(isSelected ? [...before, match.id] : [...before].filter((one) => one !== match.id))),
		rowLabel: ({ employerName }) => words.chooseOne(employerName),
		isAllowed: ({ can, state }) => mayInvite && state === null && Boolean(can.update),
	};
	return (
		<>
			<Breadcrumb items={[{ label: words.missions, to: paths.missions() }, { label: mission.name, to: paths.mission(id) }, { label: words.title }]} />
			<ListPage
				view={view}
				naming={naming}
				title={words.of(mission.name)}
				caption={words.caption}
				search={words.search}
				facetsLabel={words.facets}
				columns={columns}
				selection={mayInvite ? boxes : undefined}
				rowKey={rowKey}
				rowHref={rowHref}
				defaultSort="-posts"
				intro={<MissionAsks mission={mission} />}
				footer={plural(view.rows.total, words.employers.one, words.employers.other)}
				actions={
					<>
						{may("updateToolRule") && <LinkButton to={paths.needMarks()}>{words.rules}</LinkButton>}
						{chosen.size > 0 && (
							<Button variant="primary" busy={invite.isPending} onClick={() => invite.mutate({ params: { id }, body: { employerIds: [...chosen] } })}>
								{words.invite(plural(chosen.size, words.employers.one, words.employers.other))}
							</Button>
						)}
					</>
				}
				none={{ icon: "missions", title: words.none.title, text: words.none.text }}
			/>
		</>
	);
}
