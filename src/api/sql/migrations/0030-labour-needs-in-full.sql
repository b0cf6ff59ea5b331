-- Movements of a need (domain §2.1, §3.1): posts are opened, filled or cancelled on a day, filled by a channel. What the need says of its posts is the sum of its movements.

create table need_movement (
	id uuid primary key, region_code text not null references region, labour_need_id uuid not null references labour_need on delete cascade,
	kind text not null check (kind in ('opened', 'filled', 'cancelled')), quantity int not null check (quantity between 1 and 9999), occurred_on date not null,
	-- A term of « needChannel »; and the mission, when it was one.
	channel text, mission_id uuid, note text, recorded_by uuid references person,
	-- The opening that came with the need: corrected with it, never taken back.
	is_first boolean not null default false,
	version int not null default 1, recorded_at timestamptz not null default now(),
	constraint need_movement_channel check ((kind = 'filled') = (channel is not null)),
	constraint need_movement_mission check (mission_id is null or kind = 'filled'),
	constraint need_movement_first check (not is_first or kind = 'opened')
);
create index need_movement_need on need_movement (labour_need_id, occurred_on, id) include (kind, quantity, channel);
create unique index need_movement_one_first on need_movement (labour_need_id) where is_first;

insert into term (vocabulary, code, label_fr, label_en, position) values
	('needChannel', 'local', 'Recrutement local', 'Local recruitment', 0),
	('needChannel', 'employerPortal', 'Portail employeurs', 'Employer portal', 1),
	('needChannel', 'journeesQuebec', 'Journées Québec', 'Journées Québec', 2),
	('needChannel', 'foreignWorkers', 'PTET (travail temporaire)', 'TFWP (temporary work)', 3),
	('needChannel', 'mobility', 'PMI (mobilité internationale)', 'IMP (international mobility)', 4),
	('needChannel', 'other', 'Autre voie', 'Another channel', 98),
	('needChannel', 'unspecified', 'Non précisé', 'Not stated', 99);

-- Needs without a movement of their own (those of before, those of a load) say all the same when their posts came and went: opened on their day, filled by a channel nobody noted,
-- on the day they were closed, or else on the day they were last written.
create function open_loaded_needs() returns void language sql security definer set search_path = public, pg_temp as $$
	with bare as (select n.*, greatest(n.recorded_on, coalesce(n.closed_on, (n.recorded_at at time zone 'America/Toronto')::date)) as ended_on
		from labour_need n where not exists (select from need_movement m where m.labour_need_id = n.id))
	insert into need_movement (id, region_code, labour_need_id, kind, quantity, occurred_on, channel, is_first, recorded_at)
	select named_id('need_movement opened ' || id), region_code, id, 'opened', posts, recorded_on, null, true, recorded_at from bare
	union all select named_id('need_movement filled ' || id), region_code, id, 'filled', posts_filled, ended_on, 'unspecified', false, recorded_at from bare where posts_filled > 0
	union all select named_id('need_movement cancelled ' || id), region_code, id, 'cancelled', least(posts_cancelled, posts - posts_filled), ended_on, null, false, recorded_at from bare
		where least(posts_cancelled, posts - posts_filled) > 0
$$;
revoke execute on function open_loaded_needs() from public;
select open_loaded_needs();

-- ── The past of a movement is that of its need ──
insert into journal_entity (name, position, root) values ('need_movement', 131, 'labour_need_id');
create trigger a_stamp before insert or update on need_movement for each row execute function stamp();
create trigger journal_insert after insert on need_movement referencing new table as after_rows for each statement execute function journal('labour_need_id');
create trigger journal_update after update on need_movement referencing old table as before_rows new table as after_rows for each statement execute function journal('labour_need_id');
create trigger journal_delete after delete on need_movement referencing old table as before_rows for each statement execute function journal('labour_need_id');
select write_known_at('need_movement');

-- ── Who reads the need reads its movements; who writes it writes them ──
insert into table_access (name, access) values ('need_movement', 'field');
alter table need_movement enable row level security;
alter table need_movement force row level security;
do $$ begin execute format('create policy house on need_movement to %I using (true) with check (true)', current_user); end $$;
grant select, insert, update, delete on need_movement to jalon_app;
create policy region on need_movement to jalon_app using (region_code = (select field_region())) with check (region_code = (select field_region()));

