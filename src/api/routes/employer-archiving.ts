import { sql } from "kysely";
import { closedStage } from "#contract/case-board.ts";
import { archiveEmployer, unarchiveEmployer } from "#contract/employer-archiving.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { requireTerms, requireVersion } from "../presenting.ts";
import { Refusal } from "../refusal.ts";
import { readEmployer } from "./employer-record.ts";
import { requireWritableEmployer } from "./employers.ts";
import { settleFollowUps } from "./follow-up-settling.ts";
import { closedBecause } from "./support-case-moves.ts";

/** Every open case of the employer is closed today, its history with it; without a reason, an open one is a refusal. */
async function closeCases(context: Context, employerId: string, closeReason: string | null | undefined): Promise<void> {
	const { db, caller, today, newId } = context;
	const open = await db
		.selectFrom("support_case")
		.select(["id", "stage"])
		.where("employer_id", "=", employerId)
		.where("region_code", "=", caller.regionCode)
		.where("closed_on", "is", null)
		.orderBy("id")
		.forUpdate()
		.execute();
	if (open.length === 0) return;
	if (!closeReason) throw new Refusal("cases-open", { fields: [{ path: "closeReason", code: "required" }] });
	const common = { region_code: caller.regionCode, to_stage: closedStage, moved_on: today, moved_by: caller.personId, reason: null };
	await db
		.insertInto("stage_change")
		.values(open.map(({ id, stage }) => ({ ...common, id: newId(), support_case_id: id, from_stage: stage })))
		.execute();
	await db
		.updateTable("support_case")
		.set({ stage: closedStage, stage_entered_on: today, ...closedBecause(closeReason, today), version: sql`version + 1` })
		.where(
			"id",
			"in",
			open.map(({ id }) => id),
		)
		.execute();
}

/** A need that nobody will look for any more is ended, not forgotten. */
const endNeeds = ({ db, caller, today }: Context, employerId: string) =>
	db
		.updateTable("labour_need")
		.set({ closed_on: today, version: sql`version + 1` })
		.where("employer_id", "=", employerId)
		.where("region_code", "=", caller.regionCode)
		.where("closed_on", "is", null)
		.execute();

export const employerArchivingRoutes = [
	implement(archiveEmployer, async (context, { params, body, ifMatch }) => {
		const { db, caller, today } = context;
		const row = await requireWritableEmployer(context, params.id, true);
		await requireVersion(ifMatch, row.version, () => readEmployer(context, params.id));
		if (row.archived_on !== null) throw new Refusal("employer-archived");
		await requireTerms(context, [
			{ path: "reason", vocabulary: "archiveReason", code: body.reason },
			{ path: "closeReason", vocabulary: "closeReason", code: body.closeReason },
		]);
		await settleFollowUps(context, { employerId: params.id }, body.followUps ?? [], today);
		await closeCases(context, params.id, body.closeReason);
		await endNeeds(context, params.id);
		await db
			.updateTable("employer")
			.set({ archived_on: today, archive_reason: body.reason, archived_by: caller.personId, version: row.version + 1 })
			.where("id", "=", params.id)
			.execute();
		return readEmployer(context, params.id);
	}),

	implement(unarchiveEmployer, async (context, { params, ifMatch }) => {
		const row = await requireWritableEmployer(context, params.id, true);
		await requireVersion(ifMatch, row.version, () => readEmployer(context, params.id));
		if (row.archived_on === null) throw new Refusal("not-archived");
		await context.db
			.updateTable("employer")
			.set({ archived_on: null, archive_reason: null, archived_by: null, version: row.version + 1 })
			.where("id", "=", params.id)
			.execute();
		return readEmployer(context, params.id);
	}),
];
