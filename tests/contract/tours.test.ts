import { beforeAll, describe, expect, it } from "vitest";
import type { Tour } from "#contract/tours.ts";
import type { Visit } from "#contract/visits.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string }[] };

let advisor: Visitor;
let colleague: Visitor;
let today: string;
const day = (offset: number) => new Date(Date.parse(`${today}T12:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
const me = () => advisor.person?.id as string;

beforeAll(async () => {
	[advisor, colleague] = await Promise.all([as("advisor"), as("advisor", 1)]);
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});

const read = async (query: string, visitor = advisor) => (await visitor.get<Tour>(`/tour?near=54048&limit=500&${query}`)).body;
const idsOf = ({ items }: Tour) => items.map(({ id }) => id);
const sum = ({ places }: Tour) => places.reduce((total, { employers }) => total + employers, 0);

async function visited(on: string): Promise<string> {
	const { id } = await addEmployer(advisor);
	const { status } = await advisor.post("/visits", { id: newId(), status: "draft", employerIds: [id], adviserIds: [me()], mode: "onSite", occurredOn: on });
	expect(status).toBe(201);
	return id;
}

describe("autour d’une municipalité", () => {
	it("montre qui n’a pas été vu depuis 180 jours, et pas qui l’a été hier", async () => {
		const [recent, old, never] = [await visited(day(-179)), await visited(day(-181)), (await addEmployer(advisor)).id];
		const shown = idsOf(await read(`km=10&notSeenForDays=180&advisorId=${me()}`));
		expect([recent, old, never].map((id) => shown.includes(id))).toEqual([false, true, true]);
		expect(shown.indexOf(never)).toBeLessThan(shown.indexOf(old));
		const all = idsOf(await read(`km=10&notSeenForDays=0&advisorId=${me()}`));
		expect([recent, old, never].every((id) => all.includes(id))).toBe(true);
	});

	it("compte sur la carte exactement ce que la liste montre, municipalité par municipalité", async () => {
		const tour = await read("km=300&notSeenForDays=0");
		const listed = new Map<string, number>();
		let items = tour.items;
		while (items.length < tour.total) {
			const more = await read(`km=300&notSeenForDays=0&offset=${items.length}`);
			expect(more.items.length).toBeGreaterThan(0);
			items = [...items, ...more.items];
		}
		for (const { municipalityCode } of items) listed.set(municipalityCode, (listed.get(municipalityCode) ?? 0) + 1);
		expect(new Set(items.map(({ id }) => id)).size).toBe(tour.total);
		expect(sum(tour)).toBe(tour.total);
		const markers = tour.places.filter(({ employers }) => employers > 0);
		expect(markers.map(({ code, employers }) => [code, employers])).toEqual([...listed]);
		expect(tour.total).toBe((await advisor.get<Page>("/employers?limit=1")).body.total);
	});

	it("va de la plus proche à la plus loin, et ne dépasse jamais le rayon", async () => {
		const tour = await read("km=20&notSeenForDays=0");
		const distances = tour.places.map(({ km }) => km);
		expect(distances[0]).toBe(0);
		expect(distances).toEqual([...distances].sort((a, b) => a - b));
		expect(Math.max(...distances)).toBeLessThanOrEqual(20);
		const order = tour.places.map(({ code }) => code);
		const rows = tour.items.map(({ municipalityCode }) => order.indexOf(municipalityCode));
		expect(rows).toEqual([...rows].sort((a, b) => a - b));
	});

	it("peut ne lister qu’une municipalité, sans rien ôter de la carte", async () => {
		const whole = await read("km=20&notSeenForDays=0");
		const place = whole.places.filter(({ employers }) => employers > 0)[1];
		const one = await read(`km=20&notSeenForDays=0&municipalityCode=${place?.code}`);
		expect(one.places).toEqual(whole.places);
		expect(one.total).toBe(place?.employers);
		expect(new Set(one.items.map(({ municipalityCode }) => municipalityCode))).toEqual(new Set([place?.code]));
	});

	it.each([
		["near=99999", "query.near", "unknown-reference"],
		["near=54048&km=0", "query.km", "too-small"],
		["near=54048&notSeenForDays=-1", "query.notSeenForDays", "too-small"],
		["near=54048&limit=501", "query.limit", "too-large"],
	])("refuse %s en disant quoi", async (query, path, code) => {
		const { status, body } = await advisor.get<Problem>(`/tour?${query}`);
		expect([status, body.errors?.map((error) => [error.path, error.code])]).toEqual([400, [[path, code]]]);
	});
});

describe("planifier une tournée", () => {
	const planOf = (employerIds: string[], fields: Record<string, unknown> = {}) => ({
		id: newId(),
		occurredOn: day(7),
		mode: "onSite",
		visits: employerIds.map((employerId) => ({ id: newId(), employerId })),
		...fields,
	});
	const stops = async () => [(await addEmployer(advisor)).id, (await addEmployer(colleague)).id, (await addEmployer(advisor)).id];
	const plannedAt = async (id: string) => (await advisor.get<Page>(`/visits?filter=${encodeURIComponent(`employerId==${id}`)}`)).body.total;

	it("inscrit une visite prévue à chaque arrêt, à mon nom, et le dit dans la liste", async () => {
		const employers = await stops();
		const plan = planOf(employers);
		const { status, body } = await advisor.post<typeof plan>("/tours", plan);
		expect([status, body]).toEqual([201, { occurredOn: plan.occurredOn, visits: plan.visits }]);
		for (const { id, employerId } of plan.visits) {
			const { body: visit } = await advisor.get<Visit>(`/visits/${id}`);
			expect(visit).toMatchObject({ status: "planned", mode: "onSite", occurredOn: day(7), createdBy: me(), version: 1 });
			expect(visit.employers.map((one) => one.employerId)).toEqual([employerId]);
			expect(visit.advisers.map(({ personId }) => personId)).toEqual([me()]);
		}
		const tour = await read(`km=10&advisorId=${me()}`);
		expect(tour.items.find(({ id }) => id === employers[0])?.plannedOn).toBe(day(7));
	});

	it("envoyée deux fois, ne s’inscrit qu’une fois ; annulée, ne laisse aucune visite", async () => {
		const employers = await stops();
		const plan = planOf(employers);
		const answers = [await advisor.post("/tours", plan), await advisor.post("/tours", plan)];
		expect(answers.map(({ status }) => status)).toEqual([201, 201]);
		expect(await Promise.all(employers.map(plannedAt))).toEqual([1, 1, 1]);
		expect((await advisor.post(`/batches/${plan.id}/undo`, undefined)).status).toBe(200);
		expect(await Promise.all(employers.map(plannedAt))).toEqual([0, 0, 0]);
	});

	it.each<[string, (employers: string[]) => object, string, string]>([
		["hier", (employers) => planOf(employers, { occurredOn: day(-1) }), "occurredOn", "date-in-past"],
		["deux fois au même endroit", ([one = ""]) => planOf([one, one]), "visits.1.employerId", "employer-twice"],
		["chez un employeur inconnu", ([one = ""]) => planOf([one, newId()]), "visits.1.employerId", "unknown-reference"],
		["sans arrêt", () => planOf([]), "visits", "required"],
		["d’un type inconnu", (employers) => planOf(employers, { mode: "pigeon" }), "mode", "code"],
	])("ne se planifie pas %s, et rien n’en reste", async (_, make, path, code) => {
		const employers = await stops();
		const { status, body } = await advisor.post<Problem>("/tours", make(employers));
		expect([status, body.errors?.map((error) => [error.path, error.code])]).toEqual([400, [[path, code]]]);
		expect(await Promise.all(employers.map(plannedAt))).toEqual([0, 0, 0]);
	});
});
