import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incompleteOf, newlyIncomplete, type VisitContent } from "#api/rules/visit-completeness.ts";
import { lodged, planLines, readLines } from "#api/rules/visit-lines.ts";
import { prefillFrom } from "#api/rules/visit-prefill.ts";
import { sectionsFor } from "#features/visits/sections.ts";

const today = "2026-11-24";
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const need = { id: id(1), occupationCode: "72106", posts: 3 };
const step = { id: id(2), kind: "call", title: "Rappeler", ownerId: id(9), dueOn: "2026-12-01" };
const account = { id: id(3), tool: "employerPortal", event: "account", occurredOn: "2026-11-20", quantity: 1, source: "declared" };
const whole: VisitContent = {
	mode: "onSite",
	occurredOn: today,
	headline: "Deux départs",
	summary: null,
	noFollowUpReason: null,
	report: { needs: [need], nextSteps: [step], toolUses: [account] },
};
const report = (fields: VisitContent["report"]): Partial<VisitContent> => ({ report: { ...whole.report, ...fields } });
const lacks = (fields: Partial<VisitContent>) => incompleteOf({ ...whole, ...fields }, today).map(({ path, code }) => `${path} ${code}`);

describe("ce qui manque à un rapport", () => {
	it.each<[string, Partial<VisitContent>, string[]]>([
		["rien", {}, []],
		["rien, la synthèse tenant lieu d’accroche", { headline: null, summary: "Deux départs." }, []],
		["un mot", { headline: null }, ["summary required"]],
		["d’avoir eu lieu", { occurredOn: "2026-11-25" }, ["occurredOn date-in-future"]],
		["un besoin", report({ needs: [] }), ["report.needs need-or-none"]],
		["rien, sans besoin déclaré", report({ needs: [], noNeed: true }), []],
		["rien, après une séance de groupe sans besoin", { mode: "groupSession", ...report({ needs: [] }) }, []],
		["rien, chez un partenaire sans besoin", { partnerId: id(8), ...report({ needs: [] }) }, []],
		["rien, après un appel sans besoin", { mode: "phone", ...report({ needs: [] }) }, []],
		["une suite", report({ nextSteps: [] }), ["report.nextSteps next-step-or-reason"]],
		["rien, la raison étant dite", { noFollowUpReason: "employerDeclined", ...report({ nextSteps: [] }) }, []],
		["la profession d’un besoin", report({ needs: [{ ...need, occupationCode: "" }] }), ["report.needs.0.occupationCode required"]],
		["le nombre de postes d’un second besoin", report({ needs: [need, { ...need, id: id(4), posts: null }] }), ["report.needs.1.posts required"]],
		[
			"presque tout d’une étape",
			report({ nextSteps: [{ id: id(5), title: "Rappeler" }] }),
			["report.nextSteps.0.kind required", "report.nextSteps.0.ownerId required", "report.nextSteps.0.dueOn required"],
		],
		["le nom de la mission", report({ toolUses: [{ ...account, tool: "journeesQuebec", event: "registered" }] }), ["report.toolUses.0.mission required"]],
		["l’usage qui va avec l’outil", report({ toolUses: [{ ...account, event: "tookPart" }] }), ["report.toolUses.0.event tool-event"]],
		["un outil connu", report({ toolUses: [{ ...account, tool: "papier" }] }), ["report.toolUses.0.tool code"]],
		["un usage passé", report({ toolUses: [{ ...account, occurredOn: "2026-11-25" }] }), ["report.toolUses.0.occurredOn date-in-future"]],
	])("%s", (_, fields, expected) => {
		expect(lacks(fields)).toEqual(expected);
	});

	it("n’est pas redemandé à qui corrige une faute dans un ancien rapport", () => {
		const old = { ...whole, ...report({ needs: [] }) };
		expect(newlyIncomplete(old, { ...old, headline: "Corrigé" }, today)).toEqual([]);
		expect(newlyIncomplete(old, { ...old, headline: null }, today)).toEqual([{ path: "summary", code: "required" }]);
	});
});

