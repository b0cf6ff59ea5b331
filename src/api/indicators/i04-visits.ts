import { sql } from "kysely";
import { type Counted, said } from "./indicator.ts";
import { during, interactions as interactionsOf, isWithin, ofTeam } from "./sources.ts";

const interactions: Counted = {
	id: "I04-interactions",
	...said(
		{
			name: "Visites et interventions",
			rule: "Interventions complétées et datées de la période, appels compris, selon leur type. On compte des événements, non des participantes et participants.",
		},
		{ name: "Visits and interactions", rule: "Completed interactions dated in the period, calls included, by type. Events are counted, not participants." },
	),
	unit: "interactions",
	span: "window",
	reduction: "countDistinct",
	rowsAre: "visit",
	// One row stands for the visit, and one for each of its territories.
	facts: (question, by) => {
		const once = isWithin(by, ["type"]) ? sql`i.leads` : isWithin(by, ["type", "mrcCode"]) ? sql`i.leads_here` : null;
		return {
			from: interactionsOf,
			where: during(question, question.from, question.to),
			filter: once ? sql<boolean>`i.source = 'visit' and ${once}` : sql<boolean>`i.source = 'visit'`,
			key: sql`i.source_id`,
			isOnce: once !== null,
		};
	},
	dimensions: () => ({ type: { column: sql`i.kind` }, mrcCode: { column: sql`i.mrc_code` }, ...ofTeam(sql`i.source_id`) }),
};

const visits: Counted = {
	...interactions,
	id: "I04",
	...said(
		{
			name: "Visites",
			rule: "Visites complétées et datées de la période\u00A0: sur place, au bureau ou par visioconférence. Les appels ne sont pas des visites. Une visite à plusieurs employeurs compte une fois\u00A0; elle compte une fois dans chaque MRC visitée et pour chaque personne de l’équipe.",
		},
		{
			name: "Visits",
			rule: "Completed visits dated in the period: on site, at the office or by video. Calls are not visits. A visit to several employers counts once; it counts once in each MRC visited and for each person of the team.",
		},
	),
	unit: "visits",
	facts: (question, by) => {
		const facts = interactions.facts(question, by);
		return { ...facts, filter: sql<boolean>`${facts.filter} and k.counts_as_visit` };
	},
};

export const i04 = [visits, interactions];
