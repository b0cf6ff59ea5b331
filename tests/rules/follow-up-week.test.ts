import { describe, expect, it } from "vitest";
import { postponeChoices } from "#features/follow-ups/postpone-choices.ts";
import { dayBeside } from "#features/follow-ups/use-reschedule.ts";
import { lateFilter, weekDays, weekFilter, weekOf } from "#features/follow-ups/week.ts";

describe("la semaine de suivis", () => {
	it.each([
		[null, "2026-11-23"],
		["2026-12-02", "2026-11-30"],
		["2026-12-06", "2026-11-30"],
		["2026-13-99", "2026-11-23"],
		["demain", "2026-11-23"],
	])("l’adresse « %s » ouvre la semaine du %s", (du, monday) => expect(weekOf(du, "2026-11-26")).toBe(monday));

	it("va du lundi au vendredi ; la fin de semaine paraît si quelque chose y est dû", () => {
		const names = (dueOn: string) => weekDays("2026-12-21", [{ dueOn }]).map(({ day, holiday }) => `${day.slice(8)}${holiday ? ` ${holiday}` : ""}`);
		expect(names("2026-12-21")).toEqual(["21", "22", "23", "24 christmasEve", "25 christmas"]);
		expect(names("2026-12-27")).toEqual(["21", "22", "23", "24 christmasEve", "25 christmas", "27"]);
	});

	it("garde les filtres de la page, sauf l’état et l’échéance, qui sont les siens", () => {
		const conditions = [
			{ field: "done", comparison: "==", values: ["false"] },
			{ field: "kind", comparison: "==", values: ["call"] },
		] as const;
		const asked = conditions.map(({ field, comparison, values }) => ({ field, comparison, values: [...values] }));
		expect(weekFilter(asked, "2026-11-23")).toBe("kind==call;dueOn=ge=2026-11-23;dueOn=le=2026-11-29");
		expect(lateFilter(asked, "2026-11-23")).toBe("kind==call;done==false;dueOn=lt=2026-11-23");
	});

	it("passe d’un jour ouvrable à l’autre", () => {
		expect([dayBeside("2026-11-27", 1), dayBeside("2026-11-30", -1), dayBeside("2026-12-23", 1), dayBeside("2026-04-07", -1)]).toEqual([
			"2026-11-30",
			"2026-11-27",
			"2026-12-29",
			"2026-04-02",
		]);
	});
});

describe("reporter", () => {
	it.each([
		["2026-11-26", ["tomorrow 2026-11-27", "monday 2026-11-30", "twoWeeks 2026-12-10"]],
		["2026-11-27", ["tomorrow 2026-11-30", "twoWeeks 2026-12-11"]],
		["2026-12-10", ["tomorrow 2026-12-11", "monday 2026-12-14", "twoWeeks 2026-12-29"]],
		["2026-11-23", ["tomorrow 2026-11-24", "monday 2026-11-30", "twoWeeks 2026-12-07"]],
	])("le %s propose %o", (today, choices) => expect(postponeChoices(today).map(({ id, day }) => `${id} ${day}`)).toEqual(choices));
});
