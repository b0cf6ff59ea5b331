import { describe, expect, it } from "vitest";
import { markOn, wageHintOf } from "#api/rules/need-marks.ts";

const thresholds = [
	{ validFrom: "2024-04-02", cents: 27_47, isValidated: false },
	{ validFrom: "2021-11-01", cents: 23_08, isValidated: false },
	{ validFrom: "2024-11-08", cents: 32_96, isValidated: true },
];

describe("haut ou bas salaire, à la date du besoin", () => {
	it.each([
		["2021-11-15", 25_00, "high", 23_08],
		["2021-11-15", 23_08, "high", 23_08],
		["2021-11-15", 23_07, "low", 23_08],
		["2021-11-01", 23_08, "high", 23_08],
		["2024-04-01", 25_00, "high", 23_08],
		["2024-04-02", 25_00, "low", 27_47],
		["2024-11-07", 32_95, "high", 27_47],
		["2024-11-08", 32_95, "low", 32_96],
	])("le %s, %i ¢ : %s au seuil de %i ¢", (day, wage, side, thresholdCents) => {
		expect(wageHintOf(wage, markOn(thresholds, day))).toMatchObject({ side, thresholdCents });
	});

	it("ne dit rien sans salaire, ni avant le premier seuil connu", () => {
		expect(wageHintOf(null, markOn(thresholds, "2021-11-15"))).toBeNull();
		expect(markOn(thresholds, "2021-10-31")).toBeNull();
		expect(wageHintOf(25_00, null)).toBeNull();
	});
});
