-- Movements of a need (domain §2.1, §3.1): posts are opened, filled or cancelled on a day, filled by a channel. What the need says of its posts is the sum of its movements.

create table need_movement (
	id uuid primary key, region_code text not null references region, labour_need_id uuid not null references labour_need on delete cascade,
	kind text not null check (kind in ('opened', 'filled', 'cancelled')), quantity int not null check (quantity between 1 and 9999), occurred_on date not null,
	-- A term of « needChannel »; and the mission, when it was one.
	channel text, mission_id uuid, note text, recorded_by uuid references person,
	-- The opening that came with the need: corrected with it, never taken back.
	is_first boolean not null default false,
	version int not null default 1, recorded_at timestamptz not null default now(),
	constraint need_movement_channel check ((kind = 'filled') = (channel is not null)),
	constraint need_movement_mission check (mission_id is null or kind = 'filled'),
	constraint need_movement_first check (not is_first or kind = 'opened')
);
create index need_movement_need on need_movement (labour_need_id, occurred_on, id) include (kind, quantity, channel);
create unique index need_movement_one_first on need_movement (labour_need_id) where is_first;

insert into term (vocabulary, code, label_fr, label_en, position) values
	('needChannel', 'local', 'Recrutement local', 'Local recruitment', 0),
	('needChannel', 'employerPortal', 'Portail employeurs', 'Employer portal', 1),
	('needChannel', 'journeesQuebec', 'Journées Québec', 'Journées Québec', 2),
	('needChannel', 'foreignWorkers', 'Travailleurs étrangers temporaires (PTET)', 'Temporary foreign workers (TFWP)', 3),
	('needChannel', 'mobility', 'Mobilité internationale (PMI)', 'International mobility (IMP)', 4),
	('needChannel', 'other', 'Autre voie', 'Another channel', 98),
	('needChannel', 'unspecified', 'Non précisé', 'Not stated', 99);

-- Needs without a movement of their own (those of before, those of a load) say all the same when their posts came and went: opened on their day, filled by a channel nobody noted,
-- on the day they were closed, or else on the day they were last written.
create function open_loaded_needs() returns void language sql security definer set search_path = public, pg_temp as $$
	with bare as (select n.*, greatest(n.recorded_on, coalesce(n.closed_on, (n.recorded_at at time zone 'America/Toronto')::date)) as ended_on
		from labour_need n where not exists (select from need_movement m where m.labour_need_id = n.id))
	insert into need_movement (id, region_code, labour_need_id, kind, quantity, occurred_on, channel, is_first, recorded_at)
	select named_id('need_movement opened ' || id), region_code, id, 'opened', posts, recorded_on, null, true, recorded_at from bare
	union all select named_id('need_movement filled ' || id), region_code, id, 'filled', posts_filled, ended_on, 'unspecified', false, recorded_at from bare where posts_filled > 0
	union all select named_id('need_movement cancelled ' || id), region_code, id, 'cancelled', least(posts_cancelled, posts - posts_filled), ended_on, null, false, recorded_at from bare
		where least(posts_cancelled, posts - posts_filled) > 0
$$;
revoke execute on function open_loaded_needs() from public;
select open_loaded_needs();

-- ── The past of a movement is that of its need ──
insert into journal_entity (name, position, root) values ('need_movement', 130, 'labour_need_id');
create trigger a_stamp before insert or update on need_movement for each row execute function stamp();
create trigger journal_insert after insert on need_movement referencing new table as after_rows for each statement execute function journal('labour_need_id');
create trigger journal_update after update on need_movement referencing old table as before_rows new table as after_rows for each statement execute function journal('labour_need_id');
create trigger journal_delete after delete on need_movement referencing old table as before_rows for each statement execute function journal('labour_need_id');
select write_known_at('need_movement');

-- ── Who reads the need reads its movements; who writes it writes them ──
insert into table_access (name, access) values ('need_movement', 'field');
alter table need_movement enable row level security;
alter table need_movement force row level security;
do $$ begin execute format('create policy house on need_movement to %I using (true) with check (true)', current_user); end $$;
grant select, insert, update, delete on need_movement to jalon_app;
create policy region on need_movement to jalon_app using (region_code = (select field_region())) with check (region_code = (select field_region()));

create function may_write_need_movement(r jsonb) returns boolean language sql stable set enable_seqscan = off as $$
	select coalesce((select n.region_code = r ->> 'region_code' and may_write_row('labour_need', to_jsonb(n), false) from labour_need n where n.id = (r ->> 'labour_need_id')::uuid), false)
