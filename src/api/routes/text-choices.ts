import { type RawBuilder, sql } from "kysely";
import { countTextChoices, createTextChoice, listTextChoices, type TextChoice, textChoiceFields } from "#contract/text-choices.ts";
import { implement } from "../implement.ts";
import type { ListDefinition } from "../list.ts";
import { readFacets } from "../list-facets.ts";
import type { ManyValues } from "../list-filter.ts";
import { readPage } from "../list-page.ts";
import { camelRow, snakeRow } from "../presenting.ts";
import { isoInstant } from "../rules/instant.ts";

const columns: Record<keyof typeof textChoiceFields, RawBuilder<unknown>> = {
	seq: sql.ref("c.seq"),
	on: sql`(c.made_at at time zone 'America/Toronto')::date`,
	personId: sql.ref("c.person_id"),
	entity: sql.ref("c.entity"),
	kind: sql.ref("found.kind"),
	choice: sql.ref("c.choice"),
};

/** What was found in one text may be of several kinds. */
const kinds: ManyValues = { table: sql`unnest(c.kinds) as found (kind)`, on: sql<boolean>`true` };

const textChoiceList: ListDefinition = {
	fields: textChoiceFields,
	column: (field) => columns[field as keyof typeof textChoiceFields],
	many: (field) => (field === "kind" ? kinds : undefined),
	from: sql`text_choice c join person p on p.id = c.person_id`,
	id: sql.ref("c.id"),
	scope: ({ caller }) => sql<boolean>`c.region_code = ${caller.regionCode}`,
	// By the person's name, as the log of the accounts.
	found: (patterns) => sql<boolean>`fold(p.name) like all(${patterns}::text[])`,
	select: () =>
		sql`c.id, c.seq::int as seq, c.person_id, p.name as person_name, c.made_at, c.entity, c.record_id, c.field, to_json(c.kinds) as kinds, c.choice`,
	defaultSort: "-seq",
	neverNull: ["seq"],
};

export const textChoiceRoutes = [
	implement(listTextChoices, async (context, { query }) => {
		const { rows, total, next } = await readPage<Record<string, unknown> & { made_at: string }>(context, textChoiceList, query);
		return { items: rows.map(({ made_at, ...row }) => ({ ...camelRow<Omit<TextChoice, "madeAt">>(row), madeAt: isoInstant(made_at) })), total, next };
	}),

	implement(countTextChoices, (context, { query }) => readFacets(context, textChoiceList, query)),

	// Whoever decided may not read it again: what was sent is what was kept.
	implement(createTextChoice, async ({ db, caller, now, requestId }, { body }) => {
		await db
			.insertInto("text_choice")
			.values({ ...snakeRow(body), region_code: caller.regionCode, person_id: caller.personId, made_at: now.toISOString(), request_id: requestId } as never)
			.execute();
		return body;
	}),
];
