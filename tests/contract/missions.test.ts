import { beforeAll, describe, expect, it } from "vitest";
import type { Dashboard } from "#contract/dashboard.ts";
import type { FollowUp } from "#contract/follow-ups.ts";
import type { MissionRegistration, NeedToOffer } from "#contract/mission-registrations.ts";
import type { MissionCompared, MissionCounts, MissionResults } from "#contract/mission-results.ts";
import type { Mission } from "#contract/missions.ts";
import type { ToolUse } from "#contract/tool-uses.ts";
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

const inDays = (days: number, from = today) => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
const codes = ({ body }: { body: Problem }) => (body.errors ?? []).map(({ path, code }) => `${path} ${code}`);
const add = (fields: Record<string, unknown> = {}, visitor = manager) => {
	const id = newId();
	return visitor.post<Reply<Mission>>("/missions", {
		id,
		name: `Journées Québec ${id.slice(0, 8)}`,
		edition: null,
		countries: ["FR"],
		mode: "virtual",
		startsOn: inDays(40),
		endsOn: inDays(44),
		sectors: [],
		registrationDeadlineOn: null,
		applicationDeadlineOn: null,
		source: null,
		isCancelled: false,
		...unpublished,
		...fields,
	});
};
const ended = (daysAgo: number) => ({ startsOn: inDays(-daysAgo - 4), endsOn: inDays(-daysAgo) });
const register = (missionId: string, employerId: string, fields: Record<string, unknown> = {}, visitor = advisor) =>
	visitor.post<Reply<MissionRegistration>>("/mission-registrations", { id: newId(), missionId, employerId, interestedOn: today, ...fields });
const move = ({ id, version }: { id: string; version: number }, body: Record<string, unknown>, visitor = advisor) =>
	visitor.patch<Reply<MissionRegistration>>(`/mission-registrations/${id}`, body, { ifMatch: version });
const addNeed = async (employerId: string, posts: number) => {
	return (await advisor.post<{ id: string; version: number }>("/labour-needs", { id: newId(), employerId, occupationCode: "72106", posts, ...blankNeed })).body;
};
const offer = (registrationId: string, labourNeedId: string, quantity: number, visitor = advisor) =>
	visitor.post<Reply<MissionRegistration>>("/mission-posts", { id: newId(), registrationId, labourNeedId, quantity });
const usesOf = async (employerId: string) => (await advisor.get<Page<ToolUse>>(`/tool-uses?filter=employerId==${employerId}&sort=occurredOn`)).body.items;
const followUpsOf = async (employerId: string) => (await advisor.get<Page<FollowUp>>(`/follow-ups?filter=employerId==${employerId}&sort=dueOn`)).body.items;

describe("le calendrier des missions", () => {
	it("se lit par les conseillères et conseillers, et s’écrit par la gestion", async () => {
		const { status, body } = await add({ countries: ["FR", "BE"], sectors: ["31-33"], registrationDeadlineOn: inDays(10) });
		expect(status).toBe(201);
		expect(body).toMatchObject({ stage: "toCome", isReference: false, employers: 0, tookPart: 0, countries: ["FR", "BE"], version: 1, can: { update: true } });
		expect((await advisor.get<Mission>(`/missions/${body.id}`)).body).toEqual({ ...body, can: { update: false } });
		expect((await add({}, advisor)).status).toBe(403);
		const changed = await manager.patch<Mission>(`/missions/${body.id}`, { isCancelled: true }, { ifMatch: 1 });
		expect(changed.body).toMatchObject({ stage: "cancelled", version: 2 });
		const { items } = (await advisor.get<Page<Mission>>(`/missions?filter=${encodeURIComponent("country==BE;sectorCode==31-33;stage==cancelled")}&limit=200`))
			.body;
		expect(items.map(({ id }) => id)).toContain(body.id);
		const facets = (await advisor.get<Record<string, { value: string; count: number }[]>>("/missions/facets?fields=country,stage")).body;
		expect(facets.country?.find(({ value }) => value === "BE")?.count).toBeGreaterThan(0);
	});

	it.each([
		[{ endsOn: "2020-01-01", startsOn: "2020-01-02" }, ["endsOn end-before-start"]],
		[
			{ registrationDeadlineOn: "2099-01-01", applicationDeadlineOn: "2099-01-01" },
			["registrationDeadlineOn deadline-after-end", "applicationDeadlineOn deadline-after-end"],
		],
		[{ countries: ["Atlantide"] }, ["countries code"]],
	])("refuse %o en disant à quel champ", async (fields, expected) => {
		const reply = await add(fields);
		expect([reply.status, codes(reply)]).toEqual([400, expected]);
		expect(reply.body.errors?.[0]?.message).toMatch(/[a-zé]{3}/);
	});

	it("a dès le premier jour les missions dont les chiffres sont publics, avec leur source", async () => {
		const { items } = (await advisor.get<{ items: MissionCompared[] }>("/missions/comparison")).body;
		const paris = items.find(({ mission }) => mission.name === "Journées Québec Paris 2019")?.mission;
		expect(paris).toMatchObject({
			isReference: true,
			source: "S21",
			publishedEmployers: 122,
			publishedPosts: 2200,
			publishedRegistered: 13_320,
			publishedRetained: 3516,
		});
	});
});

