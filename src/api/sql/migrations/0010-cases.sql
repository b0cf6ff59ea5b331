-- Cases in full: what a stage asks before it is left, thresholds kept by region, a case reopened as a new one; portfolios handed over; employers archived.

-- ── Criteria (domain §2.2): `entry` is shown before a stage is entered, `exit` before it is left ──
alter table stage_criterion add column kind text not null default 'entry' check (kind in ('entry', 'exit')),
	-- What shows another criterion shows this one too: a meeting that took place had been booked.
	add column shown_by text references stage_criterion;
update stage_criterion set position = position * 10;
update stage_criterion c set kind = 'exit', stage = left_stage from (values
	('reportCompleted', 'needsAssessment'), ('needRecorded', 'needsAssessment'), ('planAgreed', 'supportPlan'), ('candidateRetained', 'recruitment'),
	('offerAccepted', 'selection'), ('permitIssued', 'immigration'), ('workStarted', 'arrival'), ('threeMonthFollowUp', 'integration')) t (code, left_stage) where t.code = c.code;
insert into stage_criterion (code, stage, position, kind, label_fr, label_en, shown_by) values
	('meetingBooked', 'firstContact', 15, 'exit', 'La date d’une visite ou d’une rencontre est convenue', 'The date of a visit or a meeting is agreed', 'visitHeld'),
	('referralOffered', 'arrival', 115, 'exit', 'Accompagnement Québec est proposé à la personne recrutée', 'Accompagnement Québec is offered to the person hired', null),
	('twelveMonthFollowUp', 'retention', 130, 'exit', 'Le suivi des douze mois est fait, ou le départ est consigné', 'The twelve-month follow-up is done, or the departure is recorded', null);

-- ── A closed case stays closed: the employer who comes back opens a new one, which says of which it is the sequel ──
alter table support_case add column reopened_from uuid references support_case;
create unique index support_case_reopened_from on support_case (reopened_from) where reopened_from is not null;
create index support_case_summary_paused on support_case_summary (region_code, paused_until, support_case_id) where paused_until is not null;

-- ── Words and thresholds of the stages, by region: what a manager or an administrator sets ──
create table stage_setting (
	id uuid primary key, region_code text not null references region, stage text not null references case_stage,
	label_fr text not null, label_en text not null, short_fr text not null, short_en text not null,
	stale_after_days int check (stale_after_days between 1 and 999), version int not null default 1, recorded_at timestamptz not null default now(), unique (region_code, stage)
);
insert into stage_setting (id, region_code, stage, label_fr, label_en, short_fr, short_en, stale_after_days, recorded_at)
	select (substr(h, 1, 12) || '4' || substr(h, 14, 3) || '8' || substr(h, 18))::uuid, r.code, s.code, label_fr, label_en, short_fr, short_en, stale_after_days, '2019-08-28 12:00+00'
	from region r cross join case_stage s cross join lateral md5('stage_setting ' || r.code || ' ' || s.code) h order by r.code, s.position;
alter table case_stage drop column label_fr, drop column label_en, drop column short_fr, drop column short_en, drop column stale_after_days;

insert into journal_entity (name, position, root) values ('stage_setting', 100, 'id');
create trigger a_stamp before insert or update on stage_setting for each row execute function stamp();
create trigger journal_insert after insert on stage_setting referencing new table as after_rows for each statement execute function journal('id');
create trigger journal_update after update on stage_setting referencing old table as before_rows new table as after_rows for each statement execute function journal('id');
create trigger journal_delete after delete on stage_setting referencing old table as before_rows for each statement execute function journal('id');
select write_known_at('stage_setting');

insert into table_access (name, access) values ('stage_setting', 'people'), ('hand_over', 'journal');
alter table stage_setting enable row level security;
alter table stage_setting force row level security;
do $$ begin execute format('create policy house on stage_setting to %I using (true) with check (true)', current_user); end $$;
grant select, update on stage_setting to jalon_app;
create policy reading on stage_setting for select to jalon_app using (region_code = (select asking_region()));
create policy changing on stage_setting for update to jalon_app using (region_code = (select asking_region()) and (select asking_role()) in ('manager', 'administrator')) with check (region_code = (select asking_region()));

-- Whose history is read by whom: api/rules/history.ts says the same.
create or replace function may_read_journal(entity text) returns boolean language sql stable as $$
	select case when entity in ('person', 'service_point') then asking_role() in ('administrator', 'auditor')
		when entity = 'stage_setting' then asking_role() in ('advisor', 'recruitmentAdvisor', 'manager', 'administrator', 'auditor')
		else asking_role() in ('advisor', 'recruitmentAdvisor', 'manager', 'auditor') end
$$;

-- ── An employer that is archived leaves the lists, not the past ──
alter table employer add column archived_on date, add column archive_reason text, add column archived_by uuid references person,
	add constraint employer_archived check ((archived_on is null) = (archive_reason is null));
