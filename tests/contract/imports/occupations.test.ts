import { beforeAll, describe, expect, it } from "vitest";
import { immigrationSteps } from "#contract/immigration-steps.ts";
import { csvOf } from "../../support/import-files.ts";
import { addEmployer, as, newId, type Visitor } from "../support.ts";
import { act, bring, checked, rowsOf } from "./bringing.ts";

let manager: Visitor;
let advisor: Visitor;
beforeAll(async () => {
	[manager, advisor] = await Promise.all([as("manager"), as("advisor")]);
});

// As Statistique Canada writes them.
const structureFr = ["Niveau", "Structure hiérarchique", "Code - CNP 2021 V1.0", "Titres de classes", "Définitions de la classe"];
const elementsFr = ["Niveau", "Code de la CNP v1.0", "Titres de classes", "Nom du type d’élément Français", "Description d’élément Français"];
const elementsEn = ["Level", "Code - NOC 2021 V1.0", "Class title", "Element Type Label English", "Element Description English"];
const options = { target: "occupations", fileName: "cnp_2021.csv" };
type Found = { items: { code: string; labelFr: string; labelEn: string; title: string | null }[] };
const find = async (q: string) => (await advisor.get<Found>(`/occupations?q=${encodeURIComponent(q)}`)).body.items;

describe("importer la CNP de Statistique Canada", () => {
	it("la structure puis les éléments, dans les deux langues : on trouve un groupe et ses appellations ; annulées, elles ne sont plus", async () => {
		const structure = await checked(
			manager,
			csvOf([
				structureFr,
				["1", "Grande catégorie", "5", "Arts, culture, sports et loisirs", "…"],
				["5", "Groupe de base", "54100", "Animateurs/animatrices et responsables de programmes de sports", "…"],
				["5", "Groupe de base", "72106", "Soudeurs et soudeuses, titre de la structure", "…"],
				["5", "Groupe de base", "99999", "Code inventé", "…"],
			]),
			options,
		);
		expect([structure.counts.create, structure.counts.update, structure.counts.skip, structure.counts.error]).toEqual([1, 1, 1, 1]);
		const { items } = await rowsOf(manager, structure.id);
		expect(items[1]?.changes).toMatchObject([{ record: "occupation", field: "occupationTitleFr", isNew: true }]);
		expect(items[3]?.errors).toMatchObject([{ column: "C", code: "import-occupation-code", value: "99999" }]);
		expect((await find("54100")).length).toBe(0);
		await act(manager, structure.id, "apply");
		expect(await find("54100")).toMatchObject([{ labelEn: "Animateurs/animatrices et responsables de programmes de sports" }]);
		expect((await find("72106"))[0]?.labelFr).toBe("Soudeurs et soudeuses, titre de la structure");

		const said = (headings: string[], element: string, titles: [string, string, string][]) =>
			csvOf([headings, ...titles.map(([code, group, title]) => ["5", code, group, element, title])]);
		const french = await checked(
			manager,
			said(elementsFr, "Tous les exemples", [
				["54100", "Animateurs/animatrices et responsables de programmes de sports", "moniteur/monitrice de trampoline "],
				["54100", "Animateurs/animatrices et responsables de programmes de sports", "moniteur/monitrice de trampoline"],
				["72106", "Soudeurs et soudeuses, titre de la structure", "soudeur/soudeuse de gazoducs"],
			]),
			options,
		);
		expect([french.counts.create, french.counts.same]).toEqual([2, 1]);
		expect((await rowsOf(manager, french.id)).items[1]).toMatchObject({ outcome: "same", sameAsRow: 2 });
		await act(manager, french.id, "apply");
		const english = await checked(
			manager,
			said(elementsEn, "All examples", [["54100", "Program leaders in recreation and sport", "trampoline instructor"]]),
			options,
		);
		await act(manager, english.id, "apply");

		for (const typed of ["monitrice de trampoline", "trampoline instructor", "moniteur trampolin"])
			expect([typed, (await find(typed))[0]?.code]).toEqual([typed, "54100"]);
		expect((await find("soudeuse de gazoducs"))[0]).toMatchObject({ code: "72106", title: "soudeur/soudeuse de gazoducs" });
		expect((await find("54100"))[0]?.labelEn).toBe("Program leaders in recreation and sport");
		// Brought again, there is nothing to write.
		const again = await checked(
			manager,
			said(elementsEn, "All examples", [["54100", "Program leaders in recreation and sport", "trampoline instructor"]]),
			options,
		);
		expect([again.counts.same, again.can.apply]).toEqual([1, false]);

		expect(await act(manager, english.id, "undo")).toMatchObject({ state: "undone", undo: { restored: 2, left: 0 } });
		expect((await find("54100"))[0]?.labelEn).toBe("Animateurs/animatrices et responsables de programmes de sports");
		await act(manager, french.id, "undo");
		expect(await act(manager, structure.id, "undo")).toMatchObject({ state: "undone", undo: { left: 0 } });
		expect([(await find("54100")).length, (await find("monitrice de trampoline")).length]).toEqual([0, 0]);
		expect((await find("72106"))[0]?.labelFr).not.toBe("Soudeurs et soudeuses, titre de la structure");
	});

	it("un groupe dont un besoin ou un dossier d’immigration se sert depuis reste, et c’est dit", async () => {
		const brought = await checked(
			manager,
			csvOf([structureFr, ...["53125", "53124"].map((code) => ["5", "Groupe de base", code, `Patronniers/patronnières ${code}`, "…"])]),
			options,
		);
		await act(manager, brought.id, "apply");
		const employer = await addEmployer(advisor);
		const empty = { permanence: null, startOn: null, hourlyWageCents: null, frenchLevel: null, schedule: null, requirements: null };
		const more = { vacantMonths: null, localEfforts: null };
		const need = { id: newId(), employerId: employer.id, occupationCode: "53125", posts: 1, ...empty, ...more };
		expect((await advisor.post("/labour-needs", need)).status).toBe(201);
		const noStep = Object.fromEntries(immigrationSteps.map((step) => [step, null]));
		const noWord = { labourNeedId: null, missionId: null, stream: null, country: null, permitExpiresOn: null, endedOn: null, endReason: null, note: null };
		const hire = { id: newId(), employerId: employer.id, label: "Patronnière 1 – Maroc", path: "openPermit", occupationCode: "53124" };
		expect((await advisor.post("/immigration-lines", { ...noStep, ...noWord, ...hire, hiredOn: "2026-01-05" })).status).toBe(201);
		expect(await act(manager, brought.id, "undo")).toMatchObject({ state: "undone", undo: { left: 2 } });
		expect((await find("53125")).length).toBe(1);
	});

	it("elle vaut pour toutes les régions : une gestionnaire l’importe, une conseillère non", async () => {
		const { status, body } = await bring(advisor, csvOf([structureFr, ["5", "", "54100", "X", ""]]), options);
		expect([status, body.code]).toEqual([403, "forbidden"]);
	});
});