describe("un employeur dans une mission", () => {
	it("passe d’intéressé à participant, chaque étape à son jour, et ses usages de l’outil disent la même chose", async () => {
		const mission = (await add(ended(20))).body;
		const employer = await addEmployer(advisor);
		const first = (await register(mission.id, employer.id, { interestedOn: inDays(-60) })).body;
		expect(first).toMatchObject({ state: "interested", missionStage: "ended", advisorId: advisor.person?.id, posts: 0, can: { update: true } });
		expect(await usesOf(employer.id)).toEqual([]);
		const registered = (await move(first, { registeredOn: inDays(-50), confirmedOn: inDays(-30) })).body;
		expect(registered.state).toBe("confirmed");
		const there = (await move(registered, { tookPartOn: inDays(-22) })).body;
		expect(there.state).toBe("tookPart");
		expect((await usesOf(employer.id)).map(({ event, occurredOn, mission: named }) => [event, occurredOn, named])).toEqual([
			["registered", inDays(-50), mission.name],
			["tookPart", inDays(-22), mission.name],
		]);
		expect((await advisor.get<Mission>(`/missions/${mission.id}`)).body).toMatchObject({ employers: 1, tookPart: 1 });
		// A slip: nobody was there after all.
		await move(there, { tookPartOn: null });
		expect((await usesOf(employer.id)).map(({ event }) => event)).toEqual(["registered"]);
	});

	it("n’y est qu’une fois, et ne se désiste pas sans raison", async () => {
		const mission = (await add()).body;
		const employer = await addEmployer(advisor);
		const first = (await register(mission.id, employer.id)).body;
		const again = await register(mission.id, employer.id);
		expect([again.status, again.body.code]).toEqual([409, "already-in-mission"]);
		expect(codes(await move(first, { withdrawnOn: today }))).toEqual(["withdrawReason required"]);
		expect(codes(await move(first, { withdrawnOn: today, withdrawReason: "fatigue" }))).toEqual(["withdrawReason code"]);
		const gone = (await move(first, { withdrawnOn: today, withdrawReason: "cost" })).body;
		expect(gone.state).toBe("withdrawn");
		expect((await advisor.get<Mission>(`/missions/${mission.id}`)).body.employers).toBe(0);
	});

	it("est suivi par qui en répond, même sans être à l’employeur ; personne ne s’y invite", async () => {
		const mission = (await add()).body;
		const employer = await addEmployer(advisor);
		const mine = (await register(mission.id, employer.id)).body;
		expect((await move(mine, { note: "Relu" }, colleague)).status).toBe(403);
		const given = (await move(mine, { advisorId: colleague.person?.id })).body;
		expect((await move(given, { note: "Relu" }, colleague)).body.note).toBe("Relu");
	});

	it("entre dans la mission par un usage typé sous son nom, avant ou après elle, et n’y est compté qu’une fois", async () => {
		const employer = await addEmployer(advisor);
		const name = `Journées Québec Été ${newId().slice(0, 6)}`;
		const type = (event: string, occurredOn: string) => {
			const body = {
				id: newId(),
				employerId: employer.id,
				tool: "journeesQuebec",
				event,
				occurredOn,
				quantity: 1,
				mission: name.toUpperCase(),
				source: "declared",
				note: null,
			};
			return advisor.post<ToolUse>("/tool-uses", body);
		};
		await type("registered", inDays(-70));
		const mission = (await add({ ...ended(20), name })).body;
		const read = async () => (await advisor.get<Page<MissionRegistration>>(`/mission-registrations?filter=missionId==${mission.id}`)).body.items;
		expect((await read()).map(({ state, registeredOn }) => [state, registeredOn])).toEqual([["registered", inDays(-70)]]);
		await type("tookPart", inDays(-22));
		const [there] = await read();
		expect(there).toMatchObject({ state: "tookPart", tookPartOn: inDays(-22) });
		expect((await usesOf(employer.id)).length).toBe(2);
		// A written use, taken back: the registration that nobody worked on goes with the last of them.
		const id = newId();
		const other = await addEmployer(advisor);
		await advisor.post("/tool-uses", {
			id,
			employerId: other.id,
			tool: "journeesQuebec",
			event: "registered",
			occurredOn: today,
			quantity: 1,
			mission: name,
			source: "declared",
			note: null,
		});
		expect((await read()).length).toBe(2);
		expect((await advisor.post(`/batches/${id}/undo`, undefined)).status).toBeLessThan(300);
		expect((await read()).length).toBe(1);
	});

	it("s’annule d’un geste, avec les usages qui en venaient", async () => {
		const mission = (await add()).body;
		const employer = await addEmployer(advisor);
		const { id } = (await register(mission.id, employer.id, { registeredOn: today })).body;
		expect((await usesOf(employer.id)).length).toBe(1);
		expect((await advisor.post(`/batches/${id}/undo`, undefined)).status).toBeLessThan(300);
		expect((await advisor.get(`/mission-registrations/${id}`)).status).toBe(404);
		expect(await usesOf(employer.id)).toEqual([]);
	});
});

