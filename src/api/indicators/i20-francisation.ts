import { sql } from "kysely";
import type { FrancisationEvent } from "#contract/tool-uses.ts";
import { type Counted, type Question, said } from "./indicator.ts";
import { ofEmployer } from "./sources.ts";

/** Some steps of francisation recorded in the region, up to a day. */
const steps = ({ region }: Question, events: readonly FrancisationEvent[]) => sql<boolean>`t.region_code = ${region} and t.event in (${sql.join(events)})`;
const dimensions = () => {
	const { sectorCode, size } = ofEmployer(sql`t.employer_id`);
	return { sectorCode, size, mrcCode: { ...size, column: sql`s.mrc_code` } };
};

/** Distinct employers of which one of these steps is dated in the period. */
const employers = (id: string, events: readonly FrancisationEvent[], words: ReturnType<typeof said>): Counted => ({
	id,
	...words,
	unit: "employers",
	span: "window",
	reduction: "count",
	rowsAre: "employer",
	facts: (question) => ({
		from: sql`(select distinct t.employer_id from tool_use t where ${steps(question, events)} and t.occurred_on between ${question.from}::date and ${question.to}::date) t`,
		where: sql<boolean>`true`,
		key: sql`t.employer_id`,
	}),
	dimensions,
});

const informed = employers(
	"I20",
	["francisationInformed"],
	said(
		{ name: "Employeurs informés de la francisation", rule: "Employeurs distincts informés, pendant la période, de la francisation de l’entreprise." },
		{ name: "Employers informed of francization", rule: "Distinct employers informed, in the period, of the francization of the business." },
	),
);

const courses: Counted = {
	...informed,
	id: "I20-courses",
	...said(
		{
			name: "Cours de français démarrés",
			rule: "Cours de français en entreprise dont le début est daté de la période, selon l’employeur ou l’extrait\u00A0; chaque cours compte une fois, quel que soit le nombre de personnes.",
		},
		{
			name: "French courses started",
			rule: "French courses at work whose beginning is dated in the period, as declared or extracted; each course counts once, however many people it has.",
		},
	),
	unit: "courses",
	rowsAre: "toolUse",
	facts: (question) => ({
		from: sql`tool_use t`,
		where: sql<boolean>`${steps(question, ["courseStarted"])} and t.occurred_on between ${question.from}::date and ${question.to}::date`,
		key: sql`t.id`,
	}),
};

const attested: Counted = {
	...informed,
	id: "I20-attested",
	...said(
		{
			name: "Attestations de l’OQLF connues",
			rule: "Employeurs distincts dont une attestation de l’OQLF était connue à la date choisie, obtenue ce jour-là ou avant.",
		},
		{
			name: "OQLF attestations known",
			rule: "Distinct employers of which an attestation of the OQLF was known on the chosen day, obtained that day or before.",
		},
	),
	span: "asOf",
	facts: (question) => ({
		from: sql`(select distinct t.employer_id from tool_use t where ${steps(question, ["oqlfAttestation"])} and t.occurred_on <= ${question.asOf}::date) t`,
		where: sql<boolean>`true`,
		key: sql`t.employer_id`,
	}),
};

/** Francisation of businesses (domain §3.2, I20): informed, registered, courses begun, attestation known; by size, sector and MRC of the employer. */
export const i20 = [
	informed,
	employers(
		"I20-registered",
		["francisationRegistered", "oqlfRegistered"],
		said(
			{
				name: "Employeurs inscrits en francisation",
				rule: "Employeurs distincts inscrits, pendant la période, à Francisation Québec ou à l’OQLF\u00A0; inscrit aux deux, un employeur compte une fois.",
			},
			{
				name: "Employers registered for francization",
				rule: "Distinct employers registered, in the period, at Francisation Québec or at the OQLF; registered at both, an employer counts once.",
			},
		),
	),
	courses,
	attested,
];
