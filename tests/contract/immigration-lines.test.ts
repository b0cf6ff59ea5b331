import { beforeAll, describe, expect, it } from "vitest";
import type { ImmigrationLine, ImmigrationLineChange } from "#contract/immigration-lines.ts";
import { blankLine } from "../support/blank-bodies.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string; message: string }[] };
type Reply = ImmigrationLine & Problem;

let advisor: Visitor;
let colleague: Visitor;
let manager: Visitor;
let employerId: string;
beforeAll(async () => {
	[advisor, colleague, manager] = await Promise.all([as("advisor"), as("advisor", 1), as("manager")]);
	employerId = (await addEmployer(advisor)).id;
});

const add = (fields: Record<string, unknown> = {}, visitor = advisor) =>
	visitor.post<Reply>("/immigration-lines", {
		id: newId(),
		employerId,
		...blankLine,
		label: "Soudeuse 1 – Tunisie",
		path: "tfwp",
		hiredOn: "2026-01-05",
		...fields,
	});
const change = ({ id, version }: { id: string; version: number }, body: ImmigrationLineChange, visitor = advisor) =>
	visitor.patch<Reply>(`/immigration-lines/${id}`, body, { ifMatch: version });

describe("suivre une personne embauchée", () => {
	it("sous une étiquette, étape par étape ; l’état est celui de la dernière ; la fin dit pourquoi", async () => {
		const { status, body } = await add({ country: "TN", occupationCode: "72106", stream: "regular" });
		expect(status).toBe(201);
		expect(body).toMatchObject({ state: "hired", label: "Soudeuse 1 – Tunisie", version: 1, can: { update: true } });
		expect(body.occupationLabel).toMatch(/^Soudeurs/);
		const filed = (await change(body, { filedOn: "2026-02-01" })).body;
		expect([filed.state, filed.version]).toEqual(["filed", 2]);
		const decided = (await change(filed, { decidedOn: "2026-05-01", caqOn: "2026-05-12" })).body;
		expect(decided.state).toBe("selected");
		const ended = (await change(decided, { endedOn: "2026-06-01", endReason: "refusedPermit" })).body;
		expect(ended.state).toBe("ended");
		const { body: history } = await advisor.get<{ items: unknown[] }>(`/history/immigrationLine/${body.id}`);
		expect(history.items.length).toBeGreaterThanOrEqual(4);
		const listed = (await advisor.get<Page<ImmigrationLine>>(`/immigration-lines?filter=employerId==${employerId};endReason==refusedPermit`)).body;
		expect(listed.items.map(({ id }) => id)).toEqual([body.id]);
	});

	it.each([
		[{ label: "Ahmed 123456789" }, "label", "identifier-in-label"],
		[{ label: "UCI 1234-5678" }, "label", "identifier-in-label"],
		[{ label: "AB123456" }, "label", "identifier-in-label"],
		[{ label: "" }, "label", "required"],
		[{ path: "autre" }, "path", "code"],
		[{ hiredOn: "2099-01-01" }, "hiredOn", "date-in-future"],
		[{ arrivedOn: "2026-02-01" }, "permitApprovedOn", "step-needed"],
		[{ filedOn: "2025-12-01" }, "filedOn", "step-before-last"],
		[{ csqOn: "2026-02-01" }, "csqOn", "step-not-of-path"],
		[{ endedOn: "2026-02-01" }, "endReason", "required"],
		[{ labourNeedId: "11111111-1111-4111-8111-111111111111" }, "labourNeedId", "unknown-reference"],
		[{ missionId: "11111111-1111-4111-8111-111111111111" }, "missionId", "unknown-reference"],
		[{ occupationCode: "00000" }, "occupationCode", "unknown-reference"],
	])("refuse %o à côté du champ, en mots", async (fields, path, code) => {
		const { status, body } = await add(fields);
		expect(status).toBe(400);
		expect(body.errors?.map((error) => [error.path, error.code])).toContainEqual([path, code]);
		expect(body.errors?.every(({ message }) => /\.$/.test(message))).toBe(true);
	});

	it("il n’y a pas de champ pour un nom ni pour un numéro", async () => {
		for (const field of ["name", "uci", "passport", "permitNumber"]) expect((await add({ [field]: "X" })).status).toBe(400);
	});

	it("avant la mission où elle aurait été faite, une embauche est refusée", async () => {
		const { items } = (await manager.get<Page<{ id: string; startsOn: string }>>("/missions?sort=-startsOn&limit=1")).body;
		const { status, body } = await add({ missionId: items[0]?.id });
		expect([status, body.errors?.map(({ path, code }) => [path, code])]).toEqual([400, [["hiredOn", "before-mission"]]]);
	});

	it("ce qui clochait déjà et n’est pas touché n’empêche pas une note ; touché, ou fait ailleurs, c’est refusé", async () => {
		const mission = { ...(await manager.get<Page<Record<string, unknown>>>("/missions?sort=-startsOn&limit=1")).body.items[0] };
		const id = newId();
		const { isReference: _, stage: __, employers: ___, tookPart: ____, version: _____, can: ______, ...fields } = mission;
		const dates = { startsOn: "2026-01-05", endsOn: "2026-01-06", registrationDeadlineOn: null, applicationDeadlineOn: null };
		const { body: held } = await manager.post<{ version: number }>("/missions", { ...fields, ...dates, id, name: `Mission remise ${id}` });
		const { body: line } = await add({ missionId: id });
		expect(line.missionId).toBe(id);
		expect((await manager.patch(`/missions/${id}`, { startsOn: "2026-02-05", endsOn: "2026-02-06" }, { ifMatch: held.version })).status).toBe(200);
		const noted = await change(line, { note: "La mission a été remise." });
		expect(noted.status).toBe(200);
		const moved = await change(noted.body, { hiredOn: "2026-01-06" });
		expect(moved.body.errors?.map(({ path, code }) => [path, code])).toEqual([["hiredOn", "before-mission"]]);
		const elsewhere = (await add()).body;
		expect((await change(elsewhere, { missionId: id })).body.errors?.map(({ path }) => path)).toEqual(["hiredOn"]);
	});

	it("une collègue la lit sans l’écrire ; deux versions se disputent", async () => {
		const { body } = await add();
		expect((await colleague.get<ImmigrationLine>(`/immigration-lines/${body.id}`)).body.can).toEqual({ update: false });
		expect((await change(body, { note: "Vu" }, colleague)).status).toBe(403);
		expect((await change(body, { note: "Vue" })).body.note).toBe("Vue");
		expect((await change(body, { note: "Revue" })).status).toBe(412);
	});
});

