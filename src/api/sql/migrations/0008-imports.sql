-- Imports: a file is kept in pieces, its rows are staged and checked, then written as one batch of the journal that bears the import's id.
-- Staged rows are nobody's record: they are not journaled, and are forgotten when they have served (the import itself stays).

create table import (
	id uuid primary key, seq bigint generated always as identity unique, region_code text not null references region, target text not null, file_name text not null, file_size int not null, file_hash text not null,
	format text not null check (format in ('csv', 'xlsx')),
	state text not null check (state in ('reading', 'checking', 'ready', 'applying', 'applied', 'undoing', 'undone', 'failed', 'cancelled')),
	-- Where « undoing » leads.
	undo_leads_to text check (undo_leads_to in ('undone', 'failed', 'cancelled')), check ((state = 'undoing') <= (undo_leads_to is not null)),
	created_by uuid not null references person, created_at timestamptz not null, applied_at timestamptz, ended_at timestamptz, kept_until date not null,
	-- Who asked for what is under way, with the role they had: it goes on when they have left.
	asked_by uuid not null references person, asked_role text not null,
	done int not null default 0, total int,
	reading jsonb, sheets jsonb not null default '[]', sheet int, header_row int, columns jsonb not null default '[]', fields text[] not null default '{}',
	counts jsonb not null default '{}', fault jsonb, undo jsonb, undo_batch uuid,
	-- One process at a time works on it; when the lease has run out, whoever held it is gone.
	lease_owner uuid, lease_until timestamptz, version int not null default 1
);
create index import_recent on import (region_code, seq);
create index import_twin on import (region_code, file_hash, seq);
create index import_at_work on import (lease_until) where state in ('reading', 'checking', 'applying', 'undoing');

create table import_piece (
	import_id uuid not null references import on delete cascade, position int not null, region_code text not null references region, bytes bytea not null, primary key (import_id, position)
);

-- `cells` is an array: a heading never names anything. `plan` says what is to be written, as the check found it.
create table import_row (
	id uuid primary key default gen_random_uuid(), import_id uuid not null references import on delete cascade, region_code text not null references region, row_number int not null,
	cells jsonb not null, outcome text not null default 'skip' check (outcome in ('create', 'update', 'same', 'skip', 'error')),
	choice text check (choice in ('create', 'update', 'skip')), chosen_employer uuid, name text, key_neq text, key_name text, same_as_row int, employer_id uuid,
	errors jsonb not null default '[]', matches jsonb not null default '[]', changes jsonb not null default '[]', plan jsonb, is_applied boolean not null default false
);
create unique index import_row_place on import_row (import_id, row_number);
create index import_row_outcome on import_row (import_id, outcome, row_number);
create index import_row_name on import_row (import_id, name collate "und-x-icu", id);
create index import_row_key_neq on import_row (import_id, key_neq) where key_neq is not null;
create index import_row_key_name on import_row (import_id, key_name) where key_name is not null;
create index import_row_employer on import_row (import_id, employer_id) where employer_id is not null;

insert into table_access (name, access) values ('import', 'book'), ('import_piece', 'book'), ('import_row', 'book');
do $$
declare
	name text;
	ours constant text := 'region_code = (select asking_region()) and (select asking_role()) in (''advisor'', ''recruitmentAdvisor'', ''manager'')';
begin
	foreach name in array array['import', 'import_piece', 'import_row'] loop
		execute format('alter table %I enable row level security', name);
		execute format('alter table %I force row level security', name);
		execute format('create policy house on %I to current_user using (true) with check (true)', name);
		execute format('create policy region on %I to jalon_app using (%s) with check (%s)', name, ours, ours);
		execute format('grant select, insert, update%s on %I to jalon_app', case name when 'import' then '' else ', delete' end, name);
	end loop;
end $$;

-- What nobody finishes: a process that has fallen holds no lease any more. Asked by the house, for every region.
create function imports_left(at timestamptz) returns table (id uuid, region_code text, asked_by uuid, asked_role text, state text)
language sql stable security definer set search_path = public, pg_temp as $$
	select i.id, i.region_code, i.asked_by, i.asked_role, i.state from import i
	where i.state in ('reading', 'checking', 'applying', 'undoing') and (i.lease_until is null or i.lease_until <= at) order by i.seq
$$;

-- ── Which employers a row may be ───────────────────────────────────────────
create function site_domain(address text) returns text language sql immutable parallel safe strict as $$
	select nullif(regexp_replace(regexp_replace(lower(trim(address)), '^(https?://)?(www\.)?', ''), '[/:?#\s].*$', ''), '')
