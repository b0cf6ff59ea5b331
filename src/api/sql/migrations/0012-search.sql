-- One question over everything (the palette): who is it, which employer, which case, which need. What is typed is a beginning, a piece of a number, or a word spelled nearly right.

-- The folded name alone: where the beginning of the name is asked, and what ranks one employer before another. The rest of `search` is its town, its people and its numbers.
alter table employer_summary add column folded_name text generated always as (fold(name)) stored;
create index employer_summary_beginning on employer_summary (region_code, folded_name text_pattern_ops) include (employer_id, archived_on);

-- The people, folded. Beside the contact and not in it: an image of the journal would keep a name that a redaction has blanked.
create table contact_search (
	contact_id uuid primary key references contact on delete cascade, employer_id uuid not null, region_code text not null, folded text not null, search text not null, email text
);
create index contact_search_beginning on contact_search (region_code, folded text_pattern_ops) include (contact_id);
-- Without a list of what is still to be put in order: every search would read it whole, and the embedded database sorts it out once an hour only.
create index contact_search_search on contact_search using gin (search gin_trgm_ops, email gin_trgm_ops) with (fastupdate = off);

create function refresh_contact_search(ids uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
	insert into contact_search
	select c.id, c.employer_id, c.region_code, fold(c.name), concat_ws(' ', fold(c.name), right(c.phone, 10)), lower(c.email) from contact c where c.id = any(ids)
	on conflict (contact_id) do update set employer_id = excluded.employer_id, region_code = excluded.region_code, folded = excluded.folded, search = excluded.search, email = excluded.email
$$;
revoke execute on function refresh_contact_search(uuid[]) from public;
create function touch_contact_search() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
	perform refresh_contact_search(array(select id from touched));
	return null;
end $$;
create trigger search_insert after insert on contact referencing new table as touched for each statement execute function touch_contact_search();
create trigger search_update after update on contact referencing new table as touched for each statement execute function touch_contact_search();
select refresh_contact_search(array(select id from contact));

insert into table_access (name, access) values ('contact_search', 'model');
alter table contact_search enable row level security;
alter table contact_search force row level security;
do $$ begin execute 'create policy house on contact_search to current_user using (true) with check (true)'; end $$;
grant select on contact_search to jalon_app;
create policy region on contact_search for select to jalon_app using (region_code = (select asking_region()) and (select asking_role()) in ('advisor', 'recruitmentAdvisor', 'manager'));

-- Identifiers only, of the caller's region only, the best first: the policies judge them again when they are read.
-- `phrase` and `words` are folded; `digits` is what was typed when it is nothing but a number, `address` when it is an e-mail or a part of one. `near` says that nothing had these letters, and that these look like them.
-- Rank: the beginning of the name (the shortest first, so that the very name is the first of all), then the beginnings of words, then pieces of the name, then the rest; who is archived comes last.
create function find_records(phrase text, words text[], digits text, address text, wanted int)
returns table (kind text, id uuid, place int, near boolean) language plpgsql stable security definer rows 30
-- Likeness is dear to compute and taken for cheap: never on every row.
set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.34 set enable_seqscan = off as $$
declare
	region constant text := asking_region();
	-- A word of two letters is in no trigram: it is looked for at the beginning of the name only.
	is_long constant boolean := exists (select from unnest(words) w where length(w) >= 3);
	beginning constant text := replace(replace(replace(phrase, '\', '\\'), '%', '\%'), '_', '\_') || '%';
	piece text[] := array(select '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%' from unnest(words) w);
	everywhere text; in_name text; starting text; either text; alike text; likeness text;
	employers uuid[] := '{}'; more uuid[] := '{}'; people uuid[] := '{}'; needs uuid[] := '{}'; occupations text[] := '{}'; is_near boolean := false;
begin
	select string_agg(format('search like %L', p), ' and '), string_agg(format('folded_name like %L', p), ' and '),
		string_agg(format(''' '' || folded_name like %L', '% ' || substr(p, 2)), ' and '), string_agg(format('search like %L', p), ' or ')
	into everywhere, in_name, starting, either from unnest(piece) p;

	if digits is not null then
		-- A number of the employer's own before one of its people's. The first digits of a region's telephones are everybody's: some of them are enough, until more is typed.
		execute format('select array(select employer_id from (select * from employer_summary where region_code = $1 and search like %L limit 400) few order by archived_on is not null, neq like %L desc nulls last, search like %L desc, folded_name limit $2)',
			'%' || digits || '%', digits || '%', '% ' || digits || '%') into employers using region, wanted;
		execute format('select array(select contact_id from (select * from contact_search where region_code = $1 and search like %L limit 400) few order by folded limit $2)', '%' || digits || '%') into people using region, wanted;
	end if;
	if address is not null then
		execute format('select array(select contact_id from contact_search where region_code = $1 and email like %L order by folded limit $2)',
			'%' || replace(replace(replace(address, '\', '\\'), '%', '\%'), '_', '\_') || '%') into people using region, wanted;
	elsif phrase <> '' and cardinality(employers) + cardinality(people) = 0 then
		execute format('select array(select employer_id from employer_summary where region_code = $1 and folded_name like %L order by archived_on is not null, length(folded_name), folded_name limit $2)', beginning) into employers using region, wanted;
		execute format('select array(select contact_id from contact_search where region_code = $1 and folded like %L order by folded limit $2)', beginning) into people using region, wanted;
		if is_long then
			if cardinality(employers) < wanted then
				execute format('select array(select employer_id from employer_summary where region_code = $1 and employer_id <> all($3) and %s
					order by archived_on is not null, case when %s then 0 when %s then 1 else 2 end, length(folded_name), folded_name limit $2)', everywhere, starting, in_name) into more using region, wanted - cardinality(employers), employers;
				employers := employers || more;
			end if;
			if cardinality(people) < wanted then
				-- « tremblay loriot »: the person and where they work.
				execute format('select array(select contact_id from contact_search c where region_code = $1 and contact_id <> all($3) and (%s)%s
					order by %s desc, folded limit $2)', either,
					case when cardinality(words) > 1 then (select string_agg(format(' and (search like %L or exists (select from employer_summary e where e.employer_id = c.employer_id and e.search like %L))', p, p), '') from unnest(piece) p) else '' end,
					format(''' '' || folded like %L', '% ' || substr(piece[1], 2)))
				into more using region, wanted - cardinality(people), people;
				people := people || more;
			end if;
			execute format('select array(select code from occupation where (%s) or code like %L limit 40)', everywhere, beginning) into occupations;
			if cardinality(occupations) > 0 then
				needs := array(select n.id from labour_need n where n.region_code = region and n.occupation_code = any(occupations) order by n.open_posts > 0 desc, n.recorded_on desc, n.id limit wanted);
			end if;
		end if;
		if is_long and length(phrase) >= 4 and cardinality(employers) + cardinality(people) + cardinality(needs) = 0 then
			is_near := true;
			select string_agg(format('%L <%% search', w), ' and '), string_agg(format('word_similarity(%L, $2)', w), ' + ') into alike, likeness from unnest(words) w where length(w) >= 3;
			execute format('select array(select employer_id from employer_summary where region_code = $1 and %s order by archived_on is not null, %s + similarity(%L, folded_name) desc, folded_name limit $2)',
				alike, replace(likeness, '$2', 'folded_name'), phrase) into employers using region, wanted;
			execute format('select array(select contact_id from contact_search where region_code = $1 and %s order by %s + similarity(%L, folded) desc, folded limit $2)',
				alike, replace(likeness, '$2', 'folded'), phrase) into people using region, wanted;
		end if;
	end if;

	return query
		select 'employer', e.id, e.place::int, is_near from unnest(employers) with ordinality e (id, place)
		union all
		select 'contact', p.id, p.place::int, is_near from unnest(people) with ordinality p (id, place)
		union all
		(select 'supportCase', c.support_case_id, (row_number() over (order by c.closed_on is not null, e.place, c.opened_on desc))::int, is_near
			from unnest(employers) with ordinality e (id, place) join support_case_summary c on c.employer_id = e.id where c.region_code = region order by 3 limit wanted)
		union all
		(select 'labourNeed', f.id, (row_number() over (order by f.place, f.recorded_on desc nulls last, f.id))::int, is_near from (
				select n.id, n.place, null::date as recorded_on from unnest(needs) with ordinality n (id, place)
				union all
				select n.id, 100 + e.place, n.recorded_on from unnest(employers) with ordinality e (id, place) join labour_need n on n.employer_id = e.id
				where n.region_code = region and n.open_posts > 0 and n.id <> all(needs)) f order by 3 limit wanted)
		union all
		(select 'visit', v.id, (row_number() over (order by e.place, v.occurred_on desc, v.id))::int, is_near
			from unnest(employers[1:3]) with ordinality e (id, place)
			cross join lateral (select i.id, i.occurred_on from visit_employer p join visit i on i.id = p.visit_id where p.employer_id = e.id and i.region_code = region order by i.occurred_on desc, i.id limit 3) v
			order by 3 limit wanted);
end $$;
