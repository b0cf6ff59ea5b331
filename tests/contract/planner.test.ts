import { beforeAll, describe, expect, it } from "vitest";
import type { FollowUp } from "#contract/follow-ups.ts";
import type { MissionMatch } from "#contract/mission-matches.ts";
import type { MissionRegistration } from "#contract/mission-registrations.ts";
import type { Mission } from "#contract/missions.ts";
import type { ToolRule, ToolSuggestion } from "#contract/tool-rules.ts";
import { blankNeed, unpublished } from "../support/blank-bodies.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string; message: string }[] };
type Reply<T> = T & Problem;

let advisor: Visitor;
let colleague: Visitor;
let manager: Visitor;
let today: string;
beforeAll(async () => {
	[advisor, colleague, manager] = await Promise.all([as("advisor"), as("advisor", 1), as("manager")]);
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});

const inDays = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const codes = ({ body }: { body: Problem }) => (body.errors ?? []).map(({ path, code }) => `${path} ${code}`);
const addNeed = async (employerId: string, fields: Record<string, unknown> = {}) => {
	const body = { ...blankNeed, id: newId(), employerId, occupationCode: "72106", posts: 4, startOn: inDays(300), ...fields };
	expect((await advisor.post("/labour-needs", body)).status).toBe(201);
	return body.id;
};
const needOf = async (fields: Record<string, unknown> = {}) => addNeed((await addEmployer(advisor)).id, fields);
const suggested = async (needId: string) => (await advisor.get<{ items: ToolSuggestion[] }>(`/labour-needs/${needId}/tools`)).body.items;
const addMission = async (fields: Record<string, unknown> = {}) => {
	const id = newId();
	const days = { startsOn: inDays(60), endsOn: inDays(64), registrationDeadlineOn: inDays(40), applicationDeadlineOn: null };
	const about = { name: `Mission ${id}`, edition: null, countries: ["FR"], mode: "virtual", sectors: [], source: null, isCancelled: false };
	const { status, body } = await manager.post<Mission>("/missions", { id, ...about, ...days, ...unpublished, ...fields });
	expect(status).toBe(201);
	return body;
};
const matches = async (missionId: string, employerId: string) => {
	const { body } = await advisor.get<Page<MissionMatch>>(`/missions/${missionId}/matches?limit=500`);
	return body.items.find(({ id }) => id === employerId);
};
const invite = (missionId: string, employerIds: string[], visitor = advisor) =>
	visitor.post<Reply<{ invited: number }>>(`/missions/${missionId}/invitations`, { employerIds });
const blankRule = {
	...{ rank: 90, tool: "skillsRecognition", isActive: true, source: "Essai", minPosts: null, teers: [], occupationCodes: [], sectors: [] },
	...{ minMonths: null, maxMonths: null, minFrench: null, maxFrench: null, isSimplified: null },
};
const addRule = (fields: Record<string, unknown>, visitor = manager) => visitor.post<Reply<ToolRule>>("/tool-rules", { id: newId(), ...blankRule, ...fields });
const dropRule = ({ id, version }: ToolRule) => manager.delete(`/tool-rules/${id}`, { ifMatch: version });

