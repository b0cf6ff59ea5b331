import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextVisitStatus, type VisitEvent, visitAllows, visitStatusOn } from "#api/rules/visit-lifecycle.ts";
import { type VisitStatus, visitStatuses } from "#contract/visits.ts";

const toPlanned: VisitEvent = { kind: "change", to: "planned" };
const toDraft: VisitEvent = { kind: "change", to: "draft" };
const edit: VisitEvent = { kind: "change" };
const complete: VisitEvent = { kind: "complete" };
const cancel: VisitEvent = { kind: "cancel" };
const addendum: VisitEvent = { kind: "addendum" };
const events = [toPlanned, toDraft, edit, complete, cancel, addendum];

const table: [VisitStatus, (VisitStatus | null)[]][] = [
	// planifiée, brouillon, modifiée, complétée, annulée, complément
	["planned", ["planned", "draft", "planned", "completed", "cancelled", null]],
	["draft", ["planned", "draft", "draft", "completed", "cancelled", null]],
	["completed", [null, null, "completed", null, null, "completed"]],
	["locked", [null, null, null, null, null, "locked"]],
	["cancelled", [null, null, null, null, null, null]],
];

describe("la vie d’une visite", () => {
	it.each(table)("depuis « %s »", (from, expected) => {
		expect(events.map((event) => nextVisitStatus(from, event))).toEqual(expected);
	});

	it("ne revient jamais de « complétée », quoi qu’on demande et dans n’importe quel ordre", () => {
		fc.assert(
			fc.property(fc.constantFrom(...visitStatuses), fc.array(fc.constantFrom(...events), { maxLength: 30 }), (start, asked) => {
				let status = start;
				let isDone = false;
				for (const event of asked) {
					status = nextVisitStatus(status, event) ?? status;
					if (isDone) expect(["completed", "locked"]).toContain(status);
					isDone ||= status === "completed" || status === "locked";
				}
			}),
		);
	});

	it("permet ce que l’étape suivante permet, et rien d’autre", () => {
		for (const status of visitStatuses) {
			expect(visitAllows(status, "update")).toBe(nextVisitStatus(status, edit) !== null);
			expect(visitAllows(status, "complete")).toBe(nextVisitStatus(status, complete) !== null);
			expect(visitAllows(status, "cancel")).toBe(nextVisitStatus(status, cancel) !== null);
			expect(visitAllows(status, "addendum")).toBe(nextVisitStatus(status, addendum) !== null);
		}
	});
});

describe("le verrou", () => {
	it.each([
		["le jour même", "2026-11-24", "completed"],
		["le trentième jour", "2026-12-24", "completed"],
		["le trente et unième", "2026-12-25", "locked"],
		["un an plus tard", "2027-11-24", "locked"],
	])("%s", (_, today, expected) => {
		expect(visitStatusOn({ status: "completed", completedOn: "2026-11-24" }, today)).toBe(expected);
	});

	it("ne touche pas un vieux brouillon", () => {
		expect(visitStatusOn({ status: "draft", completedOn: null }, "2027-11-24")).toBe("draft");
	});
});
