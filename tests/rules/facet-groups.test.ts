import { describe, expect, it } from "vitest";
import { followUpFields } from "#contract/follow-ups.ts";
import { facetGroups } from "#ui/list/facet-groups.ts";

const naming = {
	fields: followUpFields,
	field: (name: string) => name,
	value: (_: string, value: string) => value.toUpperCase(),
	missing: () => "non précisé",
	day: (day: string) => day,
};
const counts = {
	kind: [
		{ value: "call", count: 27 },
		{ value: null, count: 3 },
		{ value: "other", count: 1 },
	],
	late: [
		{ value: "false", count: 58 },
		{ value: "true", count: 10 },
	],
	done: [],
};
const values = (chosen: Record<string, string[]> = {}, order = {}) =>
	Object.fromEntries(facetGroups(["kind", "late", "done"], counts, (field) => chosen[field] ?? [], naming, order).map(({ id, options }) => [id, options]));

describe("les cases à cocher à côté d’une liste", () => {
	it("montrent d’abord le plus fréquent, et nomment ce qui manque", () => {
		expect(values().kind?.map(({ label, count }) => [label, count])).toEqual([
			["CALL", 27],
			["non précisé", 3],
			["OTHER", 1],
		]);
	});

	it("disent oui avant non, quel que soit le compte", () => {
		expect(values().late?.map(({ value }) => value)).toEqual(["true", "false"]);
	});

	it("suivent l’ordre donné", () => {
		expect(values({}, { kind: ["other", "call"] }).kind?.map(({ value }) => value)).toEqual(["other", "call", ""]);
	});

	it("gardent en vue une valeur cochée que plus rien ne porte", () => {
		expect(values({ kind: ["retention"] }).kind?.at(-1)).toEqual({ value: "retention", label: "RETENTION", count: 0, checked: true });
	});

	it("laissent de côté un groupe vide", () => {
		expect(values().done).toBeUndefined();
	});
});
