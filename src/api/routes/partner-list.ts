import { type RawBuilder, sql } from "kysely";
import { partnerFields } from "#contract/partners.ts";
import type { ListDefinition } from "../list.ts";

/** In force on the day: signed, and ended neither on its day nor before it. */
export const agreementInForce = (today: string) => sql<boolean>`a.signed_on <= ${today}::date and coalesce(a.ended_early_on, a.end_on) >= ${today}::date`;
const activeAgreements = (today: string) => sql<number>`(select count(*)::int from agreement a where a.partner_id = p.id and ${agreementInForce(today)})`;

const columns: Record<keyof typeof partnerFields, (today: string) => RawBuilder<unknown>> = {
	name: () => sql.ref("p.name"),
	type: () => sql.ref("p.type"),
	mrcCode: () => sql.ref("p.mrc_code"),
	hasAgreement: (today) => sql`exists (select from agreement a where a.partner_id = p.id and ${agreementInForce(today)})`,
	activeAgreements,
};

export const partnerList: ListDefinition = {
	fields: partnerFields,
	column: (field, { today }) => columns[field as keyof typeof partnerFields](today),
	from: sql`partner p`,
	id: sql.ref("p.id"),
	scope: ({ caller }) => sql<boolean>`p.region_code = ${caller.regionCode}`,
	// A region has some dozens of them.
	found: (patterns) =>
		sql<boolean>`${sql.join(
			patterns.map((pattern) => sql`fold(p.name) like ${pattern}`),
			sql` and `,
		)}`,
	select: ({ today }) => sql`p.id, p.name, p.type, p.mrc_code, ${activeAgreements(today)} as active_agreements`,
	defaultSort: "name",
	neverNull: ["name", "activeAgreements"],
};
