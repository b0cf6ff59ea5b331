import { useCallback } from "react";
import type { ToolRule } from "#contract/tool-rules.ts";
import { useFormat } from "../format.ts";
import { useReference } from "../reference.ts";
import { useWords } from "../words.ts";
import { text } from "./text.ts";

type Need = { posts: number; occupationCode: string };
/** `beside`: a need of which posts and occupation are written beside already. */
type Of = Need | "beside";
const mostNamed = 3;

/**
 * What a rule asks, in words, one condition after the other. Given a need that fits it, its own posts and occupation are said in the place of
 * what the rule asks of them: « 4 postes, CNP 72106, début dans 6 mois ou plus ».
 */
export function useRuleWords(): (rule: ToolRule, need?: Of) => string {
	const words = useWords(text);
	const { number, plural, list } = useFormat();
	const { sectorLabel } = useReference();
	return useCallback(
		(rule, need) => {
			const named = (codes: readonly string[], said: (code: string) => string) =>
				codes.length === 0
					? null
					: codes.length <= mostNamed
						? list(codes.map(said))
						: `${codes.slice(0, mostNamed).map(said).join(", ")} ${words.others(plural(codes.length - mostNamed, words.more.one, words.more.other))}`;
			const months = (count: number) => plural(count, words.months.one, words.months.other);
			const posts = (count: number) => plural(count, words.posts.one, words.posts.other);
			const { minPosts, teers, occupationCodes, sectors, minMonths, maxMonths, minFrench, maxFrench, isSimplified } = rule;
			const start =
				minMonths !== null && maxMonths !== null
					? words.startBetween(number(minMonths), months(maxMonths))
					: minMonths !== null
						? words.startFrom(months(minMonths))
						: maxMonths !== null && words.startBefore(months(maxMonths));
			const asked =
				need === "beside"
					? []
					: need
						? [posts(need.posts), words.occupation(need.occupationCode)]
						: [
								minPosts !== null && words.atLeast(posts(minPosts)),
								teers.length > 0 && words.teers(list([...teers].sort())),
								named(occupationCodes, words.occupation),
								named(sectors, sectorLabel),
							];
			const said = [
				...asked,
				start,
				minFrench !== null && words.frenchFrom(number(minFrench)),
				maxFrench !== null && words.frenchTo(number(maxFrench)),
				isSimplified !== null && words.simplified[isSimplified ? "true" : "false"],
			]
				.filter(Boolean)
				.join(", ");
			return need === "beside" && said === "" ? words.any : `${said.slice(0, 1).toLocaleUpperCase()}${said.slice(1)}`;
		},
		[words, number, plural, list, sectorLabel],
	);
}