$$;
create function guard_need_movement() returns trigger language plpgsql as $$ begin
	if current_setting('app.undo', true) = 'on' then return coalesce(new, old); end if;
	if (tg_op <> 'INSERT' and not may_write_need_movement(to_jsonb(old))) or (tg_op <> 'DELETE' and not may_write_need_movement(to_jsonb(new))) then
		raise exception 'row of somebody else in %', tg_table_name using errcode = 'JR003';
	end if;
	return coalesce(new, old);
end $$;
create trigger b_guard before insert or update or delete on need_movement for each row when (current_user = 'jalon_app') execute function guard_need_movement();

-- ── The sums of a need follow its movements, by themselves: they are no part of a batch, for taking a movement back brings them back ──
create function keep_need_sums() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare batch text := current_setting('app.batch', true); needs uuid[];
begin
	if is_bulk_load() then return null; end if;
	select array_agg(distinct labour_need_id) into needs from touched;
	if needs is null then return null; end if;
	-- But when the batch wrote the need too: its version would otherwise be somebody else's.
	if not exists (select from revision r where r.batch_id = nullif(batch, '')::uuid and r.entity = 'labour_need' and r.entity_id = any(needs)) then perform set_config('app.batch', '', true); end if;
	update labour_need n set posts = s.opened, posts_filled = s.filled, posts_cancelled = s.cancelled
	from (select labour_need_id, coalesce(sum(quantity) filter (where kind = 'opened'), 0)::int as opened, coalesce(sum(quantity) filter (where kind = 'filled'), 0)::int as filled,
			coalesce(sum(quantity) filter (where kind = 'cancelled'), 0)::int as cancelled from need_movement where labour_need_id = any(needs) group by 1) s
	where n.id = s.labour_need_id and (n.posts, n.posts_filled, n.posts_cancelled) is distinct from (s.opened, s.filled, s.cancelled);
	perform set_config('app.batch', coalesce(batch, ''), true);
	-- Nothing is filled that was not opened, whatever is taken back.
	if exists (select from labour_need n where n.id = any(needs) and n.posts_filled + n.posts_cancelled > n.posts) then
		raise exception 'more posts taken than opened' using errcode = 'JR007';
	end if;
	return null;
end $$;
create trigger sums_insert after insert on need_movement referencing new table as touched for each statement execute function keep_need_sums();
create trigger sums_update after update on need_movement referencing new table as touched for each statement execute function keep_need_sums();
create trigger sums_delete after delete on need_movement referencing old table as touched for each statement execute function keep_need_sums();

-- Whoever writes the need otherwise (the taking back of a change, a hand in the database) leaves them what the movements say.
create function hold_need_sums() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare said record;
begin
	if is_bulk_load() then return new; end if;
	select coalesce(sum(quantity) filter (where kind = 'opened'), 0)::int as opened, coalesce(sum(quantity) filter (where kind = 'filled'), 0)::int as filled,
		coalesce(sum(quantity) filter (where kind = 'cancelled'), 0)::int as cancelled, count(*) as movements into said from need_movement where labour_need_id = new.id;
	if said.movements > 0 then
		new.posts := said.opened; new.posts_filled := said.filled; new.posts_cancelled := said.cancelled;
	end if;
	return new;
end $$;
create trigger b_sums before update on labour_need for each row
	when ((old.posts, old.posts_filled, old.posts_cancelled) is distinct from (new.posts, new.posts_filled, new.posts_cancelled)) execute function hold_need_sums();

-- A need begins with its opening, whoever records it (its form, a report); of one that comes back, the journal brings the movements back.
create function open_need() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare batch text := current_setting('app.batch', true);
begin
	if is_bulk_load() or current_setting('app.undo', true) = 'on' then return null; end if;
	-- No part of the batch: it goes with the need, and stays with a need that others have worked on.
	perform set_config('app.batch', '', true);
	insert into need_movement (id, region_code, labour_need_id, kind, quantity, occurred_on, recorded_by, is_first)
	select named_id('need_movement opened ' || n.id), n.region_code, n.id, 'opened', n.posts, n.recorded_on, asking_person(), true from touched n;
	perform set_config('app.batch', coalesce(batch, ''), true);
	return null;
end $$;
create trigger opening_insert after insert on labour_need referencing new table as touched for each statement execute function open_need();

