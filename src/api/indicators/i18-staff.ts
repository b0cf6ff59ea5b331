import { sql } from "kysely";
import { type Counted, said } from "./indicator.ts";

const during = (asOf: string, table: "p" | "h") =>
	sql<boolean>`${sql.ref(`${table}.valid_from`)} <= ${asOf}::date and coalesce(${sql.ref(`${table}.valid_to`)} >= ${asOf}::date, true)`;

const staff = (id: string, role: string, words: ReturnType<typeof said>): Counted => ({
	id,
	...words,
	unit: "people",
	span: "asOf",
	reduction: "count",
	rowsAre: "person",
	facts: ({ region, asOf }) => ({
		from: sql`person p`,
		where: sql<boolean>`p.region_code = ${region} and ${during(asOf, "p")}`,
		filter: sql<boolean>`p.role = ${role}`,
		key: sql`p.id`,
	}),
	dimensions: () => ({ servicePointId: { column: sql`p.service_point_id` } }),
});

/** I18 ★ (domain §3.3): 6, 10 and 11 for the Montérégie on 2021-03-31. */
export const i18: Counted[] = [
	staff(
		"I18",
		"advisor",
		said(
			{ name: "Conseillères et conseillers en immigration régionale", rule: "Personnes qui occupent ce rôle dans la région à la date choisie." },
			{ name: "Regional immigration advisors", rule: "People who hold this role in the region on the chosen day." },
		),
	),
	staff(
		"I18-agents",
		"integrationAgent",
		said(
			{ name: "Agentes et agents d’aide à l’intégration", rule: "Personnes qui occupent ce rôle dans la région à la date choisie." },
			{ name: "Integration agents", rule: "People who hold this role in the region on the chosen day." },
		),
	),
	{
		id: "I18-servicePoints",
		...said(
			{ name: "Points de services", rule: "Points de services de la région ouverts à la date choisie, situés dans un bureau de Services Québec." },
			{ name: "Points of service", rule: "Points of service of the region open on the chosen day, in a Services Québec office." },
		),
		unit: "servicePoints",
		span: "asOf",
		reduction: "count",
		rowsAre: "servicePoint",
		facts: ({ region, asOf }) => ({
			from: sql`service_point h`,
			where: sql<boolean>`h.region_code = ${region} and h.host = 'Services Québec' and ${during(asOf, "h")}`,
			key: sql`h.id`,
		}),
		dimensions: () => ({}),
	},
];
