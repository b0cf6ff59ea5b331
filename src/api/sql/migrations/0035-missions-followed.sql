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

-- ── What the catalogue calls for of registrations (domain §2.4), in one statement however many employers a mission has. The plan is the house's (routes/mission-follow-ups):
-- by mission and rule, the day on which it falls due, the states that call for it, the states in which it is done. What is called for is made once; what is no longer is closed,
-- and opened again when the mission or the employer returns; one that nobody put off moves with the dates of the mission ──
alter table follow_up add column closed_with_mission boolean not null default false;
insert into journal_column (entity, name, absent) values ('follow_up', 'closed_with_mission', 'false');
-- Whoever opens it again by hand has decided: the house no longer answers for it.
create function forget_mission_closing() returns trigger language plpgsql as $$ begin
	new.closed_with_mission := false;
	return new;
end $$;
create trigger a_forget before update on follow_up for each row when (old.closed_with_mission and new.done_on is null) execute function forget_mission_closing();

create function follow_missions(plan jsonb, registration uuid, today date, fallback uuid) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare touched int;
begin
	if asking_role() not in ('advisor', 'recruitmentAdvisor', 'manager') then raise exception 'missions are followed for counsellors' using errcode = '42501'; end if;
	with standing as (
		select g.id, g.region_code, g.employer_id, coalesce(g.advisor_id, e.advisor_id, fallback) as owner_id, p.*, not p.is_cancelled and g.state = any(p.states) as is_wanted, not p.is_cancelled and g.state = any(p.done_states) as is_done
		from jsonb_to_recordset(plan) p (mission_id uuid, code text, kind text, title text, due_on date, states text[], done_states text[], is_cancelled boolean, is_called boolean, is_moved boolean)
		join mission_registration g on g.mission_id = p.mission_id join employer e on e.id = g.employer_id
		where g.region_code = asking_region() and e.region_code = g.region_code and e.archived_on is null and (registration is null or g.id = registration)),
	changed as (
		update follow_up f set
			done_on = case when s.is_wanted then null else today end, cancel_reason = case when s.is_wanted or s.is_done then null else 'notNeeded' end,
			closed_with_mission = not s.is_wanted and not s.is_done, due_on = case when s.is_wanted and (s.is_moved or f.done_on is not null) and f.postponements = 0 then s.due_on else f.due_on end
		from standing s where f.registration_id = s.id and f.rule_code = s.code and case when s.is_wanted
			then (f.closed_with_mission and f.done_on is not null) or (f.done_on is null and s.is_moved and f.postponements = 0 and f.due_on <> s.due_on)
			else f.done_on is null end returning 1),
	added as (
		insert into follow_up (id, region_code, employer_id, support_case_id, kind, title, owner_id, due_on, created_on, rule_code, registration_id)
		select named_id('follow_up ' || s.id || ' ' || s.code), s.region_code, s.employer_id,
			(select c.id from support_case c where c.employer_id = s.employer_id and c.region_code = s.region_code and c.closed_on is null order by c.opened_on desc, c.id limit 1),
			s.kind, left(s.title, 200), s.owner_id, s.due_on, today, s.code, s.id
		from standing s where s.is_wanted and s.is_called and s.owner_id is not null
		on conflict (registration_id, rule_code) where registration_id is not null do nothing returning 1)
	select (select count(*) from changed) + (select count(*) from added) into touched;
	return touched;
end $$;
revoke execute on function follow_missions(jsonb, uuid, date, uuid) from public;
grant execute on function follow_missions(jsonb, uuid, date, uuid) to jalon_app;

-- ── A portfolio that changes hands: who receives the employer answers for its registrations too, in missions whose hires are still counted (180 days). As in 0028, with them ──
do $$ begin
	execute replace(pg_get_functiondef('move_portfolio(uuid, uuid, jsonb, jsonb)'::regprocedure), E'\tperform set_config(''app.bulk'', ''off'', true);\n', E'\tupdate mission_registration g set advisor_id = coalesce(of_employer ->> g.employer_id::text, of_mrc ->> s.mrc_code, to_person::text)::uuid from mission m, employer_summary s '
		|| E'where g.advisor_id = from_person and g.region_code = asking_region() and m.id = g.mission_id and not m.is_cancelled and m.ends_on >= (current_setting(''app.recorded_at'')::timestamptz at time zone ''America/Toronto'')::date - 180 and s.employer_id = g.employer_id;\n'
		|| E'\tperform set_config(''app.bulk'', ''off'', true);\n');
	if pg_get_functiondef('move_portfolio(uuid, uuid, jsonb, jsonb)'::regprocedure) not like '%update mission_registration g set advisor_id%' then raise exception 'move_portfolio is not as 0028 left it'; end if;
end $$;
