-- The past is never lost: one append-only journal of before-images, written by trigger, in which history, undo, conflicts and live changes read.
-- A row carries its version and the instant it was recorded; the journal keeps what it was before, and during which period it was so.

-- What is journaled, parents before children; `root` is the column that names the record whose history shows the row.
create table journal_entity (name text primary key, position int not null unique, root text not null);
insert into journal_entity (name, position, root) values
	('service_point', 1, 'id'), ('person', 2, 'id'), ('employer', 3, 'id'), ('establishment', 4, 'employer_id'), ('contact', 5, 'employer_id'),
	('support_case', 6, 'id'), ('stage_change', 7, 'support_case_id'), ('case_evidence', 8, 'support_case_id'),
	('visit', 9, 'id'), ('visit_employer', 10, 'visit_id'), ('visit_adviser', 11, 'visit_id'), ('visit_addendum', 12, 'visit_id'),
	('labour_need', 13, 'id'), ('follow_up', 14, 'id'), ('tool_use', 15, 'id'),
	('partner', 16, 'id'), ('agreement', 17, 'id'), ('agreement_slice', 18, 'agreement_id'), ('local_action', 19, 'agreement_id');

alter table visit_employer add column id uuid not null default gen_random_uuid() unique;
alter table visit_adviser add column id uuid not null default gen_random_uuid() unique;
alter table agreement_slice add column id uuid not null default gen_random_uuid() unique;

-- A migration that adds or renames a column of a recorded table says here how the images written before it are read: under which former names the value
-- is found, or what stood for it when there was no such column. Dropping asks nothing: what was written stays readable. A name never serves two meanings.
create table journal_column (entity text not null references journal_entity, name text not null, former text[] not null default '{}', absent jsonb, primary key (entity, name));
create function image_now(of_entity text, image jsonb) returns jsonb language sql stable as $$
	select (image || coalesce((select jsonb_object_agg(c.name, coalesce((select image -> f from unnest(c.former) f where image ? f limit 1), c.absent)) from journal_column c where c.entity = of_entity and not image ? c.name), '{}'))
		- coalesce((select array_agg(f) from journal_column c, unnest(c.former) f where c.entity = of_entity), '{}')
$$;

-- The fields in which two images differ; the blocks of a report one by one. Nothing and absent are the same.
create function changed_fields(before jsonb, after jsonb) returns text[] language sql immutable as $$
	with images as (select coalesce(before, '{}') as b, coalesce(after, '{}') as a)
	select coalesce(array_agg(field), '{}') from (
		select k as field from images, lateral (select jsonb_object_keys(b) union select jsonb_object_keys(a)) keys (k) where k <> 'report' and b ->> k is distinct from a ->> k
		union all select 'report.' || k from images, lateral (select jsonb_object_keys(case jsonb_typeof(b -> 'report') when 'object' then b -> 'report' else '{}' end) union select jsonb_object_keys(case jsonb_typeof(a -> 'report') when 'object' then a -> 'report' else '{}' end)) keys (k)
			where b -> 'report' ->> k is distinct from a -> 'report' ->> k) found
$$;

-- seq is taken under the writers' lock: its order is the order of commits, and a reader of « since » skips nothing.
create table revision (
	seq bigint generated always as identity primary key, entity text not null, entity_id uuid not null, root_id uuid not null, version int not null,
	op char(1) not null check (op in ('i', 'u', 'd')), before jsonb, recorded_from timestamptz, recorded_at timestamptz not null,
	actor uuid, request_id uuid, batch_id uuid, region_before text, region_after text,
	check ((op = 'i') = (before is null)), check (recorded_from <= recorded_at)
);
-- Identifiers are made by clients: a line that bears the id of an employer must not take its versions.
create unique index revision_version on revision (entity, entity_id, version);
create index revision_superseded on revision (entity, recorded_at, recorded_from) where before is not null;
create index revision_root on revision (root_id, seq);
create index revision_batch on revision (batch_id, entity_id, version) where batch_id is not null;

