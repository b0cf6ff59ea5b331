import { beforeAll, describe, expect, it } from "vitest";
import type { MissionRegistration, NeedToOffer } from "#contract/mission-registrations.ts";
import type { MissionResults } from "#contract/mission-results.ts";
import type { Mission } from "#contract/missions.ts";
import type { ToolUse } from "#contract/tool-uses.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

/** What people wrote of missions is kept, whatever others undo, correct or save beside it. */

type Problem = { code: string; errors?: { path: string; code: string; message: string }[] };
type Reply<T> = T & Problem;

let advisor: Visitor;
let manager: Visitor;
let today: string;
beforeAll(async () => {
	[advisor, manager] = await Promise.all([as("advisor"), as("manager")]);
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});

const inDays = (days: number, from = today) => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
const faults = ({ status, body }: { status: number; body: Problem }) => [status, ...(body.errors ?? []).map(({ path, code }) => `${path} ${code}`)];
const refusal = ({ status, body }: { status: number; body: Problem }) => [status, body.code];
const undo = (batch: string, visitor = advisor) => visitor.post<Problem>(`/batches/${batch}/undo`, undefined);
const addMission = async (fields: Record<string, unknown> = {}) => {
	const id = newId();
	const unpublished = Object.fromEntries(
		["Employers", "Posts", "Registered", "Applications", "Retained", "Invited", "Interviews", "Hires"].map((name) => [`published${name}`, null]),
	);
	const days = { startsOn: inDays(40), endsOn: inDays(44), registrationDeadlineOn: null, applicationDeadlineOn: null };
	const body = { id, name: `Journées Québec ${id.slice(0, 8)}`, edition: null, countries: ["FR"], mode: "virtual", sectors: [], source: null, ...days };
	return manager.post<Reply<Mission>>("/missions", { ...body, isCancelled: false, ...unpublished, ...fields });
};
const past = () => ({ startsOn: inDays(-24), endsOn: inDays(-20) });
const register = async (missionId: string, employerId: string, fields: Record<string, unknown> = {}, visitor = advisor) =>
	(await visitor.post<Reply<MissionRegistration>>("/mission-registrations", { id: newId(), missionId, employerId, interestedOn: inDays(-90), ...fields })).body;
const read = async (id: string) => (await advisor.get<Reply<MissionRegistration>>(`/mission-registrations/${id}`)).body;
const move = ({ id, version }: { id: string; version: number }, body: Record<string, unknown>, key?: string) =>
	advisor.patch<Reply<MissionRegistration>>(`/mission-registrations/${id}`, body, { ifMatch: version, ...(key ? { key } : {}) });
const addNeed = async (employerId: string, posts: number) => {
	const blank = { permanence: null, startOn: null, hourlyWageCents: null, frenchLevel: null, schedule: null, requirements: null };
	const body = { id: newId(), employerId, occupationCode: "72106", posts, ...blank, vacantMonths: null, localEfforts: null };
	return (await advisor.post<{ id: string }>("/labour-needs", body)).body;
};
const fill = (labourNeedId: string, quantity: number) =>
	advisor.post("/need-movements", { id: newId(), labourNeedId, kind: "filled", quantity, occurredOn: today, channel: "local", note: null });
const offer = (registrationId: string, labourNeedId: string, quantity: number, visitor = advisor) =>
	visitor.post<Reply<MissionRegistration>>("/mission-posts", { id: newId(), registrationId, labourNeedId, quantity });
const use = async (employerId: string, mission: string, event: string, occurredOn: string) => {
	const body = { id: newId(), employerId, tool: "journeesQuebec", event, occurredOn, quantity: 1, mission, source: "declared", note: null };
	return (await advisor.post<ToolUse>("/tool-uses", body)).body;
};
const usesOf = async (employerId: string) => (await advisor.get<Page<ToolUse>>(`/tool-uses?filter=employerId==${employerId}&sort=occurredOn`)).body.items;
const inMission = async (missionId: string) =>
	(await advisor.get<Page<MissionRegistration>>(`/mission-registrations?filter=missionId==${missionId}`)).body.items;

