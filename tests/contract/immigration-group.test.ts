import { beforeAll, describe, expect, it } from "vitest";
import type { FollowUp } from "#contract/follow-ups.ts";
import type { ImmigrationLine } from "#contract/immigration-lines.ts";
import { noStep } from "../support/blank-bodies.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

type Reply = { created?: number; code?: string; errors?: { path: string; code: string; message: string }[] };

let advisor: Visitor;
let colleague: Visitor;
beforeAll(async () => {
	[advisor, colleague] = await Promise.all([as("advisor"), as("advisor", 1)]);
});

const line = (rank: number, fields: Record<string, unknown> = {}) => ({
	id: newId(),
	label: `Soudeur ${rank} – Tunisie`,
	...noStep,
	hiredOn: "2026-01-05",
	permitExpiresOn: null,
	...fields,
});
const common = { labourNeedId: null, missionId: null, path: "tfwp", stream: "regular", country: "TN", occupationCode: "72106" };
const group = (employerId: string, lines: object[], fields: Record<string, unknown> = {}, visitor = advisor, key = newId()) =>
	visitor.post<Reply>("/immigration-lines/group", { employerId, ...common, lines, ...fields }, { key });
const linesOf = async (employerId: string) =>
	(await advisor.get<Page<ImmigrationLine>>(`/immigration-lines?filter=employerId==${employerId}&sort=label&limit=200`)).body.items;
const faults = ({ body }: { body: Reply }) => (body.errors ?? []).map(({ path, code }) => `${path} ${code}`);

describe("une embauche de groupe", () => {
	it("suit cent personnes d’un coup, chacune à son étape, et se reprend d’un geste", async () => {
		const { id } = await addEmployer(advisor);
		const key = newId();
		const lines = Array.from({ length: 100 }, (_, rank) => line(rank, rank % 2 ? { filedOn: "2026-02-01", decidedOn: "2026-04-01" } : {}));
		const reply = await group(id, lines, {}, advisor, key);
		expect([reply.status, reply.body]).toEqual([201, { created: 100 }]);
		const all = await linesOf(id);
		expect(all).toHaveLength(100);
		expect(new Set(all.map(({ state }) => state))).toEqual(new Set(["hired", "decided"]));
		expect(all.every(({ country, stream, occupationCode, can }) => country === "TN" && stream === "regular" && occupationCode === "72106" && can.update)).toBe(
			true,
		);
		expect((await group(id, lines, {}, advisor, key)).body).toEqual({ created: 100 });
		expect(await linesOf(id)).toHaveLength(100);
		expect((await advisor.post(`/batches/${key}/undo`, undefined)).status).toBe(200);
		expect(await linesOf(id)).toEqual([]);
	});

	it("appelle les suivis de chacune, et sa fiche les nomme", async () => {
		const { id } = await addEmployer(advisor);
		const { today } = (await advisor.get<{ today: string }>("/reference")).body;
		const lines = [line(1, { hiredOn: "2026-01-05", filedOn: today }), line(2)];
		expect((await group(id, lines)).status).toBe(201);
		const of = async (lineId?: string) => (await advisor.get<Page<FollowUp>>(`/follow-ups?filter=lineId==${lineId};done==false`)).body.items;
		const [first] = await of(lines[0]?.id);
		expect(first).toMatchObject({ ruleCode: "lmiaStatus", origin: "catalogue", employerId: id, title: expect.stringContaining("Soudeur 1") });
		expect(await of(lines[1]?.id)).toEqual([]);
	});

	it("ce qui cloche se dit par rangée et par champ, et rien n’est écrit", async () => {
		const { id } = await addEmployer(advisor);
		const reply = await group(id, [line(1), line(2, { hiredOn: "2099-01-01" }), line(3, { decidedOn: "2026-03-01" }), line(4, { arrivedOn: "2026-03-01" })]);
		expect([reply.status, faults(reply)]).toEqual([
			400,
			["lines.1.hiredOn date-in-future", "lines.2.filedOn step-needed", "lines.3.permitApprovedOn step-needed"],
		]);
		expect(reply.body.errors?.[0]?.message).toMatch(/[a-zé]{3}/);
		const named = await group(id, [line(1, { label: "Passeport AB1234567" })]);
		expect(faults(named)).toEqual(["lines.0.label identifier-in-label"]);
		expect(await linesOf(id)).toEqual([]);
	});

	it("ce qui est commun est en faute une fois : un volet d’un autre parcours, le besoin d’un autre employeur, une mission inconnue", async () => {
		const { id } = await addEmployer(advisor);
		const two = () => [line(1), line(2)];
		expect(faults(await group(id, two(), { path: "imp" }))).toEqual(["stream stream-not-of-path"]);
		expect(faults(await group(id, two(), { labourNeedId: newId() }))).toEqual(["labourNeedId unknown-reference"]);
		expect(faults(await group(id, two(), { missionId: newId() }))).toEqual(["missionId unknown-reference"]);
		expect(faults(await group(id, two(), { country: "ZZ" }))).toEqual(["country code"]);
		expect(faults(await group(id, []))).toEqual(["lines required"]);
	});

	it("ne s’écrit que par qui suit l’employeur", async () => {
		const { id } = await addEmployer(advisor);
		expect((await group(id, [line(1)], {}, colleague)).status).toBe(403);
	});
});
