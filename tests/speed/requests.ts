import type { Home } from "./home.ts";

/** What is asked in the measures, by name. `anEmployer` is one with visits, `anOccupation` one that is sought. */
export type Questions = Record<string, string>;

const query = (path: string, parameters: Record<string, string | number>) =>
	`${path}?${new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]))}`;

const employersOf = async (home: Home) => ((await home.ask(query("/employers", { limit: 1 }))).body as { total: number }).total;

/** A cursor two thirds down the list, as an export would hold it. */
async function deepCursor(home: Home, sort: string): Promise<string> {
	const total = await employersOf(home);
	const { next } = (await home.ask(query("/employers", { sort, limit: 1, offset: Math.floor((total * 2) / 3) }))).body as { next: string };
	return next;
}

export async function questions(home: Home): Promise<Questions> {
	const { rows } = await home.opened.query(
		"select employer_id as id from employer_summary where region_code = '16' and last_visit_on is not null and open_posts > 0 order by employer_id desc limit 1",
	);
	const anEmployer = String(rows[0]?.id);
	const wanted = await home.opened.query(
		"select occupation_code as code from labour_need where region_code = '16' and open_posts > 0 group by 1 order by count(*) desc, 1 limit 1",
	);
	const anOccupation = String(wanted.rows[0]?.code);
	return {
		"employers by name": query("/employers", { sort: "name" }),
		"employers by name, last first": query("/employers", { sort: "-name" }),
		"employers by last visit": query("/employers", { sort: "-lastVisitOn" }),
		"employers by last visit, oldest first": query("/employers", { sort: "lastVisitOn" }),
		"employers by posts": query("/employers", { sort: "-openPosts" }),
		"employers by next step": query("/employers", { sort: "nextStepOn" }),
		"employers by next step, last first": query("/employers", { sort: "-nextStepOn" }),
		"employers, search of two words": query("/employers", { q: "atelier echantillon-bbbg" }),
		"employers of a stage": query("/employers", { filter: "stage==recruitment" }),
		"employers of a territory": query("/employers", { filter: "mrcCode==54" }),
		"employers from a deep cursor by name": query("/employers", { sort: "name", after: await deepCursor(home, "name") }),
		"employers from a deep cursor by last visit": query("/employers", { sort: "-lastVisitOn", after: await deepCursor(home, "-lastVisitOn") }),
		"employers from a deep cursor by posts": query("/employers", { sort: "-openPosts", after: await deepCursor(home, "-openPosts") }),
		"a screen of employers (250)": query("/employers", { sort: "name", limit: 250 }),
		"a screen of employers, half-way down": query("/employers", { sort: "name", limit: 250, offset: Math.floor((await employersOf(home)) / 2) }),
		board: "/support-cases/board",
		"a screen of cases": query("/support-cases", { limit: 250 }),
		"a screen of visits": query("/visits", { limit: 250 }),
		"a screen of needs": query("/labour-needs", { limit: 250 }),
		"cases, all": "/support-cases",
		"cases sleeping": query("/support-cases", { filter: "sleeping==true", sort: "lastActivityOn" }),
		"needs, all": "/labour-needs",
		"needs of an occupation": query("/labour-needs", { filter: `open==true;occupationCode==${anOccupation}` }),
		"visits, all": "/visits",
		"visits of an employer": query("/visits", { filter: `employerId==${anEmployer}` }),
		"alerts of a person": "/digest/count",
		"follow-ups, all": "/follow-ups",
		"follow-ups late": query("/follow-ups", { filter: "late==true" }),
		"tool uses, all": "/tool-uses",
		"accounts of the Portail, all": "/portal-accounts",
		"accounts of the Portail never used": query("/portal-accounts", { filter: "unusedFirst==true" }),
		"accounts of the Portail, as of a day": query("/portal-accounts", { asOf: "2026-10-15", filter: "state==dormant" }),
		"funnel of the Portail": "/portal-accounts/funnel",
		"thread of an employer": `/employers/${anEmployer}/timeline`,
	};
}
