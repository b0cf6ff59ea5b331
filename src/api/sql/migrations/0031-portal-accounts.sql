-- The Portail employeurs, which is search and contact over the Arrima pool (domain §1.5, fact 3): the steps of an employer's account, each a dated fact with its
-- source and who helped, and its dated uses. A fact is a row of tool_use, as before; how an account stands is derived of them, as of any day.

-- `account` said that an account was in use: it is the activation, and stays as it is written. What comes before it, and after it, is new.
alter table tool_use drop constraint tool_use_check, add constraint tool_use_event_check check (case tool
	when 'employerPortal' then event in ('toOpen', 'opened', 'account', 'dormant', 'search', 'profileView', 'contact', 'validatedOffer') else event in ('registered', 'tookPart') end);
alter table tool_use add column helped_by_id uuid references person;

update term set label_fr = 'Compte actif', label_en = 'Account active', position = 2 where vocabulary = 'portalEvent' and code = 'account';
update term set position = position + 4 where vocabulary = 'portalEvent' and code in ('search', 'contact', 'validatedOffer');
update term set position = position + 1 where vocabulary = 'portalEvent' and code in ('contact', 'validatedOffer');
insert into term (vocabulary, code, label_fr, label_en, position) values
	('portalEvent', 'toOpen', 'Compte à ouvrir', 'Account to open', 0),
	('portalEvent', 'opened', 'Compte ouvert', 'Account opened', 1),
	('portalEvent', 'dormant', 'Compte dormant', 'Account dormant', 3),
	('portalEvent', 'profileView', 'Profils consultés', 'Profiles viewed', 5);

-- Looking at profiles is using the Portail, in the lists of employers too.
do $$ begin execute replace(pg_get_functiondef('write_employer_summary(uuid[])'::regprocedure), '(''search'', ''contact'', ''validatedOffer'')', '(''search'', ''profileView'', ''contact'', ''validatedOffer'')'); end $$;

-- After how many days without use an account sleeps. Dated: a delay that changes is a line more, and the past is read with the delay of then.
create table portal_parameter (valid_from date primary key, dormant_after_days int not null check (dormant_after_days > 0));
insert into portal_parameter (valid_from, dormant_after_days) values ('2019-01-01', 180);

-- How accounts stand today, by employer and by the region where the facts were recorded: derived of tool_use, so that a list is a range of one index.
create table portal_account (
	employer_id uuid not null references employer on delete cascade, region_code text not null references region,
	to_open_on date, opened_on date, first_active_on date, last_active_on date, dormant_on date, first_use_on date, last_use_on date, first_contact_on date, last_offer_on date,
	searches int not null, profile_views int not null, contacts int not null, validated_offers int not null, last_on date not null, archived_on date, employer_region text not null,
	primary key (employer_id, region_code)
);
create index portal_account_recent on portal_account (region_code, last_on desc, employer_id desc);

