import { countFollowUps, createFollowUp, getFollowUp, listFollowUpProposals, listFollowUpRules, listFollowUps, updateFollowUp } from "#contract/follow-ups.ts";
import { implement } from "../implement.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { mustFind, requireVersion, saidIn, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { canWriteFollowUp } from "../rules/permissions.ts";
import { proposalsFor, readCatalogue } from "./follow-up-catalogue.ts";
import { followUpList, presentFollowUp } from "./follow-up-list.ts";
import { coOwnersOf, makeNext, readFollowUp, requireNamedOfFollowUp, requireWholeRepetition, withdrawNext } from "./follow-up-record.ts";
import { employerNamed, openCaseOf } from "./record-employer.ts";

export const followUpRoutes = [
	implement(listFollowUps, async (context, { query }) => {
		const { rows, total, next } = await readPage(context, followUpList, query);
		return { items: rows.map((row) => presentFollowUp(context, row)), total, next };
	}),

	implement(countFollowUps, (context, { query }) => readFacets(context, followUpList, query)),

	implement(listFollowUpRules, async (context) => ({ items: await readCatalogue(context) })),

	implement(listFollowUpProposals, async (context, { query }) => ({ items: await proposalsFor(context, query) })),

	implement(getFollowUp, (context, { params }) => readFollowUp(context, params.id)),

	implement(createFollowUp, async (context, { body }) => {
		const employer = await employerNamed(context, body.employerId);
		const coOwnerIds = coOwnersOf(body.coOwnerIds, body.ownerId) ?? [];
		if (!canWriteFollowUp(context.caller, { regionCode: employer.regionCode, ownerIds: [body.ownerId, ...coOwnerIds], employerAdvisorId: employer.advisorId }))
			throw new Refusal("forbidden");
		requireWholeRepetition(body);
		if (body.doneOn && body.doneOn > context.today) throw invalid("doneOn", "date-in-future");
		await requireNamedOfFollowUp(context, body);
		const supportCaseId = await openCaseOf(context, body.employerId);
		await context.db
			.insertInto("follow_up")
			.values({
				...snakeRow(body),
				co_owner_ids: coOwnerIds,
				repeat_from: body.repeatEvery ? body.dueOn : null,
				region_code: employer.regionCode,
				support_case_id: supportCaseId,
				created_on: context.today,
			} as never)
			.execute();
		return readFollowUp(context, body.id);
	}),

	implement(updateFollowUp, async (context, { params, body, ifMatch }) => {
		const { db, caller, today } = context;
		mustFind(
			await db.selectFrom("follow_up").select("id").where("id", "=", params.id).where("region_code", "=", caller.regionCode).forUpdate().executeTakeFirst(),
		);
		const before = await readFollowUp(context, params.id);
		if (!before.can.update) throw new Refusal("forbidden");
		await requireVersion(ifMatch, before.version, async () => before);
		await requireNamedOfFollowUp(context, body, before);
		const after = { ...before, ...saidIn(body) } as typeof before;
		requireWholeRepetition(after);
		if (body.doneOn && body.doneOn > today) throw invalid("doneOn", "date-in-future");
		// Opened again, it is no longer given up.
		const cancelReason = after.doneOn === null && body.cancelReason === undefined ? null : after.cancelReason;
		if (cancelReason !== null && after.doneOn === null) throw invalid("doneOn", "required");
		const isPutOff = before.doneOn === null && after.dueOn > before.dueOn;
		const repeatsAnew = after.repeatEvery !== before.repeatEvery || after.repeatUnit !== before.repeatUnit;
		await db
			.updateTable("follow_up")
			.set({
				...snakeRow(body),
				...(body.coOwnerIds || body.ownerId ? { co_owner_ids: coOwnersOf(after.coOwnerIds, after.ownerId) ?? [] } : {}),
				cancel_reason: cancelReason,
				...(isPutOff
					? { postponements: before.postponements + 1, postpone_reason: body.postponeReason ?? null, postpone_note: body.postponeNote ?? null }
					: {}),
				...(repeatsAnew ? { repeat_from: after.repeatEvery === null ? null : after.dueOn } : {}),
				version: before.version + 1,
			})
			.where("id", "=", params.id)
			.execute();
		if (before.doneOn === null && after.doneOn !== null && cancelReason === null) await makeNext(context, after);
		if (before.doneOn !== null && after.doneOn === null) await withdrawNext(context, params.id);
		return readFollowUp(context, params.id);
	}),
];
