import fc from "fast-check";
import { expect, test } from "vitest";
import { faultsOfPause, pauseAfter } from "#api/rules/case-pause.ts";
import { addMonths } from "#contract/months.ts";

const today = "2026-11-24";
const awake = { pausedUntil: null, pauseReason: null };
const paused = { pausedUntil: "2027-01-10", pauseReason: "L’employeur déménage" };

test.each([
	["2026-11-24", 6, "2027-05-24"],
	["2026-08-31", 6, "2027-02-28"],
	["2027-08-31", 6, "2028-02-29"],
	["2026-01-31", 1, "2026-02-28"],
	["2026-07-15", 6, "2027-01-15"],
])("%s et %i mois font %s", (day, months, expected) => {
	expect(addMonths(day, months)).toBe(expected);
});

test.each([
	["une date et une raison", awake, { pausedUntil: "2027-01-10", pauseReason: "Été" }, []],
	["six mois, pas un jour de plus", awake, { pausedUntil: "2027-05-24", pauseReason: "Été" }, []],
	["plus de six mois", awake, { pausedUntil: "2027-05-25", pauseReason: "Été" }, [{ path: "pausedUntil", code: "wake-up" }]],
	["aujourd’hui", awake, { pausedUntil: today, pauseReason: "Été" }, [{ path: "pausedUntil", code: "wake-up" }]],
	["sans raison", awake, { pausedUntil: "2027-01-10" }, [{ path: "pauseReason", code: "required" }]],
	["sans date", awake, { pauseReason: "Été" }, [{ path: "pausedUntil", code: "required" }]],
	["une pause prolongée garde sa raison", paused, { pausedUntil: "2027-03-01" }, []],
	["une raison effacée", paused, { pauseReason: null }, [{ path: "pauseReason", code: "required" }]],
	["un réveil", paused, { pausedUntil: null }, []],
	["rien de demandé sur une pause déjà passée", { ...paused, pausedUntil: "2026-11-01" }, {}, []],
])("Mettre en pause : %s", (_, current, asked, faults) => {
	expect(faultsOfPause(current, asked, today)).toEqual(faults);
});

test("Réveiller un dossier efface aussi la raison de la pause", () => {
	expect(pauseAfter(paused, { pausedUntil: null })).toEqual(awake);
	expect(pauseAfter(paused, {})).toEqual(paused);
});

test("Une pause acceptée a toujours une date et une raison, ou ni l’une ni l’autre", () => {
	const day = fc.constantFrom("2026-11-01", today, "2026-12-24", "2027-05-24", "2027-12-01");
	const asked = fc.record({ pausedUntil: fc.option(day), pauseReason: fc.option(fc.constantFrom("Été", "Travaux")) }, { requiredKeys: [] });
	fc.assert(
		fc.property(fc.constantFrom(awake, paused), asked, (current, change) => {
			fc.pre(faultsOfPause(current, change, today).length === 0);
			const { pausedUntil, pauseReason } = pauseAfter(current, change);
			expect(pausedUntil === null).toBe(pauseReason === null);
		}),
	);
});
