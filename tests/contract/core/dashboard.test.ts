import { beforeAll, describe, expect, it } from "vitest";
import type { Dashboard } from "#contract/dashboard.ts";
import { as, type Page, type Visitor } from "../support.ts";
import { daysFrom, filtered, findGround, visitBody } from "./finding.ts";

let manager: Visitor;
let dashboard: Dashboard;
const read = async (visitor: Visitor) => (await visitor.get<Dashboard>("/dashboard")).body;
const measureOf = (id: string, by: string, from = dashboard) => from.measures.find((one) => one.indicator === id && one.by.join() === by);
const total = async (path: string, filter: string) => (await manager.get<Page>(filtered(path, filter, { limit: "1" }))).body.total;

beforeAll(async () => {
	manager = await as("manager");
	dashboard = await read(manager);
});

describe("le tableau de bord", () => {
	it("dit sa période, le jour où il est lu et la fenêtre égale d’avant", () => {
		const { period, previousPeriod, today } = dashboard;
		expect(period.from <= period.to && period.asOf <= today).toBe(true);
		expect(previousPeriod.to < period.from).toBe(true);
	});

	it.each([
		["I06", "stage", "/support-cases", "open==true", "stage"],
		["I06", "personId", "/support-cases", "open==true", "advisorId"],
		["I06-sleeping", "stage", "/support-cases", "sleeping==true", "stage"],
		["I14", "personId", "/follow-ups", "late==true", "ownerId"],
	])("annonce, pour %s par %s, autant que la liste du jour", async (id, by, path, filter, field) => {
		const found = measureOf(id, by);
		expect(found?.value).toBe(await total(path, filter));
		for (const { keys, value } of found?.parts ?? []) {
			// What nobody is in charge of is a part too.
			const condition = keys[0] === null ? `${field}=null=true` : `${field}==${keys[0]}`;
			expect([keys, value]).toEqual([keys, await total(path, `${filter};${condition}`)]);
		}
	});

	it("compte les dossiers ouverts une fois chacun dans l’entonnoir", () => {
		const funnel = measureOf("I06", "stage");
		expect(funnel?.value).toBeGreaterThan(0);
		expect(funnel?.parts.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(funnel?.value);
		expect(funnel?.parts.map(({ keys }) => keys[0])).not.toContain("closed");
	});

	it("montre d’abord les dossiers qui dorment depuis le plus longtemps", () => {
		const days = dashboard.sleeping.map(({ amount }) => amount ?? 0);
		expect(days).toEqual([...days].sort((one, other) => other - one));
		expect(days.every((one) => one > 0)).toBe(true);
	});

	it("donne une part de passage entre 0 et 1, ou rien", () => {
		for (const { value } of measureOf("I06-conversion", "stage")?.parts ?? []) if (value !== null) expect(value >= 0 && value <= 1).toBe(true);
	});

	it("bouge quand un suivi prend du retard", async () => {
		const ground = await findGround();
		const nextSteps = [
			{ id: crypto.randomUUID(), kind: "call", title: "Rappeler la direction", ownerId: ground.advisor.person?.id, dueOn: daysFrom(ground.today, -3) },
		];
		expect((await ground.advisor.post("/visits", visitBody(ground, { occurredOn: daysFrom(ground.today, -5), report: { nextSteps } }))).status).toBe(201);
		expect(measureOf("I14", "personId", await read(manager))?.value).toBe((measureOf("I14", "personId")?.value ?? 0) + 1);
	});
});
