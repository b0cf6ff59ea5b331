import { beforeAll, describe, expect, it } from "vitest";
import type { LabourNeed } from "#contract/labour-needs.ts";
import type { SimplifiedList, WageThreshold } from "#contract/need-marks.ts";
import { addEmployer, as, newId, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string; message: string }[] };
type Marks = { thresholds: WageThreshold[]; lists: SimplifiedList[]; can: Record<string, boolean> };

let advisor: Visitor;
let manager: Visitor;
beforeAll(async () => {
	advisor = await as("advisor");
	manager = await as("manager");
});

/** A need bears the day of the visit during which it was noted. */
async function needOf(occurredOn: string, fields: Record<string, unknown>): Promise<LabourNeed> {
	const employer = await addEmployer(advisor);
	const line = { id: newId(), occupationCode: "94141", posts: 2, ...fields };
	const visit = { id: newId(), status: "draft", employerIds: [employer.id], adviserIds: [advisor.person?.id], mode: "onSite", occurredOn };
	expect((await advisor.post("/visits", { ...visit, report: { needs: [line] } })).status).toBe(201);
	return (await advisor.get<LabourNeed>(`/labour-needs/${line.id}`)).body;
}
const marks = async () => (await advisor.get<Marks>("/need-marks")).body;

describe("les repères d’un besoin, à sa date", () => {
	it.each([
		["2021-11-15", 2500, { side: "high", thresholdCents: 2308, validFrom: "2021-11-01", isValidated: false }],
		["2021-11-15", 2307, { side: "low", thresholdCents: 2308, validFrom: "2021-11-01", isValidated: false }],
		["2024-04-02", 2500, { side: "low", thresholdCents: 2747, validFrom: "2024-04-02", isValidated: false }],
		["2021-10-31", 2500, null],
		["2021-11-15", null, null],
	])("le %s, à %s ¢ l’heure : %o", async (day, hourlyWageCents, hint) => {
		expect((await needOf(day, { hourlyWageCents })).wageHint).toEqual(hint);
	});

	it.each([
		["2022-05-24", "94141", { isListed: true, validFrom: "2022-05-24", isValidated: false }],
		["2022-05-24", "72106", { isListed: false, validFrom: "2022-05-24", isValidated: false }],
		["2022-05-23", "94141", null],
	])("le %s, la profession %s : %o", async (day, occupationCode, hint) => {
		expect((await needOf(day, { occupationCode })).simplifiedHint).toEqual(hint);
	});
});

describe("tenir les repères à jour", () => {
	it("un nouveau seuil change ce qui est dit des besoins depuis son jour, et d’eux seuls", async () => {
		const [before, since] = [await needOf("2025-07-01", { hourlyWageCents: 3400 }), await needOf("2025-07-02", { hourlyWageCents: 3400 })];
		expect([before.wageHint?.side, since.wageHint?.side]).toEqual(["high", "high"]);
		const id = newId();
		const added = await manager.post<WageThreshold>("/wage-thresholds", { id, validFrom: "2025-07-02", cents: 3462, source: "Canada.ca", isValidated: true });
		expect([added.status, added.body.can]).toEqual([201, { update: true, remove: true }]);
		const hint = async (need: LabourNeed) => (await advisor.get<LabourNeed>(`/labour-needs/${need.id}`)).body.wageHint;
		expect(await hint(before)).toMatchObject({ side: "high", thresholdCents: 3296 });
		expect(await hint(since)).toEqual({ side: "low", thresholdCents: 3462, validFrom: "2025-07-02", isValidated: true });
		const corrected = await manager.patch<WageThreshold>(`/wage-thresholds/${id}`, { cents: 3400 }, { ifMatch: added.body.version });
		expect(corrected.body.version).toBe(2);
		expect(await hint(since)).toMatchObject({ side: "high", thresholdCents: 3400 });
		expect((await manager.delete(`/wage-thresholds/${id}`, { ifMatch: 2 })).status).toBe(204);
		expect(await hint(since)).toMatchObject({ thresholdCents: 3296 });
	});

	it("une nouvelle liste vaut depuis son jour", async () => {
		const need = await needOf("2025-03-01", { occupationCode: "72106" });
		const id = newId();
		const body = { id, validFrom: "2025-02-24", occupationCodes: ["72106"], source: "Québec.ca", isValidated: true };
		expect((await manager.post("/simplified-lists", body)).status).toBe(201);
		expect((await advisor.get<LabourNeed>(`/labour-needs/${need.id}`)).body.simplifiedHint).toEqual({
			isListed: true,
			validFrom: "2025-02-24",
			isValidated: true,
		});
		expect((await manager.delete(`/simplified-lists/${id}`, { ifMatch: 1 })).status).toBe(204);
	});

	it.each([
		["/wage-thresholds", { validFrom: "2021-11-01", cents: 2400, source: "x", isValidated: false }, "validFrom day-taken"],
		["/wage-thresholds", { validFrom: "2029-01-01", cents: 0, source: "x", isValidated: false }, "cents too-small"],
		["/wage-thresholds", { validFrom: "2029-01-01", cents: 2400, source: "", isValidated: false }, "source required"],
		["/simplified-lists", { validFrom: "2029-01-01", occupationCodes: ["00000"], source: "x", isValidated: false }, "occupationCodes unknown-reference"],
		["/simplified-lists", { validFrom: "2029-01-01", occupationCodes: [], source: "x", isValidated: false }, "occupationCodes required"],
	])("%s refuse %o à côté du champ", async (path, body, fault) => {
		const before = await marks();
		const refused = await manager.post<Problem>(path, { id: newId(), ...body });
		expect([refused.status, refused.body.errors?.map((one) => `${one.path} ${one.code}`)]).toEqual([400, [fault]]);
		expect(await marks()).toEqual(before);
	});

	it("se lisent par les conseillères et conseillers, et ne s’écrivent que par la gestion", async () => {
		const { thresholds, can } = await marks();
		expect([can, thresholds.every((one) => !one.can.update), thresholds.map(({ validFrom }) => validFrom)]).toEqual([
			{ add: false },
			true,
			thresholds
				.map(({ validFrom }) => validFrom)
				.sort()
				.reverse(),
		]);
		expect((await advisor.delete(`/wage-thresholds/${thresholds[0]?.id}`, { ifMatch: 1 })).status).toBe(403);
	});
});

describe("le logement", () => {
	it("se note avec le besoin, se corrige et se filtre ; un autre mot est refusé", async () => {
		const need = await needOf("2026-01-15", { housing: "offered" });
		expect(need.housing).toBe("offered");
		const found = async (code: string) =>
			(await advisor.get<{ total: number }>(`/labour-needs?limit=1&filter=${encodeURIComponent(`employerId==${need.employerId};housing==${code}`)}`)).body
				.total;
		expect([await found("offered"), await found("toFind")]).toEqual([1, 0]);
		await advisor.patch(`/labour-needs/${need.id}`, { housing: "toFind" }, { ifMatch: need.version });
		expect([await found("offered"), await found("toFind")]).toEqual([0, 1]);
		const refused = await advisor.patch<Problem>(`/labour-needs/${need.id}`, { housing: "caravane" }, { ifMatch: need.version + 1 });
		expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([400, "housing"]);
	});
});
