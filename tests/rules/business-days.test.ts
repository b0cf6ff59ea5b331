import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBusinessDays, addSpan, easterOf, type Holiday, holidayOn, isBusinessDay, onOrAfter } from "#contract/business-days.ts";
import { addMonths } from "#contract/months.ts";
import { addDays } from "#lib/days.ts";

const day = fc.integer({ min: 0, max: 30 * 365 }).map((offset) => addDays("2015-01-01", offset));

describe("les jours fériés de la fonction publique", () => {
	it.each([
		[2019, "2019-04-21"],
		[2021, "2021-04-04"],
		[2024, "2024-03-31"],
		[2026, "2026-04-05"],
		[2038, "2038-04-25"],
	])("Pâques de %i tombe le %s", (year, easter) => expect(easterOf(year)).toBe(easter));

	it.each<[string, Holiday | null]>([
		["2026-01-01", "newYear"],
		["2026-01-02", "secondJanuary"],
		["2026-04-03", "goodFriday"],
		["2026-04-06", "easterMonday"],
		["2026-05-18", "patriots"],
		["2020-05-18", "patriots"],
		["2026-05-25", null],
		["2026-06-24", "nationalDay"],
		["2026-07-01", "canadaDay"],
		["2026-09-07", "labourDay"],
		["2026-09-30", null],
		["2026-10-12", "thanksgiving"],
		["2026-11-11", null],
		["2026-12-24", "christmasEve"],
		["2026-12-25", "christmas"],
		["2026-12-31", "newYearEve"],
	])("le %s : %s", (on, holiday) => expect(holidayOn(on)).toBe(holiday));

	it.each<[string, Holiday, string]>([
		["2029-06-25", "nationalDay", "le 24 juin est un dimanche"],
		["2029-07-02", "canadaDay", "le 1er juillet est un dimanche"],
		["2022-01-03", "newYear", "le 1er janvier est un samedi"],
		["2022-01-04", "secondJanuary", "le 2 janvier suit, un jour plus loin"],
		["2021-12-27", "christmas", "Noël est un samedi"],
		["2021-12-28", "boxingDay", "et son lendemain un dimanche"],
		["2023-12-22", "christmasEve", "la veille de Noël est un dimanche"],
		["2023-12-29", "newYearEve", "la veille du jour de l’An est un dimanche"],
	])("le %s est %s : %s", (on, holiday) => expect(holidayOn(on)).toBe(holiday));

	it("sont treize par année, jamais une fin de semaine, jamais deux le même jour", () => {
		for (let year = 2015; year <= 2045; year += 1) {
			const all = Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index)).filter((one) => one.startsWith(String(year)) && holidayOn(one));
			expect([year, all.length]).toEqual([year, 13]);
			expect(all.filter((one) => [0, 6].includes(new Date(`${one}T00:00:00Z`).getUTCDay()))).toEqual([]);
		}
	});
});

describe("les jours ouvrables", () => {
	it.each([
		["2026-11-24", 2, "2026-11-26"],
		["2026-11-27", 1, "2026-11-30"],
		["2026-12-23", 1, "2026-12-29"],
		["2026-04-02", 1, "2026-04-07"],
		["2026-11-30", -1, "2026-11-27"],
		["2026-11-28", 0, "2026-11-28"],
	])("%s et %i jours → %s", (from, count, expected) => expect(addBusinessDays(from, count)).toBe(expected));

	it("avancer puis reculer d’autant ramène au même jour, et l’on n’arrive que sur un jour ouvrable", () => {
		fc.assert(
			fc.property(day, fc.integer({ min: 1, max: 40 }), (from, count) => {
				const start = onOrAfter(from);
				const end = addBusinessDays(start, count);
				return isBusinessDay(end) && end > start && addBusinessDays(end, -count) === start;
			}),
			{ numRuns: 60 },
		);
	});

	it("un mois plus tard est la même date, ou la dernière d’un mois plus court", () => {
		expect([addMonths("2026-01-31", 1), addMonths("2024-01-31", 1), addMonths("2026-11-30", 3), addMonths("2026-12-15", 1)]).toEqual([
			"2026-02-28",
			"2024-02-29",
			"2027-02-28",
			"2027-01-15",
		]);
		expect(addSpan("2026-11-26", { count: 2, unit: "week" })).toBe("2026-12-10");
	});
});
