import { beforeAll, describe, expect, it } from "vitest";
import type { Dashboard } from "#contract/dashboard.ts";
import type { Indicator, IndicatorDimension, IndicatorRow, Measure } from "#contract/indicators.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

let manager: Visitor;
let catalogue: Indicator[];
beforeAll(async () => {
	manager = await as("manager");
	catalogue = (await manager.get<{ items: Indicator[] }>("/indicators")).body.items;
});

const asked = (path: string, query: Record<string, string>) => `${path}?${new URLSearchParams(query)}`;
const dashboardOf = async (query: Record<string, string> = {}, visitor = manager) => (await visitor.get<Dashboard>(asked("/dashboard", query))).body;
const figure = async (id: string, query: Record<string, string> = {}) => (await manager.get<Measure>(asked(`/indicators/${id}`, query))).body;
const total = async (id: string, query: Record<string, string>) =>
	(await manager.get<Page<IndicatorRow>>(asked(`/indicators/${id}/rows`, { limit: "1", ...query }))).body.total;
const narrowed = (by: readonly string[], keys: readonly (string | null)[]) =>
	by.map((field, at) => (keys[at] === null ? `${field}=null=true` : `${field}==${keys[at]}`)).join(";");
const isCount = ({ reduction }: Indicator) => reduction === "count" || reduction === "countDistinct";
const definition = (id: string) => catalogue.find((one) => one.id === id) as Indicator;

const periods = [{}, { fiscalYear: "2020-2021" }, { month: "2020-11", asOf: "2020-11-20" }] as Record<string, string>[];

