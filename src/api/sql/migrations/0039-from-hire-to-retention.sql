-- From hire to retention (domain §2.4): what the steps of an immigration line call for, through the catalogue of follow-ups.

-- ── The line a follow-up is about, the day of the step it counts from (a day that moves takes it along), and whether the house closed it with what the line says ──
alter table follow_up add column immigration_line_id uuid references immigration_line on delete cascade, add column line_day date, add column closed_with_line boolean not null default false;
create index follow_up_line on follow_up (immigration_line_id, rule_code) where immigration_line_id is not null;
insert into journal_column (entity, name, absent) values ('follow_up', 'immigration_line_id', 'null'), ('follow_up', 'line_day', 'null'), ('follow_up', 'closed_with_line', 'false');
-- It comes back after the line it is about, and goes before it.
update journal_entity set position = 155 where name = 'follow_up';

-- The validation of a permanent offer is no labour market impact assessment.
insert into follow_up_rule (position, code, trigger, kind, title_fr, title_en, due_count, due_unit, anchor, repeat_every, repeat_unit) values
	(10, 'offerStatus', 'offerFiled', 'filingStatus', 'État de la demande de validation de l’offre', 'Status of the offer validation request', 30, 'day', 'event', 30, 'day');

-- Whoever opens it again by hand, or says again that it is done, has decided: the house no longer answers for it.
create function forget_line_closing() returns trigger language plpgsql as $$ begin
	new.closed_with_line := false;
	return new;
end $$;
create trigger a_forget_line before update on follow_up for each row
	when (old.closed_with_line and (new.done_on is null or (new.done_on, new.cancel_reason, new.outcome) is distinct from (old.done_on, old.cancel_reason, old.outcome))) execute function forget_line_closing();

-- One statement however many lines. The plan is the house's (routes/immigration-follow-ups): by line and rule, when it falls due, whether it is wanted, whether what it waited for is said,
-- whether from today on it is to be made; `renews`: another day is another fact, which calls for it anew. What is no longer wanted is closed, and comes back when it is wanted again.
create function follow_lines(plan jsonb, today date, fallback uuid) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare touched int;
begin
	if asking_role() not in ('advisor', 'recruitmentAdvisor', 'manager') then raise exception 'lines are followed for counsellors' using errcode = '42501'; end if;
	with standing as (
		select l.region_code, l.employer_id, coalesce(e.advisor_id, fallback) as owner_id, p.*
		from jsonb_to_recordset(plan) p (line_id uuid, code text, kind text, title text, due_on date, day date, is_wanted boolean, is_done boolean, is_called boolean, renews boolean, repeat_every int, repeat_unit text)
		join immigration_line l on l.id = p.line_id join employer e on e.id = l.employer_id
		where l.region_code = asking_region() and e.region_code = l.region_code and e.archived_on is null),
	changed as (
		update follow_up f set
			done_on = case when s.is_wanted then null else today end, cancel_reason = case when s.is_wanted or s.is_done then null else 'notNeeded' end, closed_with_line = not s.is_wanted,
			line_day = coalesce(s.day, f.line_day), due_on = case when s.is_wanted and f.postponements = 0 then s.due_on else f.due_on end
		from standing s where f.immigration_line_id = s.line_id and f.rule_code = s.code and case when s.is_wanted
			then (f.closed_with_line and f.done_on is not null and (not s.renews or f.line_day = s.day or not exists (select from follow_up o where o.immigration_line_id = s.line_id and o.rule_code = s.code and o.id <> f.id and o.done_on is null)))
				or (f.done_on is null and f.line_day is distinct from s.day and f.previous_id is null)
			else f.done_on is null end returning f.immigration_line_id, f.rule_code),
	added as (
		insert into follow_up (id, region_code, employer_id, support_case_id, kind, title, owner_id, due_on, created_on, rule_code, immigration_line_id, line_day, repeat_every, repeat_unit, repeat_from)
		select named_id('follow_up ' || s.line_id || ' ' || s.code || case when s.renews then ' ' || s.day else '' end), s.region_code, s.employer_id,
			(select c.id from support_case c where c.employer_id = s.employer_id and c.region_code = s.region_code and c.closed_on is null order by c.opened_on desc, c.id limit 1),
			s.kind, left(s.title, 200), s.owner_id, s.due_on, today, s.code, s.line_id, s.day, s.repeat_every, s.repeat_unit, case when s.repeat_every is not null then s.due_on end
		from standing s where s.is_wanted and s.is_called and s.owner_id is not null
			and not exists (select from changed c where c.immigration_line_id = s.line_id and c.rule_code = s.code)
			and not exists (select from follow_up f where f.immigration_line_id = s.line_id and f.rule_code = s.code and (not s.renews or f.line_day = s.day))
		on conflict (id) do nothing returning 1)
	select (select count(*) from changed) + (select count(*) from added) into touched;
	return touched;
end $$;
revoke execute on function follow_lines(jsonb, date, uuid) from public;
grant execute on function follow_lines(jsonb, date, uuid) to jalon_app;

-- ── Retention (domain §3.1): what is known of a line at work after 1, 3, 6 and 12 months. A departure is the end of the line; nobody at work has two answers for one month ──
create table retention_check (
	id uuid primary key, region_code text not null references region, immigration_line_id uuid not null references immigration_line on delete cascade,
	months int not null check (months in (1, 3, 6, 12)), known_on date not null, still_employed boolean not null, recorded_by uuid not null references person,
	version int not null default 1, recorded_at timestamptz not null default now(), constraint retention_check_once unique (immigration_line_id, months)
);
create index retention_check_region on retention_check (region_code, immigration_line_id);
insert into journal_entity (name, position, root) values ('retention_check', 156, 'immigration_line_id');
insert into table_access (name, access) values ('retention_check', 'field');
create index immigration_line_started on immigration_line (region_code, started_on) where started_on is not null;

-- Whoever writes the employer of the line.
create function guard_retention() returns trigger language plpgsql as $$
declare r jsonb;
begin
	if current_setting('app.undo', true) = 'on' then return coalesce(new, old); end if;
	foreach r in array array[case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end] loop
		continue when r is null;
		if r ->> 'region_code' is distinct from asking_region() or not exists (select from immigration_line l join employer e on e.id = l.employer_id
			where l.id = (r ->> 'immigration_line_id')::uuid and l.region_code = r ->> 'region_code' and may_write_employer(e.region_code, e.advisor_id)) then
			raise exception 'row of somebody else in %', tg_table_name using errcode = 'JR003';
		end if;
	end loop;
	return coalesce(new, old);
end $$;
create trigger a_stamp before insert or update on retention_check for each row execute function stamp();
create trigger journal_insert after insert on retention_check referencing new table as after_rows for each statement execute function journal('immigration_line_id');
create trigger journal_update after update on retention_check referencing old table as before_rows new table as after_rows for each statement execute function journal('immigration_line_id');
create trigger journal_delete after delete on retention_check referencing old table as before_rows for each statement execute function journal('immigration_line_id');
create trigger b_guard before insert or update or delete on retention_check for each row when (current_user = 'jalon_app') execute function guard_retention();
do $$ declare
	ours constant text := 'region_code = (select asking_region()) and (select asking_role()) in (''advisor'', ''recruitmentAdvisor'', ''manager'')';
begin
	perform write_known_at('retention_check');
	alter table retention_check enable row level security;
	alter table retention_check force row level security;
	execute format('create policy house on retention_check to %I using (true) with check (true)', current_user);
	grant select, insert, update, delete on retention_check to jalon_app;
	execute format('create policy region on retention_check to jalon_app using (%s) with check (%s)', ours, ours);
end $$;
