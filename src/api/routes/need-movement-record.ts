import { sql } from "kysely";
import type { NeedMovement } from "#contract/need-movements.ts";
import type { Context } from "../caller.ts";
import { Refusal } from "../refusal.ts";
import { leastOpening } from "../rules/need-movements.ts";
import type { PlacedLine } from "../rules/visit-lines.ts";

export type MovementRow = Omit<NeedMovement, "can">;

/** The movements of needs, the latest first; of one day, the latest recorded. */
export async function readMovements({ db }: Pick<Context, "db">, needIds: readonly string[]): Promise<MovementRow[]> {
	const { rows } = await sql<MovementRow>`
		select m.id, m.labour_need_id as "labourNeedId", m.kind, m.quantity, m.occurred_on as "occurredOn", m.channel, m.mission_id as "missionId", m.note,
			m.recorded_by as "recordedById", p.name as "recordedByName", m.is_first as "isFirst", m.version
		from need_movement m left join person p on p.id = m.recorded_by where m.labour_need_id = any(${needIds}::uuid[])
		order by m.occurred_on desc, m.is_first, m.recorded_at desc, m.id`.execute(db);
	return rows;
}

/** The opening that came with a need is what its line in the report says; never less than what was filled or cancelled since. */
export async function correctOpenings(context: Pick<Context, "db">, lines: readonly PlacedLine[]): Promise<void> {
	const movements = await readMovements(
		context,
		lines.map(({ line }) => line.id),
	);
	const corrected = lines.flatMap(({ line, index }) => {
		const own = movements.filter(({ labourNeedId }) => labourNeedId === line.id);
		const opening = own.find(({ isFirst, quantity }) => isFirst && quantity !== Number(line.posts));
		return opening ? [{ index, posts: Number(line.posts), opening, least: leastOpening(own.filter(({ id }) => id !== opening.id)) }] : [];
	});
	const short = corrected.filter(({ posts, least }) => posts < least);
	if (short.length > 0)
		throw new Refusal("invalid-input", {
			fields: short.map(({ index, least }) => ({ path: `report.needs.${index}.posts`, code: "posts-taken", parameters: { least } })),
		});
	for (const { opening, posts } of corrected)
		await context.db
			.updateTable("need_movement")
			.set({ quantity: posts, version: opening.version + 1 })
			.where("id", "=", opening.id)
			.execute();
}