-- Its day is the need's, or that of the first post taken from it when that came before.
create function date_opening() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare batch text := current_setting('app.batch', true);
begin
	if is_bulk_load() then return null; end if;
	perform set_config('app.batch', '', true);
	update need_movement f set occurred_on = d.day from (select least(new.recorded_on, min(occurred_on)) as day from need_movement where labour_need_id = new.id and not is_first) d
		where f.labour_need_id = new.id and f.is_first and f.occurred_on <> d.day;
	perform set_config('app.batch', coalesce(batch, ''), true);
	return null;
end $$;
create trigger c_opening after update of recorded_on on labour_need for each row when (old.recorded_on <> new.recorded_on) execute function date_opening();
revoke execute on function keep_need_sums(), hold_need_sums(), open_need(), date_opening() from public;
grant execute on function may_write_need_movement(jsonb) to jalon_app;

-- ── Housing: offered with the post, not offered, to be found ──
alter table labour_need add column housing text;
insert into journal_column (entity, name, absent) values ('labour_need', 'housing', 'null');
insert into term (vocabulary, code, label_fr, label_en, position) values
	('needHousing', 'offered', 'Offert', 'Offered', 0),
	('needHousing', 'toFind', 'À trouver', 'To be found', 1),
	('needHousing', 'none', 'Non offert', 'Not offered', 2);

-- ── What a need is measured by, on its day: the wage from which it is « high » (programme of temporary foreign workers), the occupations of simplified processing (domain §1.4) ──
-- Dated data that a manager keeps up, with its source; `is_validated`: somebody has read it in the official text.
create table wage_threshold (
	id uuid primary key, region_code text not null references region, valid_from date not null, cents int not null check (cents between 1 and 10000000), source text not null,
	is_validated boolean not null default false, version int not null default 1, recorded_at timestamptz not null default now(), unique (region_code, valid_from)
);
create table simplified_list (
	id uuid primary key, region_code text not null references region, valid_from date not null, occupation_codes text[] not null check (cardinality(occupation_codes) > 0), source text not null,
	is_validated boolean not null default false, version int not null default 1, recorded_at timestamptz not null default now(), unique (region_code, valid_from)
);
insert into wage_threshold (id, region_code, valid_from, cents, source, recorded_at)
	select named_id('wage_threshold ' || r.code || ' ' || t.day), r.code, t.day::date, t.cents, t.source, '2019-08-28 12:00+00' from region r cross join (values
	('2021-11-01', 2308, 'Le Devoir, novembre 2021'),
	('2024-04-02', 2747, 'Salaire médian du Québec au 2 avril 2024 (auray.com)'),
	('2024-11-08', 3296, 'Salaire médian majoré de 20 %')) t (day, cents, source);
-- An excerpt: the occupations that the press named of the list of spring 2022.
insert into simplified_list (id, region_code, valid_from, occupation_codes, source, recorded_at)
	select named_id('simplified_list ' || r.code || ' 2022-05-24'), r.code, '2022-05-24', array['63202', '73300', '94140', '94141'], 'Extrait : Journal de Montréal, 1er avril 2022', '2019-08-28 12:00+00' from region r;

insert into journal_entity (name, position, root) values ('wage_threshold', 195, 'id'), ('simplified_list', 196, 'id');
insert into table_access (name, access) values ('wage_threshold', 'people'), ('simplified_list', 'people');
do $$ declare name text; begin
	foreach name in array array['wage_threshold', 'simplified_list'] loop
		execute format('create trigger a_stamp before insert or update on %I for each row execute function stamp()', name);
		execute format('create trigger journal_insert after insert on %I referencing new table as after_rows for each statement execute function journal(''id'')', name);
		execute format('create trigger journal_update after update on %I referencing old table as before_rows new table as after_rows for each statement execute function journal(''id'')', name);
		execute format('create trigger journal_delete after delete on %I referencing old table as before_rows for each statement execute function journal(''id'')', name);
		perform write_known_at(name);
		execute format('alter table %I enable row level security', name);
		execute format('alter table %I force row level security', name);
		execute format('create policy house on %I to %I using (true) with check (true)', name, current_user);
		execute format('grant select, insert, update, delete on %I to jalon_app', name);
		execute format('create policy reading on %I for select to jalon_app using (region_code = (select field_region()))', name);
		execute format('create policy adding on %I for insert to jalon_app with check (region_code = (select asking_region()) and (select asking_role()) = ''manager'')', name);
		execute format('create policy changing on %I for update to jalon_app using (region_code = (select asking_region()) and (select asking_role()) = ''manager'') with check (region_code = (select asking_region()))', name);
		execute format('create policy removing on %I for delete to jalon_app using (region_code = (select asking_region()) and (select asking_role()) = ''manager'')', name);
	end loop;
end $$;
