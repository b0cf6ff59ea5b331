import type { Kysely } from "kysely";
import type { AccountEventKind } from "#contract/account-events.ts";
import type { Tables } from "./sql/tables.ts";

/** How passwords are kept: given by the home, since the API has neither chance nor Node of its own. A home without it has no local accounts. */
export type PasswordPort = {
	/** With its parameters and its salt. */
	hash(password: string): Promise<string>;
	/** False for no hash at all, after the same work: nobody learns by the clock who has an account. */
	verify(password: string, hash: string | null): Promise<boolean>;
	/** A temporary password that can be read out. */
	make(): string;
	/** One-time code that names the first administrator of an installation reached from elsewhere; null on one's own computer. */
	setupCode: string | null;
};

/** The account's own book: ids and kinds, never what was typed. */
export const noteAccountEvent = (
	database: Kysely<Tables>,
	event: { personId: string; regionCode: string; kind: AccountEventKind; at: Date; actor: string; requestId: string },
) =>
	database
		.insertInto("account_event")
		.values({
			person_id: event.personId,
			region_code: event.regionCode,
			kind: event.kind,
			at: event.at.toISOString(),
			actor: event.actor,
			request_id: event.requestId,
		})
		.execute();

export const hasAccounts = async (database: Kysely<Tables>): Promise<boolean> =>
	(await database.selectFrom("account").select("person_id").limit(1).executeTakeFirst()) !== undefined;

/** « Marie-Ève Lavoie » → ML. */
export function initialsOf(name: string): string {
	const words = name.trim().split(/\s+/);
	const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
	return ends.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase("fr-CA") ?? "").join("");
}
