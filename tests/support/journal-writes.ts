import { randomUUID } from "node:crypto";
import type { PGlite } from "@electric-sql/pglite";

type Row = Record<string, unknown>;

/** What is written to a database as the API would: a transaction that begins in the journal. `open` answers the database, which is there when a test runs. */
export function journalWrites(open: () => PGlite) {
	const read = async (sql: string, parameters?: unknown[]) => (await open().query<Row>(sql, parameters)).rows;
	async function within<T>(batch: string, at: Date, work: () => Promise<T>): Promise<T> {
		await open().exec("begin");
		try {
			await read("select journal_begin(null, null, $1::uuid, $2::timestamptz)", [batch, at.toISOString()]);
			const result = await work();
			await open().exec("commit");
			return result;
		} catch (error) {
			await open().exec("rollback");
			throw error;
		}
	}
	return {
		read,
		/** One transaction that writes, at an instant, in a batch; answers the batch. */
		write: (statements: [string, unknown[]?][], { batch = randomUUID(), at = new Date() }: { batch?: string; at?: Date } = {}): Promise<string> =>
			within(batch, at, async () => {
				for (const [sql, parameters] of statements) await read(sql, parameters);
				return batch;
			}),
		/** What became of each record of the batch. */
		undo: (batch: string): Promise<Row[]> => within(randomUUID(), new Date(), () => read("select entity_id, outcome from undo_batch($1::uuid)", [batch])),
	};
}