describe("le tableau de bord", () => {
	it.each(periods)("pour %j, chaque chiffre, entier ou par partie, a autant de lignes qu’il en compte", async (query) => {
		const { measures } = await dashboardOf(query);
		expect(measures.length).toBeGreaterThan(20);
		let parts = 0;
		for (const { indicator, by, value, parts: found } of measures) {
			if (!isCount(definition(indicator))) continue;
			expect([indicator, await total(indicator, query)]).toEqual([indicator, value]);
			// Three of each: the walk of the browser opens them all.
			for (const [at, part] of found.entries()) {
				if (at % Math.ceil(found.length / 3) !== 0) continue;
				parts += 1;
				expect([indicator, part.keys, await total(indicator, { ...query, filter: narrowed(by, part.keys) })]).toEqual([indicator, part.keys, part.value]);
			}
		}
		expect(parts).toBeGreaterThan(20);
	});

	it("au 31 mars 2021, dit 207 employeurs, 6 conseillères et conseillers, 10 agentes et agents, 11 points de services", async () => {
		const { measures, territories, period } = await dashboardOf({ asOf: "2021-03-31" });
		const value = (id: string) => measures.find(({ indicator }) => indicator === id)?.value;
		expect([value("I01"), value("I18"), value("I18-agents"), value("I18-servicePoints")]).toEqual([207, 6, 10, 11]);
		expect(territories).toHaveLength(15);
		expect(period).toMatchObject({ from: "2020-04-01", to: "2021-03-31", code: "2020-2021" });
		expect((await dashboardOf()).territories).toHaveLength(13);
	});

	it("aujourd’hui, l’historique des dossiers et la liste des dossiers disent la même chose", async () => {
		const { measures, sleeping } = await dashboardOf();
		const value = (id: string) => measures.find(({ indicator }) => indicator === id)?.value;
		const listed = async (filter: string) => (await manager.get<Page>(asked("/support-cases", { limit: "1", filter }))).body.total;
		expect([value("I06"), value("I06-sleeping")]).toEqual([await listed("open==true"), await listed("sleeping==true")]);
		expect(value("I14")).toBe((await manager.get<Page>(asked("/follow-ups", { limit: "1", filter: "late==true" }))).body.total);
		expect(value("I07-open")).toBe((await manager.get<{ openPosts: number }>("/navigation-counts")).body.openPosts);
		expect(sleeping.map(({ amount }) => amount ?? 0)).toEqual([...sleeping.map(({ amount }) => amount ?? 0)].sort((a, b) => b - a));
	});

	it("bouge quand une visite est complétée, et y revient quand elle est défaite", async () => {
		const advisor = await as("advisor");
		const before = await dashboardOf({}, advisor);
		const { id: employerId } = await addEmployer(advisor);
		const id = newId();
		const body = {
			id,
			status: "draft",
			employerIds: [employerId],
			adviserIds: [advisor.person?.id],
			mode: "onSite",
			occurredOn: before.today,
			headline: "Première rencontre",
		};
		await advisor.post("/visits", { ...body, summary: "Tout est dit.", noFollowUpReason: "noNeed", report: { noNeed: true } });
		const draft = await dashboardOf({}, advisor);
		const { body: visit } = await advisor.get<{ version: number }>(`/visits/${id}`);
		const key = newId();
		expect((await advisor.post(`/visits/${id}/completion`, { completedOn: before.today }, { ifMatch: visit.version, key })).status).toBe(200);
		const after = await dashboardOf({}, advisor);
		const value = (from: Dashboard, wanted: string) => from.measures.find(({ indicator }) => indicator === wanted)?.value ?? 0;
		const change = (from: Dashboard, to: Dashboard) => ["I01", "I02", "I04"].map((one) => value(to, one) - value(from, one));
		expect(change(before, draft)).toEqual([0, 0, 0]);
		expect(change(before, after)).toEqual([1, 1, 1]);
		expect((await advisor.post(`/batches/${key}/undo`, {})).status).toBeLessThan(300);
		expect(change(before, await dashboardOf({}, advisor))).toEqual([0, 0, 0]);
	});

	it("reste fermé à qui n’accompagne pas les employeurs", async () => {
		for (const role of ["integrationAgent", "auditor", "administrator"] as const) {
			const visitor = await as(role);
			expect((await visitor.get("/dashboard")).status).toBe(403);
			expect((await visitor.get("/navigation-counts")).status).toBe(403);
		}
	});

	it("compte dans la navigation mes suivis en retard, ou ceux de la région pour la gestion", async () => {
		const advisor = await as("advisor");
		const late = async (visitor: Visitor, own: string) => (await visitor.get<Page>(`/follow-ups?limit=1&filter=late==true${own}`)).body.total;
		expect((await advisor.get("/navigation-counts")).body.lateFollowUps).toBe(await late(advisor, `;ownerId==${advisor.person?.id}`));
		expect((await manager.get("/navigation-counts")).body.lateFollowUps).toBe(await late(manager, ""));
	});
});

