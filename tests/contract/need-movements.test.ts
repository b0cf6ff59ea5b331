import { beforeAll, describe, expect, it } from "vitest";
import type { Revision } from "#contract/journal.ts";
import type { LabourNeed } from "#contract/labour-needs.ts";
import type { NeedLedger, NeedMovement } from "#contract/need-movements.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string; message: string }[]; current?: { version: number } };
type Reply = NeedMovement & Problem;

let advisor: Visitor;
let today: string;
beforeAll(async () => {
	advisor = await as("advisor");
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});

const day = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const terms = {
	permanence: null,
	startOn: null,
	hourlyWageCents: null,
	frenchLevel: null,
	schedule: null,
	requirements: null,
	vacantMonths: null,
	localEfforts: null,
};
async function need(posts: number, visitor = advisor): Promise<LabourNeed> {
	const employer = await addEmployer(visitor);
	const { body, status } = await visitor.post<LabourNeed>("/labour-needs", { id: newId(), employerId: employer.id, occupationCode: "72106", posts, ...terms });
	expect(status).toBe(201);
	return body;
}
const move = (labourNeedId: string, kind: string, quantity: number, fields: Record<string, unknown> = {}, visitor = advisor) =>
	visitor.post<Reply>("/need-movements", {
		id: newId(),
		labourNeedId,
		kind,
		quantity,
		occurredOn: today,
		channel: kind === "filled" ? "local" : null,
		note: null,
		...fields,
	});
const ledger = async (id: string, asOf?: string) => (await advisor.get<NeedLedger>(`/labour-needs/${id}/movements${asOf ? `?asOf=${asOf}` : ""}`)).body;
const read = async (id: string) => (await advisor.get<LabourNeed>(`/labour-needs/${id}`)).body;
const faults = ({ status, body }: { status: number; body: Problem }) => [status, body.errors?.map(({ path, code }) => `${path} ${code}`)];