create function may_write_need_movement(r jsonb) returns boolean language sql stable set enable_seqscan = off as $$
	select coalesce((select n.region_code = r ->> 'region_code' and may_write_row('labour_need', to_jsonb(n), false) from labour_need n where n.id = (r ->> 'labour_need_id')::uuid), false)
$$;
create function guard_need_movement() returns trigger language plpgsql as $$ begin
	if current_setting('app.undo', true) = 'on' then return coalesce(new, old); end if;
	if (tg_op <> 'INSERT' and not may_write_need_movement(to_jsonb(old))) or (tg_op <> 'DELETE' and not may_write_need_movement(to_jsonb(new))) then
		raise exception 'row of somebody else in %', tg_table_name using errcode = 'JR003';
	end if;
	return coalesce(new, old);
end $$;
create trigger b_guard before insert or update or delete on need_movement for each row when (current_user = 'jalon_app') execute function guard_need_movement();

-- ── The sums of a need follow its movements, by themselves: they are no part of a batch, for taking a movement back brings them back ──
create function keep_need_sums() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare batch text := current_setting('app.batch', true); needs uuid[];
begin
	if is_bulk_load() then return null; end if;
	select array_agg(distinct labour_need_id) into needs from touched;
	if needs is null then return null; end if;
	-- But when the batch wrote the need too: its version would otherwise be somebody else's.
	if not exists (select from revision r where r.batch_id = nullif(batch, '')::uuid and r.entity = 'labour_need' and r.entity_id = any(needs)) then perform set_config('app.batch', '', true); end if;
	update labour_need n set posts = s.opened, posts_filled = s.filled, posts_cancelled = s.cancelled
	from (select labour_need_id, coalesce(sum(quantity) filter (where kind = 'opened'), 0)::int as opened, coalesce(sum(quantity) filter (where kind = 'filled'), 0)::int as filled,
			coalesce(sum(quantity) filter (where kind = 'cancelled'), 0)::int as cancelled from need_movement where labour_need_id = any(needs) group by 1) s
	where n.id = s.labour_need_id and (n.posts, n.posts_filled, n.posts_cancelled) is distinct from (s.opened, s.filled, s.cancelled);
	perform set_config('app.batch', coalesce(batch, ''), true);
	-- Nothing is filled that was not opened, whatever is taken back.
	if exists (select from labour_need n where n.id = any(needs) and n.posts_filled + n.posts_cancelled > n.posts) then
		raise exception 'more posts taken than opened' using errcode = 'JR007';
	end if;
	return null;
end $$;
create trigger sums_insert after insert on need_movement referencing new table as touched for each statement execute function keep_need_sums();
create trigger sums_update after update on need_movement referencing new table as touched for each statement execute function keep_need_sums();
create trigger sums_delete after delete on need_movement referencing old table as touched for each statement execute function keep_need_sums();

-- Whoever writes the need otherwise (the taking back of a change, a hand in the database) leaves them what the movements say.
create function hold_need_sums() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare said record;
begin
	if is_bulk_load() then return new; end if;
	select coalesce(sum(quantity) filter (where kind = 'opened'), 0)::int as opened, coalesce(sum(quantity) filter (where kind = 'filled'), 0)::int as filled,
		coalesce(sum(quantity) filter (where kind = 'cancelled'), 0)::int as cancelled, count(*) as movements into said from need_movement where labour_need_id = new.id;
	if said.movements > 0 then
		new.posts := said.opened; new.posts_filled := said.filled; new.posts_cancelled := said.cancelled;
	end if;
	return new;
end $$;
create trigger b_sums before update on labour_need for each row
	when ((old.posts, old.posts_filled, old.posts_cancelled) is distinct from (new.posts, new.posts_filled, new.posts_cancelled)) execute function hold_need_sums();

-- A need begins with its opening, whoever records it (its form, a report); of one that comes back, the journal brings the movements back.
create function open_need() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare batch text := current_setting('app.batch', true);
begin
	if is_bulk_load() or current_setting('app.undo', true) = 'on' then return null; end if;
	-- No part of the batch: it goes with the need, and stays with a need that others have worked on.
	perform set_config('app.batch', '', true);
	insert into need_movement (id, region_code, labour_need_id, kind, quantity, occurred_on, recorded_by, is_first)
	select named_id('need_movement opened ' || n.id), n.region_code, n.id, 'opened', n.posts, n.recorded_on, asking_person(), true from touched n;
	perform set_config('app.batch', coalesce(batch, ''), true);
	return null;
