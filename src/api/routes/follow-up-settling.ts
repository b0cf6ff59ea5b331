import { sql } from "kysely";
import type { FollowUpSettlement } from "#contract/follow-up-settlements.ts";
import type { Context } from "../caller.ts";
import { findFaultsOfPeople, requireTerms } from "../presenting.ts";
import { type FieldProblem, Refusal } from "../refusal.ts";

type Of = { supportCaseId: string } | { employerId: string };

/** What is still to be done of a case or of an employer: not done. */
const openOf = ({ db, caller }: Context, of: Of) =>
	db
		.selectFrom("follow_up")
		.select(["id", "outcome", "version"])
		.where("supportCaseId" in of ? "support_case_id" : "employer_id", "=", "supportCaseId" in of ? of.supportCaseId : of.employerId)
		.where("region_code", "=", caller.regionCode)
		.where("done_on", "is", null)
		.orderBy("id");

/**
 * What becomes of each open follow-up when a case closes or an employer is archived, in the same transaction (domain §2.2). One that is not named is a refusal; one that
 * was done meanwhile is left as it is. Under an archived employer nothing stays to be done: there, nothing is `given`.
 */
export async function settleFollowUps(context: Context, of: Of, settlements: readonly FollowUpSettlement[], on: string): Promise<void> {
	const open = await openOf(context, of).forUpdate().execute();
	if (open.some(({ id }) => !settlements.some((one) => one.id === id))) throw new Refusal("follow-ups-open");
	const fields: FieldProblem[] = settlements.flatMap(({ becomes, ownerId, cancelReason }, index) => {
		const at = (name: string) => `followUps.${index}.${name}`;
		if (becomes === "cancelled") return cancelReason ? [] : [{ path: at("cancelReason"), code: "required" }];
		if (becomes === "given" && "employerId" in of) return [{ path: at("becomes"), code: "invalid" }];
		return becomes === "given" && !ownerId ? [{ path: at("ownerId"), code: "required" }] : [];
	});
	const given = settlements.flatMap(({ becomes, ownerId }, index) =>
		becomes === "given" && ownerId ? [{ path: `followUps.${index}.ownerId`, value: ownerId }] : [],
	);
	if (fields.length === 0) fields.push(...(await findFaultsOfPeople(context, given)));
	if (fields.length > 0) throw new Refusal("invalid-input", { fields });
	await requireTerms(
		context,
		settlements.map(({ cancelReason }, index) => ({ path: `followUps.${index}.cancelReason`, vocabulary: "followUpCancelReason", code: cancelReason })),
	);
	for (const { id, becomes, ownerId, cancelReason, outcome } of settlements) {
		const row = open.find((one) => one.id === id);
		if (!row) continue;
		await context.db
			.updateTable("follow_up")
			.set(
				becomes === "given"
					? { owner_id: ownerId as string, co_owner_ids: sql`array_remove(co_owner_ids, ${ownerId}::uuid)`, version: row.version + 1 }
					: {
							done_on: on,
							outcome: outcome ?? row.outcome,
							cancel_reason: becomes === "cancelled" ? (cancelReason ?? null) : null,
							version: row.version + 1,
						},
			)
			.where("id", "=", id)
			.execute();
	}
}
