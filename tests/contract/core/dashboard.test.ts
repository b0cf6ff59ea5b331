import { beforeAll, describe, expect, it } from "vitest";
import type { Dashboard } from "#contract/dashboard.ts";
import { as, type Page, type Visitor } from "../support.ts";
import { core, findGround, visitBody } from "./finding.ts";

type Figure = { value: number; list: string; filter: string };
const isFigure = (value: unknown): value is Figure => typeof value === "object" && value !== null && "value" in value && "list" in value && "filter" in value;

/** Every figure of an answer, wherever it is, with where it was found. */
function figuresOf(value: unknown, at = ""): { at: string; figure: Figure }[] {
	if (isFigure(value)) return [{ at, figure: value }];
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) => figuresOf(inner, at ? `${at}.${name}` : name));
}

const rowsBehind = async (visitor: Visitor, { list, filter }: Figure) =>
	(await visitor.get<Page>(`${core.find(({ id }) => id === list)?.path}?${new URLSearchParams({ filter, limit: "1" })}`)).body.total;

let manager: Visitor;
let dashboard: Dashboard;
const read = async (visitor: Visitor) => (await visitor.get<Dashboard>("/dashboard")).body;

beforeAll(async () => {
	manager = await as("manager");
	dashboard = await read(manager);
});

describe("le tableau de bord", () => {
	it("annonce autant de lignes que la liste derrière chaque chiffre", async () => {
		const figures = figuresOf(dashboard);
		expect(figures.length).toBeGreaterThan(20);
		for (const { at, figure } of figures) expect({ at, ...figure, rows: await rowsBehind(manager, figure) }).toEqual({ at, ...figure, rows: figure.value });
	});

	it("compte les dossiers ouverts une fois chacun dans l’entonnoir", () => {
		expect(dashboard.openCases.value).toBeGreaterThan(0);
		expect(dashboard.funnel.reduce((sum, { cases }) => sum + cases.value, 0)).toBe(dashboard.openCases.value);
		expect(dashboard.funnel.reduce((sum, { sleeping }) => sum + sleeping.value, 0)).toBe(dashboard.sleepingCases.value);
		expect(dashboard.funnel.map(({ stage }) => stage)).not.toContain("closed");
	});

	it("montre d’abord les dossiers qui dorment depuis le plus longtemps", () => {
		const days = dashboard.sleeping.map(({ lastActivityOn }) => lastActivityOn);
		expect(days).toEqual([...days].sort());
		expect(dashboard.sleeping.every(({ sleeping }) => sleeping)).toBe(true);
	});

	it("range les professions par postes à combler, douze au plus", async () => {
		const posts = dashboard.occupations.map((row) => row.posts);
		expect(posts.length).toBeLessThanOrEqual(12);
		expect(posts).toEqual([...posts].sort((one, other) => other - one));
		const first = dashboard.occupations[0];
		const { body } = await manager.get<Page<{ openPosts: number }>>(`/labour-needs?limit=500&filter=open==true;occupationCode==${first?.code}`);
		if (body.total <= 500) expect(body.items.reduce((sum, { openPosts }) => sum + openPosts, 0)).toBe(first?.posts);
	});

	it("donne une part de passage entre 0 et 1, ou rien, et rien à la dernière étape", () => {
		for (const { conversion } of dashboard.funnel) if (conversion !== null) expect(conversion >= 0 && conversion <= 1).toBe(true);
		expect(dashboard.funnel.at(-1)?.conversion).toBeNull();
	});

	it("présente la charge des personnes par nom, sans classement", async () => {
		const { body } = await manager.get<{ people: { id: string; name: string }[] }>("/reference");
		const names = dashboard.people.map(({ personId }) => body.people.find(({ id }) => id === personId)?.name ?? "");
		expect(names.length).toBeGreaterThanOrEqual(2);
		expect(names).toEqual([...names].sort(new Intl.Collator("fr").compare));
	});

	it("bouge quand une visite consigne un besoin", async () => {
		const ground = await findGround();
		const needs = [{ id: crypto.randomUUID(), occupationCode: ground.occupations[0]?.code, posts: 7 }];
		const before = await read(manager);
		expect((await ground.advisor.post("/visits", visitBody(ground, { report: { needs } }))).status).toBe(201);
		const after = await read(manager);
		expect([after.openPosts - before.openPosts, after.openNeeds.value - before.openNeeds.value]).toEqual([7, 1]);
	});
});
