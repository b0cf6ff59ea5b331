-- Missions: their sums kept as they grow, what the house follows by the clock, and who answers for a registration when a portfolio changes hands.

-- ── What a mission amounts to, by the day from which it does: a figure of a day is a sum of what came by then. What a registration is said to have at one day and at a
-- later one is the first value, then the difference. Derived of the registrations, the posts and the results: a comparison reads some days of each mission, never its employers ──
create table mission_tally (
	mission_id uuid not null references mission on delete cascade, measure text not null, day date not null, amount int not null, region_code text not null references region,
	primary key (mission_id, measure, day) include (amount)
);

create function tally_registrations(ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$ begin
	delete from mission_tally t where t.mission_id = any(ids) and t.measure in ('employers', 'registered', 'tookPart', 'posts');
	insert into mission_tally (mission_id, measure, day, amount, region_code)
	select g.mission_id, s.measure, s.day, sum(s.amount), g.region_code
	from mission_registration g cross join lateral (values ('employers', g.interested_on, 1), ('employers', greatest(g.withdrawn_on, g.interested_on), case when g.withdrawn_on is not null then -1 end),
		('registered', greatest(g.registered_on, g.interested_on), case when g.registered_on is not null then 1 end),
		('tookPart', greatest(g.took_part_on, g.interested_on), case when g.state = 'tookPart' then 1 end)) s (measure, day, amount)
	where g.mission_id = any(ids) and s.amount is not null group by g.mission_id, g.region_code, s.measure, s.day;
	-- Posts are those that are offered, on whichever day one looks.
	insert into mission_tally (mission_id, measure, day, amount, region_code)
	select g.mission_id, 'posts', '-infinity', sum(p.quantity), g.region_code from mission_registration g join mission_post p on p.registration_id = g.id
	where g.mission_id = any(ids) and g.withdrawn_on is null group by g.mission_id, g.region_code;
end $$;
create function tally_results(ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$ begin
	delete from mission_tally t where t.mission_id = any(ids) and t.measure not in ('employers', 'registered', 'tookPart', 'posts');
	insert into mission_tally (mission_id, measure, day, amount, region_code)
	select d.mission_id, d.measure, d.known_on, sum(d.amount), d.region_code
	from (select g.mission_id, g.region_code, r.measure, r.known_on, r.value - coalesce(lag(r.value) over (partition by r.registration_id, r.measure order by r.known_on), 0) as amount
		from mission_registration g join mission_result r on r.registration_id = g.id where g.mission_id = any(ids)) d
	group by d.mission_id, d.region_code, d.measure, d.known_on;
end $$;
create function rebuild_mission_tallies() returns void language sql security definer set search_path = public, pg_temp as $$
	select tally_registrations(array(select id from mission)), tally_results(array(select id from mission))
$$;

create function touch_mission_tally() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare ids uuid[];
begin
	if tg_table_name = 'mission_registration' then
		select array_agg(distinct mission_id) into ids from touched;
		if ids is not null then perform tally_registrations(ids); end if;
	else
		select array_agg(distinct g.mission_id) into ids from touched t join mission_registration g on g.id = t.registration_id;
		if ids is null then return null; end if;
		if tg_table_name = 'mission_post' then perform tally_registrations(ids); else perform tally_results(ids); end if;
	end if;
	return null;
end $$;
do $$ declare tbl text; begin
	foreach tbl in array array['mission_registration', 'mission_post', 'mission_result'] loop
		execute format('create trigger tally_insert after insert on %I referencing new table as touched for each statement execute function touch_mission_tally()', tbl);
		execute format('create trigger tally_update after update on %I referencing new table as touched for each statement execute function touch_mission_tally()', tbl);
		execute format('create trigger tally_delete after delete on %I referencing old table as touched for each statement execute function touch_mission_tally()', tbl);
	end loop;
	execute format('create policy house on mission_tally to %I using (true) with check (true)', current_user);
end $$;
insert into table_access (name, access) values ('mission_tally', 'model');
alter table mission_tally enable row level security;
alter table mission_tally force row level security;
grant select on mission_tally to jalon_app;
create policy region on mission_tally for select to jalon_app using (region_code = (select asking_region()) and (select asking_role()) in ('advisor', 'recruitmentAdvisor', 'manager'));
revoke execute on function tally_registrations(uuid[]), tally_results(uuid[]), rebuild_mission_tallies() from public;
select rebuild_mission_tallies();
