import { type RawBuilder, sql } from "kysely";
import { type HandOver, handOverFields } from "#contract/hand-overs.ts";
import type { Context } from "../caller.ts";
import type { ListDefinition } from "../list.ts";
import { camelRow } from "../presenting.ts";

const columns: Record<keyof typeof handOverFields, RawBuilder<unknown>> = {
	fromPersonId: sql.ref("from_person_id"),
	reason: sql.ref("reason"),
	effectiveOn: sql.ref("effective_on"),
	madeOn: sql.ref("made_on"),
	undone: sql`(undone_on is not null)`,
};

export const handOverList: ListDefinition = {
	fields: handOverFields,
	column: (field) => columns[field as keyof typeof handOverFields],
	from: sql`hand_over`,
	id: sql.ref("id"),
	scope: ({ caller }) => sql<boolean>`region_code = ${caller.regionCode}`,
	select: () =>
		sql`id, from_person_id, reason, effective_on, note, receivers, employers, support_cases, follow_ups, visits, referrals, made_by, made_on, undone_on, undone_by, left_behind`,
	defaultSort: "-madeOn",
	neverNull: ["effectiveOn", "madeOn"],
};

export const presentHandOver = ({ caller }: Context, row: Record<string, unknown>): HandOver => {
	const handOver = camelRow<Omit<HandOver, "can">>(row);
	return { ...handOver, can: { undo: caller.role === "manager" && handOver.undoneOn === null } };
};