describe("les postes offerts", () => {
	it("sont ceux d’un besoin, et un poste ne se promet pas à deux missions", async () => {
		const employer = await addEmployer(advisor);
		const need = await addNeed(employer.id, 6);
		const [paris, tunis] = [(await add({ name: `Paris ${need.id.slice(0, 6)}` })).body, (await add({ name: `Tunis ${need.id.slice(0, 6)}` })).body];
		const [there, elsewhere] = [(await register(paris.id, employer.id)).body, (await register(tunis.id, employer.id)).body];
		const tooMany = await offer(there.id, need.id, 8);
		expect([tooMany.status, codes(tooMany)]).toEqual([400, ["quantity posts-promised"]]);
		expect(tooMany.body.errors?.[0]?.message).toBe("8\u00A0postes demandés\u00A0: le besoin en a 6 d’ouverts.");
		expect((await offer(there.id, need.id, 4)).body).toMatchObject({ posts: 4, offered: [{ labourNeedId: need.id, quantity: 4 }] });
		const twice = await offer(elsewhere.id, need.id, 3);
		expect(twice.body.errors?.[0]?.message).toBe(
			`3\u00A0postes demandés\u00A0: le besoin en a 6 d’ouverts, et 2 de libres après ce qui est promis à Paris ${need.id.slice(0, 6)} (4).`,
		);
		const { items } = (await advisor.get<{ items: NeedToOffer[] }>(`/mission-registrations/${elsewhere.id}/needs`)).body;
		expect(items).toMatchObject([{ labourNeedId: need.id, openPosts: 6, free: 2, promised: [{ quantity: 4 }] }]);
		expect((await offer(elsewhere.id, need.id, 2)).status).toBe(201);
	});

	it("reviennent au besoin quand l’employeur se désiste ou que la mission est annulée, et se promettent de nouveau au retour", async () => {
		const employer = await addEmployer(advisor);
		const need = await addNeed(employer.id, 2);
		const [one, two] = [(await add()).body, (await add()).body];
		const first = (await register(one.id, employer.id)).body;
		const second = (await register(two.id, employer.id)).body;
		await offer(first.id, need.id, 2);
		const gone = (await move(first, { withdrawnOn: today, withdrawReason: "cost" })).body;
		expect((await offer(second.id, need.id, 2)).status).toBe(201);
		expect(codes(await move(gone, { withdrawnOn: null, withdrawReason: null }))).toEqual(["withdrawnOn posts-promised"]);
		const cancelled = (await manager.patch<Mission>(`/missions/${two.id}`, { isCancelled: true }, { ifMatch: two.version })).body;
		expect((await move(gone, { withdrawnOn: null, withdrawReason: null })).status).toBe(200);
		expect(codes(await manager.patch<Reply<Mission>>(`/missions/${two.id}`, { isCancelled: false }, { ifMatch: cancelled.version }))).toEqual([
			"endsOn posts-promised",
		]);
	});

	it("à plusieurs au même instant, ne dépassent jamais ce qui est ouvert", async () => {
		const employer = await addEmployer(advisor);
		const need = await addNeed(employer.id, 5);
		const registrations = await Promise.all(Array.from({ length: 8 }, async () => (await register((await add()).body.id, employer.id)).body));
		const answers = await Promise.all(registrations.map(({ id }, at) => offer(id, need.id, 2, at % 2 ? advisor : manager)));
		expect(answers.filter(({ status }) => status === 201).length).toBe(2);
		expect(answers.filter(({ status }) => status === 400).length).toBe(6);
	});
});

