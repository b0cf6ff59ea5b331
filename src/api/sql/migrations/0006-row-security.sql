-- The same rights, a second time, under the API: the role that serves owns nothing, and every table is shut until a policy opens it.
-- Who asks is said by asCaller() in the settings app.person, app.region and app.role; a statement outside of it reads nothing of the field.

do $$ begin
	create role jalon_app nologin;
exception when duplicate_object or unique_violation then null; -- several databases of one cluster share it
end $$;
do $$ begin execute format('grant jalon_app to %I', current_user); end $$;
grant usage on schema public to jalon_app;

create function asking_region() returns text language sql stable parallel safe as $$ select coalesce(current_setting('app.region', true), '') $$;
create function asking_role() returns text language sql stable parallel safe as $$ select coalesce(current_setting('app.role', true), '') $$;
create function asking_person() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.person', true), '')::uuid $$;

-- An employer that moved to another region is still named by what the former one wrote: read there, never written.
create table employer_past_region (employer_id uuid not null references employer on delete cascade, region_code text not null references region, primary key (employer_id, region_code));
create function keep_past_region() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
	insert into employer_past_region values (old.id, old.region_code) on conflict do nothing;
	return null;
end $$;
create trigger past_region after update of region_code on employer for each row when (old.region_code is distinct from new.region_code) execute function keep_past_region();

-- How each table is opened: the test of the house finds the table that nobody opened or that nobody shut.
--   field: the region's counsellors and managers read and write · history: they read and add, nobody rewrites · model: kept by triggers, read only
create table table_access (name text primary key, access text not null check (access in ('field', 'history', 'model', 'people', 'journal', 'reference', 'book')));
insert into table_access (name, access) values
	('employer', 'field'), ('establishment', 'field'), ('contact', 'field'), ('support_case', 'field'), ('visit', 'field'), ('visit_employer', 'field'), ('visit_adviser', 'field'),
	('labour_need', 'field'), ('follow_up', 'field'), ('tool_use', 'field'), ('partner', 'field'), ('agreement', 'field'), ('agreement_slice', 'field'), ('local_action', 'field'),
	('stage_change', 'history'), ('case_evidence', 'history'), ('visit_addendum', 'history'),
	('employer_summary', 'model'), ('support_case_summary', 'model'), ('list_total', 'model'), ('employer_past_region', 'model'),
	('person', 'people'), ('service_point', 'people'), ('revision', 'journal'), ('redaction', 'journal'), ('account_event', 'journal'),
	('region', 'reference'), ('mrc', 'reference'), ('mrc_region', 'reference'), ('municipality', 'reference'), ('sector', 'reference'), ('occupation', 'reference'), ('term', 'reference'),
	('case_stage', 'reference'), ('stage_criterion', 'reference'), ('journal_entity', 'reference'), ('journal_column', 'reference'), ('table_access', 'reference'),
	-- Read before anybody is known (a session is found by its secret, an attempt is counted for whoever makes it); then, one's own.
	('session', 'book'), ('account', 'book'), ('sign_in_attempt', 'book'), ('idempotency_key', 'book');

do $$
declare
	item record;
	list jsonb;
	mine constant text := 'region_code = (select asking_region())';
	counsellor constant text := '(select asking_role()) in (''advisor'', ''recruitmentAdvisor'', ''manager'')';
