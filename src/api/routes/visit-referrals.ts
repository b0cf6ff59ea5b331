import { sql } from "kysely";
import type { VisitReport } from "#contract/visit-report.ts";
import type { Context } from "../caller.ts";
import { snakeName, snakeRow } from "../presenting.ts";
import { Refusal } from "../refusal.ts";
import { type PlacedReferral, planReferrals, type ReferralContent, readReferralLines } from "../rules/referral-lines.ts";
import { expectedReply, followReferrals, referralRule, requireNamedOfReferral } from "./referral-record.ts";

type Stored = { id: string; employerIds: string[]; occurredOn: string; report: VisitReport };

/** Each with its employer: the one it names, as long as it is visited, or the first. */
const linesOf = (visit: Stored | null, today: string): PlacedReferral[] =>
	visit
		? readReferralLines(visit.report, visit.occurredOn, today).complete.map((placed) => ({
				...placed,
				employerId: placed.employerId !== null && visit.employerIds.includes(placed.employerId) ? placed.employerId : (visit.employerIds[0] ?? null),
			}))
		: [];

/** A referral goes with its line only as long as nobody has received it: what someone has worked on stays. */
async function withdraw({ db }: Context, visitId: string, lines: ReferralContent[]): Promise<void> {
	for (const { id } of lines)
		await sql`delete from referral where id = ${id} and visit_id = ${visitId} and state = 'sent' and acknowledged_on is null`.execute(db);
}

/** Complete lines of block 9 become referrals under their own id, each with its follow-up; one that has ended is no longer written over. */
export async function saveReferrals(context: Context, before: Stored | null, after: Stored): Promise<void> {
	const { db, caller, today } = context;
	const plan = planReferrals(linesOf(before, today), linesOf(after, today));
	if (plan.write.length + plan.withdraw.length === 0) return;
	await withdraw(context, after.id, plan.withdraw);
	const known = new Map(linesOf(before, today).map(({ content }) => [content.id, content]));
	for (const { index, content } of plan.write) await requireNamedOfReferral(context, content, known.get(content.id), `report.referrals.${index}.`);
	const rule = plan.write.length > 0 ? await referralRule(context) : undefined;
	for (const { index, content, employerId } of plan.write) {
		const { replyExpectedOn, ...said } = content;
		const fields = snakeRow({ ...said, replyExpectedOn: replyExpectedOn ?? expectedReply(rule, said.sentOn), employerId });
		const row = { ...fields, ...snakeRow({ regionCode: caller.regionCode, visitId: after.id, fromPersonId: caller.personId }) };
		const changed = Object.keys(fields).filter((column) => column !== "id" && !(column === snakeName("replyExpectedOn") && replyExpectedOn === null));
		const { rows } = await sql<{ id: string }>`
			insert into referral (${sql.join(Object.keys(row).map((column) => sql.ref(column)))}) values (${sql.join(Object.values(row))})
			on conflict (id) do update set ${sql.join(changed.map((column) => sql`${sql.ref(column)} = case when referral.ended_on is null then ${sql.ref(`excluded.${column}`)} else ${sql.ref(`referral.${column}`)} end`))}
				where referral.visit_id = ${after.id}
			returning id`.execute(db);
		// An id that names the record of another visit is never written over.
		if (rows.length === 0) throw new Refusal("id-taken", { fields: [{ path: `report.referrals.${index}.id`, code: "id-taken" }] });
	}
	await followReferrals(
		context,
		plan.write.map(({ content }) => content.id),
		rule,
	);
}

/** A visit that did not take place sends nobody anywhere, except what was already received. */
export const withdrawReferrals = (context: Context, visit: Stored): Promise<void> =>
	withdraw(
		context,
		visit.id,
		linesOf(visit, context.today).map(({ content }) => content),
	);
