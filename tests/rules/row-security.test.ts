import type { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { servingRole } from "#api/caller.ts";
import { canWriteEmployer, canWriteFollowUp, canWriteSupportCase, canWriteVisit } from "#api/rules/permissions.ts";
import { type Role, roles } from "#contract/endpoint.ts";
import { openPrepared } from "../../mocks/node.ts";

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
	"follow_up",
	"tool_use",
];
const models = ["employer_summary", "support_case_summary", "list_total"];

describe("sous l’API, la base refuse ce que la table des droits refuse", () => {
	test("chaque table est fermée, puis ouverte par une règle écrite ; ce qui est consigné est au journal", async () => {
		const rows = await asking(null, (read) =>
			read(`select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as shut, coalesce(a.access, '') as access, j.name is not null as journaled,
				(select count(*)::int from pg_policies p where p.tablename = c.relname and 'jalon_app' = any(p.roles::text[])) as policies,
				(select count(*)::int from pg_trigger t where t.tgrelid = c.oid and t.tgname in ('a_stamp', 'journal_insert', 'journal_update', 'journal_delete')) as triggers
				from pg_class c left join table_access a on a.name = c.relname left join journal_entity j on j.name = c.relname
				where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'`),
		);
		expect(rows.length).toBeGreaterThan(35);
		expect(rows.filter(({ shut, policies }) => !shut || policies === 0).map(({ name }) => name)).toEqual([]);
		expect(rows.filter(({ access }) => access === "").map(({ name }) => name)).toEqual([]);
		const recorded = rows.filter(({ access }) => ["field", "history", "people"].includes(String(access)));
		expect(recorded.filter(({ journaled, triggers }) => !journaled || triggers !== 4).map(({ name }) => name)).toEqual([]);
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

	it.each(["employer_summary", "support_case_summary", "list_total", "region", "term", "revision", "table_access"])(
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
		expect((await entities("administrator")).sort()).toEqual(["person", "service_point"]);
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
				canWriteVisit(caller, { regionCode, adviserIds: [advisorId, other].filter((id) => id !== null) }),
				canWriteFollowUp(caller, { regionCode, ownerId: advisorId ?? colleague, employerAdvisorId: other }),
			];
			const [row] = await asking(caller, (read) =>
				read(
					`select may_write_employer($1, $2::uuid) as employer, may_write_case($1, $2::uuid, $3::uuid) as support_case,
						coalesce(may_write_visit($1, array_remove(array[$2::uuid, $3::uuid], null)), false) as visit, may_write_follow_up($1, coalesce($2::uuid, $4::uuid), $3::uuid) as follow_up`,
					[regionCode, advisorId, other, colleague],
				),
			);
			expect([row?.employer, row?.support_case, row?.visit, row?.follow_up]).toEqual(expected);
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
});
