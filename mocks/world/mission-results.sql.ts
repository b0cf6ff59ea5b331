const at = (day: string) => `(${day} + time '17:00') at time zone 'UTC'`;
const draw = (what: string, of: number) => `(('x' || substr(md5(${what}), 1, 6))::bit(24)::int % ${of})`;

/** Who is in each mission, by the uses of the tool; then posts, results and late hires that follow from the identifiers. $1 is today. */
export const missionStatements: readonly string[] = [
	"select carry_over_tool_uses(null)",
	// Before a mission that is to come: some are confirmed, a few have withdrawn, a few are interested only.
	`update mission_registration g set confirmed_on = g.registered_on + 6 from mission m where m.id = g.mission_id and m.starts_on >= $1::date and g.registered_on + 6 < $1::date and ${draw("g.id::text", 3)} = 0`,
	`update mission_registration g set withdrawn_on = g.registered_on + 9, withdraw_reason = 'hiredElsewhere' from mission m where m.id = g.mission_id and m.starts_on >= $1::date and g.registered_on + 9 < $1::date
		and g.confirmed_on is null and ${draw("g.id::text || 'w'", 6)} = 0`,
	`insert into mission_registration (id, region_code, mission_id, employer_id, advisor_id, interested_on, note, recorded_at)
		select named_id('interested ' || m.id || ' ' || c.employer_id), '16', m.id, c.employer_id, c.advisor_id, $1::date - 4, 'À confirmer après la prochaine visite', ${at("$1::date - 4")}
		from (select * from mission where region_code = '16' and starts_on > $1::date + 20 order by starts_on limit 2) m
		join support_case c on c.region_code = '16' and c.closed_on is null and c.stage in ('supportPlan', 'recruitment') and ${draw("c.id::text || m.id", 7)} = 0
		on conflict (mission_id, employer_id) do nothing`,
	// An opening is promised to the first of the missions that are not over.
	`insert into mission_post (id, region_code, registration_id, labour_need_id, quantity, recorded_at)
		select named_id('mission_post ' || o.registration_id || ' ' || o.need_id), o.region_code, o.registration_id, o.need_id, o.quantity, ${at("o.day")}
		from (select g.id as registration_id, n.id as need_id, g.region_code, coalesce(g.registered_on, g.interested_on) as day, m.ends_on >= $1::date as is_running,
				case when m.ends_on >= $1::date then least(n.open_posts, 1 + ${draw("n.id::text", 3)}) else least(n.posts, 1 + ${draw("n.id::text", 4)}) end as quantity,
				row_number() over (partition by n.id, m.ends_on >= $1::date order by m.starts_on, g.id) as place
			from mission_registration g join mission m on m.id = g.mission_id join labour_need n on n.employer_id = g.employer_id and n.region_code = g.region_code
			where g.withdrawn_on is null and n.recorded_on <= m.ends_on) o
		where o.quantity > 0 and (not o.is_running or o.place = 1) on conflict (registration_id, labour_need_id) do nothing`,
	`insert into mission_result (id, region_code, registration_id, measure, known_on, value, recorded_by, recorded_at)
		select named_id('mission_result ' || g.id || ' ' || v.measure || ' ' || v.days), g.region_code, g.id, v.measure, m.ends_on + v.days, v.value, g.advisor_id, ${at("m.ends_on + v.days")}
		from mission_registration g join mission m on m.id = g.mission_id
		cross join lateral (select 24 + ${draw("g.id::text || 'a'", 180)} as applied, ${draw("g.id::text || 'h'", 3)} as hired, ${draw("g.id::text || 'l'", 3)} as late) d
		cross join lateral (values ('applications', 2, d.applied), ('shortlisted', 2, d.applied / 4), ('invited', 4, d.applied / 6), ('interviews', 9, d.applied / 9), ('offers', 16, d.hired + d.late),
			('hires', 26, d.hired), ('hires', 74, d.hired + d.late), ('arrivals', 230, d.hired + d.late - (d.late + 1) / 2), ('employed6', 420, greatest(d.hired - 1, 0)), ('employed12', 600, greatest(d.hired - 1, 0))) v (measure, days, value)
		where g.took_part_on is not null and m.ends_on + v.days < $1::date and (v.value > 0 or v.measure in ('offers', 'hires')) and (v.days <> 74 or d.late > 0)`,
];
