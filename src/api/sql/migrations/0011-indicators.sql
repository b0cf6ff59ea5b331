-- What the indicators count (domain §3). The rules that a client may still change are rows here, not code.

-- Which interactions count as support, and which of them are visits (§3.1). A kind is a mode of visit or an event of a tool; one that is not here counts for nothing.
create table interaction_kind (code text primary key, counts_as_support boolean not null, counts_as_visit boolean not null);
insert into interaction_kind (code, counts_as_support, counts_as_visit) values
	('onSite', true, true), ('office', true, true), ('video', true, true), ('phone', true, false), ('registered', true, false);

-- The deployment begins on the day it was announced; an account of the Portail is active, and a territory covered, for so many days.
create table indicator_parameter (name text primary key, day date, days int, check (num_nonnulls(day, days) = 1));
insert into indicator_parameter (name, day, days) values ('deploymentStart', '2019-08-28', null), ('portalActive', null, 90), ('coverage', null, 183);

-- Each completed visit with each employer visited, and each registration: who, when, where. Derived, so that a period of any length is one range of one index.
create table employer_interaction (
	source_id uuid not null, employer_id uuid not null references employer on delete cascade, source text not null check (source in ('visit', 'toolUse')),
	region_code text not null, kind text not null, occurred_on date not null, mrc_code text, primary key (source_id, employer_id)
);
create index employer_interaction_period on employer_interaction (region_code, occurred_on) include (kind, source, employer_id, mrc_code, source_id);
create index employer_interaction_employer on employer_interaction (employer_id, region_code, occurred_on) include (kind, source);

-- The first support that an employer received in a region since the deployment: cumulative counts, and who is new. Built again when the day or the kinds above change.
create table employer_support (employer_id uuid not null references employer on delete cascade, region_code text not null, first_on date not null, primary key (employer_id, region_code));
create index employer_support_first on employer_support (region_code, first_on) include (employer_id);

-- The signals that a completed report notes, one row a kind: a period is counted without opening its reports.
create table visit_signal (visit_id uuid not null references visit on delete cascade, code text not null, region_code text not null, occurred_on date not null, primary key (visit_id, code));
create index visit_signal_period on visit_signal (region_code, occurred_on) include (code, visit_id);

