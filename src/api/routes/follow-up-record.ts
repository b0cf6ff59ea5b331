import { sql } from "kysely";
import type { FollowUp } from "#contract/follow-ups.ts";
import type { Context } from "../caller.ts";
import { findFaultsOfPeople, mustFind, requireTerms } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { nextDue } from "../rules/recurrence.ts";
import { followUpList, presentFollowUp } from "./follow-up-list.ts";

export async function readFollowUp(context: Context, id: string): Promise<FollowUp> {
	const { rows } = await sql<
		Record<string, unknown>
	>`select ${followUpList.select(context)} from ${followUpList.from} where f.id = ${id} and ${followUpList.scope(context)}`.execute(context.db);
	return presentFollowUp(context, mustFind(rows[0]));
}

type Codes = { kind?: string | undefined; cancelReason?: string | null | undefined; postponeReason?: string | null | undefined };
type Owners = { ownerId?: string | undefined; coOwnerIds?: string[] | undefined };

/** Codes and people newly named exist today; what an old follow-up names may since have ended. */
export async function requireNamedOfFollowUp(context: Context, sent: Codes & Owners, before: Partial<Codes & Owners> = {}, prefix = ""): Promise<void> {
	await requireTerms(
		context,
		[
			{ path: `${prefix}kind`, vocabulary: "followUpKind", code: sent.kind, known: before.kind },
			{ path: `${prefix}cancelReason`, vocabulary: "followUpCancelReason", code: sent.cancelReason, known: before.cancelReason },
			{ path: `${prefix}postponeReason`, vocabulary: "postponeReason", code: sent.postponeReason, known: before.postponeReason },
		].filter(({ code, known }) => code !== known),
	);
	const held = [before.ownerId, ...(before.coOwnerIds ?? [])];
	const named = [
		...(sent.ownerId ? [{ path: `${prefix}ownerId`, value: sent.ownerId }] : []),
		...(sent.coOwnerIds ?? []).map((value, index) => ({ path: `${prefix}coOwnerIds.${index}`, value })),
	];
	const fields = await findFaultsOfPeople(
		context,
		named.filter(({ value }) => !held.includes(value)),
	);
	if (fields.length > 0) throw new Refusal("invalid-input", { fields });
}

/** Each once, and whoever answers for it is not said again. */
export const coOwnersOf = (ids: readonly string[] | undefined, ownerId: string) => ids && [...new Set(ids)].filter((id) => id !== ownerId);

export function requireWholeRepetition({ repeatEvery, repeatUnit }: { repeatEvery?: number | null | undefined; repeatUnit?: string | null | undefined }) {
	if ((repeatEvery ?? null) === null && (repeatUnit ?? null) !== null) throw invalid("repeatEvery", "required");
	if ((repeatEvery ?? null) !== null && (repeatUnit ?? null) === null) throw invalid("repeatUnit", "required");
}

/** The occurrence that follows one that is done; the one that already follows it, if somebody made something of it, stays the only one. */
export async function makeNext({ db, newId, today }: Context, done: FollowUp): Promise<void> {
	const { repeatEvery, repeatUnit, doneOn } = done;
	if (repeatEvery === null || repeatUnit === null || doneOn === null) return;
	const { repeat_from: from } = await db.selectFrom("follow_up").select("repeat_from").where("id", "=", done.id).executeTakeFirstOrThrow();
	const dueOn = nextDue({ every: repeatEvery, unit: repeatUnit }, from ?? done.dueOn, done.dueOn, doneOn);
	await sql`
		insert into follow_up (id, region_code, employer_id, partner_id, support_case_id, kind, title, owner_id, co_owner_ids, due_on, created_on, rule_code, promised, previous_id, repeat_every, repeat_unit, repeat_from, immigration_line_id, line_day)
		select ${newId()}::uuid, region_code, employer_id, partner_id, support_case_id, kind, title, owner_id, co_owner_ids, ${dueOn}::date, ${today}::date, rule_code, promised, id, repeat_every, repeat_unit, coalesce(repeat_from, due_on), immigration_line_id, line_day
		from follow_up where id = ${done.id} on conflict (previous_id) do nothing`.execute(db);
}

/** Not done after all: what was made of it goes, unless it has been touched. */
export async function withdrawNext({ db }: Context, id: string): Promise<void> {
	await db.deleteFrom("follow_up").where("previous_id", "=", id).where("done_on", "is", null).where("version", "=", 1).execute();
}
