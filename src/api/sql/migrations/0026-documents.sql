-- Documents of an employer, of a visit or of a support case. A row says what a file is called, what it is and whose; its bytes are outside of the database, under the
-- name of their own SHA-256, so that the journal, which keeps the hash, keeps the file.

create table document (
	id uuid primary key, region_code text not null references region,
	employer_id uuid references employer, visit_id uuid references visit, support_case_id uuid references support_case,
	subject_id uuid not null generated always as (coalesce(employer_id, visit_id, support_case_id)) stored,
	-- As its author calls it, without the folders it was in; what it is, by its content (contract/document-kinds.ts).
	file_name text not null, title text, kind text not null, size int not null check (size > 0), sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	created_by uuid not null references person, created_at timestamptz not null,
	version int not null default 1, recorded_at timestamptz not null default now(),
	constraint document_subject check (num_nonnulls(employer_id, visit_id, support_case_id) = 1)
);
create index document_of_subject on document (subject_id);
create index document_employer on document (employer_id) where employer_id is not null;
create index document_visit on document (visit_id) where visit_id is not null;
create index document_support_case on document (support_case_id) where support_case_id is not null;

-- The history of the employer, the visit or the case tells its documents.
insert into journal_entity (name, position, root) values ('document', 126, 'subject_id');
create trigger a_stamp before insert or update on document for each row execute function stamp();
create trigger journal_insert after insert on document referencing new table as after_rows for each statement execute function journal('subject_id');
create trigger journal_update after update on document referencing old table as before_rows new table as after_rows for each statement execute function journal('subject_id');
create trigger journal_delete after delete on document referencing old table as before_rows for each statement execute function journal('subject_id');
select write_known_at('document');

-- Who reads the employer, the visit or the case reads its documents; who writes it writes them.
insert into table_access (name, access) values ('document', 'field');
alter table document enable row level security;
alter table document force row level security;
do $$ begin execute format('create policy house on document to %I using (true) with check (true)', current_user); end $$;
grant select, insert, update, delete on document to jalon_app;
create policy region on document to jalon_app using (region_code = (select field_region())) with check (region_code = (select field_region()));

create function may_write_document(r jsonb) returns boolean language sql stable as $$
	select r ->> 'region_code' = asking_region() and case
		when r ->> 'employer_id' is not null then (select may_write_employer(e.region_code, e.advisor_id) from employer e where e.id = (r ->> 'employer_id')::uuid)
		when r ->> 'visit_id' is not null then (select may_write_visit(v.region_code, (select array_agg(a.person_id) from visit_adviser a where a.visit_id = v.id), visit_is_here(v.id))
			from visit v where v.id = (r ->> 'visit_id')::uuid)
		else (select may_write_case(c.region_code, c.advisor_id, e.advisor_id) from support_case c join employer e on e.id = c.employer_id where c.id = (r ->> 'support_case_id')::uuid) end
$$;
create function guard_document() returns trigger language plpgsql as $$ begin
	if current_setting('app.undo', true) = 'on' then return coalesce(new, old); end if;
	if (tg_op <> 'INSERT' and not coalesce(may_write_document(to_jsonb(old)), false)) or (tg_op <> 'DELETE' and not coalesce(may_write_document(to_jsonb(new)), false)) then
		raise exception 'row of somebody else in %', tg_table_name using errcode = 'JR003';
	end if;
	return coalesce(new, old);
end $$;
create trigger b_guard before insert or update or delete on document for each row when (current_user = 'jalon_app') execute function guard_document();
create trigger b_refuse_archived before insert on document for each row when (current_user = 'jalon_app' and new.employer_id is not null) execute function refuse_archived();
