import { day, iso, yearOf } from "./calendar.ts";
import type { Context } from "./context.ts";
import { countryOf, missionsUntil, published } from "./data/missions.ts";
import { uuid } from "./random.ts";

/** The calendar of the Journées, beside the missions that every office starts with. Who registered is carried over from the uses of the tool (load.ts). */
export function makeMissions({ world, seed, today }: Context) {
	// Each region keeps its own calendar.
	const all = ["16", "05"].flatMap((region) => missionsUntil(yearOf(today) + 1).map((mission) => ({ region, mission })));
	for (const {
		region,
		mission: [name, startsOn, mode],
	} of all) {
		if (published.has(name)) continue;
		const start = day(startsOn);
		world.mission.push({
			id: uuid(seed, "mission", region, name),
			region_code: region,
			name,
			edition: null,
			countries: [countryOf(name)],
			mode,
			starts_on: startsOn,
			ends_on: iso(start + (mode === "virtual" ? 4 : 1)),
			sectors: [],
			registration_deadline_on: iso(start - 45),
			application_deadline_on: iso(start - 8),
			source: null,
			version: 1,
		});
	}
}
