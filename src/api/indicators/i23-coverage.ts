import { sql } from "kysely";
import { type Counted, said } from "./indicator.ts";
import { daysOf, employersOn } from "./sources.ts";

export const i23: Counted = {
	id: "I23",
	...said(
		{
			name: "Employeurs hors couverture",
			rule: "Employeurs de la région dont le secteur, dans leur MRC, n’a reçu aucune visite complétée dans les six mois (183\u00A0jours) précédant la date choisie\u00A0: aucun employeur de ce secteur n’y a été visité.",
		},
		{
			name: "Employers out of coverage",
			rule: "Employers of the region whose sector, in their MRC, had no completed visit in the six months (183 days) before the chosen day: no employer of that sector was visited there.",
		},
	),
	unit: "employers",
	span: "asOf",
	reduction: "count",
	rowsAre: "employer",
	facts: (question) => ({
		...employersOn(question),
		// « not in » is hashed whatever the planner expects of it.
		filter: sql<boolean>`s.mrc_code is not null and s.sector_code is not null
			and (s.mrc_code, s.sector_code) not in (select i.mrc_code, w.sector_code from employer_interaction i join interaction_kind k on k.code = i.kind and k.counts_as_visit
				join employer_summary w on w.employer_id = i.employer_id where i.region_code = ${question.region} and i.mrc_code is not null and w.sector_code is not null
				and i.occurred_on between ${question.asOf}::date - ${daysOf("coverage")} and ${question.asOf}::date)`,
	}),
	dimensions: () => ({ mrcCode: { column: sql`s.mrc_code` }, sectorCode: { column: sql`s.sector_code` }, personId: { column: sql`s.advisor_id` } }),
};
