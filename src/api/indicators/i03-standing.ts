import { type RawBuilder, sql } from "kysely";
import { fiscalYear, fiscalYearOf } from "../rules/periods.ts";
import { i02, isFirst } from "./i02-accompanied.ts";
import { type Counted, said } from "./indicator.ts";
import { deploymentStart } from "./sources.ts";

/** Three disjoint sets, whose sum is I02. For a part of a year, « the year before » runs up to the day before the period: for a whole year it is the year before. */
export const i03: Counted = {
	...i02,
	id: "I03",
	...said(
		{
			name: "Employeurs nouveaux, continus et de retour",
			rule: "Nouveau\u00A0: son tout premier accompagnement est dans la période. Continu\u00A0: aussi accompagné depuis le début de l’exercice précédent. De retour\u00A0: accompagné auparavant, mais pas depuis. La somme des trois est le nombre d’employeurs accompagnés dans la période.",
		},
		{
			name: "New, continuing and returning employers",
			rule: "New: the very first support is in the period. Continuing: also supported since the beginning of the preceding fiscal year. Returning: supported earlier, but not since. The three add up to the employers accompanied in the period.",
		},
	),
	dimensions: (question, by) => {
		const { from, to } = question;
		const yearBefore = fiscalYear(fiscalYearOf(from) - 1).from;
		const standing = (before: RawBuilder<unknown>) =>
			sql`case when coalesce(${before} < ${deploymentStart}, true) then 'new' when ${before} >= ${yearBefore}::date then 'continuing' else 'returning' end`;
		const first = sql`left join (select x.employer_id, x.previous_on from employer_interaction x join interaction_kind y on y.code = x.kind and y.counts_as_support
			where x.region_code = ${question.region} and x.occurred_on between ${from}::date and ${to}::date and coalesce(x.previous_on < ${from}::date, true)) b on b.employer_id = i.employer_id`;
		return {
			...i02.dimensions(question, by),
			// The first support of the window says what came before it; where others are counted too, it is found for them.
			standing: isFirst(by) ? { column: standing(sql`i.previous_on`) } : { column: standing(sql`b.previous_on`), join: first },
		};
	},
};