describe("annuler une inscription", () => {
	it.each([
		["des postes", async (g: MissionRegistration) => offer(g.id, (await addNeed(g.employerId, 2)).id, 2, manager)],
		["des résultats", (g: MissionRegistration) => save(g.missionId, today, [{ registrationId: g.id, measure: "applications", value: 4 }], {}, manager)],
	])("n’efface pas %s qu’une autre personne y a mis", async (_words, work) => {
		const mission = (await addMission(past())).body;
		const registration = await register(mission.id, (await addEmployer(advisor)).id, { registeredOn: inDays(-80) });
		expect((await work(registration)).status).toBeLessThan(300);
		const before = await read(registration.id);
		expect(refusal(await undo(registration.id))).toEqual([409, "changed-since"]);
		expect(await read(registration.id)).toEqual(before);
	});

	it("reprend avec elle les suivis qui en sont nés", async () => {
		const mission = (await addMission({ startsOn: inDays(90), endsOn: inDays(92), registrationDeadlineOn: inDays(60) })).body;
		const employer = await addEmployer(advisor);
		const registration = await register(mission.id, employer.id);
		const followUps = async () => (await advisor.get<Page<{ id: string }>>(`/follow-ups?filter=employerId==${employer.id}`)).body.items.length;
		expect(await followUps()).toBe(1);
		expect((await undo(registration.id)).status).toBe(200);
		expect(await followUps()).toBe(0);
	});
});

describe("un usage corrigé ou retiré", () => {
	it("ne laisse pas de participation derrière lui, et la redonne quand on l’annule", async () => {
		const mission = (await addMission(past())).body;
		const employer = await addEmployer(advisor);
		const first = await use(employer.id, mission.name, "tookPart", inDays(-22));
		expect(await inMission(mission.id)).toMatchObject([{ state: "tookPart", tookPartOn: inDays(-22) }]);
		const known = (await usesOf(employer.id)).find(({ id }) => id === first.id) as ToolUse;
		const corrected = await advisor.patch<ToolUse>(`/tool-uses/${first.id}`, { event: "registered", occurredOn: inDays(-50) }, { ifMatch: known.version });
		expect(corrected.status).toBe(200);
		expect(await inMission(mission.id)).toMatchObject([{ state: "registered", registeredOn: inDays(-50), tookPartOn: null }]);
		expect((await usesOf(employer.id)).map(({ event }) => event)).toEqual(["registered"]);
		const key = newId();
		expect((await advisor.delete(`/tool-uses/${first.id}`, { ifMatch: corrected.body.version, key })).status).toBe(204);
		expect(await inMission(mission.id)).toEqual([]);
		expect(await usesOf(employer.id)).toEqual([]);
		expect((await undo(key)).status).toBe(200);
		expect(await inMission(mission.id)).toMatchObject([{ state: "registered", registeredOn: inDays(-50) }]);
	});

	it("quitte la mission qu’il ne nomme plus pour celle qu’il nomme", async () => {
		const [one, two] = [(await addMission(past())).body, (await addMission(past())).body];
		const employer = await addEmployer(advisor);
		const { id } = await use(employer.id, one.name, "tookPart", inDays(-22));
		const { version } = (await advisor.get<ToolUse>(`/tool-uses/${id}`)).body;
		expect((await advisor.patch(`/tool-uses/${id}`, { mission: two.name }, { ifMatch: version })).status).toBe(200);
		expect(await inMission(one.id)).toEqual([]);
		expect(await inMission(two.id)).toMatchObject([{ state: "tookPart" }]);
	});

	it("retiré, rend à une inscription faite à la main l’étape qu’il lui avait donnée, et rien d’autre", async () => {
		const mission = (await addMission(past())).body;
		const employer = await addEmployer(advisor);
		const { id } = await register(mission.id, employer.id, { registeredOn: inDays(-80) });
		const slip = await use(employer.id, mission.name, "tookPart", inDays(-22));
		expect(await read(id)).toMatchObject({ state: "tookPart" });
		const { version } = (await advisor.get<ToolUse>(`/tool-uses/${slip.id}`)).body;
		await advisor.delete(`/tool-uses/${slip.id}`, { ifMatch: version });
		expect(await read(id)).toMatchObject({ state: "registered", registeredOn: inDays(-80), tookPartOn: null });
	});

	it("qui vient d’une inscription se corrige dans l’inscription", async () => {
		const mission = (await addMission(past())).body;
		const employer = await addEmployer(advisor);
		await register(mission.id, employer.id, { registeredOn: inDays(-80) });
		const [derived] = await usesOf(employer.id);
		expect(derived?.can).toEqual({ update: false, delete: false });
		const refused = await advisor.delete<Problem>(`/tool-uses/${derived?.id}`, { ifMatch: derived?.version ?? 0 });
		expect(faults(refused)).toEqual([400, "event tool-use-of-mission"]);
		expect(refused.body.errors?.[0]?.message).toContain("inscription à une mission");
	});

	it("a donné des étapes que personne ne typerait\u00A0: on note et on confie l’inscription quand même", async () => {
		const mission = (await addMission(past())).body;
		const employer = await addEmployer(advisor);
		await use(employer.id, mission.name, "tookPart", inDays(-60));
		const [odd] = await inMission(mission.id);
		const noted = await move(odd as MissionRegistration, { note: "Relu", tookPartOn: inDays(-60) });
		expect([noted.status, noted.body.note]).toEqual([200, "Relu"]);
		expect(faults(await move(noted.body, { tookPartOn: inDays(-61) }))).toEqual([400, "tookPartOn step-before-last"]);
	});
});

