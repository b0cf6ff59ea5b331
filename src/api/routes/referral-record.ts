import { sql } from "kysely";
import { addSpan, onOrAfter } from "#contract/business-days.ts";
import type { FollowUpRule } from "#contract/follow-ups.ts";
import type { LocalDate } from "#contract/primitives.ts";
import type { Referral } from "#contract/referrals.ts";
import { atWork } from "../at-work.ts";
import type { Context } from "../caller.ts";
import { mustFind, requireTerms, requireVersion } from "../presenting.ts";
import { type FieldProblem, Refusal } from "../refusal.ts";
import { readCatalogue } from "./follow-up-catalogue.ts";
import { presentReferral, referralList, rightsOnReferral } from "./referral-list.ts";

async function findRow(context: Context, id: string): Promise<Record<string, unknown>> {
	const { rows } = await sql<
		Record<string, unknown>
	>`select ${referralList.select(context)} from ${referralList.from} where r.id = ${id} and ${referralList.scope(context)}`.execute(context.db);
	return mustFind(rows[0]);
}
export const readReferral = async (context: Context, id: string): Promise<Referral> => presentReferral(context, await findRow(context, id));

/** Rights first, then the version, then whether it is over: who may not act does not learn what changed. */
export async function holdReferral(context: Context, id: string, ifMatch: number | null, action: string): Promise<Referral> {
	mustFind(await context.db.selectFrom("referral").select("id").where("id", "=", id).forUpdate().executeTakeFirst());
	const row = await findRow(context, id);
	if (!rightsOnReferral(context, row)[action]) throw new Refusal("forbidden");
	const referral = presentReferral(context, row);
	await requireVersion(ifMatch, referral.version, async () => referral);
	if (referral.endedOn !== null) throw new Refusal("referral-ended");
	return referral;
}

type Destination = { toPersonId?: string | null | undefined; toPartnerId?: string | null | undefined; toService?: string | null | undefined };
type Named = Destination & { reason?: string | null | undefined };

/** Codes, people and partners newly named exist; whoever receives works here, receives referrals, and is not the one who sends. */
export async function requireNamedOfReferral(context: Context, sent: Named, before: Named = {}, prefix = ""): Promise<void> {
	const { db, caller, today } = context;
	await requireTerms(
		context,
		[
			{ path: `${prefix}reason`, vocabulary: "referralReason", code: sent.reason, known: before.reason },
			{ path: `${prefix}toService`, vocabulary: "referralService", code: sent.toService, known: before.toService },
		].filter(({ code, known }) => code !== known),
	);
	const fields: FieldProblem[] = [];
	if (sent.toPersonId && sent.toPersonId !== before.toPersonId) {
		const person = await db
			.selectFrom("person")
			.select(["role", atWork(today).as("at_work")])
			.where("id", "=", sent.toPersonId)
			.where("region_code", "=", caller.regionCode)
			.executeTakeFirst();
		const code = !person
			? "unknown-reference"
			: !person.at_work
				? "not-at-work"
				: sent.toPersonId === caller.personId
					? "to-oneself"
					: ["administrator", "auditor"].includes(person.role)
						? "not-a-referral-receiver"
						: null;
		if (code) fields.push({ path: `${prefix}toPersonId`, code });
	}
	if (sent.toPartnerId && sent.toPartnerId !== before.toPartnerId) {
		const partner = await db
			.selectFrom("partner")
			.select("id")
			.where("id", "=", sent.toPartnerId)
			.where("region_code", "=", caller.regionCode)
			.executeTakeFirst();
		if (!partner) fields.push({ path: `${prefix}toPartnerId`, code: "unknown-reference" });
	}
	if (fields.length > 0) throw new Refusal("invalid-input", { fields });
}

/** What the catalogue says of a referral: by when its outcome is asked, and in which words. */
export const referralRule = async (context: Context): Promise<FollowUpRule | undefined> =>
	(await readCatalogue(context)).find(({ trigger }) => trigger === "referralSent");

export const expectedReply = (rule: FollowUpRule | undefined, sentOn: LocalDate): LocalDate =>
	onOrAfter(addSpan(sentOn, rule ? { count: rule.dueCount, unit: rule.dueUnit } : { count: 15, unit: "businessDay" }));

/** The follow-up of its outcome, once and for good: of the employer, or of the partner it was sent to. A need sent to a colleague or a service hangs from nobody's record. */
export async function followReferrals(context: Context, ids: string[], rule: FollowUpRule | undefined): Promise<void> {
	if (ids.length === 0 || !rule) return;
	const { db, newId, today, language } = context;
	const title = language === "en" ? `${rule.titleEn}: ` : `${rule.titleFr}\u00A0: `;
	const label = sql.ref(language === "en" ? "t.label_en" : "t.label_fr");
	for (const id of ids)
		await sql`
			insert into follow_up (id, region_code, employer_id, partner_id, support_case_id, visit_id, kind, title, owner_id, due_on, created_on, rule_code, referral_id)
			select ${newId()}::uuid, r.region_code, r.employer_id, case when r.employer_id is null then r.to_partner_id end,
				(select c.id from support_case c where c.employer_id = r.employer_id and c.region_code = r.region_code and c.closed_on is null order by c.opened_on desc, c.id limit 1),
				r.visit_id, ${rule.kind}, left(${title} || coalesce(p.name, b.name, v.name, ${label}, ''), 200), r.from_person_id, greatest(r.reply_expected_on, ${today}::date), ${today}::date, ${rule.code}, r.id
			from referral r left join person p on p.id = r.to_person_id left join partner b on b.id = r.to_partner_id left join service_point v on v.id = r.to_service_point_id
				left join term t on t.vocabulary = 'referralService' and t.code = r.to_service
			where r.id = ${id} and coalesce(r.employer_id, r.to_partner_id) is not null on conflict (referral_id) do nothing`.execute(db);
}
