/** A moment as a counsellor writes it: the day and the hour in Québec. */
export type LocalMoment = { day: string; time: string | null };
export type Wall = { year: number; month: number; day: number; hour: number; minute: number };

export const quebec = "America/Toronto";

/** Outlook names zones as Windows does; those from which somebody may write to a regional directorate (Unicode CLDR, windowsZones). */
const windowsZones: Record<string, string> = {
	"Eastern Standard Time": quebec,
	"Atlantic Standard Time": "America/Halifax",
	"Newfoundland Standard Time": "America/St_Johns",
	"Central Standard Time": "America/Chicago",
	"Mountain Standard Time": "America/Denver",
	"Pacific Standard Time": "America/Los_Angeles",
	"SA Pacific Standard Time": "America/Bogota",
	"Central Standard Time (Mexico)": "America/Mexico_City",
	"GMT Standard Time": "Europe/London",
	"Romance Standard Time": "Europe/Paris",
	"W. Europe Standard Time": "Europe/Berlin",
	"Morocco Standard Time": "Africa/Casablanca",
	UTC: "UTC",
};

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
	const format =
		formats.get(zone) ??
		new Intl.DateTimeFormat("sv-SE", {
			timeZone: zone,
			year: "numeric",
			month: "2-digit",
			day: "2-digit",
			hour: "2-digit",
			minute: "2-digit",
			hourCycle: "h23",
		});
	formats.set(zone, format);
	return format;
}

/** The zone of a TZID as this browser knows it; null for a name of somebody's own. */
export function zoneNamed(tzid: string): string | null {
	// « /citadel.org/20210210_1/America/Toronto », « (UTC-05:00) Eastern Time » and the like are not names.
	const zone = windowsZones[tzid] ?? /([A-Z][A-Za-z_]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?)$/.exec(tzid)?.[1] ?? tzid;
	try {
		formatOf(zone);
		return zone;
	} catch {
		return null;
	}
}

export function momentOf(instant: Date, zone = quebec): LocalMoment {
	const [day = "", time = ""] = formatOf(zone).format(instant).split(" ");
	return { day, time };
}

const asUtc = ({ year, month, day, hour, minute }: Wall) => Date.UTC(year, month - 1, day, hour, minute);

/** The instant at which the clocks of a zone show this. */
export function instantOf(wall: Wall, zone: string): Date {
	const wanted = asUtc(wall);
	const shownAt = (at: number) => Date.parse(`${formatOf(zone).format(new Date(at)).replace(" ", "T")}:00Z`);
	const first = wanted - (shownAt(wanted) - wanted);
	// Once more, for the hours around a change of clocks.
	return new Date(first - (shownAt(first) - wanted));
}

const two = (value: number) => String(value).padStart(2, "0");
export const wallMoment = ({ year, month, day, hour, minute }: Wall): LocalMoment => ({
	day: `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`,
	time: `${two(hour)}:${two(minute)}`,
});
