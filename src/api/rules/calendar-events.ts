import ICAL from "ical.js";
import type { LocalDate } from "#contract/primitives.ts";
import type { ProblemLanguage } from "#contract/problem-text.ts";
import { addDays } from "./calendar.ts";

/** What a calendar may know (issue 5, number 9): whom and where. Neither what a visit is about, nor who goes, nor a contact's name. */
export type CalendarEvent = {
	/** The record: the same name at each reading, so that a calendar moves the event it has. */
	id: string;
	kind: "visit" | "followUp";
	/** The employers, or the partner. */
	names: readonly string[];
	municipality: string | null;
	day: LocalDate;
	/** In Québec; without it, the event is the day's. */
	startsAt: string | null;
	minutes: number | null;
	isCancelled: boolean;
	version: number;
	recordedAt: string;
	/** The page of the record. */
	url: string;
};

const words = {
	fr: { calendar: "Jalon – visites", followUp: (names: string) => `Suivi – ${names}`, cancelled: (names: string) => `Visite annulée – ${names}` },
	en: { calendar: "Jalon – visits", followUp: (names: string) => `Follow-up – ${names}`, cancelled: (names: string) => `Visit cancelled – ${names}` },
} satisfies Record<ProblemLanguage, object>;

const zone = "America/Toronto";
/** An hour was said, not how long: a calendar shows one hour. */
const usualMinutes = 60;

/** Since 2007; no event of ours is older. */
const zoneRules = [
	"BEGIN:VTIMEZONE",
	`TZID:${zone}`,
	"BEGIN:DAYLIGHT",
	"DTSTART:20070311T020000",
	"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
	"TZOFFSETFROM:-0500",
	"TZOFFSETTO:-0400",
	"TZNAME:EDT",
	"END:DAYLIGHT",
	"BEGIN:STANDARD",
	"DTSTART:20071104T020000",
	"RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
	"TZOFFSETFROM:-0400",
	"TZOFFSETTO:-0500",
	"TZNAME:EST",
	"END:STANDARD",
	"END:VTIMEZONE",
].join("\r\n");

const dayTime = (day: LocalDate) => ICAL.Time.fromDateString(day);
const instant = (iso: string) => ICAL.Time.fromJSDate(new Date(iso), true);

function timed(event: InstanceType<typeof ICAL.Component>, day: LocalDate, startsAt: string, minutes: number) {
	const start = ICAL.Time.fromDateTimeString(`${day}T${startsAt}:00`);
	const end = start.clone();
	end.adjust(0, 0, minutes, 0);
	for (const [name, time] of [
		["dtstart", start],
		["dtend", end],
	] as const) {
		const property = event.updatePropertyWithValue(name, time);
		property.setParameter("tzid", zone);
	}
}

function eventOf({ id, kind, names, municipality, day, startsAt, minutes, isCancelled, version, recordedAt, url }: CalendarEvent, language: ProblemLanguage) {
	const event = new ICAL.Component("vevent");
	const whom = names.join(", ");
	const say = words[language];
	event.updatePropertyWithValue("uid", `${id}@jalon`);
	event.updatePropertyWithValue("dtstamp", instant(recordedAt));
	event.updatePropertyWithValue("last-modified", instant(recordedAt));
	event.updatePropertyWithValue("sequence", version - 1);
	if (startsAt) timed(event, day, startsAt, minutes ?? usualMinutes);
	else {
		event.updatePropertyWithValue("dtstart", dayTime(day));
		event.updatePropertyWithValue("dtend", dayTime(addDays(day, 1)));
	}
	event.updatePropertyWithValue("summary", isCancelled ? say.cancelled(whom) : kind === "followUp" ? say.followUp(whom) : whom);
	if (municipality) event.updatePropertyWithValue("location", municipality);
	event.updatePropertyWithValue("status", isCancelled ? "CANCELLED" : "CONFIRMED");
	// A day is not taken by what has no hour.
	event.updatePropertyWithValue("transp", startsAt && !isCancelled ? "OPAQUE" : "TRANSPARENT");
	event.updatePropertyWithValue("url", url);
	return event;
}

/** RFC 5545, folded and escaped by the library. `refresh`: how often whoever follows it comes back. */
export function calendarText(events: readonly CalendarEvent[], language: ProblemLanguage, { isFeed }: { isFeed: boolean }): string {
	const calendar = new ICAL.Component("vcalendar");
	calendar.updatePropertyWithValue("version", "2.0");
	calendar.updatePropertyWithValue("prodid", "-//Jalon//Calendrier//FR");
	calendar.updatePropertyWithValue("calscale", "GREGORIAN");
	calendar.updatePropertyWithValue("method", "PUBLISH");
	if (isFeed) {
		calendar.updatePropertyWithValue("x-wr-calname", words[language].calendar);
		calendar.updatePropertyWithValue("x-wr-timezone", zone);
		calendar.updatePropertyWithValue("x-published-ttl", "PT1H");
	}
	if (events.some(({ startsAt }) => startsAt !== null)) calendar.addSubcomponent(new ICAL.Component(ICAL.parse(zoneRules)));
	for (const event of events) calendar.addSubcomponent(eventOf(event, language));
	return `${calendar.toString()}\r\n`;
}