describe("les délais de chaque étape", () => {
	it("sont comptés de l’étape d’avant que l’on connaît : la médiane, et ce que neuf sur dix ne dépassent pas", async () => {
		const own = (await addEmployer(advisor)).id;
		for (const days of ["2026-01-11", "2026-01-15", "2026-02-04"]) expect((await add({ employerId: own, filedOn: days })).status).toBe(201);
		expect((await add({ employerId: own, advertisedOn: "2026-01-06", filedOn: "2026-01-16" })).status).toBe(201);
		const { body } = await advisor.get<{ items: unknown[] }>(`/immigration-lines/delays?filter=employerId==${own}`);
		expect(body.items).toEqual([
			{ path: "tfwp", from: "hiredOn", to: "advertisedOn", lines: 1, median: 1, p90: 1 },
			{ path: "tfwp", from: "hiredOn", to: "filedOn", lines: 3, median: 10, p90: 26 },
			{ path: "tfwp", from: "advertisedOn", to: "filedOn", lines: 1, median: 10, p90: 10 },
		]);
	});
});

describe("la médiane et le neuvième décile", () => {
	it("tombent entre deux délais quand le nombre de dossiers le veut", async () => {
		const own = (await addEmployer(advisor)).id;
		// One, two, three and ten days after the accepted offer.
		for (const filedOn of ["2026-01-06", "2026-01-07", "2026-01-08", "2026-01-15"]) expect((await add({ employerId: own, filedOn })).status).toBe(201);
		const { body } = await advisor.get<{ items: unknown[] }>(`/immigration-lines/delays?filter=employerId==${own}`);
		expect(body.items).toEqual([{ path: "tfwp", from: "hiredOn", to: "filedOn", lines: 4, median: 2.5, p90: expect.closeTo(7.9, 6) }]);
	});
});

describe("les chiffres I10 et I11", () => {
	it("comptent ce que leurs listes montrent : en cours au jour choisi, ouverts, décidés, refusés et arrivés pendant la période", async () => {
		const of = async (id: string) => {
			const query = "fiscalYear=2025-2026&asOf=2026-03-31";
			const [{ body: measure }, { body: rows }] = await Promise.all([
				advisor.get<{ value: number | null }>(`/indicators/${id}?${query}`),
				advisor.get<Page<{ title: string; detail: string | null }>>(`/indicators/${id}/rows?${query}&limit=1`),
			]);
			return { value: measure.value, total: rows.total };
		};
		const ids = ["I10", "I10-opened", "I10-decided", "I10-refused", "I11"];
		const before = Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await of(id)] as const)));
		for (const { value, total } of Object.values(before)) expect(total).toBe(value);
		await add({ hiredOn: "2025-06-01" });
		await add({ hiredOn: "2025-06-01", filedOn: "2025-07-01", decidedOn: "2025-10-01" });
		await add({ hiredOn: "2025-06-01", filedOn: "2025-07-01", decidedOn: "2025-10-01", endedOn: "2025-12-01", endReason: "refusedPermit" });
		await add({ path: "imp", hiredOn: "2025-06-01", permitFiledOn: "2025-07-01", permitApprovedOn: "2025-10-01", arrivedOn: "2026-02-01" });
		// After the day: not yet known of.
		await add({ hiredOn: "2026-04-02" });
		const change = { I10: 3, "I10-opened": 4, "I10-decided": 2, "I10-refused": 1, I11: 1 };
		for (const [id, more] of Object.entries(change)) {
			const { value, total } = await of(id);
			expect([id, value, total]).toEqual([id, (before[id]?.value ?? 0) + more, value]);
		}
		const delay = await advisor.get<{ value: number | null }>("/indicators/I10-delay?fiscalYear=2025-2026");
		expect(delay.body.value).toBeGreaterThan(0);
	});
});
