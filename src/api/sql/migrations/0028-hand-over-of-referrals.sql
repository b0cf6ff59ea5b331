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

-- As in 0010-cases.sql, and the referrals with the rest.
create or replace function move_portfolio(from_person uuid, to_person uuid, of_mrc jsonb, of_employer jsonb) returns table (kind text, person_id uuid, moved int)
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
	-- Sent to somebody else, a referral waits to be received again; one's own comes back to whoever sent it.
	update referral r set to_person_id = m."to", state = 'sent', acknowledged_on = null, meeting_on = null from jsonb_to_recordset(plan) m (kind text, id uuid, "to" uuid) where m.kind = 'referrals' and r.id = m.id;
	perform set_config('app.bulk', 'off', true);
	perform refresh_employer_summary(touched);
	return query select m.kind, m."to", count(*)::int from jsonb_to_recordset(plan) m (kind text, "to" uuid) group by 1, 2;
end $$;
