import type { LabourNeed } from "#contract/labour-needs.ts";
import { createNeedMovement, getNeedLedger, type NeedMovement, removeNeedMovement, updateNeedMovement } from "#contract/need-movements.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { mustFind, requireTerms, requireVersion, saidIn, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { faultOf, isOverdrawn, type Moved, stateOn } from "../rules/need-movements.ts";
import { readLabourNeed } from "./labour-need-list.ts";
import { type MovementRow as Row, readMovements } from "./need-movement-record.ts";

type Held = { need: LabourNeed; movements: Row[] };

/** One may be taken back when the others stand without it. */
const isHolding = (movement: Row, all: readonly Row[]) => movement.isFirst || isOverdrawn(all.filter(({ id }) => id !== movement.id));

const present = ({ need, movements }: Held, movement: Row): NeedMovement => {
	const update = need.can.update === true;
	return { ...movement, can: { update, remove: update && !isHolding(movement, movements) } };
};

/** The need, held until the end of the request: two people who fill it at the same instant do not fill it twice. */
async function holdNeed(context: Context, needId: string | undefined): Promise<Held> {
	const { db, caller } = context;
	const held = await db
		.selectFrom("labour_need")
		.leftJoin("employer", "employer.id", "labour_need.employer_id")
		.select("employer.archived_on")
		.where("labour_need.id", "=", needId ?? "")
		.where("labour_need.region_code", "=", caller.regionCode)
		.forUpdate("labour_need")
		.executeTakeFirst();
	if (!held || !needId) throw invalid("labourNeedId", "unknown-reference");
	const need = await readLabourNeed(context, needId);
	if (!need.can.update) throw new Refusal("forbidden");
	if (held.archived_on !== null) throw new Refusal("employer-archived");
	return { need, movements: await readMovements(context, [needId]) };
}

async function holdMovement(context: Context, id: string): Promise<Held & { movement: Row }> {
	const { db, caller } = context;
	const found = await db
		.selectFrom("need_movement")
		.select("labour_need_id")
		.where("id", "=", id)
		.where("region_code", "=", caller.regionCode)
		.executeTakeFirst();
	const held = await holdNeed(context, mustFind(found).labour_need_id);
	return { ...held, movement: mustFind(held.movements.find((one) => one.id === id)) };
}

function requireStanding({ today }: Context, { need, movements }: Held, movement: Moved) {
	const fault = faultOf(
		movement,
		movements.filter(({ id }) => id !== movement.id),
		need.closedOn,
		today,
	);
	if (fault) throw invalid(fault.field, fault.code, fault.parameters);
}

/** A channel says how posts were filled, and nothing else has one. */
async function requireChannel(context: Context, { kind, channel, occurredOn }: Moved) {
	if (kind === "filled" && channel === null) throw invalid("channel", "required");
	if (kind !== "filled" && channel !== null) throw invalid("channel", "channel-of-filled");
	await requireTerms({ ...context, on: occurredOn }, [{ path: "channel", vocabulary: "needChannel", code: channel }]);
}

async function readOne(context: Context, needId: string, id: string): Promise<NeedMovement> {
	const held = { need: await readLabourNeed(context, needId), movements: await readMovements(context, [needId]) };
	return present(held, mustFind(held.movements.find((one) => one.id === id)));
}

export const needMovementRoutes = [
	implement(getNeedLedger, async (context, { params, query }) => {
		const need = await readLabourNeed(context, params.id);
		const movements = await readMovements(context, [params.id]);
		const asOf = query?.asOf ?? context.today;
		return {
			labourNeedId: need.id,
			asOf,
			...stateOn(movements, asOf, need.closedOn),
			items: movements.filter(({ occurredOn }) => occurredOn <= asOf).map((movement) => present({ need, movements }, movement)),
			can: { add: need.can.update === true },
		};
	}),

	implement(createNeedMovement, async (context, { body }) => {
		const held = await holdNeed(context, body.labourNeedId);
		await requireChannel(context, body);
		requireStanding(context, held, body);
		await context.db
			.insertInto("need_movement")
			.values({ ...snakeRow(body), region_code: context.caller.regionCode, recorded_by: context.caller.personId } as never)
			.execute();
		return readOne(context, body.labourNeedId, body.id);
	}),

	implement(updateNeedMovement, async (context, { params, body, ifMatch }) => {
		const held = await holdMovement(context, params.id);
		const before = held.movement;
		await requireVersion(ifMatch, before.version, async () => present(held, before));
		const after: Row = { ...before, ...(saidIn(body) as Partial<Row>) };
		if (before.isFirst && after.occurredOn !== before.occurredOn) throw invalid("occurredOn", "day-of-need");
		if (after.channel !== before.channel || after.channel === null) await requireChannel(context, after);
		requireStanding(context, held, after);
		await context.db
			.updateTable("need_movement")
			.set({ ...snakeRow(body), version: before.version + 1 })
			.where("id", "=", params.id)
			.execute();
		return readOne(context, before.labourNeedId, params.id);
	}),

	implement(removeNeedMovement, async (context, { params, ifMatch }) => {
		const held = await holdMovement(context, params.id);
		const { movement, movements } = held;
		await requireVersion(ifMatch, movement.version, async () => present(held, movement));
		if (isHolding(movement, movements)) throw new Refusal("movement-held");
		await context.db.deleteFrom("need_movement").where("id", "=", params.id).execute();
		return null;
	}),
];
