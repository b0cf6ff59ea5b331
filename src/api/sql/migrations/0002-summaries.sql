-- What a list shows of an employer, kept beside it so that any column can be sorted and filtered from an index at 200,000 rows.
-- Derived: it can be rebuilt at any time by refresh_employer_summary(). Nobody writes to it but the triggers below.

create table employer_summary (
	employer_id uuid primary key references employer on delete cascade, region_code text not null, name text not null, search text not null, neq text,
	mrc_code text, municipality_code text, municipality_name text, sector_code text, employee_count int, advisor_id uuid, stage text, support_case_id uuid, stage_entered_on date, last_activity_on date,
	open_posts int not null, open_needs int not null, last_visit_on date, next_step_on date, next_step_title text,
	portal_account_on date, portal_last_use_on date, portal_uses int not null, missions_joined int not null, last_mission text
);
create index employer_summary_name on employer_summary (region_code, name collate "und-x-icu", employer_id);
-- A day may be missing, and what is missing comes last in both directions: each direction has its index. Posts are never missing: one serves both.
create index employer_summary_visit on employer_summary (region_code, last_visit_on desc nulls last, employer_id desc);
create index employer_summary_visit_up on employer_summary (region_code, last_visit_on, employer_id);
create index employer_summary_step on employer_summary (region_code, next_step_on, employer_id);
create index employer_summary_step_down on employer_summary (region_code, next_step_on desc nulls last, employer_id desc);
create index employer_summary_posts on employer_summary (region_code, open_posts, employer_id);
create index employer_summary_stage on employer_summary (region_code, stage, name collate "und-x-icu", employer_id);
create index employer_summary_mrc on employer_summary (region_code, mrc_code, name collate "und-x-icu", employer_id);
create index employer_summary_sector on employer_summary (region_code, sector_code, name collate "und-x-icu", employer_id);
create index employer_summary_advisor on employer_summary (region_code, advisor_id, name collate "und-x-icu", employer_id);
create index employer_summary_tools on employer_summary (region_code, portal_account_on, portal_last_use_on, missions_joined);
create index employer_summary_search on employer_summary using gin (search gin_trgm_ops);

-- The same for the board: one row a case, no join to draw a card. last_activity_on is the last trace of work; a case without one for too long « dort ».
create table support_case_summary (
	support_case_id uuid primary key references support_case on delete cascade, region_code text not null, employer_id uuid not null, employer_name text not null, mrc_code text,
	advisor_id uuid, stage text not null, stage_entered_on date not null, opened_on date not null, closed_on date, paused_until date, last_activity_on date not null,
	posts int not null, open_posts int not null, occupation_code text, occupations int not null
);
create index support_case_summary_board on support_case_summary (region_code, stage, stage_entered_on, support_case_id);
create index support_case_summary_trace on support_case_summary (region_code, stage, last_activity_on, support_case_id) include (open_posts, paused_until, closed_on);
create index support_case_summary_entered on support_case_summary (region_code, stage_entered_on, support_case_id);
create index support_case_summary_name on support_case_summary (region_code, employer_name collate "und-x-icu", support_case_id);
create index support_case_summary_employer on support_case_summary (employer_id);

