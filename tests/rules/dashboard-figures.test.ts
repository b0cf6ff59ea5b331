import { describe, expect, it } from "vitest";
import { conversion } from "#api/rules/dashboard-figures.ts";

describe("la part des dossiers qui ont passé une étape", () => {
	it.each([
		[0, 0, null],
		[4, 4, null],
		[5, 0, 0],
		[5, 5, 1],
		[3_000, 1_000, 0.333],
	])("%i entrés, %i allés plus loin → %s", (entered, further, expected) => {
		expect(conversion(entered, further)).toBe(expected);
	});
});
