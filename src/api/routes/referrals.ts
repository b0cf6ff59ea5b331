import {
	acknowledgeReferral,
	closeReferral,
	countReferrals,
	createReferral,
	declineReferral,
	getReferral,
	listReferrals,
	updateReferral,
	withdrawReferral,
} from "#contract/referrals.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { requireTerms, saidIn, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import type { Signal } from "../rules/newcomer-signals.ts";
import { canSendReferral } from "../rules/permissions.ts";
import { answerLines, requireChange, requireSending } from "./newcomer-signals.ts";
import { employerNamed } from "./record-employer.ts";
import { presentReferral, referralList } from "./referral-list.ts";
import { expectedReply, followReferrals, holdReferral, readReferral, referralRule, requireNamedOfReferral } from "./referral-record.ts";

const write = async (context: Context, id: string, fields: Record<string, unknown>) => {
	await context.db
		.updateTable("referral")
		.set({ ...snakeRow(fields) })
		.where("id", "=", id)
		.execute();
	return readReferral(context, id);
};

export const referralRoutes = [
	implement(listReferrals, async (context, { query }) => {
		const { rows, total, next } = await readPage(context, referralList, query);
		return { items: rows.map((row) => presentReferral(context, row)), total, next };
	}),

	implement(countReferrals, (context, { query }) => readFacets(context, referralList, query)),

	implement(getReferral, (context, { params }) => readReferral(context, params.id)),

	implement(createReferral, async (context, { body }) => {
		const { db, caller, today } = context;
		const { consentObtained: _, countedLineIds: __, replyExpectedOn, ...fields } = body;
		// Agents read nothing of the employers: what they send is a person's need.
		if (body.employerId && caller.role === "integrationAgent") throw new Refusal("forbidden");
		const employer = body.employerId ? await employerNamed(context, body.employerId) : null;
		if (!canSendReferral(caller, employer)) throw new Refusal("forbidden");
		const lines = await requireSending(context, body);
		await requireNamedOfReferral(context, body);
		const rule = await referralRule(context);
		await db
			.insertInto("referral")
			.values({
				...snakeRow(fields),
				...(body.countsOnly ? { consent_from: null, consent_on: null, consent_method: null } : {}),
				region_code: caller.regionCode,
				from_person_id: caller.personId,
				sent_on: today,
				reply_expected_on: replyExpectedOn ?? expectedReply(rule, today),
			} as never)
			.execute();
		await answerLines(context, lines, body.countsOnly ? "counted" : "referred");
		if (caller.role !== "integrationAgent") await followReferrals(context, [body.id], rule);
		return readReferral(context, body.id);
	}),

	implement(updateReferral, async (context, { params, body, ifMatch }) => {
		const before = await holdReferral(context, params.id, ifMatch, "update");
		await requireNamedOfReferral(context, body, before);
		const after = { ...before, ...saidIn(body) };
		const places = [after.toPersonId, after.toPartnerId, after.toService, after.toServicePointId].filter((place) => place !== null).length;
		// What is a signal stays one: of no other referral is a count or a person's own consent kept.
		const isSignal = before.toServicePointId !== null;
		if (places !== 1 || isSignal !== (after.toServicePointId !== null)) throw invalid(isSignal ? "toServicePointId" : "toService", "one-destination");
		await requireChange(context, after as Signal, before, before.immigrationLineId);
		// Sent to somebody else, it waits to be received again.
		const isMoved = (["toPersonId", "toPartnerId", "toService", "toServicePointId"] as const).some((field) => after[field] !== before[field]);
		return write(context, params.id, { ...body, ...(isMoved ? { state: "sent", acknowledgedOn: null, meetingOn: null } : {}) });
	}),

	implement(acknowledgeReferral, async (context, { params, body, ifMatch }) => {
		const before = await holdReferral(context, params.id, ifMatch, "acknowledge");
		return write(context, params.id, {
			state: "acknowledged",
			acknowledgedOn: before.acknowledgedOn ?? context.today,
			...(body.meetingOn === undefined ? {} : { meetingOn: body.meetingOn }),
		});
	}),

	implement(closeReferral, async (context, { params, body, ifMatch }) => {
		const { db, caller, today } = context;
		const before = await holdReferral(context, params.id, ifMatch, "close");
		if (body.endedOn > today) throw invalid("endedOn", "date-in-future");
		if (body.endedOn < before.sentOn) throw invalid("endedOn", "before-sending");
		await requireTerms(context, [{ path: "outcome", vocabulary: "referralOutcome", code: body.outcome }]);
		if (body.outcomeVisitId) {
			const visit = await db
				.selectFrom("visit")
				.select("status")
				.where("id", "=", body.outcomeVisitId)
				.where("region_code", "=", caller.regionCode)
				.executeTakeFirst();
			if (!visit || visit.status === "cancelled") throw invalid("outcomeVisitId", "unknown-reference");
		}
		return write(context, params.id, {
			state: "closed",
			endedOn: body.endedOn,
			endedById: caller.personId,
			outcome: body.outcome ?? null,
			outcomeVisitId: body.outcomeVisitId ?? null,
			endNote: body.endNote ?? null,
		});
	}),

	implement(declineReferral, async (context, { params, body, ifMatch }) => {
		await holdReferral(context, params.id, ifMatch, "decline");
		await requireTerms(context, [{ path: "reason", vocabulary: "referralDeclineReason", code: body.reason }]);
		return write(context, params.id, end(context, "declined", body));
	}),

	implement(withdrawReferral, async (context, { params, body, ifMatch }) => {
		await holdReferral(context, params.id, ifMatch, "withdraw");
		await requireTerms(context, [{ path: "reason", vocabulary: "referralWithdrawReason", code: body.reason }]);
		return write(context, params.id, end(context, "withdrawn", body));
	}),
];

const end = ({ today, caller }: Context, state: "declined" | "withdrawn", { reason, endNote }: { reason: string; endNote?: string | null | undefined }) => ({
	state,
	endedOn: today,
	endedById: caller.personId,
	endReason: reason,
	endNote: endNote ?? null,
});
