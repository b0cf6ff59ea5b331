import { beforeAll, describe, expect, it } from "vitest";
import type { FollowUp } from "#contract/follow-ups.ts";
import type { ImmigrationLine, ImmigrationLineChange } from "#contract/immigration-lines.ts";
import { addMonths } from "#contract/months.ts";
import type { Retention, RetentionCheck, RetentionMonths } from "#contract/retention.ts";
import { blankLine } from "../support/blank-bodies.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

type Problem = { errors?: { path: string; code: string; message: string }[] };
let advisor: Visitor;
let colleague: Visitor;
let today: string;
beforeAll(async () => {
	[advisor, colleague] = await Promise.all([as("advisor"), as("advisor", 1)]);
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});
const monthsAgo = (months: number) => addMonths(today, -months);
/** Somebody who has worked for so many months. */
async function add(months: number | null, fields: Record<string, unknown> = {}) {
	const startedOn = months === null ? null : monthsAgo(months);
	const reply = await advisor.post<ImmigrationLine>("/immigration-lines", {
		...{
			id: newId(),
			employerId: (await addEmployer(advisor)).id,
			...blankLine,
			label: "Soudeuse 1 – Tunisie",
			path: "openPermit",
			hiredOn: startedOn ?? monthsAgo(1),
			startedOn,
		},
		...fields,
	});
	expect(reply.status).toBe(201);
	return reply.body;
}
const change = ({ id, version }: ImmigrationLine, body: ImmigrationLineChange) =>
	advisor.patch<ImmigrationLine & Problem>(`/immigration-lines/${id}`, body, { ifMatch: version });
const say = ({ id }: ImmigrationLine, months: RetentionMonths, stillEmployed: boolean, knownOn = today, visitor = advisor) =>
	visitor.post<RetentionCheck & Problem>("/retention-checks", { id: newId(), immigrationLineId: id, months, knownOn, stillEmployed });
const known = async ({ id }: ImmigrationLine, visitor = advisor) => (await visitor.get<Retention>(`/immigration-lines/${id}/retention`)).body;
const states = async (line: ImmigrationLine) => (await known(line)).items.map(({ state }) => state);
const codes = ({ status, body }: { status: number; body: Problem }) => [status, ...(body.errors ?? []).map(({ path, code }) => `${path} ${code}`)];
const openOf = async ({ employerId }: ImmigrationLine) =>
	(await advisor.get<Page<FollowUp>>(`/follow-ups?filter=employerId==${employerId};done==false`)).body.items.map(({ ruleCode }) => ruleCode);

describe("ce qui est su d’une personne en poste", () => {
	it("après un, trois, six et douze mois : en emploi, inconnu, à venir ; par qui et depuis quand", async () => {
		const line = await add(7);
		expect(await known(line)).toMatchObject({ startedOn: monthsAgo(7), leftOn: null, can: { add: true } });
		expect(await states(line)).toEqual(["unknown", "unknown", "unknown", "toCome"]);
		const { status, body } = await say(line, 3, true);
		expect(status).toBe(201);
		expect(body).toMatchObject({
			months: 3,
			knownOn: today,
			stillEmployed: true,
			recordedById: advisor.person?.id,
			version: 1,
			can: { update: true, remove: true },
		});
		expect(await states(line)).toEqual(["employed", "employed", "unknown", "toCome"]);
		const { body: corrected } = await advisor.patch<RetentionCheck>(`/retention-checks/${body.id}`, { stillEmployed: false }, { ifMatch: 1 });
		expect([corrected.stillEmployed, corrected.version]).toEqual([false, 2]);
		expect(await states(line)).toEqual(["unknown", "left", "left", "left"]);
		expect((await advisor.patch(`/retention-checks/${body.id}`, { stillEmployed: true }, { ifMatch: 1 })).status).toBe(412);
		expect((await advisor.delete(`/retention-checks/${body.id}`, { ifMatch: 2 })).status).toBe(204);
		expect(await states(line)).toEqual(["unknown", "unknown", "unknown", "toCome"]);
	});

	it("ce qui contredit le dossier est refusé en mots, à côté de sa case", async () => {
		const line = await add(7);
		expect(codes(await say(await add(null), 1, true))).toEqual([400, "months work-not-started"]);
		expect(codes(await say(line, 12, true))).toEqual([400, "knownOn before-retention-day"]);
		expect(codes(await say(line, 6, true, monthsAgo(2)))).toEqual([400, "knownOn before-retention-day"]);
		const gone = await add(7, { endedOn: monthsAgo(5), endReason: "left" });
		expect(await states(gone)).toEqual(["employed", "left", "left", "left"]);
		const refused = await say(gone, 3, true);
		expect(codes(refused)).toEqual([400, "stillEmployed against-departure"]);
		expect(refused.body.errors?.every(({ message }) => /\.$/.test(message))).toBe(true);
		expect(codes(await say(gone, 1, false))).toEqual([400, "stillEmployed against-departure"]);
		expect((await say(line, 3, true)).status).toBe(201);
		expect(codes(await say(line, 3, true))).toEqual([400, "months retention-said"]);
		expect(codes(await say(line, 1, false))).toEqual([400, "stillEmployed against-retention"]);
		// Nor may the line gainsay what is known of it.
		expect(codes(await change(line, { endedOn: monthsAgo(5), endReason: "left" }))).toEqual([400, "endedOn against-retention"]);
		expect(codes(await change(line, { startedOn: monthsAgo(2) }))).toEqual([400, "startedOn against-retention"]);
		expect((await change(line, { endedOn: today, endReason: "left" })).status).toBe(200);
		expect(await states(line)).toEqual(["employed", "employed", "employed", "left"]);
	});

	it("dire ce qui est su ferme le suivi qui le demandait, une seule fois ; le retirer le rouvre", async () => {
		const line = await add(1);
		expect(await openOf(line)).toEqual(["employment1", "employment3", "employment6", "employment12"]);
		const { body } = await say(line, 1, true);
		expect(await openOf(line)).toEqual(["employment3", "employment6", "employment12"]);
		expect((await advisor.delete(`/retention-checks/${body.id}`, { ifMatch: 1 })).status).toBe(204);
		expect(await openOf(line)).toEqual(["employment1", "employment3", "employment6", "employment12"]);
		await say(line, 1, false);
		expect(await openOf(line)).toEqual([]);
	});

	it("une collègue le lit sans l’écrire", async () => {
		const line = await add(7);
		expect((await known(line, colleague)).can).toEqual({ add: false });
		expect((await say(line, 1, true, today, colleague)).status).toBe(403);
		expect(await states(line)).toEqual(["unknown", "unknown", "unknown", "toCome"]);
		const { body } = await say(line, 1, true);
		expect((await colleague.patch(`/retention-checks/${body.id}`, { stillEmployed: false }, { ifMatch: 1 })).status).toBe(403);
		expect((await colleague.delete(`/retention-checks/${body.id}`, { ifMatch: 1 })).status).toBe(403);
		expect((await known(line)).items[0]?.check?.stillEmployed).toBe(true);
	});
});

