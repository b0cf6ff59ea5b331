import { sql } from "kysely";
import { type AnyIndicator, type Counted, said } from "./indicator.ts";

const late: Counted = {
	id: "I14",
	...said(
		{
			name: "Suivis en retard",
			rule: "Suivis dont l’échéance est passée à la date choisie et qui n’étaient pas faits ce jour-là. Ce qui est dû le jour même n’est pas en retard.",
		},
		{
			name: "Late follow-ups",
			rule: "Follow-ups whose due date had passed on the chosen day and that were not done that day. What is due on the day itself is not late.",
		},
	),
	unit: "followUps",
	span: "asOf",
	reduction: "count",
	rowsAre: "followUp",
	facts: ({ region, asOf }) => ({
		from: sql`follow_up f`,
		where: sql<boolean>`f.region_code = ${region} and ((f.done_on is null and f.due_on < ${asOf}::date) or (f.done_on > ${asOf}::date and f.due_on < ${asOf}::date and f.created_on <= ${asOf}::date))`,
		key: sql`f.id`,
		amount: sql`${asOf}::date - f.due_on`,
	}),
	dimensions: () => ({
		personId: { column: sql`o.person_id`, join: sql`join follow_up_owner o on o.follow_up_id = f.id`, isMany: true },
		type: { column: sql`f.kind` },
	}),
};

const due: Counted = {
	...late,
	id: "I14-due",
	...said(
		{
			name: "Suivis échus dans la période",
			rule: "Suivis dont l’échéance est dans la période et déjà passée à la date choisie, sauf ceux auxquels on a renoncé.",
		},
		{ name: "Follow-ups due in the period", rule: "Follow-ups whose due date is in the period and had passed on the chosen day, but those given up." },
	),
	span: "window",
	facts: ({ region, from, to, asOf }) => ({
		from: sql`follow_up f`,
		where: sql<boolean>`f.region_code = ${region} and f.due_on between ${from}::date and ${to}::date and f.due_on < ${asOf}::date and f.cancel_reason is null`,
		key: sql`f.id`,
	}),
};

const onTime: Counted = {
	...due,
	id: "I14-onTime",
	...said(
		{ name: "Suivis faits à temps", rule: "Suivis échus dans la période et faits au plus tard le jour de leur échéance." },
		{ name: "Follow-ups done on time", rule: "Follow-ups due in the period and done by their due date." },
	),
	facts: (question, by) => ({ ...due.facts(question, by), filter: sql<boolean>`f.done_on <= f.due_on` }),
};

export const i14: AnyIndicator[] = [
	late,
	due,
	onTime,
	{
		id: "I14-rate",
		...said(
			{ name: "Part des suivis faits à temps", rule: "Suivis faits au plus tard le jour de leur échéance, sur les suivis échus dans la période." },
			{ name: "Share of follow-ups done on time", rule: "Follow-ups done by their due date, over the follow-ups due in the period." },
		),
		unit: "share",
		span: "window",
		reduction: "ratio",
		numerator: "I14-onTime",
		denominator: "I14-due",
	},
];
