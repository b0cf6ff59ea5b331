import { type RawBuilder, sql } from "kysely";
import { followUpFields } from "#contract/follow-ups.ts";
import type { Context } from "../caller.ts";
import type { ListDefinition } from "../list.ts";

/** Late: not done and due before today. What is due today is not late. */
export const lateFollowUp = (today: string) => sql<boolean>`(f.done_on is null and f.due_on < ${today}::date)`;

const columns: Record<keyof typeof followUpFields, (context: Context) => RawBuilder<unknown>> = {
	employerId: () => sql.ref("f.employer_id"),
	employerName: () => sql.ref("s.name"),
	kind: () => sql.ref("f.kind"),
	ownerId: () => sql.ref("f.owner_id"),
	dueOn: () => sql.ref("f.due_on"),
	doneOn: () => sql.ref("f.done_on"),
	done: () => sql`(f.done_on is not null)`,
	late: ({ today }) => lateFollowUp(today),
};

export const followUpList: ListDefinition = {
	fields: followUpFields,
	column: (field, context) => columns[field as keyof typeof followUpFields](context),
	from: sql`follow_up f left join employer_summary s on s.employer_id = f.employer_id`,
	id: sql.ref("f.id"),
	scope: ({ caller }) => sql<boolean>`f.region_code = ${caller.regionCode}`,
	searched: (employers) => sql<boolean>`f.employer_id in (${employers})`,
	select:
		() => sql`f.id, f.employer_id, s.name as employer_name, f.support_case_id, f.visit_id, f.kind, f.title, f.owner_id, f.due_on, f.done_on, f.outcome, f.created_on, f.version,
		s.region_code as employer_region, s.advisor_id as employer_advisor`,
	defaultSort: "dueOn",
	neverNull: ["employerName", "dueOn"],
	counted: "follow_up",
};
