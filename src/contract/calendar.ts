import * as z from "zod/mini";
import { endpoint, fieldRoles } from "./endpoint.ts";
import { idParams, nothing } from "./primitives.ts";

/** What events of a calendar say: the employer's name and place, the day, the hour where there is one; nothing that was written of a visit (issue 5, number 9). */
export const calendarFeed = z.strictObject({
	createdAt: z.string(),
	/** To the hour; null while no calendar has come. */
	lastReadAt: z.nullable(z.string()),
	/** The days on which one's follow-ups are due are in it too. */
	withFollowUps: z.boolean(),
});
export type CalendarFeed = z.output<typeof calendarFeed>;

/** 32 bytes of chance: whoever knows the address reads the calendar. */
export const calendarFile = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}\.ics$/, { error: "code" }));
const file = z.string();

export const getCalendarFeed = endpoint({
	id: "getCalendarFeed",
	method: "GET",
	path: "/account/calendar",
	summary: "Whether one's visits can be read by a calendar, since when, and when one last came. The address itself is not kept.",
	output: z.strictObject({ feed: z.nullable(calendarFeed) }),
	roles: "signedIn",
});
export const createCalendarFeed = endpoint({
	id: "createCalendarFeed",
	method: "POST",
	path: "/account/calendar",
	summary: "Makes the secret address of one's calendar, answered this once; the address before it, if there was one, is dead at once.",
	body: z.strictObject({ withFollowUps: z.boolean() }),
	output: z.strictObject({ ...calendarFeed.shape, /** Below the API's base path: `/calendar/{file}`. */ file: calendarFile }),
	status: 201,
	roles: "signedIn",
	secret: true,
});
export const updateCalendarFeed = endpoint({
	id: "updateCalendarFeed",
	method: "PATCH",
	path: "/account/calendar",
	summary: "Puts one's follow-ups in the calendar, or takes them out; the address stays.",
	body: z.strictObject({ withFollowUps: z.boolean() }),
	output: calendarFeed,
	roles: "signedIn",
	refusals: ["not-found"],
});
export const deleteCalendarFeed = endpoint({
	id: "deleteCalendarFeed",
	method: "DELETE",
	path: "/account/calendar",
	summary: "Revokes the address of one's calendar, at once.",
	output: nothing,
	status: 204,
	roles: "signedIn",
});
export const readCalendar = endpoint({
	id: "readCalendar",
	method: "GET",
	path: "/calendar/{file}",
	summary:
		"The calendar of whoever made this address (RFC 5545): their visits from 30 days ago to a year from now. Without a session: the address is the secret. An address that is unknown or revoked, and that of somebody who left, are not found.",
	params: z.strictObject({ file: calendarFile }),
	output: file,
	file: "text/calendar",
	roles: "everyone",
	refusals: ["not-found", "too-many-attempts"],
});
export const getVisitCalendar = endpoint({
	id: "getVisitCalendar",
	method: "GET",
	path: "/visits/{id}/calendar",
	summary: "One visit as a file that any calendar takes (RFC 5545), with the same name in the calendar's own feed: it is not there twice.",
	params: idParams,
	output: file,
	file: "text/calendar",
	roles: fieldRoles,
	refusals: ["not-found"],
});