describe("les résultats", () => {
	const save = (missionId: string, knownOn: string, cells: Record<string, unknown>[], visitor = advisor) =>
		visitor.post<Reply<MissionResults>>(`/missions/${missionId}/results`, { knownOn, cells: cells.map((cell) => ({ before: null, ...cell })) });
	const funnel = async (missionId: string, asOf: string) =>
		(await advisor.get<{ counts: MissionCounts }>(`/missions/${missionId}/funnel?asOf=${asOf}`)).body.counts;
	const prepare = async (daysAgo = 120) => {
		const mission = (await add(ended(daysAgo))).body;
		const employer = await addEmployer(advisor);
		const registration = (await register(mission.id, employer.id, { interestedOn: inDays(-daysAgo - 60), registeredOn: inDays(-daysAgo - 50) })).body;
		return { mission, employer, registration, endsOn: mission.endsOn };
	};

	it("gardent le jour où ils ont été connus\u00A0: l’entonnoir à J+30 et à J+90 diffère des embauches tardives", async () => {
		const { mission, registration, endsOn } = await prepare();
		const at = (measure: string, value: number, before: number | null = null) => ({ registrationId: registration.id, measure, value, before });
		await save(mission.id, inDays(10, endsOn), [at("applications", 200), at("shortlisted", 40), at("interviews", 18)]);
		await save(mission.id, inDays(28, endsOn), [at("offers", 5), at("hires", 2)]);
		expect((await save(mission.id, inDays(80, endsOn), [at("hires", 5, 2)])).status).toBe(200);
		expect((await funnel(mission.id, inDays(10, endsOn))).hires).toBeNull();
		expect(await funnel(mission.id, inDays(30, endsOn))).toMatchObject({ employers: 1, registered: 1, applications: 200, interviews: 18, offers: 5, hires: 2 });
		expect(await funnel(mission.id, inDays(90, endsOn))).toMatchObject({ applications: 200, interviews: 18, hires: 5 });
		const { items } = (await advisor.get<MissionResults>(`/missions/${mission.id}/results`)).body;
		expect(items[0]?.values.find(({ measure }) => measure === "hires")).toEqual({ measure: "hires", value: 5, knownOn: inDays(80, endsOn) });
		// More hires than posts offered: kept, and said.
		expect(items[0]?.flags).toEqual(["hires-over-posts"]);
	});

	it("refusent en mots, case par case, et n’écrivent alors rien", async () => {
		const { mission, registration, endsOn } = await prepare();
		const interested = (await register(mission.id, (await addEmployer(advisor)).id)).body;
		const reply = await save(mission.id, inDays(5, endsOn), [
			{ registrationId: registration.id, measure: "applications", value: 12 },
			{ registrationId: registration.id, measure: "hires", value: 2 },
			{ registrationId: registration.id, measure: "arrivals", value: 3 },
			{ registrationId: interested.id, measure: "interviews", value: 1 },
		]);
		expect(codes(reply)).toEqual(["cells.2.value more-than-hires", "cells.3.value not-registered"]);
		expect((await funnel(mission.id, today)).applications).toBeNull();
		expect(codes(await save(mission.id, inDays(-6, endsOn), [{ registrationId: registration.id, measure: "hires", value: 1 }]))).toEqual([
			"cells.0.value before-mission",
		]);
		expect(codes(await save(mission.id, today, [{ registrationId: registration.id, measure: "hires", value: -1 }]))).toEqual(["cells.0.value too-small"]);
		expect(codes(await save(mission.id, inDays(1), [{ registrationId: registration.id, measure: "hires", value: 1 }]))).toEqual(["knownOn date-in-future"]);
	});

	it("ne passent pas par-dessus ce qu’une autre personne vient d’écrire, et se reprennent", async () => {
		const { mission, registration } = await prepare();
		const cell = { registrationId: registration.id, measure: "interviews", value: 4 };
		await save(mission.id, today, [cell]);
		const late = await save(mission.id, today, [{ ...cell, value: 9 }], manager);
		expect(late.body.errors?.[0]?.message).toBe("Quelqu’un a changé cette case entre-temps\u00A0: 4.");
		await save(mission.id, today, [{ ...cell, value: null, before: 4 }]);
		expect((await funnel(mission.id, today)).interviews).toBeNull();
	});

	it("se lisent sur la fiche de l’employeur, mission par mission\u00A0: le dernier nombre dit de chacun, et rien de ce que personne n’a dit", async () => {
		const { mission, employer, registration, endsOn } = await prepare();
		const need = await addNeed(employer.id, 4);
		await offer(registration.id, need.id, 4);
		const other = (await register((await add(ended(10))).body.id, employer.id, { interestedOn: inDays(-60), registeredOn: inDays(-50) })).body;
		const at = (measure: string, value: number, before: number | null = null) => ({ registrationId: registration.id, measure, value, before });
		await save(mission.id, inDays(28, endsOn), [at("hires", 2), at("applications", 200)]);
		await save(mission.id, inDays(80, endsOn), [at("hires", 4, 2), at("arrivals", 0)]);
		const { items } = (await advisor.get<Page<MissionRegistration>>(`/mission-registrations?filter=employerId==${employer.id}&sort=-missionStartsOn`)).body;
		expect(items.map(({ id, posts, results }) => [id, posts, results])).toEqual([
			[other.id, 0, []],
			[
				registration.id,
				4,
				[
					{ measure: "applications", value: 200, knownOn: inDays(28, endsOn) },
					{ measure: "hires", value: 4, knownOn: inDays(80, endsOn) },
					{ measure: "arrivals", value: 0, knownOn: inDays(80, endsOn) },
				],
			],
		]);
	});

	it("d’un employeur qui n’est pas à soi ne s’écrivent pas", async () => {
		const { mission, registration } = await prepare();
		expect((await save(mission.id, today, [{ registrationId: registration.id, measure: "interviews", value: 1 }], colleague)).status).toBe(403);
	});
});

