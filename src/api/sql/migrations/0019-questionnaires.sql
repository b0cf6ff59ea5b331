-- Vocabularies that a region words, retires and adds to; the yearly questionnaire; signals from reports and from answers, in one place, with their protocol.

-- An identifier that follows from what it names: the same in every home, and for a version 4 in shape.
create function named_id(what text) returns uuid language sql immutable parallel safe as $$
	select (substr(h, 1, 12) || '4' || substr(h, 14, 3) || '8' || substr(h, 18))::uuid from md5(what) h
$$;

-- ── Vocabularies: `term` is what the product brings; here is what a region says of it, and what it adds. Without a row, the term is as it was brought ──
create table term_setting (
	id uuid primary key, region_code text not null references region, vocabulary text not null, code text not null, label_fr text not null, label_en text not null,
	position double precision not null, valid_from date not null, valid_to date, successor text,
	version int not null default 1, recorded_at timestamptz not null default now(), unique (region_code, vocabulary, code), check (valid_to is null or valid_to >= valid_from)
);
-- Every term of the region that asks, of whatever day. Version 0: nobody here has touched it. The sectors are the SCIAN's: a region may word one or retire it.
create view region_term with (security_invoker = true) as
	select coalesce(s.id, named_id('term ' || asking_region() || ' ' || b.vocabulary || ' ' || b.code)) as id, vocabulary, code,
		coalesce(s.label_fr, b.label_fr) as label_fr, coalesce(s.label_en, b.label_en) as label_en, coalesce(s.position, b.position) as position,
		coalesce(s.valid_from, b.valid_from) as valid_from, case when s.id is null then b.valid_to else s.valid_to end as valid_to, s.successor, coalesce(s.version, 0) as version, b.code is null as is_added
	from (select vocabulary, code, label_fr, label_en, position, valid_from, valid_to from term
		union all select 'sector', code, label_fr, label_en, row_number() over (order by code)::int, date '2019-01-01', null from sector) b
	full join (select * from term_setting where region_code = (select asking_region())) s using (vocabulary, code);
grant select on region_term to jalon_app;

insert into term (vocabulary, code, label_fr, label_en, position) values
	('signal', 'hiringDifficulty', 'Difficulté de recrutement', 'Difficulty in hiring', 9),
	('signal', 'housing', 'Logement insuffisant', 'Lack of housing', 10),
	('signal', 'successionPlanned', 'Vente ou relève à préparer', 'Sale or succession to prepare', 11);