-- Looked up by keys, whatever the statistics of a new office say (0029).
create function refresh_portal_accounts(ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$ begin
	delete from portal_account a where a.employer_id = any(ids) and not exists (select from tool_use t where t.employer_id = a.employer_id and t.region_code = a.region_code and t.tool = 'employerPortal');
	insert into portal_account
	select t.employer_id, t.region_code, min(t.occurred_on) filter (where t.event = 'toOpen'), min(t.occurred_on) filter (where t.event = 'opened'),
		min(t.occurred_on) filter (where t.event = 'account'), max(t.occurred_on) filter (where t.event = 'account'), max(t.occurred_on) filter (where t.event = 'dormant'),
		min(t.occurred_on) filter (where t.event in ('search', 'profileView', 'contact', 'validatedOffer')), max(t.occurred_on) filter (where t.event in ('search', 'profileView', 'contact', 'validatedOffer')),
		min(t.occurred_on) filter (where t.event = 'contact'), max(t.occurred_on) filter (where t.event = 'validatedOffer'),
		coalesce(sum(t.quantity) filter (where t.event = 'search'), 0), coalesce(sum(t.quantity) filter (where t.event = 'profileView'), 0),
		coalesce(sum(t.quantity) filter (where t.event = 'contact'), 0), coalesce(sum(t.quantity) filter (where t.event = 'validatedOffer'), 0), max(t.occurred_on),
		e.archived_on, e.region_code
	from tool_use t join employer e on e.id = t.employer_id where t.employer_id = any(ids) and t.tool = 'employerPortal' group by t.employer_id, t.region_code, e.archived_on, e.region_code
	on conflict (employer_id, region_code) do update set to_open_on = excluded.to_open_on, opened_on = excluded.opened_on, first_active_on = excluded.first_active_on, last_active_on = excluded.last_active_on,
		dormant_on = excluded.dormant_on, first_use_on = excluded.first_use_on, last_use_on = excluded.last_use_on, first_contact_on = excluded.first_contact_on, last_offer_on = excluded.last_offer_on,
		searches = excluded.searches, profile_views = excluded.profile_views, contacts = excluded.contacts, validated_offers = excluded.validated_offers, last_on = excluded.last_on,
		archived_on = excluded.archived_on, employer_region = excluded.employer_region;
end $$;
create function rebuild_portal_accounts() returns void language sql security definer set search_path = public, pg_temp as $$
	select refresh_portal_accounts(array(select distinct employer_id from tool_use union select employer_id from portal_account))
$$;

create function touch_portal_accounts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare ids uuid[];
begin
	select array_agg(distinct employer_id) into ids from touched where tool = 'employerPortal';
	if ids is not null then perform refresh_portal_accounts(ids); end if;
	return null;
end $$;
create function touch_former_portal_accounts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare ids uuid[];
begin
	select array_agg(distinct employer_id) into ids from (select employer_id, tool from touched union all select employer_id, tool from former) t where tool = 'employerPortal';
	if ids is not null then perform refresh_portal_accounts(ids); end if;
	return null;
end $$;
create trigger portal_insert after insert on tool_use referencing new table as touched for each statement execute function touch_portal_accounts();
-- A fact that goes to another employer leaves its former one.
create trigger portal_update after update on tool_use referencing old table as former new table as touched for each statement execute function touch_former_portal_accounts();
create trigger portal_delete after delete on tool_use referencing old table as touched for each statement execute function touch_portal_accounts();

create function follow_portal_employer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
	update portal_account set archived_on = new.archived_on, employer_region = new.region_code where employer_id = new.id;
	return null;
end $$;
create trigger portal_employer after update of archived_on, region_code on employer for each row
	when (old.archived_on is distinct from new.archived_on or old.region_code <> new.region_code) execute function follow_portal_employer();
revoke execute on function refresh_portal_accounts(uuid[]), rebuild_portal_accounts() from public;

insert into table_access (name, access) values ('portal_account', 'model'), ('portal_parameter', 'reference');
alter table portal_account enable row level security;
alter table portal_account force row level security;
alter table portal_parameter enable row level security;
alter table portal_parameter force row level security;
do $$ begin
	execute format('create policy house on portal_account to %I using (true) with check (true)', current_user);
	execute format('create policy house on portal_parameter to %I using (true) with check (true)', current_user);
end $$;
grant select on portal_account, portal_parameter to jalon_app;
create policy region on portal_account for select to jalon_app using (region_code = (select asking_region()) and (select asking_role()) in ('advisor', 'recruitmentAdvisor', 'manager'));
create policy everyone on portal_parameter for select to jalon_app using (true);

-- What an extract left aside is matched and written later. `runs`: the batches under which an import wrote, each taken back by itself when it does not reach its end,
-- all of them by « annuler l'importation »; `run`: the one that wrote a row.
alter table import add column runs uuid[] not null default '{}', drop constraint import_undo_leads_to_check,
	add constraint import_undo_leads_to_check check (undo_leads_to in ('undone', 'failed', 'cancelled', 'applied'));
update import set runs = array[id] where applied_at is not null;
alter table import_row add column run uuid;
create index import_row_run on import_row (import_id, run) where run is not null;

-- The step of an account that called for a follow-up: withdrawn or dated otherwise, the follow-up goes with it until somebody takes it up. No reference: the step may go first.
alter table follow_up add column step_id uuid;
create index follow_up_step on follow_up (step_id) where step_id is not null;
insert into journal_column (entity, name, absent) values ('follow_up', 'step_id', 'null');

select rebuild_portal_accounts();