describe("les suivis du catalogue", () => {
	it("naissent quand la mission est finie, une fois par règle et par employeur, et disent d’où ils viennent", async () => {
		const mission = (await add(ended(3))).body;
		const employer = await addEmployer(advisor);
		const first = (await register(mission.id, employer.id, { interestedOn: inDays(-60), registeredOn: inDays(-50) })).body;
		expect(await followUpsOf(employer.id)).toEqual([]);
		const there = (await move(first, { tookPartOn: inDays(-5) })).body;
		const made = await followUpsOf(employer.id);
		expect(made.map(({ ruleCode, origin, ownerId }) => [ruleCode, origin, ownerId])).toEqual(
			["missionInterviews", "missionHires", "missionHiresLater"].map((rule) => [rule, "catalogue", advisor.person?.id]),
		);
		expect(made[0]?.title).toBe(`Entrevues et offres de la mission\u00A0: ${mission.name}`);
		await move(there, { note: "Relu" });
		expect((await followUpsOf(employer.id)).length).toBe(3);
	});

	it("confirment l’inscription avant la date limite, et se terminent quand l’employeur est inscrit ou se désiste", async () => {
		const mission = (await add({ startsOn: inDays(90), endsOn: inDays(92), registrationDeadlineOn: inDays(60) })).body;
		const employer = await addEmployer(advisor);
		const first = (await register(mission.id, employer.id)).body;
		const [confirm] = await followUpsOf(employer.id);
		expect(confirm).toMatchObject({ ruleCode: "missionRegistration", origin: "catalogue", doneOn: null });
		expect((confirm?.dueOn ?? "") > inDays(40) && (confirm?.dueOn ?? "") < inDays(50)).toBe(true);
		await move(first, { registeredOn: today });
		expect(await followUpsOf(employer.id)).toMatchObject([{ id: confirm?.id, doneOn: today, cancelReason: null }]);
	});
});