-- ── What is done about each signal, by region: how pressing it is, and its protocol ──
create table signal_protocol (
	id uuid primary key, region_code text not null references region, signal text not null, level text not null check (level in ('red', 'amber')), protocol_fr text not null, protocol_en text not null,
	version int not null default 1, recorded_at timestamptz not null default now(), unique (region_code, signal)
);
insert into signal_protocol (id, region_code, signal, level, protocol_fr, protocol_en, recorded_at)
	select named_id('signal_protocol ' || r.code || ' ' || p.signal), r.code, p.signal, p.level, p.fr, p.en, '2019-08-28 12:00+00' from region r cross join (values
	('closureRisk', 'red', 'Aviser la gestionnaire ou le gestionnaire le jour même. Prévenir Services Québec (mesures aux entreprises) et la MRC avec l’accord de l’employeur. Vérifier les permis liés à l’employeur.', 'Tell the manager the same day. Tell Services Québec (business measures) and the MRC with the employer’s consent. Check permits tied to the employer.'),
	('layoffs', 'red', 'Noter le nombre de postes et la date prévue. Prévenir Services Québec, qui peut former un comité d’aide au reclassement. Aviser la gestionnaire ou le gestionnaire le jour même.', 'Note the number of posts and the planned date. Tell Services Québec, which may set up a reclassification committee. Tell the manager the same day.'),
	('complaint', 'red', 'Consigner les faits seulement : ce qui est dit, quand, par qui. Remettre les coordonnées de la CNESST. Ne pas enquêter ni promettre. Aviser la gestionnaire ou le gestionnaire le jour même.', 'Keep facts only: what was said, when, by whom. Give the contact details of the CNESST. Do not investigate, do not promise. Tell the manager the same day.'),
	('abusiveRecruiter', 'red', 'Consigner les faits seulement. Diriger vers la CNESST, qui délivre les permis des agences de recrutement. Aviser la gestionnaire ou le gestionnaire le jour même.', 'Keep facts only. Refer to the CNESST, which licenses recruitment agencies. Tell the manager the same day.'),
	('permitDependency', 'amber', 'Dresser avec l’employeur la liste des échéances. Prévoir les renouvellements par vagues et un suivi 180 jours avant.', 'List the expiry dates with the employer. Plan renewals in waves and a follow-up 180 days before.'),
	('permitExpiring', 'amber', 'Planifier le renouvellement : EIMT et CAQ sont à refaire. Créer un suivi à 120 et à 90 jours de l’échéance.', 'Plan the renewal: LMIA and CAQ must be done again. Add a follow-up 120 and 90 days before the expiry.'),
	('languageNonCompliance', 'amber', 'Présenter Francisation Québec et ses cours en entreprise. Diriger vers l’OQLF à partir de 25 personnes employées.', 'Present Francisation Québec and its workplace courses. Refer to the OQLF from 25 employees on.'),
	('workerInDifficulty', 'red', 'En cas d’urgence, composer le 911. Diriger la personne vers la CNESST et l’organisme local d’aide. Consigner les faits, sans renseignement de santé. Aviser la gestionnaire ou le gestionnaire le jour même.', 'In an emergency, dial 911. Refer the person to the CNESST and the local help organization. Keep facts, no health information. Tell the manager the same day.'),
	('expansion', 'amber', 'Proposer un diagnostic des besoins dans le mois. Présenter les Journées Québec et le Portail employeurs. Prévenir la MRC avec l’accord de l’employeur.', 'Offer a needs assessment within the month. Present Journées Québec and the Portail employeurs. Tell the MRC with the employer’s consent.'),
	('hiringDifficulty', 'amber', 'Prévoir une rencontre sur les solutions de recrutement, bassin local d’abord.', 'Plan a meeting on ways to recruit, local pool first.'),
	('housing', 'amber', 'Diriger vers la MRC et l’office d’habitation. Le noter dans la capacité d’accueil du prochain rapport.', 'Refer to the MRC and the housing office. Note it in the capacity to welcome of the next report.'),
	('successionPlanned', 'amber', 'Présenter le Centre de transfert d’entreprise du Québec et la relève par l’immigration.', 'Present the Centre de transfert d’entreprise du Québec and succession through immigration.')) p (signal, level, fr, en);

-- ── The questionnaire: a set of questions holds from its year until another year has its own. A question keeps its code over the years: that is its trend ──
create table question (
	id uuid primary key, region_code text not null references region, year int not null check (year between 2015 and 2100), code text not null, position int not null,
	wording_fr text not null, wording_en text not null, kind text not null check (kind in ('yesNo', 'scale', 'choice', 'text')),
	-- Of a choice: [{ code, labelFr, labelEn }]. Which answer raises which signal: [{ answer, signal, level }].
	choices jsonb not null default '[]', raises jsonb not null default '[]', is_asked boolean not null default true,
	version int not null default 1, recorded_at timestamptz not null default now(), unique (region_code, year, code)
);
insert into question (id, region_code, year, code, position, kind, wording_fr, wording_en, choices, raises, recorded_at)
	select named_id('question ' || r.code || ' ' || q.code), r.code, 2019, q.code, q.position, q.kind, q.fr, q.en, q.choices::jsonb, q.raises::jsonb, '2019-08-28 12:00+00' from region r cross join (values
	('staffing', 0, 'choice', 'D’ici un an, comment évoluera votre effectif?', 'Over the next year, how will your workforce change?',
		'[{"code":"growth","labelFr":"Croissance","labelEn":"Growth"},{"code":"stable","labelFr":"Stabilité","labelEn":"No change"},{"code":"reduction","labelFr":"Réduction d’effectifs","labelEn":"Downsizing"}]',
		'[{"answer":"reduction","signal":"layoffs","level":"red"},{"answer":"growth","signal":"expansion","level":"amber"}]'),
	('moving', 1, 'yesNo', 'Un déménagement ou un transfert d’activités est-il envisagé?', 'Is a move or a transfer of operations considered?', '[]', '[{"answer":"yes","signal":"closureRisk","level":"red"}]'),
	('future', 2, 'choice', 'L’entreprise prévoit-elle une vente, une relève ou une fermeture?', 'Is a sale, a succession or a closure planned?',
		'[{"code":"none","labelFr":"Rien de prévu","labelEn":"Nothing planned"},{"code":"succession","labelFr":"Vente ou relève","labelEn":"Sale or succession"},{"code":"closure","labelFr":"Fermeture","labelEn":"Closure"}]',
		'[{"answer":"closure","signal":"closureRisk","level":"red"},{"answer":"succession","signal":"successionPlanned","level":"amber"}]'),
	('hiring', 3, 'scale', 'À quel point est-il difficile de recruter?', 'How difficult is it to recruit?', '[]', '[{"answer":"4","signal":"hiringDifficulty","level":"amber"},{"answer":"5","signal":"hiringDifficulty","level":"red"}]'),
	('housing', 4, 'yesNo', 'Le manque de logements freine-t-il vos embauches?', 'Does a lack of housing hold back your hiring?', '[]', '[{"answer":"yes","signal":"housing","level":"amber"}]'),
	('permits', 5, 'yesNo', 'Des permis de travail viennent-ils à échéance d’ici six mois?', 'Do work permits expire within six months?', '[]', '[{"answer":"yes","signal":"permitExpiring","level":"amber"}]'),
	('french', 6, 'yesNo', 'Le français est-il la langue habituelle du travail?', 'Is French the usual language of work?', '[]', '[{"answer":"no","signal":"languageNonCompliance","level":"amber"}]'),
	('concern', 7, 'text', 'Qu’est-ce qui vous préoccupe le plus?', 'What concerns you most?', '[]', '[]')) q (code, position, kind, fr, en, choices, raises);

