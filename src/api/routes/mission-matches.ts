import { type RawBuilder, sql } from "kysely";
import { countMissionMatches, inviteToMission, listMissionMatches, type MissionMatch, missionMatchFields } from "#contract/mission-matches.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import type { ListDefinition } from "../list.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { camelRow, mustFind } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { canWriteEmployer } from "../rules/permissions.ts";
import { followMissions } from "./mission-follow-ups.ts";
import { promisedElsewhere } from "./mission-quota.ts";
import { missionLooksFor, ruleFits } from "./tool-rule-fit.ts";

const columns: Record<keyof typeof missionMatchFields, RawBuilder<unknown>> = {
	employerName: sql.ref("s.name"),
	posts: sql.ref("x.posts"),
	occupationCode: sql.ref("held.code"),
	mrcCode: sql.ref("s.mrc_code"),
	sectorCode: sql.ref("s.sector_code"),
	advisorId: sql.ref("s.advisor_id"),
	state: sql.ref("g.state"),
};

/** By employer, the needs of which the mission may fill something: not yet promised to another that is neither over nor cancelled, and fit by a rule of the Journées. */
const matched = (missionId: string, { today, language }: Context) => sql`(
	select n.employer_id, sum(f.free)::int as posts, array_agg(distinct n.occupation_code) as codes,
		json_agg(json_build_object('id', n.id, 'occupationCode', n.occupation_code, 'occupationLabel', coalesce(${sql.ref(language === "en" ? "o.label_en" : "o.label_fr")}, ''), 'posts', f.free,
			'startOn', n.start_on, 'frenchLevel', n.french_level, 'ruleId', fit.id) order by f.free desc, n.id) as needs
	from mission m join labour_need n on n.region_code = m.region_code and n.open_posts > 0 join employer_summary s on s.employer_id = n.employer_id and s.archived_on is null
	left join occupation o on o.code = n.occupation_code
	cross join lateral (select n.open_posts - ${promisedElsewhere(sql.ref("n.id"), missionId, today)} as free) f
	cross join lateral (select r.id from tool_rule r where r.tool = 'journeesQuebec' and ${ruleFits(today)} order by r.rank, r.id limit 1) fit
	where m.id = ${missionId} and ${missionLooksFor} and f.free > 0 group by n.employer_id)`;

const matchList = (missionId: string, context: Context): ListDefinition => ({
	fields: missionMatchFields,
	column: (field) => columns[field as keyof typeof missionMatchFields],
	many: (field) => (field === "occupationCode" ? { table: sql`unnest(x.codes) as held (code)`, on: sql<boolean>`true` } : undefined),
	from: sql`${matched(missionId, context)} x join employer_summary s on s.employer_id = x.employer_id
		left join mission_registration g on g.mission_id = ${missionId} and g.employer_id = x.employer_id`,
	id: sql.ref("x.employer_id"),
	scope: ({ caller }) => sql<boolean>`s.region_code = ${caller.regionCode}`,
	searched: (employers) => sql<boolean>`x.employer_id in (${employers})`,
	select: () =>
		sql`x.employer_id as id, s.name as employer_name, s.mrc_code, s.sector_code, s.advisor_id, x.posts, x.needs, g.state, s.region_code as employer_region`,
	defaultSort: "-posts",
	neverNull: ["employerName", "posts"],
});

const missionOf = async ({ db, caller }: Context, id: string) =>
	mustFind(
		await db
			.selectFrom("mission")
			.select(["id", "starts_on", "ends_on", "is_cancelled"])
			.where("id", "=", id)
			.where("region_code", "=", caller.regionCode)
			.executeTakeFirst(),
	);

function present({ caller }: Context, row: Record<string, unknown>): MissionMatch {
	const { employerRegion, ...match } = camelRow<Omit<MissionMatch, "can"> & { employerRegion: string }>(row);
	return { ...match, can: { update: canWriteEmployer(caller, { regionCode: employerRegion, advisorId: match.advisorId }) } };
}

export const missionMatchRoutes = [
	implement(listMissionMatches, async (context, { params, query }) => {
		await missionOf(context, params.id);
		const { rows, total, next } = await readPage(context, matchList(params.id, context), query);
		return { items: rows.map((row) => present(context, row)), total, next };
	}),

	implement(countMissionMatches, async (context, { params, query }) => {
		await missionOf(context, params.id);
		return readFacets(context, matchList(params.id, context), query);
	}),

	implement(inviteToMission, async (context, { params, body }) => {
		const { db, caller, today } = context;
		const mission = await missionOf(context, params.id);
		const ids = [...new Set(body.employerIds)];
		const employers = await db.selectFrom("employer").select(["id", "region_code", "advisor_id", "archived_on"]).where("id", "in", ids).execute();
		if (employers.length < ids.length || employers.some(({ archived_on }) => archived_on !== null)) throw invalid("employerIds", "unknown-reference");
		if (employers.some(({ region_code, advisor_id }) => !canWriteEmployer(caller, { regionCode: region_code, advisorId: advisor_id })))
			throw new Refusal("forbidden");
		if (mission.is_cancelled || mission.ends_on < today) throw invalid("employerIds", "mission-over");
		const { rows } = await sql`
			insert into mission_registration (id, region_code, mission_id, employer_id, advisor_id, invited_on)
			select named_id('invited ' || ${mission.id} || ' ' || e.id), e.region_code, ${mission.id}::uuid, e.id, coalesce(e.advisor_id, ${caller.personId}::uuid), ${today}::date
			from employer e where e.id = any(${ids}::uuid[]) on conflict (mission_id, employer_id) do nothing returning 1`.execute(db);
		if (rows.length > 0) await followMissions(context, { missionId: mission.id }, caller.personId);
		return { invited: rows.length };
	}),
];
