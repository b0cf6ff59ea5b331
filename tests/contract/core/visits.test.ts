import { beforeAll, describe, expect, it } from "vitest";
import type { FollowUp } from "#contract/follow-ups.ts";
import type { LabourNeed } from "#contract/labour-needs.ts";
import type { ToolUse } from "#contract/tool-uses.ts";
import type { Visit, VisitRow } from "#contract/visits.ts";
import { newId, type Page } from "../support.ts";
import { daysFrom, filtered, findGround, type Ground, type Problem, pathsOf, visitBody } from "./finding.ts";

let ground: Ground;
beforeAll(async () => {
	ground = await findGround();
});

const log = (fields: Record<string, unknown> = {}, nth = 0) => ground.advisor.post<Visit & Problem>("/visits", visitBody(ground, fields, nth));
const change = (visit: Visit, body: Record<string, unknown>) => ground.advisor.patch<Visit & Problem>(`/visits/${visit.id}`, body, { ifMatch: visit.version });
const complete = (visit: Visit, completedOn = ground.today) =>
	ground.advisor.post<Visit & Problem>(`/visits/${visit.id}/completion`, { completedOn }, { ifMatch: visit.version });
const stored = async (id: string) => (await ground.advisor.get<Visit>(`/visits/${id}`)).body;
const need = (posts: number | null, nth = 0) => ({ id: newId(), occupationCode: ground.occupations[nth]?.code, posts });
const step = () => ({
	id: newId(),
	kind: ground.reference.vocabularies.followUpKind?.[0]?.code,
	title: "Envoyer la synthèse",
	ownerId: ground.advisor.person?.id,
	dueOn: daysFrom(ground.today, 3),
});
const account = () => ({ id: newId(), tool: "employerPortal", event: "account", occurredOn: daysFrom(ground.today, -1), quantity: 1, source: "declared" });
const listed = async <T extends { id: string }>(path: string, id: string, nth = 0) =>
	(await ground.advisor.get<Page<T>>(filtered(path, `employerId==${ground.employers[nth]?.id}`, { limit: "500" }))).body.items.find((row) => row.id === id);

describe("consigner une visite", () => {
	it("deux besoins, une prochaine étape et un usage du Portail passent du rapport aux listes, sous leur identifiant", async () => {
		const [first, second, nextStep, use] = [need(3), need(null, 1), step(), account()];
		const { status, body: draft } = await log({ report: { needs: [first, second], nextSteps: [nextStep], toolUses: [use] } });
		expect([status, draft.status, draft.needs, draft.posts]).toEqual([201, "draft", 1, 3]);
		expect(draft.incomplete.map(({ path }) => path)).toEqual(["report.needs.1.posts"]);

		const needs = [first, { ...second, posts: 2, hourlyWageCents: 2450 }];
		const { body: filled } = await change(draft, { summary: "Deux postes de soir.", report: { ...draft.report, needs } });
		expect([filled.needs, filled.posts, filled.incomplete]).toEqual([2, 5, []]);
		const { status: done, body: completed } = await complete(filled);
		expect([done, completed.status, completed.completedOn]).toEqual([200, "completed", ground.today]);
		expect(await stored(draft.id)).toEqual(completed);

		const own = { employerId: ground.employers[0]?.id, employerName: ground.employers[0]?.name, visitId: draft.id };
		expect(await listed<LabourNeed>("/labour-needs", first.id)).toMatchObject({ ...own, posts: 3, openPosts: 3, occupationCode: first.occupationCode });
		expect(await listed<LabourNeed>("/labour-needs", second.id)).toMatchObject({ ...own, posts: 2, hourlyWageCents: 2450, recordedOn: ground.today });
		expect(await listed<FollowUp>("/follow-ups", nextStep.id)).toMatchObject({ ...own, title: nextStep.title, dueOn: nextStep.dueOn, doneOn: null });
		expect(await listed<ToolUse>("/tool-uses", use.id)).toMatchObject({ ...own, event: "account", source: "declared", recordedBy: ground.advisor.person?.id });
		expect(await listed<VisitRow>("/visits", draft.id)).toMatchObject({ status: "completed", needs: 2, posts: 5 });
	});

	it("compte dans la fiche de l’employeur", async () => {
		const before = (await ground.advisor.get(`/employers/${ground.employers[1]?.id}`)).body;
		await log({ report: { needs: [need(4)] } }, 1);
		const after = (await ground.advisor.get(`/employers/${ground.employers[1]?.id}`)).body;
		expect(after).toMatchObject({ openPosts: Number(before.openPosts) + 4, openNeeds: Number(before.openNeeds) + 1, lastVisitOn: ground.today });
	});

	it("une ligne retirée du brouillon reprend sa fiche", async () => {
		const nextStep = step();
		const { body: draft } = await log({ report: { nextSteps: [nextStep] } });
		expect(await listed("/follow-ups", nextStep.id)).toBeDefined();
		await change(draft, { report: { nextSteps: [] } });
		expect(await listed("/follow-ups", nextStep.id)).toBeUndefined();
	});

	it("une ligne enregistrée de nouveau sans changement ne touche pas à sa fiche", async () => {
		const line = need(2);
		const { body: draft } = await log({ report: { needs: [line] } });
		await change(draft, { summary: "Une phrase de plus.", report: { needs: [line] } });
		expect(await listed<LabourNeed>("/labour-needs", line.id)).toMatchObject({ version: 1 });
	});

	it("une visite se planifie à une date à venir", async () => {
		const occurredOn = daysFrom(ground.today, 9);
		expect((await log({ status: "planned", occurredOn })).body).toMatchObject({ status: "planned", occurredOn });
	});
});