-- Every write calls it: its two statements are planned once a session, not at each call (planning them takes longer than running them for one employer).
create function refresh_employer_summary(ids uuid[]) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
	insert into support_case_summary
	select k.id, k.region_code, k.employer_id, e.name, m.mrc_code, k.advisor_id, k.stage, k.stage_entered_on, k.opened_on, k.closed_on, k.paused_until,
		case when k.closed_on is null then greatest(k.stage_entered_on,
			(select max(v.occurred_on) from visit_employer ve join visit v on v.id = ve.visit_id where ve.employer_id = k.employer_id and v.status = 'completed'),
			(select max(f.done_on) from follow_up f where f.employer_id = k.employer_id),
			(select max(x.occurred_on) from case_evidence x where x.support_case_id = k.id)) else k.closed_on end,
		coalesce(n.posts, 0), coalesce(n.open_posts, 0), n.occupation_code, coalesce(n.occupations, 0)
	from support_case k join employer e on e.id = k.employer_id
	left join lateral (select mu.mrc_code from establishment s join municipality mu on mu.code = s.municipality_code where s.employer_id = e.id order by s.is_main desc, s.id limit 1) m on true
	left join lateral (select sum(l.posts)::int posts, sum(l.open_posts)::int open_posts, count(distinct l.occupation_code)::int occupations,
			(array_agg(l.occupation_code order by l.open_posts desc, l.id))[1] occupation_code from labour_need l where l.support_case_id = k.id) n on true
	where k.employer_id = any(ids)
	on conflict (support_case_id) do update set employer_name = excluded.employer_name, mrc_code = excluded.mrc_code, advisor_id = excluded.advisor_id, stage = excluded.stage,
		stage_entered_on = excluded.stage_entered_on, opened_on = excluded.opened_on, closed_on = excluded.closed_on, paused_until = excluded.paused_until, last_activity_on = excluded.last_activity_on,
		posts = excluded.posts, open_posts = excluded.open_posts, occupation_code = excluded.occupation_code, occupations = excluded.occupations;

	insert into employer_summary
	select e.id, e.region_code, e.name, fold(concat_ws(' ', e.name, m.name, p.names)) || ' ' || concat_ws(' ', e.neq, right(e.phone, 10), p.phones), e.neq,
		m.mrc_code, m.code, m.name, e.sector_code, e.employee_count, e.advisor_id, c.stage, c.id, c.stage_entered_on, c.last_activity_on,
		coalesce(n.posts, 0), coalesce(n.needs, 0), v.last_visit_on, f.due_on, f.title,
		u.account_on, u.last_use_on, coalesce(u.uses, 0), coalesce(u.missions, 0), u.last_mission
	from employer e
	left join lateral (select mu.code, mu.name, mu.mrc_code from establishment s join municipality mu on mu.code = s.municipality_code where s.employer_id = e.id order by s.is_main desc, s.id limit 1) m on true
	left join lateral (select string_agg(x.name, ' ') names, string_agg(right(x.phone, 10), ' ') phones from contact x where x.employer_id = e.id) p on true
	left join lateral (select k.support_case_id id, k.stage, k.stage_entered_on, k.last_activity_on from support_case_summary k where k.employer_id = e.id and k.closed_on is null order by k.opened_on desc, k.support_case_id limit 1) c on true
	left join lateral (select sum(l.open_posts)::int posts, count(*) filter (where l.open_posts > 0)::int needs from labour_need l where l.employer_id = e.id and l.closed_on is null) n on true
	left join lateral (select max(i.occurred_on) last_visit_on from visit_employer ve join visit i on i.id = ve.visit_id where ve.employer_id = e.id and i.status in ('draft', 'completed') and i.mode <> 'phone') v on true
	left join lateral (select w.due_on, w.title from follow_up w where w.employer_id = e.id and w.done_on is null order by w.due_on, w.id limit 1) f on true
	left join lateral (select min(t.occurred_on) filter (where t.event = 'account') account_on,
			max(t.occurred_on) filter (where t.event in ('search', 'contact', 'validatedOffer')) last_use_on,
			count(*) filter (where t.event in ('search', 'contact', 'validatedOffer'))::int uses,
			count(distinct t.mission) filter (where t.event = 'tookPart')::int missions,
			(array_agg(t.mission order by t.occurred_on desc) filter (where t.event = 'tookPart'))[1] last_mission
		from tool_use t where t.employer_id = e.id) u on true
	where e.id = any(ids)
	on conflict (employer_id) do update set region_code = excluded.region_code, name = excluded.name, search = excluded.search, neq = excluded.neq, mrc_code = excluded.mrc_code,
		municipality_code = excluded.municipality_code, municipality_name = excluded.municipality_name, sector_code = excluded.sector_code, employee_count = excluded.employee_count, advisor_id = excluded.advisor_id,
		stage = excluded.stage, support_case_id = excluded.support_case_id, stage_entered_on = excluded.stage_entered_on, last_activity_on = excluded.last_activity_on,
		open_posts = excluded.open_posts, open_needs = excluded.open_needs, last_visit_on = excluded.last_visit_on, next_step_on = excluded.next_step_on, next_step_title = excluded.next_step_title,
		portal_account_on = excluded.portal_account_on, portal_last_use_on = excluded.portal_last_use_on, portal_uses = excluded.portal_uses,
		missions_joined = excluded.missions_joined, last_mission = excluded.last_mission;
