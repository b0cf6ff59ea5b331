import { sql } from "kysely";
import { countMissions, createMission, getMission, listMissions, type Mission, type MissionChange, updateMission } from "#contract/missions.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { mustFind, requireTerms, requireVersion, saidIn, snakeRow } from "../presenting.ts";
import { Refusal } from "../refusal.ts";
import { faultsOfMissionDays } from "../rules/missions.ts";
import { followMissions } from "./mission-follow-ups.ts";
import { missionList, presentMission } from "./mission-list.ts";
import { requireStillFree } from "./mission-quota.ts";

export async function readMission(context: Context, id: string): Promise<Mission> {
	const { rows } = await sql<
		Record<string, unknown>
	>`select ${missionList.select(context)} from ${missionList.from} where m.id = ${id} and ${missionList.scope(context)}`.execute(context.db);
	return presentMission(context, mustFind(rows[0]));
}

function requireDays(mission: Parameters<typeof faultsOfMissionDays>[0]): void {
	const fields = faultsOfMissionDays(mission);
	if (fields.length > 0) throw new Refusal("invalid-input", { fields });
}

const requireCodes = (
	context: Context,
	{ countries, sectors }: MissionChange,
	before: Pick<Mission, "countries" | "sectors"> = { countries: [], sectors: [] },
) =>
	requireTerms(context, [
		...(countries ?? []).filter((code) => !before.countries.includes(code)).map((code) => ({ path: "countries", vocabulary: "missionCountry", code })),
		...(sectors ?? []).filter((code) => !before.sectors.includes(code)).map((code) => ({ path: "sectors", vocabulary: "sector", code })),
	]);

export const missionRoutes = [
	implement(listMissions, async (context, { query }) => {
		const { rows, total, next } = await readPage(context, missionList, query);
		return { items: rows.map((row) => presentMission(context, row)), total, next };
	}),

	implement(countMissions, (context, { query }) => readFacets(context, missionList, query)),

	implement(getMission, (context, { params }) => readMission(context, params.id)),

	implement(createMission, async (context, { body }) => {
		requireDays(body);
		await requireCodes(context, body);
		await context.db
			.insertInto("mission")
			.values({ ...snakeRow(body), region_code: context.caller.regionCode } as never)
			.execute();
		return readMission(context, body.id);
	}),

	implement(updateMission, async (context, { params, body, ifMatch }) => {
		const { db, caller, today } = context;
		mustFind(
			await db.selectFrom("mission").select("id").where("id", "=", params.id).where("region_code", "=", caller.regionCode).forUpdate().executeTakeFirst(),
		);
		const before = await readMission(context, params.id);
		await requireVersion(ifMatch, before.version, async () => before);
		const wanted = { ...before, ...(saidIn(body) as typeof body) } as Mission;
		requireDays(wanted);
		await requireCodes(context, body, before);
		// Brought back, or put off: its posts are promised again.
		const isRunning = ({ isCancelled, endsOn }: Mission) => !isCancelled && endsOn >= today;
		if (!isRunning(before) && isRunning(wanted))
			await requireStillFree(context, sql<boolean>`g.mission_id = ${params.id} and g.withdrawn_on is null`, "endsOn");
		if (Object.keys(body).length > 0) await db.updateTable("mission").set(snakeRow(body)).where("id", "=", params.id).execute();
		const after = await readMission(context, params.id);
		const isMoved = before.endsOn !== after.endsOn || before.registrationDeadlineOn !== after.registrationDeadlineOn;
		if (isMoved || before.isCancelled !== after.isCancelled) await followMissions(context, { missionId: params.id, isMoved }, context.caller.personId);
		return after;
	}),
];
