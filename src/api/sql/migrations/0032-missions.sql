-- Journées Québec (domain §1.6): missions, the employers registered in each, the posts they offer there, and what came of it, each figure with the day it was known.

-- ── A mission is one edition. Published totals (domain §4.8) are beside what the region counts itself, never in place of it ──
create table mission (
	id uuid primary key, region_code text not null references region, name text not null, edition text, countries text[] not null default '{}',
	mode text not null check (mode in ('inPerson', 'virtual', 'hybrid')), starts_on date not null, ends_on date not null, sectors text[] not null default '{}',
	registration_deadline_on date, application_deadline_on date, source text, is_reference boolean not null default false, is_cancelled boolean not null default false,
	published_employers int, published_posts int, published_registered int, published_applications int, published_retained int, published_invited int, published_interviews int, published_hires int,
	version int not null default 1, recorded_at timestamptz not null default now(), unique (id, region_code),
	constraint mission_ends_on_check check (ends_on >= starts_on),
	constraint mission_registration_deadline_on_check check (registration_deadline_on <= ends_on),
	constraint mission_application_deadline_on_check check (application_deadline_on <= ends_on)
);
create index mission_recent on mission (region_code, starts_on desc, id desc);
-- Uses join a mission by its name: two of one name would both count them.
create unique index mission_named on mission (region_code, fold(name));

-- ── The missions whose figures are public (domain §4.8): ratios are checked by hand against them. « Plus de » is written as the number it exceeds ──
insert into mission (id, region_code, is_reference, name, edition, countries, mode, starts_on, ends_on, sectors, application_deadline_on, is_cancelled, source,
	published_employers, published_posts, published_registered, published_applications, published_retained, published_invited, published_interviews, published_hires, recorded_at)
select named_id('mission ' || r.code || ' ' || m.name), r.code, true, m.name, m.edition, m.countries::text[], m.mode, m.starts::date, m.ends::date, m.sectors::text[], m.deadline::date, m.cancelled, m.source,
	m.employers, m.posts, m.registered, m.applications, m.retained, m.invited, m.interviews, m.hires, '2019-08-28 12:00+00'
from region r cross join (values
	('Journées Québec Paris et Bruxelles 2014', '10e édition', '{FR,BE}', 'inPerson', '2014-05-01', '2014-06-30', '{}', null, false, 'S31 (mai et juin ; année à confirmer)', null::int, null::int, 13411, null::int, null::int, null::int, 3000, null::int),
	('Journées Québec Paris 2018', '18e édition', '{FR}', 'inPerson', '2018-05-26', '2018-05-27', '{}', null, false, 'S32', 100, null, null, null, null, null, null, null),
	('Journées Québec Paris 2019', '21e édition', '{FR}', 'inPerson', '2019-11-30', '2019-12-01', '{}', null, false, 'S21', 122, 2200, 13320, null, 3516, null, null, null),
	('Journées Québec Bogota 2020', '1re édition', '{CO}', 'inPerson', '2020-01-25', '2020-01-26', '{}', null, false, 'S22', null, 144, 3000, null, null, null, null, null),
	('Journées Québec Casablanca 2020', null, '{MA}', 'inPerson', '2020-03-28', '2020-03-29', '{}', null, true, 'S21, S20 (missions du printemps suspendues)', null, null, null, null, null, null, null, null),
	('Journées Québec automne 2020, cinq missions', null, '{BR,TN,CO,FR,MU}', 'virtual', '2020-10-01', '2020-12-31', '{}', null, false, 'S20 (d’octobre à décembre)', 77, 1208, 47000, null, null, null, null, null),
	('Journées Québec France 2020', null, '{FR}', 'virtual', '2020-11-30', '2020-12-05', '{}', '2020-11-22', false, 'S25 (chiffres dans l’ensemble de l’automne)', null, null, null, null, null, null, null, null),
	('Journées Québec Sénégal 2021', null, '{SN}', 'virtual', '2021-01-25', '2021-01-29', '{}', null, false, 'S20', null, null, null, null, null, null, null, null),
	('Journées Québec France 2021', null, '{FR}', 'virtual', '2021-12-06', '2021-12-11', '{}', null, false, 'S26', null, null, null, null, null, null, null, null),
	('Journées Québec France 2022', '26e édition, Paris', '{FR}', 'inPerson', '2022-12-10', '2022-12-11', '{}', null, false, 'S24', 110, 600, 7000, null, null, 2000, null, null),
	('Journées Québec Maroc 2023', 'Marrakech', '{MA}', 'inPerson', '2023-02-15', '2023-02-20', '{}', null, false, 'S24 (annoncée)', null, null, null, null, null, null, null, null),
	('Journées Québec Colombie 2023', 'Bogota', '{CO}', 'inPerson', '2023-04-01', '2023-04-02', '{}', null, false, 'S24 (annoncée)', null, null, null, null, null, null, null, null),
	('Québec International, mission mondiale, octobre 2020', null, '{world}', 'virtual', '2020-10-05', '2020-10-09', '{}', null, false, 'S28 (hors Journées Québec)', 6, 216, null, 24986, null, null, 750, null),
	('Québec International, février 2022', null, '{world}', 'virtual', '2022-02-01', '2022-02-28', '{}', null, false, 'S29 (hors Journées Québec)', null, 1629, null, 945061, null, null, 6294, 688)
) m (name, edition, countries, mode, starts, ends, sectors, deadline, cancelled, source, employers, posts, registered, applications, retained, invited, interviews, hires);

