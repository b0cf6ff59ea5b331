import type { Connection } from "./load.ts";

/**
 * A large region for the bench: `employers` more on top of a loaded world, with 10 visits each, in a few statements of the database.
 * Everything follows from the numbers of generate_series: the same database twice is the same twice.
 */
export async function growWorld(db: Connection, employers: number, today: string): Promise<void> {
	if (!Number.isInteger(employers) || employers < 1 || employers > 999_999) throw new RangeError(`${employers} employers cannot be seeded.`);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(today)) throw new RangeError(`${today} is not a day.`);
	await db.query("select set_config('app.bulk', 'on', false), set_config('jit', 'off', false), set_config('maintenance_work_mem', '128MB', false)");
	// References hold by construction here: checking twelve million of them one by one would take most of the time. A role that may not skip them checks them.
	const unchecked = await db.query("set session_replication_role = replica").then(
		() => true,
		() => false,
	);
	try {
		await withoutIndexes(db, FACTS, async () => {
			for (const statement of statements(employers, today)) await db.query(statement);
		});
	} finally {
		if (unchecked) await db.query("set session_replication_role = origin");
	}
	try {
		for (const table of FACTS) await db.query(`analyze ${table}`);
		// The triggers that keep the totals were off.
		if (unchecked) for (const list of LISTS) await db.query("select recount_list($1)", [list]);
		if (unchecked) await db.query("select refresh_contact_search(array(select id from contact))");
		await withoutIndexes(db, ["employer_summary"], async () => {
			for (let from = 1; from <= employers; from += BATCH) {
				await db.query(
					`select refresh_employer_summary(array(select pg_temp.seeded('e', i) from generate_series(${from}, ${Math.min(from + BATCH - 1, employers)}) i))`,
				);
			}
		});
		await withoutIndexes(db, ["employer_interaction", "employer_support", "visit_signal", "stage_passage"], () => db.query("select rebuild_interactions()"));
		// The triggers that keep the accounts were off.
		if (unchecked) await db.query("select rebuild_portal_accounts()");
		for (const table of ["portal_account", "employer_summary", "support_case_summary", "employer_interaction", "employer_support", "stage_passage"])
			await db.query(`analyze ${table}`);
	} finally {
		await db.query("select set_config('app.bulk', 'off', false)");
		for (const setting of ["jit", "maintenance_work_mem"]) await db.query(`reset ${setting}`);
	}
}

const LISTS = ["employer", "support_case", "visit", "labour_need", "follow_up", "tool_use"];
const FACTS = [...LISTS, "need_movement", "establishment", "contact", "visit_employer", "visit_adviser", "stage_change"];

/** Building an index once costs half of what keeping it up to date row by row does. Those that forbid doubles stay. */
async function withoutIndexes(db: Connection, tables: string[], load: () => Promise<unknown>): Promise<void> {
	const { rows } = (await db.query(
		`select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index where indrelid::regclass::text = any($1) and not indisunique`,
		[tables],
	)) as { rows: { name: string; definition: string }[] };
	for (const { name } of rows) await db.query(`drop index ${name}`);
	try {
		await load();
	} finally {
		for (const { definition } of rows) await db.query(definition);
	}
}

const BATCH = 10_000;