describe("les suivis d’une mission qui change", () => {
	const prepare = async () => {
		const mission = (await add(ended(3))).body;
		const employer = await addEmployer(advisor);
		const first = (await register(mission.id, employer.id, { interestedOn: inDays(-60), registeredOn: inDays(-50) })).body;
		return { mission, employer, there: (await move(first, { confirmedOn: inDays(-40) })).body };
	};
	const states = async (employerId: string) => (await followUpsOf(employerId)).map(({ doneOn, cancelReason }) => [doneOn !== null, cancelReason]);
	const change = async (id: string, body: Record<string, unknown>) => {
		const { version } = (await manager.get<Mission>(`/missions/${id}`)).body;
		expect((await manager.patch(`/missions/${id}`, body, { ifMatch: version })).status).toBe(200);
	};

	it("sont fermés quand elle est annulée ou que l’employeur se désiste, et rouverts à leur retour", async () => {
		const { mission, employer, there } = await prepare();
		const open = Array.from({ length: 3 }, () => [false, null]);
		const closed = Array.from({ length: 3 }, () => [true, "notNeeded"]);
		expect(await states(employer.id)).toEqual(open);
		await change(mission.id, { isCancelled: true });
		expect(await states(employer.id)).toEqual(closed);
		await change(mission.id, { isCancelled: false });
		expect(await states(employer.id)).toEqual(open);
		const gone = (await move(there, { withdrawnOn: today, withdrawReason: "cost" })).body;
		expect(await states(employer.id)).toEqual(closed);
		await move(gone, { withdrawnOn: null, withdrawReason: null });
		expect(await states(employer.id)).toEqual(open);
	});

	it("ne rouvrent pas celui qu’une personne avait terminé elle-même", async () => {
		const { mission, employer } = await prepare();
		const [first] = await followUpsOf(employer.id);
		const done = await advisor.patch(`/follow-ups/${first?.id}`, { doneOn: today, outcome: "Trois offres" }, { ifMatch: first?.version ?? 0 });
		expect(done.status).toBe(200);
		await change(mission.id, { isCancelled: true });
		await change(mission.id, { isCancelled: false });
		const after = await followUpsOf(employer.id);
		expect(after.filter(({ doneOn }) => doneOn !== null).map(({ id, outcome }) => [id, outcome])).toEqual([[first?.id, "Trois offres"]]);
	});

	it("suivent la date de fin, vers l’avant comme vers l’arrière, sans toucher à celui qu’on a reporté", async () => {
		const { mission, employer } = await prepare();
		const before = await followUpsOf(employer.id);
		const [put] = before;
		const later = { dueOn: inDays(45), postponeReason: "awaitingReply" };
		expect((await advisor.patch(`/follow-ups/${put?.id}`, later, { ifMatch: put?.version ?? 0 })).status).toBe(200);
		const held = (await followUpsOf(employer.id)).find(({ id }) => id === put?.id)?.dueOn;
		await change(mission.id, { endsOn: inDays(7) });
		const after = await followUpsOf(employer.id);
		expect(after.find(({ id }) => id === put?.id)?.dueOn).toBe(held);
		const moved = after.filter(({ id }) => id !== put?.id);
		expect(moved.map(({ dueOn }, index) => dueOn >= inDays([37, 97][index] ?? 0) && dueOn <= inDays(([37, 97][index] ?? 0) + 5))).toEqual([true, true]);
		expect(after.every(({ doneOn }) => doneOn === null)).toBe(true);
	});
});

