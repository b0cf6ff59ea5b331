import { sql } from "kysely";
import {
	createHandOver,
	getHandOver,
	getPortfolio,
	type HandOver,
	type HandOverCreation,
	type HeldKind,
	heldKinds,
	listHandOvers,
	ofEachKind,
	undoHandOver,
} from "#contract/hand-overs.ts";
import type { LeftRecord } from "#contract/journal.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { readPage } from "../list-page.ts";
import { findFaultsOfPeople, mustFind, requireTerms } from "../presenting.ts";
import { type FieldProblem, invalid, Refusal } from "../refusal.ts";
import { addDays } from "../rules/calendar.ts";
import { handOverList, presentHandOver } from "./hand-over-list.ts";
import { movePortfolio, readPortfolio, takeBackPortfolio } from "./hand-over-portfolio.ts";

/** A leave is prepared, or noticed late: a year, either way. */
const farthestDays = 366;

async function readHandOver(context: Context, id: string): Promise<HandOver> {
	const { rows } = await sql<
		Record<string, unknown>
	>`select ${handOverList.select(context)} from ${handOverList.from} where id = ${id} and ${handOverList.scope(context)}`.execute(context.db);
	return presentHandOver(context, mustFind(rows[0]));
}

/** Somebody of the region, gone or not: who has left still holds what they had. */
async function isKnown({ db, caller }: Context, personId: string): Promise<boolean> {
	const row = await db.selectFrom("person").select("id").where("id", "=", personId).where("region_code", "=", caller.regionCode).executeTakeFirst();
	return row !== undefined;
}

/** Whoever receives accompanies employers, works today, and is not who gives. */
async function faultsOfReceivers(context: Context, { fromPersonId, toPersonId, byMrc = [], byEmployer = [] }: HandOverCreation): Promise<FieldProblem[]> {
	const receivers = [
		{ path: "toPersonId", value: toPersonId },
		...byMrc.map((one, index) => ({ path: `byMrc.${index}.toPersonId`, value: one.toPersonId })),
		...byEmployer.map((one, index) => ({ path: `byEmployer.${index}.toPersonId`, value: one.toPersonId })),
	];
	const counsellors = await context.db
		.selectFrom("person")
		.select("id")
		.where("id", "in", [...new Set(receivers.map(({ value }) => value))])
		.where("role", "in", ["advisor", "recruitmentAdvisor", "manager"])
		.execute();
	return [
		...receivers.filter(({ value }) => value === fromPersonId).map(({ path }) => ({ path, code: "same-person" })),
		...(await findFaultsOfPeople(context, receivers)),
		...receivers.filter(({ value }) => !counsellors.some(({ id }) => id === value)).map(({ path }) => ({ path, code: "unknown-reference" })),
	];
}

/** Of each person who receives, how many of each kind. */
function receiversOf(moved: Awaited<ReturnType<typeof movePortfolio>>) {
	const countOf = (kind: HeldKind, personId: string) => moved.find((one) => one.kind === kind && one.personId === personId)?.moved ?? 0;
	return [...new Set(moved.map(({ personId }) => personId))].sort().map((personId) => ({
		personId,
		...ofEachKind((kind) => countOf(kind, personId)),
	}));
}

/** Said on the certificate, whichever way the batch was taken back. */
export async function noteHandOverUndone({ db, caller, today }: Context, batchId: string, leftBehind: LeftRecord[]): Promise<void> {
	if (caller.role !== "manager") return;
	await db
		.updateTable("hand_over")
		.set({ undone_on: today, undone_by: caller.personId, left_behind: JSON.stringify(leftBehind) })
		.where("id", "=", batchId)
		.where("undone_on", "is", null)
		.execute();
}

export const handOverRoutes = [
	implement(getPortfolio, async (context, { query }) => {
		if (!(await isKnown(context, query.personId))) throw new Refusal("not-found");
		return readPortfolio(context, query.personId);
	}),

	implement(listHandOvers, async (context, { query }) => {
		const { rows, total, next } = await readPage(context, handOverList, query);
		return { items: rows.map((row) => presentHandOver(context, row)), total, next };
	}),

	implement(getHandOver, (context, { params }) => readHandOver(context, params.id)),

	implement(createHandOver, async (context, { body }) => {
		const { db, caller, today, now } = context;
		if (!(await isKnown(context, body.fromPersonId))) throw invalid("fromPersonId", "unknown-reference");
		if (body.effectiveOn < addDays(today, -farthestDays) || body.effectiveOn > addDays(today, farthestDays)) throw invalid("effectiveOn", "out-of-range");
		await requireTerms(context, [{ path: "reason", vocabulary: "handOverReason", code: body.reason }]);
		const faults = await faultsOfReceivers(context, body);
		if (faults.length > 0) throw new Refusal("invalid-input", { fields: faults });
		const moved = await movePortfolio(context, body);
		const counts = ofEachKind((kind) => moved.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.moved, 0));
		// Nobody gives what they have not seen: counts before are counts after.
		if (heldKinds.some((kind) => counts[kind] !== body.expected[kind])) throw new Refusal("portfolio-changed");
		await db
			.insertInto("hand_over")
			.values({
				id: body.id,
				region_code: caller.regionCode,
				from_person_id: body.fromPersonId,
				reason: body.reason,
				effective_on: body.effectiveOn,
				note: body.note ?? null,
				receivers: JSON.stringify(receiversOf(moved)),
				employers: counts.employers,
				support_cases: counts.supportCases,
				follow_ups: counts.followUps,
				visits: counts.visits,
				referrals: counts.referrals,
				made_by: caller.personId,
				made_on: today,
				recorded_at: now.toISOString(),
			})
			.execute();
		return readHandOver(context, body.id);
	}),

	implement(undoHandOver, async (context, { params }) => {
		const handOver = await readHandOver(context, params.id);
		if (handOver.undoneOn !== null) throw new Refusal("already-undone");
		await noteHandOverUndone(context, params.id, await takeBackPortfolio(context, params.id));
		return readHandOver(context, params.id);
	}),
];
