import type { Breakage } from "./breakages.ts";

const matrix = { project: "contract", test: "rights/matrix" };
const rows = { project: "rules", test: "row-security" };
const security = "src/api/sql/migrations/0006-row-security.sql";

/** Who may do what, said twice: in the API and in the database. */
export const ofRights: Breakage[] = [
	{
		...rows,
		name: "rights: a policy forgets the region",
		file: security,
		find: "mine constant text := 'region_code = (select asking_region())'",
		replace: "mine constant text := 'true'",
		title: "se lit dans sa région seulement",
	},
	{
		...rows,
		name: "rights: labour needs are not guarded",
		file: security,
		find: "from table_access where access in ('field', 'history') loop\n\t\texecute format('create trigger b_guard",
		replace: "from table_access where access in ('field', 'history') and name <> 'labour_need' loop\n\t\texecute format('create trigger b_guard",
		title: "chaque table est fermée",
	},
	{
		...rows,
		name: "rights: a row may be moved to another region's employer",
		file: security,
		find: "not coalesce(not moves or may_write_row(tg_table_name, becomes, true), false)",
		replace: "false",
		title: "donné à un employeur d’une autre région",
	},
	{
		...rows,
		name: "rights: a counsellor adds themselves to a colleague's visit",
		file: security,
		find: "coalesce((select array_agg(a.person_id) from visit_adviser a where a.visit_id = n.visit_id and a.person_id <> all(n.people)), n.people)",
		replace: "n.people",
		title: "où je m’ajoute",
	},
	{
		...rows,
		name: "rights: an administrator raises themselves under the API",
		file: security,
		find: "if old.id = asking_person() and (new.role",
		replace: "if old.id is null and (new.role",
		title: "ses propres droits",
	},
	{
		...matrix,
		name: "rights: the API no longer looks at the role",
		file: "src/api/implement.ts",
		find: 'if (endpoint.roles !== "signedIn" && !endpoint.roles.includes(caller.role)) throw new Refusal("forbidden");',
		replace: "",
		title: "ce qui est refusé",
	},
	{
		...matrix,
		name: "rights: a colleague's employer is anybody's",
		file: "src/api/rules/permissions.ts",
		find: "(employer.advisorId === null || employer.advisorId === who.personId)));",
		replace: "Boolean(employer)));",
		title: "refuse d’écrire chaque ligne",
	},
	{
		...matrix,
		name: "rights: a refusal leaves a key behind",
		file: "src/api/implement.ts",
		find: "\tconst output = await asCaller(ports.database, caller, work,",
		replace:
			'\tif (key !== null) await asCaller(ports.database, caller, (db) => db.insertInto("idempotency_key").values({ key: ports.newId(), person_id: caller.personId, endpoint: "", body_hash: "", status: 0, created_at: now.toISOString() }).execute());\n\tconst output = await asCaller(ports.database, caller, work,',
		title: "ce qui est refusé",
	},
	{
		...matrix,
		name: "rights: the history of people is read by counsellors",
		file: "src/api/rules/history.ts",
		find: '? role === "administrator" :',
		replace: '? role !== "integrationAgent" :',
		title: "ouvre l’historique",
	},
	{
		project: "rules",
		test: "upkeep",
		name: "rights: what has served its time is kept",
		file: "src/server/upkeep.ts",
		find: "for (let round = 0; round < mostBatches; round += 1)",
		replace: "for (let round = 0; round < 1; round += 1)",
		title: "s’oublient",
	},
	{
		project: "contract",
		test: "contract/accounts",
		name: "rights: a disabled person is still given work",
		file: "src/api/at-work.ts",
		find: "is null and ",
		replace: "is null or true and ",
		title: "ne reçoivent plus rien à faire",
	},
];