end $$;

-- Statement-level, so that a batch refreshes each employer once. A set-based load sets app.bulk and refreshes at its end.
create function touch_employer_summary() returns trigger language plpgsql as $$
declare ids uuid[]; key text := case tg_table_name when 'employer' then 'id' when 'visit' then 'id' when 'case_evidence' then 'support_case_id' else 'employer_id' end;
begin
	if current_setting('app.bulk', true) = 'on' then return null; end if;
	execute format('select array_agg(distinct %I) from touched', key) into ids;
	if tg_table_name = 'visit' then select array_agg(distinct employer_id) into ids from visit_employer where visit_id = any(ids); end if;
	if tg_table_name = 'case_evidence' then select array_agg(distinct employer_id) into ids from support_case where id = any(ids); end if;
	if ids is not null then perform refresh_employer_summary(ids); end if;
	return null;
end $$;

do $$ declare name text; begin
	foreach name in array array['employer', 'establishment', 'contact', 'support_case', 'visit', 'visit_employer', 'labour_need', 'follow_up', 'tool_use', 'case_evidence'] loop
		execute format('create trigger summary_insert after insert on %I referencing new table as touched for each statement execute function touch_employer_summary()', name);
		continue when name = 'case_evidence';
		execute format('create trigger summary_update after update on %I referencing new table as touched for each statement execute function touch_employer_summary()', name);
		execute format('create trigger summary_delete after delete on %I referencing old table as touched for each statement execute function touch_employer_summary()', name);
	end loop;
end $$;

-- How many rows of each list a region has: a list with neither filter nor search reads its total here, for counting 200,000 rows takes longer than drawing a page.
-- Several slots a region, so that two people who add at the same instant do not wait for each other.
create table list_total (list text, region_code text, slot int, total bigint not null, primary key (list, region_code, slot));

create function count_list_rows() returns trigger language plpgsql as $$
begin
	if tg_op = 'TRUNCATE' then
		delete from list_total where list = tg_table_name;
	elsif tg_level = 'ROW' then
		insert into list_total values (tg_table_name, old.region_code, pg_backend_pid() % 64, -1), (tg_table_name, new.region_code, pg_backend_pid() % 64, 1)
		on conflict (list, region_code, slot) do update set total = list_total.total + excluded.total;
	else
		insert into list_total select tg_table_name, region_code, pg_backend_pid() % 64, (case tg_op when 'INSERT' then 1 else -1 end) * count(*) from touched group by region_code
		on conflict (list, region_code, slot) do update set total = list_total.total + excluded.total;
	end if;
	return null;
end $$;

-- A load that switches triggers off counts again at its end.
create function recount_list(name text) returns void language plpgsql as $$
begin
	delete from list_total where list = name;
	execute format('insert into list_total select %L, region_code, 0, count(*) from %I group by region_code', name, name);
end $$;

do $$ declare name text; begin
	foreach name in array array['employer', 'support_case', 'visit', 'labour_need', 'follow_up', 'tool_use'] loop
		execute format('create trigger total_insert after insert on %I referencing new table as touched for each statement execute function count_list_rows()', name);
		execute format('create trigger total_delete after delete on %I referencing old table as touched for each statement execute function count_list_rows()', name);
		execute format('create trigger total_move after update of region_code on %I for each row when (old.region_code is distinct from new.region_code) execute function count_list_rows()', name);
		execute format('create trigger total_truncate after truncate on %I for each statement execute function count_list_rows()', name);
	end loop;
end $$;
