import { sql } from "kysely";
import type { IndicatorDimension } from "#contract/indicators.ts";
import { type Counted, said } from "./indicator.ts";
import { during, interactions, isWithin, ofEmployer, ofTeam } from "./sources.ts";

/** Told by the first support of the window alone. */
export const isFirst = (by: readonly IndicatorDimension[]) => isWithin(by, ["sectorCode", "size", "standing"]);

export const i02: Counted = {
	id: "I02",
	...said(
		{
			name: "Employeurs accompagnés",
			rule: "Employeurs distincts qui ont reçu, pendant la période, au moins une visite, une rencontre ou un appel de fond complété, ou une inscription. Le territoire est celui de l’établissement servi, à la date de l’échange\u00A0: un employeur servi dans deux MRC compte une fois au total et une fois dans chacune. Le secteur et la taille sont ceux de la fiche.",
		},
		{
			name: "Employers accompanied",
			rule: "Distinct employers with at least one completed visit, meeting or call of substance, or one registration, in the period. The territory is that of the establishment served on the day of the exchange: an employer served in two MRCs counts once in the total and once in each. Sector and size are those of the record.",
		},
	),
	unit: "employers",
	span: "window",
	reduction: "countDistinct",
	rowsAre: "employer",
	// Of each employer, in each territory, the first support of the window stands for the others: all that is asked of the employer is asked of that row.
	facts: (question, by) => {
		const first = isFirst(by) ? sql`i.previous_on` : isWithin(by, ["mrcCode", "sectorCode", "size"]) ? sql`i.previous_here_on` : null;
		return {
			from: interactions,
			where: during(question, question.from, question.to),
			filter: first ? sql<boolean>`k.counts_as_support and coalesce(${first} < ${question.from}::date, true)` : sql<boolean>`k.counts_as_support`,
			key: sql`i.employer_id`,
			isOnce: first !== null,
		};
	},
	dimensions: () => ({ mrcCode: { column: sql`i.mrc_code` }, ...ofEmployer(sql`i.employer_id`), ...ofTeam(sql`i.source_id`) }),
};