$$;
create function mail_domain(address text) returns text language sql immutable parallel safe strict as $$ select lower(split_part(address, '@', 2)) $$;
create index employer_folded on employer (region_code, fold(name));
create index employer_phone on employer (region_code, phone) where phone is not null;
create index employer_site on employer (region_code, site_domain(website)) where website is not null;
create index contact_phone on contact (region_code, phone) where phone is not null;
create index contact_mail on contact (region_code, mail_domain(email)) where email is not null;

-- As the owner, for the caller's region only: under row security a folded name is not let near its index. A handful of each kind is enough to decide.
create function find_employers(wanted jsonb) returns table (row_number int, employer_id uuid, reason text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare home text := asking_region();
begin
	if asking_role() not in ('advisor', 'recruitmentAdvisor', 'manager') then return; end if;
	return query
	with w as materialized (select * from jsonb_to_recordset(wanted) as t(line int, neq text, name text, municipality text, phone text, domain text))
	select w.line, e.id, 'neq' from w join employer e on e.region_code = home and e.neq = w.neq
	union all
	select w.line, f.id, 'name' from w cross join lateral (
		select e.id from employer e where e.region_code = home and fold(e.name) = w.name
			and (w.municipality is null or exists (select from establishment s where s.employer_id = e.id and s.municipality_code = w.municipality)) limit 5) f where w.name is not null
	union all
	select w.line, f.id, 'phone' from w cross join lateral (
		(select e.id from employer e where e.region_code = home and e.phone = w.phone limit 5) union (select c.employer_id from contact c where c.region_code = home and c.phone = w.phone limit 5)) f where w.phone is not null
	union all
	select w.line, f.id, 'domain' from w cross join lateral (
		(select e.id from employer e where e.region_code = home and site_domain(e.website) = w.domain limit 5)
		union (select c.employer_id from contact c where c.region_code = home and mail_domain(c.email) = w.domain limit 5)) f where w.domain is not null;
end $$;

-- ── Undoing what nobody changed since ──────────────────────────────────────
-- The one mechanism of 0004, told of which records: those whose history is shown under these roots, or all.
create function undo_records(batch uuid, roots uuid[]) returns table (entity text, entity_id uuid, outcome text) language plpgsql as $$
declare
	part record; columns text; entities text[]; plan jsonb := '[]'; found jsonb;
	-- By its roots when they are told: the index of the batch would be read whole for each few of them (« is not distinct » keeps it away).
	within text := case when roots is null then 'r.batch_id = $1' else 'r.root_id = any($2) and r.batch_id is not distinct from $1' end;
begin
	perform set_config('app.undo', 'on', true);
	execute 'select coalesce(array_agg(distinct r.entity), ''{}'') from revision r where ' || within using batch, roots into entities;
	for part in select e.name from journal_entity e where e.name = any(entities) loop
		execute format($q$
			select coalesce(jsonb_agg(to_jsonb(y) || jsonb_build_object('entity', %1$L)), '[]') from (
				select x.*, case when x.last_op = 'd' then c.id is null and not exists (select from revision r where r.entity = %1$L and r.entity_id = x.id and r.version > x.last_version) else coalesce(c.version = x.last_version, false) end and x.whole as ok
				from (select r.entity_id as id, (array_agg(r.op order by r.version))[1] as first_op, image_now(%1$L, (array_agg(r.before order by r.version))[1]) as before, max(r.version) as last_version,
					(array_agg(r.op order by r.version desc))[1] as last_op, count(*) = max(r.version) - min(r.version) + 1 as whole from revision r where %2$s and r.entity = %1$L group by 1) x
				left join %1$I c on c.id = x.id) y$q$, part.name, within) using batch, roots into found;
		plan := plan || found;
	end loop;
	-- Children go before their parents, and come back after them.
	for part in select e.name from journal_entity e where e.name in (select item ->> 'entity' from jsonb_array_elements(plan) item where item ->> 'first_op' = 'i') order by e.position desc loop
		execute format('delete from %I c using jsonb_to_recordset($1) as s(entity text, id uuid, first_op text, last_op text, ok boolean) where s.entity = %L and s.ok and s.first_op = ''i'' and s.last_op <> ''d'' and c.id = s.id', part.name, part.name) using plan;
	end loop;
	for part in select e.name from journal_entity e where e.name in (select item ->> 'entity' from jsonb_array_elements(plan) item) order by e.position loop
		select string_agg(quote_ident(attname), ', ' order by attnum) into columns from pg_attribute
		where attrelid = part.name::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '' and attname not in ('id', 'version', 'recorded_at');
		if exists (select from jsonb_array_elements(plan) item where item ->> 'entity' = part.name and item ->> 'first_op' <> 'i' and item ->> 'last_op' = 'd') then
			execute format('insert into %1$I (id, %2$s) select p.id, %3$s from jsonb_to_recordset($1) as s(entity text, id uuid, before jsonb, first_op text, last_op text, ok boolean) cross join lateral jsonb_populate_record(null::%1$I, s.before) p where s.entity = %1$L and s.ok and s.first_op <> ''i'' and s.last_op = ''d''',
				part.name, columns, 'p.' || replace(columns, ', ', ', p.')) using plan;
		end if;
		continue when not exists (select from jsonb_array_elements(plan) item where item ->> 'entity' = part.name and item ->> 'first_op' = 'u' and item ->> 'last_op' <> 'd');
		execute format('update %1$I c set (%2$s) = (select %3$s from jsonb_populate_record(c, s.before) p) from jsonb_to_recordset($1) as s(entity text, id uuid, before jsonb, first_op text, last_op text, ok boolean) where s.entity = %1$L and s.ok and s.first_op = ''u'' and s.last_op <> ''d'' and c.id = s.id',
			part.name, columns, 'p.' || replace(columns, ', ', ', p.')) using plan;
	end loop;
	perform set_config('app.undo', 'off', true);
	return query select item ->> 'entity', (item ->> 'id')::uuid, case when (item ->> 'ok')::boolean then 'undone' else 'changedSince' end from jsonb_array_elements(plan) item;
end $$;

-- All or nothing, as before.
create or replace function undo_batch(batch uuid) returns table (entity text, entity_id uuid, outcome text) language plpgsql as $$ begin
	-- Half of it would be undone by whoever sees half of it.
	if batch_size(batch) <> (select count(*) from revision r where r.batch_id = batch) then raise exception 'a batch of several regions' using errcode = 'JR004'; end if;
	return query select * from undo_records(batch, null);
end $$;

-- What a batch wrote of a record and of its parts is taken back whole, or left whole: an employer does not come out of it half undone.
-- `changed`: somebody wrote one of them since, and is named. `inUse`: something that came after refers to it, or took its place.
create function undo_untouched(batch uuid, roots uuid[]) returns table (root_id uuid, entity text, outcome text, records int, actor uuid, recorded_at timestamptz) language plpgsql as $$
declare
	free uuid[]; one uuid; spoiled boolean;
begin
	for root_id, entity, records, actor, recorded_at in
		select m.root_id, min(case e.root when 'id' then m.entity else left(e.root, -3) end), count(*)::int, (array_agg(s.actor order by s.recorded_at desc nulls last))[1], max(s.recorded_at)
		from (select r.root_id, r.entity, r.entity_id, min(r.version) as first_version from revision r where r.root_id = any(roots) and r.batch_id is not distinct from batch group by 1, 2, 3) m
		join journal_entity e on e.name = m.entity
		left join lateral (select r.actor, r.recorded_at from revision r where r.entity = m.entity and r.entity_id = m.entity_id and r.version > m.first_version and r.batch_id is distinct from batch order by r.version desc limit 1) s on true
		group by m.root_id
	loop
		outcome := case when recorded_at is null then 'free' else 'changed' end;
		if outcome = 'free' then free := free || root_id; else return next; end if;
	end loop;
	if free is null then return; end if;
	begin
		if exists (select from undo_records(batch, free) u where u.outcome <> 'undone') then raise exception 'left' using errcode = 'JR016'; end if;
		spoiled := false;
	exception when foreign_key_violation or unique_violation or sqlstate 'JR016' then spoiled := true;
	end;
	foreach one in array free loop
		outcome := 'undone';
		if spoiled then
			begin
				if exists (select from undo_records(batch, array[one]) u where u.outcome <> 'undone') then raise exception 'left' using errcode = 'JR016'; end if;
			exception when foreign_key_violation or unique_violation or sqlstate 'JR016' then outcome := 'inUse';
			end;
		end if;
		return query select one, min(case e.root when 'id' then r.entity else left(e.root, -3) end), min(outcome), count(distinct r.entity_id)::int, null::uuid, null::timestamptz
			from revision r join journal_entity e on e.name = r.entity where r.root_id = one and r.batch_id is not distinct from batch;
	end loop;
end $$;

-- A chunk of an import touches an employer, its establishment and its contact: its summary is refreshed once for the three (app.bulk), by whoever may keep it up.
create function refresh_imported(ids uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$ select refresh_employer_summary(ids) $$;