describe("les lignes", () => {
	it("complètes ont tous leurs champs, vides compris", () => {
		const { complete, problems } = readLines(whole.report, today);
		expect(problems).toEqual([]);
		expect(complete.needs[0]?.line).toEqual({
			id: id(1),
			occupationCode: "72106",
			posts: 3,
			permanence: null,
			startOn: null,
			hourlyWageCents: null,
			frenchLevel: null,
			housing: null,
			schedule: null,
			requirements: null,
			vacantMonths: null,
			localEfforts: null,
		});
	});

	const lines = fc.uniqueArray(
		fc.record({
			index: fc.constant(0),
			employerId: fc.constant(null),
			line: fc.record({ id: fc.integer({ min: 1, max: 8 }).map(id), posts: fc.integer({ min: 1, max: 3 }) }),
		}),
		{ selector: ({ line }) => line.id },
	);

	it("appliquées à ce qui était écrit donnent ce qui est écrit, sans rien récrire d’inchangé", () => {
		fc.assert(
			fc.property(lines, lines, (before, after) => {
				const { write, withdraw } = planLines(before, after);
				const records = new Map(before.map(({ line }) => [line.id, line.posts]));
				for (const { line } of write) {
					expect(records.get(line.id)).not.toBe(line.posts);
					records.set(line.id, line.posts as number);
				}
				for (const line of withdraw) records.delete(line.id);
				expect(records).toEqual(new Map(after.map(({ line }) => [line.id, line.posts])));
			}),
		);
	});
});

describe("une ligne est chez l’employeur qu’elle nomme", () => {
	const placed = (employerId: string | null) => [{ index: 0, employerId, line: { id: id(1), posts: 2 } }];
	it.each([
		["le premier, quand elle n’en nomme aucun", null, ["a", "b"], "a"],
		["celui qu’elle nomme", "b", ["a", "b"], "b"],
		["le premier, quand le sien n’est plus visité", "c", ["a", "b"], "a"],
		["aucun, chez un partenaire", null, [], null],
	])("%s", (_, named, visited, expected) => {
		expect(lodged(placed(named), visited)[0]?.employerId).toBe(expected);
	});

	it("et y emmène sa fiche telle qu’elle est", () => {
		const { write, move, withdraw } = planLines(placed("a"), placed("b"));
		expect([write, move.map(({ employerId }) => employerId), withdraw]).toEqual([[], ["b"], []]);
	});
});

describe("ce que les derniers rapports ont dit", () => {
	const record = { createdOn: "2020-01-06", activity: "Meubles", sectorCode: "31-33", employeeCount: 40 };
	const past = (visitId: string, occurredOn: string, blocks: VisitContent["report"]) => ({ visitId, occurredOn, report: blocks });

	it("est pris dans le dernier qui en parle, bloc par bloc", () => {
		const profile = { activity: "Ébénisterie", employeesTotal: 45 };
		const reports = [
			past("v3", "2026-05-01", { profile: { activity: null } }),
			past("v2", "2026-03-01", { capacity: { housing: "none" } }),
			past("v1", "2025-01-01", { profile }),
		];
		expect(prefillFrom(reports, record)).toEqual({
			profile: { visitId: "v1", occurredOn: "2025-01-01", block: profile },
			capacity: { visitId: "v2", occurredOn: "2026-03-01", block: { housing: "none" } },
			consent: null,
		});
	});

	it("avant toute visite, est ce que dit la fiche, et rien si elle ne dit rien", () => {
		expect(prefillFrom([], record).profile).toEqual({
			visitId: null,
			occurredOn: "2020-01-06",
			block: { activity: "Meubles", sectorCode: "31-33", employeesTotal: 40 },
		});
		expect(prefillFrom([], { createdOn: "2020-01-06", activity: null, sectorCode: null, employeeCount: null }).profile).toBeNull();
	});
});

describe("les sections d’un rapport", () => {
	const of = (isPartner: boolean, employers: number, said: string[] = []) =>
		sectionsFor({ isPartner, employers }, (one) => said.includes(one)).map(({ id: section }) => section);
	it("sont les douze blocs chez un employeur ; sans portrait chez plusieurs ; quatre chez un partenaire ; et ce qui est dit se voit toujours", () => {
		expect(of(false, 1)).toHaveLength(12);
		expect(of(false, 5)).not.toContain("profile");
		expect(of(true, 0)).toEqual(["header", "summary", "nextSteps", "documents"]);
		expect(of(false, 5, ["profile"])).toContain("profile");
	});
});
