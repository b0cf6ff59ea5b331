import { type RawBuilder, sql } from "kysely";
import { type AccountEvent, accountEventFields, countAccountEvents, listAccountEvents } from "#contract/account-events.ts";
import { implement } from "../implement.ts";
import type { ListDefinition } from "../list.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { camelRow } from "../presenting.ts";
import { isoInstant } from "../rules/instant.ts";

const columns: Record<keyof typeof accountEventFields, RawBuilder<unknown>> = {
	seq: sql.ref("v.seq"),
	on: sql`(v.at at time zone 'America/Toronto')::date`,
	personId: sql.ref("v.person_id"),
	personName: sql.ref("p.name"),
	kind: sql.ref("v.kind"),
	actorId: sql.ref("v.actor"),
};

const accountEventList: ListDefinition = {
	fields: accountEventFields,
	column: (field) => columns[field as keyof typeof accountEventFields],
	from: sql`account_event v join person p on p.id = v.person_id left join person a on a.id = v.actor`,
	id: sql.ref("v.id"),
	scope: ({ caller }) => sql<boolean>`v.region_code = ${caller.regionCode}`,
	// By the person's name: an office has few people, and no employer is read here.
	found: (patterns) => sql<boolean>`fold(p.name) like all(${patterns}::text[])`,
	select: () => sql`v.id, v.seq::int as seq, v.person_id, p.name as person_name, v.kind, v.at, v.actor as actor_id, a.name as actor_name, v.request_id`,
	defaultSort: "-seq",
	neverNull: ["seq", "personName"],
};

export const accountEventRoutes = [
	implement(listAccountEvents, async (context, { query }) => {
		const { rows, total, next } = await readPage<Record<string, unknown> & { at: string }>(context, accountEventList, query);
		return { items: rows.map(({ at, ...row }) => ({ ...camelRow<Omit<AccountEvent, "at">>(row), at: isoInstant(at) })), total, next };
	}),

	implement(countAccountEvents, (context, { query }) => readFacets(context, accountEventList, query)),
];