function statements(employers: number, today: string): string[] {
	const day = `date '${today}'`;
	const all = `generate_series(1, ${employers}) i`;
	/** A number below `below` that looks drawn: the golden ratio spreads it. */
	const spread = (n: string, below: string, salt = 0) => `(((${n})::bigint * 2654435761 + ${salt}) % 1000003 % (${below}))`;
	const stale = "array['toContact','firstContact','needsAssessment','supportPlan','recruitment','selection','immigration','arrival','integration','retention']";
	return [
		// Version 7 in shape: in the order of their numbers, which the indexes like.
		`create or replace function pg_temp.seeded(kind text, n bigint) returns uuid language sql immutable as $$ select (lpad(to_hex(n), 12, '0') || '70' || lpad(to_hex(ascii(kind)), 2, '0') || '8' || repeat('0', 15))::uuid $$`,
		"drop table if exists seed_place, seed_sector, seed_occupation, seed_person, seed_employer",
		`create temp table seed_place as select row_number() over (order by m.code) - 1 n, m.code v, m.mrc_code from municipality m join mrc_region r on r.mrc_code = m.mrc_code and r.region_code = '16' and r.valid_to is null`,
		"create temp table seed_sector as select row_number() over (order by code) - 1 n, code v from sector",
		"create temp table seed_occupation as select row_number() over (order by code) - 1 n, code v from occupation",
		`create temp table seed_person as select row_number() over (order by id) - 1 n, id v, service_point_id from person where role = 'advisor' and region_code = '16'`,
		`create temp table seed_employer as
			select i, pg_temp.seeded('e', i) id, pg_temp.seeded('s', i) site, p.v advisor, p.service_point_id point, m.v municipality, m.mrc_code mrc, s.v sector, (array['Atelier','Serres','Transport','Usinage','Aliments','Résidence','Logiciels','Meubles'])[1 + i % 8] head
			from ${all}
			join seed_person p on p.n = ${spread("i", "(select count(*) from seed_person)", 1)}
			join seed_place m on m.n = ${spread("i", "(select count(*) from seed_place)", 2)}
			join seed_sector s on s.n = ${spread("i", "(select count(*) from seed_sector)", 3)}`,
		"create index on seed_employer (i)",
		"analyze seed_employer",
		`insert into employer (id, region_code, neq, name, sector_code, employee_count, advisor_id, phone, activity, created_on)
			select id, '16', '1100' || lpad(i::text, 6, '0'), head || ' Échantillon-' || translate(lpad(i::text, 6, '0'), '0123456789', 'bdfglmnprv') || ' nᵒ ' || i, sector, 1 + ${spread("i", "400", 4)}, advisor, '+14505550' || (100 + i % 100), 'Données de mesure', date '2019-09-01' + (i % 2600)
			from seed_employer`,
		"insert into establishment (id, region_code, employer_id, municipality_code, is_main) select site, '16', id, municipality, true from seed_employer",
		`insert into contact (id, region_code, employer_id, name, job_title, phone, is_primary) select pg_temp.seeded('c', i), '16', id, 'Personne Exemple-' || i, 'Direction', '+14505550' || (100 + i % 100), true from seed_employer`,
		`insert into visit (id, region_code, status, mode, occurred_on, duration_minutes, headline, summary, completed_on, created_by)
			select pg_temp.seeded('v', i::bigint * 10 + k), '16', 'completed', (array['onSite','video','office','phone'])[1 + k % 4], d, 60, 'Suivi des postes à combler', 'Visite de mesure : les postes restent à combler.', d, advisor
			from seed_employer, generate_series(0, 9) k, lateral (select ${day} - (5 + ${spread("i", "240", 5)} + k * 250)::int d) x order by i, k`,
		`insert into visit_employer (visit_id, employer_id, establishment_id, region_code, mrc_code) select pg_temp.seeded('v', i::bigint * 10 + k), id, site, '16', mrc from seed_employer, generate_series(0, 9) k order by i, k`,
		`insert into visit_adviser (visit_id, person_id, region_code, role, service_point_id) select pg_temp.seeded('v', i::bigint * 10 + k), advisor, '16', 'advisor', point from seed_employer, generate_series(0, 9) k order by i, k`,
		// Two employers in five have an open case.
		`insert into support_case (id, region_code, employer_id, advisor_id, stage, stage_entered_on, opened_on)
			select pg_temp.seeded('k', i), '16', id, advisor, (${stale})[1 + ${spread("i", "10", 6)}], ${day} - (3 + ${spread("i", "60", 7)})::int, ${day} - (70 + ${spread("i", "300", 8)})::int from seed_employer where i % 5 < 2`,
		`insert into stage_change (id, region_code, support_case_id, to_stage, moved_on, moved_by) select pg_temp.seeded('h', i), '16', pg_temp.seeded('k', i), 'toContact', c.opened_on, advisor from seed_employer e join support_case c on c.id = pg_temp.seeded('k', i) where i % 5 < 2`,
		`insert into stage_change (id, region_code, support_case_id, from_stage, to_stage, moved_on, moved_by) select pg_temp.seeded('g', i), '16', c.id, 'toContact', c.stage, c.stage_entered_on, advisor from seed_employer e join support_case c on c.id = pg_temp.seeded('k', i) where i % 5 < 2 and c.stage <> 'toContact'`,
		`insert into labour_need (id, region_code, employer_id, support_case_id, visit_id, establishment_id, occupation_code, posts, hourly_wage_cents, french_level, permanence, recorded_on)
			select pg_temp.seeded('n', i::bigint * 2 + k), '16', id, pg_temp.seeded('k', i), pg_temp.seeded('v', i::bigint * 10), site, o.v, 1 + ${spread("i + k", "12", 9)}, 1800 + 25 * ${spread("i + k", "90", 10)}, ${spread("i + k", "9", 11)}, 'permanent', ${day} - (5 + ${spread("i", "240", 5)})::int
			from seed_employer, generate_series(0, 1) k join seed_occupation o on true where i % 5 < 2 and o.n = ${spread("i * 2 + k", "(select count(*) from seed_occupation)", 12)}`,
		"select open_loaded_needs()",
		`insert into follow_up (id, region_code, employer_id, support_case_id, kind, title, owner_id, due_on, done_on, outcome, created_on)
			select pg_temp.seeded('f', i::bigint * 2 + k), '16', id, case when i % 5 < 2 then pg_temp.seeded('k', i) end, 'call', 'Rappeler la direction', advisor, ${day} + (case when k = 0 then ${spread("i", "30", 13)} - 5 else -90 end)::int, case when k = 1 or i % 5 >= 2 then ${day} - 80 end, null, ${day} - 100
			from seed_employer, generate_series(0, 1) k`,
		`insert into tool_use (id, region_code, employer_id, tool, event, occurred_on, quantity, source, recorded_by)
			select pg_temp.seeded('t', i::bigint * 3 + k), '16', id, 'employerPortal', (array['account','search','contact'])[1 + k], ${day} - (400 - k * 120 - ${spread("i", "60", 14)})::int, 1 + (i + k) % 6, 'extract', advisor from seed_employer, generate_series(0, 2) k where i % 3 = 0`,
	];
}
