import { type Kysely, sql } from "kysely";
import type { JournalEntity, LeftRecord } from "#contract/journal.ts";
import { camelName } from "./presenting.ts";
import { isoInstant } from "./rules/instant.ts";
import type { Tables } from "./sql/tables.ts";

type Row = { root_id: string; entity: string; outcome: "undone" | "changed" | "inUse"; records: number; actor: string | null; recorded_at: string | null };

/** What a record that is left is called: a case by its employer, a follow-up by its title. */
const named = sql`lateral (select case u.entity
	when 'employer' then (select e.name from employer e where e.id = u.root_id)
	when 'support_case' then (select e.name from support_case c join employer e on e.id = c.employer_id where c.id = u.root_id)
	when 'follow_up' then (select f.title from follow_up f where f.id = u.root_id)
	when 'visit' then (select v.headline from visit v where v.id = u.root_id)
	when 'person' then (select p.name from person p where p.id = u.root_id) end as name) n`;

/**
 * Takes back what a batch wrote of these records, each with its parts, unless somebody wrote one of them since: that one is left whole, and said.
 * A few hundred at a time, a batch of any size is undone without anybody waiting.
 */
export async function undoUntouched(db: Kysely<Tables>, batchId: string, roots: string[]): Promise<{ undone: number; left: LeftRecord[] }> {
	const { rows } = await sql<Row & { name: string | null; actor_name: string | null }>`
		select u.*, n.name, p.name as actor_name from undo_untouched(${batchId}::uuid, ${roots}::uuid[]) u
		left join ${named} on u.outcome <> 'undone' left join person p on p.id = u.actor`.execute(db);
	const undone = rows.filter(({ outcome }) => outcome === "undone");
	const left = rows.flatMap(({ outcome, ...row }) =>
		outcome === "undone"
			? []
			: [
					{
						entity: camelName(row.entity) as JournalEntity,
						entityId: row.root_id,
						name: row.name,
						reason: outcome,
						actorId: row.actor,
						actorName: row.actor_name,
						recordedAt: row.recorded_at && isoInstant(row.recorded_at),
					},
				],
	);
	return { undone: undone.reduce((sum, { records }) => sum + records, 0), left };
}

/** The records that a batch touched. */
async function rootsOfBatch(db: Kysely<Tables>, batchId: string): Promise<string[]> {
	const { rows } = await sql<{ root_id: string }>`select distinct r.root_id from revision r where r.batch_id = ${batchId}::uuid`.execute(db);
	return rows.map(({ root_id }) => root_id);
}

/** All of a batch at once. */
export const undoUntouchedBatch = async (db: Kysely<Tables>, batchId: string) => undoUntouched(db, batchId, await rootsOfBatch(db, batchId));
