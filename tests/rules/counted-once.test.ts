import type { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPrepared } from "../../mocks/node.ts";
import { journalWrites } from "../support/journal-writes.ts";

let db: PGlite;
beforeAll(async () => {
	db = await openPrepared();
}, 60_000);
afterAll(() => db.close());

const { read, write } = journalWrites(() => db);

/** What is kept of interactions and of stages, in one word each. */
const kept = () =>
	read(`select (select md5(string_agg(t::text, ',' order by source_id, employer_id)) from (select source_id, employer_id, kind, mrc_code, leads, leads_here, previous_on, previous_here_on from employer_interaction) t) as interactions,
		(select md5(string_agg(t::text, ',' order by t::text)) from stage_passage t) as passages`);
const counts = async (sql: string) => (await read(sql))[0];

it("ce qui compte une fois dans une période est gardé par chaque écriture comme si tout était refait", async () => {
	const first = await kept();
	// Visits that several employers received, that change their day, their employers, or go; stages entered, and taken back.
	await write([
		["update visit set occurred_on = occurred_on - 200 where id in (select id from visit where status = 'completed' order by id limit 15)"],
		["update visit set mode = 'phone' where id in (select id from visit where status = 'completed' order by id desc limit 5)"],
		[
			`insert into visit_employer (visit_id, employer_id, region_code, mrc_code) select v.id, e.id, '16', '54' from (select id from visit where status = 'completed' order by id limit 6) v
			cross join (select id from employer where region_code = '16' order by id limit 3) e on conflict do nothing`,
		],
		[
			"delete from visit_employer where (visit_id, employer_id) in (select source_id, employer_id from employer_interaction where source = 'visit' and leads order by source_id limit 4)",
		],
		["delete from tool_use where id in (select source_id from employer_interaction where source = 'toolUse' order by source_id limit 6)"],
		[
			`insert into stage_change (id, region_code, support_case_id, from_stage, to_stage, moved_on, moved_by) select gen_random_uuid(), region_code, id, stage, 'retention', date '2026-11-20',
			(select id from person limit 1) from support_case where closed_on is null order by support_case.id limit 5`,
		],
	]);
	const changed = await kept();
	expect(changed).not.toEqual(first);
	await read("select rebuild_interactions()");
	expect(changed).toEqual(await kept());
});

it("compte autant d’employeurs et de visites que si l’on mettait de côté ce qui revient", async () => {
	for (const [from, to] of [
		["2020-04-01", "2021-03-31"],
		["2026-01-15", "2026-02-20"],
		["2019-01-01", "2026-11-24"],
	])
		expect(
			await counts(`select count(*) filter (where k.counts_as_support and coalesce(i.previous_on < '${from}', true)) as employers,
				count(*) filter (where k.counts_as_support and coalesce(i.previous_here_on < '${from}', true)) as here, count(*) filter (where i.leads and i.source = 'visit') as visits
				from employer_interaction i left join interaction_kind k on k.code = i.kind where i.region_code = '16' and i.occurred_on between '${from}' and '${to}'`),
		).toEqual(
			await counts(`select count(distinct i.employer_id) filter (where k.counts_as_support) as employers, count(distinct (i.employer_id, i.mrc_code)) filter (where k.counts_as_support) as here,
				count(distinct i.source_id) filter (where i.source = 'visit') as visits
				from employer_interaction i left join interaction_kind k on k.code = i.kind where i.region_code = '16' and i.occurred_on between '${from}' and '${to}'`),
		);
});
