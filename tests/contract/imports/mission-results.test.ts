import { beforeAll, describe, expect, it } from "vitest";
import type { DataImport } from "#contract/imports.ts";
import type { MissionRegistration } from "#contract/mission-registrations.ts";
import type { MissionCounts } from "#contract/mission-results.ts";
import type { Mission } from "#contract/missions.ts";
import { csvOf } from "../../support/import-files.ts";
import { addEmployer, as, newId, type Visitor } from "../support.ts";
import { act, checked, rowsOf } from "./bringing.ts";

let manager: Visitor;
let advisor: Visitor;
let today: string;
beforeAll(async () => {
	[manager, advisor] = await Promise.all([as("manager"), as("advisor")]);
	today = (await manager.get<{ today: string }>("/reference")).body.today;
});

const ago = (days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
const run = Date.now() % 100_000;
const neqOf = (index: number) => `22${String(run).padStart(5, "0")}${String(index).padStart(3, "0")}`;
const headings = ["Mission", "NEQ", "Entreprise", "Date des résultats", "Candidatures", "Entrevues", "Embauches", "Arrivées"];
type Line = { neq?: string; name?: string; on?: string; applications?: string; interviews?: string; hires?: string; arrivals?: string };
const fileOf = (mission: string, ...rows: Line[]) =>
	csvOf([
		headings,
		...rows.map(({ neq, name, on = ago(20), applications, interviews, hires, arrivals }) =>
			[mission, neq, name, on, applications, interviews, hires, arrivals].map((cell) => cell ?? ""),
		),
	]);
const bringResults = (content: string | Uint8Array, visitor = manager) => checked(visitor, content, { target: "missionResults", fileName: "resultats.csv" });

const addMission = async () => {
	const id = newId();
	const published = ["Employers", "Posts", "Registered", "Applications", "Retained", "Invited", "Interviews", "Hires"].map((name) => [
		`published${name}`,
		null,
	]);
	const days = { startsOn: ago(64), endsOn: ago(60), registrationDeadlineOn: null, applicationDeadlineOn: null };
	const body = {
		id,
		name: `Journées Québec Éssai ${id.slice(0, 8)}`,
		edition: null,
		countries: ["FR"],
		mode: "virtual",
		sectors: [],
		source: null,
		isCancelled: false,
	};
	return (await manager.post<Mission>("/missions", { ...body, ...days, ...Object.fromEntries(published) })).body;
};
const enter = async (missionId: string, employerId: string, visitor = advisor) => {
	const body = { id: newId(), missionId, employerId, interestedOn: ago(120), registeredOn: ago(110) };
	return (await visitor.post<MissionRegistration>("/mission-registrations", body)).body;
};
const funnel = async (missionId: string) => (await manager.get<{ counts: MissionCounts }>(`/missions/${missionId}/funnel`)).body.counts;
const messagesOf = async (id: string) =>
	(await rowsOf(manager, id)).items.map(({ errors }) => errors.map(({ column, message }) => `${column ?? ""} ${message}`));

describe("importer les résultats d’une mission", () => {
	it("reconnaît les colonnes, la mission par son nom, l’employeur par son NEQ puis par son nom, et date chaque chiffre", async () => {
		const mission = await addMission();
		const neq = neqOf(1);
		const [byNeq, byName] = [await addEmployer(advisor, { neq }), await addEmployer(advisor, { name: `Érablière Nantel ${newId().slice(0, 8)} inc.` })];
		await enter(mission.id, byNeq.id);
		await enter(mission.id, byName.id);
		const named = byName.name.toUpperCase().replace("É", "E").replace(" INC.", "");
		const ready = await bringResults(
			fileOf(
				mission.name.toUpperCase(),
				{ neq, name: "Autrement écrit", applications: "1 234", interviews: "18", hires: "3" },
				{ name: named, applications: "40", interviews: "0" },
			),
		);
		expect(ready.columns.map(({ field }) => field)).toEqual([
			...["mission", "neq", "name", "resultsOn", "resultApplications", "resultInterviews", "resultHires", "resultArrivals"],
		]);
		expect(ready).toMatchObject({ state: "ready", target: "missionResults", counts: { total: 2, update: 2, error: 0, skip: 0 } });
		expect((await funnel(mission.id)).applications).toBeNull();
		expect(await act(manager, ready.id, "apply")).toMatchObject({ state: "applied", counts: { update: 2 } });
		expect(await funnel(mission.id)).toMatchObject({ applications: 1274, interviews: 18, hires: 3, offers: null });
	});

	it("le même fichier deux fois ne change rien et le dit ; corrigé, il corrige ; annulé, tout revient", async () => {
		const mission = await addMission();
		const neq = neqOf(2);
		await enter(mission.id, (await addEmployer(advisor, { neq })).id);
		const said = { neq, applications: "80", interviews: "9" };
		const first = await bringResults(fileOf(mission.name, said));
		await act(manager, first.id, "apply");
		const again = await bringResults(fileOf(mission.name, said));
		expect(again).toMatchObject({ counts: { total: 1, same: 1, update: 0 }, can: { apply: false }, twin: { state: "applied" } });
		const corrected = await bringResults(fileOf(mission.name, { ...said, interviews: "8" }));
		expect((await rowsOf(manager, corrected.id)).items[0]?.changes).toEqual([
			{ record: "missionResult", field: "resultInterviews", isNew: false, before: "9", after: "8" },
		]);
		await act(manager, corrected.id, "apply");
		// Known later, what did not grow is not said again.
		const later = await bringResults(fileOf(mission.name, { ...said, interviews: "8", hires: "2", on: ago(5) }));
		expect((await rowsOf(manager, later.id)).items[0]?.changes.map(({ field }) => field)).toEqual(["resultHires"]);
		await act(manager, later.id, "apply");
		expect(await funnel(mission.id)).toMatchObject({ applications: 80, interviews: 8, hires: 2 });
		expect((await act(manager, later.id, "undo")).undo).toMatchObject({ left: 0 });
		expect((await act(manager, corrected.id, "undo")).undo).toMatchObject({ left: 0 });
		expect(await funnel(mission.id)).toMatchObject({ applications: 80, interviews: 9, hires: null });
	});

	it("refuse en mots, case par case : un pourcentage, plus d’arrivées que d’embauches, un chiffre avant la mission, une mission inconnue", async () => {
		const mission = await addMission();
		const employers = await Promise.all([3, 4, 5].map((index) => addEmployer(advisor, { neq: neqOf(index) })));
		for (const { id } of employers) await enter(mission.id, id);
		const { id, counts } = await bringResults(
			fileOf(
				mission.name,
				{ neq: neqOf(3), applications: "35 %", interviews: "0,4" },
				{ neq: neqOf(4), hires: "2", arrivals: "3" },
				{ neq: neqOf(5), hires: "1", on: ago(90) },
			),
		);
		expect(counts).toMatchObject({ total: 3, error: 3 });
		const messages = await messagesOf(id);
		expect(messages[0]?.map((message) => message.slice(0, 1))).toEqual(["E", "F"]);
		expect(messages[0]?.[0]).toMatch(/pourcentage/);
		expect(messages.slice(1)).toEqual([["H 3 dépasse les 2\u00A0embauches."], ["G La mission n’a pas encore commencé à cette date."]]);
		const lost = await bringResults(fileOf("Journées Québec Atlantide", { neq: neqOf(3), applications: "3" }));
		expect(await messagesOf(lost.id)).toEqual([["A Aucune mission de la région ne porte ce nom."]]);
	});

	it("garde de côté un employeur inconnu, qu’on rapproche à la main, et celui qui n’est pas inscrit ; le reste s’écrit", async () => {
		const mission = await addMission();
		const [known, other] = [await addEmployer(advisor, { neq: neqOf(6) }), await addEmployer(advisor, { neq: neqOf(7) })];
		await enter(mission.id, known.id);
		await enter(mission.id, other.id);
		const outside = await addEmployer(advisor, { neq: neqOf(8) });
		const ready = await bringResults(
			fileOf(
				mission.name,
				{ neq: neqOf(6), applications: "10" },
				{ name: `Inconnue ${newId().slice(0, 8)}`, applications: "7" },
				{ neq: neqOf(8), applications: "5" },
			),
		);
		expect(ready.counts).toMatchObject({ total: 3, update: 1, skip: 2, error: 0 });
		expect(outside.id).toBeTruthy();
		expect((await messagesOf(ready.id)).slice(1)).toEqual([
			[" Aucun employeur de la région ne correspond\u00A0: la ligne est gardée, à rapprocher à la main."],
			["A Cet employeur n’est pas inscrit à cette mission\u00A0: inscrivez-le, puis vérifiez de nouveau."],
		]);
		await act(manager, ready.id, "apply");
		expect((await funnel(mission.id)).applications).toBe(10);
		const [unmatched] = (await rowsOf(manager, ready.id, "unmatched==true")).items;
		const choice = { rows: [unmatched?.id], choice: "update", employerId: other.id };
		expect((await manager.post<DataImport>(`/imports/${ready.id}/choices`, choice)).status).toBe(200);
		await act(manager, ready.id, "apply");
		expect((await funnel(mission.id)).applications).toBe(17);
	});

	it("deux lignes qui se contredisent ne s’écrivent pas toutes deux, et on n’écrit pas chez une autre personne", async () => {
		const mission = await addMission();
		const employer = await addEmployer(advisor, { neq: neqOf(9) });
		await enter(mission.id, employer.id);
		const twice = await bringResults(fileOf(mission.name, { neq: neqOf(9), applications: "10" }, { neq: neqOf(9), applications: "12" }));
		expect(twice.counts).toMatchObject({ update: 1, skip: 1 });
		expect((await messagesOf(twice.id))[1]).toEqual([" La ligne 2 porte déjà sur cet employeur, avec d’autres valeurs."]);
		const colleague = await as("advisor", 1);
		const theirs = await bringResults(fileOf(mission.name, { neq: neqOf(9), applications: "10" }), colleague);
		expect((await rowsOf(colleague, theirs.id)).items[0]?.errors.map(({ code }) => code)).toEqual(["import-not-yours"]);
	});

	it("laisse ce que quelqu’un a tapé dans la grille depuis la vérification, et le dit", async () => {
		const mission = await addMission();
		const registration = await enter(mission.id, (await addEmployer(advisor, { neq: neqOf(10) })).id);
		const ready = await bringResults(fileOf(mission.name, { neq: neqOf(10), applications: "10" }));
		const cells = [{ registrationId: registration.id, measure: "applications", value: 11, before: null }];
		expect((await advisor.post(`/missions/${mission.id}/results`, { knownOn: ago(20), cells })).status).toBe(200);
		await act(manager, ready.id, "apply");
		expect((await rowsOf(manager, ready.id)).items[0]?.errors.map(({ code }) => code)).toEqual(["import-changed-since"]);
		expect((await funnel(mission.id)).applications).toBe(11);
	});
});
