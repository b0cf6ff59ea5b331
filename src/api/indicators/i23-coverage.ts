import { sql } from "kysely";
import { type Counted, said } from "./indicator.ts";
import { daysOf } from "./sources.ts";

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
	facts: ({ region, asOf, today }) => ({
		from: asOf === today ? sql`employer_summary s` : sql`employer e join employer_summary s on s.employer_id = e.id`,
		// « not in » is hashed whatever the planner expects; a join would be taken for one of a single row, and loop.
		where: sql<boolean>`s.region_code = ${region} and ${asOf === today ? sql`s.archived_on is null` : sql`e.created_on <= ${asOf}::date and coalesce(e.archived_on > ${asOf}::date, true)`} and s.mrc_code is not null and s.sector_code is not null
			and (s.mrc_code, s.sector_code) not in (select i.mrc_code, w.sector_code from employer_interaction i join interaction_kind k on k.code = i.kind and k.counts_as_visit
				join employer_summary w on w.employer_id = i.employer_id where i.region_code = ${region} and i.mrc_code is not null and w.sector_code is not null
				and i.occurred_on between ${asOf}::date - ${daysOf("coverage")} and ${asOf}::date)`,
		key: sql`s.employer_id`,
	}),
	dimensions: () => ({ mrcCode: { column: sql`s.mrc_code` }, sectorCode: { column: sql`s.sector_code` }, personId: { column: sql`s.advisor_id` } }),
};