-- ── One employer in one mission: intéressé → inscrit → confirmé → participé / désisté. The state is what its days say ──
create table mission_registration (
	id uuid primary key, region_code text not null references region, mission_id uuid not null, employer_id uuid not null references employer, advisor_id uuid references person,
	interested_on date not null, registered_on date, confirmed_on date, took_part_on date, withdrawn_on date, withdraw_reason text, note text,
	state text not null generated always as (case when withdrawn_on is not null then 'withdrawn' when took_part_on is not null then 'tookPart' when confirmed_on is not null then 'confirmed'
		when registered_on is not null then 'registered' else 'interested' end) stored,
	-- Written by a use of the tool that named the mission, until somebody works on it.
	origin text not null default 'hand' check (origin in ('hand', 'toolUse')),
	version int not null default 1, recorded_at timestamptz not null default now(), unique (id, region_code),
	constraint mission_registration_twice unique (mission_id, employer_id),
	foreign key (mission_id, region_code) references mission (id, region_code),
	constraint mission_registration_withdrawn check ((withdrawn_on is null) = (withdraw_reason is null))
);
create index mission_registration_employer on mission_registration (employer_id, mission_id);
create index mission_registration_region on mission_registration (region_code, took_part_on) where took_part_on is not null;

-- ── Posts offered there, out of those of a need ──
create table mission_post (
	id uuid primary key, region_code text not null references region, registration_id uuid not null, labour_need_id uuid not null references labour_need, quantity int not null check (quantity > 0),
	version int not null default 1, recorded_at timestamptz not null default now(), unique (registration_id, labour_need_id),
	foreign key (registration_id, region_code) references mission_registration (id, region_code)
);
create index mission_post_need on mission_post (labour_need_id);

-- ── What came of it: a value and the day it was known. The figure of a day is the last one known by then; what is known later does not rewrite it ──
create table mission_result (
	id uuid primary key, region_code text not null references region, registration_id uuid not null,
	measure text not null check (measure in ('applications', 'shortlisted', 'invited', 'interviews', 'offers', 'hires', 'arrivals', 'employed6', 'employed12')),
	known_on date not null, value int not null check (value >= 0), recorded_by uuid references person,
	version int not null default 1, recorded_at timestamptz not null default now(), unique (registration_id, measure, known_on),
	foreign key (registration_id, region_code) references mission_registration (id, region_code)
);

