-- What a period counts once is told beside each interaction, so that a count of distinct employers or visits reads one range of one index and sets nothing apart.

-- previous_on: the support that the employer had received just before in the region (in the same territory for previous_here_on). Of a period that begins on D, an employer's first
-- support is the one whose previous is not of the period: none, or before D.
-- leads, leads_here: one row stands for the visit in the region, and one in each of its territories, however many employers were visited.
alter table employer_interaction
	add column previous_on date, add column previous_here_on date, add column leads boolean not null default true, add column leads_here boolean not null default true;
drop index employer_interaction_period;
create index employer_interaction_period on employer_interaction (region_code, occurred_on)
	include (kind, source, employer_id, mrc_code, source_id, previous_on, previous_here_on, leads, leads_here);

create or replace function write_interactions(ids uuid[]) returns uuid[] language plpgsql security definer set search_path = public, pg_temp as $$
declare employers uuid[]; within text := case when ids is null then 'true' else '%I.id = any($1)' end;
begin
	execute ('with found as (
			select v.id as source_id, p.employer_id, ''visit'' as source, p.region_code, v.mode as kind, v.occurred_on, p.mrc_code
			from visit v join visit_employer p on p.visit_id = v.id where v.status = ''completed'' and ' || format(within, 'v') || '
			union all
			select t.id, t.employer_id, ''toolUse'', t.region_code, t.event, t.occurred_on, s.mrc_code
			from tool_use t join interaction_kind k on k.code = t.event left join employer_summary s on s.employer_id = t.employer_id where ' || format(within, 't') || '),
		come as (insert into employer_interaction (source_id, employer_id, source, region_code, kind, occurred_on, mrc_code, leads, leads_here, previous_on, previous_here_on)
			select f.*, row_number() over (partition by f.source_id, f.region_code order by f.mrc_code, f.employer_id) = 1,
				row_number() over (partition by f.source_id, f.region_code, f.mrc_code order by f.employer_id) = 1, '
				-- One by one, each employer is gone over afterwards, with all that it had received.
				|| case when ids is null then 'case when k.code is not null then lag(f.occurred_on) over (partition by f.employer_id, f.region_code, k.code is null order by f.occurred_on, f.source_id) end,
				case when k.code is not null then lag(f.occurred_on) over (partition by f.employer_id, f.region_code, k.code is null, f.mrc_code order by f.occurred_on, f.source_id) end'
				else 'null::date, null::date' end || '
			from found f left join interaction_kind k on k.code = f.kind and k.counts_as_support
			returning employer_id) select array_agg(distinct employer_id) from come') into employers using ids;
	execute format('insert into visit_signal select distinct v.id, g ->> ''code'', v.region_code, v.occurred_on from visit v
		cross join lateral jsonb_array_elements(case jsonb_typeof(v.report -> ''signals'') when ''array'' then v.report -> ''signals'' else ''[]'' end) g
		where v.status = ''completed'' and g ->> ''code'' is not null and ' || within, 'v') using ids;
	return employers;
end $$;

create or replace function refresh_employer_support(ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$ begin
	update employer_interaction i set previous_on = n.previous_on, previous_here_on = n.previous_here_on
	from (select x.source_id, x.employer_id, lag(x.occurred_on) over (partition by x.employer_id, x.region_code order by x.occurred_on, x.source_id) as previous_on,
			lag(x.occurred_on) over (partition by x.employer_id, x.region_code, x.mrc_code order by x.occurred_on, x.source_id) as previous_here_on
		from employer_interaction x join interaction_kind k on k.code = x.kind and k.counts_as_support where x.employer_id = any(ids)) n
	where i.source_id = n.source_id and i.employer_id = n.employer_id and (i.previous_on, i.previous_here_on) is distinct from (n.previous_on, n.previous_here_on);
	delete from employer_support where employer_id = any(ids);
	insert into employer_support select i.employer_id, i.region_code, min(i.occurred_on) from employer_interaction i
		join interaction_kind k on k.code = i.kind and k.counts_as_support where i.employer_id = any(ids) and i.occurred_on >= (select day from indicator_parameter where name = 'deploymentStart') group by 1, 2;
end $$;

-- Of each case and stage: the day it was first entered, and the first day, from then on, that the case was at a later one. Closing is not going further.
create table stage_passage (
	support_case_id uuid not null references support_case on delete cascade, region_code text not null, stage text not null, entered_on date not null, passed_on date,
	primary key (support_case_id, region_code, stage)
);
create index stage_passage_entered on stage_passage (region_code, entered_on) include (stage, passed_on, support_case_id);

-- `ids` names the cases; null is all of them.
create function write_passages(ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare within text := case when ids is null then 'true' else '%I.support_case_id = any($1)' end;
begin
	execute format('delete from stage_passage p where ' || within, 'p') using ids;
	execute format('with move as (select x.support_case_id, x.region_code, g.code as stage, g.position, x.moved_on from stage_change x join case_stage g on g.code = x.to_stage where x.to_stage <> ''closed'' and ' || within, 'x')
		|| '), entry as (select support_case_id, region_code, stage, position, min(moved_on) as entered_on from move group by 1, 2, 3, 4)
		insert into stage_passage select e.support_case_id, e.region_code, e.stage, e.entered_on, min(m.moved_on) filter (where m.moved_on >= e.entered_on and m.position > e.position)
		from entry e join move m on m.support_case_id = e.support_case_id and m.region_code = e.region_code group by 1, 2, 3, 4' using ids;
end $$;

create function touch_passages() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare ids uuid[];
begin
	if current_setting('app.bulk', true) = 'on' then return null; end if;
	select array_agg(distinct support_case_id) into ids from touched;
	if ids is not null then perform write_passages(ids); end if;
	return null;
end $$;
create trigger passage_insert after insert on stage_change referencing new table as touched for each statement execute function touch_passages();
create trigger passage_delete after delete on stage_change referencing old table as touched for each statement execute function touch_passages();

-- After a load that switched the triggers off: what the figures count, made again from the records.
create or replace function rebuild_visit_interactions() returns void language plpgsql security definer set search_path = public, pg_temp as $$ begin
	delete from employer_interaction;
	delete from employer_support;
	delete from visit_signal;
	perform write_interactions(null);
	insert into employer_support select i.employer_id, i.region_code, min(i.occurred_on) from employer_interaction i
		join interaction_kind k on k.code = i.kind and k.counts_as_support where i.occurred_on >= (select day from indicator_parameter where name = 'deploymentStart') group by 1, 2;
	perform write_passages(null);
end $$;
revoke execute on function write_passages(uuid[]) from public;
select rebuild_interactions();

insert into table_access (name, access) values ('stage_passage', 'model');
alter table stage_passage enable row level security;
alter table stage_passage force row level security;
do $$ begin execute 'create policy house on stage_passage to current_user using (true) with check (true)'; end $$;
grant select on stage_passage to jalon_app;
create policy region on stage_passage for select to jalon_app using (region_code = (select field_region()));
