-- Accounts: who a person is stays in the journal; what proves it does not. No history, no backup reader and no log ever finds a password here.

-- Folded (lower case): the name one signs in with. A person is never deleted: who may no longer enter is disabled, at once.
alter table person add column email text check (email = lower(email)), add column disabled_at timestamptz;
create unique index person_email on person (email);

-- scrypt, with its parameters and salt. Without a hash, nobody enters; a temporary password must be changed, and does not wait for ever.
create table account (
	person_id uuid primary key references person, password_hash text, must_change boolean not null default false, temporary_until timestamptz,
	changed_at timestamptz not null, last_sign_in_at timestamptz
);

-- Failed attempts, by account and by source, shared by every process. The subject is hashed: what was typed by mistake is kept nowhere.
create table sign_in_attempt (
	scope text not null check (scope in ('account', 'source')), subject text not null, failures int not null, last_at timestamptz not null, blocked_until timestamptz,
	primary key (scope, subject)
);

-- What happened to an account, and by whom: read by those who verify.
create table account_event (
	seq bigint generated always as identity primary key, person_id uuid not null references person, region_code text not null references region,
	kind text not null, at timestamptz not null, actor uuid, request_id uuid, id uuid not null default gen_random_uuid() unique
);
create index account_event_person on account_event (person_id, seq);
create index account_event_recent on account_event (region_code, seq);
create trigger append_only before update or delete on account_event for each row execute function refuse_rewriting();

-- A session can be named without its secret, seen to be idle, and closed from elsewhere.
alter table session add column id uuid not null default gen_random_uuid() unique, add column last_seen_at timestamptz not null default now(), add column device text;
create index session_person on session (person_id);

-- A session that is closed, from here or from elsewhere, ends its streams of changes: who listens looks again at who is still there.
create function session_closed() returns trigger language plpgsql as $$ begin
	if exists (select from closed) then perform pg_notify('jalon_changes', ''); end if;
	return null;
end $$;
create trigger session_closed after delete on session referencing old table as closed for each statement execute function session_closed();
