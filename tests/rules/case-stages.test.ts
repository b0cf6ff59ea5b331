import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Criterion, criteriaToEnter, faultsOfMove, lacksReason, missingCriteria, moveKind } from "#api/rules/case-stages.ts";

const stages = ["toContact", "firstContact", "needsAssessment", "supportPlan", "recruitment", "selection", "closed"].map((code, position) => ({
	code,
	position,
}));
const criteria: Criterion[] = [
	{ code: "interactionLogged", stage: "firstContact", kind: "entry" },
	{ code: "neqVerified", stage: "firstContact", kind: "entry" },
	{ code: "meetingBooked", stage: "firstContact", kind: "exit", shownBy: "visitHeld" },
	{ code: "visitHeld", stage: "needsAssessment", kind: "entry" },
	{ code: "reportCompleted", stage: "needsAssessment", kind: "exit" },
	{ code: "needRecorded", stage: "needsAssessment", kind: "exit" },
	{ code: "planAgreed", stage: "supportPlan", kind: "exit" },
	{ code: "candidateRetained", stage: "selection", kind: "entry" },
];
const today = "2026-11-24";
const current = { stage: "needsAssessment", stageEnteredOn: "2026-11-10" };
const move = { toStage: "supportPlan", movedOn: today, evidence: [] };
const codes = (items: { code: string }[]) => items.map(({ code }) => code);

test.each([
	["needsAssessment", "supportPlan", "forward"],
	["needsAssessment", "selection", "forward"],
	["needsAssessment", "firstContact", "backward"],
	["needsAssessment", "needsAssessment", "same"],
	["toContact", "closed", "closing"],
	["selection", "closed", "closing"],
])("De %s à %s, le dossier va : %s", (from, to, kind) => {
	expect(moveKind(stages, from, to)).toBe(kind);
});

test.each([
	["toContact", "firstContact", ["interactionLogged", "neqVerified"]],
	["needsAssessment", "supportPlan", ["reportCompleted", "needRecorded"]],
	["toContact", "supportPlan", ["interactionLogged", "neqVerified", "meetingBooked", "visitHeld", "reportCompleted", "needRecorded"]],
	["firstContact", "needsAssessment", ["meetingBooked", "visitHeld"]],
	["supportPlan", "needsAssessment", []],
	["toContact", "closed", []],
	["selection", "selection", []],
])("De %s à %s, on demande les critères de chaque étape franchie : %j", (from, to, asked) => {
	expect(codes(criteriaToEnter(stages, criteria, from, to))).toEqual(asked);
});

test("Un critère montré par une fiche ou par une preuve ne manque plus", () => {
	const asked = criteriaToEnter(stages, criteria, "toContact", "needsAssessment");
	expect(codes(missingCriteria(asked, new Set(["neqVerified"])))).toEqual(["interactionLogged", "visitHeld"]);
});

test("Une rencontre qui a eu lieu avait été convenue : on ne demande pas les deux", () => {
	const asked = criteriaToEnter(stages, criteria, "firstContact", "needsAssessment");
	expect(codes(missingCriteria(asked, new Set()))).toEqual(["visitHeld"]);
	expect(codes(missingCriteria(asked, new Set(["visitHeld"])))).toEqual([]);
});

describe("Ce qui est mal saisi est dit à côté du champ", () => {
	test.each([
		["la même étape", { toStage: "needsAssessment" }, [{ path: "toStage", code: "same-stage" }]],
		["une étape qui n’existe pas", { toStage: "nowhere" }, [{ path: "toStage", code: "code" }]],
		["une date à venir", { movedOn: "2026-11-25" }, [{ path: "movedOn", code: "date-in-future" }]],
		["une date d’avant la dernière étape", { movedOn: "2026-11-09" }, [{ path: "movedOn", code: "date-before-opening" }]],
		["une fermeture sans raison", { toStage: "closed" }, [{ path: "closeReason", code: "required" }]],
		["une raison de fermeture sans fermeture", { closeReason: "needMet" }, [{ path: "closeReason", code: "invalid" }]],
		["une preuve d’un critère inconnu", { evidence: [{ criterion: "unheard", occurredOn: today }] }, [{ path: "evidence.0.criterion", code: "code" }]],
		["une preuve à venir", { evidence: [{ criterion: "planAgreed", occurredOn: "2026-11-25" }] }, [{ path: "evidence.0.occurredOn", code: "date-in-future" }]],
		["un déplacement du jour de la dernière étape", { movedOn: "2026-11-10" }, []],
		["une fermeture avec sa raison", { toStage: "closed", closeReason: "needMet" }, []],
	])("%s", (_, change, faults) => {
		expect(faultsOfMove(stages, criteria, current, { ...move, ...change }, today)).toEqual(faults);
	});
});

test("Seul un retour en arrière demande une raison", () => {
	expect(lacksReason("backward", undefined)).toBe(true);
	expect(lacksReason("backward", "  ")).toBe(true);
	expect(lacksReason("backward", "Le besoin a changé")).toBe(false);
	expect(lacksReason("forward", null)).toBe(false);
	expect(lacksReason("closing", null)).toBe(false);
});

const stage = fc.constantFrom(...codes(stages));

test("Avancer d’un coup demande autant que d’avancer pas à pas", () => {
	fc.assert(
		fc.property(stage, stage, stage, (a, b, c) => {
			fc.pre(moveKind(stages, a, b) === "forward" && moveKind(stages, b, c) === "forward");
			const leap = codes(criteriaToEnter(stages, criteria, a, c));
			expect(leap).toEqual([...codes(criteriaToEnter(stages, criteria, a, b)), ...codes(criteriaToEnter(stages, criteria, b, c))]);
		}),
	);
});

test("Une preuve de plus ne fait jamais manquer un critère de plus", () => {
	fc.assert(
		fc.property(stage, stage, fc.subarray(codes(criteria)), fc.constantFrom(...codes(criteria)), (from, to, met, more) => {
			const asked = criteriaToEnter(stages, criteria, from, to);
			const before = codes(missingCriteria(asked, new Set(met)));
			const after = codes(missingCriteria(asked, new Set([...met, more])));
			expect(after).toEqual(before.filter((code) => code !== more));
		}),
	);
});

test("Tout ce qui est demandé appartient à une étape franchie, et rien n’est demandé pour reculer ou fermer", () => {
	fc.assert(
		fc.property(stage, stage, (from, to) => {
			const asked = criteriaToEnter(stages, criteria, from, to);
			if (moveKind(stages, from, to) !== "forward") expect(asked).toEqual([]);
			// Entered on the way, the last one too; left on the way, the first one too.
			for (const { stage: passed, kind } of asked) {
				expect(kind === "entry" ? ["forward"] : ["same", "forward"]).toContain(moveKind(stages, from, passed));
				expect(kind === "entry" ? ["same", "forward"] : ["forward"]).toContain(moveKind(stages, passed, to));
			}
		}),
	);
});
