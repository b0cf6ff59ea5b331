-- The palette finds an immigration line by its label. Folded by the index and nowhere else: an image of the journal keeps the label once.
create index immigration_line_beginning on immigration_line (region_code, fold(label) text_pattern_ops);
create index immigration_line_label on immigration_line using gin (fold(label) gin_trgm_ops) with (fastupdate = off);

-- As in 0012-search.sql, with the lines: by the beginning of the label, then by its words; nearly right when nothing has the letters. The policies of the line judge them again when they are read.
create or replace function find_records(phrase text, words text[], digits text, address text, wanted int)
returns table (kind text, id uuid, place int, near boolean) language plpgsql stable security definer rows 30
-- Likeness is dear to compute and taken for cheap: never on every row.
set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.34 set enable_seqscan = off as $$
declare
	region constant text := asking_region();
	-- A word of two letters is in no trigram: it is looked for at the beginning of the name only.
	is_long constant boolean := exists (select from unnest(words) w where length(w) >= 3);
	beginning constant text := replace(replace(replace(phrase, '\', '\\'), '%', '\%'), '_', '\_') || '%';
	piece text[] := array(select '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%' from unnest(words) w);
	everywhere text; in_name text; starting text; either text; alike text; likeness text; in_label text; starting_label text; alike_label text;
	employers uuid[] := '{}'; more uuid[] := '{}'; people uuid[] := '{}'; needs uuid[] := '{}'; lines uuid[] := '{}'; occupations text[] := '{}'; is_near boolean := false;
begin
	select string_agg(format('search like %L', p), ' and '), string_agg(format('folded_name like %L', p), ' and '),
		string_agg(format(''' '' || folded_name like %L', '% ' || substr(p, 2)), ' and '), string_agg(format('search like %L', p), ' or ')
	into everywhere, in_name, starting, either from unnest(piece) p;
	select string_agg(format('fold(label) like %L', p), ' and '), string_agg(format(''' '' || fold(label) like %L', '% ' || substr(p, 2)), ' and ') into in_label, starting_label from unnest(piece) p;

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
		-- Labels look alike (« Soudeur 2 – Tunisie »): some of them are enough, until more is typed.
		-- Words are found by their trigrams: for so few, the planner would walk the region in the order of its labels (`region_code || ''`: measured at 50,000 lines, 430 ms and 30).
		execute format('select array(select id from (select id, label, ended_on, hired_on from immigration_line where region_code = $1 and fold(label) like %L limit 400) few order by length(label), ended_on is not null, hired_on desc, id limit $2)', beginning) into lines using region, wanted;
		if is_long then
			if cardinality(lines) < wanted then
				execute format('select array(select id from (select id, label, ended_on, hired_on from immigration_line where region_code || '''' = $1 and id <> all($3) and %s limit 400) few
					order by case when %s then 0 else 1 end, length(label), ended_on is not null, hired_on desc, id limit $2)', in_label, starting_label) into more using region, wanted - cardinality(lines), lines;
				lines := lines || more;
			end if;
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
		if is_long and length(phrase) >= 4 and cardinality(employers) + cardinality(people) + cardinality(needs) + cardinality(lines) = 0 then
			is_near := true;
			select string_agg(format('%L <%% search', w), ' and '), string_agg(format('word_similarity(%L, $2)', w), ' + ') into alike, likeness from unnest(words) w where length(w) >= 3;
			execute format('select array(select employer_id from employer_summary where region_code = $1 and %s order by archived_on is not null, %s + similarity(%L, folded_name) desc, folded_name limit $2)',
				alike, replace(likeness, '$2', 'folded_name'), phrase) into employers using region, wanted;
			execute format('select array(select contact_id from contact_search where region_code = $1 and %s order by %s + similarity(%L, folded) desc, folded limit $2)',
				alike, replace(likeness, '$2', 'folded'), phrase) into people using region, wanted;
			select string_agg(format('%L <%% fold(label)', w), ' and ') into alike_label from unnest(words) w where length(w) >= 3;
			execute format('select array(select id from (select id, label, ended_on, hired_on from immigration_line where region_code || '''' = $1 and %s limit 400) few order by similarity(%L, fold(label)) desc, ended_on is not null, hired_on desc, id limit $2)',
				alike_label, phrase) into lines using region, wanted;
		end if;
	end if;

	return query
		select 'employer', e.id, e.place::int, is_near from unnest(employers) with ordinality e (id, place)
		union all
		select 'contact', p.id, p.place::int, is_near from unnest(people) with ordinality p (id, place)
		union all
		select 'immigrationLine', l.id, l.place::int, is_near from unnest(lines) with ordinality l (id, place)
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

-- A line that takes another label: what is to be done of it, and what may come back when its steps change, bears the new one. A title that somebody wrote otherwise stays theirs, what is done keeps its own.
-- Whoever answers for a follow-up, the line is renamed by who holds the employer: a right of the house, after that of the request.
create function rename_line_follow_ups(line_id uuid, old_label text, new_label text) returns void language plpgsql security definer set search_path = public, pg_temp as $$ begin
	if asking_role() not in ('advisor', 'recruitmentAdvisor', 'manager') then raise exception 'lines are followed for counsellors' using errcode = '42501'; end if;
	update follow_up f set title = left(left(f.title, length(f.title) - length(old_label)) || new_label, 200)
	from immigration_line l where l.id = line_id and l.region_code = asking_region() and l.label = new_label and f.immigration_line_id = l.id
		and (f.done_on is null or f.closed_with_line) and right(f.title, length(old_label) + 2) = ': ' || old_label;
end $$;
revoke execute on function rename_line_follow_ups(uuid, text, text) from public;
grant execute on function rename_line_follow_ups(uuid, text, text) to jalon_app;
