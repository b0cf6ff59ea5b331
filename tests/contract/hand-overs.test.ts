import { beforeAll, describe, expect, it } from "vitest";
import type { HandOver, Portfolio } from "#contract/hand-overs.ts";
import type { Referral } from "#contract/referrals.ts";
import type { Visit } from "#contract/visits.ts";
import { addEmployer, as, newId, type Page, referralBody, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string }[] };

let admin: Visitor;
let manager: Visitor;
let [first, second] = [] as unknown as [Visitor, Visitor];
let today = "";
beforeAll(async () => {
	[admin, manager, first, second] = await Promise.all([as("administrator"), as("manager"), as("advisor"), as("advisor", 1)]);
	today = (await manager.get<{ today: string }>("/reference")).body.today;
});

/** Somebody of one's own, who holds two employers, two cases, a follow-up of each and one at a colleague's, a planned visit and a completed one, and a referral of each that somebody sent them, and of a person's need. */
async function holder() {
	const id = newId();
	await admin.post("/people", { id, name: `Personne ${id.slice(0, 6)}`, email: `p${id}@exemple.ca`, role: "advisor", servicePointId: null });
	const [near, far, theirs] = [await addEmployer(first), await addEmployer(first), await addEmployer(second)];
	const give = async (employer: { id: string; version: number }) => {
		await manager.patch(`/employers/${employer.id}`, { advisorId: id }, { ifMatch: employer.version });
		await manager.post("/support-cases", { id: newId(), employerId: employer.id, advisorId: id, openedOn: today });
	};
	await give(near);
	await give(far);
	for (const employer of [near, far, theirs])
		await manager.post("/follow-ups", { id: newId(), employerId: employer.id, kind: "call", title: "Rappeler", ownerId: id, dueOn: today });
	const visit = async (status: string, fields: Record<string, unknown> = {}) => {
		const visitId = newId();
		const body = { id: visitId, status, employerIds: [near.id], adviserIds: [id], mode: "onSite", occurredOn: today, ...fields };
		const made = await manager.post<Visit>("/visits", body);
		expect([made.status, JSON.stringify(made.body)]).toEqual([201, expect.any(String)]);
		return made.body;
	};
	const planned = await visit("planned");
	const draft = await visit("draft", {
		headline: "Rencontre",
		summary: "Vu",
		solutions: ["none"],
		noFollowUpReason: "noNeed",
		durationMinutes: 30,
		report: { noNeed: true, language: "fr" },
	});
	const done = await manager.post<Visit>(`/visits/${draft.id}/completion`, { completedOn: today }, { ifMatch: draft.version });
	const refer = async (who: Visitor, employerId: string | null) => {
		const sent = await who.post<Referral>("/referrals", referralBody(today, { employerId, toPersonId: id, consentFrom: employerId ? "employer" : "person" }));
		expect([sent.status, JSON.stringify(sent.body)]).toEqual([201, expect.any(String)]);
		return sent.body;
	};
	const referral = await refer(second, theirs.id);
	await manager.post(`/referrals/${referral.id}/acknowledgement`, { meetingOn: today }, { ifMatch: referral.version });
	const need = await refer(second, null);
	return {
		id,
		near,
		far,
		theirs,
		planned,
		referral,
		need,
		past: done.status === 200 ? done.body : draft,
		isPast: done.status === 200,
		answer: done.body as unknown,
	};
}
const portfolioOf = async (personId: string) => (await manager.get<Portfolio>(`/hand-overs/portfolio?personId=${personId}`)).body;
const total = async (path: string) => (await manager.get<Page>(path)).body.total;
/** What the lists say of what a person holds: the same filters as the screen's links. */
const listed = async (id: string) => ({
	employers: await total(`/employers?filter=advisorId==${id}`),
	supportCases: await total(`/support-cases?filter=${encodeURIComponent(`advisorId==${id};open==true`)}`),
	followUps: await total(`/follow-ups?filter=${encodeURIComponent(`ownerId==${id};done==false`)}`),
	visits: await total(`/visits?filter=${encodeURIComponent(`adviserId==${id};status=in=(planned,draft)`)}`),
	referrals: await total(`/referrals?filter=${encodeURIComponent(`toPersonId==${id};open==true`)}`),
});
const handOver = (fromPersonId: string, fields: Record<string, unknown>, who = manager) =>
	who.post<HandOver & Problem>("/hand-overs", {
		id: newId(),
		fromPersonId,
		reason: "departure",
		effectiveOn: today,
		toPersonId: first.person?.id,
		...fields,
	});

