import { sql } from "kysely";
import { addDays } from "../rules/calendar.ts";
import { fiscalYear, fiscalYearOf } from "../rules/periods.ts";
import { i02 } from "./i02-accompanied.ts";
import { type Counted, said } from "./indicator.ts";
import { supportDuring, supportFrom } from "./sources.ts";

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
	dimensions: (question) => {
		const { region, from } = question;
		const before = supportDuring(question, fiscalYear(fiscalYearOf(from) - 1).from, addDays(from, -1));
		return {
			...i02.dimensions(question),
			standing: {
				join: sql`left join employer_support x on x.employer_id = i.employer_id and x.region_code = ${region}
					left join (select distinct i.employer_id from ${supportFrom} where ${before}) b on b.employer_id = i.employer_id`,
				column: sql`case when x.first_on >= ${from}::date then 'new' when b.employer_id is not null then 'continuing' else 'returning' end`,
			},
		};
	},
};
