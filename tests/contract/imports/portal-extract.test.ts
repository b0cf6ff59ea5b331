import { beforeAll, describe, expect, it } from "vitest";
import { addSpan } from "#contract/business-days.ts";
import type { DataImport } from "#contract/imports.ts";
import type { PortalAccount } from "#contract/portal-accounts.ts";
import type { ToolUse } from "#contract/tool-uses.ts";
import { workbookOf } from "../../support/import-files.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "../support.ts";
import { act, checked, type ExtractRow, extractHeadings, extractOf, extractRow, readImport, rowsOf } from "./bringing.ts";

let manager: Visitor;
let advisor: Visitor;
let today: string;
const ago = (days: number) => addSpan(today, { count: -days, unit: "day" });
beforeAll(async () => {
	[manager, advisor] = await Promise.all([as("manager"), as("advisor")]);
	today = (await manager.get<{ today: string }>("/reference")).body.today;
});

const own = () => newId().slice(0, 8);
const fileOf = (...rows: ExtractRow[]) => extractOf(ago(1), ...rows);
const bringExtract = (content: string | Uint8Array, visitor = manager, fileName = "extrait.csv") =>
	checked(visitor, content, { target: "portalExtract", fileName });
const usesOf = async (employerId: string) =>
	(await manager.get<Page<ToolUse>>(`/tool-uses?filter=employerId==${employerId}&sort=-occurredOn`)).body.items
		.map(({ event, occurredOn, quantity, source }) => `${event} ${occurredOn} ${quantity} ${source}`)
		.sort();
const accountOf = async (employerId: string) => (await manager.get<Page<PortalAccount>>(`/portal-accounts?filter=employerId==${employerId}`)).body.items[0];
const run = Date.now() % 100_000;
const neqOf = (index: number) => `11${String(run).padStart(5, "0")}${String(index).padStart(3, "0")}`;
const choose = (id: string, body: Record<string, unknown>) => manager.post<DataImport>(`/imports/${id}/choices`, body);

