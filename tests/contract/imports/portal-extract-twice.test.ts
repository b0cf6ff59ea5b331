import { beforeAll, describe, expect, it } from "vitest";
import { addSpan } from "#contract/business-days.ts";
import type { DataImport } from "#contract/imports.ts";
import type { ToolUse } from "#contract/tool-uses.ts";
import { csvOf } from "../../support/import-files.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "../support.ts";
import { act, checked, type ExtractRow, extractOf, rowsOf } from "./bringing.ts";

let manager: Visitor;
let advisor: Visitor;
let today: string;
const ago = (days: number) => addSpan(today, { count: -days, unit: "day" });
beforeAll(async () => {
	[manager, advisor] = await Promise.all([as("manager"), as("advisor")]);
	today = (await manager.get<{ today: string }>("/reference")).body.today;
});

const run = Date.now() % 100_000;
const neqOf = (index: number) => `22${String(run).padStart(5, "0")}${String(index).padStart(3, "0")}`;
const bringExtract = (...rows: ExtractRow[]) => checked(manager, extractOf(ago(1), ...rows), { target: "portalExtract", fileName: "extrait.csv" });
const applied = async (...rows: ExtractRow[]) => act(manager, (await bringExtract(...rows)).id, "apply");
const usesOf = async (employerId: string) =>
	(await manager.get<Page<ToolUse>>(`/tool-uses?filter=employerId==${employerId}`)).body.items
		.map(({ event, occurredOn, quantity, source }) => `${event} ${occurredOn} ${quantity} ${source}`)
		.sort();
const record = (employerId: string, event: string, occurredOn: string, fields: Record<string, unknown> = {}) =>
	advisor.post<ToolUse>("/tool-uses", {
		...{ id: newId(), employerId, tool: "employerPortal", event, occurredOn, quantity: 1, mission: null, source: "declared", note: null },
		...fields,
	});
const match = (id: string, row: string | undefined, employerId: string) =>
	manager.post<DataImport>(`/imports/${id}/choices`, { rows: [row], choice: "update", employerId });
const outcomesOf = async (id: string) => (await rowsOf(manager, id)).items.map(({ outcome, errors }) => [outcome, ...errors.map(({ code }) => code)].join(" "));

describe("plusieurs lignes d’un même employeur", () => {
	it("5 puis 3 le même jour : la seconde est laissée de côté avec ses mots, le reste de l’extrait s’applique", async () => {
		const neq = neqOf(1);
		const { id } = await addEmployer(advisor, { neq });
		const other = await addEmployer(advisor, { neq: neqOf(2) });
		const ready = await bringExtract({ neq, searches: "5" }, { neq, searches: "3" }, { neq: neqOf(2), searches: "7" }, { neq, contacts: "2" });
		expect(await outcomesOf(ready.id)).toEqual(["update", "skip import-same-as-row", "update", "update"]);
		expect(await act(manager, ready.id, "apply")).toMatchObject({ state: "applied", counts: { update: 3, skip: 1 } });
		expect(await usesOf(id)).toEqual([`contact ${ago(1)} 2 extract`, `search ${ago(1)} 5 extract`]);
		expect(await usesOf(other.id)).toEqual([`search ${ago(1)} 7 extract`]);
	});

	it("une ligne ajoute l’employeur, une autre, tout de suite ou bien plus bas, son téléphone et son effectif", async () => {
		const neq = neqOf(3);
		const headings = ["Employeur", "NEQ", "Municipalité", "Téléphone", "Nb employés"];
		const name = `Scierie ${newId().slice(0, 8)}`;
		const others = Array.from({ length: 60 }, (_, index) => [`Autre ${index} ${newId().slice(0, 8)}`, "", "Saint-Hyacinthe", "", ""]);
		const content = csvOf([
			headings,
			[name, neq, "Saint-Hyacinthe", "", ""],
			[name, neq, "Saint-Hyacinthe", "450 555-0123", ""],
			...others,
			[name, neq, "Saint-Hyacinthe", "", "44"],
		]);
		const ready = await checked(manager, content);
		expect(ready.counts).toMatchObject({ create: 61, update: 2, error: 0 });
		expect(await act(manager, ready.id, "apply")).toMatchObject({ state: "applied", counts: { create: 61, update: 2, error: 0 } });
		const { items } = (await manager.get<Page<{ id: string; employeeCount: number }>>(`/employers?q=${neq}`)).body;
		expect(items).toMatchObject([{ employeeCount: 44 }]);
		expect((await manager.get<{ phone: string }>(`/employers/${items[0]?.id}`)).body.phone).toBe("+14505550123");
	});

	it("deux lignes rapprochées au même employeur ne comptent qu’une fois ; l’une rapprochée ailleurs, l’autre est vérifiée de nouveau", async () => {
		const [one, another] = await Promise.all([addEmployer(advisor, { neq: neqOf(4) }), addEmployer(advisor, { neq: neqOf(5) })]);
		const ready = await bringExtract({ name: `Inconnue ${newId()}`, searches: "5" }, { name: `Autre ${newId()}`, searches: "3" });
		const [first, second] = (await rowsOf(manager, ready.id)).items;
		await match(ready.id, second?.id, one.id);
		expect(await outcomesOf(ready.id)).toEqual(["skip import-employer-to-match", "update"]);
		await match(ready.id, first?.id, one.id);
		expect(await outcomesOf(ready.id)).toEqual(["update", "skip import-same-as-row"]);
		await match(ready.id, first?.id, another.id);
		expect(await outcomesOf(ready.id)).toEqual(["update", "update"]);
		await match(ready.id, first?.id, one.id);
		await act(manager, ready.id, "apply");
		expect(await usesOf(one.id)).toEqual([`search ${ago(1)} 5 extract`]);
		expect(await usesOf(another.id)).toEqual([]);
	});

	it("rapprochée après l’application à un employeur que le fichier a déjà dit, une ligne d’autres chiffres est laissée de côté", async () => {
		const neq = neqOf(6);
		const { id } = await addEmployer(advisor, { neq });
		const done = await applied({ name: `Inconnue ${newId()}`, searches: "3" }, { neq, searches: "5" });
		const [aside] = (await rowsOf(manager, done.id)).items;
		await match(done.id, aside?.id, id);
		expect(await outcomesOf(done.id)).toEqual(["skip import-same-as-row", "update"]);
		expect(await usesOf(id)).toEqual([`search ${ago(1)} 5 extract`]);
	});

	it("rapprochée, une ligne dont quelqu’un a consigné le fait entre-temps est laissée, et le dit", async () => {
		const neq = neqOf(7);
		const { id } = await addEmployer(advisor, { neq });
		const done = await applied({ neq, searches: "5" }, { name: `Inconnue ${newId()}`, contacts: "2" });
		expect(done.pending).toBe(0);
		const aside = (await rowsOf(manager, done.id)).items[1];
		const matched = await match(done.id, aside?.id, id);
		expect([matched.body.pending, (await rowsOf(manager, done.id)).items.map(({ isApplied }) => isApplied)]).toEqual([1, [true, false]]);
		await record(id, "contact", ago(1), { quantity: 2, source: "extract" });
		expect(await act(manager, done.id, "apply")).toMatchObject({ state: "applied", pending: 0 });
		expect(await outcomesOf(done.id)).toEqual(["update", "error import-changed-since"]);
		expect(await usesOf(id)).toEqual([`contact ${ago(1)} 2 extract`, `search ${ago(1)} 5 extract`]);
	});
});

