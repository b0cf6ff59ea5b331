import { beforeAll, describe, expect, it } from "vitest";
import type { SupportCaseRow } from "#contract/support-cases.ts";
import { newId, type Page } from "../support.ts";
import { daysFrom, filtered, findGround, type Ground, type Problem, pathsOf } from "./finding.ts";

type Column = { stage: string; total: number; openPosts: number; sleeping: number; items: SupportCaseRow[] };
type Moved = SupportCaseRow & Problem & { stageChanges: Record<string, unknown>[]; evidence: Record<string, unknown>[] };

let ground: Ground;
let stages: string[];
beforeAll(async () => {
	ground = await findGround();
	stages = ground.reference.stages.map(({ code }) => code);
});

const board = async (query = "") => (await ground.advisor.get<{ columns: Column[] }>(`/support-cases/board?limit=500${query}`)).body.columns;
const list = async (filter: string) => (await ground.advisor.get<Page<SupportCaseRow>>(filtered("/support-cases", filter, { limit: "500" }))).body;
const read = async ({ id, employerId }: SupportCaseRow) => (await list(`employerId==${employerId}`)).items.find((row) => row.id === id);

describe("le tableau", () => {
	it("montre toutes les étapes dans l’ordre, même vides", async () => {
		expect(stages).toHaveLength(11);
		expect((await board()).map(({ stage }) => stage)).toEqual(stages);
		expect((await board("&q=zzzzzzzz")).map(({ stage, total, openPosts, items }) => [stage, total, openPosts, items.length])).toEqual(
			stages.map((stage) => [stage, 0, 0, 0]),
		);
	});

	it("compte la colonne entière : autant de dossiers, de postes et de dormants que la liste filtrée", async () => {
		for (const column of await board()) {
			const since = column.stage === "closed" ? `;closedOn=ge=${daysFrom(ground.today, -90)}` : "";
			const { items, total } = await list(`stage==${column.stage}${since}`);
			expect([column.stage, column.total]).toEqual([column.stage, total]);
			if (total > items.length) continue;
			expect(column.openPosts).toBe(items.reduce((sum, { openPosts }) => sum + openPosts, 0));
			expect(column.sleeping).toBe(items.filter(({ sleeping }) => sleeping).length);
			expect(column.items.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort());
		}
	});

	it("ne montre que les premières cartes, les dernières entrées d’abord, sans changer le compte", async () => {
		const whole = await board();
		const { body } = await ground.advisor.get<{ columns: Column[] }>("/support-cases/board?limit=2");
		for (const [index, column] of body.columns.entries()) {
			expect(column.items.map(({ id }) => id)).toEqual(whole[index]?.items.slice(0, 2).map(({ id }) => id));
			expect(column.total).toBe(whole[index]?.total);
		}
		for (const { items } of whole) {
			const days = items.map(({ stageEnteredOn }) => stageEnteredOn);
			expect(days).toEqual([...days].sort().reverse());
		}
	});

	it("dort ce qui est ouvert, sans pause, et sans trace depuis plus longtemps que l’étape ne le permet", async () => {
		const patience = new Map(ground.reference.stages.map(({ code, staleAfterDays }) => [code, staleAfterDays]));
		const { items } = await list("open==true");
		expect(items.some(({ sleeping }) => sleeping)).toBe(true);
		for (const item of items) {
			const quiet = (Date.parse(ground.today) - Date.parse(item.lastActivityOn)) / 86_400_000;
			const paused = item.pausedUntil !== null && item.pausedUntil >= ground.today;
			expect([item.id, item.sleeping]).toEqual([item.id, !paused && quiet > Number(patience.get(item.stage))]);
		}
	});

	it("nomme la profession dans la langue de qui lit", async () => {
		const first = (await list("openPosts=gt=0")).items.find(({ occupationCode }) => occupationCode !== null);
		const path = filtered("/support-cases", `employerId==${first?.employerId};stage==${first?.stage}`);
		const { body: english } = await ground.advisor.get<Page<SupportCaseRow>>(path, { headers: { "accept-language": "en-CA" } });
		const { body } = await ground.advisor.get<{ items: { labelFr: string; labelEn: string }[] }>(`/occupations?q=${first?.occupationCode}`);
		const label = english.items.find(({ id }) => id === first?.id)?.occupationLabel;
		expect([first?.occupationLabel, label]).toEqual([body.items[0]?.labelFr, body.items[0]?.labelEn]);
	});
});

