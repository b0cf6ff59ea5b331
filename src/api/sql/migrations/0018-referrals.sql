-- Referrals (aiguillages, domain §1.2): an employer, or a person's need without naming anybody, sent to a colleague, a partner or a service, with the consent
-- obtained, and read back until the outcome is known.

create index partner_name on partner (region_code, name collate "und-x-icu", id);

create table referral (
	id uuid primary key, region_code text not null references region, employer_id uuid references employer, visit_id uuid references visit,
	from_person_id uuid not null references person,
	to_person_id uuid references person, to_partner_id uuid references partner, to_service text, contact_name text, reason text not null, note text,
	-- The register of consents (law A-2.1, art. 53.1): whose, when, how; whoever sends it recorded it.
	consent_from text not null check (consent_from in ('employer', 'person')), consent_on date not null, consent_method text not null check (consent_method in ('spoken', 'written')),
	sent_on date not null, reply_expected_on date not null,
	state text not null default 'sent' check (state in ('sent', 'acknowledged', 'closed', 'declined', 'withdrawn')),
	acknowledged_on date, meeting_on date, ended_on date, ended_by_id uuid references person, outcome text, outcome_visit_id uuid references visit, end_reason text, end_note text,
	version int not null default 1, recorded_at timestamptz not null default now(),
	constraint referral_destination check (num_nonnulls(to_person_id, to_partner_id, to_service) = 1),
	constraint referral_ended check ((state in ('closed', 'declined', 'withdrawn')) = (ended_on is not null)),
	constraint referral_closed check (state <> 'closed' or num_nonnulls(outcome, outcome_visit_id) > 0),
	constraint referral_reason check (state not in ('declined', 'withdrawn') or end_reason is not null)
);
create index referral_recent on referral (region_code, sent_on desc, id desc);
create index referral_open on referral (region_code, reply_expected_on, id) where ended_on is null;
create index referral_received on referral (to_person_id, reply_expected_on) where ended_on is null;
create index referral_given on referral (from_person_id, sent_on desc, id desc);
create index referral_employer on referral (employer_id, sent_on desc);
create index referral_partner on referral (to_partner_id) where to_partner_id is not null;
create index referral_visit on referral (visit_id);

insert into journal_entity (name, position, root) values ('referral', 118, 'id');
create trigger a_stamp before insert or update on referral for each row execute function stamp();
create trigger journal_insert after insert on referral referencing new table as after_rows for each statement execute function journal('id');
create trigger journal_update after update on referral referencing old table as before_rows new table as after_rows for each statement execute function journal('id');
create trigger journal_delete after delete on referral referencing old table as before_rows for each statement execute function journal('id');
select write_known_at('referral');

-- ── Who reads, who writes ──
insert into table_access (name, access) values ('referral', 'field');
alter table referral enable row level security;
alter table referral force row level security;
do $$ begin execute format('create policy house on referral to %I using (true) with check (true)', current_user); end $$;
grant select, insert, update, delete on referral to jalon_app;
create policy region on referral to jalon_app using (region_code = (select asking_region()) and (select asking_role()) in ('advisor', 'recruitmentAdvisor', 'manager'))
	with check (region_code = (select asking_region()) and (select asking_role()) in ('advisor', 'recruitmentAdvisor', 'manager'));
create policy agents on referral to jalon_app using (region_code = (select asking_region()) and (select asking_role()) = 'integrationAgent' and (select asking_person()) in (from_person_id, to_person_id))
	with check (region_code = (select asking_region()) and (select asking_role()) = 'integrationAgent');
-- Of an employer that was sent to them, integration agents read what it is called, and nothing that was written of it.
create policy referred on employer_summary for select to jalon_app using ((select asking_role()) = 'integrationAgent' and employer_id in (
	select r.employer_id from referral r where (select asking_person()) in (r.from_person_id, r.to_person_id)));
-- What they wrote of it, to take back a slip.
create policy own_referrals on revision for select to jalon_app using ((select asking_role()) = 'integrationAgent' and entity = 'referral' and actor = (select asking_person())
	and coalesce(region_after, region_before) = (select asking_region()));

-- Its two sides, and the manager; and whoever writes the employer or the visit it comes from. Sees all: an agent does not see the employer.
create function may_write_referral(r jsonb, added boolean) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare home employer; by_home boolean := false; by_visit boolean := false;
begin
	if r ->> 'region_code' is distinct from asking_region() or asking_role() not in ('advisor', 'recruitmentAdvisor', 'manager', 'integrationAgent') then return false; end if;
	if r ->> 'employer_id' is not null then
		select * into home from employer e where e.id = (r ->> 'employer_id')::uuid;
		if home.id is null or home.region_code is distinct from asking_region() then return false; end if;
		by_home := may_write_employer(home.region_code, home.advisor_id);
	end if;
	if r ->> 'visit_id' is not null then
		by_visit := coalesce(may_write_visit(asking_region(), (select array_agg(a.person_id) from visit_adviser a where a.visit_id = (r ->> 'visit_id')::uuid), true), false);
	end if;
	if added then return (r ->> 'from_person_id')::uuid = asking_person() and (home.id is null or by_home or by_visit); end if;
	return asking_role() = 'manager' or by_home or by_visit or coalesce(asking_person() in ((r ->> 'from_person_id')::uuid, (r ->> 'to_person_id')::uuid), false);
