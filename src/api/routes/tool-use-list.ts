import { type RawBuilder, sql } from "kysely";
import { toolUseFields } from "#contract/tool-uses.ts";
import type { ListDefinition } from "../list.ts";

const columns: Record<keyof typeof toolUseFields, RawBuilder<unknown>> = {
	employerId: sql.ref("t.employer_id"),
	employerName: sql.ref("s.name"),
	tool: sql.ref("t.tool"),
	event: sql.ref("t.event"),
	source: sql.ref("t.source"),
	mission: sql.ref("t.mission"),
	occurredOn: sql.ref("t.occurred_on"),
	quantity: sql.ref("t.quantity"),
};

export const toolUseList: ListDefinition = {
	fields: toolUseFields,
	column: (field) => columns[field as keyof typeof toolUseFields],
	from: sql`tool_use t left join employer_summary s on s.employer_id = t.employer_id`,
	id: sql.ref("t.id"),
	scope: ({ caller }) => sql<boolean>`t.region_code = ${caller.regionCode}`,
	searched: (employers) => sql<boolean>`t.employer_id in (${employers})`,
	select:
		() => sql`t.id, t.employer_id, s.name as employer_name, t.visit_id, t.recorded_by, t.helped_by_id, t.participants, t.tool, t.event, t.occurred_on, t.quantity, t.mission, t.source, t.note, t.version,
		t.registration_id is not null and t.id = registration_use_id(t.registration_id, t.event) as is_of_mission,
		s.region_code as employer_region, s.advisor_id as employer_advisor`,
	defaultSort: "-occurredOn",
	neverNull: ["employerName", "occurredOn", "quantity"],
	counted: "tool_use",
};
