import type { Connection } from "./load.ts";

/**
 * A large number of immigration lines for the bench, on top of a loaded world: hired over ten years by the employers of the region, on every path, each as far as its days have
 * come, one in eight over. Everything follows from the numbers of generate_series.
 */
export async function growLines(db: Connection, lines: number, today: string): Promise<void> {
	await db.query("select set_config('app.bulk', 'on', false)");
	try {
		await db.query(statement(lines, `date '${today}'`));
		await db.query("select journal_loaded()");
	} finally {
		await db.query("select set_config('app.bulk', 'off', false)");
	}
	for (const table of ["immigration_line", "revision"]) await db.query(`analyze ${table}`);
}

const passed = (paths: string, days: number, today: string) =>
	`case when c.path in (${paths}) and c.hired_on + ${days} + c.drawn < ${today} then c.hired_on + ${days} + c.drawn end`;
const temporary = "'tfwp', 'imp'";

const statement = (lines: number, today: string) => {
	const approved = passed(temporary, 220, today);
	const started = `coalesce(${passed(temporary, 322, today)}, ${passed("'openPermit'", 12, today)})`;
	return `insert into immigration_line (id, region_code, employer_id, label, path, stream, country, occupation_code, hired_on, advertised_on, filed_on, decided_on, caq_on, csq_on,
			permit_filed_on, permit_approved_on, permit_expires_on, residence_on, arrived_on, started_on, ended_on, end_reason, recorded_at)
		select c.id, '16', c.employer_id, 'Personne ' || c.i || ' – mesure', c.path, case c.path when 'tfwp' then 'regular' end, 'TN', c.occupation_code, c.hired_on,
			${passed("'tfwp'", 5, today)}, ${passed("'tfwp', 'permanent'", 34, today)}, ${passed("'tfwp', 'permanent'", 90, today)}, ${passed("'tfwp'", 155, today)}, ${passed("'permanent'", 260, today)},
			${passed(temporary, 175, today)}, ${approved}, case when ${approved} is not null then c.hired_on + 950 end, ${passed("'permanent'", 480, today)}, ${passed(temporary, 290, today)}, ${started},
			case when c.i % 8 = 0 and ${started} + 200 < ${today} then ${started} + 200 end, case when c.i % 8 = 0 and ${started} + 200 < ${today} then 'left' end, (c.hired_on + time '17:00') at time zone 'UTC'
		from (select named_id('grown line ' || i) as id, i, e.ids[1 + i % cardinality(e.ids)] as employer_id, (array['tfwp', 'imp', 'tfwp', 'openPermit', 'permanent'])[1 + i % 5] as path, ${today} - 1 - i % 3650 as hired_on,
				(i / 7) % 15 as drawn, o.codes[1 + i % cardinality(o.codes)] as occupation_code
			from generate_series(1, ${lines}) i
			cross join (select array_agg(employer_id order by employer_id) as ids from employer_summary where region_code = '16' and archived_on is null) e
			cross join (select array_agg(code order by code) as codes from occupation) o) c`;
};
