-- A promise made to an employer is a follow-up that says so: its owner, its day and its state are the follow-up's.
alter table follow_up add column promised boolean not null default false;
insert into journal_column (entity, name, absent) values ('follow_up', 'promised', 'false');
create index follow_up_promised on follow_up (region_code, due_on, id) where promised;

-- What somebody decided about a text that seemed to hold what a note must not (identifiers, health, origin of a named person): the kinds, the record, the field,
-- the choice. Never the text, nor what was found in it. A log like that of the accounts: added to, read by who verifies, rewritten by nobody.
create table text_choice (
	id uuid primary key, seq bigint generated always as identity, region_code text not null references region, person_id uuid not null references person, made_at timestamptz not null,
	entity text not null, record_id uuid, field text not null, kinds text[] not null check (cardinality(kinds) > 0), choice text not null check (choice in ('kept', 'corrected')), request_id uuid
);
create index text_choice_recent on text_choice (region_code, seq);
create trigger append_only before update or delete on text_choice for each row execute function refuse_rewriting();

insert into table_access (name, access) values ('text_choice', 'journal');
alter table text_choice enable row level security;
alter table text_choice force row level security;
create policy house on text_choice to current_user using (true) with check (true);
grant select, insert on text_choice to jalon_app;
create policy reading on text_choice for select to jalon_app using (region_code = (select asking_region()) and (select asking_role()) in ('manager', 'auditor'));
create policy adding on text_choice for insert to jalon_app with check (region_code = (select asking_region()) and person_id = (select asking_person()));