end $$;
create trigger opening_insert after insert on labour_need referencing new table as touched for each statement execute function open_need();

-- Its day is the need's, or that of the first post taken from it when that came before.
create function date_opening() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare batch text := current_setting('app.batch', true);
begin
	if is_bulk_load() then return null; end if;
	perform set_config('app.batch', '', true);
	update need_movement f set occurred_on = d.day from (select least(new.recorded_on, min(occurred_on)) as day from need_movement where labour_need_id = new.id and not is_first) d
		where f.labour_need_id = new.id and f.is_first and f.occurred_on <> d.day;
	perform set_config('app.batch', coalesce(batch, ''), true);
	return null;
end $$;
create trigger c_opening after update of recorded_on on labour_need for each row when (old.recorded_on <> new.recorded_on) execute function date_opening();
revoke execute on function keep_need_sums(), hold_need_sums(), open_need(), date_opening() from public;
grant execute on function may_write_need_movement(jsonb) to jalon_app;

-- ── Housing: offered with the post, not offered, to be found ──
alter table labour_need add column housing text;
insert into journal_column (entity, name, absent) values ('labour_need', 'housing', 'null');
insert into term (vocabulary, code, label_fr, label_en, position) values
	('needHousing', 'offered', 'Offert', 'Offered', 0),
	('needHousing', 'toFind', 'À trouver', 'To be found', 1),
	('needHousing', 'none', 'Non offert', 'Not offered', 2);

-- ── What a need is measured by, on its day: the wage from which it is « high » (programme of temporary foreign workers), the occupations of simplified processing (domain §1.4) ──
-- Dated data that a manager keeps up, with its source; `is_validated`: somebody has read it in the official text.
create table wage_threshold (
	id uuid primary key, region_code text not null references region, valid_from date not null, cents int not null check (cents between 1 and 10000000), source text not null,
	is_validated boolean not null default false, version int not null default 1, recorded_at timestamptz not null default now(), unique (region_code, valid_from)
);
create table simplified_list (
	id uuid primary key, region_code text not null references region, valid_from date not null, occupation_codes text[] not null check (cardinality(occupation_codes) > 0), source text not null,
	is_validated boolean not null default false, version int not null default 1, recorded_at timestamptz not null default now(), unique (region_code, valid_from)
);
insert into wage_threshold (id, region_code, valid_from, cents, source, recorded_at)
	select named_id('wage_threshold ' || r.code || ' ' || t.day), r.code, t.day::date, t.cents, t.source, '2019-08-28 12:00+00' from region r cross join (values
	('2021-11-01', 2308, 'Le Devoir, novembre 2021'),
	('2024-04-02', 2747, 'Salaire médian du Québec au 2 avril 2024 (auray.com)'),
	('2024-11-08', 3296, 'Salaire médian majoré de 20 %')) t (day, cents, source);
-- An excerpt: the occupations that the press named of the list of spring 2022.
insert into simplified_list (id, region_code, valid_from, occupation_codes, source, recorded_at)
	select named_id('simplified_list ' || r.code || ' 2022-05-24'), r.code, '2022-05-24', array['63202', '73300', '94140', '94141'], 'Extrait : Journal de Montréal, 1er avril 2022', '2019-08-28 12:00+00' from region r;

insert into journal_entity (name, position, root) values ('wage_threshold', 195, 'id'), ('simplified_list', 196, 'id');
insert into table_access (name, access) values ('wage_threshold', 'people'), ('simplified_list', 'people');
do $$ declare name text; begin
	foreach name in array array['wage_threshold', 'simplified_list'] loop
		execute format('create trigger a_stamp before insert or update on %I for each row execute function stamp()', name);
		execute format('create trigger journal_insert after insert on %I referencing new table as after_rows for each statement execute function journal(''id'')', name);
		execute format('create trigger journal_update after update on %I referencing old table as before_rows new table as after_rows for each statement execute function journal(''id'')', name);
		execute format('create trigger journal_delete after delete on %I referencing old table as before_rows for each statement execute function journal(''id'')', name);
		perform write_known_at(name);
		execute format('alter table %I enable row level security', name);
		execute format('alter table %I force row level security', name);
		execute format('create policy house on %I to %I using (true) with check (true)', name, current_user);
		execute format('grant select, insert, update, delete on %I to jalon_app', name);
		execute format('create policy reading on %I for select to jalon_app using (region_code = (select field_region()))', name);
		execute format('create policy adding on %I for insert to jalon_app with check (region_code = (select asking_region()) and (select asking_role()) = ''manager'')', name);
		execute format('create policy changing on %I for update to jalon_app using (region_code = (select asking_region()) and (select asking_role()) = ''manager'') with check (region_code = (select asking_region()))', name);
		execute format('create policy removing on %I for delete to jalon_app using (region_code = (select asking_region()) and (select asking_role()) = ''manager'')', name);
	end loop;
