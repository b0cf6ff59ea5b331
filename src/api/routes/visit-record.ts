import { type RawBuilder, sql } from "kysely";
import { fieldSentence } from "#contract/problem-text.ts";
import type { Visit, VisitRow } from "#contract/visits.ts";
import type { Context } from "../caller.ts";
import { camelRow, mustFind } from "../presenting.ts";
import { canWriteVisit } from "../rules/permissions.ts";
import { incompleteOf } from "../rules/visit-completeness.ts";
import { type StoredVisitStatus, visitAllows, visitStatusOn } from "../rules/visit-lifecycle.ts";
import { visitColumns, visitStatus } from "./visit-list.ts";

/** A row or a record with what the caller may do with it. */
export function presentVisit<Row extends Omit<VisitRow, "can">>({ caller }: Context, row: Record<string, unknown>): Row & { can: VisitRow["can"] } {
	const { isHere, ...columns } = camelRow<Row & { isHere: boolean }>(row);
	const visit = columns as unknown as Row;
	const isMine = canWriteVisit(caller, { regionCode: caller.regionCode, adviserIds: visit.advisers.map(({ personId }) => personId), isHere });
	const may = (action: Parameters<typeof visitAllows>[1]) => isMine && visitAllows(visit.status, action);
	return { ...visit, can: { update: may("update"), complete: may("complete"), cancel: may("cancel"), addendum: may("addendum") } };
}

/** Whole visits of the region, those that a condition lets through, in one statement. */
export async function readVisits(context: Context, which: RawBuilder<boolean>): Promise<Visit[]> {
	const { db, caller, today, language } = context;
	const { rows } = await sql<Record<string, unknown>>`
		select ${visitColumns(context)}, visit.duration_minutes, visit.summary, visit.no_follow_up_reason, visit.next_contact_on, visit.cancel_reason, visit.created_by, visit.report,
			(select coalesce(json_agg(json_build_object('id', o.id, 'status', ${visitStatus(today, "o")}, 'mode', o.mode, 'headline', o.headline) order by o.id), '[]'::json)
				from visit o where o.occurred_on = visit.occurred_on and o.id <> visit.id and o.region_code = visit.region_code and o.status <> 'cancelled'
				and (o.partner_id = visit.partner_id or o.id in (select b.visit_id from visit_employer a join visit_employer b on b.employer_id = a.employer_id where a.visit_id = visit.id))
				and exists (select from visit_adviser a join visit_adviser b on b.person_id = a.person_id where a.visit_id = visit.id and b.visit_id = o.id)) as duplicates,
			(select coalesce(json_agg(json_build_object('id', a.id, 'writtenOn', a.written_on, 'writtenBy', a.written_by, 'text', a.text) order by a.written_on, a.id), '[]'::json)
				from visit_addendum a where a.visit_id = visit.id) as addenda
		from visit where ${which} and visit.region_code = ${caller.regionCode} order by visit.id`.execute(db);
	return rows.map((row) => {
		const visit = presentVisit<Omit<Visit, "can" | "incomplete">>(context, row);
		const lacks = visit.status === "planned" || visit.status === "draft" ? incompleteOf({ ...visit, partnerId: visit.partner?.partnerId }, today) : [];
		return { ...visit, incomplete: lacks.map(({ path, code }) => ({ path, code, message: fieldSentence(code, language) })) };
	});
}

export const readVisit = async (context: Context, id: string): Promise<Visit> => mustFind((await readVisits(context, sql<boolean>`visit.id = ${id}`))[0]);

/** The visit as stored, held until the end of the transaction. */
export async function lockVisit({ db, caller, today }: Context, id: string) {
	const row = mustFind(
		await db.selectFrom("visit").selectAll().where("id", "=", id).where("region_code", "=", caller.regionCode).forUpdate().executeTakeFirst(),
	);
	const employers = await db.selectFrom("visit_employer").select("employer_id").where("visit_id", "=", id).orderBy("position").orderBy("employer_id").execute();
	const { rows: places } = await sql<{ is_here: boolean }>`select visit_is_here(${id}) as is_here`.execute(db);
	const advisers = await db.selectFrom("visit_adviser").select("person_id").where("visit_id", "=", id).execute();
	return {
		...camelRow<
			Pick<Visit, "id" | "mode" | "occurredOn" | "headline" | "summary" | "solutions" | "noFollowUpReason" | "completedOn" | "report" | "version"> & {
				partnerId: string | null;
				agreementId: string | null;
			}
		>(row),
		status: visitStatusOn({ status: row.status as StoredVisitStatus, completedOn: row.completed_on }, today),
		isHere: places[0]?.is_here === true,
		employerIds: employers.map(({ employer_id }) => employer_id),
		adviserIds: advisers.map(({ person_id }) => person_id),
	};
}
export type StoredVisit = Awaited<ReturnType<typeof lockVisit>>;
