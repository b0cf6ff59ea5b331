-- The domain core. PostgreSQL 15 or later and PGlite run this same file, once, in one transaction.
-- Every record table carries: id (made by the client), region_code (who owned the place at the event), version (If-Match).

create extension if not exists pg_trgm;

-- One folding for what is stored and for what is asked: accents, ligatures, apostrophes, St/Ste, articles, legal suffixes.
create function fold(value text) returns text language sql immutable parallel safe strict as $$
	select trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
		' ' || replace(replace(translate(lower(value),
			'àâäáãåéèêëíìîïóòôöõúùûüçñÿý’‘''`´-–—.,;:()/&"«»',
			'aaaaaaeeeeiiiiooooouuuucnyy                      '), 'œ', 'oe'), 'æ', 'ae') || ' ',
		'\s+ste\M', ' sainte', 'g'), '\s+st\M', ' saint', 'g'),
		'\s(?:inc|ltee|limitee|ltd|enr|senc|sencrl|s e n c|s e n c r l|cie|l|d|le|la|les|de|du|des|et)(?=\s)', '', 'g'),
		'\s+', ' ', 'g'))
$$;

-- ── Territories ────────────────────────────────────────────────────────────
create table region (code text primary key, name text not null);

create table mrc (code text primary key, name text not null, kind text not null, seat text not null, municipality_count int not null);

-- Two MRC left the Montérégie on 2021-07-08: ownership of a territory is dated.
create table mrc_region (
	mrc_code text not null references mrc, region_code text not null references region,
	valid_from date not null, valid_to date, primary key (mrc_code, valid_from), check (valid_to is null or valid_to >= valid_from)
);

create table municipality (code text primary key, name text not null, mrc_code text not null references mrc, latitude real not null, longitude real not null);
create index municipality_mrc on municipality (mrc_code);

-- ── Vocabularies: reference data with dates, never enumerations in code ────
create table sector (code text primary key, label_fr text not null, label_en text not null);

create table occupation (code text primary key check (code ~ '^[0-9]{5}$'), label_fr text not null, label_en text not null, search text generated always as (fold(label_fr || ' ' || label_en)) stored);
create index occupation_search on occupation using gin (search gin_trgm_ops);

create table term (
	vocabulary text not null, code text not null, label_fr text not null, label_en text not null, position int not null default 0,
	valid_from date not null default '2019-01-01', valid_to date, primary key (vocabulary, code)
);

create table case_stage (
	code text primary key, position int not null unique, label_fr text not null, label_en text not null, short_fr text not null, short_en text not null, stale_after_days int
);

-- What a case must show before it enters a stage (domain §2.2).
create table stage_criterion (
	code text primary key, stage text not null references case_stage, position int not null, label_fr text not null, label_en text not null
);

-- ── People and places of the house ─────────────────────────────────────────
create table service_point (
	id uuid primary key, region_code text not null references region, name text not null, municipality_code text references municipality,
	host text not null, valid_from date not null, valid_to date, version int not null default 1
);

create table person (
	id uuid primary key, region_code text not null references region, name text not null, initials text not null, role text not null,
	service_point_id uuid references service_point, valid_from date not null, valid_to date, version int not null default 1
);

-- ── Employers ──────────────────────────────────────────────────────────────
create table employer (
	id uuid primary key, region_code text not null references region,
	neq text check (neq ~ '^(11|22|33|88)[0-9]{8}$'), name text not null, sector_code text references sector, employee_count int check (employee_count >= 0),
	advisor_id uuid references person, phone text, website text, activity text, created_on date not null, version int not null default 1
);
create unique index employer_neq on employer (region_code, neq);

create table establishment (
	id uuid primary key, region_code text not null references region, employer_id uuid not null references employer, name text,
	municipality_code text not null references municipality, address text, postal_code text, is_main boolean not null default false, version int not null default 1
);
create index establishment_employer on establishment (employer_id);
create unique index establishment_main on establishment (employer_id) where is_main;

create table contact (
	id uuid primary key, region_code text not null references region, employer_id uuid not null references employer, name text not null, job_title text,
	phone text, phone_extension text, email text, is_primary boolean not null default false, version int not null default 1
);
create index contact_employer on contact (employer_id);

