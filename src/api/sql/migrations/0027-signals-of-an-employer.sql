-- A line of the report may name the employer that its signal is about: of several visited together, it is that one's only.
create or replace function write_visit_signals(ids uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
	insert into employer_signal (id, region_code, employer_id, source, source_id, code, level, raised_on, year, raised_by, note, mrc_code, handled_on)
	select s.id, p.region_code, p.employer_id, 'visit', g.visit_id, g.code, coalesce(r.level, 'amber'), g.occurred_on, extract(year from g.occurred_on)::int, v.created_by, l.note, p.mrc_code, h.handled_on
	from visit_signal g join visit v on v.id = g.visit_id join visit_employer p on p.visit_id = g.visit_id cross join lateral (select named_id(g.visit_id || ' ' || p.employer_id || ' ' || g.code) as id) s
	cross join lateral (select x ->> 'note' as note from jsonb_array_elements(v.report -> 'signals') x where x ->> 'code' = g.code and coalesce(x ->> 'employerId', p.employer_id::text) = p.employer_id::text limit 1) l
	left join signal_protocol r on r.region_code = p.region_code and r.signal = g.code left join signal_handling h on h.signal_id = s.id
	where g.visit_id = any(ids) on conflict (id) do nothing
$$;
select rebuild_signals();