begin
	select jsonb_agg(to_jsonb(t)) into list from table_access t;
	for item in select entry ->> 'name' as name, entry ->> 'access' as access from jsonb_array_elements(list) entry loop
		execute format('alter table %I enable row level security', item.name);
		execute format('alter table %I force row level security', item.name);
		-- Whoever owns the tables keeps them up: migrations, triggers, backups.
		execute format('create policy house on %I to current_user using (true) with check (true)', item.name);
		execute format('grant select on %I to jalon_app', item.name);
		case item.access
		when 'field' then
			execute format('grant insert, update, delete on %I to jalon_app', item.name);
			execute format('create policy region on %I to jalon_app using (%s and %s) with check (%s and %s)', item.name, mine, counsellor, mine, counsellor);
		when 'history' then
			-- Deleted by the undoing of a batch only: the append-only trigger sees to it.
			execute format('grant insert, delete on %I to jalon_app', item.name);
			execute format('create policy region on %I to jalon_app using (%s and %s) with check (%s and %s)', item.name, mine, counsellor, mine, counsellor);
		when 'model' then
			execute format('create policy region on %I for select to jalon_app using (%s and %s)', item.name, mine, counsellor);
		when 'people' then
			execute format('grant insert, update on %I to jalon_app', item.name);
			-- Before anybody is known, one must be found; then, one's own region only.
			execute format('create policy reading on %I for select to jalon_app using (%s or (select asking_person()) is null)', item.name, mine);
			execute format('create policy adding on %I for insert to jalon_app with check (%s and (select asking_role()) = ''administrator'')', item.name, mine);
			execute format('create policy changing on %I for update to jalon_app using (%s and (select asking_role()) = ''administrator'') with check (%s)', item.name, mine, mine);
		when 'reference' then
			execute format('create policy everyone on %I for select to jalon_app using (true)', item.name);
		when 'book' then
			execute format('grant insert, update, delete on %I to jalon_app', item.name);
		else null;
		end case;
	end loop;
end $$;

create policy former_region on employer_summary for select to jalon_app using (
	(select asking_role()) in ('advisor', 'recruitmentAdvisor', 'manager') and employer_id in (select p.employer_id from employer_past_region p where p.region_code = (select asking_region())));

-- Of whose records the history is read by whom: api/rules/history.ts says the same, and a test compares them.
create function may_read_journal(entity text) returns boolean language sql stable as $$
	select case when entity in ('person', 'service_point') then asking_role() in ('administrator', 'auditor') else asking_role() in ('advisor', 'recruitmentAdvisor', 'manager', 'auditor') end
$$;
create policy reading on revision for select to jalon_app using (
	(region_before = (select asking_region()) or region_after = (select asking_region())) and may_read_journal(entity));

-- The latest version of a record is the row that stands: it is read as the journal is, by who verifies too.
create function standing_rows(wanted text, ids uuid[]) returns table (id uuid, image jsonb) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
	if not may_read_journal(wanted) or not exists (select from journal_entity e where e.name = wanted) then return; end if;
	return query execute format('select t.id, to_jsonb(t) from %I t where t.id = any($1) and t.region_code = $2', wanted) using ids, asking_region();
end $$;

-- Where the journal stands, whoever wrote last.
create function journal_tip() returns bigint language sql stable security definer set search_path = public, pg_temp as $$ select coalesce(max(seq), 0) from revision $$;

create policy reading on redaction for select to jalon_app using (region_code = (select asking_region()) and (select asking_role()) in ('manager', 'auditor'));
create policy adding on redaction for insert to jalon_app with check (region_code = (select asking_region()) and (select asking_role()) = 'manager');
grant insert on redaction to jalon_app;
create policy own on idempotency_key to jalon_app using (person_id = (select asking_person())) with check (person_id = (select asking_person()));
create policy own on session to jalon_app using ((select asking_person()) is null or person_id = (select asking_person()) or (select asking_role()) = 'administrator');
create policy own on account to jalon_app using ((select asking_person()) is null or (select asking_role()) = 'administrator');
create policy everyone on sign_in_attempt to jalon_app using (true) with check (true);

create policy reading on account_event for select to jalon_app using (region_code = (select asking_region()) and (select asking_role()) in ('administrator', 'auditor'));
create policy adding on account_event for insert to jalon_app with check (region_code = (select asking_region()) or (select asking_person()) is null);
grant insert on account_event to jalon_app;

-- What the house keeps up by itself is not the caller's doing.
alter function refresh_employer_summary(uuid[]) security definer set search_path = public, pg_temp;
alter function touch_employer_summary() security definer set search_path = public, pg_temp;
alter function count_list_rows() security definer set search_path = public, pg_temp;
revoke execute on function refresh_employer_summary(uuid[]), recount_list(text), journal_loaded() from public;