-- ── Support cases ──────────────────────────────────────────────────────────
create table support_case (
	id uuid primary key, region_code text not null references region, employer_id uuid not null references employer, advisor_id uuid references person,
	stage text not null references case_stage, stage_entered_on date not null, opened_on date not null,
	closed_on date, close_reason text, paused_until date, pause_reason text, version int not null default 1,
	check ((stage = 'closed') = (closed_on is not null)), check (closed_on is null or close_reason is not null)
);
create index support_case_employer on support_case (employer_id);
create index support_case_stage on support_case (region_code, stage, id);
create index support_case_advisor on support_case (advisor_id, stage);

-- Append-only: cycle times are read from it. seq is the order in which moves were made: several may bear the same day.
create table stage_change (
	id uuid primary key, seq bigint generated always as identity, region_code text not null references region, support_case_id uuid not null references support_case,
	from_stage text references case_stage, to_stage text not null references case_stage, moved_on date not null, moved_by uuid references person, reason text
);
create index stage_change_case on stage_change (support_case_id, moved_on);
-- The passages from stage to stage of a whole region are read in this order, from here alone.
create index stage_change_passages on stage_change (region_code, support_case_id, moved_on) include (to_stage);

create table case_evidence (
	id uuid primary key, region_code text not null references region, support_case_id uuid not null references support_case,
	criterion text not null references stage_criterion, occurred_on date not null, note text not null, recorded_by uuid references person
);
create index case_evidence_case on case_evidence (support_case_id);

create function refuse_rewriting() returns trigger language plpgsql as $$ begin
	raise exception 'append-only table %', tg_table_name using errcode = 'JA001';
end $$;
create trigger append_only before update or delete on stage_change for each row execute function refuse_rewriting();
create trigger append_only before update or delete on case_evidence for each row execute function refuse_rewriting();

-- ── Visits ─────────────────────────────────────────────────────────────────
create table visit (
	id uuid primary key, region_code text not null references region, status text not null check (status in ('planned', 'draft', 'completed', 'cancelled')),
	mode text not null, occurred_on date not null, duration_minutes int, headline text, summary text, solutions text[] not null default '{}',
	no_follow_up_reason text, next_contact_on date, cancel_reason text, completed_on date, created_by uuid references person,
	-- The blocks that are written, not counted (domain §2.3): profile, capacity, signals, referrals, documents, consent, lines as typed.
	report jsonb not null default '{}', version int not null default 1,
	check ((status = 'completed') = (completed_on is not null)), check ((status = 'cancelled') = (cancel_reason is not null))
);
-- State and mode with it: the visits of a period are counted without reading them.
create index visit_recent on visit (region_code, occurred_on desc, id desc) include (status, mode);

create table visit_employer (
	visit_id uuid not null references visit on delete cascade, employer_id uuid not null references employer, establishment_id uuid references establishment,
	region_code text not null references region, mrc_code text references mrc, position int not null default 0, primary key (visit_id, employer_id)
);
create index visit_employer_employer on visit_employer (employer_id, visit_id);

-- The team is frozen at the date of the visit: a transfer does not rewrite the past.
create table visit_adviser (
	visit_id uuid not null references visit on delete cascade, person_id uuid not null references person, region_code text not null references region,
	role text not null, service_point_id uuid references service_point, primary key (visit_id, person_id)
);
create index visit_adviser_person on visit_adviser (person_id, visit_id);

create table visit_addendum (
	id uuid primary key, region_code text not null references region, visit_id uuid not null references visit, written_on date not null,
	written_by uuid references person, text text not null
);
create index visit_addendum_visit on visit_addendum (visit_id);
create trigger append_only before update or delete on visit_addendum for each row execute function refuse_rewriting();