end $$;
create function guard_referral() returns trigger language plpgsql as $$ begin
	if current_setting('app.undo', true) = 'on' then return coalesce(new, old); end if;
	if (tg_op <> 'INSERT' and not coalesce(may_write_referral(to_jsonb(old), false), false)) or (tg_op = 'INSERT' and not coalesce(may_write_referral(to_jsonb(new), true), false))
		or (tg_op = 'UPDATE' and (old.region_code, old.employer_id) is distinct from (new.region_code, new.employer_id) and not coalesce(may_write_referral(to_jsonb(new), false), false)) then
		raise exception 'row of somebody else in %', tg_table_name using errcode = 'JR003';
	end if;
	return coalesce(new, old);
end $$;
create trigger b_guard before insert or update or delete on referral for each row when (current_user = 'jalon_app') execute function guard_referral();
create trigger b_refuse_archived before insert on referral for each row when (current_user = 'jalon_app' and new.employer_id is not null) execute function refuse_archived();

-- ── One alert for one fact: the follow-up of its outcome is tied to it, one at most, and goes as it goes ──
alter table follow_up add column referral_id uuid references referral on delete cascade;
create unique index follow_up_referral on follow_up (referral_id);

create function keep_referral_follow_up() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare batch text := current_setting('app.batch', true);
begin
	if is_bulk_load() or (old.ended_on, old.state, old.reply_expected_on) is not distinct from (new.ended_on, new.state, new.reply_expected_on) then return null; end if;
	-- Not a part of the batch: taking back what was said of the referral brings this back by itself.
	perform set_config('app.batch', '', true);
	if new.ended_on is not null and old.ended_on is null then
		if new.state = 'declined' and new.ended_by_id is distinct from new.from_person_id then
			-- Whoever sent it has it to do again, today.
			update follow_up set due_on = least(due_on, new.ended_on) where referral_id = new.id and done_on is null;
		else
			update follow_up set done_on = new.ended_on, outcome = coalesce((select label_fr from term where vocabulary = 'referralOutcome' and code = new.outcome), new.end_note),
				cancel_reason = case new.state when 'withdrawn' then 'notNeeded' end where referral_id = new.id and done_on is null;
		end if;
	elsif new.ended_on is null and old.ended_on is not null then
		update follow_up set done_on = null, outcome = null, cancel_reason = null, due_on = new.reply_expected_on
			where referral_id = new.id and recorded_at = old.recorded_at;
	elsif new.reply_expected_on is distinct from old.reply_expected_on then
		update follow_up set due_on = new.reply_expected_on where referral_id = new.id and done_on is null and due_on = old.reply_expected_on;
	end if;
	perform set_config('app.batch', coalesce(batch, ''), true);
	return null;
end $$;
create trigger c_follow_up after update on referral for each row execute function keep_referral_follow_up();

-- ── A referral that had its outcome is support that was received (domain §3.1), on that day ──
alter table employer_interaction drop constraint employer_interaction_source_check, add constraint employer_interaction_source_check check (source in ('visit', 'toolUse', 'referral'));
insert into interaction_kind (code, counts_as_support, counts_as_visit) values ('referralOutcome', true, false);

create function write_referral_interactions(ids uuid[]) returns uuid[] language sql security definer set search_path = public, pg_temp as $$
	with come as (insert into employer_interaction (source_id, employer_id, source, region_code, kind, occurred_on, mrc_code)
		select r.id, r.employer_id, 'referral', r.region_code, 'referralOutcome', r.ended_on, s.mrc_code from referral r left join employer_summary s on s.employer_id = r.employer_id
		where r.state = 'closed' and r.outcome is not null and r.outcome <> 'noFollowUp' and r.employer_id is not null and (ids is null or r.id = any(ids)) returning employer_id)
	select array_agg(distinct employer_id) from come
$$;
create function touch_referral_interactions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare gone uuid[]; come uuid[];
begin
	if current_setting('app.bulk', true) = 'on' then return null; end if;
	with removed as (delete from employer_interaction i using touched t where i.source_id = t.id returning i.employer_id) select array_agg(distinct employer_id) into gone from removed;
	if tg_op <> 'DELETE' then come := write_referral_interactions(array(select id from touched)); end if;
	if gone is not null or come is not null then perform refresh_employer_support(coalesce(gone, '{}') || coalesce(come, '{}')); end if;
	return null;