describe("ce qui est promis", () => {
	it("ne dépasse pas ce qui est ouvert quand on annule un retrait", async () => {
		const employer = await addEmployer(advisor);
		const need = await addNeed(employer.id, 2);
		const [first, second] = [await register((await addMission()).body.id, employer.id), await register((await addMission()).body.id, employer.id)];
		const [post] = (await offer(first.id, need.id, 2)).body.offered;
		const key = newId();
		expect((await advisor.delete(`/mission-posts/${post?.id}`, { ifMatch: post?.version ?? 0, key })).status).toBe(204);
		expect((await offer(second.id, need.id, 2)).status).toBe(201);
		expect(refusal(await undo(key))).toEqual([409, "changed-since"]);
	});

	it("laisse un besoin se combler ailleurs, et le dit", async () => {
		const employer = await addEmployer(advisor);
		const need = await addNeed(employer.id, 3);
		const { id } = await register((await addMission()).body.id, employer.id);
		expect((await offer(id, need.id, 3)).body.offered).toMatchObject([{ isOver: false }]);
		expect((await fill(need.id, 1)).status).toBe(201);
		const over = await read(id);
		expect(over.offered).toMatchObject([{ quantity: 3, isOver: true }]);
		const post = over.offered[0];
		const fewer = await advisor.patch<MissionRegistration>(`/mission-posts/${post?.id}`, { quantity: 2 }, { ifMatch: post?.version ?? 0 });
		expect(fewer.body.offered).toMatchObject([{ quantity: 2, isOver: false }]);
	});

	it("dans une mission finie, sort des postes qui étaient ouverts, comblés depuis ou non", async () => {
		const employer = await addEmployer(advisor);
		const need = await addNeed(employer.id, 3);
		await fill(need.id, 3);
		const { id } = await register((await addMission(past())).body.id, employer.id, { registeredOn: inDays(-80) });
		const { items } = (await advisor.get<{ items: NeedToOffer[] }>(`/mission-registrations/${id}/needs`)).body;
		expect(items).toMatchObject([{ labourNeedId: need.id, openPosts: 3, free: 3 }]);
		expect(faults(await offer(id, need.id, 4))).toEqual([400, "quantity posts-promised"]);
		expect((await offer(id, need.id, 3)).status).toBe(201);
	});

	it("reste à l’employeur qui l’a promis\u00A0: le besoin ne change pas d’employeur avec le rapport", async () => {
		const [one, two] = [await addEmployer(advisor), await addEmployer(advisor)];
		const needId = newId();
		const report = { needs: [{ id: needId, occupationCode: "72106", posts: 3, permanence: "permanent" }] };
		const body = { id: newId(), status: "draft", mode: "onSite", occurredOn: today, headline: "Trois soudeurs", employerIds: [one.id, two.id] };
		const visit = (await advisor.post<{ id: string; version: number }>("/visits", { ...body, adviserIds: [advisor.person?.id], report })).body;
		const { id } = await register((await addMission()).body.id, one.id);
		expect((await offer(id, needId, 2)).status).toBe(201);
		const moved = await advisor.patch<Problem>(`/visits/${visit.id}`, { employerIds: [two.id], report }, { ifMatch: visit.version });
		expect(faults(moved)).toEqual([400, "employerIds need-offered"]);
		expect((await read(id)).posts).toBe(2);
	});
});

