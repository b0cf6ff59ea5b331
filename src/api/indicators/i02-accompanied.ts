import { sql } from "kysely";
import { type Counted, said } from "./indicator.ts";
import { ofEmployer, ofTeam, supportDuring, supportFrom } from "./sources.ts";

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
	facts: (question) => ({ from: supportFrom, where: supportDuring(question, question.from, question.to), key: sql`i.employer_id` }),
	dimensions: () => ({ mrcCode: { column: sql`i.mrc_code` }, ...ofEmployer(sql`i.employer_id`), ...ofTeam(sql`i.source_id`) }),
};
