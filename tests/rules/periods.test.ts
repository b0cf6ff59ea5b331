import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "#api/rules/calendar.ts";
import { endOf, fiscalYear, fiscalYearOf, previousOf, quarter, readPeriod } from "#api/rules/periods.ts";

const today = "2026-11-26";

describe("la période d’un chiffre", () => {
	it.each([
		["2021-03-31", 2020],
		["2021-04-01", 2021],
		["2020-12-31", 2020],
	])("le %s est de l’exercice qui commence en %i", (day, year) => {
		expect(fiscalYearOf(day)).toBe(year);
	});

	it.each([
		[{}, "2026-04-01", "2027-03-31", today],
		[{ fiscalYear: "2020-2021" }, "2020-04-01", "2021-03-31", "2021-03-31"],
		[{ fiscalYear: "2020-2021", asOf: "2020-11-15" }, "2020-04-01", "2021-03-31", "2020-11-15"],
		[{ asOf: "2021-03-31" }, "2020-04-01", "2021-03-31", "2021-03-31"],
		[{ quarter: "2020-2021-T4" }, "2021-01-01", "2021-03-31", "2021-03-31"],
		[{ month: "2020-02" }, "2020-02-01", "2020-02-29", "2020-02-29"],
		[{ from: "2021-01-10", to: "2021-01-19" }, "2021-01-10", "2021-01-19", "2021-01-19"],
	])("%j va du %s au %s, lu le %s", (query, from, to, asOf) => {
		expect(readPeriod(query, today)).toMatchObject({ from, to, asOf });
	});

	it.each([
		[{ fiscalYear: "2020-2022" }, "period"],
		[{ fiscalYear: "2020-2021", month: "2020-04" }, "one-period"],
		[{ from: "2021-01-10" }, "one-period"],
		[{ from: "2021-01-10", to: "2021-01-01" }, "one-period"],
		[{ asOf: "2026-11-27" }, "date-in-future"],
	])("%j est refusé : %s", (query, code) => {
		expect(() => readPeriod(query, today)).toThrow(code);
	});

	it.each([
		["un exercice entier, à l’exercice d’avant", { fiscalYear: "2020-2021" }, "2019-04-01", "2020-03-31"],
		["un exercice entamé, à autant de jours", { asOf: "2026-11-26" }, "2025-04-01", "2025-11-26"],
		["le premier trimestre, au dernier de l’exercice d’avant", { quarter: "2021-2022-T1" }, "2021-01-01", "2021-03-31"],
		["janvier, à décembre", { month: "2021-01" }, "2020-12-01", "2020-12-31"],
		["mars entamé, à février, sans le dépasser", { month: "2021-03", asOf: "2021-03-30" }, "2021-02-01", "2021-02-28"],
		["dix jours, aux dix jours d’avant", { from: "2021-01-11", to: "2021-01-20" }, "2021-01-01", "2021-01-10"],
	])("se compare, pour %s", (_, query, from, end) => {
		const previous = previousOf(readPeriod(query, today));
		expect([previous.from, endOf(previous)]).toEqual([from, end]);
	});

	it("la fenêtre d’avant finit toujours avant le début, et n’est jamais plus longue qu’un jour de plus", () => {
		const day = fc.integer({ min: 0, max: 2600 }).map((days) => addDays("2019-09-01", days));
		fc.assert(
			fc.property(day, fc.constantFrom("fiscalYear", "quarter"), fc.integer({ min: 1, max: 4 }), (asOf, kind, rank) => {
				const year = fiscalYearOf(asOf);
				const period = { ...(kind === "fiscalYear" ? fiscalYear(year) : quarter(year, rank)), asOf } as const;
				if (asOf < period.from) return;
				const previous = previousOf(period);
				expect(endOf(previous) < period.from).toBe(true);
				expect(daysBetween(previous.from, endOf(previous))).toBeLessThanOrEqual(daysBetween(period.from, endOf(period)) + 2);
			}),
		);
	});
});