it("deux missions ne portent pas le même nom, même écrit autrement", async () => {
	const { name } = (await addMission()).body;
	const again = await addMission({ name: name.toUpperCase() });
	expect(faults(again)).toEqual([400, "name mission-named"]);
	expect(again.body.errors?.[0]?.message).toBe("Une mission de la région porte déjà ce nom.");
});

const save = (missionId: string, knownOn: string, cells: Record<string, unknown>[], more: Record<string, unknown> = {}, visitor = advisor) =>
	visitor.post<Reply<MissionResults>>(`/missions/${missionId}/results`, { knownOn, ...more, cells: cells.map((cell) => ({ before: null, ...cell })) });

describe("une case de résultats", () => {
	const prepare = async () => {
		const mission = (await addMission(past())).body;
		const { id } = await register(mission.id, (await addEmployer(advisor)).id, { registeredOn: inDays(-80) });
		return { mission, at: (measure: string, value: number | null, before: number | null = null) => ({ registrationId: id, measure, value, before }) };
	};

	it("se compare à ce que montrait le jour regardé, pas à ce qui était connu le jour écrit", async () => {
		const { mission, at } = await prepare();
		await save(mission.id, inDays(-2), [at("applications", 50)]);
		// Shown as of today: 50. What was known eight days ago is told now.
		expect((await save(mission.id, inDays(-8), [at("applications", 20, 50)], { shownOn: today })).status).toBe(200);
		expect((await save(mission.id, today, [at("applications", 60, 20)], { shownOn: inDays(-8) })).status).toBe(200);
		// Shown as of eight days ago: the figure of today is a colleague's, and is not written over.
		expect(faults(await save(mission.id, today, [at("applications", 70, 20)], { shownOn: inDays(-8) }))).toEqual([400, "cells.0.value cell-changed"]);
	});

	it("juge toute la ligne\u00A0: des embauches ne passent pas sous les arrivées, ni ce jour-là ni plus tard", async () => {
		const { mission, at } = await prepare();
		await save(mission.id, inDays(-10), [at("hires", 4)]);
		await save(mission.id, inDays(-5), [at("arrivals", 3)]);
		expect(faults(await save(mission.id, today, [at("hires", 2, 4)]))).toEqual([400, "cells.0.value more-than-hires"]);
		expect(faults(await save(mission.id, inDays(-10), [at("hires", 2, 4)]))).toEqual([400, "cells.0.value more-than-hires"]);
		expect(faults(await save(mission.id, today, [at("hires", null, 4)]))).toEqual([400, "cells.0.value more-than-hires"]);
		expect((await save(mission.id, today, [at("hires", 2, 4), at("arrivals", 2, 3)])).status).toBe(200);
	});
});