end $$;
create trigger interaction_insert after insert on referral referencing new table as touched for each statement execute function touch_referral_interactions();
create trigger interaction_update after update on referral referencing new table as touched for each statement execute function touch_referral_interactions();
create trigger interaction_delete after delete on referral referencing old table as touched for each statement execute function touch_referral_interactions();

-- After a load, referrals are counted with the rest.
alter function rebuild_interactions() rename to rebuild_visit_interactions;
create function rebuild_interactions() returns void language plpgsql security definer set search_path = public, pg_temp as $$ begin
	perform rebuild_visit_interactions();
	perform refresh_employer_support(write_referral_interactions(null));
end $$;
revoke execute on function may_write_referral(jsonb, boolean), write_referral_interactions(uuid[]), rebuild_visit_interactions(), rebuild_interactions() from public;
grant execute on function may_write_referral(jsonb, boolean) to jalon_app;

-- ── Words ──
insert into term (vocabulary, code, label_fr, label_en, position) values
	('referralService', 'servicesQuebec', 'Services Québec', 'Services Québec', 0),
	('referralService', 'francisationQuebec', 'Francisation Québec', 'Francisation Québec', 1),
	('referralService', 'oqlf', 'Office québécois de la langue française (OQLF)', 'Office québécois de la langue française (OQLF)', 2),
	('referralService', 'cnesst', 'CNESST', 'CNESST', 3),
	('referralService', 'cteq', 'Centre de transfert d’entreprise du Québec (CTEQ)', 'Centre de transfert d’entreprise du Québec (CTEQ)', 4),
	('referralService', 'serviceCanada', 'Service Canada', 'Service Canada', 5),
	('referralService', 'csmo', 'Comité sectoriel de main-d’œuvre', 'Sectoral workforce committee', 6),
	('referralService', 'professionalOrder', 'Ordre professionnel', 'Professional order', 7),
	('referralService', 'chamber', 'Chambre de commerce', 'Chamber of commerce', 8),
	('referralService', 'localDevelopment', 'Développement économique local', 'Local economic development', 9),
	('referralService', 'otherDirectorate', 'Autre direction régionale du ministère', 'Another regional directorate of the ministry', 10),
	('referralService', 'other', 'Autre service', 'Another service', 99),
	('referralReason', 'recruitment', 'Recrutement local', 'Local recruitment', 0),
	('referralReason', 'internationalRecruitment', 'Recrutement international', 'International recruitment', 1),
	('referralReason', 'francization', 'Francisation', 'Francization', 2),
	('referralReason', 'languageCompliance', 'Francisation de l’entreprise', 'Francization of the business', 3),
	('referralReason', 'welcome', 'Accueil et intégration d’une personne', 'Welcome and integration of a person', 4),
	('referralReason', 'skillsRecognition', 'Reconnaissance des compétences', 'Recognition of skills', 5),
	('referralReason', 'housing', 'Logement', 'Housing', 6),
	('referralReason', 'workingConditions', 'Conditions de travail', 'Working conditions', 7),
	('referralReason', 'succession', 'Relève ou création d’entreprise', 'Succession or creation of a business', 8),
	('referralReason', 'financing', 'Aide financière', 'Financial assistance', 9),
	('referralReason', 'other', 'Autre motif', 'Other reason', 99),
	('referralOutcome', 'serviceGiven', 'Service rendu', 'Service given', 0),
	('referralOutcome', 'serviceUnderWay', 'Prise en charge par le service', 'Taken on by the service', 1),
	('referralOutcome', 'informationGiven', 'Information donnée', 'Information given', 2),
	('referralOutcome', 'referredOn', 'Dirigé vers un autre service', 'Directed to another service', 3),
	('referralOutcome', 'noFollowUp', 'Sans suite', 'No follow-up', 4),
	('referralDeclineReason', 'notEligible', 'Non admissible au service', 'Not eligible for the service', 0),
	('referralDeclineReason', 'wrongService', 'Ne relève pas de ce service', 'Not within this service', 1),
	('referralDeclineReason', 'noCapacity', 'Pas de disponibilité', 'No capacity', 2),
	('referralDeclineReason', 'incomplete', 'Il manque des renseignements', 'Information is missing', 3),
	('referralDeclineReason', 'unreachable', 'Personne n’a pu être joint', 'Nobody could be reached', 4),
	('referralDeclineReason', 'other', 'Autre raison', 'Other reason', 99),
	('referralWithdrawReason', 'consentWithdrawn', 'Consentement retiré', 'Consent withdrawn', 0),
	('referralWithdrawReason', 'metOtherwise', 'Besoin comblé autrement', 'Need met otherwise', 1),
	('referralWithdrawReason', 'mistake', 'Consigné par erreur', 'Recorded by mistake', 2),
	('referralWithdrawReason', 'other', 'Autre raison', 'Other reason', 99);