describe("l’outil suggéré pour un besoin", () => {
	it.each([
		["quatre postes qui commencent dans dix mois", {}, ["journeesQuebec", "employerPortal"]],
		["deux postes seulement", { posts: 2 }, ["employerPortal"]],
		["un début dans deux mois", { startOn: inDaysFrom(50) }, ["localPool"]],
		["aucune date de début", { startOn: null }, []],
		["des manoeuvres à la récolte, au printemps", { occupationCode: "85101" }, ["agricultural", "tfwpRegular"]],
	])("%s", async (_, fields, tools) => {
		expect((await suggested(await needOf(said(fields)))).map(({ tool }) => tool)).toEqual(tools);
	});

	it("chaque condition d’une règle se vérifie : le besoin qui convient reçoit l’outil, celui qui ne convient pas ou qui ne le dit pas ne le reçoit pas", async () => {
		const cases: [Record<string, unknown>, Record<string, unknown>, Record<string, unknown>][] = [
			[{ minPosts: 7 }, { posts: 7 }, { posts: 6 }],
			[{ teers: ["1"] }, { occupationCode: "21230" }, { occupationCode: "72106" }],
			[{ occupationCodes: ["72106"] }, {}, { occupationCode: "94141" }],
			[{ minMonths: 12 }, { startOn: inDays(370) }, { startOn: inDays(360) }],
			[{ minMonths: 12 }, { startOn: inDays(370) }, { startOn: null }],
			[{ maxMonths: 1 }, { startOn: inDays(20) }, { startOn: inDays(40) }],
			[{ minFrench: 5 }, { frenchLevel: 5 }, { frenchLevel: 4 }],
			[{ maxFrench: 4 }, { frenchLevel: 4 }, { frenchLevel: null }],
			[{ isSimplified: true }, { occupationCode: "94141" }, { occupationCode: "72106" }],
		];
		for (const [asked, fits, doesNot] of cases) {
			const rule = (await addRule(asked)).body;
			const tools = await Promise.all([fits, doesNot].map(async (fields) => (await suggested(await needOf(fields))).map(({ tool }) => tool)));
			expect([asked, ...tools.map((those) => those.includes("skillsRecognition"))]).toEqual([asked, true, false]);
			expect((await dropRule(rule)).status).toBe(204);
		}
	});

	it("la règle est rendue avec l’outil, et nomme les missions à venir qui recherchent ce besoin, avec leur limite", async () => {
		const need = await needOf();
		const mission = await addMission({ registrationDeadlineOn: inDays(1) });
		const [first] = await suggested(need);
		expect(first).toMatchObject({ tool: "journeesQuebec", rule: { minPosts: 3, minMonths: 6, source: "Pratique de la direction, à valider" } });
		expect(first?.missions).toContainEqual({ id: mission.id, name: mission.name, startsOn: inDays(60), registrationDeadlineOn: inDays(1) });
		await manager.patch(`/missions/${mission.id}`, { isCancelled: true }, { ifMatch: mission.version });
		expect((await suggested(need))[0]?.missions.map(({ id }) => id)).not.toContain(mission.id);
	});

	it("une règle suspendue ne suggère plus rien, une règle changée vaut aussitôt", async () => {
		const need = await needOf();
		const rule = (await addRule({ minPosts: 1 })).body;
		expect((await suggested(need)).map(({ tool }) => tool)).toContain("skillsRecognition");
		const off = await manager.patch<ToolRule>(`/tool-rules/${rule.id}`, { isActive: false }, { ifMatch: rule.version });
		expect((await suggested(need)).map(({ tool }) => tool)).not.toContain("skillsRecognition");
		const on = await manager.patch<ToolRule>(`/tool-rules/${rule.id}`, { isActive: true, rank: 1 }, { ifMatch: off.body.version });
		expect((await suggested(need))[0]?.tool).toBe("skillsRecognition");
		await dropRule(on.body);
	});

	it.each([
		[{}, "minPosts asks-nothing"],
		[{ minMonths: 6, maxMonths: 6 }, "maxMonths bounds-crossed"],
		[{ minFrench: 6, maxFrench: 5 }, "maxFrench bounds-crossed"],
		[{ minPosts: 1, tool: "magie" }, "tool code"],
		[{ occupationCodes: ["00000"] }, "occupationCodes unknown-reference"],
		[{ minPosts: 0 }, "minPosts too-small"],
	])("la règle %o est refusée en disant à quel champ", async (fields, expected) => {
		const reply = await addRule(fields);
		expect([reply.status, codes(reply)]).toEqual([400, [expected]]);
		expect(reply.body.errors?.[0]?.message).toMatch(/[a-zé]{3}/);
	});

	it("les règles se lisent par toutes et tous, et s’écrivent par la gestion", async () => {
		const { items, can } = (await advisor.get<{ items: ToolRule[]; can: Record<string, boolean> }>("/tool-rules")).body;
		expect([items.length >= 6, can.add, items.every((rule) => !rule.can.update)]).toEqual([true, false, true]);
		expect((await addRule({ minPosts: 1 }, advisor)).status).toBe(403);
	});
});

