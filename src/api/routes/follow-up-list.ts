import { type RawBuilder, sql } from "kysely";
import { type FollowUp, followUpFields } from "#contract/follow-ups.ts";
import type { Context } from "../caller.ts";
import type { ListDefinition } from "../list.ts";
import type { ManyValues } from "../list-filter.ts";
import { camelRow } from "../presenting.ts";
import { canWriteFollowUp } from "../rules/permissions.ts";

/** Late: not done and due before today. What is due today is not late. */
export const lateFollowUp = (today: string) => sql<boolean>`(f.done_on is null and f.due_on < ${today}::date)`;
/** The same of an owner's row: one of several owners has it in hand like the others. */
export const lateOwned = (today: string) => sql<boolean>`(o.is_open and o.due_on < ${today}::date)`;

const columns: Record<keyof typeof followUpFields, (context: Context) => RawBuilder<unknown>> = {
	employerId: () => sql.ref("f.employer_id"),
	lineId: () => sql.ref("f.immigration_line_id"),
	employerName: () => sql`coalesce(s.name, q.name)`,
	kind: () => sql.ref("f.kind"),
	ownerId: () => sql.ref("follow_up_owner.person_id"),
	origin: () => sql.ref("f.origin"),
	dueOn: () => sql.ref("f.due_on"),
	doneOn: () => sql.ref("f.done_on"),
	done: () => sql`(f.done_on is not null)`,
	late: ({ today }) => lateFollowUp(today),
	promised: () => sql.ref("f.promised"),
	promise: ({ today }) =>
		sql`(case when not f.promised then null when f.cancel_reason is not null then 'givenUp' when f.done_on is not null then 'kept' when f.due_on < ${today}::date then 'late' else 'toCome' end)`,
};

/** Any of its owners: their table is an index of « mine » by due date. */
const owners: ManyValues = { table: sql`follow_up_owner`, on: sql<boolean>`follow_up_owner.follow_up_id = f.id` };

export const followUpList: ListDefinition = {
	fields: followUpFields,
	column: (field, context) => columns[field as keyof typeof followUpFields](context),
	many: (field) => (field === "ownerId" ? owners : undefined),
	from: sql`follow_up f left join employer_summary s on s.employer_id = f.employer_id left join partner q on q.id = f.partner_id`,
	id: sql.ref("f.id"),
	scope: ({ caller }) => sql<boolean>`f.region_code = ${caller.regionCode}`,
	searched: (employers) => sql<boolean>`f.employer_id in (${employers})`,
	select:
		() => sql`f.id, f.employer_id, f.partner_id, coalesce(s.name, q.name) as employer_name, f.support_case_id, f.visit_id, f.kind, f.title, f.owner_id, to_json(f.co_owner_ids) as co_owner_ids, f.due_on, f.done_on, f.outcome,
		f.cancel_reason, f.origin, f.rule_code, f.promised, f.repeat_every, f.repeat_unit, f.postponements, f.postpone_reason, f.postpone_note, f.created_on, f.version,
		(select v.occurred_on from visit v where v.id = f.visit_id) as visit_on,
		coalesce(s.region_code, q.region_code) as employer_region, s.advisor_id as employer_advisor`,
	defaultSort: "dueOn",
	neverNull: ["employerName", "dueOn", "promised"],
	counted: "follow_up",
};

type Row = Omit<FollowUp, "can"> & { employerRegion: string; employerAdvisor: string | null };

/** A row of the list or the record, with what its reader may do. */
export function presentFollowUp({ caller }: Context, row: Record<string, unknown>): FollowUp {
	const { employerRegion, employerAdvisor, ...followUp } = camelRow<Row>(row);
	const ownerIds = [followUp.ownerId, ...followUp.coOwnerIds];
	return { ...followUp, can: { update: canWriteFollowUp(caller, { regionCode: employerRegion, ownerIds, employerAdvisorId: employerAdvisor }) } };
}