describe("un portefeuille qui change de mains", () => {
	it("emporte les inscriptions aux missions et leurs suivis, sauf celles des missions dont on ne compte plus rien", async () => {
		const admin = await as("administrator");
		const id = newId();
		await admin.post("/people", { id, name: `Personne ${id.slice(0, 6)}`, email: `p${id}@exemple.ca`, role: "advisor", servicePointId: null });
		const employer = await addEmployer(advisor);
		await manager.patch(`/employers/${employer.id}`, { advisorId: id }, { ifMatch: employer.version });
		const enter = async (daysAgo: number) => {
			const days = { interestedOn: inDays(-daysAgo - 60), registeredOn: inDays(-daysAgo - 50), advisorId: id };
			const first = (await register((await add(ended(daysAgo))).body.id, employer.id, days, manager)).body;
			return (await move(first, { tookPartOn: inDays(-daysAgo - 2) }, manager)).body;
		};
		const [recent, old] = [await enter(3), await enter(300)];
		const { totals } = (await manager.get<{ totals: Record<string, number> }>(`/hand-overs/portfolio?personId=${id}`)).body;
		expect(totals).toMatchObject({ employers: 1, followUps: 3 });
		const handOver = newId();
		const body = { id: handOver, fromPersonId: id, toPersonId: colleague.person?.id, reason: "departure", effectiveOn: today, expected: totals };
		expect((await manager.post("/hand-overs", body)).body).toMatchObject({ employers: 1 });
		const advisorOf = async (registration: { id: string }) =>
			(await manager.get<MissionRegistration>(`/mission-registrations/${registration.id}`)).body.advisorId;
		expect([await advisorOf(recent), await advisorOf(old)]).toEqual([colleague.person?.id, id]);
		expect((await followUpsOf(employer.id)).map(({ ownerId }) => ownerId)).toEqual(Array.from({ length: 3 }, () => colleague.person?.id));
		expect((await manager.post(`/hand-overs/${handOver}/undoing`, undefined)).status).toBeLessThan(300);
		expect([await advisorOf(recent), await advisorOf(old)]).toEqual([id, id]);
	});
});