-- ── Journal ──
insert into journal_entity (name, position, root) values ('mission', 127, 'id'), ('mission_registration', 128, 'id'), ('mission_post', 129, 'registration_id'), ('mission_result', 130, 'registration_id');
-- Follow-ups and uses come of registrations: taken back before them.
update journal_entity set position = case name when 'follow_up' then 132 else 133 end where name in ('follow_up', 'tool_use');
insert into table_access (name, access) values ('mission', 'people'), ('mission_registration', 'field'), ('mission_post', 'field'), ('mission_result', 'field');

-- Whoever writes the employer, or answers for the registration: a mission is followed by one counsellor for the employers of several.
create function may_write_registration(wanted uuid, region text, employer uuid, advisor uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
	select region is not distinct from asking_region() and exists (select from employer e where e.id = employer and e.region_code = asking_region()
		and (may_write_employer(e.region_code, e.advisor_id) or (asking_role() in ('advisor', 'recruitmentAdvisor') and advisor is not distinct from asking_person())))
$$;
create function guard_missions() returns trigger language plpgsql as $$
declare r jsonb; own mission_registration;
begin
	if current_setting('app.undo', true) = 'on' then return coalesce(new, old); end if;
	foreach r in array array[case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end] loop
		continue when r is null;
		if tg_table_name = 'mission_registration' then
			-- A new one, or one given to another employer, is written by whoever writes that employer; nobody lets themselves in by naming themselves.
			if not coalesce(may_write_registration((r ->> 'id')::uuid, r ->> 'region_code', (r ->> 'employer_id')::uuid,
				case when tg_op = 'INSERT' then null when tg_op = 'UPDATE' then (to_jsonb(old) ->> 'advisor_id')::uuid else (r ->> 'advisor_id')::uuid end), false) then
				raise exception 'row of somebody else in %', tg_table_name using errcode = 'JR003';
			end if;
		else
			select * into own from mission_registration g where g.id = (r ->> 'registration_id')::uuid;
			if not coalesce(may_write_registration(own.id, own.region_code, own.employer_id, own.advisor_id), false) then
				raise exception 'row of somebody else in %', tg_table_name using errcode = 'JR003';
			end if;
		end if;
	end loop;
	return coalesce(new, old);
end $$;

do $$ declare
	item record; mine constant text := 'region_code = (select asking_region())'; counsellor constant text := '(select asking_role()) in (''advisor'', ''recruitmentAdvisor'', ''manager'')';
	manager constant text := '(select asking_role()) = ''manager''';
begin
	for item in select e.name, e.root from journal_entity e where e.name in ('mission', 'mission_registration', 'mission_post', 'mission_result') loop
		execute format('alter table %I enable row level security', item.name);
		execute format('alter table %I force row level security', item.name);
		execute format('create policy house on %I to %I using (true) with check (true)', item.name, current_user);
		execute format('grant select, insert, update, delete on %I to jalon_app', item.name);
		execute format('create trigger a_stamp before insert or update on %I for each row execute function stamp()', item.name);
		execute format('create trigger journal_insert after insert on %I referencing new table as after_rows for each statement execute function journal(%L)', item.name, item.root);
		execute format('create trigger journal_update after update on %I referencing old table as before_rows new table as after_rows for each statement execute function journal(%L)', item.name, item.root);
		execute format('create trigger journal_delete after delete on %I referencing old table as before_rows for each statement execute function journal(%L)', item.name, item.root);
		perform write_known_at(item.name);
		if item.name = 'mission' then
			execute format('create policy reading on mission for select to jalon_app using (%s and %s)', mine, counsellor);
			execute format('create policy adding on mission for insert to jalon_app with check (%s and %s)', mine, manager);
			execute format('create policy changing on mission for update to jalon_app using (%s and %s) with check (%s)', mine, manager, mine);
			execute format('create policy removing on mission for delete to jalon_app using (%s and %s)', mine, manager);
		else
			execute format('create policy region on %I to jalon_app using (%s and %s) with check (%s and %s)', item.name, mine, counsellor, mine, counsellor);
			execute format('create trigger b_guard before insert or update or delete on %I for each row when (current_user = ''jalon_app'') execute function guard_missions()', item.name);
		end if;
	end loop;
end $$;
create trigger b_refuse_archived before insert on mission_registration for each row when (current_user = 'jalon_app') execute function refuse_archived();

-- ── Registrations are the record; the uses of the Journées are what they say of it. A use typed by hand or in a report that names a mission joins its registration ──
alter table tool_use add column registration_id uuid references mission_registration on delete set null;
create index tool_use_registration on tool_use (registration_id) where registration_id is not null;
create function registration_use_id(registration uuid, event text) returns uuid language sql immutable as $$ select named_id('tool_use ' || registration || ' ' || event) $$;

-- `ids` names the uses; null is all of them.
create function carry_over_tool_uses(ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare batch text := current_setting('app.batch', true); touched uuid[];
begin
	-- The registration is not a part of the batch: taking back the use takes it back by itself. That the use joins it, is.
	perform set_config('app.batch', '', true), set_config('app.carrying', 'on', true);
	with come as (insert into mission_registration as g (id, region_code, mission_id, employer_id, advisor_id, interested_on, registered_on, took_part_on, origin, recorded_at)
	select named_id('mission_registration ' || m.id || ' ' || t.employer_id), m.region_code, m.id, t.employer_id, (array_agg(t.recorded_by order by t.occurred_on desc))[1], min(t.occurred_on),
		coalesce(min(t.occurred_on) filter (where t.event = 'registered'), min(t.occurred_on)), min(t.occurred_on) filter (where t.event = 'tookPart'), 'toolUse', (max(t.occurred_on) + time '17:00') at time zone 'UTC'
	from tool_use t join mission m on m.region_code = t.region_code and fold(m.name) = fold(t.mission)
	where t.tool = 'journeesQuebec' and t.registration_id is null and (ids is null or t.id = any(ids)) group by m.id, m.region_code, t.employer_id
	on conflict (mission_id, employer_id) do update set registered_on = coalesce(g.registered_on, excluded.registered_on), took_part_on = coalesce(g.took_part_on, excluded.took_part_on)
		where g.withdrawn_on is null and (g.registered_on is null or (g.took_part_on is null and excluded.took_part_on is not null)) returning id)
	select array_agg(id) into touched from come;
	perform set_config('app.batch', coalesce(batch, ''), true), set_config('app.carrying', '', true);
	update tool_use t set registration_id = g.id from mission m join mission_registration g on g.mission_id = m.id
	where t.tool = 'journeesQuebec' and t.registration_id is null and m.region_code = t.region_code and fold(m.name) = fold(t.mission) and g.employer_id = t.employer_id and (ids is null or t.id = any(ids));
	if not is_bulk_load() then perform write_registration_uses(g) from mission_registration g where g.id = any(touched); end if;
end $$;
-- A use that comes back, or that is said of something else, is joined anew: the registration it names may be gone.
create function leave_registration() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
	if not is_bulk_load() and new.id <> registration_use_id(new.registration_id, new.event) then new.registration_id := null; end if;
	return new;
end $$;
create trigger a_leave before insert on tool_use for each row when (new.registration_id is not null) execute function leave_registration();
create trigger a_leave_other before update on tool_use for each row
	when (new.registration_id is not null and (old.tool, old.mission, old.employer_id) is distinct from (new.tool, new.mission, new.employer_id)) execute function leave_registration();

-- What uses say, their registration says: wholly while it is only their echo, and else the days that one of them had given (`said`). Not a part of the batch, as above.
create function say_again(registrations uuid[], said jsonb) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare batch text := current_setting('app.batch', true);
begin
	perform set_config('app.batch', '', true);
	delete from mission_registration g where g.id = any(registrations) and g.origin = 'toolUse'
		and not exists (select from tool_use u where u.registration_id = g.id and u.id <> registration_use_id(g.id, u.event))
		and not exists (select from mission_post p where p.registration_id = g.id) and not exists (select from mission_result r where r.registration_id = g.id)
		and not exists (select from follow_up f where f.registration_id = g.id);
	with typed as (select g.id, min(u.occurred_on) as first, min(u.occurred_on) filter (where u.event = 'registered') as registered, min(u.occurred_on) filter (where u.event = 'tookPart') as took_part,
			not exists (select from tool_use d where d.id = registration_use_id(g.id, 'registered')) and said @> jsonb_build_array(jsonb_build_object('id', g.id, 'event', 'registered', 'day', g.registered_on)) as gave_registered,
			not exists (select from tool_use d where d.id = registration_use_id(g.id, 'tookPart')) and said @> jsonb_build_array(jsonb_build_object('id', g.id, 'event', 'tookPart', 'day', g.took_part_on)) as gave_took_part
		from mission_registration g left join tool_use u on u.registration_id = g.id and u.id <> registration_use_id(g.id, u.event) where g.id = any(registrations) group by g.id),
	becomes as (select g.id, case g.origin when 'toolUse' then coalesce(t.first, g.interested_on) else g.interested_on end as interested_on,
			case when g.origin = 'toolUse' then coalesce(t.registered, t.first) when t.gave_registered then coalesce(t.registered, g.confirmed_on, t.took_part) else g.registered_on end as registered_on,
			case when g.origin = 'toolUse' or t.gave_took_part then t.took_part else g.took_part_on end as took_part_on from mission_registration g join typed t using (id))
	update mission_registration g set interested_on = b.interested_on, registered_on = b.registered_on, took_part_on = b.took_part_on
	from becomes b where b.id = g.id and (g.interested_on, g.registered_on, g.took_part_on) is distinct from (b.interested_on, b.registered_on, b.took_part_on);
	perform write_registration_uses(g) from mission_registration g where g.id = any(registrations);
	perform set_config('app.batch', coalesce(batch, ''), true);
end $$;
create function take_in_tool_uses() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare touched uuid[]; said jsonb := '[]'; come uuid[];
begin
	if is_bulk_load() then return null; end if;
	if tg_op = 'DELETE' then
		select array_agg(o.registration_id), jsonb_agg(jsonb_build_object('id', o.registration_id, 'event', o.event, 'day', o.occurred_on)) into touched, said
		from before_rows o where o.id <> registration_use_id(o.registration_id, o.event);
	elsif tg_op = 'UPDATE' then
		select array_agg(o.registration_id), jsonb_agg(jsonb_build_object('id', o.registration_id, 'event', o.event, 'day', o.occurred_on)) into touched, said
		from before_rows o join after_rows n using (id) where o.id <> registration_use_id(o.registration_id, o.event)
			and (o.tool, o.mission, o.employer_id, o.event, o.occurred_on) is distinct from (n.tool, n.mission, n.employer_id, n.event, n.occurred_on);
		come := array(select n.id from before_rows o join after_rows n using (id) where n.tool = 'journeesQuebec' and n.registration_id is null
			and (o.tool, o.mission, o.employer_id) is distinct from (n.tool, n.mission, n.employer_id));
	else
		come := array(select id from after_rows where tool = 'journeesQuebec' and registration_id is null);
	end if;
	if come <> '{}' then
		perform carry_over_tool_uses(come);
		touched := touched || array(select t.registration_id from tool_use t where t.id = any(come) and t.registration_id is not null);
	end if;
	if touched <> '{}' then perform say_again(touched, coalesce(said, '[]')); end if;
	return null;
end $$;
create trigger mission_insert after insert on tool_use referencing new table as after_rows for each statement execute function take_in_tool_uses();
create trigger mission_update after update on tool_use referencing old table as before_rows new table as after_rows for each statement execute function take_in_tool_uses();
create trigger mission_delete after delete on tool_use referencing old table as before_rows for each statement execute function take_in_tool_uses();
-- A mission that is added, or that takes the name under which it was typed.
create function take_in_mission() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
	if not is_bulk_load() then
		perform carry_over_tool_uses(array(select t.id from tool_use t where t.region_code = new.region_code and t.tool = 'journeesQuebec' and t.registration_id is null and fold(t.mission) = fold(new.name)));
	end if;
	return null;
end $$;
create trigger mission_named after insert or update of name on mission for each row execute function take_in_mission();

create function write_registration_uses(g mission_registration) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare batch text := current_setting('app.batch', true); title text := (select m.name from mission m where m.id = g.mission_id); said record; kept uuid;
begin
	perform set_config('app.batch', '', true);
	for said in select * from (values ('registered', g.registered_on), ('tookPart', g.took_part_on)) s (event, day) loop
		kept := registration_use_id(g.id, said.event);
		-- Of a registration that is the echo of uses, only what none of them says is said for it.
		if said.day is null or (g.origin = 'toolUse' and exists (select from tool_use u where u.registration_id = g.id and u.event = said.event and u.id <> kept)) then
			delete from tool_use where id = kept;
		else
			update tool_use set registration_id = g.id where employer_id = g.employer_id and tool = 'journeesQuebec' and event = said.event and registration_id is null and fold(mission) = fold(title);
			if exists (select from tool_use where registration_id = g.id and event = said.event) then
				update tool_use set occurred_on = said.day, mission = title where id = kept and (occurred_on, mission) is distinct from (said.day, title);
			else
				insert into tool_use (id, region_code, employer_id, tool, event, occurred_on, quantity, mission, source, recorded_by, registration_id)
				values (kept, g.region_code, g.employer_id, 'journeesQuebec', said.event, said.day, 1, title, 'declared', g.advisor_id, g.id);
			end if;
		end if;
	end loop;
	perform set_config('app.batch', coalesce(batch, ''), true);
end $$;
create function keep_registration_uses() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
	if not is_bulk_load() and coalesce(current_setting('app.carrying', true), '') <> 'on' then perform write_registration_uses(new); end if;
	return null;
end $$;
create trigger c_uses after insert or update on mission_registration for each row execute function keep_registration_uses();
create function drop_registration_uses() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare batch text := current_setting('app.batch', true);
begin
	perform set_config('app.batch', '', true);
	delete from tool_use where id in (registration_use_id(old.id, 'registered'), registration_use_id(old.id, 'tookPart'));
	perform set_config('app.batch', coalesce(batch, ''), true);
	return old;
end $$;
create trigger c_uses_gone before delete on mission_registration for each row execute function drop_registration_uses();
revoke execute on function may_write_registration(uuid, text, uuid, uuid), carry_over_tool_uses(uuid[]), say_again(uuid[], jsonb), write_registration_uses(mission_registration) from public;
grant execute on function may_write_registration(uuid, text, uuid, uuid) to jalon_app;

-- ── One opening is promised once, whatever is taken back: what grows is judged, a need may shrink (people fill its posts elsewhere) and is then said ──
create function hold_promises() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare today date := (current_setting('app.recorded_at', true)::timestamptz at time zone 'America/Toronto')::date; grown uuid[];
begin
	if is_bulk_load() then return null; end if;
	if tg_table_name = 'mission_post' then grown := array[new.id];
	elsif tg_table_name = 'mission_registration' then grown := array(select p.id from mission_post p where p.registration_id = new.id);
	elsif old.is_cancelled or old.ends_on < today then grown := array(select p.id from mission_post p join mission_registration g on g.id = p.registration_id where g.mission_id = new.id);
	end if;
	perform from labour_need n where n.id in (select p.labour_need_id from mission_post p where p.id = any(grown)) order by n.id for update;
	if exists (select from mission_post p join mission_registration g on g.id = p.registration_id join mission m on m.id = g.mission_id join labour_need n on n.id = p.labour_need_id
		where p.id = any(grown) and g.withdrawn_on is null and not m.is_cancelled and m.ends_on >= today and n.open_posts < promised_posts(n.id, today)) then
		raise exception 'posts promised twice' using errcode = 'JR007';
	end if;
	return null;
end $$;
create function promised_posts(need uuid, today date) returns int language sql stable as $$
	select coalesce(sum(p.quantity), 0)::int from mission_post p join mission_registration g on g.id = p.registration_id join mission m on m.id = g.mission_id
	where p.labour_need_id = need and g.withdrawn_on is null and not m.is_cancelled and m.ends_on >= today
$$;
create trigger d_promised after insert on mission_post for each row execute function hold_promises();
create trigger d_promised_more after update on mission_post for each row when (new.quantity > old.quantity) execute function hold_promises();
create trigger d_promised_again after update on mission_registration for each row when (old.withdrawn_on is not null and new.withdrawn_on is null) execute function hold_promises();
create trigger d_promised_again after update on mission for each row when ((old.is_cancelled or old.ends_on < new.ends_on) and not new.is_cancelled) execute function hold_promises();

-- A need that is offered stays with its employer, said as the key that it breaks.
create function keep_offered_need() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
	if exists (select from mission_post p where p.labour_need_id = new.id) then
		raise exception 'a need offered in a mission stays with its employer' using errcode = '23503', constraint = 'mission_post_of_employer', table = 'labour_need';
	end if;
	return null;
end $$;
create trigger d_offered after update on labour_need for each row when (old.employer_id is distinct from new.employer_id) execute function keep_offered_need();

-- ── What the catalogue calls for, once by rule and registration ──
alter table follow_up add column registration_id uuid references mission_registration;
create unique index follow_up_registration on follow_up (registration_id, rule_code) where registration_id is not null;

-- ── Words ──
insert into term (vocabulary, code, label_fr, label_en, position) values
	('missionWithdrawReason', 'hiredElsewhere', 'A recruté autrement', 'Recruited another way', 0),
	('missionWithdrawReason', 'needGone', 'N’a plus de besoin', 'No longer has a need', 1),
	('missionWithdrawReason', 'cost', 'Coûts ou délais', 'Costs or delays', 2),
	('missionWithdrawReason', 'notReady', 'N’est pas prêt à accueillir', 'Not ready to welcome', 3),
	('missionWithdrawReason', 'postponed', 'Remis à une autre mission', 'Put off to another mission', 4),
	('missionWithdrawReason', 'refused', 'Inscription refusée', 'Registration refused', 5),
	('missionWithdrawReason', 'other', 'Autre raison', 'Other reason', 99),
	('missionCountry', 'BE', 'Belgique', 'Belgium', 0), ('missionCountry', 'BR', 'Brésil', 'Brazil', 1), ('missionCountry', 'CM', 'Cameroun', 'Cameroon', 2), ('missionCountry', 'CO', 'Colombie', 'Colombia', 3),
	('missionCountry', 'CI', 'Côte d’Ivoire', 'Côte d’Ivoire', 4), ('missionCountry', 'FR', 'France', 'France', 5), ('missionCountry', 'MA', 'Maroc', 'Morocco', 6), ('missionCountry', 'MU', 'Maurice', 'Mauritius', 7),
	('missionCountry', 'MX', 'Mexique', 'Mexico', 8), ('missionCountry', 'SN', 'Sénégal', 'Senegal', 9), ('missionCountry', 'TN', 'Tunisie', 'Tunisia', 10), ('missionCountry', 'world', 'Monde entier', 'Worldwide', 98), ('missionCountry', 'other', 'Autre pays', 'Other country', 99);

-- ── What was typed before: an office that has uses of these missions finds them registered. Written as a load is, with the days they pretend to ──
do $$ begin
	if exists (select from tool_use where tool = 'journeesQuebec') then
		perform set_config('app.bulk', 'on', true);
		perform carry_over_tool_uses(null);
		perform journal_loaded();
		perform set_config('app.bulk', '', true);
	end if;
end $$;
