import type { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { servingRole } from "#api/caller.ts";
import { canWriteEmployer, canWriteFollowUp, canWriteSupportCase, canWriteVisit } from "#api/rules/permissions.ts";
import { type Role, roles } from "#contract/endpoint.ts";
import { openPrepared } from "../../mocks/node.ts";
import { derivedTables, readTables } from "../../src/server/backup/catalogue.ts";
import { connectionOf } from "../../src/server/backup/connection.ts";

let db: PGlite;
beforeAll(async () => {
	db = await openPrepared();
	await db.exec(`set role ${servingRole}`);
}, 60_000);
afterAll(() => db.close());

type Who = { personId: string; role: Role; regionCode: string };
const me = "11111111-1111-4111-8111-111111111111";
const colleague = "22222222-2222-4222-8222-222222222222";

/** As a request does: who asks is said for one transaction, which leaves nothing behind. */
async function asking<T>(who: Who | null, work: (read: (sql: string, parameters?: unknown[]) => Promise<Record<string, unknown>[]>) => Promise<T>): Promise<T> {
	await db.exec("begin");
	try {
		const read = async (sql: string, parameters?: unknown[]) => (await db.query<Record<string, unknown>>(sql, parameters)).rows;
		if (who)
			await read("select set_config('app.person', $1, true), set_config('app.region', $2, true), set_config('app.role', $3, true)", [
				who.personId,
				who.regionCode,
				who.role,
			]);
		return await work(read);
	} finally {
		await db.exec("rollback");
	}
}
const countOf = (who: Who | null, table: string) => asking(who, async (read) => Number((await read(`select count(*) as n from ${table}`))[0]?.n));
const who = (role: Role, regionCode = "16"): Who => ({ personId: me, role, regionCode });

const field = [
	"employer",
	"establishment",
	"contact",
	"support_case",
	"stage_change",
	"case_evidence",
	"visit",
	"visit_employer",
	"visit_adviser",
	"labour_need",
	"need_movement",
	"follow_up",
	"tool_use",
	"questionnaire_answer",
	"signal_handling",
];
const models = [
	"employer_summary",
	"support_case_summary",
	"list_total",
	"contact_search",
	"follow_up_owner",
	"employer_interaction",
	"employer_support",
	"stage_passage",
	"visit_signal",
	"employer_signal",
];

describe("sous l’API, la base refuse ce que la table des droits refuse", () => {
	test("chaque table est fermée, puis ouverte par une règle écrite ; ce qui s’écrit est gardé, consigné au journal et copié à la sauvegarde", async () => {
		const rows = await asking(null, (read) =>
			read(`select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as shut, coalesce(a.access, '') as access, j.name is not null as journaled,
				(select count(*)::int from pg_policies p where p.tablename = c.relname and 'jalon_app' = any(p.roles::text[])) as policies,
				(select count(*)::int from pg_trigger t where t.tgrelid = c.oid and t.tgname in ('a_stamp', 'journal_insert', 'journal_update', 'journal_delete') and t.tgenabled <> 'D') as triggers,
				(select coalesce(bit_or(t.tgtype::int), 0) & (4 | 8 | 16) from pg_trigger t where t.tgrelid = c.oid and t.tgenabled <> 'D' and t.tgfoid::regproc::text in ('guard_owner', 'guard_owners', 'guard_referral', 'guard_document', 'guard_need_movement', 'guard_answers', 'guard_missions', 'guard_immigration', 'guard_retention', 'guard_advisers', 'refuse_rewriting')) as guarded
				from pg_class c left join table_access a on a.name = c.relname left join journal_entity j on j.name = c.relname
				where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'`),
		);
		expect(rows.length).toBeGreaterThan(35);
		expect(rows.filter(({ shut, policies }) => !shut || policies === 0).map(({ name }) => name)).toEqual([]);
		expect(rows.filter(({ access }) => access === "").map(({ name }) => name)).toEqual([]);
		const recorded = rows.filter(({ access }) => ["field", "history", "people"].includes(String(access)));
		expect(recorded.filter(({ journaled, triggers }) => !journaled || triggers !== 4).map(({ name }) => name)).toEqual([]);
		// To add, to change, to remove: each is judged by whose record it is, or never done.
		const written = rows.filter(({ access }) => ["field", "history"].includes(String(access)));
		expect(written.filter(({ guarded }) => guarded !== (4 | 8 | 16)).map(({ name }) => name)).toEqual([]);
		const kept = [...(await readTables(connectionOf(db))).map(({ name }) => name), ...derivedTables];
		expect(rows.filter(({ name }) => !kept.includes(String(name))).map(({ name }) => name)).toEqual([]);
	});

	it.each([...field, ...models, "revision", "redaction"])("une demande qui ne dit pas qui la fait ne lit rien de %s", async (table) => {
		expect(await countOf(null, table)).toBe(0);
	});

	it.each(field)("%s se lit dans sa région seulement, et par les seuls rôles du terrain", async (table) => {
		const all = await asking(who("manager"), async (read) => (await read(`select distinct region_code from ${table}`)).map(({ region_code }) => region_code));
		expect(all).toEqual(["16"]);
		expect(await countOf(who("advisor"), table)).toBe(await countOf(who("manager"), table));
		for (const role of ["integrationAgent", "administrator", "auditor"] as const) expect([role, await countOf(who(role), table)]).toEqual([role, 0]);
	});

	it.each(field)("personne n’écrit dans %s au nom d’une autre région", async (table) => {
		const [sample] = await asking(who("manager"), (read) => read(`select id from ${table} limit 1`));
		const touched = asking(who("manager", "06"), async (read) => {
			await read("select journal_begin($1::uuid, null, null, now())", [me]);
			return (await read(`delete from ${table} where id = $1 returning id`, [sample?.id])).length;
		});
		expect(await touched).toBe(0);
	});

	it.each(["employer_summary", "support_case_summary", "list_total", "employer_interaction", "region", "term", "revision", "table_access"])(
		"personne n’écrit directement dans %s",
		async (table) => {
			await expect(asking(who("manager"), (read) => read(`delete from ${table}`))).rejects.toThrow(/permission denied/);
		},
	);

	it("le journal ne se récrit pas, même par la gestion ; une écriture hors du journal est refusée", async () => {
		await expect(asking(who("manager"), (read) => read("update revision set actor = null"))).rejects.toThrow(/permission denied/);
		await expect(asking(who("manager"), (read) => read("update employer set name = 'x' where id = (select id from employer limit 1)"))).rejects.toThrow(
			/outside journal_begin/,
		);
	});

	it("l’historique suit les droits de la fiche : rien des employeurs pour l’administration, tout pour la vérification", async () => {
		const entities = (role: Role) => asking(who(role), async (read) => (await read("select distinct entity from revision")).map(({ entity }) => entity));
		expect((await entities("administrator")).sort()).toEqual(["person", "question", "service_point", "signal_protocol", "stage_setting"]);
		expect(await entities("auditor")).toEqual(expect.arrayContaining(["employer", "person", "visit"]));
		expect(await entities("integrationAgent")).toEqual([]);
		expect(await entities("advisor")).not.toContain("person");
	});

	it("un employeur passé à une autre région est encore nommé dans l’ancienne, sans y être de ses employeurs", async () => {
		const past = await asking(who("manager"), (read) =>
			read("select s.name, s.region_code from employer_past_region p join employer_summary s on s.employer_id = p.employer_id where p.region_code = '16'"),
		);
		expect(past.length).toBeGreaterThan(0);
		expect(past.every(({ region_code }) => region_code !== "16")).toBe(true);
		expect(await asking(who("manager"), (read) => read("select 1 from employer where region_code <> '16'"))).toEqual([]);
	});

	it("chercher un nom donne les mêmes employeurs par la fonction que par la liste", async () => {
		const [byFunction, byList] = await asking(who("advisor"), async (read) => [
			(await read("select search_employers(array['%atelier%']) as id")).map(({ id }) => id).sort(),
			(await read("select employer_id as id from employer_summary where region_code = '16' and search like '%atelier%'")).map(({ id }) => id).sort(),
		]);
		expect(byFunction).toEqual(byList);
		expect(byList?.length).toBeGreaterThan(0);
		expect(await asking(null, (read) => read("select search_employers(array['%a%'])"))).toEqual([]);
	});
});

describe("la règle « à qui est cette fiche » est la même dans le code et dans la base", () => {
	const people = [null, me, colleague];
	const cases = roles.flatMap((role) => ["16", "05"].flatMap((regionCode) => people.map((advisorId) => ({ role, regionCode, advisorId }))));

	it.each(cases)("pour $role, une fiche de la région $regionCode confiée à $advisorId", async ({ role, regionCode, advisorId }) => {
		const caller = who(role);
		for (const other of people) {
			const expected = [
				canWriteEmployer(caller, { regionCode, advisorId }),
				canWriteSupportCase(caller, { regionCode, advisorId, employerAdvisorId: other }),
				canWriteVisit(caller, { regionCode, adviserIds: [advisorId, other].filter((id) => id !== null), isHere: true }),
				canWriteVisit(caller, { regionCode, adviserIds: [advisorId, other].filter((id) => id !== null), isHere: false }),
				canWriteFollowUp(caller, { regionCode, ownerIds: [colleague, ...(advisorId ? [advisorId] : [])], employerAdvisorId: other }),
			];
			const [row] = await asking(caller, (read) =>
				read(
					`select may_write_employer($1, $2::uuid) as employer, may_write_case($1, $2::uuid, $3::uuid) as support_case,
						coalesce(may_write_visit($1, array_remove(array[$2::uuid, $3::uuid], null), true), false) as visit,
						coalesce(may_write_visit($1, array_remove(array[$2::uuid, $3::uuid], null), false), false) as gone, may_write_follow_up($1, (as_its_owner(jsonb_build_object('owner_id', $4::uuid, 'co_owner_ids', array_remove(array[$2::uuid], null))) ->> 'owner_id')::uuid, $3::uuid) as follow_up`,
					[regionCode, advisorId, other, colleague],
				),
			);
			expect([row?.employer, row?.support_case, row?.visit, row?.gone, row?.follow_up]).toEqual(expected);
		}
	});

	it("la fiche d’une collègue ne se change pas, même en contournant l’API ; celle de personne, oui", async () => {
		const [theirs] = await asking(who("manager"), (read) => read("select id from employer where advisor_id is not null limit 1"));
		const rename = (caller: Who, id: unknown) =>
			asking(caller, async (read) => {
				await read("select journal_begin($1::uuid, null, null, now())", [me]);
				return (await read("update employer set name = name || ' !' where id = $1 returning id", [id])).length;
			});
		await expect(rename(who("advisor"), theirs?.id)).rejects.toThrow(/row of somebody else/);
		expect(await rename(who("manager"), theirs?.id)).toBe(1);
	});

	// Each row is somebody's: the counsellor `owner` may write it, `stranger` (of the same region) may not.
	const samples = `select e.id as employer, e.advisor_id as owner, (select p.id from person p where p.role = 'advisor' and p.region_code = '16' and p.id <> e.advisor_id
			and not exists (select from visit_adviser a join visit_employer ve using (visit_id) where ve.employer_id = e.id and a.person_id = p.id)
			and not exists (select from support_case k where k.employer_id = e.id and k.advisor_id = p.id)
			and not exists (select from follow_up f where f.employer_id = e.id and f.owner_id = p.id) limit 1) as stranger,
		n.id as need, n.visit_id as visit, (select f.id from follow_up f where f.employer_id = e.id limit 1) as step, (select t.id from tool_use t where t.employer_id = e.id limit 1) as use, (select k.id from support_case k where k.employer_id = e.id limit 1) as own_case,
		(select p.employer_id from employer_past_region p where p.region_code = '16' limit 1) as gone,
		(select a.person_id from visit_adviser a where a.visit_id = n.visit_id limit 1) as adviser
		from employer e join labour_need n on n.employer_id = e.id where e.advisor_id is not null and n.visit_id is not null
			and exists (select from follow_up f where f.employer_id = e.id) and exists (select from tool_use t where t.employer_id = e.id) limit 1`;
	type Sample = Record<"employer" | "owner" | "stranger" | "need" | "visit" | "step" | "use" | "own_case" | "gone" | "adviser", string>;
	const tried: [what: string, by: "owner" | "stranger" | "adviser", sql: string, refused: boolean][] = [
		["un besoin d’une collègue", "stranger", "update labour_need set posts = 9 where id = '$need'", true],
		["un besoin de mon employeur", "owner", "update labour_need set posts = 9 where id = '$need'", false],
		["un besoin noté à ma visite", "adviser", "update labour_need set posts = 9 where id = '$need'", false],
		["mon besoin, donné à un employeur d’une autre région", "owner", "update labour_need set employer_id = '$gone' where id = '$need'", true],
		["mon besoin, retiré", "owner", "delete from labour_need where id = '$need'", false],
		["le besoin d’une collègue, retiré", "stranger", "delete from labour_need where id = '$need'", true],
		["un poste ouvert chez une collègue", "stranger", "update need_movement set quantity = 9 where labour_need_id = '$need' and is_first", true],
		["un poste ouvert chez mon employeur", "owner", "update need_movement set quantity = quantity + 1 where labour_need_id = '$need' and is_first", false],
		["un poste ouvert à ma visite", "adviser", "update need_movement set quantity = quantity + 1 where labour_need_id = '$need' and is_first", false],
		["un suivi d’une collègue, que je prends", "stranger", "update follow_up set owner_id = '$stranger' where id = '$step'", true],
		["un suivi de mon employeur, que je confie", "owner", "update follow_up set owner_id = '$stranger' where id = '$step'", false],
		["un suivi, donné à un employeur d’une autre région", "owner", "update follow_up set employer_id = '$gone' where id = '$step'", true],
		["un usage d’outil d’une collègue", "stranger", "update tool_use set quantity = 2 where id = '$use'", true],
		["un usage d’outil de mon employeur", "owner", "update tool_use set quantity = 2 where id = '$use'", false],
		["le dossier d’une collègue, que je prends", "stranger", "update support_case set advisor_id = '$stranger' where id = '$own_case'", true],
		["mon employeur, que je confie", "owner", "update employer set advisor_id = '$stranger' where id = '$employer'", false],
		[
			"la visite d’une collègue, où je m’ajoute",
			"stranger",
			"insert into visit_adviser (visit_id, person_id, region_code, role) values ('$visit', '$stranger', '16', 'advisor')",
			true,
		],
		[
			"ma visite, où j’ajoute une collègue",
			"adviser",
			"insert into visit_adviser (visit_id, person_id, region_code, role) values ('$visit', '$stranger', '16', 'advisor')",
			false,
		],
		["une collègue retirée de sa visite", "stranger", "delete from visit_adviser where visit_id = '$visit'", true],
		[
			"la visite d’une collègue, donnée à un autre employeur",
			"stranger",
			"update visit_employer set employer_id = '$employer' where visit_id = '$visit'",
			true,
		],
		[
			"une précision à la visite d’une collègue",
			"stranger",
			"insert into visit_addendum (id, region_code, visit_id, written_on, text) values (gen_random_uuid(), '16', '$visit', '2026-11-24', 'x')",
			true,
		],
		[
			"un passage d’étape du dossier d’une collègue",
			"stranger",
			"insert into stage_change (id, region_code, support_case_id, to_stage, moved_on) values (gen_random_uuid(), '16', '$own_case', 'toContact', '2026-11-24')",
			true,
		],
		[
			"une personne à joindre chez l’employeur d’une collègue",
			"stranger",
			"insert into contact (id, region_code, employer_id, name) values (gen_random_uuid(), '16', '$employer', 'X')",
			true,
		],
		[
			"une entente, dont la règle n’est pas écrite",
			"owner",
			"insert into partner (id, region_code, name, type) values (gen_random_uuid(), '16', 'X', 'city')",
			true,
		],
	];
	it.each(tried)("en contournant l’API : %s (par %s)", async (_, by, statement, refused) => {
		const [sample] = (await asking(who("manager"), (read) => read(samples))) as Sample[];
		const text = statement.replace(/\$(\w+)/g, (_all, name: keyof Sample) => String(sample?.[name]));
		const work = asking({ ...who("advisor"), personId: String(sample?.[by]) }, async (read) => {
			await read("select journal_begin($1::uuid, null, null, now())", [me]);
			return (await read(`${text} returning 1`)).length;
		});
		if (refused) await expect(work).rejects.toThrow(/row of somebody else/);
		else expect(await work).toBeGreaterThan(0);
	});

	it("une administratrice ne change pas ses propres droits, même en contournant l’API", async () => {
		const [self] = await asking(who("administrator"), (read) => read("select id from person where role = 'administrator' limit 1"));
		const raise = asking({ ...who("administrator"), personId: String(self?.id) }, async (read) => {
			await read("select journal_begin($1::uuid, null, null, now())", [me]);
			return read("update person set role = 'manager' where id = $1", [self?.id]);
		});
		await expect(raise).rejects.toThrow(/own rights/);
	});
});
