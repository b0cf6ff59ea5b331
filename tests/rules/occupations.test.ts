import { describe, expect, it } from "vitest";
import { shortOccupation } from "#lib/occupations.ts";

describe("le titre d’une profession, abrégé", () => {
	it.each([
		["Manutentionnaires", 40, "Manutentionnaires"],
		["Soudeurs/soudeuses et opérateurs/opératrices de machines à souder et à braser", 40, "Soudeurs/\u200Bsoudeuses et opérateurs…"],
		[
			"Bouchers industriels/bouchères industrielles, dépeceurs-découpeurs/dépeceuses-découpeuses de viande",
			60,
			"Bouchers industriels/\u200Bbouchères industrielles",
		],
		["Électromécaniciens/électromécaniciennes", 18, "Électromécaniciens…"],
	])("%s, %i caractères au plus → %s", (label, most, short) => {
		expect(shortOccupation(label, most)).toBe(short);
	});
});
