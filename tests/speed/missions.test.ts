import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MissionResults } from "#contract/mission-results.ts";
import { growMissions } from "../../mocks/world/set-based-missions.sql.ts";
import { loadDemonstration } from "../../src/server/demo.ts";
import { dayOfMeasure } from "./day.ts";
import { type Home, openHome } from "./home.ts";
import { plansAsServed, readings } from "./plan.ts";

const employers = 150;

describe("à 30 missions de 150 employeurs", () => {
	let home: Home;
	let mission: string;
	beforeAll(async () => {
		home = await openHome("prepared", async (opened) => {
			await loadDemonstration(opened, dayOfMeasure);
			await growMissions(opened, { missions: 30, employers, needs: 2 }, dayOfMeasure);
		});
		await home.signIn("manager");
		const { rows } = await home.opened.query("select id from mission where name like 'Mission de mesure %' order by starts_on desc limit 1");
		mission = String(rows[0]?.id);
	});
	afterAll(() => home.close());

	test("la comparaison, l’entonnoir et la liste lisent des sommes par jour, jamais les employeurs un à un", async () => {
		const detail = ["mission_registration", "mission_post", "mission_result"];
		for (const path of ["/missions/comparison", "/missions/comparison?asOf=2025-06-30", `/missions/${mission}/funnel`, "/missions"]) {
			const statements = await home.statementsOf(path);
			expect([path, statements.length <= 5]).toEqual([path, true]);
			const tables = (await plansAsServed(home.opened, statements)).flatMap(readings).map(([table]) => table);
			expect([path, tables.filter((table) => detail.includes(table))]).toEqual([path, []]);
			expect([path, tables.includes("mission_tally")]).toEqual([path, true]);
		}
	});

	test("les employeurs à inviter se lisent en six requêtes SQL au plus, quel que soit leur nombre", async () => {
		const { rows } = await home.opened.query("select id from mission where ends_on >= $1::date and not is_cancelled order by starts_on desc limit 1", [
			dayOfMeasure,
		]);
		const path = `/missions/${rows[0]?.id}/matches`;
		const few = await home.statementsOf(`${path}?limit=1`);
		const many = await home.statementsOf(`${path}?limit=500`);
		expect([few.length, many.length]).toEqual([few.length, few.length]);
		expect(many.length).toBeLessThanOrEqual(6);
		expect((await home.statementsOf(`${path}/facets?fields=state,mrcCode`)).length).toBeLessThanOrEqual(6);
	});

	test("une grille de 150 employeurs et neuf colonnes collée d’un coup s’écrit en autant de requêtes SQL qu’une case", async () => {
		const { items } = (await home.ask(`/missions/${mission}/results`)).body as MissionResults;
		expect(items).toHaveLength(employers);
		const measures = ["applications", "shortlisted", "invited", "interviews", "offers", "hires", "arrivals", "employed6", "employed12"] as const;
		const cells = items.flatMap(({ registrationId, values }, row) =>
			measures.map((measure, column) => ({
				registrationId,
				measure,
				value: 2 + row + (measures.length - column),
				before: values.find((one) => one.measure === measure)?.value ?? null,
			})),
		);
		const save = (some: typeof cells) => home.statementsOf(`/missions/${mission}/results`, { method: "POST", body: { knownOn: dayOfMeasure, cells: some } });
		const whole = await save(cells.slice(9));
		const one = await save(cells.slice(0, 1));
		expect(cells.slice(9)).toHaveLength(1341);
		expect(whole.length).toBe(one.length);
	});
});
