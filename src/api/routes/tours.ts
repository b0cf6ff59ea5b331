import { type RawBuilder, sql } from "kysely";
import { placesWithin } from "#contract/distance.ts";
import { getTour, planTour, type TourPlace, type TourRow } from "#contract/tours.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { and } from "../list.ts";
import { camelRow, requireTerms } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { addDays } from "../rules/calendar.ts";
import { stopsBetween } from "../rules/tours.ts";
import { findParties, type Parties } from "./visit-parties.ts";

const defaults = { km: 10, notSeenForDays: 180, offset: 0, limit: 200 };

/** The points of the region today, few enough to be measured one by one. */
async function readPlaces({ db, caller, today }: Context) {
	return db
		.selectFrom("municipality as m")
		.select(["m.code", "m.name", "m.mrc_code as mrcCode", "m.latitude", "m.longitude"])
		.where("m.mrc_code", "in", (mrcs) =>
			mrcs
				.selectFrom("mrc_region")
				.select("mrc_code")
				.where("region_code", "=", caller.regionCode)
				.where("valid_from", "<=", today)
				.where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", today)])),
		)
		.orderBy(sql`m.name collate "und-x-icu"`)
		.execute();
}

type Asked = { notSeenForDays: number; advisorId?: string | undefined };

function employersOf({ caller, today }: Context, { notSeenForDays, advisorId }: Asked, codes: string[]): RawBuilder<boolean> {
	return and([
		sql<boolean>`s.region_code = ${caller.regionCode}`,
		sql<boolean>`s.municipality_code = any(${codes}::text[])`,
		sql<boolean>`s.archived_on is null`,
		...(notSeenForDays > 0 ? [sql<boolean>`(s.last_visit_on is null or s.last_visit_on < ${addDays(today, -notSeenForDays)})`] : []),
		...(advisorId ? [sql<boolean>`s.advisor_id = ${advisorId}`] : []),
	]);
}

async function countByPlace(context: Context, asked: Asked, codes: string[]): Promise<Map<string, number>> {
	const { rows } = await sql<{ code: string; employers: number }>`
		select s.municipality_code as code, count(*)::int as employers from employer_summary s where ${employersOf(context, asked, codes)} group by 1`.execute(
		context.db,
	);
	return new Map(rows.map(({ code, employers }) => [code, employers]));
}

/** From the places of the page alone, in their order: the others are not read. */
async function readStops(context: Context, asked: Asked, { codes, offset, limit }: { codes: string[]; offset: number; limit: number }): Promise<TourRow[]> {
	if (codes.length === 0) return [];
	const { rows } = await sql<Record<string, unknown>>`
		select s.employer_id as id, s.name, s.municipality_code, e.phone, s.advisor_id, s.last_visit_on, s.next_step_on, s.next_step_title,
			(select min(v.occurred_on) from visit_employer p join visit v on v.id = p.visit_id
				where p.employer_id = s.employer_id and v.status = 'planned' and v.occurred_on >= ${context.today}) as planned_on
		from (select * from employer_summary s where ${employersOf(context, asked, codes)}
			order by array_position(${codes}::text[], s.municipality_code), s.last_visit_on nulls first, s.employer_id offset ${offset} limit ${limit}) s
		join employer e on e.id = s.employer_id
		order by array_position(${codes}::text[], s.municipality_code), s.last_visit_on nulls first, s.employer_id`.execute(context.db);
	return rows.map((row) => camelRow<TourRow>(row));
}

/** What a visit says of its employer, said of the stop. */
function inTheTour(error: unknown): never {
	if (!(error instanceof Refusal) || error.fields.length === 0) throw error;
	throw new Refusal("invalid-input", {
		fields: error.fields.map(({ path, ...rest }) => ({ ...rest, path: path.replace(/^employerIds\.(\d+)$/, "visits.$1.employerId") })),
	});
}

/** The parties of every visit in two statements; the adviser first: it is they who may write the rest. */
async function writeStops({ db, caller }: Context, visits: { id: string; employerId: string }[], { employers, advisers }: Parties): Promise<void> {
	const region_code = caller.regionCode;
	await db
		.insertInto("visit_adviser")
		.values(
			visits.flatMap(({ id: visit_id }) =>
				advisers.map(({ id: person_id, role, service_point_id }) => ({ visit_id, person_id, region_code, role, service_point_id })),
			),
		)
		.execute();
	await db
		.insertInto("visit_employer")
		.values(
			visits.flatMap(({ id: visit_id, employerId }) =>
				employers
					.filter(({ id }) => id === employerId)
					.map(({ id: employer_id, establishment_id, mrc_code }) => ({ visit_id, employer_id, establishment_id, region_code, mrc_code })),
			),
		)
		.execute();
}

export const tourRoutes = [
	implement(getTour, async (context, { query }) => {
		const { near, km = defaults.km, notSeenForDays = defaults.notSeenForDays, advisorId, municipalityCode, offset = 0, limit = defaults.limit } = query;
		const all = await readPlaces(context);
		const start = all.find(({ code }) => code === near);
		if (!start) throw invalid("query.near", "unknown-reference");
		const within = placesWithin(all, start, km);
		const asked = { notSeenForDays, advisorId };
		const counts = await countByPlace(
			context,
			asked,
			within.map(({ code }) => code),
		);
		const places: TourPlace[] = within.map((place) => ({ ...place, employers: counts.get(place.code) ?? 0 }));
		const listed = municipalityCode ? places.filter(({ code }) => code === municipalityCode) : places;
		return {
			places,
			total: listed.reduce((sum, { employers }) => sum + employers, 0),
			items: await readStops(context, asked, { ...stopsBetween(listed, offset, limit), limit }),
		};
	}),

	implement(planTour, async (context, { body: { id: _, occurredOn, mode, visits } }) => {
		const { db, caller, today } = context;
		if (occurredOn < today) throw invalid("occurredOn", "date-in-past");
		const twice = visits.findIndex(({ employerId }, index) => visits.findIndex((other) => other.employerId === employerId) < index);
		if (twice >= 0) throw invalid(`visits.${twice}.employerId`, "employer-twice");
		await requireTerms(context, [{ path: "mode", vocabulary: "visitMode", code: mode }]);
		const employerIds = visits.map(({ employerId }) => employerId);
		const parties = await findParties(context, employerIds, [caller.personId], { employerIds: [], adviserIds: [] }).catch(inTheTour);
		await db
			.insertInto("visit")
			.values(
				visits.map(
					({ id }) => ({ id, region_code: caller.regionCode, status: "planned", mode, occurred_on: occurredOn, created_by: caller.personId }) as never,
				),
			)
			.execute();
		await writeStops(context, visits, parties);
		return { occurredOn, visits };
	}),
];
