import { type RawBuilder, sql } from "kysely";
import { accountsOf, accountsOn, stateOn, wasActive } from "../portal-accounts.ts";
import { type Counted, type Facts, type Question, said } from "./indicator.ts";
import { ofEmployer } from "./sources.ts";

const events = ({ region }: Question, event: string) => sql<boolean>`t.region_code = ${region} and t.event = ${event}`;
/** The first activation of each employer; the others open no account again. */
const firstAccounts = (question: Question): Pick<Facts, "from" | "key"> => ({
	from: sql`(select t.employer_id, min(t.occurred_on) as first_on from tool_use t where ${events(question, "account")} group by 1) t`,
	key: sql`t.employer_id`,
});

const activated: Counted = {
	id: "I08",
	...said(
		{ name: "Comptes Portail activés", rule: "Employeurs distincts dont le premier compte au Portail employeurs a été activé pendant la période." },
		{ name: "Portail accounts activated", rule: "Distinct employers whose first account of the Portail employeurs was activated in the period." },
	),
	unit: "accounts",
	span: "window",
	reduction: "count",
	rowsAre: "employer",
	facts: (question) => ({
		...firstAccounts(question),
		where: sql<boolean>`true`,
		filter: sql<boolean>`t.first_on between ${question.from}::date and ${question.to}::date`,
	}),
	dimensions: () => ofEmployer(sql`t.employer_id`),
};

/** As the list of the accounts says it, as of the day: one row an employer, none archived. */
const standing = ({ region, asOf, today }: Question, is: RawBuilder<boolean>): Facts => ({
	from: accountsOn({ region, asOf, today }),
	where: accountsOf({ region, asOf, today }),
	filter: is,
	key: sql`a.employer_id`,
	isOnce: true,
});

const accounts: Counted = {
	...activated,
	id: "I08-accounts",
	...said(
		{
			name: "Comptes Portail",
			rule: "Employeurs distincts dont le compte au Portail employeurs avait été activé à la date choisie, ou qui s’en étaient servis\u00A0; sans les employeurs archivés.",
		},
		{
			name: "Portail accounts",
			rule: "Distinct employers whose account of the Portail employeurs had been activated by the chosen day, or had served; archived employers left out.",
		},
	),
	version: 2,
	span: "asOf",
	facts: (question) => standing(question, wasActive),
	dimensions: () => ofEmployer(sql`a.employer_id`),
};

const active: Counted = {
	...accounts,
	id: "I08-active",
	...said(
		{
			name: "Comptes Portail actifs",
			rule: "Comptes activés qui ne dorment pas à la date choisie\u00A0: ni déclarés dormants depuis leur dernier signe, ni restés sans usage plus longtemps que le délai en vigueur ce jour-là (180\u00A0jours).",
		},
		{
			name: "Active Portail accounts",
			rule: "Activated accounts that do not sleep on the chosen day: neither said dormant since their last sign, nor left without use for longer than the delay in force that day (180 days).",
		},
	),
	version: 2,
	facts: (question) => standing(question, sql<boolean>`${stateOn(question.asOf)} = 'active'`),
};

const uses = (id: string, event: string, unit: "contacts" | "offers", words: ReturnType<typeof said>): Counted => ({
	...activated,
	id,
	...words,
	unit,
	reduction: "sum",
	rowsAre: "toolUse",
	facts: (question) => ({
		from: sql`tool_use t`,
		where: sql<boolean>`${events(question, event)} and t.occurred_on between ${question.from}::date and ${question.to}::date`,
		key: sql`t.id`,
		amount: sql`t.quantity`,
	}),
	dimensions: () => ({ ...ofEmployer(sql`t.employer_id`), type: { column: sql`t.source` } }),
});

export const i08 = [
	activated,
	accounts,
	active,
	uses(
		"I08-contacts",
		"contact",
		"contacts",
		said(
			{
				name: "Personnes contactées au Portail",
				rule: "Somme des personnes que les employeurs ont contactées par le Portail pendant la période, selon leur déclaration ou l’extrait du ministère. Une personne contactée n’est pas une arrivée.",
			},
			{
				name: "Candidates contacted through the Portail",
				rule: "Sum of the candidates contacted through the Portail in the period, as declared or by the ministry’s extract. A contact is not an arrival.",
			},
		),
	),
	uses(
		"I08-offers",
		"validatedOffer",
		"offers",
		said(
			{ name: "Offres validées déposées", rule: "Somme des offres d’emploi validées (OEV) déposées au Portail pendant la période." },
			{ name: "Validated offers filed", rule: "Sum of the validated job offers filed in the Portail in the period." },
		),
	),
];