-- ── Whose record it is: the rule of api/rules/permissions.ts, said again where no code passes by; a test compares the two on every combination ──
create function may_write_employer(employer_region text, advisor uuid) returns boolean language sql stable as $$
	select employer_region = asking_region() and (asking_role() = 'manager' or (asking_role() in ('advisor', 'recruitmentAdvisor') and (advisor is null or advisor = asking_person())))
$$;
create function may_write_case(case_region text, advisor uuid, employer_advisor uuid) returns boolean language sql stable as $$
	select may_write_employer(case_region, advisor) or may_write_employer(case_region, employer_advisor)
$$;
create function may_write_visit(visit_region text, advisers uuid[], is_here boolean) returns boolean language sql stable as $$
	select visit_region = asking_region() and is_here and (asking_role() = 'manager' or (asking_role() in ('advisor', 'recruitmentAdvisor') and asking_person() = any(advisers)))
$$;
create function may_write_follow_up(record_region text, owner uuid, employer_advisor uuid) returns boolean language sql stable as $$
	select may_write_employer(record_region, employer_advisor) or (record_region = asking_region() and asking_role() in ('advisor', 'recruitmentAdvisor') and owner = asking_person())
$$;

-- One of its employers is still of the region; a visit that is being written has none yet.
create function visit_is_here(wanted uuid) returns boolean language sql stable as $$
	select not exists (select from visit_employer p where p.visit_id = wanted)
		or exists (select from visit_employer p join employer e on e.id = p.employer_id where p.visit_id = wanted and e.region_code = asking_region())
$$;

-- May the caller write this row, as it stands or as it would be? `added`: it is new here, or comes from elsewhere (another employer, visit, case or region).
-- An employer or a case of another region is not seen by the caller, and nothing is written there. A table without a line here is written by nobody.
create function may_write_row(wanted text, r jsonb, added boolean) returns boolean language plpgsql stable as $$
declare
	region text := r ->> 'region_code';
	home employer; trip visit; own_case support_case; by_employer boolean; by_visit boolean;
begin
	if wanted = 'employer' then return added or may_write_employer(region, (r ->> 'advisor_id')::uuid); end if;
	if r ? 'support_case_id' and r ->> 'support_case_id' is not null then
		select * into own_case from support_case c where c.id = (r ->> 'support_case_id')::uuid;
		if own_case.id is null then return false; end if;
	end if;
	if r ? 'employer_id' or wanted in ('stage_change', 'case_evidence') then
		select * into home from employer e where e.id = coalesce((r ->> 'employer_id')::uuid, own_case.employer_id);
		if home.id is null then return false; end if;
		by_employer := may_write_employer(home.region_code, home.advisor_id);
	end if;
	if wanted in ('visit', 'visit_employer', 'visit_adviser', 'visit_addendum') or r ->> 'visit_id' is not null then
		if wanted = 'visit' and added then return region = asking_region(); end if;
		select * into trip from visit v where v.id = case wanted when 'visit' then (r ->> 'id')::uuid else (r ->> 'visit_id')::uuid end;
		by_visit := may_write_visit(trip.region_code, (select array_agg(a.person_id) from visit_adviser a where a.visit_id = trip.id), visit_is_here(trip.id));
	end if;
	return case wanted
		when 'contact' then by_employer
		-- The first one comes with its employer, whoever it is entrusted to.
		when 'establishment' then by_employer or (added and not exists (select from establishment s where s.employer_id = home.id))
		when 'support_case' then case when added then by_employer else may_write_case(region, (r ->> 'advisor_id')::uuid, home.advisor_id) end
		when 'stage_change' then may_write_case(own_case.region_code, own_case.advisor_id, home.advisor_id)
		when 'case_evidence' then may_write_case(own_case.region_code, own_case.advisor_id, home.advisor_id)
		when 'visit' then by_visit
		when 'visit_employer' then by_visit
		when 'visit_adviser' then by_visit
		when 'visit_addendum' then by_visit
		-- A report writes its own lines, whoever the employer is entrusted to.
		when 'labour_need' then by_employer or by_visit
		when 'tool_use' then by_employer or by_visit
		when 'follow_up' then may_write_follow_up(region, (r ->> 'owner_id')::uuid, home.advisor_id) or by_visit
		else false end;
