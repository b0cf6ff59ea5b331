-- Immigration lines (domain §2.5): one person hired, followed step by step from what the employer says. A label of one's own (« Soudeur 2 – Tunisie »), never a name nor a number:
-- there is no column for them.

create table immigration_line (
	id uuid primary key, region_code text not null references region, employer_id uuid not null references employer, labour_need_id uuid references labour_need,
	mission_id uuid references mission, label text not null, path text not null, stream text, country text, occupation_code text references occupation,
	hired_on date not null, advertised_on date, filed_on date, decided_on date, caq_on date, permit_filed_on date, permit_approved_on date, permit_expires_on date,
	csq_on date, residence_on date, arrived_on date, started_on date, ended_on date, end_reason text, note text,
	state text not null generated always as (case when ended_on is not null then 'ended' when residence_on is not null then 'resident' when started_on is not null then 'atWork' when arrived_on is not null then 'arrived'
		when permit_approved_on is not null then 'approved' when permit_filed_on is not null then 'permitFiled' when csq_on is not null or caq_on is not null then 'selected'
		when decided_on is not null then 'decided' when filed_on is not null then 'filed' else 'hired' end) stored,
	version int not null default 1, recorded_at timestamptz not null default now(),
	constraint immigration_line_ended check ((ended_on is null) = (end_reason is null))
);
create index immigration_line_recent on immigration_line (region_code, hired_on desc, id desc);
create index immigration_line_employer on immigration_line (employer_id, hired_on desc);
create index immigration_line_need on immigration_line (labour_need_id) where labour_need_id is not null;
create index immigration_line_expiring on immigration_line (region_code, permit_expires_on) where permit_expires_on is not null and ended_on is null;
create index immigration_line_arrived on immigration_line (region_code, arrived_on) where arrived_on is not null;

insert into journal_entity (name, position, root) values ('immigration_line', 134, 'id');
insert into table_access (name, access) values ('immigration_line', 'field');

-- Whoever writes the employer; its need is its own, its mission one of the region.
create function guard_immigration() returns trigger language plpgsql as $$
declare r jsonb;
begin
	if current_setting('app.undo', true) = 'on' then return coalesce(new, old); end if;
	foreach r in array array[case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end] loop
		continue when r is null;
		if r ->> 'region_code' is distinct from asking_region() or not exists (select from employer e where e.id = (r ->> 'employer_id')::uuid and may_write_employer(e.region_code, e.advisor_id)) then
			raise exception 'row of somebody else in %', tg_table_name using errcode = 'JR003';
		end if;
	end loop;
	return coalesce(new, old);
end $$;
create trigger a_stamp before insert or update on immigration_line for each row execute function stamp();
create trigger journal_insert after insert on immigration_line referencing new table as after_rows for each statement execute function journal('id');
create trigger journal_update after update on immigration_line referencing old table as before_rows new table as after_rows for each statement execute function journal('id');
create trigger journal_delete after delete on immigration_line referencing old table as before_rows for each statement execute function journal('id');
create trigger b_guard before insert or update or delete on immigration_line for each row when (current_user = 'jalon_app') execute function guard_immigration();
create trigger b_refuse_archived before insert on immigration_line for each row when (current_user = 'jalon_app') execute function refuse_archived();
do $$ declare
	ours constant text := 'region_code = (select asking_region()) and (select asking_role()) in (''advisor'', ''recruitmentAdvisor'', ''manager'')';
begin
	perform write_known_at('immigration_line');
	alter table immigration_line enable row level security;
	alter table immigration_line force row level security;
	execute format('create policy house on immigration_line to %I using (true) with check (true)', current_user);
	grant select, insert, update, delete on immigration_line to jalon_app;
	execute format('create policy region on immigration_line to jalon_app using (%s) with check (%s)', ours, ours);
end $$;

-- Paths and streams change with the programmes: dated reference data. The steps of a path are the product's (contract/immigration-steps.ts).
insert into term (vocabulary, code, label_fr, label_en, position, valid_from) values
	('immigrationPath', 'tfwp', 'PTET, travail temporaire', 'TFWP, temporary work', 0, '2019-01-01'),
	('immigrationPath', 'imp', 'PMI, mobilité internationale', 'IMP, international mobility', 1, '2019-01-01'),
	('immigrationPath', 'openPermit', 'Permis ouvert déjà détenu', 'Open permit already held', 2, '2019-01-01'),
	('immigrationPath', 'permanent', 'OEV, immigration permanente', 'Validated offer, permanent', 3, '2019-01-01'),
	('immigrationStream', 'regular', 'Volet régulier', 'Regular stream', 0, '2019-01-01'),
	('immigrationStream', 'simplified', 'Traitement simplifié', 'Simplified process', 1, '2019-01-01'),
	('immigrationStream', 'globalTalent', 'Talents mondiaux', 'Global talent', 2, '2019-01-01'),
	('immigrationStream', 'agricultural', 'Volet agricole', 'Agricultural stream', 3, '2019-01-01'),
	('immigrationEnd', 'refusedAssessment', 'Refus : impact sur le marché du travail', 'Refused: labour market impact', 0, '2019-01-01'),
	('immigrationEnd', 'refusedSelection', 'Refus : acceptation ou sélection du Québec', 'Refused: Québec acceptance or selection', 1, '2019-01-01'),
	('immigrationEnd', 'refusedPermit', 'Refus : permis de travail ou résidence', 'Refused: work permit or residence', 2, '2019-01-01'),
	('immigrationEnd', 'withdrawnWorker', 'Désistement de la personne', 'Withdrawn by the person', 3, '2019-01-01'),
	('immigrationEnd', 'withdrawnEmployer', 'Désistement de l’employeur', 'Withdrawn by the employer', 4, '2019-01-01'),
	('immigrationEnd', 'left', 'Départ de l’emploi', 'Left the job', 5, '2019-01-01'),
	('immigrationEnd', 'other', 'Autre raison', 'Other reason', 99, '2019-01-01');