describe("un chiffre", () => {
	const query = { fiscalYear: "2020-2021" };

	it("dit sa règle dans les deux langues, et ses dimensions sont celles de ses lignes", async () => {
		expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
		for (const { id, wording, rowsAre, dimensions } of catalogue) {
			expect([wording.fr.rule, wording.en.rule].every((rule) => rule.length > 30)).toBe(true);
			const { status } = await manager.get(asked(`/indicators/${id}/facets`, { ...query, fields: dimensions.join() || "stage" }));
			expect([id, status]).toEqual([id, rowsAre === null ? 404 : dimensions.length > 0 ? 200 : 400]);
		}
	});

	it("a pour valeur la réduction de ses lignes : leur nombre, leur somme, leur milieu", async () => {
		for (const one of catalogue.filter(({ rowsAre }) => rowsAre !== null)) {
			const { value } = await figure(one.id, query);
			const { body } = await manager.get<Page<IndicatorRow>>(asked(`/indicators/${one.id}/rows`, { ...query, limit: "500" }));
			const amounts = body.items.map(({ amount }) => amount ?? 0).sort((a, b) => a - b);
			const middle = ((amounts[Math.floor((amounts.length - 1) / 2)] ?? 0) + (amounts[Math.ceil((amounts.length - 1) / 2)] ?? 0)) / 2;
			const reduced = one.reduction === "sum" ? amounts.reduce((sum, amount) => sum + amount, 0) : one.reduction === "median" ? middle : body.total;
			expect([one.id, body.items.length, value]).toEqual([one.id, Math.min(body.total, 500), reduced]);
		}
	});

	it("se ventile comme ses facettes, et une part est le rapport de ses deux listes", async () => {
		for (const id of ["I01", "I02", "I03", "I06", "I22", "I24-missing"])
			for (const field of definition(id).dimensions) {
				const { parts } = await figure(id, { ...query, by: field });
				const { body } = await manager.get<Record<string, { value: string | null; count: number }[]>>(
					asked(`/indicators/${id}/facets`, { ...query, fields: field }),
				);
				const told = (pairs: (readonly [string | null | undefined, number | null])[]) => pairs.map(([key, value]) => `${key} ${value}`).sort();
				expect([id, field, told(parts.map(({ keys, value }) => [keys[0], value] as const))]).toEqual([
					id,
					field,
					told((body[field] ?? []).map(({ value, count }) => [value, count] as const)),
				]);
			}
		const [rate, due, onTime] = await Promise.all(["I14-rate", "I14-due", "I14-onTime"].map((id) => figure(id, query)));
		expect(rate?.value).toBeCloseTo((onTime?.value ?? 0) / (due?.value ?? 1), 3);
	});

	it("compte les nouveaux, les continus et les retours une fois chacun, et la région une fois par employeur", async () => {
		const standing = await figure("I03", { ...query, by: "standing" });
		expect(standing.parts.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(standing.value);
		expect(standing.value).toBe((await figure("I02", query)).value);
		const territories = await figure("I02", { ...query, by: "mrcCode" });
		expect(territories.parts.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeGreaterThanOrEqual(territories.value ?? 0);
		// Granby and Cowansville were of the region.
		expect(territories.parts.map(({ keys }) => keys[0])).toEqual(expect.arrayContaining(["46", "47"]));
	});

	it("se lit à une date passée par les dates des événements, et se compare à la fenêtre égale d’avant", async () => {
		const [before, then, now] = await Promise.all(["2019-12-31", "2021-03-31", "2022-03-31"].map((asOf) => figure("I01", { asOf })));
		expect(before?.value).toBeLessThan(then?.value ?? 0);
		expect(then?.value).toBe(207);
		expect(now?.value).toBeGreaterThan(207);
		expect(then?.previous).toBe((await figure("I01", { asOf: "2020-03-31" })).value);
		const stages = await figure("I06", { asOf: "2020-11-15", by: "stage" as IndicatorDimension });
		expect(stages.parts.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(stages.value);
	});

	it("nomme l’employeur qui a quitté la région, sans ouvrir sa fiche", async () => {
		const { body } = await manager.get<Page<IndicatorRow>>("/indicators/I01/rows?asOf=2021-03-31&limit=500&filter=mrcCode==47");
		expect(body.total).toBeGreaterThan(0);
		expect(body.items.every(({ title, isHere }) => title !== "" && !isHere)).toBe(true);
	});

	it.each([
		["/indicators/I99", 404],
		["/indicators/I24/rows", 404],
		["/indicators/I02?asOf=2999-01-01", 400],
		["/indicators/I02?fiscalYear=2020-2023", 400],
		["/indicators/I02?fiscalYear=2020-2021&month=2020-05", 400],
		["/indicators/I02?by=stage", 400],
		["/indicators/I18-servicePoints?by=mrcCode", 400],
		["/indicators/I02/rows?filter=stage==recruitment", 400],
		["/indicators/I02/rows?sort=amount", 400],
	])("%s est refusé en mots (%i)", async (path, status) => {
		const { status: answered, body } = await manager.get<{ title: string }>(path);
		expect([answered, typeof body.title]).toEqual([status, "string"]);
	});
});
