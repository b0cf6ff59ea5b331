import { type RawBuilder, sql } from "kysely";
import { i06 } from "./i06-cases.ts";
import { type AnyIndicator, type Counted, said } from "./indicator.ts";
import { employersOn } from "./sources.ts";

const employers: Counted = {
	id: "I24-employers",
	...said(
		{ name: "Fiches d’employeurs", rule: "Employeurs de la région dont la fiche a été créée au plus tard à la date choisie." },
		{ name: "Employer records", rule: "Employers of the region whose record was created by the chosen day." },
	),
	unit: "employers",
	span: "asOf",
	reduction: "count",
	rowsAre: "employer",
	facts: employersOn,
	dimensions: () => ({ personId: { column: sql`s.advisor_id` } }),
};

/** What a record must say. */
const checked = { neq: "s.neq", sector: "s.sector_code", mrc: "s.mrc_code", size: "s.employee_count" };
/** The records of which one field at least is so, and which are: a record has several. */
function fields(id: string, is: RawBuilder<unknown>, words: ReturnType<typeof said>): Counted {
	const cases = Object.entries(checked).map(([field, column]) => [field, sql<boolean>`${sql.ref(column)} ${is}`] as const);
	const listed = sql.join(cases.map(([field, holds]) => sql`(${sql.lit(field)}, ${holds})`));
	const join = sql`join lateral (values ${listed}) d (field, holds) on d.holds`;
	return {
		...employers,
		id,
		...words,
		reduction: "countDistinct",
		facts: (question) => ({
			...employersOn(question),
			filter: sql<boolean>`(${sql.join(
				cases.map(([, holds]) => holds),
				sql` or `,
			)})`,
			isOnce: true,
		}),
		dimensions: (question, by) => ({ ...employers.dimensions(question, by), type: { column: sql`d.field`, join, isMany: true, cases } }),
	};
}

const [open] = i06 as [Counted];
const nextStep = (id: string, is: RawBuilder<unknown>, words: ReturnType<typeof said>): Counted => ({
	...open,
	id,
	...words,
	facts: (question, by) => ({
		...open.facts(question, by),
		filter: sql<boolean>`c.employer_id ${is} (select f.employer_id from follow_up f where f.employer_id is not null and f.region_code = ${question.region} and f.created_on <= ${question.asOf}::date and coalesce(f.done_on > ${question.asOf}::date, true))`,
	}),
});

/** I24: what the records say today of who was known on the day. Each share opens what is there, and what is to be completed. */
export const i24: AnyIndicator[] = [
	employers,
	fields(
		"I24-known",
		sql`is not null`,
		said(
			{ name: "Fiches renseignées", rule: "Fiches d’employeurs où le renseignement est consigné\u00A0: NEQ, secteur (SCIAN), MRC, taille." },
			{ name: "Records filled in", rule: "Employer records where the information is recorded: NEQ, sector (NAICS), MRC, size." },
		),
	),
	fields(
		"I24-missing",
		sql`is null`,
		said(
			{
				name: "Fiches à compléter",
				rule: "Fiches d’employeurs où il manque un renseignement\u00A0: NEQ, secteur (SCIAN), MRC ou taille. Une fiche compte une fois au total, et une fois pour chaque renseignement qui manque.",
			},
			{
				name: "Records to complete",
				rule: "Employer records that lack a piece of information: NEQ, sector (NAICS), MRC or size. A record counts once in the total, and once for each piece that is missing.",
			},
		),
	),
	{
		id: "I24",
		...said(
			{
				name: "Qualité des fiches",
				rule: "Fiches où le renseignement est consigné, sur les fiches d’employeurs de la région. L’objectif pour le NEQ\u00A0: moins de 2\u00A0% de manquants. La CNP d’un besoin est obligatoire\u00A0: elle ne manque jamais.",
			},
			{
				name: "Quality of records",
				rule: "Records where the information is recorded, over the employer records of the region. The goal for the NEQ: less than 2% missing. The NOC of a need is mandatory: it is never missing.",
			},
		),
		unit: "share",
		span: "asOf",
		reduction: "ratio",
		numerator: "I24-known",
		denominator: "I24-employers",
	},
	nextStep(
		"I24-planned",
		sql`in`,
		said(
			{ name: "Dossiers avec une prochaine étape", rule: "Dossiers ouverts dont l’employeur a un suivi à faire, à la date choisie." },
			{ name: "Cases with a next step", rule: "Open cases whose employer has a follow-up to do, on the chosen day." },
		),
	),
	nextStep(
		"I24-unplanned",
		sql`not in`,
		said(
			{ name: "Dossiers sans prochaine étape", rule: "Dossiers ouverts dont l’employeur n’a aucun suivi à faire, à la date choisie." },
			{ name: "Cases without a next step", rule: "Open cases whose employer has no follow-up to do, on the chosen day." },
		),
	),
	{
		id: "I24-nextStep",
		...said(
			{
				name: "Part des dossiers avec une prochaine étape",
				rule: "Dossiers ouverts dont l’employeur a un suivi à faire, sur les dossiers ouverts à la date choisie.",
			},
			{ name: "Share of cases with a next step", rule: "Open cases whose employer has a follow-up to do, over the cases open on the chosen day." },
		),
		unit: "share",
		span: "asOf",
		reduction: "ratio",
		numerator: "I24-planned",
		denominator: "I06",
	},
];
