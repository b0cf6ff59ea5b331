import { type Kysely, sql } from "kysely";
import type { Tables } from "../sql/tables.ts";
import type { Job } from "./job.ts";
import { ChunkSize } from "./pace.ts";

/** Whatever names an occupation: while one does, it stays. A test compares them with the database. */
export const occupationHolders = ["labour_need", "immigration_line", "occupation_title", "occupation_former"] as const;

/**
 * Takes back what an import brought of the CNP: its everyday titles, the wording of titles that nobody worded since, its groups but those that are used since.
 * What is taken back is no longer there: begun again, it goes on. Answers how many are as before, and how many groups stay.
 */
export async function takeBackOccupations(job: Job): Promise<{ restored: number; left: number }> {
	const importId = job.row.id;
	const chunk = new ChunkSize(200, { wanted: 45, least: 50, most: 2000 });
	let restored = 0;
	for (let gone = 1; gone > 0; restored += gone)
		gone = await job.chunk(chunk, (db) =>
			countOf(
				db,
				sql`delete from occupation_title where (occupation_code, language, title) in
					(select occupation_code, language, title from occupation_title where import_id = ${importId} limit ${chunk.size}) returning 1`,
			),
		);
	restored += await job.step((db) =>
		countOf(
			db,
			sql`update occupation o set
					label_fr = case when o.label_fr = w.plan->'labels'->>'fr' then coalesce(w.plan->'before'->>'fr', o.label_fr) else o.label_fr end,
					label_en = case when o.label_en = w.plan->'labels'->>'en' then coalesce(w.plan->'before'->>'en', o.label_en) else o.label_en end
				from (select distinct on (key_neq) key_neq, plan from import_row where import_id = ${importId} and key_neq is not null and is_applied and not (plan->>'isNew')::boolean
					order by key_neq, row_number) w
				where o.code = w.key_neq and (o.label_fr = w.plan->'labels'->>'fr' or o.label_en = w.plan->'labels'->>'en') returning 1`,
		),
	);
	restored += await job.step((db) =>
		countOf(
			db,
			sql`delete from occupation o where o.import_id = ${importId} and ${sql.join(
				occupationHolders.map((table) => sql`not exists (select from ${sql.table(table)} h where h.occupation_code = o.code)`),
				sql` and `,
			)} returning 1`,
		),
	);
	const left = await job.step((db) => countOf(db, sql`select 1 from occupation where import_id = ${importId}`));
	return { restored, left };
}

const countOf = async (db: Kysely<Tables>, statement: ReturnType<typeof sql>): Promise<number> => (await statement.execute(db)).rows.length;