end $$;

-- ── Occupations by the titles that people use, and by the code of CNP 2016 that records of 2019 to 2022 bear (domain §4.4) ──
create table occupation_title (occupation_code text not null references occupation, language text not null check (language in ('fr', 'en')), title text not null, primary key (occupation_code, language, title));
create table occupation_former (former_code text not null check (former_code ~ '^[0-9]{4}$'), occupation_code text not null references occupation, primary key (former_code, occupation_code));
create index occupation_former_occupation on occupation_former (occupation_code);
insert into table_access (name, access) values ('occupation_title', 'reference'), ('occupation_former', 'reference');
do $$ declare name text; begin
	foreach name in array array['occupation_title', 'occupation_former'] loop
		execute format('alter table %I enable row level security', name);
		execute format('alter table %I force row level security', name);
		execute format('create policy house on %I to %I using (true) with check (true)', name, current_user);
		execute format('create policy everyone on %I for select to jalon_app using (true)', name);
		execute format('grant select on %I to jalon_app', name);
	end loop;
end $$;
insert into occupation_former (former_code, occupation_code) values
	('9462', '94141'),
	('3413', '33102'),
	('7511', '73300'),
	('7237', '72106'),
	('4214', '42202'),
	('8431', '84120'),
	('8431', '85100'),
	('8611', '85101'),
	('2174', '21230'),
	('2174', '21232');
