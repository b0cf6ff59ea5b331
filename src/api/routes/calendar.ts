import {
	type CalendarFeed,
	createCalendarFeed,
	deleteCalendarFeed,
	getCalendarFeed,
	getVisitCalendar,
	readCalendar,
	updateCalendarFeed,
} from "#contract/calendar.ts";
import type { ProblemLanguage } from "#contract/problem-text.ts";
import { noteAccountEvent } from "../accounts.ts";
import { asCaller, type Caller, type Context, findCaller } from "../caller.ts";
import { implement, implementFile, implementOpen, implementOpenFile, type OpenContext, originOf, parse } from "../implement.ts";
import { mustFind } from "../presenting.ts";
import { Refusal } from "../refusal.ts";
import { readJson } from "../request-body.ts";
import { calendarText } from "../rules/calendar-events.ts";
import { isoInstant } from "../rules/instant.ts";
import { sha256 } from "../sha256.ts";
import { countFailure } from "../sign-in-attempts.ts";
import { eventsOf, visitEvent } from "./calendar-events.ts";

type Row = { created_at: string; last_read_at: string | null; with_follow_ups: boolean };
const present = (row: Row): CalendarFeed => ({
	createdAt: isoInstant(row.created_at),
	lastReadAt: row.last_read_at && isoInstant(row.last_read_at),
	withFollowUps: row.with_follow_ups,
});

const note = ({ db, caller, now, requestId }: Pick<Context, "db" | "caller" | "now" | "requestId">, kind: "calendarOpened" | "calendarRevoked") =>
	noteAccountEvent(db, { personId: caller.personId, regionCode: caller.regionCode, kind, at: now, actor: caller.personId, requestId });

/** 32 bytes in base64url. Chance comes from the identifiers that the home gives: three of them hold more of it than is kept. */
async function makeToken(newId: () => string): Promise<string> {
	const digest = await sha256([newId(), newId(), newId()].join(" "));
	return btoa(String.fromCharCode(...(digest.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replace(/=+$/, "");
}

async function openFeed({ ports, now, language, requestId }: OpenContext, caller: Caller, withFollowUps: boolean) {
	const token = await makeToken(ports.newId);
	const row = { token_hash: await sha256(token), with_follow_ups: withFollowUps, language, created_at: now.toISOString(), last_read_at: null };
	await asCaller(ports.database, caller, async (db) => {
		// The one before is dead at once.
		await db
			.insertInto("calendar_feed")
			.values({ person_id: caller.personId, ...row })
			.onConflict((conflict) => conflict.column("person_id").doUpdateSet(row))
			.execute();
		await note({ db, caller, now, requestId }, "calendarOpened");
	});
	return { ...present(row), file: `${token}.ics` };
}

const sameHour = (a: string, b: string) => a.slice(0, 13) === b.slice(0, 13);

/** Whose address this is; who left or is disabled has none. Read before anybody is known. */
async function findReader({ ports, today, now }: OpenContext, file: string) {
	const feed = await ports.database
		.selectFrom("calendar_feed")
		.selectAll()
		.where("token_hash", "=", await sha256(file.replace(/\.ics$/, "")))
		.executeTakeFirst();
	const caller = feed && (await findCaller(ports.database, feed.person_id, today));
	if (!feed || !caller) return null;
	// To the hour, so that a calendar that comes every minute writes 24 times a day; on a full disk it is read all the same.
	if (!feed.last_read_at || !sameHour(isoInstant(feed.last_read_at), now.toISOString()))
		await ports.database
			.updateTable("calendar_feed")
			.set({ last_read_at: `${now.toISOString().slice(0, 13)}:00:00Z` })
			.where("token_hash", "=", feed.token_hash)
			.execute()
			.catch(() => undefined);
	return { caller, feed };
}

async function answerCalendar(context: OpenContext, file: string): Promise<Response> {
	const { ports, request, today, now } = context;
	const found = await findReader(context, file);
	if (!found) {
		await countFailure(ports.database, now, "calendar", ports.source?.(request) ?? "");
		throw new Refusal("not-found");
	}
	const { caller, feed } = found;
	const events = await asCaller(ports.database, caller, (db) => eventsOf({ db, caller, today }, feed.with_follow_ups, originOf(ports, request)));
	const text = calendarText(events, feed.language as ProblemLanguage, { isFeed: true });
	const etag = `"${(await sha256(text)).slice(0, 32)}"`;
	const headers = { etag, "cache-control": "private, no-cache" };
	if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
	return new Response(text, {
		headers: { ...headers, "content-type": "text/calendar; charset=utf-8", "content-disposition": "attachment; filename=jalon.ics" },
	});
}

export const calendarRoutes = [
	implement(getCalendarFeed, async ({ db, caller }) => {
		const row = await db.selectFrom("calendar_feed").selectAll().where("person_id", "=", caller.personId).executeTakeFirst();
		return { feed: row ? present(row) : null };
	}),

	implementOpen(createCalendarFeed, async (context) => {
		if (!context.caller) throw new Refusal("not-signed-in");
		const { withFollowUps } = parse(createCalendarFeed.body, await readJson(context.request));
		return { output: await openFeed(context, context.caller, withFollowUps) };
	}),

	implement(updateCalendarFeed, async ({ db, caller }, { body }) => {
		const row = await db
			.updateTable("calendar_feed")
			.set({ with_follow_ups: body.withFollowUps })
			.where("person_id", "=", caller.personId)
			.returningAll()
			.executeTakeFirst();
		return present(mustFind(row));
	}),

	implement(deleteCalendarFeed, async (context) => {
		const gone = await context.db.deleteFrom("calendar_feed").where("person_id", "=", context.caller.personId).returning("person_id").executeTakeFirst();
		if (gone) await note(context, "calendarRevoked");
		return null;
	}),

	implementOpenFile(readCalendar, (context, { file }) => answerCalendar(context, file)),

	implementFile(getVisitCalendar, async (context, { params }, origin) => {
		const event = await visitEvent(context, params.id, origin);
		return { name: `visite-${event.day}.ics`, body: calendarText([event], context.language, { isFeed: false }) };
	}),
];