-- ── Labour needs, follow-ups, tool uses ────────────────────────────────────
create table labour_need (
	id uuid primary key, region_code text not null references region, employer_id uuid not null references employer, support_case_id uuid references support_case,
	visit_id uuid references visit, establishment_id uuid references establishment, occupation_code text not null references occupation,
	posts int not null check (posts between 1 and 9999), posts_filled int not null default 0 check (posts_filled >= 0), posts_cancelled int not null default 0 check (posts_cancelled >= 0),
	hourly_wage_cents int check (hourly_wage_cents > 0), french_level int check (french_level between 0 and 12), permanence text, start_on date, schedule text, requirements text,
	vacant_months int, local_efforts text, recorded_on date not null, closed_on date, version int not null default 1,
	open_posts int generated always as (case when closed_on is null then greatest(posts - posts_filled - posts_cancelled, 0) else 0 end) stored
);
create index labour_need_employer on labour_need (employer_id);
create index labour_need_case on labour_need (support_case_id);
create index labour_need_visit on labour_need (visit_id);
create index labour_need_recent on labour_need (region_code, recorded_on desc, id desc);
create index labour_need_occupation on labour_need (region_code, occupation_code, recorded_on desc, id desc);
-- « Open » as the list asks it: a planner does not know that a closed need has no open post.
create index labour_need_open on labour_need (region_code, occupation_code) include (open_posts) where open_posts > 0;

create table follow_up (
	id uuid primary key, region_code text not null references region, employer_id uuid not null references employer, support_case_id uuid references support_case,
	visit_id uuid references visit, kind text not null, title text not null, owner_id uuid not null references person, due_on date not null,
	done_on date, outcome text, created_on date not null, version int not null default 1
);
create index follow_up_employer on follow_up (employer_id, due_on);
create index follow_up_visit on follow_up (visit_id);
create index follow_up_case on follow_up (support_case_id);
create index follow_up_due on follow_up (region_code, due_on, id) where done_on is null;
create index follow_up_list on follow_up (region_code, due_on, id);
create index follow_up_owner on follow_up (owner_id, due_on) where done_on is null;

-- One dated event per employer and tool: the Portail is search-and-contact, the Journées Québec are missions (domain, fact 3).
create table tool_use (
	id uuid primary key, region_code text not null references region, employer_id uuid not null references employer, visit_id uuid references visit,
	tool text not null check (tool in ('employerPortal', 'journeesQuebec')),
	event text not null, occurred_on date not null, quantity int not null default 1 check (quantity between 1 and 100000), mission text,
	source text not null check (source in ('declared', 'extract')), note text, recorded_by uuid references person, version int not null default 1,
	check (case tool when 'employerPortal' then event in ('account', 'search', 'contact', 'validatedOffer') else event in ('registered', 'tookPart') end),
	check (tool = 'employerPortal' or mission is not null)
);
create index tool_use_employer on tool_use (employer_id, tool, occurred_on);
create index tool_use_visit on tool_use (visit_id);
create index tool_use_recent on tool_use (region_code, occurred_on desc, id desc);

-- ── Partners and agreements (the seed of the bilan; their screens come later) ──
create table partner (id uuid primary key, region_code text not null references region, name text not null, type text not null, mrc_code text references mrc, version int not null default 1);

create table agreement (
	id uuid primary key, region_code text not null references region, partner_id uuid not null references partner, programme text not null, title text not null,
	signed_on date not null, end_on date not null, ended_early_on date, version int not null default 1, check (end_on >= signed_on)
);
create index agreement_partner on agreement (partner_id);

create table agreement_slice (
	agreement_id uuid not null references agreement, region_code text not null references region, fiscal_year int not null,
	committed_cents bigint not null check (committed_cents >= 0), paid_cents bigint not null default 0, primary key (agreement_id, fiscal_year)
);

create table local_action (
	id uuid primary key, region_code text not null references region, agreement_id uuid not null references agreement, title text not null,
	start_on date not null, end_on date not null, version int not null default 1, check (end_on >= start_on)
);
create index local_action_agreement on local_action (agreement_id);

-- ── The house's own books ──────────────────────────────────────────────────
-- Idempotency keys are kept 90 days; the same key with another body or person is refused.
create table idempotency_key (
	key uuid primary key, person_id uuid not null, endpoint text not null, body_hash text not null, status int not null, body jsonb, etag text, created_at timestamptz not null
);
create index idempotency_key_age on idempotency_key (created_at);

create table session (token_hash text primary key, person_id uuid not null references person, created_at timestamptz not null, expires_at timestamptz not null);
