import { sql } from "kysely";
import type { ResultMeasure } from "#contract/mission-measures.ts";
import { standingValues } from "../routes/mission-standing.ts";
import { type Counted, said } from "./indicator.ts";
import { ofEmployer } from "./sources.ts";

const from = sql`mission_registration g join mission m on m.id = g.mission_id`;
/** A mission of several countries counts in each: their sum may exceed the total. */
const dimensions: Counted["dimensions"] = () => ({
	missionId: { column: sql`m.id` },
	country: { column: sql`land.code`, join: sql`left join lateral unnest(m.countries) land (code) on true`, isMany: true },
	...ofEmployer(sql`g.employer_id`),
	personId: { column: sql`g.advisor_id` },
});
/** The occupations of the posts offered there; what came of each, employers do not say. */
const withOccupation: Counted["dimensions"] = (question, by) => ({
	...dimensions(question, by),
	occupationCode: {
		column: sql`trade.occupation_code`,
		join: sql`left join lateral (select distinct n.occupation_code from mission_post p join labour_need n on n.id = p.labour_need_id where p.registration_id = g.id) trade on true`,
		isMany: true,
	},
});

const participations: Counted = {
	id: "I09",
	...said(
		{
			name: "Participations aux Journées Québec",
			rule: "Un employeur dans une mission, à l’état «\u00A0a participé\u00A0», le jour de sa participation étant dans la période. Un employeur qui a participé à deux missions compte deux fois.",
		},
		{
			name: "Participations in the Journées Québec",
			rule: "An employer in a mission, in the state “took part”, on a day of the period. An employer who took part in two missions counts twice.",
		},
	),
	unit: "participations",
	span: "window",
	reduction: "count",
	rowsAre: "missionRegistration",
	facts: ({ region, from: first, to }) => ({
		from,
		where: sql<boolean>`g.region_code = ${region} and g.took_part_on between ${first}::date and ${to}::date and g.withdrawn_on is null`,
		key: sql`g.id`,
	}),
	dimensions: withOccupation,
};

const employers: Counted = {
	...participations,
	id: "I09-employers",
	...said(
		{ name: "Employeurs aux Journées Québec", rule: "Employeurs distincts qui ont participé à au moins une mission pendant la période." },
		{ name: "Employers in the Journées Québec", rule: "Distinct employers who took part in at least one mission in the period." },
	),
	unit: "employers",
	reduction: "countDistinct",
	rowsAre: "employer",
	facts: (question, by) => ({ ...participations.facts(question, by), key: sql`g.employer_id` }),
};

const summedMeasures = ["applications", "interviews", "offers", "hires"] as const satisfies ResultMeasure[];
/** All that is summed of a registration, read at once: the figures of a dashboard share one pass over it. */
const weighed = (asOf: string) => sql`${from} cross join lateral (
	select (select sum(p.quantity)::int from mission_post p where p.registration_id = g.id) as posts,
		${sql.join(summedMeasures.map((measure) => sql`max(v.value) filter (where v.measure = ${sql.lit(measure)}) as ${sql.ref(measure)}`))}
	from ${standingValues(sql`g.id`, asOf, sql`m.ends_on`)} v) w`;

/** Summed over the participations of the period: a row is a participation, and weighs its number. What nobody said is no row; a zero that was said is one. */
const summed = (unit: "posts" | (typeof summedMeasures)[number], words: ReturnType<typeof said>): Counted => ({
	...participations,
	id: `I09-${unit}`,
	...words,
	unit,
	reduction: "sum",
	dimensions,
	facts: (question, by) => {
		const { where, key } = participations.facts(question, by);
		const amount = sql.ref(`w.${unit}`);
		return { from: weighed(question.asOf), where, filter: sql<boolean>`${amount} is not null`, key, amount };
	},
});

const registrations: Counted = {
	...participations,
	id: "I09-registered",
	...said(
		{
			name: "Inscriptions aux Journées Québec",
			rule: "Un employeur inscrit, au plus tard à la date choisie, à une mission qui commence pendant la période. Celui qui s’est désisté depuis compte encore\u00A0: il s’était inscrit.",
		},
		{
			name: "Registrations for the Journées Québec",
			rule: "An employer registered, on the chosen day at the latest, for a mission that starts in the period. One who has withdrawn since still counts: it had registered.",
		},
	),
	facts: ({ region, from: first, to, asOf }) => ({
		from,
		where: sql<boolean>`g.region_code = ${region} and m.starts_on between ${first}::date and ${to}::date and greatest(g.registered_on, g.interested_on) <= ${asOf}::date and g.registered_on is not null`,
		key: sql`g.id`,
	}),
};

const rule = "pendant la période, selon ce que les employeurs ont déclaré, tel que connu à la date choisie.";
const ruleEn = "in the period, as declared by the employers and known on the chosen day.";

export const i09 = [
	participations,
	registrations,
	employers,
	summed(
		"posts",
		said(
			{ name: "Postes offerts aux Journées Québec", rule: "Somme des postes offerts par les employeurs qui ont participé à une mission pendant la période." },
			{ name: "Posts offered in the Journées Québec", rule: "Sum of the posts offered by the employers who took part in a mission in the period." },
		),
	),
	summed(
		"applications",
		said(
			{ name: "Candidatures aux Journées Québec", rule: `Somme des candidatures reçues par les employeurs qui ont participé à une mission ${rule}` },
			{ name: "Applications in the Journées Québec", rule: `Sum of the applications received by the employers who took part in a mission ${ruleEn}` },
		),
	),
	summed(
		"interviews",
		said(
			{ name: "Entrevues des Journées Québec", rule: `Somme des entrevues tenues par les employeurs qui ont participé à une mission ${rule}` },
			{ name: "Interviews of the Journées Québec", rule: `Sum of the interviews held by the employers who took part in a mission ${ruleEn}` },
		),
	),
	summed(
		"offers",
		said(
			{ name: "Offres faites aux Journées Québec", rule: `Somme des offres faites par les employeurs qui ont participé à une mission ${rule}` },
			{ name: "Offers made in the Journées Québec", rule: `Sum of the offers made by the employers who took part in a mission ${ruleEn}` },
		),
	),
	summed(
		"hires",
		said(
			{
				name: "Embauches des Journées Québec",
				rule: `Somme des embauches acceptées au plus 180\u00A0jours après la fin de la mission, par les employeurs qui ont participé à une mission ${rule} Elles croissent pendant des mois\u00A0: donnez la date.`,
			},
			{
				name: "Hires of the Journées Québec",
				rule: `Sum of the hires accepted at most 180\u00A0days after the end of the mission, by the employers who took part in a mission ${ruleEn} They grow for months: give the date.`,
			},
		),
	),
];
