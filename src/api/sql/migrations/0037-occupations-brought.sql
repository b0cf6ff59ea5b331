-- The whole CNP may be brought from the files of Statistique Canada: groups, and the titles that people use in both languages. What was brought says by which import;
-- what the house came with has none, and stays.

alter table occupation add column import_id uuid references import;
alter table occupation_title add column import_id uuid references import, add column search text generated always as (fold(title)) stored;
create index occupation_brought on occupation (import_id) where import_id is not null;
create index occupation_title_brought on occupation_title (import_id) where import_id is not null;
create index occupation_title_search on occupation_title using gin (search gin_trgm_ops);

-- Facts for every region: a manager brings them, and takes back what was brought.
do $$ declare name text; begin
	foreach name in array array['occupation', 'occupation_title'] loop
		execute format('grant insert, update, delete on %I to jalon_app', name);
		execute format('create policy bringing on %I for insert to jalon_app with check ((select asking_role()) = ''manager'' and import_id is not null)', name);
		execute format('create policy correcting on %I for update to jalon_app using ((select asking_role()) = ''manager'') with check ((select asking_role()) = ''manager'')', name);
		execute format('create policy taking_back on %I for delete to jalon_app using ((select asking_role()) = ''manager'' and import_id is not null)', name);
	end loop;
end $$;
