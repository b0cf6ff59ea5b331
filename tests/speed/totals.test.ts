import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openPostgres } from "../../src/server/database.ts";
import { createDatabase, dropDatabase } from "../support/postgres.ts";
import { type Home, openHome } from "./home.ts";

const lists = ["employer", "support_case", "visit", "labour_need", "follow_up", "tool_use"];
const kept = "select list, region_code, sum(total)::int as total from list_total group by 1, 2 having sum(total) <> 0 order by 1, 2";
const counted = `select * from (${lists.map((list) => `select '${list}' as list, region_code, count(*)::int as total from ${list} group by 2`).join(" union all ")}) c order by 1, 2`;

describe("les totaux gardés", () => {
	let databaseUrl: string;
	let clients: pg.Client[];
	beforeAll(async () => {
		databaseUrl = await createDatabase();
		await (await openPostgres(databaseUrl)).close();
		clients = await Promise.all(
			Array.from({ length: 4 }, async () => {
				const client = new pg.Client({ connectionString: databaseUrl });
				await client.connect();
				// The journal lets one writer in at a time: left out, so that the totals alone keep four writers straight.
				await client.query("select set_config('app.bulk', 'on', false)");
				return client;
			}),
		);
	});
	afterAll(async () => {
		await Promise.all(clients.map((client) => client.end()));
		await dropDatabase(databaseUrl);
	});

	const regions = ["16", "05"];
	const person = randomUUID();
	/** Numbers that look drawn, the same at each run. */
	const draws = (seed: number) => () => {
		seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
		return (below: number) => Math.floor((seed / 2 ** 32) * below);
	};

	const addEmployers = (count: number, region: string) =>
		`insert into employer (id, region_code, name, created_on) select gen_random_uuid(), '${region}', 'Ferme ' || i, '2026-01-01' from generate_series(1, ${count}) i`;
	const ofAnEmployer = "select id, region_code from employer order by random() limit 1";
	const changes = [
		(n: number, region: string) => addEmployers(n, region),
		(n: number) =>
			`insert into follow_up (id, region_code, employer_id, kind, title, owner_id, due_on, created_on) select gen_random_uuid(), e.region_code, e.id, 'call', 'Rappeler', '${person}', '2026-12-01', '2026-11-01' from (${ofAnEmployer}) e, generate_series(1, ${n})`,
		(n: number) =>
			`insert into tool_use (id, region_code, employer_id, tool, event, occurred_on, source) select gen_random_uuid(), e.region_code, e.id, 'employerPortal', 'search', '2026-11-01', 'declared' from (${ofAnEmployer}) e, generate_series(1, ${n})`,
		(n: number, region: string) =>
			`insert into visit (id, region_code, status, mode, occurred_on) select gen_random_uuid(), '${region}', 'draft', 'video', '2026-11-01' from generate_series(1, ${n})`,
		(n: number) => `delete from tool_use where id in (select id from tool_use order by random() limit ${n} for update skip locked)`,
		(n: number) => `delete from visit where id in (select id from visit order by random() limit ${n} for update skip locked)`,
		(n: number, region: string) =>
			`update visit set region_code = '${region}' where id in (select id from visit order by random() limit ${n} for update skip locked)`,
		(n: number) => `update visit set headline = 'Vu' where id in (select id from visit order by random() limit ${n} for update skip locked)`,
	];

	test("disent toujours le nombre de lignes, quand quatre personnes ajoutent, retirent, déplacent et renoncent en même temps", async () => {
		const [first] = clients as [pg.Client];
		await first.query(
			"insert into person (id, region_code, name, initials, role, valid_from) values ($1, '16', 'Personne Exemple', 'PE', 'advisor', '2019-01-01')",
			[person],
		);
		await first.query(addEmployers(10, "16"));
		const outcomes = { kept: 0, undone: 0 };
		await Promise.all(
			clients.map(async (client, index) => {
				const next = draws(index + 1);
				for (let round = 0; round < 25; round += 1) {
					await client.query("begin");
					// One kind of change at a time: two people who lock the same rows in two orders wait for each other whatever is counted.
					const change = changes[next()(changes.length)] as (typeof changes)[number];
					await client.query(change(1 + next()(4), regions[next()(2)] as string));
					const undone = next()(4) === 0;
					await client.query(undone ? "rollback" : "commit");
					outcomes[undone ? "undone" : "kept"] += 1;
				}
			}),
		);
		expect(Math.min(outcomes.kept, outcomes.undone)).toBeGreaterThan(10);
		expect((await first.query(kept)).rows).toEqual((await first.query(counted)).rows);
		expect((await first.query(counted)).rows.length).toBeGreaterThan(3);
	});

	test("se retrouvent par un nouveau compte, et sont nuls quand tout est vidé", async () => {
		const [first] = clients as [pg.Client];
		for (const list of lists) await first.query("select recount_list($1)", [list]);
		expect((await first.query(kept)).rows).toEqual((await first.query(counted)).rows);
		await first.query(`truncate ${lists.join(", ")} cascade`);
		expect((await first.query(kept)).rows).toEqual([]);
	});
});

describe("à 20 000 employeurs", () => {
	let home: Home;
	beforeAll(async () => {
		home = await openHome({ databaseUrl: inject("grownDatabase") });
		await home.signIn("manager");
	});
	afterAll(() => home.close());

	test.each([
		["/employers", "openPosts=ge=0"],
		["/support-cases", "openPosts=ge=0"],
		["/labour-needs", "openPosts=ge=0"],
		["/visits", "occurredOn=ge=1990-01-01"],
		["/follow-ups", "dueOn=ge=1990-01-01"],
		["/tool-uses", "quantity=ge=0"],
	])("%s annonce sans filtre autant de lignes qu’avec un filtre que toutes passent", async (path, everything) => {
		const total = async (query: string) => ((await home.ask(`${path}?limit=1${query}`)).body as { total: number }).total;
		const all = await total("");
		expect(all).toBeGreaterThan(5000);
		expect(await total(`&filter=${encodeURIComponent(everything)}`)).toBe(all);
	});
});
