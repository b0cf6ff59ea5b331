import { sql } from "kysely";
import { closedStage } from "#contract/case-board.ts";
import {
	countSupportCases,
	createSupportCase,
	getBoard,
	getSupportCase,
	listSupportCases,
	moveSupportCase,
	reopenSupportCase,
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
import { canWriteEmployer, canWriteSupportCase } from "../rules/permissions.ts";
import { employerNamed } from "./record-employer.ts";
import { readBoard } from "./support-case-board.ts";
import { readCriteria } from "./support-case-criteria.ts";
import { presentSupportCase, supportCaseList } from "./support-case-list.ts";
import { applyMove } from "./support-case-moves.ts";

async function readSupportCase(context: Context, id: string): Promise<SupportCase> {
	const { db } = context;
	const { rows } = await sql<Record<string, unknown>>`
		select ${supportCaseList.select(context)} from ${supportCaseList.from} where ${supportCaseList.scope(context)} and ${supportCaseList.id} = ${id}`.execute(
		db,
	);
	const row = mustFind(rows[0]);
	const { reopenedFrom, fromOn, reopenedAs, asOn, ...own } = await db
		.selectFrom("support_case as k")
		.leftJoin("support_case as former", "former.id", "k.reopened_from")
		.leftJoin("support_case as sequel", "sequel.reopened_from", "k.id")
		.select(["k.close_reason as closeReason", "k.pause_reason as pauseReason", "k.reopened_from as reopenedFrom", "former.closed_on as fromOn"])
		.select(["sequel.id as reopenedAs", "sequel.opened_on as asOn"])
		.where("k.id", "=", id)
		.executeTakeFirstOrThrow();
	const openFollowUps = await db
		.selectFrom("follow_up")
		.select(["id", "kind", "title", "owner_id as ownerId", "due_on as dueOn"])
		.where("support_case_id", "=", id)
		.where("done_on", "is", null)
		.orderBy("due_on")
		.orderBy("id")
		.execute();
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
	const presented = presentSupportCase(context, row);
	const { employer_region, employer_advisor_id, employer_archived_on } = row as Record<string, string | null>;
	const isTheirs = canWriteSupportCase(context.caller, {
		regionCode: employer_region ?? "",
		advisorId: presented.advisorId,
		employerAdvisorId: employer_advisor_id ?? null,
	});
	return {
		...presented,
		can: { ...presented.can, reopen: presented.closedOn !== null && isTheirs && !reopenedAs && !employer_archived_on },
		...own,
		criteria: await readCriteria(context, { id, employerId: presented.employerId, openedOn: presented.openedOn, until: presented.closedOn ?? context.today }),
		openFollowUps,
		reopenedFrom: reopenedFrom ? { id: reopenedFrom, on: fromOn } : null,
		reopenedAs: reopenedAs ? { id: reopenedAs, on: asOn } : null,
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

type Opening = { id: string; employerId: string; advisorId: string | null; openedOn: string; reopenedFrom: string | null; reason: string | null };

/** A case begins in the first stage, and its history with it. */
async function openSupportCase(context: Context, { id, employerId, advisorId, openedOn, reopenedFrom, reason }: Opening): Promise<void> {
	const { db, caller, today, newId } = context;
	if (openedOn > today) throw invalid("openedOn", "date-in-future");
	await requirePerson(context, "advisorId", advisorId);
	const { code: stage } = await db.selectFrom("case_stage").select("code").orderBy("position").limit(1).executeTakeFirstOrThrow();
	const common = { region_code: caller.regionCode };
	await db
		.insertInto("support_case")
		.values({
			...common,
			id,
			employer_id: employerId,
			advisor_id: advisorId,
			stage,
			stage_entered_on: openedOn,
			opened_on: openedOn,
			reopened_from: reopenedFrom,
		})
		.execute();
	await db
		.insertInto("stage_change")
		.values({ ...common, id: newId(), support_case_id: id, from_stage: null, to_stage: stage, moved_on: openedOn, moved_by: caller.personId, reason })
		.execute();
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
		if (!canWriteEmployer(context.caller, await employerNamed(context, body.employerId))) throw new Refusal("forbidden");
		await openSupportCase(context, { ...body, reopenedFrom: null, reason: null });
		return readSupportCase(context, body.id);
	}),

	implement(reopenSupportCase, async (context, { params, body }) => {
		const row = await lockWritableCase(context, params.id);
		if (row.stage !== closedStage) throw new Refusal("not-closed");
		if (row.closed_on !== null && body.openedOn < row.closed_on) throw invalid("openedOn", "date-before-opening");
		const sequel = await context.db.selectFrom("support_case").select("id").where("reopened_from", "=", row.id).executeTakeFirst();
		if (sequel) throw new Refusal("already-reopened");
		await openSupportCase(context, { ...body, employerId: row.employer_id, reopenedFrom: row.id, reason: body.reason ?? null });
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
