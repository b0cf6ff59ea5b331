-- The first opening of an office: what is there yet, and whether it is the demonstration.

-- One row once the fictional region is loaded: its people, who have no password, may be tried by the administrator who loaded it.
create table demonstration (loaded_at timestamptz not null);
create unique index demonstration_once on demonstration ((true));
insert into table_access (name, access) values ('demonstration', 'reference');
alter table demonstration enable row level security;
alter table demonstration force row level security;
do $$ begin execute format('create policy house on demonstration to %I using (true) with check (true)', current_user); end $$;
create policy everyone on demonstration for select to jalon_app using (true);
grant select on demonstration to jalon_app;

-- Nothing of the field, nobody but who opened the door: only then may a fictional region come in. It asks every region, which no caller may.
create function is_office_empty() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
	select not exists (select from employer) and not exists (select from visit) and (select count(*) < 2 from person) and not exists (select from demonstration)
$$;

-- How far the caller's office has come: numbers only, so that who administers without reading employers sees them too.
create function office_progress(on_day date) returns table (managers int, counsellors int, employers int, unassigned int, cases int, visits int)
language sql stable security definer set search_path = public, pg_temp as $$
	with here as (select p.role from person p where p.region_code = asking_region() and p.disabled_at is null and p.valid_from <= on_day and (p.valid_to is null or p.valid_to >= on_day)),
		total as (select t.list, sum(t.total)::int as rows from list_total t where t.region_code = asking_region() and t.list in ('employer', 'support_case', 'visit') group by t.list)
	select
		(select count(*)::int from here where role = 'manager'),
		(select count(*)::int from here where role in ('advisor', 'recruitmentAdvisor')),
		coalesce((select rows from total where list = 'employer'), 0),
		(select count(*)::int from employer_summary s where s.region_code = asking_region() and s.advisor_id is null and s.archived_on is null),
		coalesce((select rows from total where list = 'support_case'), 0),
		coalesce((select rows from total where list = 'visit'), 0)
$$;