describe("confier le portefeuille d’une personne", () => {
	it("l’aperçu compte ce que les listes montrent ; tout passe, les visites passées gardent leur auteur, et l’annulation rend tout", async () => {
		const one = await holder();
		expect(one.isPast, JSON.stringify(one.answer)).toBe(true);
		const before = await portfolioOf(one.id);
		expect(before.totals).toEqual({ employers: 2, supportCases: 2, followUps: 3, visits: 1, referrals: 2 });
		expect(await listed(one.id)).toEqual(before.totals);
		expect(before.untouched).toMatchObject({ completedVisits: 1 });
		expect(before.items.find(({ employerId }) => employerId === one.theirs.id)).toMatchObject({ isOwn: false, followUps: 1, referrals: 1 });

		const { status, body } = await handOver(one.id, {
			byEmployer: [{ employerId: one.far.id, toPersonId: second.person?.id }],
			expected: before.totals,
		});
		expect([status, body.code]).toEqual([201, undefined]);
		expect(body).toMatchObject({ ...before.totals, madeBy: manager.person?.id, madeOn: today, undoneOn: null, can: { undo: true } });
		expect(body.receivers).toEqual(
			expect.arrayContaining([
				{ personId: first.person?.id, employers: 1, supportCases: 1, followUps: 2, visits: 1, referrals: 2 },
				{ personId: second.person?.id, employers: 1, supportCases: 1, followUps: 1, visits: 0, referrals: 0 },
			]),
		);
		expect(await listed(one.id)).toEqual({ employers: 0, supportCases: 0, followUps: 0, visits: 0, referrals: 0 });
		// Sent to somebody else, it waits to be received again.
		const referralNow = async () => (await manager.get<Referral>(`/referrals/${one.referral.id}`)).body;
		expect(await referralNow()).toMatchObject({ toPersonId: first.person?.id, state: "sent", acknowledgedOn: null, meetingOn: null });
		const advisersOf = async (id: string) => (await manager.get<Visit>(`/visits/${id}`)).body.advisers.map(({ personId }) => personId);
		expect(await advisersOf(one.planned.id)).toEqual([first.person?.id]);
		expect(await advisersOf(one.past.id)).toEqual([one.id]);
		expect((await manager.get<{ advisorId: string }>(`/employers/${one.far.id}`)).body.advisorId).toBe(second.person?.id);

		const undone = await manager.post<HandOver>(`/hand-overs/${body.id}/undoing`, undefined);
		expect([undone.status, undone.body.undoneOn, undone.body.leftBehind]).toEqual([200, today, []]);
		expect(await portfolioOf(one.id)).toEqual(before);
		expect(await referralNow()).toMatchObject({ toPersonId: one.id, state: "acknowledged", meetingOn: today });
		expect((await manager.post<Problem>(`/hand-overs/${body.id}/undoing`, undefined)).body.code).toBe("already-undone");
	});

	it("ce que quelqu’un a modifié depuis reste, et se compte ; annuler par le lot le dit aussi sur la passation", async () => {
		const one = await holder();
		const { totals } = await portfolioOf(one.id);
		const { body } = await handOver(one.id, { expected: totals });
		const employer = (await manager.get<{ version: number }>(`/employers/${one.near.id}`)).body;
		await manager.patch(`/employers/${one.near.id}`, { activity: "Corrigé depuis" }, { ifMatch: employer.version });
		const undone = await manager.post<HandOver>(`/hand-overs/${body.id}/undoing`, undefined);
		expect(undone.body.leftBehind).toMatchObject([{ entity: "employer", entityId: one.near.id, reason: "changed", actorId: manager.person?.id }]);
		expect((await portfolioOf(one.id)).totals).toEqual({ ...totals, employers: 1 });

		const again = await handOver(one.id, { expected: { ...totals, employers: 1 } });
		expect((await manager.post(`/batches/${again.body.id}/undo`, undefined)).status).toBe(200);
		expect((await manager.get<HandOver>(`/hand-overs/${again.body.id}`)).body.undoneOn).toBe(today);
	});

	it("refuse un portefeuille qui a changé depuis l’aperçu, une même personne, une inconnue, une raison qui n’existe pas", async () => {
		const one = await holder();
		const { totals } = await portfolioOf(one.id);
		const changed = await handOver(one.id, { expected: { ...totals, followUps: totals.followUps - 1 } });
		expect([changed.status, changed.body.code]).toEqual([409, "portfolio-changed"]);
		expect(await portfolioOf(one.id)).toMatchObject({ totals });
		for (const [fields, path, code] of [
			[{ toPersonId: one.id }, "toPersonId", "same-person"],
			[{ toPersonId: newId() }, "toPersonId", "unknown-reference"],
			[{ byMrc: [{ mrcCode: "54", toPersonId: one.id }] }, "byMrc.0.toPersonId", "same-person"],
			[{ reason: "boredom" }, "reason", "code"],
			[{ effectiveOn: "2031-01-01" }, "effectiveOn", "out-of-range"],
		] as const) {
			const refused = await handOver(one.id, { expected: totals, ...fields });
			expect([refused.status, refused.body.errors?.map((error) => [error.path, error.code])[0]]).toEqual([400, [path, code]]);
		}
		expect((await handOver(one.id, { expected: totals }, first)).status).toBe(403);
	});
});