-- Both genders, in the singular: « soudeur », « soudeuse ».
insert into occupation_title (occupation_code, language, title) values
	('94141', 'fr', 'boucher d’abattoir'),
	('94141', 'fr', 'bouchère d’abattoir'),
	('94141', 'fr', 'désosseur'),
	('94141', 'fr', 'désosseuse'),
	('94141', 'fr', 'dépeceur de viande'),
	('94141', 'fr', 'dépeceuse de viande'),
	('94141', 'fr', 'coupeur de viande'),
	('94141', 'fr', 'coupeuse de viande'),
	('94141', 'en', 'meat cutter'),
	('94140', 'fr', 'opérateur de production alimentaire'),
	('94140', 'fr', 'opératrice de production alimentaire'),
	('94140', 'fr', 'opérateur de machine d’emballage'),
	('94140', 'fr', 'opératrice de machine d’emballage'),
	('94140', 'fr', 'pasteurisateur'),
	('94140', 'fr', 'pasteurisatrice'),
	('95106', 'fr', 'journalier en alimentation'),
	('95106', 'fr', 'journalière en alimentation'),
	('95106', 'fr', 'ouvrier d’usine alimentaire'),
	('95106', 'fr', 'ouvrière d’usine alimentaire'),
	('95106', 'fr', 'emballeur'),
	('95106', 'fr', 'emballeuse'),
	('95106', 'fr', 'aide à la production alimentaire'),
	('95106', 'en', 'packager'),
	('94143', 'fr', 'classeur de produits alimentaires'),
	('94143', 'fr', 'classeuse de produits alimentaires'),
	('94143', 'fr', 'trieur de légumes'),
	('94143', 'fr', 'trieuse de légumes'),
	('63202', 'fr', 'boulanger'),
	('63202', 'fr', 'boulangère'),
	('63202', 'fr', 'pâtissier'),
	('63202', 'fr', 'pâtissière'),
	('63202', 'en', 'baker'),
	('84120', 'fr', 'vacher'),
	('84120', 'fr', 'vachère'),
	('84120', 'fr', 'porcher'),
	('84120', 'fr', 'porchère'),
	('84120', 'fr', 'opérateur de machinerie agricole'),
	('84120', 'fr', 'opératrice de machinerie agricole'),
	('84120', 'fr', 'conducteur de tracteur'),
	('84120', 'fr', 'conductrice de tracteur'),
	('85100', 'fr', 'ouvrier de ferme laitière'),
	('85100', 'fr', 'ouvrière de ferme laitière'),
	('85100', 'fr', 'aide de ferme'),
	('85100', 'fr', 'trayeur'),
	('85100', 'fr', 'trayeuse'),
	('85101', 'fr', 'ouvrier agricole'),
	('85101', 'fr', 'ouvrière agricole'),
	('85101', 'fr', 'cueilleur'),
	('85101', 'fr', 'cueilleuse'),
	('85101', 'fr', 'travailleur agricole saisonnier'),
	('85101', 'fr', 'travailleuse agricole saisonnière'),
	('85101', 'en', 'farm worker'),
	('85103', 'fr', 'ouvrier de serre'),
	('85103', 'fr', 'ouvrière de serre'),
	('85103', 'fr', 'ouvrier horticole'),
	('85103', 'fr', 'ouvrière horticole'),
	('85103', 'fr', 'ouvrier de pépinière'),
	('85103', 'fr', 'ouvrière de pépinière'),
	('85121', 'fr', 'paysagiste'),
	('85121', 'fr', 'journalier en aménagement paysager'),
	('85121', 'fr', 'journalière en aménagement paysager'),
	('90010', 'fr', 'directeur d’usine'),
	('90010', 'fr', 'directrice d’usine'),
	('90010', 'fr', 'directeur de production'),
	('90010', 'fr', 'directrice de production'),
	('72100', 'fr', 'machiniste'),
	('72100', 'fr', 'usineur'),
	('72100', 'fr', 'usineuse'),
	('72100', 'fr', 'machiniste CNC'),
	('72100', 'fr', 'inspecteur d’outillage'),
	('72100', 'fr', 'inspectrice d’outillage'),
	('72100', 'en', 'machinist'),
	('72101', 'fr', 'outilleur'),
	('72101', 'fr', 'outilleuse'),
	('72101', 'fr', 'matriceur'),
	('72101', 'fr', 'matriceuse'),
	('72101', 'fr', 'mouliste'),
	('72102', 'fr', 'tôlier industriel'),
	('72102', 'fr', 'tôlière industrielle'),
	('72102', 'fr', 'ferblantier'),
	('72102', 'fr', 'ferblantière'),
	('72104', 'fr', 'assembleur-soudeur'),
	('72104', 'fr', 'assembleuse-soudeuse'),
	('72104', 'fr', 'monteur de charpentes d’acier'),
	('72104', 'fr', 'monteuse de charpentes d’acier'),
	('72104', 'fr', 'assembleur de structures métalliques'),
	('72104', 'fr', 'assembleuse de structures métalliques'),
	('72106', 'fr', 'soudeur'),
	('72106', 'fr', 'soudeuse'),
	('72106', 'fr', 'soudeur-monteur'),
	('72106', 'fr', 'soudeuse-monteuse'),
	('72106', 'fr', 'soudeur TIG'),
	('72106', 'fr', 'soudeuse TIG'),
	('72106', 'fr', 'soudeur MIG'),
	('72106', 'fr', 'soudeuse MIG'),
	('72106', 'en', 'welder'),
	('72201', 'fr', 'électricien d’usine'),
	('72201', 'fr', 'électricienne d’usine'),
	('72201', 'fr', 'électricien d’entretien'),
	('72201', 'fr', 'électricienne d’entretien'),
	('72400', 'fr', 'mécanicien industriel'),
	('72400', 'fr', 'mécanicienne industrielle'),
	('72400', 'fr', 'mécanicien d’usine'),
	('72400', 'fr', 'mécanicienne d’usine'),
	('72400', 'fr', 'mécanicien d’entretien'),
	('72400', 'fr', 'mécanicienne d’entretien'),
	('72400', 'en', 'millwright'),
	('72422', 'fr', 'électromécanicien'),
	('72422', 'fr', 'électromécanicienne'),
	('72422', 'fr', 'réparateur de moteurs électriques'),
	('72422', 'fr', 'réparatrice de moteurs électriques'),
	('94105', 'fr', 'opérateur de presse-plieuse'),
	('94105', 'fr', 'opératrice de presse-plieuse'),
	('94105', 'fr', 'plieur de métal'),
	('94105', 'fr', 'plieuse de métal'),
	('94106', 'fr', 'opérateur CNC'),
	('94106', 'fr', 'opératrice CNC'),
	('94106', 'fr', 'opérateur de machines-outils'),
	('94106', 'fr', 'opératrice de machines-outils'),
	('94106', 'fr', 'opérateur de tour à commande numérique'),
	('94106', 'fr', 'opératrice de tour à commande numérique'),
	('94106', 'en', 'CNC operator'),
	('94111', 'fr', 'opérateur de presse à injection'),
	('94111', 'fr', 'opératrice de presse à injection'),
	('94111', 'fr', 'mouleur de plastique'),
	('94111', 'fr', 'mouleuse de plastique'),
	('94111', 'fr', 'opérateur d’extrudeuse'),
	('94111', 'fr', 'opératrice d’extrudeuse'),
	('94124', 'fr', 'opérateur de scie'),
	('94124', 'fr', 'opératrice de scie'),
	('94124', 'fr', 'opérateur de machines à bois'),
	('94124', 'fr', 'opératrice de machines à bois'),
	('94132', 'fr', 'couturier industriel'),
	('94132', 'fr', 'couturière industrielle'),
	('94132', 'fr', 'opérateur de machine à coudre'),
	('94132', 'fr', 'opératrice de machine à coudre'),
	('94201', 'fr', 'assembleur électronique'),
	('94201', 'fr', 'assembleuse électronique'),
	('94201', 'fr', 'monteur de circuits imprimés'),
	('94201', 'fr', 'monteuse de circuits imprimés'),
	('94204', 'fr', 'assembleur mécanique'),
	('94204', 'fr', 'assembleuse mécanique'),
	('94204', 'fr', 'monteur mécanique'),
	('94204', 'fr', 'monteuse mécanique'),
	('94213', 'fr', 'peintre industriel'),
	('94213', 'fr', 'peintre industrielle'),
	('94213', 'fr', 'peintre au pistolet'),
	('94219', 'fr', 'assembleur de produits'),
	('94219', 'fr', 'assembleuse de produits'),
	('94219', 'fr', 'monteur de fenêtres'),
	('94219', 'fr', 'monteuse de fenêtres'),
	('95101', 'fr', 'journalier en métallurgie'),
	('95101', 'fr', 'journalière en métallurgie'),
	('95101', 'fr', 'aide-soudeur'),
	('95101', 'fr', 'aide-soudeuse'),
	('95101', 'fr', 'ébarbeur'),
	('95101', 'fr', 'ébarbeuse'),
	('95103', 'fr', 'journalier de scierie'),
	('95103', 'fr', 'journalière de scierie'),
	('95104', 'fr', 'journalier en plasturgie'),
	('95104', 'fr', 'journalière en plasturgie'),
	('95109', 'fr', 'journalier d’usine'),
	('95109', 'fr', 'journalière d’usine'),
	('95109', 'fr', 'journalier de production'),
	('95109', 'fr', 'journalière de production'),
	('95109', 'fr', 'ouvrier d’usine'),
	('95109', 'fr', 'ouvrière d’usine'),
	('95109', 'fr', 'manœuvre d’usine'),
	('95109', 'en', 'factory labourer'),
	('93200', 'fr', 'monteur d’avions'),
	('93200', 'fr', 'monteuse d’avions'),
	('93200', 'fr', 'assembleur d’aéronefs'),
	('93200', 'fr', 'assembleuse d’aéronefs'),
	('72404', 'fr', 'mécanicien d’avions'),
	('72404', 'fr', 'mécanicienne d’avions'),
	('72404', 'fr', 'technicien d’entretien d’aéronefs'),
	('72404', 'fr', 'technicienne d’entretien d’aéronefs'),
	('72200', 'fr', 'électricien'),
	('72200', 'fr', 'électricienne'),
	('72200', 'fr', 'électricien en bâtiment'),
	('72200', 'fr', 'électricienne en bâtiment'),
	('72200', 'en', 'electrician'),
	('72300', 'fr', 'plombier'),
	('72300', 'fr', 'plombière'),
	('72300', 'fr', 'tuyauteur'),
	('72300', 'fr', 'tuyauteuse'),
	('72300', 'en', 'plumber'),
	('72310', 'fr', 'charpentier'),
	('72310', 'fr', 'charpentière'),
	('72310', 'fr', 'menuisier'),
	('72310', 'fr', 'menuisière'),
	('72310', 'en', 'carpenter'),
	('72311', 'fr', 'ébéniste'),
	('72311', 'en', 'cabinet maker'),
	('72320', 'fr', 'maçon'),
	('72320', 'fr', 'maçonne'),
	('72320', 'fr', 'briqueteur'),
	('72320', 'fr', 'briqueteuse'),
	('73100', 'fr', 'cimentier-applicateur'),
	('73100', 'fr', 'cimentière-applicatrice'),
	('73102', 'fr', 'plâtrier'),
	('73102', 'fr', 'plâtrière'),
	('73102', 'fr', 'poseur de gypse'),
	('73102', 'fr', 'poseuse de gypse'),
	('73102', 'fr', 'tireur de joints'),
	('73102', 'fr', 'tireuse de joints'),
	('73110', 'fr', 'couvreur'),
	('73110', 'fr', 'couvreuse'),
	('73110', 'en', 'roofer'),
	('73112', 'fr', 'peintre en bâtiment'),
	('73112', 'fr', 'peintre'),
	('73400', 'fr', 'opérateur de pelle mécanique'),
	('73400', 'fr', 'opératrice de pelle mécanique'),
	('73400', 'fr', 'opérateur de machinerie lourde'),
	('73400', 'fr', 'opératrice de machinerie lourde'),
	('73400', 'fr', 'opérateur de bouteur'),
	('73400', 'fr', 'opératrice de bouteur'),
	('75110', 'fr', 'manœuvre de chantier'),
	('75110', 'fr', 'journalier en construction'),
	('75110', 'fr', 'journalière en construction'),
	('73300', 'fr', 'camionneur'),
	('73300', 'fr', 'camionneuse'),
	('73300', 'fr', 'chauffeur de camion'),
	('73300', 'fr', 'chauffeuse de camion'),
	('73300', 'fr', 'conducteur de classe 1'),
	('73300', 'fr', 'conductrice de classe 1'),
	('73300', 'fr', 'routier'),
	('73300', 'fr', 'routière'),
	('73300', 'en', 'truck driver'),
	('73301', 'fr', 'chauffeur d’autobus'),
	('73301', 'fr', 'chauffeuse d’autobus'),
	('73301', 'fr', 'conducteur d’autobus scolaire'),
	('73301', 'fr', 'conductrice d’autobus scolaire'),
	('75101', 'fr', 'cariste'),
	('75101', 'fr', 'manutentionnaire'),
	('75101', 'fr', 'préposé à l’entrepôt'),
	('75101', 'fr', 'préposée à l’entrepôt'),
	('75101', 'fr', 'opérateur de chariot élévateur'),
	('75101', 'fr', 'opératrice de chariot élévateur'),
	('75101', 'fr', 'journalier d’entrepôt'),
	('75101', 'fr', 'journalière d’entrepôt'),
	('75101', 'en', 'forklift operator'),
	('14400', 'fr', 'commis à l’expédition'),
	('14400', 'fr', 'commis à la réception'),
	('14400', 'fr', 'magasinier'),
	('14400', 'fr', 'magasinière'),
	('14404', 'fr', 'répartiteur de transport'),
	('14404', 'fr', 'répartitrice de transport'),
	('72401', 'fr', 'mécanicien de machinerie lourde'),
	('72401', 'fr', 'mécanicienne de machinerie lourde'),
	('72401', 'fr', 'mécanicien de machines agricoles'),
	('72401', 'fr', 'mécanicienne de machines agricoles'),
	('72402', 'fr', 'frigoriste'),
	('72402', 'fr', 'technicien en climatisation'),
	('72402', 'fr', 'technicienne en climatisation'),
	('72410', 'fr', 'mécanicien automobile'),
	('72410', 'fr', 'mécanicienne automobile'),
	('72410', 'fr', 'mécanicien de véhicules lourds routiers'),
	('72410', 'fr', 'mécanicienne de véhicules lourds routiers'),
	('72410', 'fr', 'mécanicien de camions'),
	('72410', 'fr', 'mécanicienne de camions'),
	('31301', 'fr', 'infirmier'),
	('31301', 'fr', 'infirmière'),
	('31301', 'fr', 'infirmier clinicien'),
	('31301', 'fr', 'infirmière clinicienne'),
	('31301', 'en', 'nurse'),
	('32101', 'fr', 'infirmier auxiliaire'),
	('32101', 'fr', 'infirmière auxiliaire'),
	('33102', 'fr', 'préposé aux bénéficiaires'),
	('33102', 'fr', 'préposée aux bénéficiaires'),
	('33102', 'fr', 'PAB'),
	('33102', 'fr', 'aide-soignant'),
	('33102', 'fr', 'aide-soignante'),
	('33102', 'en', 'orderly'),
	('44101', 'fr', 'auxiliaire aux services de santé et sociaux'),
	('44101', 'fr', 'aide à domicile'),
	('44101', 'fr', 'auxiliaire familial'),
	('44101', 'fr', 'auxiliaire familiale'),
	('42202', 'fr', 'éducateur en garderie'),
	('42202', 'fr', 'éducatrice en garderie'),
	('42202', 'fr', 'éducateur à l’enfance'),
	('42202', 'fr', 'éducatrice à l’enfance'),
	('42201', 'fr', 'intervenant social'),
	('42201', 'fr', 'intervenante sociale'),
	('42201', 'fr', 'travailleur de rue'),
	('42201', 'fr', 'travailleuse de rue'),
	('41221', 'fr', 'enseignant au primaire'),
	('41221', 'fr', 'enseignante au primaire'),
	('41221', 'fr', 'professeur au primaire'),
	('41221', 'fr', 'professeure au primaire'),
	('41220', 'fr', 'enseignant au secondaire'),
	('41220', 'fr', 'enseignante au secondaire'),
	('41220', 'fr', 'professeur au secondaire'),
	('41220', 'fr', 'professeure au secondaire'),
	('21222', 'fr', 'administrateur de systèmes'),
	('21222', 'fr', 'administratrice de systèmes'),
	('21222', 'fr', 'analyste informatique'),
	('21231', 'fr', 'ingénieur logiciel'),
	('21231', 'fr', 'ingénieure logiciel'),
	('21231', 'fr', 'génie logiciel'),
	('21232', 'fr', 'programmeur'),
	('21232', 'fr', 'programmeuse'),
	('21232', 'fr', 'développeur'),
	('21232', 'fr', 'développeuse'),
	('21232', 'fr', 'développeur de logiciels'),
	('21232', 'fr', 'développeuse de logiciels'),
	('21234', 'fr', 'développeur Web'),
	('21234', 'fr', 'développeuse Web'),
	('21234', 'fr', 'intégrateur Web'),
	('21234', 'fr', 'intégratrice Web'),
	('22301', 'fr', 'dessinateur industriel'),
	('22301', 'fr', 'dessinatrice industrielle'),
	('22301', 'fr', 'technicien en génie mécanique'),
	('22301', 'fr', 'technicienne en génie mécanique'),
	('63200', 'fr', 'cuisinier'),
	('63200', 'fr', 'cuisinière'),
	('63200', 'fr', 'chef de partie'),
	('63200', 'en', 'cook'),
	('65201', 'fr', 'aide-cuisinier'),
	('65201', 'fr', 'aide-cuisinière'),
	('65201', 'fr', 'plongeur'),
	('65201', 'fr', 'plongeuse'),
	('65201', 'fr', 'préposé au comptoir'),
	('65201', 'fr', 'préposée au comptoir'),
	('65201', 'fr', 'équipier en restauration rapide'),
	('65201', 'fr', 'équipière en restauration rapide'),
	('62020', 'fr', 'gérant de restaurant'),
	('62020', 'fr', 'gérante de restaurant'),
	('65310', 'fr', 'préposé à l’entretien ménager'),
	('65310', 'fr', 'préposée à l’entretien ménager'),
	('65310', 'fr', 'femme de chambre'),
	('65310', 'fr', 'préposé aux chambres'),
	('65310', 'fr', 'préposée aux chambres'),
	('65310', 'fr', 'concierge'),
	('12200', 'fr', 'technicien comptable'),
	('12200', 'fr', 'technicienne comptable'),
	('12200', 'fr', 'commis comptable'),
	('13110', 'fr', 'secrétaire'),
	('13110', 'fr', 'adjoint administratif'),
	('13110', 'fr', 'adjointe administrative');
