import { type Kysely, sql } from "kysely";
import type { LocalDate } from "#contract/primitives.ts";
import { atWork } from "./at-work.ts";
import { asCaller, type Context } from "./caller.ts";
import { followLines, linesCalled } from "./routes/immigration-follow-ups.ts";
import { followMissions, planMissions } from "./routes/mission-follow-ups.ts";
import { dayOf } from "./rules/calendar.ts";
import type { Tables } from "./sql/tables.ts";

type Ports = { database: Kysely<Tables>; now: Date; newId(): string };
type House = Pick<Context, "db" | "today" | "language"> & { caller: { personId: string; role: "manager"; regionCode: string } };
/** `called`: what today calls for, in as many turns as nobody waits long for; nothing where it calls for nothing. */
type Follow<Turn> = { called(context: House): Promise<Turn[]>; follow(context: House, turn: Turn, fallback: string | null): Promise<number> };

/**
 * Days pass with nobody clicking: the house makes what the catalogue calls for (domain §2.4), by region. Done again, it finds nothing to do, and what did not change is
 * not written. It writes in nobody's name; what nobody answers for is a manager's of the region. Answers how many follow-ups were made, moved, closed or opened again.
 */
async function followByClock<Turn>({ database, now, newId }: Ports, { called, follow }: Follow<Turn>): Promise<number> {
	const regions = await database.selectFrom("region").select("code").orderBy("code").execute();
	const today = dayOf(now);
	let touched = 0;
	for (const { code } of regions) {
		const house = { personId: "", role: "manager", regionCode: code } as const;
		const within = (db: Context["db"]) => ({ db, caller: house, today, language: "fr" }) as const;
		// Looked at first: a region of which today asks nothing takes nobody's turn to write.
		const turns = await asCaller(database, house, (db) => called(within(db)));
		if (turns.length === 0) continue;
		const fallback = await asCaller(database, house, (db) => managerOf(db, code, today));
		const batch = newId();
		for (const turn of turns)
			touched += await asCaller(database, house, async (db) => {
				await sql`select journal_begin(null, ${newId()}::uuid, ${batch}::uuid, ${now.toISOString()}::timestamptz)`.execute(db);
				return follow(within(db), turn, fallback);
			});
	}
	return touched;
}

/** A manager of the region who is at work, the same one each time. */
async function managerOf(db: Kysely<Tables>, region: string, today: LocalDate): Promise<string | null> {
	const managers = db.selectFrom("person").select("id").where("region_code", "=", region).where("role", "=", "manager").where(atWork(today));
	return (await managers.orderBy("name").orderBy("id").executeTakeFirst())?.id ?? null;
}

/** Of missions that have ended, and of those whose registrations close: few, in one turn. */
export const followMissionsByClock = (ports: Ports) =>
	followByClock(ports, { called: async (context) => ((await planMissions(context, {})).length > 0 ? [{}] : []), follow: followMissions });
/** Of immigration lines: reminders of a permit that follow one another, and lines that came with nobody following them. */
export const followLinesByClock = (ports: Ports) => followByClock(ports, { called: linesCalled, follow: followLines });
