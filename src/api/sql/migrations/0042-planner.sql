-- The planner: whom a mission looks for, which tool suits a need, by rules that are data; and an employer that is invited before it has said anything.

-- ── Whom a mission looks for: none named is everybody; `french_level`, the highest level (Échelle québécoise) that a post may ask of those it will meet ──
alter table mission add column occupation_codes text[] not null default '{}', add column french_level smallint check (french_level between 0 and 12);
insert into journal_column (entity, name, absent) values ('mission', 'occupation_codes', '[]'), ('mission', 'french_level', 'null');

-- ── Invited: the first of the states, before interest ──
alter table mission_registration drop column state, alter column interested_on drop not null, add column invited_on date;
alter table mission_registration add column state text not null generated always as (case when withdrawn_on is not null then 'withdrawn' when took_part_on is not null then 'tookPart' when confirmed_on is not null then 'confirmed'
	when registered_on is not null then 'registered' when interested_on is not null then 'interested' else 'invited' end) stored,
	add constraint mission_registration_begun check (coalesce(invited_on, interested_on) is not null);
insert into journal_column (entity, name, absent) values ('mission_registration', 'invited_on', 'null');

-- Who is only invited is not counted among the employers of a mission. As in 0035, with them left out.
do $$ begin
	execute replace(replace(pg_get_functiondef('tally_registrations(uuid[])'::regprocedure), '(values (''employers'', g.interested_on, 1)', '(values (''employers'', g.interested_on, case when g.interested_on is not null then 1 end)'),
		'case when g.withdrawn_on is not null then -1 end', 'case when g.withdrawn_on is not null and g.interested_on is not null then -1 end');
	if pg_get_functiondef('tally_registrations(uuid[])'::regprocedure) not like '%g.withdrawn_on is not null and g.interested_on%' then raise exception 'tally_registrations is not as 0035 left it'; end if;
	-- A use that is typed of an employer that was invited says its interest too.
	execute replace(pg_get_functiondef('carry_over_tool_uses(uuid[])'::regprocedure), 'do update set registered_on', 'do update set interested_on = coalesce(g.interested_on, excluded.interested_on), registered_on');
	if pg_get_functiondef('carry_over_tool_uses(uuid[])'::regprocedure) not like '%coalesce(g.interested_on, excluded%' then raise exception 'carry_over_tool_uses is not as 0032 left it'; end if;
end $$;

-- ── Which tool suits a need. A condition that is not set asks nothing; a need that does not say what is asked does not fit. `rank`: the order in which tools are named ──
create table tool_rule (
	id uuid primary key, region_code text not null references region, rank int not null check (rank between 1 and 99), tool text not null, is_active boolean not null default true, source text not null,
	min_posts int check (min_posts > 0), teers text[] not null default '{}', occupation_codes text[] not null default '{}', sectors text[] not null default '{}',
	min_months int check (min_months between 0 and 60), max_months int check (max_months between 0 and 60), min_french smallint check (min_french between 0 and 12), max_french smallint check (max_french between 0 and 12),
	is_simplified boolean, version int not null default 1, recorded_at timestamptz not null default now(), check (max_months > min_months), check (max_french >= min_french)
);
create index tool_rule_region on tool_rule (region_code, rank, id);
insert into tool_rule (id, region_code, rank, tool, source, min_posts, teers, occupation_codes, min_months, max_months, is_simplified, recorded_at)
	select named_id('tool_rule ' || r.code || ' ' || t.rank), r.code, t.rank, t.tool, 'Pratique de la direction, à valider', t.posts, t.teers, t.codes, t.soonest, t.latest, t.listed, '2019-08-28 12:00+00'
	from region r cross join (values
	(10, 'journeesQuebec', 3, array['0', '1', '2', '3', '4']::text[], '{}'::text[], 6, null::int, null::boolean),
	(20, 'localPool', null, '{}', '{}', null, 3, null),
	(30, 'employerPortal', null, array['0', '1', '2', '3'], '{}', 2, null, null),
	(40, 'agricultural', null, '{}', array['84120', '85100', '85101', '85103'], 3, null, null),
	(50, 'tfwpSimplified', null, '{}', '{}', 4, null, true),
	(60, 'tfwpRegular', null, array['4', '5'], '{}', 6, null, null)) t (rank, tool, posts, teers, codes, soonest, latest, listed);

insert into journal_entity (name, position, root) values ('tool_rule', 197, 'id');
insert into table_access (name, access) values ('tool_rule', 'people');
create trigger a_stamp before insert or update on tool_rule for each row execute function stamp();
create trigger journal_insert after insert on tool_rule referencing new table as after_rows for each statement execute function journal('id');
create trigger journal_update after update on tool_rule referencing old table as before_rows new table as after_rows for each statement execute function journal('id');
create trigger journal_delete after delete on tool_rule referencing old table as before_rows for each statement execute function journal('id');
select write_known_at('tool_rule');
alter table tool_rule enable row level security;
alter table tool_rule force row level security;
do $$ begin execute format('create policy house on tool_rule to %I using (true) with check (true)', current_user); end $$;
grant select, insert, update, delete on tool_rule to jalon_app;
create policy reading on tool_rule for select to jalon_app using (region_code = (select field_region()));
create policy adding on tool_rule for insert to jalon_app with check (region_code = (select asking_region()) and (select asking_role()) = 'manager');
create policy changing on tool_rule for update to jalon_app using (region_code = (select asking_region()) and (select asking_role()) = 'manager') with check (region_code = (select asking_region()));
create policy removing on tool_rule for delete to jalon_app using (region_code = (select asking_region()) and (select asking_role()) = 'manager');