-- One answer an employer, a year and a question; taken back, its value is null. Who answered keeps the role and the point of service of that day.
create table questionnaire_answer (
	id uuid primary key, region_code text not null references region, employer_id uuid not null references employer on delete cascade, year int not null, question_code text not null, value text,
	answered_on date not null, answered_by uuid not null references person, role text not null, service_point_id uuid references service_point, visit_id uuid references visit on delete set null,
	version int not null default 1, recorded_at timestamptz not null default now(), unique (employer_id, year, question_code)
);
create index questionnaire_answer_question on questionnaire_answer (region_code, question_code, year);

-- What was done about a signal: the signal itself is derived, this is kept.
create table signal_handling (
	id uuid primary key, region_code text not null references region, employer_id uuid not null references employer on delete cascade, signal_id uuid not null unique,
	note text not null, handled_on date not null, handled_by uuid not null references person, version int not null default 1, recorded_at timestamptz not null default now()
);

-- ── One place for signals, whatever raised them; kept by triggers, one row an employer ──
create table employer_signal (
	id uuid primary key, region_code text not null, employer_id uuid not null references employer on delete cascade, source text not null check (source in ('visit', 'questionnaire')), source_id uuid not null,
	code text not null, level text not null, raised_on date not null, year int not null, raised_by uuid, question_code text, note text, mrc_code text, handled_on date
);
create index employer_signal_period on employer_signal (region_code, raised_on desc, id desc) include (code, level, handled_on);
create index employer_signal_open on employer_signal (region_code, level, raised_on) where handled_on is null;
create index employer_signal_employer on employer_signal (employer_id, raised_on);
create index employer_signal_source on employer_signal (source_id);

