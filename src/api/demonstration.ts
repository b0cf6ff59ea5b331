import type { Kysely } from "kysely";
import type { LocalDate } from "#contract/primitives.ts";
import type { Tables } from "./sql/tables.ts";

export type Database = Kysely<Tables>;

/**
 * Brings the fictional region into an empty office, in one transaction, and tells how far it is; false when the office was not empty any more.
 * Given by the home: the API knows nothing of that region.
 */
export type LoadExample = (
	by: { administratorId: string; at: Date; today: LocalDate; requestId: string },
	tell: (done: number, of: number) => void,
) => Promise<boolean>;

/** The people of a loaded demonstration have no password: who administers it may go on as any of them, and nobody else. */
export const isDemonstrationOffice = async (database: Database): Promise<boolean> =>
	(await database.selectFrom("demonstration").select("loaded_at").executeTakeFirst()) !== undefined;