describe("importer un extrait du Portail", () => {
	it("reconnaît les colonnes, puis l’employeur par son NEQ ou par son nom, et date chaque fait", async () => {
		const neq = neqOf(1);
		const byNeq = await addEmployer(advisor, { neq });
		const byName = await addEmployer(advisor, { name: `Érablière Côté ${own()} inc.` });
		const ready = await bringExtract(
			fileOf(
				{ neq, name: "Autrement écrit", active: ago(60), searches: "1 234", profiles: "20", contacts: "3", offers: "1" },
				{ name: byName.name.toUpperCase().replace("É", "E").replace(" INC.", ""), active: ago(30), searches: "2" },
			),
		);
		expect(ready.columns.map(({ field }) => field)).toEqual([
			"neq",
			"name",
			"portalActiveOn",
			"portalSearches",
			"portalProfiles",
			"portalContacts",
			"portalOffers",
			"extractOn",
		]);
		expect(ready).toMatchObject({ state: "ready", target: "portalExtract", counts: { total: 2, update: 2, error: 0, skip: 0 } });
		expect(await usesOf(byNeq.id)).toEqual([]);
		expect(await act(manager, ready.id, "apply")).toMatchObject({ state: "applied", counts: { update: 2 } });
		const on = ago(1);
		expect(await usesOf(byNeq.id)).toEqual([
			`account ${ago(60)} 1 extract`,
			`contact ${on} 3 extract`,
			`profileView ${on} 20 extract`,
			`search ${on} 1234 extract`,
			`validatedOffer ${on} 1 extract`,
		]);
		expect(await accountOf(byName.id)).toMatchObject({ state: "active", activeOn: ago(30), searches: 2 });
		expect((await manager.get<{ portalUses: number }>(`/employers/${byNeq.id}`)).body.portalUses).toBe(4);
	});

	it("le même extrait deux fois n’écrit rien et le dit ; corrigé, il corrige ; celui du mois suivant s’ajoute", async () => {
		const neq = neqOf(2);
		const { id } = await addEmployer(advisor, { neq });
		const said = { neq, active: ago(60), searches: "5", on: ago(31) };
		await act(manager, (await bringExtract(fileOf(said))).id, "apply");
		const before = await usesOf(id);
		const again = await bringExtract(fileOf(said));
		expect(again).toMatchObject({ counts: { total: 1, same: 1, update: 0 }, can: { apply: false }, twin: { state: "applied" } });
		expect(await usesOf(id)).toEqual(before);
		const corrected = await bringExtract(fileOf({ ...said, searches: "6" }));
		expect((await rowsOf(manager, corrected.id)).items[0]?.changes).toEqual([
			{ record: "toolUse", field: "portalSearches", isNew: false, before: "5", after: "6" },
		]);
		await act(manager, corrected.id, "apply");
		await act(manager, (await bringExtract(fileOf({ ...said, searches: "4", on: ago(1) }))).id, "apply");
		expect(await usesOf(id)).toEqual([`account ${ago(60)} 1 extract`, `search ${ago(1)} 4 extract`, `search ${ago(31)} 6 extract`].sort());
	});

	it("30 % d’employeurs inconnus : les autres s’appliquent, ceux-là restent, se rapprochent à la main, puis s’appliquent", async () => {
		const employers = [];
		for (let index = 0; index < 7; index += 1) employers.push(await addEmployer(advisor, { neq: neqOf(10 + index) }));
		const unknown = Array.from({ length: 3 }, (_, index) => ({ neq: `88${String(run).padStart(5, "0")}${index}00`, name: `Inconnue ${own()}` }));
		const ready = await bringExtract(
			fileOf(
				...employers.map((_, index) => ({ neq: neqOf(10 + index), active: ago(50), searches: "3" })),
				...unknown.map((one) => ({ ...one, active: ago(40), contacts: "2" })),
			),
		);
		expect(ready).toMatchObject({ counts: { total: 10, update: 7, skip: 3, error: 0 }, can: { apply: true } });
		const aside = (await rowsOf(manager, ready.id, "unmatched==true")).items;
		expect(aside.map(({ errors }) => errors[0]?.code)).toEqual(["import-employer-to-match", "import-employer-to-match", "import-employer-to-match"]);
		await act(manager, ready.id, "apply");
		expect(await usesOf(employers[0]?.id ?? "")).toHaveLength(2);

		// Later, somebody knows which one it is.
		const known = await addEmployer(advisor, { name: `Renommée ${own()}`, neq: neqOf(20) });
		const matched = await choose(ready.id, { rows: [aside[0]?.id], choice: "update", employerId: known.id });
		expect([matched.status, matched.body.state, matched.body.can.apply, matched.body.counts]).toMatchObject([200, "applied", true, { update: 8, skip: 2 }]);
		expect(await usesOf(known.id)).toEqual([]);
		expect(await act(manager, ready.id, "apply")).toMatchObject({ state: "applied", can: { apply: false } });
		expect(await usesOf(known.id)).toEqual([`account ${ago(40)} 1 extract`, `contact ${ago(1)} 2 extract`]);
		expect(await usesOf(employers[0]?.id ?? "")).toHaveLength(2);

		const undone = await act(manager, ready.id, "undo");
		expect(undone).toMatchObject({ state: "undone", undo: { restored: 16, left: 0 } });
		expect([await usesOf(known.id), await usesOf(employers[6]?.id ?? ""), await accountOf(known.id)]).toEqual([[], [], undefined]);
		expect((await manager.get<{ portalUses: number; portalAccountOn: string | null }>(`/employers/${known.id}`)).body).toMatchObject({
			portalUses: 0,
			portalAccountOn: null,
		});
	}, 60_000);

	it("dit cellule par cellule un pourcentage collé, une date à venir, une date qui en est deux, une activation après l’extrait", async () => {
		const neq = neqOf(30);
		await addEmployer(advisor, { neq });
		const ready = await bringExtract(
			fileOf(
				{ neq, searches: "35 %" },
				{ neq, profiles: "0,35" },
				{ neq, contacts: "2,5" },
				{ neq, on: "2099-01-01", searches: "1" },
				{ neq, on: "03/04/2026", searches: "1" },
				{ neq, active: today, on: ago(3) },
				{ neq, searches: "1", on: "" },
			),
		);
		expect(ready).toMatchObject({ counts: { total: 7, error: 7 }, can: { apply: false } });
		const { items } = await rowsOf(manager, ready.id);
		expect(items.map(({ errors }) => errors.map(({ column, code, value }) => `${column} ${code} ${value}`))).toEqual([
			["D import-percentage 35 %"],
			["E import-percentage 0,35"],
			["F import-number 2,5"],
			["H date-in-future 2099-01-01"],
			["H import-date-ambiguous 03/04/2026"],
			[`C import-activation-after-extract ${today}`],
			["H import-extract-date-missing null"],
		]);
		expect(items[0]?.errors[0]?.message).toContain("pourcentage");
	});

	it("la date du ministère remplace celle qui était déclarée, et l’annulation la remet", async () => {
		const neq = neqOf(31);
		const { id } = await addEmployer(advisor, { neq });
		const use = { employerId: id, tool: "employerPortal", occurredOn: ago(20), quantity: 1, mission: null, source: "declared", note: null };
		await advisor.post("/tool-uses", { ...use, id: newId(), event: "account" });
		const ready = await bringExtract(fileOf({ neq, active: ago(25) }));
		expect((await rowsOf(manager, ready.id)).items[0]?.changes).toMatchObject([{ field: "portalActiveOn", before: ago(20), after: ago(25), isNew: false }]);
		await act(manager, ready.id, "apply");
		expect(await usesOf(id)).toEqual([`account ${ago(25)} 1 extract`]);
		await act(manager, ready.id, "undo");
		expect(await usesOf(id)).toEqual([`account ${ago(20)} 1 declared`]);
	});

	it("deux lignes du même employeur le même jour ne comptent qu’une fois, et ce qu’on consigne entre-temps est laissé", async () => {
		const neq = neqOf(32);
		const { id } = await addEmployer(advisor, { neq });
		const ready = await bringExtract(fileOf({ neq, active: ago(9), searches: "3" }, { neq, active: ago(9), searches: "3" }));
		expect((await rowsOf(manager, ready.id)).items.map(({ outcome }) => outcome)).toEqual(["update", "same"]);
		const use = { employerId: id, tool: "employerPortal", occurredOn: ago(9), quantity: 1, mission: null, source: "declared", note: null };
		await advisor.post("/tool-uses", { ...use, id: newId(), event: "account" });
		const applied = await act(manager, ready.id, "apply");
		expect(applied.counts).toMatchObject({ update: 0, error: 1 });
		expect((await rowsOf(manager, ready.id)).items[0]?.errors).toMatchObject([{ code: "import-changed-since" }]);
		expect(await usesOf(id)).toEqual([`account ${ago(9)} 1 declared`]);
	});

	it("un classeur Excel se lit de même, dates et nombres compris, et une colonne se corrige", async () => {
		const neq = neqOf(33);
		const { id } = await addEmployer(advisor, { neq });
		const strange = extractHeadings.with(3, "Colonne mystère");
		const ready = await bringExtract(workbookOf([strange, extractRow(ago(1), { neq, active: ago(9), searches: "3", profiles: "8" })]), manager, "extrait.xlsx");
		expect(ready.columns[3]?.field).toBeNull();
		const columns = ready.columns.map(({ field }, index) => (index === 3 ? "portalSearches" : field));
		await manager.patch(`/imports/${ready.id}`, { columns }, { ifMatch: ready.version });
		while ((await readImport(manager, ready.id)).state !== "ready") await new Promise((resolve) => setTimeout(resolve, 20));
		await act(manager, ready.id, "apply");
		expect(await usesOf(id)).toEqual([`account ${ago(9)} 1 extract`, `profileView ${ago(1)} 8 extract`, `search ${ago(1)} 3 extract`]);
	});

	it("une conseillère n’écrit pas chez l’employeur d’une collègue", async () => {
		const neq = neqOf(34);
		await addEmployer(await as("advisor", 1), { neq });
		const ready = await bringExtract(fileOf({ neq, searches: "3" }), advisor);
		expect((await rowsOf(advisor, ready.id)).items[0]?.errors).toMatchObject([{ code: "import-not-yours" }]);
	});
});