describe("les mouvements d’un besoin", () => {
	it("de douze ouvertures, cinq comblées par une mission et deux localement en laissent cinq, par voie", async () => {
		const { id } = await need(12);
		await move(id, "filled", 5, { channel: "journeesQuebec", note: "Mission de Paris" });
		await move(id, "filled", 2);
		expect(await read(id)).toMatchObject({ posts: 12, postsFilled: 7, postsCancelled: 0, openPosts: 5 });
		const told = await ledger(id);
		expect(told).toMatchObject({
			asOf: today,
			opened: 12,
			filled: 7,
			cancelled: 0,
			open: 5,
			filledByChannel: [
				{ channel: "journeesQuebec", quantity: 5 },
				{ channel: "local", quantity: 2 },
			],
			can: { add: true },
		});
		expect(told.items.map(({ kind, quantity, channel, recordedByName }) => [kind, quantity, channel, recordedByName])).toEqual([
			["filled", 2, "local", advisor.person?.name],
			["filled", 5, "journeesQuebec", advisor.person?.name],
			["opened", 12, null, advisor.person?.name],
		]);
	});

	it("huit postes comblés de six ouverts sont refusés en mots, à côté de la quantité, et rien ne bouge", async () => {
		const before = await need(6);
		const refused = await move(before.id, "filled", 8);
		expect(faults(refused)).toEqual([400, ["quantity posts-open"]]);
		expect(refused.body.errors?.[0]?.message).toBe("8\u00A0postes, mais 6\u00A0seulement sont ouverts à cette date.");
		expect(await read(before.id)).toEqual(before);
		expect((await move(before.id, "filled", 6)).status).toBe(201);
		expect((await move(before.id, "cancelled", 1)).body.errors?.[0]?.message).toBe("Aucun poste n’est ouvert à cette date.");
	});

	it("se lit tel qu’il était à une autre date", async () => {
		const { id } = await need(4);
		await move(id, "opened", 3);
		await move(id, "cancelled", 2);
		expect(await ledger(id)).toMatchObject({ opened: 7, cancelled: 2, open: 5 });
		expect(await ledger(id, day(-1))).toMatchObject({ asOf: day(-1), opened: 0, open: 0, items: [] });
	});

	it("se corrige et se reprend ; ce qu’il était reste dans l’histoire du besoin", async () => {
		const { id } = await need(6);
		const { body: filled } = await move(id, "filled", 2);
		const corrected = await advisor.patch<Reply>(`/need-movements/${filled.id}`, { quantity: 3, channel: "employerPortal" }, { ifMatch: filled.version });
		expect([corrected.status, corrected.body.version]).toEqual([200, 2]);
		expect(await read(id)).toMatchObject({ postsFilled: 3, openPosts: 3 });
		expect(faults(await advisor.patch<Reply>(`/need-movements/${filled.id}`, { quantity: 7 }, { ifMatch: 2 }))).toEqual([400, ["quantity posts-open"]]);
		expect((await advisor.patch<Reply>(`/need-movements/${filled.id}`, { quantity: 1 }, { ifMatch: 1 })).status).toBe(412);
		expect((await advisor.delete(`/need-movements/${filled.id}`, { ifMatch: 2 })).status).toBe(204);
		expect(await read(id)).toMatchObject({ posts: 6, postsFilled: 0, openPosts: 6 });
		const { body: told } = await advisor.get<Page<Revision>>(`/history/labourNeed/${id}`);
		const ofMovement = told.items.filter(({ entityId }) => entityId === filled.id);
		expect(ofMovement.map(({ action }) => action)).toEqual(["removed", "changed", "created"]);
		expect(ofMovement[1]?.changes).toContainEqual({ field: "quantity", before: 2, after: 3 });
		expect(ofMovement.every(({ actorId }) => actorId === advisor.person?.id)).toBe(true);
	});

	it("repris par erreur, revient d’un geste avec ses postes", async () => {
		const { id } = await need(6);
		const { body: filled } = await move(id, "filled", 2);
		const batch = newId();
		expect((await advisor.delete(`/need-movements/${filled.id}`, { ifMatch: 1, key: batch })).status).toBe(204);
		expect((await advisor.post(`/batches/${batch}/undo`, undefined)).status).toBeLessThan(300);
		expect(await read(id)).toMatchObject({ postsFilled: 2, openPosts: 4 });
		// What was filled since by somebody else stays.
		const { body: wrong } = await move(id, "filled", 1);
		await move(id, "filled", 1, { channel: "mobility" }, await as("manager"));
		expect((await advisor.post(`/batches/${wrong.id}/undo`, undefined)).status).toBeLessThan(300);
		expect(await read(id)).toMatchObject({ postsFilled: 3, openPosts: 3 });
	});

	it("l’ouverture du besoin se corrige sans descendre sous ce qui est comblé, et ne se reprend pas", async () => {
		const { id } = await need(6);
		await move(id, "filled", 4);
		const opening = (await ledger(id)).items.find(({ isFirst }) => isFirst) as NeedMovement;
		expect(opening).toMatchObject({ quantity: 6, can: { update: true, remove: false } });
		const fewer = await advisor.patch<Reply>(`/need-movements/${opening.id}`, { quantity: 3 }, { ifMatch: 1 });
		expect(faults(fewer)).toEqual([400, ["quantity posts-taken"]]);
		expect(fewer.body.errors?.[0]?.message).toBe("4\u00A0postes sont déjà comblés ou annulés\u00A0: pas moins de 4.");
		expect((await advisor.patch<Reply>(`/need-movements/${opening.id}`, { quantity: 9 }, { ifMatch: 1 })).status).toBe(200);
		expect(await read(id)).toMatchObject({ posts: 9, openPosts: 5 });
		expect((await advisor.delete<Reply>(`/need-movements/${opening.id}`, { ifMatch: 2 })).body.code).toBe("movement-held");
		expect(faults(await advisor.patch<Reply>(`/need-movements/${opening.id}`, { occurredOn: day(-3) }, { ifMatch: 2 }))).toEqual([
			400,
			["occurredOn day-of-need"],
		]);
	});

	it("une ouverture entamée ne se reprend pas", async () => {
		const { id } = await need(2);
		const { body: more } = await move(id, "opened", 3);
		await move(id, "filled", 4);
		expect((await ledger(id)).items.find((one) => one.id === more.id)?.can).toEqual({ update: true, remove: false });
		expect((await advisor.delete<Reply>(`/need-movements/${more.id}`, { ifMatch: 1 })).body.code).toBe("movement-held");
	});

	it.each([
		[{ quantity: 0 }, "quantity too-small"],
		[{ channel: null }, "channel required"],
		[{ channel: "pigeon" }, "channel code"],
		[{ kind: "cancelled", channel: "local" }, "channel channel-of-filled"],
		[{ occurredOn: "2099-01-01" }, "occurredOn date-in-future"],
		[{ occurredOn: "2020-01-01" }, "occurredOn no-post-open-then"],
		[{ kind: "lost" }, "kind code"],
	])("refuse %o à côté du champ", async (fields, fault) => {
		const { id } = await need(3);
		const { status, body } = await move(id, "filled", 1, fields);
		expect([status, body.errors?.map(({ path, code }) => `${path} ${code}`)?.length]).toEqual([400, 1]);
		expect(body.errors?.[0]?.path).toBe(fault.split(" ")[0]);
		if (!fault.startsWith("kind")) expect(body.errors?.[0]?.code).toBe(fault.split(" ")[1]);
		expect((await ledger(id)).items).toHaveLength(1);
	});

	it("d’un besoin fermé, rien n’est daté d’après la fermeture", async () => {
		const one = await need(3);
		await advisor.patch(`/labour-needs/${one.id}`, { closedOn: day(-1) }, { ifMatch: 1 });
		expect(faults(await move(one.id, "filled", 1))).toEqual([400, ["occurredOn after-closing"]]);
		expect((await ledger(one.id)).open).toBe(0);
	});

	it("d’une collègue se lit et ne s’écrit pas ; d’un employeur archivé non plus", async () => {
		const { id } = await need(3);
		const colleague = await as("advisor", 1);
		expect((await colleague.get<NeedLedger>(`/labour-needs/${id}/movements`)).body.can).toEqual({ add: false });
		expect((await move(id, "filled", 1, {}, colleague)).status).toBe(403);
		expect((await advisor.get(`/labour-needs/${newId()}/movements`)).status).toBe(404);
		expect(faults(await move(newId(), "filled", 1))).toEqual([400, ["labourNeedId unknown-reference"]]);
		const { employerId } = await read(id);
		const { version } = (await advisor.get<{ version: number }>(`/employers/${employerId}`)).body;
		expect((await advisor.post(`/employers/${employerId}/archiving`, { reason: "businessClosed" }, { ifMatch: version })).status).toBeLessThan(300);
		const archived = await move(id, "filled", 1);
		expect([archived.status, archived.body.code]).toEqual([422, "employer-archived"]);
	});

	it("deux personnes qui comblent le dernier poste au même instant ne le comblent pas deux fois", async () => {
		const { id } = await need(1);
		const answers = await Promise.all([move(id, "filled", 1), move(id, "filled", 1, {}, await as("manager"))]);
		expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
		expect(await read(id)).toMatchObject({ postsFilled: 1, openPosts: 0 });
	});
});