end $$;

-- Before a row is written: a policy would hide it from « for update », and « forbidden » would read « not found ».
create function guard_owner() returns trigger language plpgsql as $$
declare
	was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end; becomes jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
	moves boolean := tg_op = 'INSERT' or (tg_op = 'UPDATE' and exists (
		select from unnest(array['region_code', 'employer_id', 'visit_id', 'support_case_id']) part where was -> part is distinct from becomes -> part));
begin
	-- The taking back of what one wrote, which its own rule has let in.
	if current_setting('app.undo', true) = 'on' then return coalesce(new, old); end if;
	if not coalesce(was is null or may_write_row(tg_table_name, was, false), false) or not coalesce(not moves or may_write_row(tg_table_name, becomes, true), false) then
		raise exception 'row of somebody else in %', tg_table_name using errcode = 'JR003';
	end if;
	return coalesce(new, old);
end $$;

-- The advisers of a visit come together: of a new one, they are judged once all are there.
create function guard_advisers() returns trigger language plpgsql as $$ begin
	if current_setting('app.undo', true) is distinct from 'on' and exists (select from (select visit_id, array_agg(person_id) as people from added group by 1) n
		where not coalesce(may_write_visit((select v.region_code from visit v where v.id = n.visit_id),
			coalesce((select array_agg(a.person_id) from visit_adviser a where a.visit_id = n.visit_id and a.person_id <> all(n.people)), n.people), visit_is_here(n.visit_id)), false)) then
		raise exception 'row of somebody else in %', tg_table_name using errcode = 'JR003';
	end if;
	return null;
end $$;

-- Nobody raises themselves, nor lets themselves in again.
create function guard_self() returns trigger language plpgsql as $$ begin
	if old.id = asking_person() and (new.role, new.disabled_at, new.region_code, new.valid_to) is distinct from (old.role, old.disabled_at, old.region_code, old.valid_to) then
		raise exception 'one''s own rights are somebody else''s to change' using errcode = 'JR003';
	end if;
	return new;
end $$;

-- What the house itself writes (a load, a restore, what triggers keep) is not the caller's doing. What is only added is kept from rewriting by « append_only ».
do $$ declare item record; begin
	for item in select name, case access when 'history' then 'insert' when 'field' then case name when 'visit_adviser' then 'update or delete' else 'insert or update or delete' end end as events
		from table_access where access in ('field', 'history') loop
		execute format('create trigger b_guard before %s on %I for each row when (current_user = ''jalon_app'') execute function guard_owner()', item.events, item.name);
	end loop;
end $$;
create trigger b_guard_added after insert on visit_adviser referencing new table as added for each statement when (current_user = 'jalon_app') execute function guard_advisers();
create trigger b_guard before update on person for each row when (current_user = 'jalon_app') execute function guard_self();

-- ── Searching under row security: a LIKE is not trusted to run before the policy, so the trigram index would not serve ──
create function search_employers(patterns text[]) returns setof uuid language plpgsql stable security definer rows 25 set search_path = public, pg_temp as $$
begin
	-- One condition a word, each on the index; the region is the caller's, here too, with the employers it used to have.
	return query execute (select 'select s.employer_id from employer_summary s where (s.region_code = $1 or s.employer_id in (select p.employer_id from employer_past_region p where p.region_code = $1)) and ' || string_agg(format('s.search like %L', pattern), ' and ') from unnest(patterns) pattern)
		using asking_region();
end $$;

