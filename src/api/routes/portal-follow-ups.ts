import { sql } from "kysely";
import type { Context } from "../caller.ts";
import { calledByStep } from "../rules/follow-up-catalogue.ts";
import { readCatalogue } from "./follow-up-catalogue.ts";
import { openCaseOf } from "./record-employer.ts";

type Step = { id: string; employerId: string; event: string; occurredOn: string; regionCode: string; advisorId: string | null };

/** What a step of the account calls for, to whom the employer is entrusted; nothing that is already to be done, or was done since. It goes with the step when that is undone. */
export async function followStep(context: Context, { id, employerId, event, occurredOn, regionCode, advisorId }: Step): Promise<void> {
	if (event !== "toOpen" && event !== "account") return;
	const { db, caller, today, newId, language } = context;
	const account = await db
		.selectFrom("portal_account")
		.select(["first_active_on", "first_use_on", "last_use_on"])
		.where("employer_id", "=", employerId)
		.where("region_code", "=", regionCode)
		.executeTakeFirst();
	const isActive = (account?.first_active_on ?? account?.first_use_on ?? null) !== null;
	const hasServed = account?.last_use_on != null && account.last_use_on >= occurredOn;
	const called = calledByStep(await readCatalogue(context), { event, occurredOn, isSettled: event === "toOpen" ? isActive : hasServed }, today);
	if (called.length === 0) return;
	const supportCaseId = await openCaseOf(context, employerId);
	for (const { rule, dueOn } of called)
		await sql`insert into follow_up (id, region_code, employer_id, support_case_id, kind, title, owner_id, due_on, created_on, rule_code, step_id)
			select ${newId()}::uuid, ${regionCode}::text, ${employerId}::uuid, ${supportCaseId}::uuid, ${rule.kind}::text, ${language === "en" ? rule.titleEn : rule.titleFr}::text, ${advisorId ?? caller.personId}::uuid,
				${dueOn}::date, ${today}::date, ${rule.code}::text, ${id}::uuid
			where not exists (select from follow_up f where f.employer_id = ${employerId} and f.rule_code = ${rule.code} and (f.done_on is null or f.created_on >= ${occurredOn}::date))`.execute(
			db,
		);
}

/** A step is withdrawn, or said otherwise: what it called for goes, but what somebody has taken up since. */
export async function withdrawStep({ db }: Context, id: string): Promise<void> {
	await db.deleteFrom("follow_up").where("step_id", "=", id).where("done_on", "is", null).where("version", "=", 1).execute();
}