describe("le rapport d’une visite et les mouvements", () => {
	it("la ligne du rapport corrige l’ouverture, garde celles qui ont suivi, et l’ensemble se défait d’un geste", async () => {
		const employer = await addEmployer(advisor);
		const line = { id: newId(), occupationCode: "72106", posts: 3 };
		const visit = { id: newId(), status: "draft", employerIds: [employer.id], adviserIds: [advisor.person?.id], mode: "onSite", occurredOn: today };
		const { status } = await advisor.post("/visits", { ...visit, report: { needs: [line] } });
		expect(status).toBe(201);
		await move(line.id, "opened", 2);
		const batch = newId();
		const { body } = await advisor.patch(
			`/visits/${visit.id}`,
			{ report: { needs: [{ ...line, posts: 5, hourlyWageCents: 2650 }] } },
			{ ifMatch: 1, key: batch },
		);
		expect(body.version).toBe(2);
		expect(await read(line.id)).toMatchObject({ posts: 7, hourlyWageCents: 2650 });
		expect((await advisor.post(`/batches/${batch}/undo`, undefined)).status).toBeLessThan(300);
		expect(await read(line.id)).toMatchObject({ posts: 5, hourlyWageCents: null });
	});
});

describe("la liste des besoins", () => {
	it("dit de ses postes ce que disent les mouvements, pour tous les besoins de la région", async () => {
		const { body } = await advisor.get<Page<LabourNeed>>("/labour-needs?limit=60&sort=-openPosts");
		for (const one of body.items) {
			const { opened, filled, cancelled, open } = await ledger(one.id);
			expect({ opened, filled, cancelled, open }).toEqual({ opened: one.posts, filled: one.postsFilled, cancelled: one.postsCancelled, open: one.openPosts });
		}
	});
});
