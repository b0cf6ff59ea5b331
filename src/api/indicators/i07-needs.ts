import { sql } from "kysely";
import { type Counted, said } from "./indicator.ts";

const employer = sql`left join employer_summary s on s.employer_id = n.employer_id`;

const declared: Counted = {
	id: "I07",
	...said(
		{
			name: "Postes déclarés",
			rule: "Somme des postes des besoins consignés pendant la période. La liste montre les besoins\u00A0: un besoin peut compter plusieurs postes. La profession est celle de la CNP 2021, dont le deuxième chiffre est la FEER.",
		},
		{
			name: "Posts declared",
			rule: "Sum of the posts of the needs recorded in the period. The list shows the needs: one need may hold several posts. The occupation is that of NOC 2021, whose second digit is the TEER.",
		},
	),
	unit: "posts",
	span: "window",
	reduction: "sum",
	rowsAre: "labourNeed",
	facts: ({ region, from, to }) => ({
		from: sql`labour_need n`,
		where: sql<boolean>`n.region_code = ${region} and n.recorded_on between ${from}::date and ${to}::date`,
		key: sql`n.id`,
		amount: sql`n.posts`,
	}),
	dimensions: () => ({
		occupationCode: { column: sql`n.occupation_code` },
		type: { column: sql`substr(n.occupation_code, 2, 1)` },
		sectorCode: { column: sql`s.sector_code`, join: employer },
		mrcCode: {
			column: sql`coalesce(u.mrc_code, s.mrc_code)`,
			join: [employer, sql`left join establishment t on t.id = n.establishment_id left join municipality u on u.code = t.municipality_code`],
		},
	}),
};

const filled: Counted = {
	...declared,
	id: "I07-filled",
	...said(
		{ name: "Postes comblés", rule: "Somme des postes comblés des besoins consignés pendant la période, tels qu’ils sont connus aujourd’hui." },
		{ name: "Posts filled", rule: "Sum of the posts filled of the needs recorded in the period, as they are known today." },
	),
	facts: (question, by) => ({ ...declared.facts(question, by), filter: sql<boolean>`n.posts_filled > 0`, amount: sql`n.posts_filled` }),
};

const open: Counted = {
	...declared,
	id: "I07-open",
	...said(
		{
			name: "Postes à combler",
			rule: "Somme des postes ni comblés ni annulés des besoins consignés au plus tard à la date choisie, tels qu’ils sont connus aujourd’hui.",
		},
		{ name: "Posts to fill", rule: "Sum of the posts neither filled nor cancelled of the needs recorded by the chosen day, as they are known today." },
	),
	span: "asOf",
	facts: ({ region, asOf }) => ({
		from: sql`labour_need n`,
		where: sql<boolean>`n.region_code = ${region} and n.open_posts > 0 and n.recorded_on <= ${asOf}::date`,
		key: sql`n.id`,
		amount: sql`n.open_posts`,
	}),
};

export const i07 = [declared, filled, open];
