import { sql } from "kysely";
import type { RetentionMonths } from "#contract/retention.ts";
import { type AnyIndicator, type Counted, type Question, said } from "./indicator.ts";
import { ofEmployer } from "./sources.ts";

const horizons = [
	{ months: 3, at: "Three", fr: "3\u00A0mois", en: "3 months" },
	{ months: 6, at: "Six", fr: "6\u00A0mois", en: "6 months" },
	{ months: 12, at: "Twelve", fr: "12\u00A0mois", en: "12 months" },
] as const satisfies { months: RetentionMonths; at: string; fr: string; en: string }[];

/** Everybody at work, with what was known of them by the day: one source, read once for all the figures. */
const workers = ({ region, asOf }: Question) => ({
	from: sql`immigration_line l left join (select c.immigration_line_id, max(c.months) filter (where c.still_employed) as stayed, min(c.months) filter (where not c.still_employed) as gone
		from retention_check c where c.region_code = ${region} and c.known_on <= ${asOf}::date group by 1) k on k.immigration_line_id = l.id`,
	where: sql<boolean>`l.region_code = ${region} and l.started_on <= ${asOf}::date`,
	key: sql`l.id`,
});
/** The same as rules/retention.ts says of one line: who left after the day, or is known at work later, was still employed on it. */
const parts = (months: number, asOf: string) => {
	const day = sql`(l.started_on + make_interval(months => ${sql.lit(months)}))::date`;
	const since = sql`${day} <= ${asOf}::date`;
	const left = sql`(coalesce(l.ended_on <= ${day}, false) or coalesce(k.gone <= ${sql.lit(months)}, false))`;
	const stayed = sql`(coalesce(l.ended_on between ${day} + 1 and ${asOf}::date, false) or coalesce(k.stayed >= ${sql.lit(months)}, false))`;
	return {
		known: sql<boolean>`${since} and (${left} or ${stayed})`,
		employed: sql<boolean>`${since} and not ${left} and ${stayed}`,
		unknown: sql<boolean>`${since} and not ${left} and not ${stayed}`,
	};
};

const counted = (id: string, words: ReturnType<typeof said>, months: number, part: "known" | "employed" | "unknown"): Counted => ({
	id,
	...words,
	unit: "people",
	span: "asOf",
	reduction: "count",
	rowsAre: "immigrationLine",
	facts: (question) => ({ ...workers(question), filter: parts(months, question.asOf)[part] }),
	dimensions: () => {
		const employer = ofEmployer(sql`l.employer_id`);
		return {
			...employer,
			mrcCode: { ...employer.size, column: sql`s.mrc_code` },
			occupationCode: { column: sql`l.occupation_code` },
			country: { column: sql`l.country` },
		};
	},
});

const rate = (id: string, at: string, fr: string, en: string): AnyIndicator => ({
	id,
	...said(
		{
			name: `Rétention à ${fr}`,
			rule: `Personnes encore en emploi ${fr} après leur entrée en poste, sur celles dont on le sait, parmi celles entrées en poste au moins ${fr} avant la date choisie. Un départ compte dès son jour. Celles dont on ne sait rien sont dites à part.`,
		},
		{
			name: `Retention after ${en}`,
			rule: `People still employed ${en} after starting work, over those of whom it is known, among those who started at least ${en} before the chosen day. A departure counts from its day. Those of whom nothing is known are told apart.`,
		},
	),
	unit: "share",
	span: "asOf",
	reduction: "ratio",
	numerator: `I12-employed${at}`,
	denominator: `I12-known${at}`,
});

/** Retention after 3, 6 and 12 months (domain §3.1); « I12 » is that of a year. */
export const i12: AnyIndicator[] = horizons.flatMap(({ months, at, fr, en }) => [
	rate(months === 12 ? "I12" : `I12-${at.toLowerCase()}`, at, fr, en),
	counted(
		`I12-employed${at}`,
		said(
			{
				name: `Encore en emploi à ${fr}`,
				rule: `Personnes dont on sait qu’elles étaient encore en emploi ${fr} après leur entrée en poste, parmi celles entrées en poste au moins ${fr} avant la date choisie.`,
			},
			{
				name: `Still employed after ${en}`,
				rule: `People known to have been still employed ${en} after starting work, among those who started at least ${en} before the chosen day.`,
			},
		),
		months,
		"employed",
	),
	counted(
		`I12-known${at}`,
		said(
			{
				name: `Rétention connue à ${fr}`,
				rule: `Personnes dont on sait si elles étaient encore en emploi ${fr} après leur entrée en poste, parmi celles entrées en poste au moins ${fr} avant la date choisie.`,
			},
			{
				name: `Retention known after ${en}`,
				rule: `People of whom it is known whether they were still employed ${en} after starting work, among those who started at least ${en} before the chosen day.`,
			},
		),
		months,
		"known",
	),
	counted(
		`I12-unknown${at}`,
		said(
			{
				name: `Rétention inconnue à ${fr}`,
				rule: `Personnes entrées en poste au moins ${fr} avant la date choisie, dont on ne sait pas si elles étaient encore en emploi ${fr} après.`,
			},
			{
				name: `Retention unknown after ${en}`,
				rule: `People who started work at least ${en} before the chosen day, of whom it is not known whether they were still employed ${en} later.`,
			},
		),
		months,
		"unknown",
	),
]);
