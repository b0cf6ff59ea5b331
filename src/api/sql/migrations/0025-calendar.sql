-- The calendar of a person, read from outside under a secret address, and the invitation a visit was drawn from.

-- One address per person. Only its digest is kept: revoked, it is gone, and the account's own book says when.
create table calendar_feed (
	person_id uuid primary key references person, token_hash text not null unique, with_follow_ups boolean not null, language text not null check (language in ('fr', 'en')),
	created_at timestamptz not null, last_read_at timestamptz
);
insert into table_access (name, access) values ('calendar_feed', 'book');
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
do $$ begin execute format('create policy house on calendar_feed to %I using (true) with check (true)', current_user); end $$;
grant select, insert, update, delete on calendar_feed to jalon_app;
-- Read before anybody is known, since the address says who; then, one's own.
create policy own on calendar_feed to jalon_app using ((select asking_person()) is null or person_id = (select asking_person()))
	with check ((select asking_person()) is null or person_id = (select asking_person()));

-- Of a visit that an invitation became: a digest of the invitation's name (UID, RFC 5545), so that the same one is not logged twice by whoever logged it.
-- A cancelled visit lets it go: the invitation may come again.
alter table visit add column invitation_key text check (invitation_key ~ '^[0-9a-f]{40}$');
create unique index visit_invitation on visit (region_code, invitation_key, created_by) where invitation_key is not null;
