-- Follow-ups: several owners, recurrence, postponement, giving up with a reason, origin; the catalogue of domain §2.4 as data.

alter table follow_up
	add column co_owner_ids uuid[] not null default '{}',
	add column rule_code text,
	add column created_from text check (created_from in ('case', 'import')),
	add column previous_id uuid references follow_up on delete set null,
	add column repeat_every int check (repeat_every between 1 and 99),
	add column repeat_unit text check (repeat_unit in ('day', 'week', 'month')),
	-- The day the series counts from: a date postponed, or moved off a closed day, does not shift what follows.
	add column repeat_from date,
	add column postponements int not null default 0,
	add column postpone_reason text,
	add column postpone_note text,
	-- Given up on the day `done_on`: it is no longer open, and it was not done.
	add column cancel_reason text,
	add constraint follow_up_repeat check ((repeat_every is null) = (repeat_unit is null)),
	add constraint follow_up_cancelled check (cancel_reason is null or done_on is not null);
alter table follow_up add column origin text generated always as (case
	when previous_id is not null then 'series' when created_from is not null then created_from when rule_code is not null then 'catalogue' when visit_id is not null then 'visit' else 'hand' end) stored;
-- One occurrence has one next: done, undone and done again does not make two.
create unique index follow_up_next on follow_up (previous_id);
create index follow_up_kind on follow_up (region_code, kind, due_on, id) where done_on is null;

insert into journal_column (entity, name, absent) values ('follow_up', 'co_owner_ids', '[]'), ('follow_up', 'postponements', '0');

-- What was asked of one owner is asked of all of them.
drop index follow_up_owner;

-- ── Who it is for: one row an owner, with what the lists of one person ask. Derived, as the summaries are ──
create table follow_up_owner (
	follow_up_id uuid not null references follow_up on delete cascade, person_id uuid not null references person, region_code text not null references region,
	due_on date not null, is_open boolean not null, primary key (follow_up_id, person_id)
);
create index follow_up_owner_open on follow_up_owner (person_id, due_on) where is_open;
create index follow_up_owner_person on follow_up_owner (person_id, follow_up_id);
insert into follow_up_owner select id, owner_id, region_code, due_on, done_on is null from follow_up;

create function keep_follow_up_owners() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
	if tg_op = 'UPDATE' then
		delete from follow_up_owner o using touched t where o.follow_up_id = t.id and o.person_id <> all (t.owner_id || t.co_owner_ids);
	end if;
	insert into follow_up_owner select distinct t.id, p, t.region_code, t.due_on, t.done_on is null from touched t, unnest(t.owner_id || t.co_owner_ids) p
	on conflict (follow_up_id, person_id) do update set region_code = excluded.region_code, due_on = excluded.due_on, is_open = excluded.is_open;
	return null;
end $$;
create trigger owners_insert after insert on follow_up referencing new table as touched for each statement execute function keep_follow_up_owners();
create trigger owners_update after update on follow_up referencing new table as touched for each statement execute function keep_follow_up_owners();

insert into table_access (name, access) values ('follow_up_owner', 'model'), ('follow_up_rule', 'reference');
alter table follow_up_owner enable row level security;
alter table follow_up_owner force row level security;
create policy house on follow_up_owner to current_user using (true) with check (true);
grant select on follow_up_owner to jalon_app;
create policy region on follow_up_owner for select to jalon_app using (region_code = (select asking_region()) and (select asking_role()) in ('advisor', 'recruitmentAdvisor', 'manager'));

-- Any of its owners writes it as its owner does; the rest of the rule stays where it is (0006-row-security.sql).
create function as_its_owner(r jsonb) returns jsonb language sql stable as $$
	select case when r -> 'co_owner_ids' ? asking_person()::text then r || jsonb_build_object('owner_id', asking_person()) else r end
$$;
create function guard_owners() returns trigger language plpgsql as $$
declare
	was jsonb := case when tg_op <> 'INSERT' then as_its_owner(to_jsonb(old)) end; becomes jsonb := case when tg_op <> 'DELETE' then as_its_owner(to_jsonb(new)) end;
	moves boolean := tg_op = 'INSERT' or (tg_op = 'UPDATE' and (old.region_code, old.employer_id, old.visit_id, old.support_case_id) is distinct from (new.region_code, new.employer_id, new.visit_id, new.support_case_id));
