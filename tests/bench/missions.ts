import { growMissions } from "../../mocks/world/set-based-missions.sql.ts";
import { dayOfMeasure } from "../speed/day.ts";
import type { Home } from "../speed/home.ts";
import { measure, printHeader, printMeasure } from "./measure.ts";

/** 200 missions of 150 employers who offer five posts each: what a person who prepares and compares them asks. */
export async function measureMissions(title: string, home: Home) {
	const started = performance.now();
	await growMissions(home.opened, { missions: 200, employers: 150, needs: 5 }, dayOfMeasure);
	await home.signIn("manager");
	const { rows } = await home.opened.query("select id from mission where name like 'Mission de mesure %' order by starts_on desc limit 1");
	const mission = String(rows[0]?.id);
	printHeader(`missions, ${title} (seeded in ${((performance.now() - started) / 1000).toFixed(1)} s)`);
	const { rows: next } = await home.opened.query("select id from mission where ends_on >= $1::date and not is_cancelled order by starts_on desc limit 1", [
		dayOfMeasure,
	]);
	const toCome = String(next[0]?.id);
	const asked = {
		"comparison of 200 missions": "/missions/comparison",
		"comparison as of a past day": "/missions/comparison?asOf=2020-06-30",
		"funnel of a mission": `/missions/${mission}/funnel`,
		"funnel as of a past day": `/missions/${mission}/funnel?asOf=2026-10-15`,
		"employers to invite to a mission": `/missions/${toCome}/matches`,
		"employers to invite, the facets": `/missions/${toCome}/matches/facets?fields=state,advisorId,mrcCode,sectorCode,occupationCode`,
		"grid of results, 150 employers": `/missions/${mission}/results`,
		"list of missions": "/missions",
		"registrations of a mission": `/mission-registrations?filter=missionId==${mission}`,
		"registrations of all missions": "/mission-registrations",
		"I09 and its figures": "/dashboard",
	};
	for (const [name, path] of Object.entries(asked)) printMeasure(await measure(name, () => home.ask(path), { runs: 30, patience: 4000 }));
}
