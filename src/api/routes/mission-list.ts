import { type RawBuilder, sql } from "kysely";
import { type Mission, missionFields } from "#contract/missions.ts";
import type { Context } from "../caller.ts";
import { and, type ListDefinition } from "../list.ts";
import type { ManyValues } from "../list-filter.ts";
import { camelRow } from "../presenting.ts";
import { canWriteMission } from "../rules/permissions.ts";

/** Where a mission stands on the day. Alias: m. */
export const missionStage = (today: string) =>
	sql`(case when m.is_cancelled then 'cancelled' when m.starts_on > ${today}::date then 'toCome' when m.ends_on >= ${today}::date then 'underWay' else 'ended' end)`;

/** Of what is kept by day (0035-missions-followed.sql): those who have not withdrawn, whenever they came. */
const standing = (measure: "employers" | "tookPart") =>
	sql`(select coalesce(sum(t.amount), 0)::int from mission_tally t where t.mission_id = m.id and t.measure = ${sql.lit(measure)})`;
const employers = standing("employers");

const columns: Record<keyof typeof missionFields, (context: Context) => RawBuilder<unknown>> = {
	name: () => sql.ref("m.name"),
	stage: ({ today }) => missionStage(today),
	country: () => sql.ref("land.code"),
	mode: () => sql.ref("m.mode"),
	sectorCode: () => sql.ref("branch.code"),
	isReference: () => sql.ref("m.is_reference"),
	startsOn: () => sql.ref("m.starts_on"),
	endsOn: () => sql.ref("m.ends_on"),
	registrationDeadlineOn: () => sql.ref("m.registration_deadline_on"),
	employers: () => employers,
};

const many: Record<string, ManyValues> = {
	country: { table: sql`unnest(m.countries) as land (code)`, on: sql<boolean>`true` },
	sectorCode: { table: sql`unnest(m.sectors) as branch (code)`, on: sql<boolean>`true` },
};

export const missionList: ListDefinition = {
	fields: missionFields,
	column: (field, context) => columns[field as keyof typeof missionFields](context),
	many: (field) => many[field],
	from: sql`mission m`,
	id: sql.ref("m.id"),
	scope: ({ caller }) => sql<boolean>`m.region_code = ${caller.regionCode}`,
	found: (patterns) => and(patterns.map((pattern) => sql<boolean>`fold(m.name || ' ' || coalesce(m.edition, '')) like ${pattern}`)),
	select: ({
		today,
	}) => sql`m.id, m.name, m.edition, to_json(m.countries) as countries, m.mode, m.starts_on, m.ends_on, to_json(m.sectors) as sectors, to_json(m.occupation_codes) as occupation_codes, m.french_level,
		m.registration_deadline_on, m.application_deadline_on, m.source, m.is_reference, m.is_cancelled,
		m.published_employers, m.published_posts, m.published_registered, m.published_applications, m.published_retained, m.published_invited, m.published_interviews, m.published_hires,
		${missionStage(today)} as stage, ${employers} as employers,
		${standing("tookPart")} as took_part, m.version`,
	defaultSort: "-startsOn",
	neverNull: ["name", "startsOn", "endsOn", "employers"],
};

export const presentMission = ({ caller }: Context, row: Record<string, unknown>): Mission => ({
	...camelRow<Omit<Mission, "can">>(row),
	can: { update: canWriteMission(caller) },
});
