import { expect, test } from "vitest";
import type { Employer } from "#contract/employers.ts";
import { type EmployerValues, employerBody, employerValues } from "#features/employers/employer-form.ts";
import { portalStateOf } from "#features/employers/portal-state.ts";
import { formatNeq, formatPhone } from "#lib/format.ts";
import { changedFields } from "#lib/merge.ts";
import { parseSort, printSort } from "#lib/sort-text.ts";

const employer = {
	name: "Ébénisterie du Mont",
	neq: "1150773361",
	sectorCode: null,
	employeeCount: 31,
	activity: null,
	advisorId: null,
	phone: "+14505550123",
	website: null,
} as Employer;
const base = employerValues(employer, { neq: formatNeq, phone: formatPhone });

test("Ce qu’on n’a pas touché n’est pas envoyé", () => {
	expect(changedFields(employerBody(base), employerBody(base))).toEqual({});
});

test("Seul le champ modifié part, et un champ vidé devient inconnu", () => {
	const typed: EmployerValues = { ...base, employeeCount: 40, phone: " " };
	expect(changedFields(employerBody(typed), employerBody(base))).toEqual({ employeeCount: 40, phone: null });
});

test("Le NEQ et le téléphone se montrent comme on les écrit au Québec", () => {
	expect([base.neq, base.phone]).toEqual(["1150\u00A07733\u00A061", "450\u00A0555-0123"]);
});

test.each([
	[null, null, "none"],
	["2026-01-10", null, "neverUsed"],
	["2026-01-10", "2026-08-26", "active"],
	["2026-01-10", "2026-08-25", "dormant"],
])("Un compte ouvert le %s et utilisé le %s est « %s » le 24 novembre 2026", (portalAccountOn, portalLastUseOn, state) => {
	expect(portalStateOf({ portalAccountOn, portalLastUseOn }, "2026-11-24")).toBe(state);
});

test("Un tri à plusieurs clés s’écrit et se relit", () => {
	const text = "-openPosts,name";
	expect(parseSort(text)).toEqual([
		{ field: "openPosts", direction: "desc" },
		{ field: "name", direction: "asc" },
	]);
	expect(printSort(parseSort(text))).toBe(text);
	expect(parseSort("")).toEqual([]);
});
