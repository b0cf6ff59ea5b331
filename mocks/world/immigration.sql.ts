const draw = (what: string, of: number) => `(('x' || substr(md5(${what}), 1, 6))::bit(24)::int % ${of})`;
/** The day of a step: so many days after the hire, and as many more as the line draws; not yet, when it is not before today. */
const step = (name: string, days: number, more: number) =>
	`case when c.hired_on + ${days} + ${draw(`c.id::text || '${name}'`, more)} < $1::date then c.hired_on + ${days} + ${draw(`c.id::text || '${name}'`, more)} end`;
const only = (paths: string, value: string) => `case when c.path in (${paths}) then ${value} end`;

/**
 * People hired for the posts that were filled, under a label each, as far as their steps have come by today; a few refused or gone. Fictional, drawn from the identifiers.
 * $1 is today.
 */
export const immigrationStatements: readonly string[] = [
	`insert into immigration_line (id, region_code, employer_id, labour_need_id, label, path, stream, country, occupation_code, hired_on, advertised_on, filed_on, decided_on, caq_on, csq_on,
			permit_filed_on, permit_approved_on, permit_expires_on, residence_on, arrived_on, started_on, ended_on, end_reason, recorded_at)
		select c.id, c.region_code, c.employer_id, c.need_id, c.label, c.path, ${only("'tfwp'", "c.stream")}, c.country, c.occupation_code, c.hired_on,
			${only("'tfwp'", step("a", 5, 1))}, ${only("'tfwp', 'permanent'", step("f", 34, 20))}, ${only("'tfwp', 'permanent'", step("d", 90, 60))}, ${only("'tfwp'", step("c", 155, 15))},
			${only("'permanent'", step("q", 260, 60))}, case c.path when 'tfwp' then ${step("p", 175, 15)} when 'imp' then ${step("i", 20, 20)} end, ${only("'tfwp', 'imp'", step("v", 220, 60))},
			case when ${only("'tfwp', 'imp'", step("v", 220, 60))} is not null then c.hired_on + 950 end, ${only("'permanent'", step("r", 480, 90))},
			${only("'tfwp', 'imp'", step("w", 290, 30))}, case c.path when 'openPermit' then ${step("s", 12, 20)} when 'permanent' then null else ${step("t", 322, 12)} end,
			case when c.is_refused and c.hired_on + 160 < $1::date then c.hired_on + case c.path when 'permanent' then 700 else 360 + ${draw("c.id::text || 'z'", 340)} end end, case when c.is_refused and c.hired_on + 160 < $1::date then 'left' end, (c.hired_on + time '17:00') at time zone 'UTC'
		from (select named_id('immigration_line ' || n.id || ' ' || i) as id, n.region_code, n.employer_id, n.id as need_id, n.occupation_code, n.recorded_on + 30 + i as hired_on,
				upper(left(t.title, 1)) || substr(t.title, 2) || ' ' || i || ' – ' || w.label_fr as label, w.code as country,
				(array['tfwp', 'tfwp', 'tfwp', 'imp', 'openPermit', 'permanent'])[1 + ${draw("n.id::text || i", 6)}] as path,
				(array['regular', 'simplified', 'agricultural'])[1 + ${draw("n.id::text || 's'", 3)}] as stream, ${draw("n.id::text || i || 'x'", 9)} = 0 and n.recorded_on + 760 < $1::date as is_refused
			from labour_need n cross join generate_series(1, least(n.posts_filled, 2)) i
			cross join lateral (select title from occupation_title where occupation_code = n.occupation_code and language = 'fr' and import_id is null order by title limit 1) t
			cross join lateral (select code, label_fr from term where vocabulary = 'missionCountry' and code <> 'world' order by md5(n.id::text || code) limit 1) w
			where n.posts_filled > 0 and n.recorded_on + 40 < $1::date and ${draw("n.id::text || 'l'", 2)} = 0) c`,
	// Of those at work, what is known after one, three, six and twelve months: most of the time, and less as time goes by. Who left is told by the end of the line.
	`insert into retention_check (id, region_code, immigration_line_id, months, known_on, still_employed, recorded_by, recorded_at)
		select named_id('retention_check ' || l.id || ' ' || m.months), l.region_code, l.id, m.months, d.day, true, e.advisor_id, (d.day + time '17:00') at time zone 'UTC'
		from immigration_line l join employer e on e.id = l.employer_id cross join (values (1, 8), (3, 7), (6, 6), (12, 5)) m (months, known)
			cross join lateral (select (l.started_on + make_interval(months => m.months))::date + ${draw("l.id::text || m.months", 9)} as day) d
		where l.started_on is not null and e.advisor_id is not null and d.day < $1::date and (l.ended_on is null or l.ended_on > d.day) and ${draw("l.id::text || m.months || 'k'", 9)} < m.known
			and not exists (select from retention_check k where k.immigration_line_id = l.id)`,
	// Of those who came these last months, what was said of Accompagnement Québec: half are signalled with their consent, some are only counted, some do not wish it, and a few are still to be asked.
	`update immigration_line l set newcomer_offered_on = o.day, newcomer_answer = (array['referred', 'referred', 'counted', 'declined'])[1 + ${draw("l.id::text || 'n'", 4)}]
		from (select id, coalesce(arrived_on, started_on) + 2 + ${draw("id::text || 'o'", 3)} as day from immigration_line) o, employer e
		where o.id = l.id and e.id = l.employer_id and e.region_code = '16' and e.advisor_id is not null and l.region_code = '16' and l.ended_on is null and o.day < $1::date and o.day > $1::date - 240 and ${draw("l.id::text || 'm'", 6)} > 0`,
	`insert into referral (id, region_code, employer_id, from_person_id, to_service_point_id, volets, persons, counts_only, immigration_line_id, reason, consent_from, consent_on, consent_method,
			sent_on, reply_expected_on, state, acknowledged_on, ended_on, ended_by_id, outcome, recorded_at)
		select named_id('newcomer ' || l.id), l.region_code, l.employer_id, e.advisor_id, a.service_point_id,
			(array['{settlement,francization}', '{settlement,community}', '{francization,employment}', '{settlement}'])[1 + ${draw("l.id::text || 'v'", 4)}]::text[],
			case when k.counted then 2 + ${draw("l.id::text || 'q'", 6)} else 1 end, k.counted, case when not k.counted then l.id end, 'welcome',
			case when not k.counted then 'person' end, case when not k.counted then l.newcomer_offered_on end, case when not k.counted then 'spoken' end,
			l.newcomer_offered_on, l.newcomer_offered_on + 21, case when k.is_over then 'closed' when k.is_received then 'acknowledged' else 'sent' end,
			case when k.is_over or k.is_received then l.newcomer_offered_on + 3 end, case when k.is_over then l.newcomer_offered_on + 16 end, case when k.is_over then a.id end,
			case when k.is_over then 'serviceUnderWay' end, (l.newcomer_offered_on + time '17:00') at time zone 'UTC'
		from immigration_line l join employer e on e.id = l.employer_id
			cross join lateral (select l.newcomer_answer = 'counted' as counted, l.newcomer_offered_on + 17 < $1::date as is_over, l.newcomer_offered_on + 4 < $1::date as is_received) k
			cross join lateral (select p.id, p.service_point_id from person p where p.region_code = '16' and p.role = 'integrationAgent' and p.service_point_id is not null and p.valid_to is null
				order by md5(l.id::text || p.id) limit 1) a
		where l.newcomer_answer in ('referred', 'counted')`,
];