describe("terminer un rapport", () => {
	it.each([
		["sans un mot", () => ({ headline: null, report: { needs: [need(1)], nextSteps: [step()] } }), ["summary"]],
		["sans besoin ni « aucun besoin »", () => ({ report: { nextSteps: [step()] } }), ["report.needs"]],
		["sans suite ni raison", () => ({ report: { needs: [need(1)] } }), ["report.nextSteps"]],
		["avec un besoin sans postes", () => ({ report: { needs: [need(1), need(null, 1)], nextSteps: [step()] } }), ["report.needs.1.posts"]],
		[
			"avec une mission sans nom",
			() => ({ report: { noNeed: true, nextSteps: [step()], toolUses: [{ ...account(), tool: "journeesQuebec", event: "tookPart" }] } }),
			["report.toolUses.0.mission"],
		],
		["avant qu’elle ait eu lieu", () => ({ occurredOn: daysFrom(ground.today, 1), report: { noNeed: true, nextSteps: [step()] } }), ["occurredOn"]],
	])("est refusé %s, à côté du champ, et rien ne change", async (_, fields, expected) => {
		const { body: draft } = await log(fields());
		const { status, body } = await complete(draft);
		expect([status, body.code, pathsOf(body)]).toEqual([422, "visit-incomplete", expected]);
		expect(body.errors?.every(({ message }) => /\p{L}+/u.test(message) && !/^[a-z-]+$/.test(message))).toBe(true);
		expect(await stored(draft.id)).toEqual(draft);
	});

	it("se date entre la visite et aujourd’hui", async () => {
		const { body: draft } = await log({ occurredOn: daysFrom(ground.today, -3), report: { noNeed: true, nextSteps: [step()] } });
		for (const day of [daysFrom(ground.today, 1), daysFrom(ground.today, -4)]) {
			const { status, body } = await complete(draft, day);
			expect([status, pathsOf(body)]).toEqual([400, ["completedOn"]]);
		}
		expect((await complete(draft, daysFrom(ground.today, -3))).status).toBe(200);
	});

	it("ne revient jamais en arrière", async () => {
		const { body: draft } = await log({ report: { noNeed: true, nextSteps: [step()] } });
		const { body: done } = await complete(draft);
		for (const answer of [await complete(done), await change(done, { status: "draft" })])
			expect([answer.status, answer.body.code]).toEqual([422, "visit-not-editable"]);
		expect(await stored(draft.id)).toEqual(done);
	});
});