describe("ce que l’extrait dit autrement", () => {
	it("une activation qu’un rapport de visite a dite reste comme il la dit, l’écart est à côté de la ligne, les usages s’écrivent", async () => {
		const neq = neqOf(10);
		const { id } = await addEmployer(advisor, { neq });
		const visit = await advisor.post("/visits", {
			...{ id: newId(), status: "draft", employerIds: [id], adviserIds: [advisor.person?.id], mode: "onSite", occurredOn: ago(2) },
			report: { toolUses: [{ id: newId(), tool: "employerPortal", event: "account", occurredOn: ago(2), quantity: 1, source: "declared" }] },
		});
		expect(visit.status).toBe(201);
		expect(await usesOf(id)).toEqual([`account ${ago(2)} 1 declared`]);
		const ready = await bringExtract({ neq, active: ago(40), searches: "4", on: ago(5) });
		const [row] = (await rowsOf(manager, ready.id)).items;
		expect([row?.outcome, row?.errors.map(({ column, code }) => `${column} ${code}`)]).toEqual(["update", ["C portal-activation-kept"]]);
		await act(manager, ready.id, "apply");
		expect(await usesOf(id)).toEqual([`account ${ago(2)} 1 declared`, `search ${ago(5)} 4 extract`]);
	});

	it("plus de 100 000 dans une cellule est refusé dans cette cellule, et n’arrête pas les autres lignes", async () => {
		const { id } = await addEmployer(advisor, { neq: neqOf(11) });
		await addEmployer(advisor, { neq: neqOf(12) });
		const ready = await bringExtract({ neq: neqOf(11), searches: "100 000" }, { neq: neqOf(12), searches: "100 001" });
		const { items } = await rowsOf(manager, ready.id);
		expect(items[1]?.errors.map(({ column, code, value }) => `${column} ${code} ${value}`)).toEqual(["D too-large 100 001"]);
		expect(await act(manager, ready.id, "apply")).toMatchObject({ state: "applied", counts: { update: 1, error: 1 } });
		expect(await usesOf(id)).toEqual([`search ${ago(1)} 100000 extract`]);
	});

	it("corrigé à zéro, l’usage est retiré ; vide, il reste ; l’annulation le remet", async () => {
		const neq = neqOf(13);
		const { id } = await addEmployer(advisor, { neq });
		await applied({ neq, searches: "5", contacts: "2" });
		const ready = await bringExtract({ neq, searches: "0" });
		expect((await rowsOf(manager, ready.id)).items[0]?.changes).toEqual([
			{ record: "toolUse", field: "portalSearches", isNew: false, before: "5", after: "0" },
		]);
		await act(manager, ready.id, "apply");
		expect(await usesOf(id)).toEqual([`contact ${ago(1)} 2 extract`]);
		expect(await act(manager, (await bringExtract({ neq, profiles: "0" })).id, "cancel")).toMatchObject({ counts: { same: 1 } });
		await act(manager, ready.id, "undo");
		expect(await usesOf(id)).toEqual([`contact ${ago(1)} 2 extract`, `search ${ago(1)} 5 extract`]);
	});

	it("une réactivation après un compte dormant s’ajoute, sans toucher la première activation", async () => {
		const neq = neqOf(14);
		const { id } = await addEmployer(advisor, { neq });
		await record(id, "account", ago(300));
		await record(id, "dormant", ago(100));
		await applied({ neq, active: ago(20) });
		expect(await usesOf(id)).toEqual([`account ${ago(20)} 1 extract`, `account ${ago(300)} 1 declared`, `dormant ${ago(100)} 1 declared`].sort());
	});
});
