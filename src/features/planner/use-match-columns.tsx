import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { MissionMatch } from "#contract/mission-matches.ts";
import { useFormat } from "#lib/format.ts";
import { shortOccupation } from "#lib/occupations.ts";
import { useReference } from "#lib/reference.ts";
import { rulesQuery } from "#lib/tool-rules/rules-query.ts";
import { useRuleWords } from "#lib/tool-rules/use-rule-words.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import type { Column } from "#ui/grid/column.ts";
import { Tag } from "#ui/Tag.tsx";
import { text } from "./text.ts";

/** `onInvite`: one employer in one press; null where this person, or the mission, cannot. */
export function useMatchColumns(onInvite: ((match: MissionMatch) => void) | null): Column<MissionMatch>[] {
	const words = useWords(text);
	const { number, plural } = useFormat();
	const { personName } = useReference();
	const say = useRuleWords();
	const { data: rules } = useQuery(rulesQuery);
	return useMemo(() => {
		const needsOf = ({ needs }: MissionMatch) =>
			needs.map(({ posts, occupationLabel }) => words.need(plural(posts, words.posts.one, words.posts.other), shortOccupation(occupationLabel)));
		const whyOf = ({ needs: [first] }: MissionMatch) => {
			const rule = rules?.items.find(({ id }) => id === first?.ruleId);
			return rule && first ? say(rule, "beside") : "";
		};
		const advisorOf = ({ advisorId }: MissionMatch) => (advisorId ? personName(advisorId) : words.missing.advisorId);
		const stateOf = ({ state }: MissionMatch) => (state === null ? words.missing.state : (words.states[state] ?? ""));
		return [
			{ id: "employerName", header: words.columns.employerName, cell: ({ employerName }) => employerName, width: "minmax(180px, 1.2fr)", sortable: true },
			{
				id: "needs",
				header: words.columns.needs,
				cell: (match) => {
					const [first, ...others] = needsOf(match);
					return [first, others.length > 0 && words.more(number(others.length))].filter(Boolean).join(" ");
				},
				saved: (match) => needsOf(match).join(" · "),
				width: "minmax(200px, 1.6fr)",
			},
			{ id: "posts", header: words.columns.posts, cell: ({ posts }) => number(posts), width: "80px", align: "end", sortable: true, hideOnPhone: true },
			{ id: "why", header: words.columns.why, cell: whyOf, saved: whyOf, width: "minmax(180px, 1.4fr)" },
			{ id: "advisor", header: words.columns.advisor, cell: advisorOf, saved: advisorOf, width: "minmax(120px, 0.8fr)", hideOnPhone: true },
			{
				id: "state",
				header: words.columns.state,
				cell: (match) =>
					match.state !== null ? (
						<Tag tone={match.state === "withdrawn" ? "amber" : "info"}>{stateOf(match)}</Tag>
					) : onInvite && match.can.update ? (
						<Button size="small" onClick={() => onInvite(match)} aria-label={words.inviteOne(match.employerName)}>
							{words.inviteShort}
						</Button>
					) : (
						"–"
					),
				saved: stateOf,
				width: "140px",
			},
		];
	}, [words, number, plural, personName, say, rules, onInvite]);
}