begin
	if current_setting('app.undo', true) = 'on' then return coalesce(new, old); end if;
	if not coalesce(was is null or may_write_row(tg_table_name, was, false), false) or not coalesce(not moves or may_write_row(tg_table_name, becomes, true), false) then
		raise exception 'row of somebody else in %', tg_table_name using errcode = 'JR003';
	end if;
	return coalesce(new, old);
end $$;
drop trigger b_guard on follow_up;
create trigger b_guard before insert or update or delete on follow_up for each row when (current_user = 'jalon_app') execute function guard_owners();

-- ── The catalogue (domain §2.4): what an event calls for, and by when. Data with dates: a delay that changes is a line more, not a release ──
create table follow_up_rule (
	code text primary key, trigger text not null, kind text not null, title_fr text not null, title_en text not null,
	-- Negative: before the anchor. The anchor is the event itself, or a date that the event names.
	due_count int not null, due_unit text not null check (due_unit in ('businessDay', 'day', 'month')), anchor text not null default 'event',
	repeat_every int, repeat_unit text check (repeat_unit in ('day', 'week', 'month')), escalate_after_days int,
	position int not null, valid_from date not null default '2019-01-01', valid_to date, check ((repeat_every is null) = (repeat_unit is null))
);
alter table follow_up_rule enable row level security;
alter table follow_up_rule force row level security;
create policy house on follow_up_rule to current_user using (true) with check (true);
grant select on follow_up_rule to jalon_app;
create policy everyone on follow_up_rule for select to jalon_app using (true);

