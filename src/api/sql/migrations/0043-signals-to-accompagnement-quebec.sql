-- Signals to Accompagnement Québec (domain §2.2 stage 7, §2.6): a referral to a point of service, whose agents of integration answer for it. Either one person, with that person's
-- consent, or a number of persons of whom nothing else is said.

alter table referral
	add column to_service_point_id uuid references service_point,
	-- Codes of `newcomerVolet`.
	add column volets text[] not null default '{}',
	add column persons int check (persons between 1 and 500),
	add column counts_only boolean not null default false,
	add column immigration_line_id uuid references immigration_line on delete set null,
	alter column consent_from drop not null, alter column consent_on drop not null, alter column consent_method drop not null,
	drop constraint referral_destination,
	add constraint referral_destination check (num_nonnulls(to_person_id, to_partner_id, to_service, to_service_point_id) = 1),
	add constraint referral_signal check ((to_service_point_id is not null) = (persons is not null) and (to_service_point_id is not null) = (cardinality(volets) > 0)),
	-- Nothing leaves without consent (law A-2.1, art. 53.1), unless nothing in it tells of anybody.
	add constraint referral_consent check (case when counts_only then to_service_point_id is not null and num_nonnulls(consent_from, consent_on, consent_method, immigration_line_id, contact_name) = 0
		else num_nulls(consent_from, consent_on, consent_method) = 0 and (to_service_point_id is null or (persons = 1 and consent_from = 'person')) end),
	add constraint referral_line check (immigration_line_id is null or to_service_point_id is not null);
create index referral_service_point on referral (to_service_point_id, reply_expected_on) where to_service_point_id is not null;
create index referral_line on referral (immigration_line_id) where immigration_line_id is not null;
insert into journal_column (entity, name, absent) values ('referral', 'to_service_point_id', 'null'), ('referral', 'volets', '[]'), ('referral', 'persons', 'null'), ('referral', 'counts_only', 'false'),
	('referral', 'immigration_line_id', 'null');
-- It comes back after the line it is about, and goes before it; what follows it comes after it.
update journal_entity set position = 154 where name = 'referral';

-- What was said to the person at arrival, and when: sent with consent, counted without a trace of whom, or not wished for.
alter table immigration_line add column newcomer_answer text check (newcomer_answer in ('referred', 'counted', 'declined')), add column newcomer_offered_on date,
	add constraint immigration_line_newcomer check ((newcomer_answer is null) = (newcomer_offered_on is null));
insert into journal_column (entity, name, absent) values ('immigration_line', 'newcomer_answer', 'null'), ('immigration_line', 'newcomer_offered_on', 'null');
create index immigration_line_offered on immigration_line (employer_id, newcomer_offered_on) where newcomer_offered_on is not null;

-- ── Who reads, who writes: the agents of the point of service are who receives ──
create function asking_service_point() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
	select p.service_point_id from person p where p.id = asking_person() and p.role = 'integrationAgent' and p.region_code = asking_region()
$$;
revoke execute on function asking_service_point() from public;
grant execute on function asking_service_point() to jalon_app;
create policy service_point on referral to jalon_app
	using (region_code = (select asking_region()) and (select asking_role()) = 'integrationAgent' and to_service_point_id = (select asking_service_point()))
	with check (region_code = (select asking_region()) and (select asking_role()) = 'integrationAgent');
-- Of a person who consented, they read what the employer is called; of persons who are only counted, nothing by which one of them could be recognized.
drop policy referred on employer_summary;
create policy referred on employer_summary for select to jalon_app using ((select asking_role()) = 'integrationAgent' and employer_id in (
	select r.employer_id from referral r where not r.counts_only
		and ((select asking_person()) in (r.from_person_id, r.to_person_id) or r.to_service_point_id = (select asking_service_point()))));

-- As in 0018-referrals.sql, with the agents of the point of service.
create or replace function may_write_referral(r jsonb, added boolean) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
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
	return asking_role() = 'manager' or by_home or by_visit or coalesce(asking_person() in ((r ->> 'from_person_id')::uuid, (r ->> 'to_person_id')::uuid), false)
		or coalesce((r ->> 'to_service_point_id')::uuid = asking_service_point(), false);
end $$;

-- What Accompagnement Québec does for a person is no support that the employer received (domain §3.1).
do $$ begin
	execute replace(pg_get_functiondef('write_referral_interactions(uuid[])'::regprocedure), 'r.employer_id is not null', 'r.employer_id is not null and r.to_service_point_id is null');
end $$;

-- ── Words ──
insert into term (vocabulary, code, label_fr, label_en, position) values
	('newcomerVolet', 'settlement', 'Installation', 'Settlement', 0),
	('newcomerVolet', 'francization', 'Francisation', 'Francization', 1),
	('newcomerVolet', 'employment', 'Intégration au marché de l’emploi', 'Integration into the labour market', 2),
	('newcomerVolet', 'community', 'Intégration à la collectivité', 'Integration into the community', 3);