create function write_visit_signals(ids uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
	insert into employer_signal (id, region_code, employer_id, source, source_id, code, level, raised_on, year, raised_by, note, mrc_code, handled_on)
	select s.id, p.region_code, p.employer_id, 'visit', g.visit_id, g.code, coalesce(r.level, 'amber'), g.occurred_on, extract(year from g.occurred_on)::int, v.created_by,
		(select l ->> 'note' from jsonb_array_elements(v.report -> 'signals') l where l ->> 'code' = g.code limit 1), p.mrc_code, h.handled_on
	from visit_signal g join visit v on v.id = g.visit_id join visit_employer p on p.visit_id = g.visit_id cross join lateral (select named_id(g.visit_id || ' ' || p.employer_id || ' ' || g.code) as id) s
	left join signal_protocol r on r.region_code = p.region_code and r.signal = g.code left join signal_handling h on h.signal_id = s.id
	where g.visit_id = any(ids) on conflict (id) do nothing
$$;
create function keep_visit_signals() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
	if tg_op = 'DELETE' then
		delete from employer_signal s using touched t where s.source_id = t.visit_id and s.source = 'visit';
	else
		perform write_visit_signals(array(select distinct visit_id from touched));
	end if;
	return null;
end $$;
create trigger signals_insert after insert on visit_signal referencing new table as touched for each statement execute function keep_visit_signals();
create trigger signals_delete after delete on visit_signal referencing old table as touched for each statement execute function keep_visit_signals();

-- The question is that of the set in force the year of the answer.
create function write_answer_signals(ids uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
	delete from employer_signal where source = 'questionnaire' and source_id = any(ids);
	insert into employer_signal (id, region_code, employer_id, source, source_id, code, level, raised_on, year, raised_by, question_code, mrc_code, handled_on)
	select s.id, a.region_code, a.employer_id, 'questionnaire', a.id, r ->> 'signal', r ->> 'level', a.answered_on, a.year, a.answered_by, a.question_code,
		(select m.mrc_code from establishment e join municipality m on m.code = e.municipality_code where e.employer_id = a.employer_id and e.is_main limit 1), h.handled_on
	from questionnaire_answer a join question q on q.region_code = a.region_code and q.code = a.question_code
		and q.year = (select max(y.year) from question y where y.region_code = a.region_code and y.year <= a.year)
	cross join lateral jsonb_array_elements(q.raises) r cross join lateral (select named_id(a.id || ' ' || (r ->> 'signal')) as id) s left join signal_handling h on h.signal_id = s.id
	where a.id = any(ids) and r ->> 'answer' = a.value on conflict (id) do nothing
$$;
create function keep_answer_signals() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
	if tg_op = 'DELETE' then
		delete from employer_signal s using touched t where s.source_id = t.id;
	elsif tg_table_name = 'question' then
		perform write_answer_signals(array(select a.id from questionnaire_answer a join touched t on t.region_code = a.region_code and t.code = a.question_code and t.year <= a.year));
	else
		perform write_answer_signals(array(select id from touched));
	end if;
	return null;
end $$;
create trigger signals_insert after insert on questionnaire_answer referencing new table as touched for each statement execute function keep_answer_signals();
create trigger signals_update after update on questionnaire_answer referencing new table as touched for each statement execute function keep_answer_signals();
create trigger signals_delete after delete on questionnaire_answer referencing old table as touched for each statement execute function keep_answer_signals();
create trigger signals_update after update on question referencing new table as touched for each statement execute function keep_answer_signals();

-- Handled, opened again; more or less pressing than it was.
create function keep_handled() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
	if tg_op <> 'INSERT' then update employer_signal set handled_on = null where id = old.signal_id; end if;
	if tg_op <> 'DELETE' then update employer_signal set handled_on = new.handled_on where id = new.signal_id; end if;
	return null;
end $$;
create trigger handled after insert or update or delete on signal_handling for each row execute function keep_handled();
create function keep_level() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
	update employer_signal set level = new.level where region_code = new.region_code and code = new.signal and source = 'visit';
	return null;
end $$;
create trigger level_update after update of level on signal_protocol for each row when (old.level is distinct from new.level) execute function keep_level();
revoke execute on function write_visit_signals(uuid[]), write_answer_signals(uuid[]) from public;
select write_visit_signals(array(select distinct visit_id from visit_signal));

-- After a load that switched the triggers off.
create function rebuild_signals() returns void language plpgsql security definer set search_path = public, pg_temp as $$ begin
	delete from employer_signal;
	perform write_visit_signals(array(select distinct visit_id from visit_signal));
	perform write_answer_signals(array(select id from questionnaire_answer));
end $$;
revoke execute on function rebuild_signals() from public;

-- Asked by the administration too, which reads no answer: yes or no.
create function question_is_answered(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
	select exists (select from question q join questionnaire_answer a on a.region_code = q.region_code and a.question_code = q.code and a.year >= q.year and a.value is not null
		and not exists (select from question later where later.region_code = q.region_code and later.year > q.year and later.year <= a.year) where q.id = wanted)
$$;

-- ── Journal and rights ──
insert into journal_entity (name, position, root) values ('term_setting', 190, 'id'), ('signal_protocol', 191, 'id'), ('question', 192, 'id'), ('questionnaire_answer', 193, 'employer_id'), ('signal_handling', 194, 'employer_id');
insert into table_access (name, access) values
	('term_setting', 'people'), ('signal_protocol', 'people'), ('question', 'people'), ('questionnaire_answer', 'field'), ('signal_handling', 'field'), ('employer_signal', 'model');

-- Whoever writes the employer, or took part in the visit during which it was asked.
create function guard_answers() returns trigger language plpgsql as $$
declare was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end; becomes jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end; r jsonb;
begin
	if current_setting('app.undo', true) = 'on' then return coalesce(new, old); end if;
	foreach r in array array[was, becomes] loop
		if r is not null and not (coalesce((select may_write_employer(e.region_code, e.advisor_id) from employer e where e.id = (r ->> 'employer_id')::uuid), false)
			or coalesce((select may_write_visit(v.region_code, (select array_agg(a.person_id) from visit_adviser a where a.visit_id = v.id), visit_is_here(v.id)) from visit v
				join visit_employer p on p.visit_id = v.id and p.employer_id = (r ->> 'employer_id')::uuid where v.id = (r ->> 'visit_id')::uuid), false)) then
			raise exception 'row of somebody else in %', tg_table_name using errcode = 'JR003';
		end if;
	end loop;
	return coalesce(new, old);
end $$;

do $$ declare
	item record; mine constant text := 'region_code = (select asking_region())'; counsellor constant text := '(select asking_role()) in (''advisor'', ''recruitmentAdvisor'', ''manager'')';
	settings constant text := '(select asking_role()) in (''manager'', ''administrator'')';
begin
	for item in select a.name, a.access, e.root from table_access a left join journal_entity e using (name) where a.name in ('term_setting', 'signal_protocol', 'question', 'questionnaire_answer', 'signal_handling', 'employer_signal') loop
		execute format('alter table %I enable row level security', item.name);
		execute format('alter table %I force row level security', item.name);
		execute format('create policy house on %I to %I using (true) with check (true)', item.name, current_user);
		execute format('grant select on %I to jalon_app', item.name);
		if item.root is not null then
			execute format('create trigger a_stamp before insert or update on %I for each row execute function stamp()', item.name);
			execute format('create trigger journal_insert after insert on %I referencing new table as after_rows for each statement execute function journal(%L)', item.name, item.root);
			execute format('create trigger journal_update after update on %I referencing old table as before_rows new table as after_rows for each statement execute function journal(%L)', item.name, item.root);
			execute format('create trigger journal_delete after delete on %I referencing old table as before_rows for each statement execute function journal(%L)', item.name, item.root);
			perform write_known_at(item.name);
		end if;
		if item.access = 'model' then
			execute format('create policy region on %I for select to jalon_app using (%s and %s)', item.name, mine, counsellor);
		elsif item.access = 'field' then
			execute format('grant insert, update, delete on %I to jalon_app', item.name);
			execute format('create policy region on %I to jalon_app using (%s and %s) with check (%s and %s)', item.name, mine, counsellor, mine, counsellor);
			execute format('create trigger b_guard before insert or update or delete on %I for each row when (current_user = ''jalon_app'') execute function guard_answers()', item.name);
			execute format('create trigger b_refuse_archived before insert on %I for each row when (current_user = ''jalon_app'') execute function refuse_archived()', item.name);
		else
			-- Deleted by the undoing of a batch: what was added goes.
			execute format('grant insert, update, delete on %I to jalon_app', item.name);
			-- Words are everybody's; what is asked and what is done about it, of whoever asks or sets it.
			execute format('create policy reading on %I for select to jalon_app using (%s%s)', item.name, mine, case item.name when 'term_setting' then '' else ' and (select asking_role()) in (''advisor'', ''recruitmentAdvisor'', ''manager'', ''administrator'')' end);
			execute format('create policy adding on %I for insert to jalon_app with check (%s and %s)', item.name, mine, settings);
			execute format('create policy changing on %I for update to jalon_app using (%s and %s) with check (%s)', item.name, mine, settings, mine);
			execute format('create policy removing on %I for delete to jalon_app using (%s and %s)', item.name, mine, settings);
		end if;
	end loop;
end $$;

create or replace function may_read_journal(entity text) returns boolean language sql stable as $$
	select case when entity in ('person', 'service_point') then asking_role() in ('administrator', 'auditor')
		when entity in ('stage_setting', 'term_setting', 'signal_protocol', 'question') then asking_role() in ('advisor', 'recruitmentAdvisor', 'manager', 'administrator', 'auditor')
		else asking_role() in ('advisor', 'recruitmentAdvisor', 'manager', 'auditor') end
$$;
