import type { VisitReport } from "#contract/visit-report.ts";
import type { Context } from "../caller.ts";
import { type FieldProblem, invalid, Refusal } from "../refusal.ts";

type Subject = { employerIds: string[]; partnerId?: string | null | undefined; agreementId?: string | null | undefined; report?: VisitReport | undefined };

/** What is counted of employers has no place in the visit of a partner. */
const ofEmployersOnly = ["needs", "toolUses", "signals", "referrals"] as const;

/** Employers, or a partner of the region with one of its agreements: one of the two (domain §2.3). */
export async function requireSubject({ db, caller }: Context, subject: Subject, before: Partial<Subject> = {}): Promise<void> {
	const { employerIds, partnerId, agreementId, report } = subject;
	if (!partnerId) {
		if (employerIds.length === 0) throw invalid("employerIds", "required");
		if (agreementId) throw invalid("agreementId", "agreement-of-partner");
		return;
	}
	if (employerIds.length > 0) throw invalid("partnerId", "one-subject");
	const misplaced: FieldProblem[] = ofEmployersOnly.flatMap((list) =>
		(report?.[list] ?? []).length > 0 ? [{ path: `report.${list}`, code: "not-of-partner" }] : [],
	);
	if (misplaced.length > 0) throw new Refusal("invalid-input", { fields: misplaced });
	if (partnerId !== before.partnerId) {
		const partner = await db.selectFrom("partner").select("id").where("id", "=", partnerId).where("region_code", "=", caller.regionCode).executeTakeFirst();
		if (!partner) throw invalid("partnerId", "unknown-reference");
	}
	if (agreementId && (agreementId !== before.agreementId || partnerId !== before.partnerId)) {
		const agreement = await db
			.selectFrom("agreement")
			.select("id")
			.where("id", "=", agreementId)
			.where("partner_id", "=", partnerId)
			.where("region_code", "=", caller.regionCode)
			.executeTakeFirst();
		if (!agreement) throw invalid("agreementId", "agreement-of-partner");
	}
}
