import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incompleteOf, newlyIncomplete, type VisitContent } from "#api/rules/visit-completeness.ts";
import { planLines, readLines } from "#api/rules/visit-lines.ts";

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
			schedule: null,
			requirements: null,
			vacantMonths: null,
			localEfforts: null,
		});
	});

	const lines = fc.uniqueArray(
		fc.record({ index: fc.constant(0), line: fc.record({ id: fc.integer({ min: 1, max: 8 }).map(id), posts: fc.integer({ min: 1, max: 3 }) }) }),
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