describe("les employeurs à inviter à une mission", () => {
	it("sont ceux dont les besoins ouverts conviennent, avec les postes et la règle de chacun", async () => {
		const employer = await addEmployer(advisor);
		const [many, few] = [await addNeed(employer.id, { posts: 5 }), await addNeed(employer.id, { posts: 3, occupationCode: "94141" })];
		await addNeed(employer.id, { posts: 1 });
		const mission = await addMission();
		const match = await matches(mission.id, employer.id);
		expect(match).toMatchObject({ employerName: employer.name, posts: 8, state: null, can: { update: true } });
		expect(match?.needs.map(({ id, posts }) => [id, posts])).toEqual([
			[many, 5],
			[few, 3],
		]);
		const rules = (await advisor.get<{ items: ToolRule[] }>("/tool-rules")).body.items;
		expect(rules.find(({ id }) => id === match?.needs[0]?.ruleId)?.tool).toBe("journeesQuebec");
		expect((await colleague.get<Page<MissionMatch>>(`/missions/${mission.id}/matches?limit=500`)).body.items.find(({ id }) => id === employer.id)?.can).toEqual(
			{
				update: false,
			},
		);
	});

	it.each([
		["ses professions", { occupationCodes: ["94141"] }, { occupationCodes: ["72106", "94141"] }],
		["ses secteurs", { sectors: ["62"] }, { sectors: ["31-33", "62"] }],
		["son niveau de français", { frenchLevel: 4 }, { frenchLevel: 5 }],
		[
			"ses dates",
			{ startsOn: inDaysFrom(310), endsOn: inDaysFrom(312), registrationDeadlineOn: null },
			{ startsOn: inDaysFrom(290), endsOn: inDaysFrom(295), registrationDeadlineOn: null },
		],
	])("selon %s", async (_, without, within) => {
		const employer = await addEmployer(advisor, { sectorCode: "31-33" });
		await addNeed(employer.id, { frenchLevel: 5 });
		expect(await matches((await addMission(said(without))).id, employer.id)).toBeUndefined();
		expect(await matches((await addMission(said(within))).id, employer.id)).toMatchObject({ posts: 4 });
	});

	it("se parcourent par curseur, se cherchent et se filtrent comme toute liste", async () => {
		const mission = await addMission();
		const path = `/missions/${mission.id}/matches`;
		const all = (await advisor.get<Page<MissionMatch>>(`${path}?limit=500`)).body;
		expect(all.total).toBe(all.items.length);
		const ids: string[] = [];
		for (let after: string | null = ""; after !== null; ) {
			const { body }: { body: Page<MissionMatch> } = await advisor.get(`${path}?sort=employerName&limit=7${after && `&after=${encodeURIComponent(after)}`}`);
			ids.push(...body.items.map(({ id }) => id));
			after = body.next;
		}
		expect([new Set(ids).size, ids.length]).toEqual([all.total, all.total]);
		const [first] = all.items;
		const found = (
			await advisor.get<Page<MissionMatch>>(
				`${path}?q=${encodeURIComponent(first?.employerName ?? "")}&filter=occupationCode==${first?.needs[0]?.occupationCode}`,
			)
		).body;
		expect(found.items.map(({ id }) => id)).toContain(first?.id);
		const facets = (await advisor.get<Record<string, { value: string | null; count: number }[]>>(`${path}/facets?fields=state,mrcCode`)).body;
		expect(facets.mrcCode?.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
		expect((await advisor.get(`${path}?sort=motDePasse`)).status).toBe(400);
		expect((await advisor.get(`/missions/${newId()}/matches`)).status).toBe(404);
	});

	it("ce qu’une autre mission s’est fait promettre n’est plus à offrir", async () => {
		const employer = await addEmployer(advisor);
		const need = await addNeed(employer.id, { posts: 6 });
		const [here, there] = [await addMission(), await addMission()];
		const registration = { id: newId(), missionId: there.id, employerId: employer.id, interestedOn: today };
		await advisor.post("/mission-registrations", registration);
		await advisor.post("/mission-posts", { id: newId(), registrationId: registration.id, labourNeedId: need, quantity: 4 });
		expect([(await matches(here.id, employer.id))?.posts, (await matches(there.id, employer.id))?.posts]).toEqual([2, 6]);
		expect(await matches(there.id, employer.id)).toMatchObject({ state: "interested" });
	});

	it("s’invitent d’un geste : chacun est dans la mission, suivi jusqu’à sa limite, et ne compte pas encore parmi ses employeurs", async () => {
		const [one, other] = [await addEmployer(advisor), await addEmployer(advisor)];
		await addNeed(one.id);
		const mission = await addMission();
		expect((await invite(mission.id, [one.id, other.id])).body).toEqual({ invited: 2 });
		expect((await matches(mission.id, one.id))?.state).toBe("invited");
		const { items } = (await advisor.get<Page<MissionRegistration>>(`/mission-registrations?filter=missionId==${mission.id}&limit=50`)).body;
		expect(items.map(({ state, invitedOn, interestedOn, advisorId }) => ({ state, invitedOn, interestedOn, advisorId }))).toEqual(
			Array(2).fill({ state: "invited", invitedOn: today, interestedOn: null, advisorId: advisor.person?.id }),
		);
		expect((await advisor.get<Mission>(`/missions/${mission.id}`)).body.employers).toBe(0);
		const open = async () => (await advisor.get<Page<FollowUp>>(`/follow-ups?filter=employerId==${one.id};done==false`)).body.items.map(({ title }) => title);
		expect(await open()).toEqual([expect.stringContaining(mission.name)]);
		// Interested, then registered: the employer counts, and there is nothing left to obtain.
		const registration = items.find(({ employerId }) => employerId === one.id) as MissionRegistration;
		const change = (body: object, ifMatch: number) => advisor.patch<Reply<MissionRegistration>>(`/mission-registrations/${registration.id}`, body, { ifMatch });
		const early = await change({ registeredOn: today }, registration.version);
		expect([early.status, codes(early)]).toEqual([400, ["interestedOn required"]]);
		const interested = await change({ interestedOn: today }, registration.version);
		expect([interested.body.state, (await advisor.get<Mission>(`/missions/${mission.id}`)).body.employers]).toEqual(["interested", 1]);
		await change({ registeredOn: today }, interested.body.version);
		expect(await open()).toEqual([]);
	});

	it("invités deux fois, ils ne le sont qu’une ; l’invitation reprise ne laisse rien", async () => {
		const employer = await addEmployer(advisor);
		await addNeed(employer.id);
		const mission = await addMission();
		const key = newId();
		const path = `/missions/${mission.id}/invitations`;
		expect((await advisor.post(path, { employerIds: [employer.id] }, { key })).body).toEqual({ invited: 1 });
		expect((await invite(mission.id, [employer.id])).body).toEqual({ invited: 0 });
		expect((await advisor.post(`/batches/${key}/undo`, undefined)).status).toBe(200);
		expect(await matches(mission.id, employer.id)).toMatchObject({ state: null });
		expect((await advisor.get<Page<FollowUp>>(`/follow-ups?filter=employerId==${employer.id}`)).body.total).toBe(0);
	});

	it("ne s’invitent pas à une mission terminée, ni par qui ne suit pas l’employeur", async () => {
		const employer = await addEmployer(advisor);
		const over = await addMission({ startsOn: inDays(-9), endsOn: inDays(-5), registrationDeadlineOn: null });
		const late = await invite(over.id, [employer.id]);
		expect([late.status, codes(late)]).toEqual([400, ["employerIds mission-over"]]);
		const mission = await addMission();
		expect((await invite(mission.id, [employer.id], colleague)).status).toBe(403);
		const unknown = await invite(mission.id, [newId()]);
		expect([unknown.status, codes(unknown)]).toEqual([400, ["employerIds unknown-reference"]]);
		expect((await invite(mission.id, [])).status).toBe(400);
	});
});

function said(fields: object): Record<string, unknown> {
	return Object.fromEntries(Object.entries(fields).map(([name, value]: [string, unknown]) => [name, typeof value === "function" ? value() : value]));
}
/** A day that is known once the office has said which it is. */
function inDaysFrom(days: number) {
	return () => inDays(days);
}
