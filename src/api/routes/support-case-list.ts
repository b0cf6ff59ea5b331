import { type RawBuilder, sql } from "kysely";
import { type SupportCaseRow, supportCaseFields } from "#contract/support-cases.ts";
import type { Context } from "../caller.ts";
import type { ListDefinition } from "../list.ts";
import { camelRow } from "../presenting.ts";
import { canWriteSupportCase } from "../rules/permissions.ts";

/** The wake-up day itself is still a day of pause. */
const paused = ({ today }: Context) => sql<boolean>`(c.closed_on is null and coalesce(c.paused_until >= ${today}::date, false))`;
/** « Dort »: open, not paused, and no trace of work for longer than the stage allows (domain §2.2). Said of the day, not of a number of days: each stage is then a range of an index. */
const sleeping = (context: Context) =>
	sql<boolean>`(c.closed_on is null and not ${paused(context)} and s.stale_after_days is not null and c.last_activity_on < ${context.today}::date - s.stale_after_days)`;

const columns: Record<keyof typeof supportCaseFields, (context: Context) => RawBuilder<unknown>> = {
	employerName: () => sql.ref("c.employer_name"),
	employerId: () => sql.ref("c.employer_id"),
	mrcCode: () => sql.ref("c.mrc_code"),
	advisorId: () => sql.ref("c.advisor_id"),
	servicePointId: () => sql.ref("p.service_point_id"),
	stage: () => sql.ref("c.stage"),
	stageEnteredOn: () => sql.ref("c.stage_entered_on"),
	openedOn: () => sql.ref("c.opened_on"),
	closedOn: () => sql.ref("c.closed_on"),
	lastActivityOn: () => sql.ref("c.last_activity_on"),
	openPosts: () => sql.ref("c.open_posts"),
	open: () => sql`(c.closed_on is null)`,
	sleeping,
	paused,
	pausedUntil: () => sql.ref("c.paused_until"),
	archived: () => sql`(e.archived_on is not null)`,
};

const rowColumns = (
	context: Context,
) => sql`c.support_case_id as id, c.employer_id, c.employer_name, c.mrc_code, c.advisor_id, c.stage, c.stage_entered_on, c.opened_on, c.closed_on, c.paused_until,
	c.last_activity_on, ${sleeping(context)} as sleeping, c.posts, c.open_posts, c.occupation_code, ${sql.ref(context.language === "en" ? "o.label_en" : "o.label_fr")} as occupation_label, c.occupations,
	k.version, e.advisor_id as employer_advisor_id, e.region_code as employer_region, e.archived_on as employer_archived_on`;

export const supportCaseList: ListDefinition = {
	fields: supportCaseFields,
	column: (field, context) => columns[field as keyof typeof supportCaseFields](context),
	// Left joins on unique keys: the planner drops those that a statement does not read, so counting touches the summary only.
	from: sql`support_case_summary c left join stage_setting s on s.region_code = c.region_code and s.stage = c.stage left join person p on p.id = c.advisor_id left join employer_summary e on e.employer_id = c.employer_id
		left join support_case k on k.id = c.support_case_id left join occupation o on o.code = c.occupation_code`,
	id: sql.ref("c.support_case_id"),
	scope: ({ caller }) => sql<boolean>`c.region_code = ${caller.regionCode}`,
	searched: (employers) => sql<boolean>`e.employer_id in (${employers})`,
	select: rowColumns,
	defaultSort: "employerName",
	neverNull: ["employerName", "stage", "stageEnteredOn", "openedOn", "lastActivityOn", "openPosts"],
	counted: "support_case",
};

/** A row of the list or a card of the board, with what its reader may do. */
export function presentSupportCase({ caller }: Context, row: Record<string, unknown>): SupportCaseRow {
	const {
		employerAdvisorId,
		employerRegion,
		employerArchivedOn: _,
		...record
	} = camelRow<Omit<SupportCaseRow, "can"> & { employerAdvisorId: string | null; employerRegion: string; employerArchivedOn: string | null }>(row);
	const isOpen = record.closedOn === null && canWriteSupportCase(caller, { regionCode: employerRegion, advisorId: record.advisorId, employerAdvisorId });
	return { ...record, can: { update: isOpen, move: isOpen } };
}