-- A document without what must be forgotten: the fields of the record, wherever it is quoted, and its names where a report typed them.
create function blanked(doc jsonb, wanted_id uuid, fields text[], names text[], tombstone text) returns jsonb language plpgsql immutable set search_path = public, pg_temp as $$ begin
	return case jsonb_typeof(doc)
		when 'array' then (select coalesce(jsonb_agg(blanked(item, wanted_id, fields, names, tombstone) order by place), '[]') from jsonb_array_elements(doc) with ordinality t (item, place))
		when 'object' then (select coalesce(jsonb_object_agg(key, case
			when doc ->> 'id' = wanted_id::text and key = any(fields) and item <> 'null' then case key when 'name' then to_jsonb(tombstone) else 'null' end
			when key = 'contactName' and fold(item #>> '{}') = any(names) then to_jsonb(tombstone)
			else blanked(item, wanted_id, fields, names, tombstone) end), '{}') from jsonb_each(doc) t (key, item))
		else doc end;
end $$;

-- Blanking is the one rewriting: asked by a manager, for a contact of the region, standing or gone. `fields` bear the names of the columns.
-- What quotes it is blanked too: a report that named the person as who will follow up, the answers kept for a retry.
create function redact_revisions(wanted_entity text, wanted_id uuid, fields text[], tombstone text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	touched int; quoting int; names text[] := '{}'; visits uuid[]; pattern text := '%"contactName"%';
	-- Images written before a column changed its name hold it under the former one.
	columns text[] := fields || array(select f from journal_column c, unnest(c.former) f where c.entity = wanted_entity and c.name = any(fields));
	camel text[] := array(select (select string_agg(case place when 1 then part else initcap(part) end, '' order by place) from regexp_split_to_table(f, '_') with ordinality t (part, place)) from unnest(fields) f);
	employers uuid[] := array(select distinct r.root_id from revision r where r.entity = wanted_entity and r.entity_id = wanted_id);
begin
	if asking_role() <> 'manager' or wanted_entity <> 'contact'
		or not exists (select from revision r where r.entity = wanted_entity and r.entity_id = wanted_id and asking_region() in (r.region_before, r.region_after)) then
		raise exception 'a redaction is ordered by a manager of the region' using errcode = '42501';
	end if;
	if 'name' = any(fields) then
		names := array(select distinct fold(r.before ->> 'name') from revision r where r.entity = wanted_entity and r.entity_id = wanted_id and r.before ->> 'name' <> tombstone);
	end if;
	-- Of the employer only: a namesake elsewhere is somebody else.
	if cardinality(names) > 0 then
		visits := array(select p.visit_id from visit_employer p where p.employer_id = any(employers)
			union select r.root_id from revision r where r.entity = 'visit_employer' and r.before is not null and r.before ->> 'employer_id' = any(employers::text[]));
	end if;
	update visit v set report = blanked(v.report, wanted_id, camel, names, tombstone) where v.id = any(visits) and v.report::text like pattern and blanked(v.report, wanted_id, camel, names, tombstone) is distinct from v.report;
	perform set_config('app.redaction', 'on', true);
	update revision r set before = r.before || (select jsonb_object_agg(field, tombstone) from unnest(columns) field where r.before ->> field is not null)
	where r.entity = wanted_entity and r.entity_id = wanted_id and exists (select from unnest(columns) field where r.before ->> field is not null);
	get diagnostics touched = row_count;
	update revision r set before = blanked(r.before, wanted_id, camel, names, tombstone)
	where r.entity = 'visit' and r.entity_id = any(visits) and r.before ->> 'report' like pattern
		and blanked(r.before, wanted_id, camel, names, tombstone) is distinct from r.before;
	get diagnostics quoting = row_count;
	perform set_config('app.redaction', 'off', true);
	update idempotency_key k set body = blanked(k.body, wanted_id, camel, names, tombstone)
	where k.body::text like '%' || wanted_id || '%' or (k.body::text like pattern and k.body #>> '{output,id}' = any(visits::text[]));
	return touched + quoting;
end $$;