insert into follow_up_rule (position, code, trigger, kind, title_fr, title_en, due_count, due_unit, anchor, repeat_every, repeat_unit, escalate_after_days) values
	(0, 'visitSummary', 'visitCompleted', 'summaryEmail', 'Courriel de synthèse', 'Summary e-mail', 2, 'businessDay', 'event', null, null, null),
	(1, 'visitDocumentation', 'visitCompleted', 'documentation', 'Envoyer la documentation', 'Send documentation', 5, 'businessDay', 'event', null, null, null),
	(2, 'missionRegistration', 'needForMission', 'missionRegistration', 'Confirmer l’inscription à la mission', 'Confirm the registration for the mission', -10, 'businessDay', 'registrationDeadline', null, null, null),
	(3, 'portalAccount', 'portalToOpen', 'portalCheck', 'Vérifier l’ouverture du compte Portail', 'Check that the Portail account is open', 10, 'businessDay', 'event', null, null, null),
	(4, 'portalFirstUse', 'portalActive', 'portalCheck', 'Première utilisation du Portail', 'First use of the Portail', 30, 'day', 'event', null, null, null),
	(5, 'portalSecondUse', 'portalActive', 'portalCheck', 'Utilisation du Portail après trois mois', 'Use of the Portail after three months', 90, 'day', 'event', null, null, null),
	(6, 'referralOutcome', 'referralSent', 'referralOutcome', 'Retour de la référence', 'Outcome of the referral', 15, 'businessDay', 'event', null, null, 30),
	(7, 'missionInterviews', 'missionEnded', 'missionResults', 'Entrevues et offres de la mission', 'Interviews and offers of the mission', 10, 'day', 'event', null, null, null),
	(8, 'missionHires', 'missionEnded', 'missionResults', 'Embauches de la mission', 'Hires of the mission', 30, 'day', 'event', null, null, null),
	(9, 'missionHiresLater', 'missionEnded', 'missionResults', 'Embauches de la mission, bilan', 'Hires of the mission, review', 90, 'day', 'event', null, null, null),
	(10, 'lmiaStatus', 'lmiaFiled', 'filingStatus', 'État de la demande d’EIMT', 'Status of the LMIA application', 30, 'day', 'event', 30, 'day', null),
	(11, 'lmiaNext', 'lmiaFavourable', 'filingStatus', 'Dépôt des demandes de CAQ et de permis', 'Filing of the CAQ and permit applications', 0, 'businessDay', 'event', null, null, null),
	(12, 'lmiaExpiry', 'lmiaFavourable', 'renewal', 'Fin de validité de l’EIMT', 'End of validity of the LMIA', -60, 'day', 'lmiaExpiry', null, null, null),
	(13, 'arrivalPlanning', 'permitIssued', 'arrival', 'Planifier l’arrivée : NAS, RAMQ, banque, logement, école, francisation', 'Plan the arrival: SIN, RAMQ, bank, housing, school, francization', 10, 'businessDay', 'event', null, null, null),
	(14, 'arrivalWeek', 'arrived', 'arrival', 'Offrir l’Accompagnement Québec et appeler l’employeur', 'Offer Accompagnement Québec and call the employer', 5, 'businessDay', 'event', null, null, null),
	(15, 'permitRenewal180', 'permitExpires', 'renewal', 'Planifier le renouvellement du permis', 'Plan the renewal of the permit', -180, 'day', 'permitExpiry', null, null, null),
	(16, 'permitRenewal120', 'permitExpires', 'renewal', 'Renouvellement du permis : où en est la demande', 'Renewal of the permit: where the application stands', -120, 'day', 'permitExpiry', null, null, null),
	(17, 'permitRenewal90', 'permitExpires', 'renewal', 'Renouvellement du permis : dernier rappel', 'Renewal of the permit: last reminder', -90, 'day', 'permitExpiry', null, null, null),
	(18, 'employment1', 'workStarted', 'retention', 'Suivi en emploi, premier mois', 'Employment follow-up, first month', 1, 'month', 'event', null, null, null),
	(19, 'employment3', 'workStarted', 'retention', 'Suivi en emploi, trois mois', 'Employment follow-up, three months', 3, 'month', 'event', null, null, null),
	(20, 'employment6', 'workStarted', 'retention', 'Suivi en emploi, six mois', 'Employment follow-up, six months', 6, 'month', 'event', null, null, null),
	(21, 'employment12', 'workStarted', 'retention', 'Suivi en emploi, un an', 'Employment follow-up, one year', 12, 'month', 'event', null, null, null),
	(22, 'noContact', 'noInteraction', 'call', 'Relancer l’employeur', 'Get back in touch with the employer', 90, 'day', 'lastInteraction', null, null, null),
	(23, 'languageOffice', 'twentyFiveEmployees', 'languageOffice', 'Informer l’employeur et le référer à l’OQLF', 'Inform the employer and refer it to the OQLF', 30, 'day', 'event', null, null, null);

insert into term (vocabulary, code, label_fr, label_en, position) values
	('followUpKind', 'missionResults', 'Résultats de mission', 'Mission results', 9),
	('followUpKind', 'arrival', 'Arrivée et accueil', 'Arrival and welcome', 10),
	('followUpKind', 'renewal', 'Échéance ou renouvellement', 'Expiry or renewal', 11),
	('followUpKind', 'languageOffice', 'Francisation de l’entreprise', 'Francization of the business', 12),
	('postponeReason', 'unreachable', 'Employeur non joint', 'Employer not reached', 0),
	('postponeReason', 'awaitingReply', 'En attente d’une réponse', 'Awaiting a reply', 1),
	('postponeReason', 'employerAsked', 'À la demande de l’employeur', 'At the employer’s request', 2),
	('postponeReason', 'otherPriority', 'Autre priorité', 'Other priority', 3),
	('postponeReason', 'absence', 'Absence ou congé', 'Absence or leave', 4),
	('postponeReason', 'other', 'Autre raison', 'Other reason', 5),
	('followUpCancelReason', 'notNeeded', 'N’est plus nécessaire', 'No longer needed', 0),
	('followUpCancelReason', 'elsewhere', 'Suivi ailleurs', 'Followed up elsewhere', 1),
	('followUpCancelReason', 'employerDeclined', 'L’employeur ne souhaite pas de suite', 'The employer wants no follow-up', 2),
	('followUpCancelReason', 'mistake', 'Consigné par erreur', 'Recorded by mistake', 3);
update term set position = 99 where vocabulary = 'followUpKind' and code = 'other';