describe("le chiffre I12", () => {
	it("est la part encore en emploi de ceux dont on le sait, à 3, 6 et 12 mois ; l’inconnu à part ; chaque nombre a sa liste", async () => {
		const occupationCode = "72106";
		const of = async (id: string) => {
			const by = `asOf=${today}&filter=occupationCode==${occupationCode}`;
			const [{ body: measure }, { body: rows }] = await Promise.all([
				advisor.get<{ value: number | null; parts: { keys: string[]; value: number }[] }>(`/indicators/${id}?asOf=${today}&by=occupationCode`),
				advisor.get<Page>(`/indicators/${id}/rows?${by}&limit=1`),
			]);
			const value = measure.parts.find(({ keys }) => keys[0] === occupationCode)?.value ?? 0;
			expect(rows.total ?? value).toBe(value);
			return value;
		};
		const ids = ["Three", "Six", "Twelve"].flatMap((at) => ["employed", "known", "unknown"].map((part) => `I12-${part}${at}`));
		const all = async () => Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await of(id)] as const)));
		const before = await all();
		const nothing = await add(13, { occupationCode });
		expect(nothing.state).toBe("atWork");
		await say(await add(13, { occupationCode }), 12, true);
		await say(await add(7, { occupationCode }), 6, true);
		await add(13, { occupationCode, endedOn: monthsAgo(9), endReason: "left" });
		await say(await add(4, { occupationCode }), 3, false);
		await add(2, { occupationCode });
		const after = await all();
		const added = Object.fromEntries(ids.map((id) => [id, (after[id] ?? 0) - (before[id] ?? 0)]));
		expect(added).toEqual({
			...{ "I12-employedThree": 3, "I12-knownThree": 4, "I12-unknownThree": 1 },
			...{ "I12-employedSix": 2, "I12-knownSix": 3, "I12-unknownSix": 1 },
			...{ "I12-employedTwelve": 1, "I12-knownTwelve": 2, "I12-unknownTwelve": 1 },
		});
		for (const [id, at] of [
			["I12-three", "Three"],
			["I12-six", "Six"],
			["I12", "Twelve"],
		] as const) {
			const { body } = await advisor.get<{ value: number; parts: { keys: string[]; value: number }[] }>(`/indicators/${id}?asOf=${today}&by=occupationCode`);
			expect(body.parts.find(({ keys }) => keys[0] === occupationCode)?.value).toBeCloseTo((after[`I12-employed${at}`] ?? 0) / (after[`I12-known${at}`] ?? 1));
		}
		expect((await advisor.get<{ parts: unknown[] }>(`/indicators/I12?asOf=${today}&by=mrcCode`)).body.parts.length).toBeGreaterThan(0);
	});
});
