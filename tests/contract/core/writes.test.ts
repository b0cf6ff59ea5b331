import { beforeAll, describe, expect, it } from "vitest";
import type { Visit } from "#contract/visits.ts";
import { as, newId, type Page } from "../support.ts";
import { filtered, findGround, type Ground, type Problem, pathsOf, visitBody } from "./finding.ts";

let ground: Ground;
beforeAll(async () => {
	ground = await findGround();
});

type Reply = Visit & Problem;
const post = (body: Record<string, unknown>, visitor = ground.advisor) => visitor.post<Reply>("/visits", body);
const patch = (visit: Visit, body: Record<string, unknown>, init: { key?: string; ifMatch?: number } = { ifMatch: visit.version }) =>
	ground.advisor.patch<Reply>(`/visits/${visit.id}`, body, init);
const stored = async (id: string) => (await ground.advisor.get<Visit>(`/visits/${id}`)).body;
const visitsOfEmployer = async (nth: number) => (await ground.advisor.get<Page>(filtered("/visits", `employerId==${ground.employers[nth]?.id}`))).body.total;

describe("une demande répétée", () => {
	it("n’écrit qu’une fois et reçoit la même réponse", async () => {
		const before = await visitsOfEmployer(2);
		const body = visitBody(ground, {}, 2);
		const [first, second] = [await post(body), await post(body)];
		expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
		expect(await visitsOfEmployer(2)).toBe(before + 1);
	});

	it("dix fois en même temps n’écrit qu’une fois", async () => {
		const before = await visitsOfEmployer(2);
		const body = visitBody(ground, {}, 2);
		const answers = await Promise.all(Array.from({ length: 10 }, () => post(body)));
		expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
		expect(await visitsOfEmployer(2)).toBe(before + 1);
	});

	it("d’une modification ne la fait pas deux fois, même si la version a changé depuis", async () => {
		const { body: visit } = await post(visitBody(ground));
		const key = newId();
		const again = () => patch(visit, { summary: "Une fois" }, { key, ifMatch: visit.version });
		const [first, second] = [await again(), await again()];
		expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
		expect((await stored(visit.id)).version).toBe(visit.version + 1);
	});

	it("avec un autre contenu, ou par une autre personne, est refusée", async () => {
		const body = visitBody(ground);
		await post(body);
		const other = await post({ ...body, headline: "Autre chose" });
		expect([other.status, other.body.code]).toEqual([409, "key-reused"]);
		const stranger = await post(body, await as("manager"));
		expect([stranger.status, stranger.body.code]).toEqual([409, "key-reused"]);
		expect((await stored(body.id)).headline).toBe(body.headline);
	});

	it("après un refus peut servir de nouveau, corrigée", async () => {
		const body = visitBody(ground);
		expect((await post({ ...body, mode: "pigeon" })).status).toBe(400);
		expect((await post(body)).status).toBe(201);
	});

	it("porte une clé : l’identifiant de ce qui est créé", async () => {
		const body = visitBody(ground);
		for (const key of ["", "abc", newId()]) {
			const { status, body: refused } = await ground.advisor.post<Problem>("/visits", body, { headers: { "idempotency-key": key } });
			expect([key, status, pathsOf(refused)]).toEqual([key, 400, ["header.Idempotency-Key"]]);
		}
		expect((await ground.advisor.get(`/visits/${body.id}`)).status).toBe(404);
	});
});

describe("une modification", () => {
	it("dit quelle version elle a lue, sinon elle est refusée", async () => {
		const { body: visit } = await post(visitBody(ground));
		const { status, body } = await patch(visit, { summary: "Sans version" }, {});
		expect([status, body.code]).toEqual([428, "precondition-required"]);
		expect(await stored(visit.id)).toEqual(visit);
	});

	it("d’une fiche changée entre-temps est refusée et montre la fiche telle qu’elle est", async () => {
		const { body: visit } = await post(visitBody(ground));
		const { body: changed } = await patch(visit, { summary: "Premier" });
		const { status, body } = await patch(visit, { summary: "Second" });
		expect([status, body.code, body.current]).toEqual([412, "version-mismatch", changed]);
		expect(await stored(visit.id)).toEqual(changed);
	});

	it("donne la nouvelle version, dans la fiche et dans l’en-tête ETag", async () => {
		const { body: visit } = await post(visitBody(ground));
		const { body, headers } = await patch(visit, { summary: "Nouveau" });
		expect([body.version, headers.get("etag")]).toEqual([visit.version + 1, `"${visit.version + 1}"`]);
	});

	it("ne touche pas à ce qu’elle ne dit pas", async () => {
		const { body: visit } = await post(visitBody(ground, { durationMinutes: 45, report: { place: "À l’usine" } }));
		const { body } = await patch(visit, { summary: "Un mot" });
		expect(body).toMatchObject({ headline: visit.headline, durationMinutes: 45, report: { place: "À l’usine" }, occurredOn: visit.occurredOn });
	});

	it("de la visite d’une collègue est refusée sans rien changer ; une gestionnaire peut la corriger", async () => {
		const { body: visit } = await post(visitBody(ground));
		const change = { summary: "Pas la mienne" };
		const refused = await ground.colleague.patch<Reply>(`/visits/${visit.id}`, change, { ifMatch: visit.version });
		expect([refused.status, refused.body.code]).toEqual([403, "forbidden"]);
		expect(await stored(visit.id)).toEqual(visit);
		const manager = await as("manager");
		expect((await manager.patch(`/visits/${visit.id}`, change, { ifMatch: visit.version })).status).toBe(200);
	});
});

it("Une visite ne se consigne que par qui en fait partie", async () => {
	const body = visitBody(ground, { adviserIds: [ground.colleague.person?.id] });
	const { status, body: refused } = await post(body);
	expect([status, pathsOf(refused)]).toEqual([400, ["adviserIds"]]);
});
