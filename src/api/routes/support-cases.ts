import { sql } from "kysely";
import {
	countSupportCases,
	createSupportCase,
	getBoard,
	getSupportCase,
	listSupportCases,
	moveSupportCase,
	type SupportCase,
	updateSupportCase,
} from "#contract/support-cases.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { camelRow, mustFind, requirePerson, requireVersion, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { faultsOfPause, pauseAfter } from "../rules/case-pause.ts";
import { closedStage } from "../rules/case-stages.ts";
import { canWriteEmployer, canWriteSupportCase } from "../rules/permissions.ts";
import { employerNamed } from "./record-employer.ts";
import { readBoard } from "./support-case-board.ts";
import { presentSupportCase, supportCaseList } from "./support-case-list.ts";
import { applyMove } from "./support-case-moves.ts";

async function readSupportCase(context: Context, id: string): Promise<SupportCase> {
	const { db } = context;
	const { rows } = await sql<Record<string, unknown>>`
		select ${supportCaseList.select(context)} from ${supportCaseList.from} where ${supportCaseList.scope(context)} and ${supportCaseList.id} = ${id}`.execute(
		db,
	);
	const row = mustFind(rows[0]);
	const own = await db
		.selectFrom("support_case")
		.select(["close_reason as closeReason", "pause_reason as pauseReason"])
		.where("id", "=", id)
		.executeTakeFirstOrThrow();
	const stageChanges = await db
		.selectFrom("stage_change")
		.select(["id", "from_stage", "to_stage", "moved_on", "moved_by", "reason"])
		.where("support_case_id", "=", id)
		.orderBy("seq")
		.execute();
	const evidence = await db
		.selectFrom("case_evidence")
		.select(["id", "criterion", "occurred_on", "note", "recorded_by"])
		.where("support_case_id", "=", id)
		.orderBy("occurred_on")
		.orderBy("id")
		.execute();
	return {
		...presentSupportCase(context, row),
		...own,
		stageChanges: stageChanges.map((item) => camelRow<SupportCase["stageChanges"][number]>(item)),
		evidence: evidence.map((item) => camelRow<SupportCase["evidence"][number]>(item)),
	};
}

/** Locked, and the caller's to write: its own case or one of its own employers'. */
async function lockWritableCase({ db, caller }: Context, id: string) {
	const row = mustFind(
		await db.selectFrom("support_case").selectAll().where("id", "=", id).where("region_code", "=", caller.regionCode).forUpdate().executeTakeFirst(),
	);
	// An employer that went to another region is read through its past here, and nothing of it is written.
	const employer = await db.selectFrom("employer").select("advisor_id").where("id", "=", row.employer_id).executeTakeFirst();
	if (!employer || !canWriteSupportCase(caller, { regionCode: row.region_code, advisorId: row.advisor_id, employerAdvisorId: employer.advisor_id }))
		throw new Refusal("forbidden");
	return row;
}

export const supportCaseRoutes = [
	implement(getBoard, (context, { query }) => readBoard(context, query)),

	implement(listSupportCases, async (context, { query }) => {
		const { rows, total, next } = await readPage(context, supportCaseList, query);
		return { items: rows.map((row) => presentSupportCase(context, row)), total, next };
	}),

	implement(countSupportCases, (context, { query }) => readFacets(context, supportCaseList, query)),

	implement(getSupportCase, (context, { params }) => readSupportCase(context, params.id)),

	implement(createSupportCase, async (context, { body }) => {
		const { db, caller, today, newId } = context;
		if (!canWriteEmployer(caller, await employerNamed(context, body.employerId))) throw new Refusal("forbidden");
		if (body.openedOn > today) throw invalid("openedOn", "date-in-future");
		await requirePerson(context, "advisorId", body.advisorId);
		const { code: stage } = await db.selectFrom("case_stage").select("code").orderBy("position").limit(1).executeTakeFirstOrThrow();
		const common = { region_code: caller.regionCode };
		await db
			.insertInto("support_case")
			.values({
				...common,
				id: body.id,
				employer_id: body.employerId,
				advisor_id: body.advisorId,
				stage,
				stage_entered_on: body.openedOn,
				opened_on: body.openedOn,
			})
			.execute();
		await db
			.insertInto("stage_change")
			.values({
				...common,
				id: newId(),
				support_case_id: body.id,
				from_stage: null,
				to_stage: stage,
				moved_on: body.openedOn,
				moved_by: caller.personId,
				reason: null,
			})
			.execute();
		return readSupportCase(context, body.id);
	}),

	implement(updateSupportCase, async (context, { params, body, ifMatch }) => {
		const row = await lockWritableCase(context, params.id);
		await requireVersion(ifMatch, row.version, () => readSupportCase(context, params.id));
		if (row.stage === closedStage) throw new Refusal("already-closed");
		const current = { pausedUntil: row.paused_until, pauseReason: row.pause_reason };
		const faults = faultsOfPause(current, body, context.today);
		if (faults.length > 0) throw new Refusal("invalid-input", { fields: faults });
		if (body.advisorId !== row.advisor_id) await requirePerson(context, "advisorId", body.advisorId);
		const changes = snakeRow({ advisorId: body.advisorId, ...pauseAfter(current, body) });
		await context.db
			.updateTable("support_case")
			.set({ ...changes, version: row.version + 1 })
			.where("id", "=", params.id)
			.execute();
		return readSupportCase(context, params.id);
	}),

	implement(moveSupportCase, async (context, { params, body, ifMatch }) => {
		const row = await lockWritableCase(context, params.id);
		await requireVersion(ifMatch, row.version, () => readSupportCase(context, params.id));
		await applyMove(context, row, body);
		return readSupportCase(context, params.id);
	}),
];
