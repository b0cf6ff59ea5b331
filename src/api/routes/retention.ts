import { sql } from "kysely";
import type { ImmigrationLine } from "#contract/immigration-lines.ts";
import { createRetentionCheck, getRetention, type RetentionCheck, removeRetentionCheck, retentionMonths, updateRetentionCheck } from "#contract/retention.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { mustFind, requireVersion, saidIn, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { type Check, faultOfCheck, retentionDay, retentionState } from "../rules/retention.ts";
import { followLines } from "./immigration-follow-ups.ts";
import { holdImmigrationLines, readImmigrationLine } from "./immigration-line-list.ts";

type Row = Omit<RetentionCheck, "can">;
type Held = { line: ImmigrationLine; checks: Row[] };

/** The checks of a line, the first month first. */
export async function readChecks({ db }: Pick<Context, "db">, lineId: string): Promise<Row[]> {
	const { rows } = await sql<Row>`
		select c.id, c.immigration_line_id as "immigrationLineId", c.months, c.known_on as "knownOn", c.still_employed as "stillEmployed", c.recorded_by as "recordedById", p.name as "recordedByName", c.version
		from retention_check c join person p on p.id = c.recorded_by where c.immigration_line_id = ${lineId} order by c.months`.execute(db);
	return rows;
}

const present = ({ line }: Held, check: Row): RetentionCheck => ({ ...check, can: { update: line.can.update === true, remove: line.can.update === true } });

/** The line, held, with what is known of it. */
async function holdLine(context: Context, lineId: string): Promise<Held> {
	const [line] = await holdImmigrationLines(context, [lineId]);
	if (!line) throw invalid("immigrationLineId", "unknown-reference");
	if (!line.can.update) throw new Refusal("forbidden");
	return { line, checks: await readChecks(context, lineId) };
}

async function holdCheck(context: Context, id: string): Promise<Held & { check: Row }> {
	const { db, caller } = context;
	const found = mustFind(
		await db.selectFrom("retention_check").select("immigration_line_id").where("id", "=", id).where("region_code", "=", caller.regionCode).executeTakeFirst(),
	);
	const held = await holdLine(context, found.immigration_line_id);
	return { ...held, check: mustFind(held.checks.find((one) => one.id === id)) };
}

function requireStanding({ today }: Context, { line, checks }: Held, check: Check) {
	const others = checks.filter(({ months }) => months !== check.months);
	const fault = faultOfCheck(check, line, others, today);
	if (fault) throw new Refusal("invalid-input", { fields: [fault] });
}

/** What was asked is answered, or asked again, in the same transaction. */
async function readAfter(context: Context, lineId: string, id: string): Promise<RetentionCheck> {
	await followLines(context, [lineId], context.caller.personId);
	const held = { line: await readImmigrationLine(context, lineId), checks: await readChecks(context, lineId) };
	return present(held, mustFind(held.checks.find((one) => one.id === id)));
}

export const retentionRoutes = [
	implement(getRetention, async (context, { params }) => {
		const line = await readImmigrationLine(context, params.id);
		const held = { line, checks: await readChecks(context, params.id) };
		const { startedOn, endedOn } = line;
		return {
			immigrationLineId: line.id,
			startedOn,
			leftOn: startedOn === null ? null : endedOn,
			items:
				startedOn === null
					? []
					: retentionMonths.map((months) => {
							const check = held.checks.find((one) => one.months === months);
							return {
								months,
								dueOn: retentionDay(startedOn, months),
								state: retentionState({ startedOn, endedOn }, held.checks, months, context.today),
								check: check ? present(held, check) : null,
							};
						}),
			can: { add: line.can.update === true },
		};
	}),

	implement(createRetentionCheck, async (context, { body }) => {
		const held = await holdLine(context, body.immigrationLineId);
		if (held.checks.some(({ months }) => months === body.months)) throw invalid("months", "retention-said");
		requireStanding(context, held, body);
		await context.db
			.insertInto("retention_check")
			.values({ ...snakeRow(body), region_code: context.caller.regionCode, recorded_by: context.caller.personId } as never)
			.execute();
		return readAfter(context, body.immigrationLineId, body.id);
	}),

	implement(updateRetentionCheck, async (context, { params, body, ifMatch }) => {
		const held = await holdCheck(context, params.id);
		const { check: before } = held;
		await requireVersion(ifMatch, before.version, async () => present(held, before));
		const said = saidIn(body) as Partial<Row>;
		requireStanding(context, held, { ...before, ...said });
		if (Object.keys(said).length > 0)
			await context.db
				.updateTable("retention_check")
				.set({ ...snakeRow(said), version: before.version + 1 })
				.where("id", "=", params.id)
				.execute();
		return readAfter(context, before.immigrationLineId, params.id);
	}),

	implement(removeRetentionCheck, async (context, { params, ifMatch }) => {
		const held = await holdCheck(context, params.id);
		await requireVersion(ifMatch, held.check.version, async () => present(held, held.check));
		await context.db.deleteFrom("retention_check").where("id", "=", params.id).execute();
		await followLines(context, [held.line.id], context.caller.personId);
		return null;
	}),
];