alter table employer_summary add column archived_on date;
-- The dashboard counts what is not archived without opening a row.
drop index employer_summary_tools;
create index employer_summary_tools on employer_summary (region_code, portal_account_on, portal_last_use_on, missions_joined) where archived_on is null;
create index employer_summary_archived on employer_summary (region_code, name collate "und-x-icu", employer_id) where archived_on is not null;
insert into term (vocabulary, code, label_fr, label_en, position) values
	('archiveReason', 'businessClosed', 'Entreprise fermée', 'Business closed', 0),
	('archiveReason', 'leftTerritory', 'A quitté le territoire', 'Left the territory', 1),
	('archiveReason', 'duplicate', 'Fiche en double', 'Duplicate record', 2),
	('archiveReason', 'outOfScope', 'Hors du mandat', 'Outside the mandate', 3),
	('archiveReason', 'employerDeclined', 'Ne souhaite plus d’accompagnement', 'No longer wants support', 4),
	('handOverReason', 'leave', 'Congé', 'Leave', 0),
	('handOverReason', 'departure', 'Départ', 'Departure', 1),
	('handOverReason', 'reorganization', 'Réorganisation', 'Reorganization', 2);

-- Whatever writes the summary, this column follows it.
alter function refresh_employer_summary(uuid[]) rename to write_employer_summary;
create function refresh_employer_summary(ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$ begin
	perform write_employer_summary(ids);
	update employer_summary s set archived_on = e.archived_on from employer e where e.id = s.employer_id and e.id = any(ids) and s.archived_on is distinct from e.archived_on;
end $$;
revoke execute on function refresh_employer_summary(uuid[]), write_employer_summary(uuid[]) from public;

-- The list of employers is that of those who are not archived: so is the number kept of it.
create function count_employers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
	if tg_level = 'ROW' then
		insert into list_total select 'employer', region, pg_backend_pid() % 64, sum(change) from (values
			(old.region_code, case when old.archived_on is null then -1 else 0 end), (new.region_code, case when new.archived_on is null then 1 else 0 end)) moved (region, change)
		group by region having sum(change) <> 0
		on conflict (list, region_code, slot) do update set total = list_total.total + excluded.total;
	else
		insert into list_total select 'employer', region_code, pg_backend_pid() % 64, (case tg_op when 'INSERT' then 1 else -1 end) * count(*) from touched where archived_on is null group by region_code
		on conflict (list, region_code, slot) do update set total = list_total.total + excluded.total;
	end if;
	return null;
end $$;
drop trigger total_insert on employer;
drop trigger total_delete on employer;
drop trigger total_move on employer;
create trigger total_insert after insert on employer referencing new table as touched for each statement execute function count_employers();
create trigger total_delete after delete on employer referencing old table as touched for each statement execute function count_employers();
create trigger total_move after update of region_code, archived_on on employer for each row
	when (old.region_code is distinct from new.region_code or (old.archived_on is null) is distinct from (new.archived_on is null)) execute function count_employers();
create or replace function recount_list(name text) returns void language plpgsql as $$
begin
	delete from list_total where list = name;
	execute format('insert into list_total select %L, region_code, 0, count(*) from %I %s group by region_code', name, name, case name when 'employer' then 'where archived_on is null' else '' end);
end $$;

-- Nothing new is written of an employer that is archived, and nothing of it changes but its return. What is taken back is taken back whole.
create function refuse_archived() returns trigger language plpgsql as $$ begin
	if current_setting('app.undo', true) = 'on' then return new; end if;
	if tg_table_name = 'employer' then
		if old.archived_on is not null and new.archived_on is not null then raise exception 'archived employer' using errcode = 'JR006'; end if;
	elsif exists (select from employer e where e.id = new.employer_id and e.archived_on is not null) then
		raise exception 'archived employer' using errcode = 'JR006';
	end if;
	return new;
end $$;
create trigger b_refuse_archived before update on employer for each row when (current_user = 'jalon_app') execute function refuse_archived();
do $$ declare name text; begin
	foreach name in array array['establishment', 'contact', 'support_case', 'visit_employer', 'labour_need', 'follow_up', 'tool_use'] loop
		execute format('create trigger b_refuse_archived before insert on %I for each row when (current_user = ''jalon_app'') execute function refuse_archived()', name);
	end loop;
end $$;

-- ── Hand-overs: the certificate of a batch, whose key is its id; the journal holds what moved ──
create table hand_over (
	id uuid primary key, region_code text not null references region, from_person_id uuid not null references person, reason text not null, effective_on date not null, note text,
	-- Of each person who receives: how many of each kind.
	receivers jsonb not null, employers int not null, support_cases int not null, follow_ups int not null, visits int not null,
	made_by uuid not null references person, made_on date not null, recorded_at timestamptz not null, undone_on date, undone_by uuid references person, left_behind jsonb
);
create index hand_over_recent on hand_over (region_code, made_on desc, id desc);
alter table hand_over enable row level security;
alter table hand_over force row level security;
do $$ begin execute format('create policy house on hand_over to %I using (true) with check (true)', current_user); end $$;
grant select, insert, update on hand_over to jalon_app;
create policy reading on hand_over for select to jalon_app using (region_code = (select asking_region()) and (select asking_role()) in ('manager', 'auditor'));
create policy adding on hand_over for insert to jalon_app with check (region_code = (select asking_region()) and (select asking_role()) = 'manager');
create policy changing on hand_over for update to jalon_app using (region_code = (select asking_region()) and (select asking_role()) = 'manager') with check (region_code = (select asking_region()));

-- What a person holds and would leave behind: the employers that are theirs, their open cases and follow-ups, the visits planned or in draft they take part in.
-- Each bears the employer it hangs from (a visit, the first of its employers). The same rows are counted by the preview and moved by the hand-over.
create function held_by(person uuid) returns table (kind text, id uuid, employer_id uuid) language sql stable as $$
	select 'employers', s.employer_id, s.employer_id from employer_summary s where s.region_code = asking_region() and s.advisor_id = person and s.archived_on is null
	union all select 'supportCases', k.id, k.employer_id from support_case k where k.region_code = asking_region() and k.advisor_id = person and k.closed_on is null
	union all select 'followUps', f.id, f.employer_id from follow_up_owner o join follow_up f on f.id = o.follow_up_id where o.person_id = person and o.is_open and o.region_code = asking_region()
	union all select 'visits', v.id, (select p.employer_id from visit_employer p where p.visit_id = v.id order by p.position, p.employer_id limit 1)
		from visit_adviser a join visit v on v.id = a.visit_id where a.person_id = person and v.region_code = asking_region() and v.status in ('planned', 'draft')
$$;

-- Moves it all, set by set, as the house does: the rule (a manager, in their region) is judged once and not at each of thousands of rows, and each
-- summary is derived once at the end. The journal is written as for anybody. Who receives is decided by the employer: by itself, by its MRC, or with the rest.
create function move_portfolio(from_person uuid, to_person uuid, of_mrc jsonb, of_employer jsonb) returns table (kind text, person_id uuid, moved int)
language plpgsql security definer set search_path = public, pg_temp as $$
declare plan jsonb; touched uuid[];
begin
	if asking_role() is distinct from 'manager' then raise exception 'a portfolio is handed over by a manager' using errcode = '42501'; end if;
	select jsonb_agg(jsonb_build_object('kind', h.kind, 'id', h.id, 'to', coalesce(of_employer ->> h.employer_id::text, of_mrc ->> s.mrc_code, to_person::text))), array_agg(distinct h.employer_id)
		into plan, touched from held_by(from_person) h left join employer_summary s on s.employer_id = h.employer_id;
	perform set_config('app.bulk', 'on', true);
	delete from visit_adviser a using jsonb_to_recordset(plan) m (kind text, id uuid, "to" uuid)
		where m.kind = 'visits' and a.visit_id = m.id and a.person_id = from_person and exists (select from visit_adviser b where b.visit_id = m.id and b.person_id = m."to");
	update visit_adviser a set person_id = m."to", role = p.role, service_point_id = p.service_point_id from jsonb_to_recordset(plan) m (kind text, id uuid, "to" uuid) join person p on p.id = m."to"
		where m.kind = 'visits' and a.visit_id = m.id and a.person_id = from_person;
	-- Whoever has the report open learns that its team changed.
	update visit v set version = v.version + 1 from jsonb_to_recordset(plan) m (kind text, id uuid) where m.kind = 'visits' and v.id = m.id;
	update follow_up f set owner_id = case f.owner_id when from_person then m."to" else f.owner_id end,
		co_owner_ids = array(select distinct case p when from_person then m."to" else p end from unnest(f.co_owner_ids) p except select case f.owner_id when from_person then m."to" else f.owner_id end)
		from jsonb_to_recordset(plan) m (kind text, id uuid, "to" uuid) where m.kind = 'followUps' and f.id = m.id;
	update support_case k set advisor_id = m."to" from jsonb_to_recordset(plan) m (kind text, id uuid, "to" uuid) where m.kind = 'supportCases' and k.id = m.id;
	update employer e set advisor_id = m."to" from jsonb_to_recordset(plan) m (kind text, id uuid, "to" uuid) where m.kind = 'employers' and e.id = m.id;
	perform set_config('app.bulk', 'off', true);
	perform refresh_employer_summary(touched);
	return query select m.kind, m."to", count(*)::int from jsonb_to_recordset(plan) m (kind text, "to" uuid) group by 1, 2;
end $$;

-- The summaries of what a batch of cases and follow-ups touched, derived once.
create function refresh_after_batch(batch uuid) returns void language sql security definer set search_path = public, pg_temp as $$
	select refresh_employer_summary(array(
		select r.entity_id from revision r where r.batch_id = batch and r.entity = 'employer'
		union select k.employer_id from revision r join support_case k on k.id = r.entity_id where r.batch_id = batch and r.entity = 'support_case'
		union select f.employer_id from revision r join follow_up f on f.id = r.entity_id where r.batch_id = batch and r.entity = 'follow_up'))
$$;