-- Every transaction that writes begins here. One writer at a time; the clock is the API's, and never goes back: two periods of one row never overlap.
create function journal_begin(actor uuid, request uuid, batch uuid, at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$ begin
	-- A snapshot older than the lock would not see what the writer before us wrote.
	if current_setting('transaction_isolation') <> 'read committed' then raise exception 'the journal is written in read committed' using errcode = 'JR005'; end if;
	perform pg_advisory_xact_lock(7240);
	perform set_config('app.actor', coalesce(actor::text, ''), true), set_config('app.request', coalesce(request::text, ''), true), set_config('app.batch', coalesce(batch::text, ''), true),
		set_config('app.recorded_at', greatest(at, (select recorded_at + interval '1 microsecond' from revision order by seq desc limit 1))::text, true);
end $$;

-- « Now », as an instant that is final: it waits for whoever is writing, and whatever is written after is recorded after. A bare clock is neither.
create function journal_instant() returns timestamptz language plpgsql security definer set search_path = public, pg_temp as $$ begin
	perform pg_advisory_xact_lock_shared(7240);
	return coalesce((select recorded_at from revision order by seq desc limit 1), now());
end $$;

-- A set-based load writes no journal of its own; never what the serving role writes, whatever it sets (0006-row-security.sql).
create function is_bulk_load() returns boolean language sql stable as $$ select coalesce(current_setting('app.bulk', true) = 'on' and current_setting('role', true) <> 'jalon_app', false) $$;

-- Reads the whole journal, whatever the caller may see of it: a record that comes back goes on counting its versions.
create function stamp() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare at timestamptz := nullif(current_setting('app.recorded_at', true), '');
begin
	if is_bulk_load() then return new; end if;
	if at is null then raise exception 'a write outside journal_begin()' using errcode = 'JR001'; end if;
	if tg_op = 'INSERT' then
		-- A name is compared byte by byte, an index of text is not: without its collation the journal would be read whole.
		new.version := 1 + coalesce((select max(version) from revision where entity = tg_table_name::text collate "default" and entity_id = new.id), 0);
	else
		if new.id is distinct from old.id then raise exception 'an id never changes' using errcode = 'JR002'; end if;
		new.version := old.version + 1;
	end if;
	-- A row loaded by a clock that ran ahead keeps its periods in order.
	new.recorded_at := case tg_op when 'INSERT' then at else greatest(at, old.recorded_at) end;
	return new;
end $$;

-- One statement, one write in the journal. The first argument is the column of the root.
create function journal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
	at timestamptz := nullif(current_setting('app.recorded_at', true), '');
	actor uuid := nullif(current_setting('app.actor', true), '');
	request uuid := nullif(current_setting('app.request', true), '');
	batch uuid := nullif(current_setting('app.batch', true), '');
begin
	if is_bulk_load() then return null; end if;
	if at is null then raise exception 'a write outside journal_begin()' using errcode = 'JR001'; end if;
	-- Woken, not told: who listens learns the region, and reads the journal with their own rights. One of a kind per transaction, at its commit.
	if tg_op = 'INSERT' then
		perform pg_notify('jalon_changes', region_code) from (select distinct region_code from after_rows) touched;
		insert into revision (entity, entity_id, root_id, version, op, recorded_at, actor, request_id, batch_id, region_after)
		select tg_table_name, n.id, case tg_argv[0] when 'id' then n.id else (to_jsonb(n) ->> tg_argv[0])::uuid end, n.version, 'i', at, actor, request, batch, n.region_code from after_rows n;
	elsif tg_op = 'UPDATE' then
		perform pg_notify('jalon_changes', region_code) from (select region_code from before_rows union select region_code from after_rows) touched;
		insert into revision (entity, entity_id, root_id, version, op, before, recorded_from, recorded_at, actor, request_id, batch_id, region_before, region_after)
		select tg_table_name, o.id, case tg_argv[0] when 'id' then o.id else (to_jsonb(o) ->> tg_argv[0])::uuid end, n.version, 'u', to_jsonb(o), o.recorded_at, n.recorded_at, actor, request, batch, o.region_code, n.region_code
		from before_rows o join after_rows n using (id);
	else
		perform pg_notify('jalon_changes', region_code) from (select distinct region_code from before_rows) touched;
		insert into revision (entity, entity_id, root_id, version, op, before, recorded_from, recorded_at, actor, request_id, batch_id, region_before)
		select tg_table_name, o.id, case tg_argv[0] when 'id' then o.id else (to_jsonb(o) ->> tg_argv[0])::uuid end, o.version + 1, 'd', to_jsonb(o), o.recorded_at, greatest(at, o.recorded_at), actor, request, batch, o.region_code
		from before_rows o;
	end if;
	return null;
end $$;

-- Nobody rewrites the journal, but a redaction ordered by law (A-2.1, art. 73), which blanks what it names and nothing else.
create function keep_journal() returns trigger language plpgsql as $$ begin
	if tg_op = 'UPDATE' and current_setting('app.redaction', true) = 'on' then return null; end if;
	raise exception 'the journal is append-only' using errcode = 'JA001';
end $$;
create trigger append_only before update or delete or truncate on revision for each statement execute function keep_journal();

-- What the field appends only may still be taken back with the whole batch that wrote it: the journal keeps it.
create or replace function refuse_rewriting() returns trigger language plpgsql as $$ begin
	if tg_op = 'DELETE' and current_setting('app.undo', true) = 'on' then return old; end if;
	raise exception 'append-only table %', tg_table_name using errcode = 'JA001';
end $$;

-- The rows as they were known at K: those recorded since are replaced by what the journal says they were.
create function write_known_at(of_entity text) returns void language plpgsql as $$ begin
	execute format($f$create or replace function %1$I(k timestamptz) returns setof %2$I language sql stable as $q$
		select t.* from %2$I t where t.recorded_at <= k
		union all select p.* from revision r cross join lateral jsonb_populate_record(null::%2$I, %3$s) p
		where r.entity = %2$L and r.before is not null and r.recorded_at > k and r.recorded_from <= k $q$ $f$, of_entity || '_known_at', of_entity,
		case when exists (select from journal_column c where c.entity = of_entity) then format('image_now(%L, r.before)', of_entity) else 'r.before' end);
end $$;
create function follow_columns() returns trigger language plpgsql as $$ begin
	perform write_known_at(coalesce(new.entity, old.entity));
	return null;
end $$;
create trigger follow_columns after insert or update or delete on journal_column for each row execute function follow_columns();

do $$ declare entity record; begin
	for entity in select name, root from journal_entity order by position loop
		execute format('alter table %I add column if not exists version int not null default 1, add column recorded_at timestamptz not null default now()', entity.name);
		execute format('create trigger a_stamp before insert or update on %I for each row execute function stamp()', entity.name);
		execute format('create trigger journal_insert after insert on %I referencing new table as after_rows for each statement execute function journal(%L)', entity.name, entity.root);
		execute format('create trigger journal_update after update on %I referencing old table as before_rows new table as after_rows for each statement execute function journal(%L)', entity.name, entity.root);
		execute format('create trigger journal_delete after delete on %I referencing old table as before_rows for each statement execute function journal(%L)', entity.name, entity.root);
		perform write_known_at(entity.name);
	end loop;
end $$;

-- A set-based load (app.bulk) writes its rows with the instants they pretend to; their first revision follows, in the order of time.
create function journal_loaded() returns void language plpgsql as $$
declare parts text;
begin
	-- Whoever the row itself names as its author wrote it; of the others, the house says that it took them over.
	select string_agg(format('select %L::text as entity, id, %I as root, version, recorded_at, %s as actor, region_code from %I t where not exists (select from revision r where r.entity = %L and r.entity_id = t.id)',
		e.name, root, coalesce(author.attname, 'null::uuid'), e.name, e.name), ' union all ') into parts
	from journal_entity e left join pg_attribute author on author.attrelid = e.name::regclass and author.attname in ('created_by', 'moved_by', 'recorded_by', 'written_by');
	execute 'insert into revision (entity, entity_id, root_id, version, op, recorded_at, actor, region_after) select entity, id, root, version, ''i'', recorded_at, actor, region_code from (' || parts || ') loaded order by recorded_at, entity, id';
end $$;

-- How much a batch wrote, whoever may see it.
create function batch_size(batch uuid) returns bigint language sql stable security definer set search_path = public, pg_temp as $$ select count(*) from revision r where r.batch_id = batch $$;

-- Takes back everything a batch wrote. What somebody changed since is left and said; `whole` sees an edit made between two writes of the batch.
create function undo_batch(batch uuid) returns table (entity text, entity_id uuid, outcome text) language plpgsql as $$
declare
	part record; columns text; plan jsonb := '[]'; found jsonb;
begin
	-- Half of it would be undone by whoever sees half of it.
	if batch_size(batch) <> (select count(*) from revision r where r.batch_id = batch) then raise exception 'a batch of several regions' using errcode = 'JR004'; end if;
	perform set_config('app.undo', 'on', true);
	for part in select e.name from journal_entity e where e.name in (select distinct r.entity from revision r where r.batch_id = batch) loop
		execute format($q$
			select coalesce(jsonb_agg(to_jsonb(y) || jsonb_build_object('entity', %1$L)), '[]') from (
				select x.*, case when x.last_op = 'd' then c.id is null and not exists (select from revision r where r.entity = %1$L and r.entity_id = x.id and r.version > x.last_version) else coalesce(c.version = x.last_version, false) end and x.whole as ok
				from (select r.entity_id as id, (array_agg(r.op order by r.version))[1] as first_op, image_now(%1$L, (array_agg(r.before order by r.version))[1]) as before, max(r.version) as last_version,
					(array_agg(r.op order by r.version desc))[1] as last_op, count(*) = max(r.version) - min(r.version) + 1 as whole from revision r where r.batch_id = $1 and r.entity = %1$L group by 1) x
				left join %1$I c on c.id = x.id) y$q$, part.name) using batch into found;
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

-- ── Redaction (law A-2.1, art. 73): the certificate says what was blanked, where and by whom, never what it was ──
create table redaction (
	id uuid primary key, region_code text not null references region, entity text not null references journal_entity, entity_id uuid not null, fields text[] not null,
	reason text not null, revisions int not null, ordered_by uuid not null references person, recorded_at timestamptz not null
);