describe("l’indicateur I09", () => {
	type Figure = { value: number };
	const figure = async (id: string, asOf: string) =>
		(await advisor.get<Figure>(`/indicators/${id}?from=${inDays(-130)}&to=${inDays(-121)}&asOf=${asOf}`)).body.value;
	const rowsOf = async (id: string, asOf: string) =>
		(await advisor.get<Page<{ amount: number | null }>>(`/indicators/${id}/rows?from=${inDays(-130)}&to=${inDays(-121)}&asOf=${asOf}&limit=500`)).body;
	it("est la somme de sa liste, et croît avec les embauches tardives jusqu’à 180 jours après la mission", async () => {
		const mission = (await add({ startsOn: inDays(-126), endsOn: inDays(-124) })).body;
		const employer = await addEmployer(advisor);
		const need = await addNeed(employer.id, 3);
		const days = { interestedOn: inDays(-200), registeredOn: inDays(-190) };
		const first = (await register(mission.id, employer.id, days)).body;
		await offer(first.id, need.id, 3);
		const before = Object.fromEntries(await Promise.all(["I09", "I09-employers", "I09-posts", "I09-hires"].map(async (id) => [id, await figure(id, today)])));
		await move(first, { tookPartOn: inDays(-125) });
		const say = (knownOn: string, value: number, was: number | null) =>
			advisor.post(`/missions/${mission.id}/results`, { knownOn, cells: [{ registrationId: first.id, measure: "hires", value, before: was }] });
		await say(inDays(-100), 2, null);
		await say(inDays(-40), 3, 2);
		expect(await figure("I09", today)).toBe(before.I09 + 1);
		expect(await figure("I09-employers", today)).toBe(before["I09-employers"] + 1);
		expect(await figure("I09-posts", today)).toBe(before["I09-posts"] + 3);
		expect(await figure("I09-hires", today)).toBe(before["I09-hires"] + 3);
		const [then, rowsThen, rowsNow] = [await figure("I09-hires", inDays(-90)), await rowsOf("I09-hires", inDays(-90)), await rowsOf("I09-hires", today)];
		const sum = ({ items }: Page<{ amount: number | null }>) => items.reduce((total, { amount }) => total + (amount ?? 0), 0);
		expect(then).toBe(sum(rowsThen));
		expect(await figure("I09-hires", today)).toBe(sum(rowsNow));
		expect(sum(rowsNow)).toBeGreaterThan(sum(rowsThen));
		expect((await rowsOf("I09", today)).total).toBe(await figure("I09", today));
	});

	it("se lit par mission, telle que connue à la date\u00A0: inscriptions, participations, postes, embauches\u00A0; un zéro dit n’est pas ce que personne n’a dit", async () => {
		const [said, silent] = [
			(await add({ startsOn: inDays(-126), endsOn: inDays(-124) })).body,
			(await add({ startsOn: inDays(-126), endsOn: inDays(-124) })).body,
		];
		const days = { interestedOn: inDays(-200), registeredOn: inDays(-190) };
		const [first, second, quiet] = await Promise.all(
			[said, said, silent].map(async ({ id }) => (await register(id, (await addEmployer(advisor)).id, days)).body),
		);
		if (!first || !second || !quiet) throw new Error("Three registrations.");
		for (const one of [first, quiet]) await move(one, { tookPartOn: inDays(-125) });
		await move(second, { withdrawnOn: inDays(-130), withdrawReason: "cost" });
		const cells = [
			{ registrationId: first.id, measure: "hires", value: 2, before: null },
			{ registrationId: first.id, measure: "offers", value: 0, before: null },
		];
		await advisor.post(`/missions/${said.id}/results`, { knownOn: inDays(-100), cells });
		const of = async (id: string, mission: string, asOf = today) => {
			const { parts } = (
				await advisor.get<{ parts: { keys: (string | null)[]; value: number }[] }>(
					`/indicators/${id}?from=${inDays(-130)}&to=${today}&asOf=${asOf}&by=missionId`,
				)
			).body;
			return parts.find(({ keys }) => keys[0] === mission)?.value;
		};
		const funnel = (mission: string, asOf?: string) => Promise.all(["registered", "offers", "hires"].map((step) => of(`I09-${step}`, mission, asOf)));
		expect(await funnel(said.id)).toEqual([2, 0, 2]);
		expect(await funnel(silent.id)).toEqual([1, undefined, undefined]);
		expect(await funnel(said.id, inDays(-110))).toEqual([2, undefined, undefined]);
		expect([await of("I09", said.id), await of("I09", silent.id)]).toEqual([1, 1]);
		const { measures, missions } = (await advisor.get<Dashboard>(`/dashboard?from=${inDays(-130)}&to=${today}`)).body;
		expect(missions.map(({ id }) => id)).toEqual(expect.arrayContaining([said.id, silent.id]));
		const shown = measures.find(({ indicator }) => indicator === "I09-hires")?.parts.find(({ keys }) => keys[0] === said.id);
		expect(shown?.value).toBe(2);
	});

	it.each([
		["I09", ["missionId", "country", "sectorCode", "size", "occupationCode"]],
		["I09-registered", ["missionId", "country"]],
		["I09-employers", ["missionId", "country", "sectorCode", "occupationCode"]],
		...["I09-posts", "I09-applications", "I09-interviews", "I09-offers", "I09-hires"].map((id): [string, string[]] => [
			id,
			["missionId", "country", "sectorCode"],
		]),
	])("%s se détaille par %o, et chaque part ouvre sa liste", async (id, dimensions) => {
		const period = `from=2019-08-28&to=${today}`;
		const { dimensions: known } = (await advisor.get<{ definition: { dimensions: string[] } }>(`/indicators/${id}?${period}`)).body.definition;
		expect(known).toEqual(expect.arrayContaining(dimensions));
		for (const by of dimensions) {
			const { parts } = (await advisor.get<{ parts: { keys: (string | null)[]; value: number }[] }>(`/indicators/${id}?${period}&by=${by}`)).body;
			expect(parts.length).toBeGreaterThan(0);
			for (const { keys, value } of parts.slice(0, 4)) {
				if (keys[0] === null) continue;
				const filter = encodeURIComponent(`${by}=="${keys[0]}"`);
				const { items, total } = (await advisor.get<Page<{ amount: number | null }>>(`/indicators/${id}/rows?${period}&filter=${filter}&limit=500`)).body;
				expect([id, by, keys[0], /^I09(-employers|-registered)?$/.test(id) ? total : items.reduce((sum, { amount }) => sum + (amount ?? 0), 0)]).toEqual([
					id,
					by,
					keys[0],
					value,
				]);
			}
		}
	});
});
