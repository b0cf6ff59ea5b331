import { growLines } from "../../mocks/world/set-based-lines.sql.ts";
import { followLinesByClock } from "../../src/api/house-clock.ts";
import { dayOfMeasure } from "../speed/day.ts";
import type { Home } from "../speed/home.ts";
import { measure, printHeader, printMeasure } from "./measure.ts";

const lines = 50_000;

/** 50,000 persons hired, and the Portail accounts of the region: what a counsellor and the house's own clock ask. */
export async function measureLines(title: string, home: Home) {
	const started = performance.now();
	await growLines(home.opened, lines, dayOfMeasure);
	const seeded = ((performance.now() - started) / 1000).toFixed(1);
	await home.signIn("manager");
	const look = () => followLinesByClock({ database: home.opened.database, now: new Date(`${dayOfMeasure}T16:00:00Z`), newId: () => crypto.randomUUID() });
	const first = performance.now();
	const made = await look();
	printHeader(
		`${lines} immigration lines, ${title} (seeded in ${seeded} s; the first look made ${made} follow-ups in ${((performance.now() - first) / 1000).toFixed(1)} s)`,
	);
	const { rows } = await home.opened.query("select employer_id, min(id::text) as id from immigration_line where ended_on is null group by employer_id limit 1");
	const asked = {
		"list of lines": "/immigration-lines",
		"list, permits that expire first": "/immigration-lines?filter=open==true&sort=permitExpiresOn",
		"list, the facets": "/immigration-lines/facets?fields=state,path,stream,country,advisorId,open",
		"lines of an employer": `/immigration-lines?filter=employerId==${rows[0]?.employer_id}`,
		"delays by step": "/immigration-lines/delays",
		"follow-ups of a line": `/follow-ups?filter=lineId==${rows[0]?.id}`,
		"Portail: active and never used for 90 days": "/portal-accounts?filter=unusedSecond==true",
		"Portail: the gaps, the facets": "/portal-accounts/facets?fields=state,unusedFirst,unusedSecond,noOffer,lateToOpen",
		"I10 under way": "/indicators/I10?asOf=2026-10-15",
		"I12 at 12 months": "/indicators/I12?asOf=2026-10-15",
	};
	for (const [name, path] of Object.entries(asked)) printMeasure(await measure(name, () => home.ask(path), { runs: 30, patience: 4000 }));
	printMeasure(await measure("the house's hourly look, nothing to do", look, { runs: 10, patience: 4000 }));
}
