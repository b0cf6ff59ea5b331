import { sql } from "kysely";
import { type Counted, said } from "./indicator.ts";
import { deploymentStart, ofEmployer } from "./sources.ts";

/** I01 ★ (domain §3.2, §3.3): 207 on 2021-03-31 for the Montérégie. */
export const i01: Counted = {
	id: "I01",
	...said(
		{
			name: "Employeurs accompagnés depuis le déploiement",
			rule: "Employeurs distincts qui ont reçu au moins une visite, une rencontre ou un appel de fond complété, ou une inscription, entre le 28 août 2019 et la date choisie. Envois de masse, messages vocaux et présence à un événement ne comptent pas. Un employeur servi dans deux MRC compte une fois au total et une fois dans chacune.",
		},
		{
			name: "Employers accompanied since the deployment",
			rule: "Distinct employers with at least one completed visit, meeting or call of substance, or one registration, between August 28, 2019 and the chosen day. Mass e-mails, voicemails and attending an event do not count. An employer served in two MRCs counts once in the total and once in each.",
		},
	),
	unit: "employers",
	span: "sinceDeployment",
	reduction: "countDistinct",
	rowsAre: "employer",
	facts: ({ region, asOf }) => ({
		from: sql`employer_support x`,
		where: sql<boolean>`x.region_code = ${region}`,
		filter: sql<boolean>`x.first_on <= ${asOf}::date`,
		key: sql`x.employer_id`,
		isOnce: true,
	}),
	dimensions: ({ region, asOf }) => {
		const each = sql`join employer_interaction i on i.employer_id = x.employer_id and i.region_code = ${region} and i.occurred_on between ${deploymentStart} and ${asOf}::date
			join interaction_kind k on k.code = i.kind and k.counts_as_support`;
		return {
			mrcCode: { column: sql`i.mrc_code`, join: each, isMany: true },
			...ofEmployer(sql`x.employer_id`),
			role: { column: sql`a.role`, join: [each, sql`left join visit_adviser a on a.visit_id = i.source_id`], isMany: true },
		};
	},
};
