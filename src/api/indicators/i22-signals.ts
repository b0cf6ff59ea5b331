import { sql } from "kysely";
import { type Counted, said } from "./indicator.ts";
import { ofTeam } from "./sources.ts";

export const i22: Counted = {
	id: "I22",
	...said(
		{
			name: "Visites qui portent un signal",
			rule: "Interventions complétées de la période dont le rapport note au moins un signal, par type. Une intervention qui en note deux compte une fois au total et une fois dans chaque type.",
		},
		{
			name: "Visits with a signal",
			rule: "Completed interactions of the period whose report notes at least one signal, by type. One that notes two counts once in the total and once in each type.",
		},
	),
	unit: "interactions",
	span: "window",
	rowsAre: "visit",
	reduction: "countDistinct",
	facts: ({ region, from, to }) => ({
		from: sql`visit_signal g`,
		where: sql<boolean>`g.region_code = ${region} and g.occurred_on between ${from}::date and ${to}::date`,
		key: sql`g.visit_id`,
	}),
	dimensions: () => ({
		type: { column: sql`g.code` },
		mrcCode: { column: sql`p.mrc_code`, join: sql`left join visit_employer p on p.visit_id = g.visit_id` },
		...ofTeam(sql`g.visit_id`),
	}),
};
