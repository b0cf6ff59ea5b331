import { sql } from "kysely";
import { type Counted, said } from "./indicator.ts";
import { ofEmployer } from "./sources.ts";

const from = sql`immigration_line l`;
const dimensions: Counted["dimensions"] = () => ({
	...ofEmployer(sql`l.employer_id`),
	type: { column: sql`l.path` },
	country: { column: sql`l.country` },
	occupationCode: { column: sql`l.occupation_code` },
});
/** Lines of which a day is of the period. */
const within =
	(column: string): Counted["facts"] =>
	({ region, from: first, to }) => ({
		from,
		where: sql<boolean>`l.region_code = ${region} and ${sql.ref(`l.${column}`)} between ${first}::date and ${to}::date`,
		key: sql`l.id`,
	});

const underWay: Counted = {
	id: "I10",
	...said(
		{
			name: "Dossiers d’immigration en cours",
			rule: "Personnes embauchées au plus tard à la date choisie, dont le dossier n’était alors ni terminé ni arrivé à la résidence permanente.",
		},
		{ name: "Immigration files under way", rule: "People hired by the chosen day, whose file was then neither over nor come to permanent residence." },
	),
	unit: "files",
	span: "asOf",
	reduction: "count",
	rowsAre: "immigrationLine",
	facts: ({ region, asOf }) => ({
		from,
		where: sql<boolean>`l.region_code = ${region} and l.hired_on <= ${asOf}::date and coalesce(l.ended_on, 'infinity') > ${asOf}::date and coalesce(l.residence_on, 'infinity') > ${asOf}::date`,
		key: sql`l.id`,
	}),
	dimensions,
};
const windowed = (id: string, words: ReturnType<typeof said>, facts: Counted["facts"]): Counted => ({ ...underWay, id, ...words, span: "window", facts });

const opened = windowed(
	"I10-opened",
	said(
		{ name: "Dossiers d’immigration ouverts", rule: "Personnes dont l’offre a été acceptée pendant la période." },
		{ name: "Immigration files opened", rule: "People whose offer was accepted in the period." },
	),
	within("hired_on"),
);
const decided = windowed(
	"I10-decided",
	said(
		{ name: "Dossiers d’immigration décidés", rule: "Dossiers dont la décision conjointe, ou la validation de l’offre, est datée de la période." },
		{ name: "Immigration files decided", rule: "Files whose joint decision, or the validation of the offer, is dated in the period." },
	),
	within("decided_on"),
);
const refused = windowed(
	"I10-refused",
	said(
		{ name: "Dossiers d’immigration refusés", rule: "Dossiers terminés pendant la période par un refus, à quelque étape que ce soit." },
		{ name: "Immigration files refused", rule: "Files that ended in the period with a refusal, at whichever step." },
	),
	(question, by) => ({ ...within("ended_on")(question, by), filter: sql<boolean>`l.end_reason like 'refused%'` }),
);
const delay: Counted = {
	...windowed(
		"I10-delay",
		said(
			{ name: "Délai médian du dépôt à la décision", rule: "Jours du dépôt de la demande à sa décision, médiane des dossiers décidés pendant la période." },
			{ name: "Median delay from filing to decision", rule: "Days from the filing to the decision, median of the files decided in the period." },
		),
		(question, by) => ({ ...within("decided_on")(question, by), filter: sql<boolean>`l.filed_on is not null`, amount: sql`(l.decided_on - l.filed_on)` }),
	),
	unit: "days",
	reduction: "median",
};

const arrivals = windowed(
	"I11",
	said(
		{ name: "Arrivées", rule: "Personnes embauchées arrivées pendant la période, par la date d’arrivée que l’employeur a dite." },
		{ name: "Arrivals", rule: "People hired who arrived in the period, by the day of arrival that the employer told." },
	),
	within("arrived_on"),
);

export const i10 = [underWay, opened, decided, refused, delay];
export const i11: Counted = { ...arrivals, unit: "people" };
