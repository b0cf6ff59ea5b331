import { sql } from "kysely";
import { type AnyIndicator, type Counted, type Dimensions, type Facts, type Question, said } from "./indicator.ts";
import { ofEmployer, openCases } from "./sources.ts";

const ofCase: Dimensions = {
	stage: { column: sql`c.stage` },
	personId: { column: sql`c.advisor_id` },
	mrcCode: { column: sql`c.mrc_code` },
	...ofEmployer(sql`c.employer_id`),
};

const open: Counted = {
	id: "I06",
	...said(
		{
			name: "Dossiers ouverts",
			rule: "Dossiers ouverts à la date choisie, à l’étape où leur historique les montre ce jour-là. La personne responsable et le territoire sont ceux d’aujourd’hui.",
		},
		{
			name: "Open cases",
			rule: "Cases open on the chosen day, at the stage where their history shows them that day. The person in charge and the territory are today’s.",
		},
	),
	unit: "cases",
	span: "asOf",
	reduction: "count",
	rowsAre: "supportCase",
	facts: (question) => ({ from: openCases(question), where: sql<boolean>`true`, key: sql`c.id` }),
	dimensions: () => ofCase,
};

const sleeping: Counted = {
	...open,
	id: "I06-sleeping",
	...said(
		{
			name: "Dossiers qui dorment",
			rule: "Dossiers ouverts, hors pause, sans trace de travail depuis plus de jours que le seuil de leur étape ne le permet. Une trace\u00A0: l’entrée à l’étape, une visite complétée, un suivi fait, une preuve consignée. Les pauses sont celles qui sont consignées aujourd’hui.",
		},
		{
			name: "Sleeping cases",
			rule: "Open cases, not paused, without a trace of work for more days than the threshold of their stage allows. A trace: entering the stage, a completed visit, a follow-up done, evidence logged. Pauses are those recorded today.",
		},
	),
	facts: (question, by) => ({
		...open.facts(question, by),
		filter: sql<boolean>`not c.paused and c.last_trace_on < ${question.asOf}::date - c.stale_after_days`,
		amount: sql`${question.asOf}::date - c.last_trace_on`,
	}),
};

const age: Counted = {
	...open,
	id: "I06-age",
	...said(
		{ name: "Jours à l’étape, médiane", rule: "Nombre médian de jours que les dossiers ouverts ont passés à leur étape, à la date choisie." },
		{ name: "Days in the stage, median", rule: "Median number of days that open cases have spent in their stage, on the chosen day." },
	),
	unit: "days",
	reduction: "median",
	facts: (question, by) => ({ ...open.facts(question, by), amount: sql`${question.asOf}::date - c.entered_on` }),
};

const reached: Counted = {
	...open,
	id: "I06-reached",
	...said(
		{ name: "Dossiers entrés à l’étape", rule: "Dossiers qui sont entrés à l’étape, au plus tard à la date choisie, ouverts ou fermés depuis." },
		{ name: "Cases that entered the stage", rule: "Cases that entered the stage by the chosen day, open or closed since." },
	),
	reduction: "countDistinct",
	// A case is there once for each stage that it entered.
	facts: ({ region, asOf }, by) => ({
		from: sql`stage_passage c`,
		where: sql<boolean>`c.region_code = ${region} and c.entered_on <= ${asOf}::date`,
		key: sql`c.support_case_id`,
		isOnce: by.includes("stage"),
	}),
	dimensions: () => ({ stage: { column: sql`c.stage` } }),
};

const passed: Counted = {
	...reached,
	id: "I06-passed",
	...said(
		{
			name: "Dossiers allés plus loin",
			rule: "Dossiers entrés à l’étape qui sont ensuite allés à une étape plus avancée. Fermer un dossier n’est pas aller plus loin.",
		},
		{ name: "Cases that went further", rule: "Cases that entered the stage and then went to a later one. Closing a case is not going further." },
	),
	facts: (question, by) => ({ ...reached.facts(question, by), filter: sql<boolean>`c.passed_on <= ${question.asOf}::date` }),
};

const during =
	(day: "opened_on" | "closed_on") =>
	({ region, from, to }: Question): Facts => ({
		from: sql`support_case_summary c`,
		where: sql<boolean>`c.region_code = ${region}`,
		filter: sql<boolean>`${sql.ref(`c.${day}`)} between ${from}::date and ${to}::date`,
		key: sql`c.support_case_id`,
	});
const opened: Counted = {
	...open,
	id: "I06-opened",
	...said(
		{ name: "Dossiers ouverts dans la période", rule: "Dossiers dont l’ouverture est datée de la période." },
		{ name: "Cases opened in the period", rule: "Cases whose opening is dated in the period." },
	),
	span: "window",
	facts: during("opened_on"),
	dimensions: () => ({ personId: { column: sql`c.advisor_id` }, mrcCode: { column: sql`c.mrc_code` }, ...ofEmployer(sql`c.employer_id`) }),
};
const closed: Counted = {
	...opened,
	id: "I06-closed",
	...said(
		{ name: "Dossiers fermés dans la période", rule: "Dossiers dont la fermeture est datée de la période, par raison." },
		{ name: "Cases closed in the period", rule: "Cases whose closing is dated in the period, by reason." },
	),
	facts: during("closed_on"),
	dimensions: (question, by) => ({
		...opened.dimensions(question, by),
		type: { column: sql`o.close_reason`, join: sql`left join support_case o on o.id = c.support_case_id` },
	}),
};

export const i06: AnyIndicator[] = [
	open,
	sleeping,
	age,
	opened,
	closed,
	reached,
	passed,
	{
		id: "I06-conversion",
		...said(
			{
				name: "Passage d’une étape aux suivantes",
				rule: "Dossiers allés plus loin, sur les dossiers entrés à l’étape. Sous cinq dossiers entrés, une part ne dit rien\u00A0: elle n’est pas montrée.",
			},
			{
				name: "Passage from a stage to the next ones",
				rule: "Cases that went further, over the cases that entered the stage. Under five entries a share says nothing and is not shown.",
			},
		),
		unit: "share",
		span: "asOf",
		reduction: "ratio",
		numerator: "I06-passed",
		denominator: "I06-reached",
	},
];
