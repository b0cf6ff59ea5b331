import ICAL from "ical.js";
import { addressesIn, type Invitation, keyOf, oneLine } from "./invitation.ts";
import { instantOf, type LocalMoment, momentOf, wallMoment, zoneNamed } from "./local-time.ts";

type Component = InstanceType<typeof ICAL.Component>;
type Time = InstanceType<typeof ICAL.Time>;

/** A file that says more than this is not an invitation: a whole calendar was exported. */
export const mostEvents = 40;
/** Every day for fifty years. */
const mostOccurrences = 20_000;

/**
 * Rules that calendars write for a meeting. The library looks for ever for a day that a rule never has (the 30th of February, every day), so those
 * that could be such are not followed: the first meeting is shown.
 */
function isPlain(rule: string): boolean {
	const parts = new Map(rule.split(";").map((part) => part.split("=", 2) as [string, string]));
	const known = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"];
	if (![...parts.keys()].every((name) => known.includes(name))) return false;
	const frequency = parts.get("FREQ") ?? "";
	if (!["DAILY", "WEEKLY", "MONTHLY", "YEARLY"].includes(frequency) || !/^[1-9]\d{0,2}$/.test(parts.get("INTERVAL") ?? "1")) return false;
	if (parts.has("BYMONTH") && (frequency !== "YEARLY" || !/^([1-9]|1[0-2])$/.test(parts.get("BYMONTH") ?? ""))) return false;
	if (
		parts.has("BYMONTHDAY") &&
		(frequency === "DAILY" || frequency === "WEEKLY" || parts.has("BYDAY") || !/^([1-9]|1\d|2[0-8])$/.test(parts.get("BYMONTHDAY") ?? ""))
	)
		return false;
	const days = parts.get("BYDAY") ?? "MO";
	const isOrdinal = frequency === "MONTHLY" || frequency === "YEARLY";
	if (!(isOrdinal ? /^(-?[1-4])?(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/ : /^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/).test(days))
		return false;
	return !parts.has("BYSETPOS") || (frequency === "MONTHLY" && parts.has("BYDAY") && /^-?[1-4]$/.test(parts.get("BYSETPOS") ?? ""));
}

const rulesOf = (component: Component) => component.getAllProperties("rrule").map((property) => String(property.getFirstValue()));

/** Day and hour in Québec: the zone by its name where the browser knows it, by what the file says of it otherwise; without either, as written. */
function localMoment(time: Time, tzid: string | null): LocalMoment {
	const { year, month, day, hour, minute } = time;
	const wall = { year, month, day, hour, minute };
	if (time.isDate) return { ...wallMoment(wall), time: null };
	if (time.zone === ICAL.Timezone.utcTimezone) return momentOf(instantOf(wall, "UTC"));
	const named = tzid === null ? null : zoneNamed(tzid);
	if (named) return momentOf(instantOf(wall, named));
	const described = time.zone?.component as Component | null | undefined;
	if (described?.getAllSubcomponents().every((part) => rulesOf(part).every(isPlain))) return momentOf(new Date(time.toUnixTime() * 1000));
	return wallMoment(wall);
}

const isDay = (day: string) => /^(19|20|21)\d\d-\d\d-\d\d$/.test(day);
const textOf = (component: Component, name: string) => String(component.getFirstPropertyValue(name) ?? "");
const tzidOf = (component: Component) => (component.getFirstProperty("dtstart")?.getParameter("tzid") as string | undefined) ?? null;

/** The next meeting of those that repeat; the last one when all are past. */
function occurrenceOf(event: InstanceType<typeof ICAL.Event>, tzid: string | null, today: string): Time {
	if (!rulesOf(event.component).every(isPlain)) return event.startDate;
	const meetings = event.iterator();
	let last: Time = event.startDate;
	for (let n = 0; n < mostOccurrences; n += 1) {
		const next = meetings.next() as Time | undefined;
		if (!next) return last;
		last = next;
		if (localMoment(next, tzid).day >= today) return next;
	}
	return event.startDate;
}

/** An event by its name, with the meetings of it that were moved. */
async function invitationOf(main: Component, moved: Component[], method: string, today: string): Promise<Invitation | null> {
	const event = new ICAL.Event(main, { exceptions: moved, strictExceptions: false });
	const tzid = tzidOf(main);
	if (!event.startDate) return null;
	const isRepeated = event.isRecurring();
	const at = isRepeated ? occurrenceOf(event, tzid, today) : event.startDate;
	const { item, startDate, endDate } = isRepeated ? event.getOccurrenceDetails(at) : { item: event, startDate: event.startDate, endDate: event.endDate };
	const moment = localMoment(startDate, tzidOf(item.component) ?? tzid);
	if (!isDay(moment.day)) return null;
	const minutes = Math.round((endDate?.subtractDate(startDate).toSeconds() ?? 0) / 60);
	const place = oneLine(textOf(item.component, "location") || textOf(main, "location"), 200);
	const title = oneLine(textOf(item.component, "summary") || textOf(main, "summary"), 300);
	// One meeting of those that repeat has the name of them all, and its day.
	const which = main.getFirstPropertyValue("recurrence-id") ?? (isRepeated ? at : null);
	const original = which ? localMoment(which as Time, tzid) : null;
	const uid = textOf(main, "uid").trim() || JSON.stringify([title, place, moment]);
	return {
		key: await keyOf(original ? `${uid} ${original.day} ${original.time ?? ""}` : uid),
		title,
		day: moment.day,
		startsAt: moment.time,
		minutes: moment.time !== null && minutes >= 1 && minutes <= 1440 ? minutes : null,
		place,
		addresses: addressesIn(["organizer", "attendee"].flatMap((name) => main.getAllProperties(name).map((property) => property.getFirstValue()))),
		isCancelled: method === "CANCEL" || textOf(item.component, "status").toUpperCase() === "CANCELLED",
		isRepeated,
	};
}

/** The events of a calendar (RFC 5545), the nearest first; throws what the library throws of what is none. */
export async function readCalendar(text: string, today: string): Promise<Invitation[]> {
	const parsed = ICAL.parse(text) as unknown[];
	const calendars = (typeof parsed[0] === "string" ? [parsed] : parsed).map((jcal) => new ICAL.Component(jcal as never));
	const found: Invitation[] = [];
	for (const calendar of calendars) {
		const method = textOf(calendar, "method").toUpperCase();
		const named = Map.groupBy(calendar.getAllSubcomponents("vevent").slice(0, mostEvents * 10), (event) => textOf(event, "uid") || event);
		for (const events of named.values()) {
			const main = events.find((event) => !event.hasProperty("recurrence-id"));
			const alone = main ? [{ event: main, moved: events.filter((event) => event !== main) }] : events.map((event) => ({ event, moved: [] }));
			for (const { event, moved } of alone) {
				const invitation = await invitationOf(event, moved, method, today);
				if (invitation) found.push(invitation);
			}
		}
	}
	const once = [...new Map(found.map((one) => [one.key, one])).values()];
	const isAhead = ({ day }: Invitation) => day >= today;
	return once
		.sort(
			(a, b) =>
				Number(isAhead(b)) - Number(isAhead(a)) ||
				(isAhead(a) ? a.day.localeCompare(b.day) : b.day.localeCompare(a.day)) ||
				(a.startsAt ?? "").localeCompare(b.startsAt ?? ""),
		)
		.slice(0, mostEvents);
}
