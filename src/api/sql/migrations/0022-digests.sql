-- Alerts and the digest of the day: what each person was told of, whether by e-mail or by the page that they opened, so that no fact is told twice.

create table digest_preference (
	person_id uuid primary key references person, by_mail boolean not null, hour int not null check (hour between 0 and 23), working_days_only boolean not null,
	language text not null check (language in ('fr', 'en')), version int not null
);

-- One row a person and a day, whoever looks: it is claimed before it is sent, and a claim that nobody kept is taken again ten minutes later.
create table digest (
	id uuid primary key, person_id uuid not null references person, region_code text not null references region, day date not null,
	state text not null check (state in ('claimed', 'sent', 'nothing', 'failed')), claim uuid not null, claimed_at timestamptz not null,
	attempts int not null default 0, retry_at timestamptz, fault text, sent_at timestamptz, alerts int not null default 0, unique (person_id, day)
);
create index digest_recent on digest (region_code, day desc);

-- Names of facts and how they stood, no words: a fact is told again when it changes, or a week later as long as it is late.
create table told_alert (
	person_id uuid not null references person, fact text not null, told_as text not null, told_on date not null, seen_as text, primary key (person_id, fact)
);

insert into table_access (name, access) values ('digest_preference', 'book'), ('digest', 'book'), ('told_alert', 'book');
do $$ declare item text; begin
	foreach item in array array['digest_preference', 'digest', 'told_alert'] loop
		execute format('alter table %I enable row level security', item);
		execute format('alter table %I force row level security', item);
		execute format('create policy house on %I to current_user using (true) with check (true)', item);
		execute format('grant select, insert, update on %I to jalon_app', item);
		execute format('create policy own on %I to jalon_app using (person_id = (select asking_person())) with check (person_id = (select asking_person()))', item);
	end loop;
end $$;
-- How the post of the region goes: no address, no word of what was sent.
create policy post on digest for select to jalon_app using (region_code = (select asking_region()) and (select asking_role()) = 'administrator');

-- Whose digest of a day is not settled yet: asked by the house, for every region. Whether their hour has come is a rule (api/rules/digests.ts).
create function digests_open(today date, at timestamptz) returns table (
	person_id uuid, region_code text, role text, name text, email text, by_mail boolean, hour int, working_days_only boolean, language text
) language sql stable security definer set search_path = public, pg_temp as $$
	select p.id, p.region_code, p.role, p.name, p.email, s.by_mail, s.hour, s.working_days_only, s.language
	from person p join account a on a.person_id = p.id left join digest_preference s on s.person_id = p.id left join digest g on g.person_id = p.id and g.day = today
	where p.email is not null and p.disabled_at is null and p.valid_from <= today and (p.valid_to is null or p.valid_to >= today)
		and p.role in ('advisor', 'recruitmentAdvisor', 'manager', 'integrationAgent') and coalesce(s.by_mail, true)
		and (g.id is null or (g.state = 'claimed' and g.claimed_at <= at - interval '10 minutes') or (g.state = 'failed' and g.retry_at <= at))
	order by p.id
$$;
