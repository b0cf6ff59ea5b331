import { type RawBuilder, sql } from "kysely";
import type { NeedToOffer } from "#contract/mission-registrations.ts";
import type { Context } from "../caller.ts";
import { Refusal } from "../refusal.ts";

/** Promised: to a mission that is neither ended nor cancelled, by an employer that has not withdrawn. Aliases: p post, g registration, m mission. */
const standing = (today: string) => sql<boolean>`g.withdrawn_on is null and not m.is_cancelled and m.ends_on >= ${today}::date`;
const posts = sql`mission_post p join mission_registration g on g.id = p.registration_id join mission m on m.id = g.mission_id`;

/** Posts of a need that missions other than one promise. `need`: the SQL of its id. */
export const promisedElsewhere = (need: RawBuilder<unknown>, missionId: string, today: string) =>
	sql<number>`coalesce((select sum(p.quantity)::int from ${posts} where p.labour_need_id = ${need} and m.id <> ${missionId} and ${standing(today)}), 0)`;

type Row = Omit<NeedToOffer, "promised"> & { promised: NeedToOffer["promised"] };

/**
 * The needs of a registration's employer, with what other registrations promise of each. The rows are those of the region.
 * A mission that is over promises nothing any more: what was offered there is out of the posts that were opened, filled since or not.
 */
export async function readNeedsToOffer(
	{ db, caller, today, language }: Context,
	{ employerId, registrationId, needId }: { employerId: string; registrationId: string; needId?: string },
): Promise<NeedToOffer[]> {
	const { rows } = await sql<Row>`
		select n.id as "labourNeedId", n.occupation_code as "occupationCode", ${sql.ref(language === "en" ? "o.label_en" : "o.label_fr")} as "occupationLabel", n.offerable as "openPosts",
			coalesce(x.promised, '[]'::json) as promised, greatest(n.offerable - coalesce(x.total, 0), 0)::int as free
		from mission_registration own join mission of on of.id = own.mission_id
		join lateral (select v.*, case when of.ends_on < ${today}::date then v.posts else v.open_posts end as offerable from labour_need v where v.employer_id = ${employerId}) n on true left join occupation o on o.code = n.occupation_code
		left join lateral (select sum(p.quantity) as total, json_agg(json_build_object('missionName', m.name, 'quantity', p.quantity) order by m.starts_on, m.name) as promised
			from ${posts} where p.labour_need_id = n.id and p.registration_id <> ${registrationId} and of.ends_on >= ${today}::date and ${standing(today)}) x on true
		where own.id = ${registrationId} and n.region_code = ${caller.regionCode} and ${needId ? sql<boolean>`n.id = ${needId}` : sql<boolean>`(n.offerable > 0 or exists (select from mission_post p where p.labour_need_id = n.id and p.registration_id = ${registrationId}))`}
		order by n.recorded_on desc, n.id`.execute(db);
	return rows;
}

/**
 * One opening is promised to one mission (domain §1.6): refused in words, with the figures and the other missions, when what is offered goes beyond what is left.
 * The need is locked first: two people who offer its last posts at the same instant wait for one another.
 */
export async function requireFree(
	context: Context,
	given: { employerId: string; registrationId: string; needId: string; quantity: number; path: string },
): Promise<void> {
	await context.db.selectFrom("labour_need").select("id").where("id", "=", given.needId).forUpdate().execute();
	const [need] = await readNeedsToOffer(context, given);
	const { path, quantity } = given;
	if (!need) throw new Refusal("invalid-input", { fields: [{ path: "labourNeedId", code: "unknown-reference" }] });
	if (quantity <= need.free) return;
	const missions = need.promised.map(({ missionName, quantity: held }) => `${missionName} (${held})`).join(", ");
	const parameters = { asked: quantity, open: need.openPosts, free: need.free, missions };
	throw new Refusal("invalid-input", { fields: [{ path, code: "posts-promised", parameters }] });
}

/** Posts that were let go of and would be promised again: a registration taken up, a mission put off. Beside the field that brings them back. */
export async function requireStillFree(context: Context, of: RawBuilder<boolean>, path: string): Promise<void> {
	const { rows } = await sql<{ registrationId: string; employerId: string; needId: string; quantity: number }>`
		select p.registration_id as "registrationId", g.employer_id as "employerId", p.labour_need_id as "needId", p.quantity
		from ${posts} where ${of} order by p.labour_need_id`.execute(context.db);
	for (const row of rows) await requireFree(context, { ...row, path });
}