describe("déplacer un dossier", () => {
	const move = (one: { id: string; version: number }, fields: Record<string, unknown>, who = ground.advisor, language = "fr-CA") =>
		who.post<Moved>(
			`/support-cases/${one.id}/moves`,
			{ id: newId(), movedOn: ground.today, ...fields },
			{ ifMatch: one.version, headers: { "accept-language": language } },
		);
	/** The last stage of the work: what is missing on the way there can only come from the person who moves. */
	const lastStage = () => stages.at(-2) as string;

	/** An open case of the advisor's, not at the end of the board and that has not been there. */
	async function findCase(): Promise<SupportCaseRow> {
		const { items } = await list(`open==true;advisorId==${ground.advisor.person?.id};stage!=${lastStage()}`);
		for (const one of items.filter(({ can }) => can.move)) {
			const { status } = await move(one, { toStage: lastStage() });
			if (status === 422) return one;
		}
		throw new Error("The core is judged with an open case of the advisor's that lacks something to go further.");
	}

	/** Refused, in those terms, and the case is what it was. */
	async function expectRefusal(one: SupportCaseRow, attempt: () => Promise<{ status: number; body: Problem }>, status: number, code: string) {
		const before = await read(one);
		const answer = await attempt();
		expect([answer.status, answer.body.code]).toEqual([status, code]);
		expect(await read(one)).toEqual(before);
		return answer.body;
	}

	it("est refusé en nommant chaque critère qui manque, puis accepté avec leurs preuves, et le tableau suit", async () => {
		const one = await findCase();
		const { missing = [] } = await expectRefusal(one, () => move(one, { toStage: lastStage() }), 422, "criteria-missing");
		const labels = new Map(ground.reference.criteria.map(({ code, labelFr, labelEn }) => [code, [labelFr, labelEn]]));
		expect(missing.length).toBeGreaterThan(0);
		expect(missing.map(({ label }) => label)).toEqual(missing.map(({ criterion }) => labels.get(criterion)?.[0]));
		const english = await expectRefusal(one, () => move(one, { toStage: lastStage() }, ground.advisor, "en-CA"), 422, "criteria-missing");
		expect(english.missing?.map(({ label }) => label)).toEqual(missing.map(({ criterion }) => labels.get(criterion)?.[1]));

		const evidence = missing.map(({ criterion }) => ({ id: newId(), criterion, occurredOn: ground.today, note: "Confirmé au téléphone" }));
		const part = await expectRefusal(one, () => move(one, { toStage: lastStage(), evidence: evidence.slice(1) }), 422, "criteria-missing");
		expect(part.missing).toEqual(missing.slice(0, 1));

		const count = async () => Object.fromEntries((await board()).map(({ stage, total }) => [stage, total]));
		const before = await count();
		const id = newId();
		const { status, body } = await move(one, { id, toStage: lastStage(), evidence });
		expect([status, body.stage, body.stageEnteredOn, body.version]).toEqual([200, lastStage(), ground.today, one.version + 1]);
		expect(body.stageChanges.at(-1)).toMatchObject({ id, fromStage: one.stage, toStage: lastStage(), movedBy: ground.advisor.person?.id });
		expect(body.evidence).toEqual(
			expect.arrayContaining(evidence.map(({ criterion }) => expect.objectContaining({ criterion, recordedBy: ground.advisor.person?.id }))),
		);
		expect(await read(one)).toMatchObject({ stage: lastStage(), version: body.version });
		expect((await ground.advisor.get<Moved>(`/support-cases/${one.id}`)).body).toEqual(body);
		const after = await count();
		expect([after[one.stage], after[lastStage()]]).toEqual([Number(before[one.stage]) - 1, Number(before[lastStage()]) + 1]);

		const back = { toStage: one.stage };
		const refused = await expectRefusal(one, () => move(body, back), 422, "reason-required");
		expect(pathsOf(refused)).toEqual(["reason"]);
		const returned = await move(body, { ...back, reason: "Déplacé par erreur" });
		expect([returned.status, returned.body.stage, returned.body.stageChanges.at(-1)?.reason]).toEqual([200, one.stage, "Déplacé par erreur"]);
	});

	it("répété avec la même clé ne s’écrit qu’une fois", async () => {
		const one = await findCase();
		const { missing = [] } = (await move(one, { toStage: lastStage() })).body;
		const evidence = missing.map(({ criterion }) => ({ id: newId(), criterion, occurredOn: ground.today, note: "Vu sur place" }));
		const fields = { id: newId(), toStage: lastStage(), evidence };
		const [first, second] = [await move(one, fields), await move(one, fields)];
		expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
		expect((await read(one))?.version).toBe(one.version + 1);
		await move(first.body, { toStage: one.stage, reason: "Retour après essai" });
	});

	it("ne va ni vers une étape inconnue, ni vers la même, ni dans le futur, ni à la fermeture sans dire pourquoi", async () => {
		const one = await findCase();
		const cases: [fields: Record<string, unknown>, path: string][] = [
			[{ toStage: "nulle-part" }, "toStage"],
			[{ toStage: one.stage }, "toStage"],
			[{ toStage: lastStage(), movedOn: daysFrom(ground.today, 1) }, "movedOn"],
			[{ toStage: "closed" }, "closeReason"],
		];
		for (const [fields, path] of cases) expect(pathsOf(await expectRefusal(one, () => move(one, fields), 400, "invalid-input"))).toEqual([path]);
	});

	it("dit la version lue ; une version dépassée montre le dossier tel qu’il est", async () => {
		const one = await findCase();
		const unread = await ground.advisor.post<Problem>(`/support-cases/${one.id}/moves`, { id: newId(), movedOn: ground.today, toStage: lastStage() });
		expect([unread.status, unread.body.code]).toEqual([428, "precondition-required"]);
		const stale = await expectRefusal(one, () => move({ ...one, version: one.version + 7 }, { toStage: lastStage() }), 412, "version-mismatch");
		expect(stale.current).toMatchObject({ id: one.id, stage: one.stage, version: one.version });
	});

	it("du dossier d’une collègue est refusé", async () => {
		const one = await findCase();
		await expectRefusal(one, () => move(one, { toStage: lastStage() }, ground.colleague), 403, "forbidden");
	});
});
