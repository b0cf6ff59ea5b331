import { expect, test } from "vitest";
import { addDays, daysBetween, nearDay, urgencyOf } from "#lib/days.ts";

const today = "2026-11-24";

test.each([
	["2026-11-23", "late"],
	["2026-11-24", "soon"],
	["2026-12-01", "soon"],
	["2026-12-02", "later"],
])("Une étape due le %s est « %s » le 24 novembre", (dueOn, urgency) => {
	expect(urgencyOf(dueOn, today)).toBe(urgency);
});

test.each([
	["2026-11-23", "hier"],
	["2026-11-24", "aujourd’hui"],
	["2026-11-25", "demain"],
	["2026-11-27", "vendredi"],
	["2026-12-01", "1er déc."],
	["2026-08-24", "24 août"],
	["2025-08-24", "24 août 2025"],
])("Le %s se dit « %s »", (day, said) => {
	expect(nearDay(day, today, "fr")).toBe(said);
});

test("En anglais, les jours se disent en anglais", () => {
	expect(["2026-11-23", "2026-11-25", "2026-11-27"].map((day) => nearDay(day, today, "en"))).toEqual(["yesterday", "tomorrow", "Friday"]);
});

test("Le changement d’heure ne fait ni gagner ni perdre un jour", () => {
	expect(addDays("2026-10-31", 2)).toBe("2026-11-02");
	expect(daysBetween("2026-03-07", "2026-03-09")).toBe(2);
});
