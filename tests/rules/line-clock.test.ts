import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { followLinesByClock } from "#api/house-clock.ts";
import { loadDemonstration } from "../../src/server/demo.ts";
import { dayOfMeasure } from "../speed/day.ts";
import { type Home, openHome } from "../speed/home.ts";

const lines = 120;
const at = (day: string) => new Date(`${day}T14:00:00Z`);
const inDays = (days: number) => new Date(Date.parse(dayOfMeasure) + days * 86_400_000).toISOString().slice(0, 10);
const label = "Personne de l’horloge";

let home: Home;
beforeAll(async () => {
	home = await openHome("prepared", (opened) => loadDemonstration(opened, dayOfMeasure));
	await home.signIn("manager");
	const { query } = home.opened;
	await query("select set_config('app.bulk', 'on', false)");
	// Nothing is asked of the demonstration's own lines: they are over.
	await query("update immigration_line set ended_on = $1, end_reason = 'other' where ended_on is null", [dayOfMeasure]);
	await query(
		`insert into immigration_line (id, region_code, employer_id, label, path, hired_on, permit_filed_on, permit_approved_on, permit_expires_on)
			select gen_random_uuid(), '16', employer_id, $1, 'imp', $2, $2, $2, $3 from employer_summary where region_code = '16' and archived_on is null order by employer_id limit ${lines}`,
		[label, inDays(-400), inDays(200)],
	);
	await query("select journal_loaded()");
	await query("select set_config('app.bulk', 'off', false)");
}, 120_000);
afterAll(() => home.close());

const run = (day: string) => followLinesByClock({ database: home.opened.database, now: at(day), newId: randomUUID });
const open = async () =>
	(
		await home.opened.query(
			"select f.rule_code as rule, count(*)::int as count, bool_and(f.owner_id = coalesce(e.advisor_id, f.owner_id)) as theirs from follow_up f join immigration_line l on l.id = f.immigration_line_id join employer e on e.id = l.employer_id where l.label = $1 and f.done_on is null group by 1",
			[label],
		)
	).rows;
const revisions = async () =>
	Number(
		(await home.opened.query("select count(*) as n from revision r join follow_up f on f.id = r.entity_id where f.immigration_line_id is not null")).rows[0]?.n,
	);

describe("un permis qui s’approche de sa fin, que personne n’a regardé", () => {
	it("ne donne rien avant le premier rappel", async () => {
		expect(await run(inDays(19))).toBe(0);
		expect(await open()).toEqual([]);
	});

	it("donne à chacun son rappel, à qui suit l’employeur, au nom de personne", async () => {
		expect(await run(inDays(20))).toBe(lines);
		expect(await open()).toEqual([{ rule: "permitRenewal180", count: lines, theirs: true }]);
		const { rows } = await home.opened.query(
			"select distinct r.actor from revision r join follow_up f on f.id = r.entity_id where f.rule_code = 'permitRenewal180' and f.immigration_line_id is not null",
		);
		expect(rows).toEqual([{ actor: null }]);
	});

	it("par tours de cent au plus : qui travaille alors n’attend jamais le tout, et l’historique n’y voit qu’une suite", async () => {
		const { rows } = await home.opened.query(
			"select r.batch_id as suite, count(distinct r.request_id)::int as turns, count(*)::int as written from revision r join follow_up f on f.id = r.entity_id where f.rule_code = 'permitRenewal180' and f.immigration_line_id is not null group by 1",
		);
		expect(rows).toEqual([{ suite: expect.any(String), turns: 2, written: lines }]);
	});

	it("une seconde fois, n’écrit rien", async () => {
		const before = await revisions();
		expect([await run(inDays(20)), await run(inDays(60))]).toEqual([0, 0]);
		expect(await revisions()).toBe(before);
	});

	it("à cent vingt puis quatre-vingt-dix jours, le rappel suivant prend la place du premier : une seule alerte pour un seul permis", async () => {
		expect(await run(inDays(80))).toBe(2 * lines);
		expect((await open()).map(({ rule, count }) => [rule, count])).toEqual([["permitRenewal120", lines]]);
		expect(await run(inDays(110))).toBe(2 * lines);
		expect((await open()).map(({ rule, count }) => [rule, count])).toEqual([["permitRenewal90", lines]]);
	});
});