create function refresh_employer_support(ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$ begin
	delete from employer_support where employer_id = any(ids);
	insert into employer_support select i.employer_id, i.region_code, min(i.occurred_on) from employer_interaction i
		join interaction_kind k on k.code = i.kind and k.counts_as_support where i.employer_id = any(ids) and i.occurred_on >= (select day from indicator_parameter where name = 'deploymentStart') group by 1, 2;
end $$;

-- `ids` names the visits and the uses of the tools; null is all of them, which says its plan by itself.
create function write_interactions(ids uuid[]) returns uuid[] language plpgsql security definer set search_path = public, pg_temp as $$
declare employers uuid[]; within text := case when ids is null then 'true' else '%I.id = any($1)' end;
begin
	execute ('with come as (insert into employer_interaction (source_id, employer_id, source, region_code, kind, occurred_on, mrc_code)
			select v.id, p.employer_id, ''visit'', p.region_code, v.mode, v.occurred_on, p.mrc_code
			from visit v join visit_employer p on p.visit_id = v.id where v.status = ''completed'' and ' || format(within, 'v') || '
			union all
			select t.id, t.employer_id, ''toolUse'', t.region_code, t.event, t.occurred_on, s.mrc_code
			from tool_use t join interaction_kind k on k.code = t.event left join employer_summary s on s.employer_id = t.employer_id where ' || format(within, 't') || '
			returning employer_id) select array_agg(distinct employer_id) from come') into employers using ids;
	execute format('insert into visit_signal select distinct v.id, g ->> ''code'', v.region_code, v.occurred_on from visit v
		cross join lateral jsonb_array_elements(case jsonb_typeof(v.report -> ''signals'') when ''array'' then v.report -> ''signals'' else ''[]'' end) g
		where v.status = ''completed'' and g ->> ''code'' is not null and ' || within, 'v') using ids;
	return employers;
end $$;

create function refresh_interactions(ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare gone uuid[]; come uuid[];
begin
	with removed as (delete from employer_interaction where source_id = any(ids) returning employer_id) select array_agg(distinct employer_id) into gone from removed;
	delete from visit_signal where visit_id = any(ids);
	come := write_interactions(ids);
	if gone is not null or come is not null then perform refresh_employer_support(coalesce(gone, '{}') || coalesce(come, '{}')); end if;
end $$;

-- After a load that switched the triggers off.
create function rebuild_interactions() returns void language plpgsql security definer set search_path = public, pg_temp as $$ begin
	delete from employer_interaction;
	delete from employer_support;
	delete from visit_signal;
	perform write_interactions(null);
	insert into employer_support select i.employer_id, i.region_code, min(i.occurred_on) from employer_interaction i
		join interaction_kind k on k.code = i.kind and k.counts_as_support where i.occurred_on >= (select day from indicator_parameter where name = 'deploymentStart') group by 1, 2;
end $$;
revoke execute on function refresh_employer_support(uuid[]), write_interactions(uuid[]), refresh_interactions(uuid[]), rebuild_interactions() from public;
select rebuild_interactions();

create function touch_interactions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare ids uuid[];
begin
	if current_setting('app.bulk', true) = 'on' then return null; end if;
	execute format('select array_agg(distinct %I) from touched', case tg_table_name when 'visit_employer' then 'visit_id' else 'id' end) into ids;
	if ids is not null then perform refresh_interactions(ids); end if;
	return null;
end $$;
do $$ declare name text; begin
	foreach name in array array['visit', 'visit_employer', 'tool_use'] loop
		execute format('create trigger interaction_insert after insert on %I referencing new table as touched for each statement execute function touch_interactions()', name);
		execute format('create trigger interaction_update after update on %I referencing new table as touched for each statement execute function touch_interactions()', name);
		execute format('create trigger interaction_delete after delete on %I referencing old table as touched for each statement execute function touch_interactions()', name);
	end loop;
end $$;

-- A map of equal tiles, our own: each territory stands about where it is, west to east and north to south. One that is not placed is listed beside.
alter table mrc add column tile_column int, add column tile_row int, add column tile_label text;
update mrc set tile_column = place.x, tile_row = place.y, tile_label = place.label from (values
	('59', 5, 1, 'M-D'), ('53', 6, 1, 'PdS'), ('71', 1, 2, 'V-S'), ('58', 4, 2, 'Lon'), ('57', 5, 2, 'VdR'), ('54', 6, 2, 'Mas'), ('48', 7, 2, 'Act'), ('70', 2, 3, 'B-S'),
	('67', 3, 3, 'Rou'), ('55', 5, 3, 'Rvl'), ('47', 6, 3, 'H-Y'), ('69', 1, 4, 'HSL'), ('68', 3, 4, 'JdN'), ('56', 4, 4, 'H-R'), ('46', 6, 4, 'B-M')) place (code, x, y, label) where mrc.code = place.code;

-- As of a day: the last change of stage before it, what was not done yet, what was done with the Portail.
create index stage_change_standing on stage_change (region_code, support_case_id, moved_on desc, seq desc) include (to_stage);
create index follow_up_done on follow_up (region_code, done_on) include (due_on) where done_on is not null;
create index tool_use_event on tool_use (region_code, event, occurred_on) include (employer_id, quantity);

insert into table_access (name, access) values
	('employer_interaction', 'model'), ('employer_support', 'model'), ('visit_signal', 'model'), ('interaction_kind', 'reference'), ('indicator_parameter', 'reference');
do $$ declare item record; begin
	for item in select t.name, t.access from table_access t where t.name in ('employer_interaction', 'employer_support', 'visit_signal', 'interaction_kind', 'indicator_parameter') loop
		execute format('alter table %I enable row level security', item.name);
		execute format('alter table %I force row level security', item.name);
		execute format('create policy house on %I to current_user using (true) with check (true)', item.name);
		execute format('grant select on %I to jalon_app', item.name);
		if item.access = 'model' then
			execute format('create policy region on %I for select to jalon_app using (region_code = (select asking_region()) and (select asking_role()) in (''advisor'', ''recruitmentAdvisor'', ''manager''))', item.name);
		else
			execute format('create policy everyone on %I for select to jalon_app using (true)', item.name);
		end if;
	end loop;
end $$;
