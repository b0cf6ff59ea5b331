import type { Connection } from "./load.ts";

/** How large a calendar of missions is seeded. */
export type MissionsGrown = { missions: number; employers: number; needs: number };

/**
 * A large calendar for the bench, on top of a loaded world: `missions` over twenty years, `employers` registered in each, `needs` posts offered by each of them, and what came
 * of it, said at four dates. Everything follows from the numbers of generate_series.
 */
export async function growMissions(db: Connection, { missions, employers, needs }: MissionsGrown, today: string): Promise<void> {
	await db.query("select set_config('app.bulk', 'on', false)");
	try {
		for (const statement of statements({ missions, employers, needs }, today)) await db.query(statement);
		await db.query("select journal_loaded()");
	} finally {
		await db.query("select set_config('app.bulk', 'off', false)");
	}
	for (const table of ["mission", "mission_registration", "mission_post", "mission_result", "mission_tally", "labour_need"]) await db.query(`analyze ${table}`);
}

function statements({ missions, employers, needs }: MissionsGrown, today: string): string[] {
	const day = `date '${today}'`;
	const taken = `(select e.employer_id as id, e.advisor_id, row_number() over (order by e.employer_id) as place from employer_summary e where e.region_code = '16' and e.archived_on is null order by e.employer_id limit ${employers})`;
	const at = (when: string) => `((${when}) + time '17:00') at time zone 'UTC'`;
	return [
		`insert into mission (id, region_code, name, countries, mode, starts_on, ends_on, recorded_at)
			select named_id('grown mission ' || i), '16', 'Mission de mesure ' || i, array['FR'], 'virtual', ${day} - 40 - 36 * i, ${day} - 36 - 36 * i, ${at(`${day} - 300 - 36 * i`)} from generate_series(1, ${missions}) i`,
		`insert into labour_need (id, region_code, employer_id, occupation_code, posts, recorded_on, recorded_at)
			select named_id('grown need ' || e.id || ' ' || n), '16', e.id, (select code from occupation order by code offset (e.place * 5 + n) % 50 limit 1), 9000, ${day} - 9000, ${at(`${day} - 400`)}
			from ${taken} e, generate_series(1, ${needs}) n`,
		`insert into mission_registration (id, region_code, mission_id, employer_id, advisor_id, interested_on, registered_on, confirmed_on, took_part_on, recorded_at)
			select named_id('grown registration ' || m.id || ' ' || e.id), '16', m.id, e.id, e.advisor_id, m.starts_on - 60 - (e.place % 20)::int, m.starts_on - 50 - (e.place % 10)::int, m.starts_on - 20, m.starts_on, ${at("m.starts_on")}
			from mission m cross join ${taken} e where m.name like 'Mission de mesure %'`,
		`insert into mission_post (id, region_code, registration_id, labour_need_id, quantity, recorded_at)
			select named_id('grown post ' || g.id || ' ' || n), '16', g.id, named_id('grown need ' || g.employer_id || ' ' || n), 1, g.recorded_at
			from mission_registration g join mission m on m.id = g.mission_id cross join generate_series(1, ${needs}) n where m.name like 'Mission de mesure %'`,
		`insert into mission_result (id, region_code, registration_id, measure, known_on, value, recorded_by, recorded_at)
			select named_id('grown result ' || g.id || ' ' || v.measure || ' ' || v.days), '16', g.id, v.measure, m.ends_on + v.days, v.value, g.advisor_id, ${at("m.ends_on + v.days")}
			from mission_registration g join mission m on m.id = g.mission_id
			cross join (values ('applications', 2, 90), ('shortlisted', 2, 22), ('invited', 4, 15), ('interviews', 9, 10), ('offers', 16, 4), ('hires', 26, 2), ('hires', 74, 3), ('arrivals', 230, 2), ('employed6', 420, 2), ('employed12', 600, 1)) v (measure, days, value)
			where m.name like 'Mission de mesure %' and m.ends_on + v.days < ${day}`,
	];
}
