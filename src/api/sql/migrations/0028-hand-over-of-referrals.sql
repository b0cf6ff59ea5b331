-- Whoever leaves hands over the referrals that they received too: left under their name, nobody would answer them.

alter table hand_over add column referrals int not null default 0;

-- As in 0010-cases.sql, with the referrals received that are still open; a person's need hangs from no employer and goes with the rest.
create or replace function held_by(person uuid) returns table (kind text, id uuid, employer_id uuid) language sql stable as $$
	select 'employers', s.employer_id, s.employer_id from employer_summary s where s.region_code = asking_region() and s.advisor_id = person and s.archived_on is null
	union all select 'supportCases', k.id, k.employer_id from support_case k where k.region_code = asking_region() and k.advisor_id = person and k.closed_on is null
	union all select 'followUps', f.id, f.employer_id from follow_up_owner o join follow_up f on f.id = o.follow_up_id where o.person_id = person and o.is_open and o.region_code = asking_region()
	union all select 'visits', v.id, (select p.employer_id from visit_employer p where p.visit_id = v.id order by p.position, p.employer_id limit 1)
		from visit_adviser a join visit v on v.id = a.visit_id where a.person_id = person and v.region_code = asking_region() and v.status in ('planned', 'draft')
	union all select 'referrals', r.id, r.employer_id from referral r where r.region_code = asking_region() and r.to_person_id = person and r.ended_on is null
$$;

alter function move_portfolio(uuid, uuid, jsonb, jsonb) rename to move_portfolio_but_referrals;
-- The referrals first: they are found by who holds them, as the rest is. Sent to somebody else, they wait to be received again; one's own comes back to whoever sent it.
create function move_portfolio(from_person uuid, to_person uuid, of_mrc jsonb, of_employer jsonb) returns table (kind text, person_id uuid, moved int)
language plpgsql security definer set search_path = public, pg_temp as $$ begin
	if asking_role() is distinct from 'manager' then raise exception 'a portfolio is handed over by a manager' using errcode = '42501'; end if;
	return query with went as (
		update referral r set to_person_id = m."to", state = 'sent', acknowledged_on = null, meeting_on = null
		from (select h.id, coalesce(of_employer ->> h.employer_id::text, of_mrc ->> s.mrc_code, to_person::text)::uuid as "to"
			from held_by(from_person) h left join employer_summary s on s.employer_id = h.employer_id where h.kind = 'referrals') m
		where r.id = m.id returning m."to")
		select 'referrals', w."to", count(*)::int from went w group by 2;
	return query select * from move_portfolio_but_referrals(from_person, to_person, of_mrc, of_employer);
end $$;
revoke execute on function move_portfolio_but_referrals(uuid, uuid, jsonb, jsonb) from public;
