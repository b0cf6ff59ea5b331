import { type Kysely, sql, type Transaction } from "kysely";
import type { Role } from "#contract/endpoint.ts";
import type { LocalDate } from "#contract/primitives.ts";
import type { ProblemLanguage } from "#contract/problem-text.ts";
import { atWork } from "./at-work.ts";
import type { DocumentPort } from "./documents/document-store.ts";
import type { Tables } from "./sql/tables.ts";

/** Who calls: decided by a port of the home (a cookie, the browser's own storage, a bearer token), never by the API. */
export type SessionPort = {
	find(
		request: Request,
		isBackground?: boolean,
	): Promise<{ personId: string; sessionId?: string | undefined; mustChangePassword?: boolean | undefined } | null>;
	/** Headers that make the next requests this person's; `within` a transaction, with all that goes with it. */
	open(personId: string, request: Request, within?: Kysely<Tables>): Promise<Record<string, string>>;
	/** Headers that forget. */
	close(request: Request, within?: Kysely<Tables>): Promise<Record<string, string>>;
	/** Those of these sessions that are still open: what a stream of events asks again and again. */
	stillOpen?(sessionIds: string[]): Promise<string[]>;
	/** Seconds without a request that end a session. */
	idleSeconds?: number;
};

export type Caller = { personId: string; name: string; initials: string; role: Role; regionCode: string; regionName: string; servicePointId: string | null } & {
	sessionId?: string | undefined;
	/** A temporary password was given: it is changed before anything else. */
	mustChangePassword?: boolean | undefined;
};

/** What a handler works with: one transaction, one caller, one clock, one source of identifiers. */
export type Context = {
	db: Transaction<Tables>;
	caller: Caller;
	now: Date;
	today: LocalDate;
	newId(): string;
	language: ProblemLanguage;
	requestId: string;
	hasPasswords: boolean;
	/** Can the fictional region be loaded from here? */
	hasDemonstration: boolean;
	/** Where the bytes of documents are; a home without it keeps none. */
	documents: DocumentPort | undefined;
	/** Once this transaction is committed, the house works on this import. */
	wakeImport(id: string): void;
	/** Does e-mail leave from here? */
	hasMail: boolean;
	/** Once this transaction is committed, the house looks whose digest is to be sent. */
	wakeDigests(): void;
};

/** Active people only: who has left or is disabled no longer signs in, and is out at their next request. */
export async function findCallers(database: Kysely<Tables>, personIds: string[], today: LocalDate): Promise<Caller[]> {
	const rows = await database
		.selectFrom("person")
		.innerJoin("region", "region.code", "person.region_code")
		.select(["person.id", "person.name", "person.initials", "person.role", "person.region_code", "person.service_point_id", "region.name as region_name"])
		.where("person.id", "in", personIds)
		.where(atWork(today))
		.execute();
	return rows.map((row) => ({
		personId: row.id,
		name: row.name,
		initials: row.initials,
		role: row.role as Role,
		regionCode: row.region_code,
		regionName: row.region_name,
		servicePointId: row.service_point_id,
	}));
}

export const findCaller = async (database: Kysely<Tables>, personId: string, today: LocalDate): Promise<Caller | null> =>
	(await findCallers(database, [personId], today))[0] ?? null;

/** The role that serves: it owns nothing, and every policy binds it (0006-row-security.sql). */
export const servingRole = "jalon_app";

/** What a write says of itself to the journal. A request is a batch of its own, named by its idempotency key, until a larger one carries it. */
export type Writing = { requestId: string; batchId: string; at: Date };

/** The one door to the database: every statement of a request runs in a transaction that says who asks and for which region (row security reads it); one that writes opens the journal first. */
export const asCaller = <T>(
	database: Kysely<Tables>,
	caller: Pick<Caller, "personId" | "regionCode" | "role">,
	work: (db: Transaction<Tables>) => Promise<T>,
	writing?: Writing,
): Promise<T> =>
	database.transaction().execute(async (db) => {
		await sql`select set_config('app.person', ${caller.personId}, true), set_config('app.region', ${caller.regionCode}, true), set_config('app.role', ${caller.role}, true)
			${writing ? sql`, journal_begin(${caller.personId}::uuid, ${writing.requestId}::uuid, ${writing.batchId}::uuid, ${writing.at.toISOString()}::timestamptz)` : sql``}`.execute(
			db,
		);
		return work(db);
	});
