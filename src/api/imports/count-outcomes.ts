import { type Kysely, sql } from "kysely";
import { type ImportOutcome, importOutcomes } from "#contract/import-rows.ts";
import type { Tables } from "../sql/tables.ts";
import type { Job } from "./job.ts";

/** Rows by outcome, each there even when there is none, and how many wait to be written. */
export type OutcomeCounts = Record<ImportOutcome | "pending", number>;
/** Two rows of the sheet, the second one included. */
type Stretch = { after: number; upTo: number };

/** Of the embedded database, counting so many holds everybody for some 20 ms. */
const stretchRows = 10_000;

const none = (): OutcomeCounts => ({ ...(Object.fromEntries(importOutcomes.map((outcome) => [outcome, 0])) as Record<ImportOutcome, number>), pending: 0 });

const added = (left: OutcomeCounts, right: OutcomeCounts, sign: 1 | -1 = 1): OutcomeCounts =>
	Object.fromEntries(Object.entries(left).map(([key, count]) => [key, count + sign * right[key as keyof OutcomeCounts]])) as OutcomeCounts;

async function countWhere(db: Kysely<Tables>, importId: string, which: ReturnType<typeof sql<boolean>>): Promise<OutcomeCounts> {
	const { rows } = await sql<{ outcome: ImportOutcome; n: number; pending: number }>`
		select outcome, count(*)::int as n, count(*) filter (where not is_applied and outcome in ('create', 'update'))::int as pending
		from import_row where import_id = ${importId} and ${which} group by 1`.execute(db);
	const counts = none();
	for (const { outcome, n, pending } of rows) {
		counts[outcome] = n;
		counts.pending += pending;
	}
	return counts;
}

/** The last row of the sheet that is staged; 0 when none is. */
export async function lastRowOf(db: Kysely<Tables>, importId: string): Promise<number> {
	const { rows } = await sql<{ last: number }>`select coalesce(max(row_number), 0) as last from import_row where import_id = ${importId}`.execute(db);
	return rows[0]?.last ?? 0;
}

export const between = ({ after, upTo }: Stretch) => sql<boolean>`row_number > ${after} and row_number <= ${upTo}`;

/** All the rows of an import, a stretch at a time: whoever else asks goes in between. */
export async function countAll(job: Job): Promise<OutcomeCounts> {
	const last = await job.step((db) => lastRowOf(db, job.row.id));
	let counts = none();
	for (let after = 0; after < last; after += stretchRows)
		counts = added(counts, await job.step((db) => countWhere(db, job.row.id, between({ after, upTo: after + stretchRows }))));
	return counts;
}

/** The counts of an import after some of its rows have been looked at again: only these are counted. */
export async function recounted(db: Kysely<Tables>, importId: string, rowIds: string[], work: () => Promise<void>): Promise<object> {
	const these = sql<boolean>`id = any(${rowIds}::uuid[])`;
	const before = await countWhere(db, importId, these);
	await work();
	const change = added(await countWhere(db, importId, these), before, -1);
	const { counts } = await db.selectFrom("import").select("counts").where("id", "=", importId).executeTakeFirstOrThrow();
	return added({ ...none(), ...(counts as Partial<OutcomeCounts>) }, change);
}
