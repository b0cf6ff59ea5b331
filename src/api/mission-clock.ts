import { type Kysely, sql } from "kysely";
import { atWork } from "./at-work.ts";
import { asCaller, type Context } from "./caller.ts";
import { followMissions, planMissions } from "./routes/mission-follow-ups.ts";
import { dayOf } from "./rules/calendar.ts";
import type { Tables } from "./sql/tables.ts";

type Ports = { database: Kysely<Tables>; now: Date; newId(): string };

/**
 * The days of missions pass with nobody clicking: the house makes what the catalogue calls for of those that have ended, and of those whose registrations close
 * (domain §2.4), by region. Done again, it finds nothing to do, and what did not change is not written. It writes in nobody's name; what nobody answers for is a
 * manager's of the region. Answers how many follow-ups were made, closed or opened again.
 */
export async function followMissionsByClock({ database, now, newId }: Ports): Promise<number> {
	const regions = await database.selectFrom("region").select("code").orderBy("code").execute();
	const today = dayOf(now);
	let touched = 0;
	for (const { code } of regions) {
		const house = { personId: "", role: "manager", regionCode: code } as const;
		const within = (db: Context["db"]) => ({ db, caller: house, today, language: "fr" }) as const;
		// Looked at first: a region that has no mission today takes nobody's turn to write.
		if ((await asCaller(database, house, (db) => planMissions(within(db), {}))).length === 0) continue;
		const id = newId();
		touched += await asCaller(database, house, async (db) => {
			await sql`select journal_begin(null, ${id}::uuid, ${id}::uuid, ${now.toISOString()}::timestamptz)`.execute(db);
			const manager = await db
				.selectFrom("person")
				.select("id")
				.where("region_code", "=", code)
				.where("role", "=", "manager")
				.where(atWork(today))
				.orderBy("name")
				.orderBy("id")
				.executeTakeFirst();
			return followMissions(within(db), {}, manager?.id ?? null);
		});
	}
	return touched;
}
