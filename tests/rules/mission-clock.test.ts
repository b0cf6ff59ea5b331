import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { followMissionsByClock } from "#api/house-clock.ts";
import { loadDemonstration } from "../../src/server/demo.ts";
import { dayOfMeasure } from "../speed/day.ts";
import { type Home, openHome } from "../speed/home.ts";

const employers = 150;
const at = (day: string) => new Date(`${day}T14:00:00Z`);
const inDays = (days: number) => new Date(Date.parse(dayOfMeasure) + days * 86_400_000).toISOString().slice(0, 10);

let home: Home;
let mission: string;
beforeAll(async () => {
	home = await openHome("prepared", (opened) => loadDemonstration(opened, dayOfMeasure));
	await home.signIn("manager");
	const { query } = home.opened;
	// What the demonstration's own missions call for is behind us.
	await run(dayOfMeasure);
	mission = randomUUID();
	await query("select set_config('app.bulk', 'on', false)");
	await query("insert into mission (id, region_code, name, mode, starts_on, ends_on) values ($1, '16', 'Mission de l’horloge', 'virtual', $2, $3)", [
		mission,
		inDays(2),
		inDays(4),
	]);
	await query(
		`insert into mission_registration (id, region_code, mission_id, employer_id, advisor_id, interested_on, registered_on, confirmed_on)
			select gen_random_uuid(), '16', $1, employer_id, advisor_id, $2, $2, $2 from employer_summary where region_code = '16' and archived_on is null order by employer_id limit ${employers}`,
		[mission, inDays(-30)],
	);
	await query("select journal_loaded()");
	await query("select set_config('app.bulk', 'off', false)");
}, 120_000);
afterAll(() => home.close());

const run = (day: string) => followMissionsByClock({ database: home.opened.database, now: at(day), newId: randomUUID });
const rows = async (sql: string) => (await home.opened.query(sql, [mission])).rows;
const made = () =>
	rows(`select f.rule_code as rule, count(*)::int as count, min(f.due_on)::text as due, count(*) filter (where f.owner_id = coalesce(g.advisor_id, f.owner_id))::int as theirs
		from follow_up f join mission_registration g on g.id = f.registration_id where g.mission_id = $1 group by 1 order by min(f.due_on)`);
const revisions = () =>
	rows(
		"select count(*)::int as n from revision r join follow_up f on f.id = r.entity_id join mission_registration g on g.id = f.registration_id where g.mission_id = $1",
	);

describe("la fin d’une mission, que personne n’a regardée", () => {
	it("ne donne rien avant son lendemain", async () => {
		expect(await run(inDays(4))).toBe(0);
		expect(await made()).toEqual([]);
	});

	it("donne le lendemain à chaque employeur ses trois suivis, à J+10, J+30 et J+90, à qui en répond", async () => {
		expect(await run(inDays(5))).toBe(3 * employers);
		const all = await made();
		expect(all.map(({ rule, count, theirs }) => [rule, count, theirs])).toEqual(
			["missionInterviews", "missionHires", "missionHiresLater"].map((rule) => [rule, employers, employers]),
		);
		for (const [index, days] of [10, 30, 90].entries()) expect(Date.parse(String(all[index]?.due)) - Date.parse(inDays(4 + days))).toBeLessThan(5 * 86_400_000);
		for (const [index, days] of [10, 30, 90].entries()) expect(String(all[index]?.due) >= inDays(4 + days)).toBe(true);
		// The house wrote it, in nobody's name.
		expect(
			await rows(
				"select distinct r.actor from revision r join follow_up f on f.id = r.entity_id join mission_registration g on g.id = f.registration_id where g.mission_id = $1",
			),
		).toEqual([{ actor: null }]);
	});

	it("n’écrit rien une seconde fois, ni l’heure d’après, ni vingt jours plus tard quand un suivi est en retard", async () => {
		const before = [await made(), await revisions()];
		expect(await run(inDays(5))).toBe(0);
		await run(inDays(25));
		expect([await made(), await revisions()]).toEqual(before);
	});

	it("se fait en une seule requête SQL pour les 150 employeurs", async () => {
		const { version } = (await home.ask(`/missions/${mission}`)).body as { version: number };
		const statements = await home.statementsOf(`/missions/${mission}`, {
			method: "PATCH",
			body: { endsOn: inDays(6) },
			headers: { "if-match": `"${version}"` },
		});
		expect(statements.filter(({ sql }) => sql.includes("follow_missions"))).toHaveLength(1);
		expect(statements.filter(({ sql }) => /follow_up|mission_registration/.test(sql)).length).toBeLessThanOrEqual(3);
		expect((await made()).map(({ count }) => count)).toEqual([employers, employers, employers]);
	});
});
