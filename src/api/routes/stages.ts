import { getStageSetting, listStageSettings, type StageSetting, updateStageSetting } from "#contract/stages.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { mustFind, requireVersion, snakeRow } from "../presenting.ts";

/** The stages as the region words them and times them, in the order of the board. */
export async function readStageSettings({ db, caller }: Context): Promise<StageSetting[]> {
	const rows = await db
		.selectFrom("stage_setting as s")
		.innerJoin("case_stage as c", "c.code", "s.stage")
		.select(["s.id", "s.stage", "s.label_fr as labelFr", "s.label_en as labelEn", "s.short_fr as shortFr", "s.short_en as shortEn"])
		.select(["s.stale_after_days as staleAfterDays", "s.version"])
		.where("s.region_code", "=", caller.regionCode)
		.orderBy("c.position")
		.execute();
	const update = caller.role === "manager" || caller.role === "administrator";
	return rows.map((row) => ({ ...row, can: { update } }));
}

const readOne = async (context: Context, id: string) => mustFind((await readStageSettings(context)).find((one) => one.id === id));

export const stageRoutes = [
	implement(listStageSettings, async (context) => ({ items: await readStageSettings(context) })),

	implement(getStageSetting, (context, { params }) => readOne(context, params.id)),

	implement(updateStageSetting, async (context, { params, body, ifMatch }) => {
		const { db, caller } = context;
		const row = mustFind(
			await db
				.selectFrom("stage_setting")
				.select("version")
				.where("id", "=", params.id)
				.where("region_code", "=", caller.regionCode)
				.forUpdate()
				.executeTakeFirst(),
		);
		await requireVersion(ifMatch, row.version, () => readOne(context, params.id));
		await db
			.updateTable("stage_setting")
			.set({ ...snakeRow(body), version: row.version + 1 })
			.where("id", "=", params.id)
			.execute();
		return readOne(context, params.id);
	}),
];
