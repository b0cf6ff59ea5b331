-- The francisation of a business (domain §1.7, I20): dated facts of an employer, with their source, as those of the Portail are. A fact is a row of tool_use.

alter table tool_use drop constraint tool_use_tool_check, drop constraint tool_use_event_check, drop constraint tool_use_check1,
	add constraint tool_use_tool_check check (tool in ('employerPortal', 'journeesQuebec', 'francisation')),
	add constraint tool_use_event_check check (case tool
		when 'employerPortal' then event in ('toOpen', 'opened', 'account', 'dormant', 'search', 'profileView', 'contact', 'validatedOffer')
		when 'journeesQuebec' then event in ('registered', 'tookPart')
		else event in ('francisationInformed', 'francisationRegistered', 'oqlfRegistered', 'courseStarted', 'oqlfAttestation') end),
	add constraint tool_use_mission_check check (tool <> 'journeesQuebec' or mission is not null),
	add column participants int check (participants between 1 and 10000),
	add constraint tool_use_course_check check (participants is null or event = 'courseStarted');
insert into journal_column (entity, name, absent) values ('tool_use', 'participants', 'null');

insert into term (vocabulary, code, label_fr, label_en, position) values
	('francisationEvent', 'francisationInformed', 'Employeur informé', 'Employer informed', 0),
	('francisationEvent', 'francisationRegistered', 'Inscription à Francisation Québec', 'Registered at Francisation Québec', 1),
	('francisationEvent', 'oqlfRegistered', 'Inscription à l’OQLF', 'Registered at the OQLF', 2),
	('francisationEvent', 'courseStarted', 'Cours de français démarré', 'French course started', 3),
	('francisationEvent', 'oqlfAttestation', 'Attestation de l’OQLF', 'Attestation of the OQLF', 4);

-- From how many employees a business registers at the OQLF (Charte de la langue française, art. 139): 50, then 25 since 2025-06-01. Dated: the past is read with the rule of then.
create table francisation_parameter (valid_from date primary key, register_from int not null check (register_from > 0));
insert into francisation_parameter (valid_from, register_from) values ('2019-01-01', 50), ('2025-06-01', 25);
insert into table_access (name, access) values ('francisation_parameter', 'reference');
alter table francisation_parameter enable row level security;
alter table francisation_parameter force row level security;
do $$ begin execute format('create policy house on francisation_parameter to %I using (true) with check (true)', current_user); end $$;
grant select on francisation_parameter to jalon_app;
create policy everyone on francisation_parameter for select to jalon_app using (true);

-- « Inform the employer and refer it to the OQLF » is done as soon as a fact says so, whatever brings it; taken back, the follow-up is to be done again. No reference: the fact may go first.
alter table follow_up add column settled_by_use_id uuid;
create index follow_up_settled on follow_up (settled_by_use_id) where settled_by_use_id is not null;
insert into journal_column (entity, name, absent) values ('follow_up', 'settled_by_use_id', 'null');
-- Whoever opens it again by hand has decided: the house no longer answers for it.
create function forget_settling() returns trigger language plpgsql as $$ begin
	new.settled_by_use_id := null;
	return new;
end $$;
create trigger a_forget_use before update on follow_up for each row when (old.settled_by_use_id is not null and new.done_on is null) execute function forget_settling();

create function settle_language_office(ids uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
	with known as (
		select distinct on (t.employer_id) t.employer_id, t.id, t.occurred_on from tool_use t
		where t.employer_id = any(ids) and t.tool = 'francisation' and t.event in ('francisationInformed', 'oqlfRegistered', 'oqlfAttestation') order by t.employer_id, t.occurred_on, t.id)
	update follow_up f set done_on = case when k.id is not null then greatest(k.occurred_on, f.created_on) end, settled_by_use_id = k.id, version = f.version + 1
	from follow_up w left join known k on k.employer_id = w.employer_id
	where w.employer_id = any(ids) and w.rule_code = 'languageOffice' and f.id = w.id
		and case when k.id is not null then f.done_on is null or (f.settled_by_use_id is not null and f.settled_by_use_id <> k.id)
			else f.settled_by_use_id is not null and f.done_on is not null end
$$;
create function touch_language_office() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare ids uuid[];
begin
	-- An undo puts back the follow-ups with the rest; a load brings them as they are.
	if current_setting('app.undo', true) = 'on' or is_bulk_load() then return null; end if;
	select array_agg(distinct employer_id) into ids from touched where tool = 'francisation';
	if ids is not null then perform settle_language_office(ids); end if;
	return null;
end $$;
create trigger office_insert after insert on tool_use referencing new table as touched for each statement execute function touch_language_office();
create trigger office_update after update on tool_use referencing new table as touched for each statement execute function touch_language_office();
create trigger office_delete after delete on tool_use referencing old table as touched for each statement execute function touch_language_office();
revoke execute on function settle_language_office(uuid[]) from public;
