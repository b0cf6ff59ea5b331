import { sql } from "kysely";
import { type Counted, said } from "./indicator.ts";
import { ofEmployer } from "./sources.ts";

/** Whom it is counted for: the team of the visit, or who recorded the answer, as they were that day. */
const people = sql`left join lateral (select a.person_id, a.role, a.service_point_id from visit_adviser a where a.visit_id = g.source_id and g.source = 'visit'
	union all select q.answered_by, q.role, q.service_point_id from questionnaire_answer q where q.id = g.source_id and g.source = 'questionnaire') a on true`;

export const i22: Counted = {
	id: "I22",
	...said(
		{
			name: "Signaux relevés",
			rule: "Signaux relevés pendant la période, par type\u00A0: ceux qu’une intervention complétée note dans son rapport et ceux qu’une réponse au questionnaire annuel soulève, ouverts ou traités. Un signal qui touche deux employeurs compte pour chacun.",
		},
		{
			name: "Signals raised",
			rule: "Signals raised during the period, by type: those that a completed interaction notes in its report and those that an answer to the yearly questionnaire raises, open or handled. A signal about two employers counts for each.",
		},
	),
	version: 2,
	unit: "signals",
	span: "window",
	rowsAre: "signal",
	reduction: "countDistinct",
	facts: ({ region, from, to }) => ({
		from: sql`employer_signal g`,
		where: sql<boolean>`g.region_code = ${region} and g.raised_on between ${from}::date and ${to}::date`,
		key: sql`g.id`,
		isOnce: true,
	}),
	dimensions: () => ({
		type: { column: sql`g.code` },
		mrcCode: { column: sql`g.mrc_code` },
		sectorCode: ofEmployer(sql`g.employer_id`).sectorCode,
		personId: { column: sql`a.person_id`, join: people, isMany: true },
		role: { column: sql`a.role`, join: people, isMany: true },
		servicePointId: { column: sql`a.service_point_id`, join: people, isMany: true },
	}),
};
