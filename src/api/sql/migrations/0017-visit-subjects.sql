-- A visit is paid to one or several employers, or to a partner whose agreement is followed; what is to be done after it is for the same.

alter table visit add column partner_id uuid references partner, add column agreement_id uuid references agreement,
	add constraint visit_agreement_partner check (agreement_id is null or partner_id is not null);
create index visit_partner on visit (partner_id, occurred_on desc) where partner_id is not null;

alter table follow_up alter column employer_id drop not null, add column partner_id uuid references partner,
	add constraint follow_up_subject check (num_nonnulls(employer_id, partner_id) = 1);
create index follow_up_partner on follow_up (partner_id, due_on) where partner_id is not null;

-- A partner is entrusted to nobody: as with an employer that is nobody's, any counsellor of the region writes what is to be done with it.
create or replace function guard_owners() returns trigger language plpgsql as $$
declare
	was jsonb := case when tg_op <> 'INSERT' then as_its_owner(to_jsonb(old)) end; becomes jsonb := case when tg_op <> 'DELETE' then as_its_owner(to_jsonb(new)) end;
	moves boolean := tg_op = 'INSERT' or (tg_op = 'UPDATE' and (old.region_code, old.employer_id, old.partner_id, old.visit_id, old.support_case_id)
		is distinct from (new.region_code, new.employer_id, new.partner_id, new.visit_id, new.support_case_id));
begin
	if current_setting('app.undo', true) = 'on' then return coalesce(new, old); end if;
	if not coalesce(was is null or may_write_follow_up_row(was, false), false) or not coalesce(not moves or may_write_follow_up_row(becomes, true), false) then
		raise exception 'row of somebody else in %', tg_table_name using errcode = 'JR003';
	end if;
	return coalesce(new, old);
end $$;
create function may_write_follow_up_row(r jsonb, added boolean) returns boolean language sql stable as $$
	select case when r ->> 'partner_id' is null then may_write_row('follow_up', r, added)
		else exists (select from partner p where p.id = (r ->> 'partner_id')::uuid and p.region_code = asking_region()) and may_write_follow_up(r ->> 'region_code', (r ->> 'owner_id')::uuid, null) end
$$;

-- A group session is one event with many employers: it is in the thread of each, and being there is not support by itself (domain §3.1). A row here to count it otherwise.
insert into term (vocabulary, code, label_fr, label_en, position) values ('visitMode', 'groupSession', 'Séance de groupe', 'Group session', 4);
insert into interaction_kind (code, counts_as_support, counts_as_visit) values ('groupSession', false, false);

-- What an employer is told of its information, by version of the notice (law A-2.1, art. 65): the latest is proposed.
insert into term (vocabulary, code, label_fr, label_en, position) values ('privacyNotice', '2019-08', 'Avis d’août 2019', 'Notice of August 2019', 0);
